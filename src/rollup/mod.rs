//! Exact arithmetic over units: sums, coverage, verdicts, comparisons. The report of one unit is a roll-up over one
//! row, so text, table and appendix come from the same code. Not for wording or rounding on the page.

pub mod bounds;
pub mod compare;
pub(crate) mod contribution;
pub mod coverage;
pub mod digits;
pub mod rows;
pub mod spread;
pub mod value;
pub mod verdict;
