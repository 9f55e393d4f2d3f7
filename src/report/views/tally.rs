//! How many of a report's targets are met. Not for one target ([`super::targets`]).

use serde::Serialize;

use super::targets::TargetView;
use crate::rollup::verdict::Verdict;

/// How many targets are met: `dat + chua_dat + chua_co = n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub(crate) struct Tally {
    /// Judged targets.
    pub(crate) n: usize,
    /// Met.
    pub(crate) dat: usize,
    /// Missed.
    pub(crate) chua_dat: usize,
    /// Without enough figures.
    pub(crate) chua_co: usize,
    /// Not judged: no number in the plan, or nothing to measure here.
    pub(crate) ngoai: usize,
}

/// Counts the verdicts.
#[must_use]
pub(crate) fn tally<'v>(views: impl Iterator<Item = &'v TargetView>) -> Tally {
    let verdicts: Vec<Verdict> = views.map(|view| view.ket_luan).collect();
    let count = |test: fn(Verdict) -> bool| verdicts.iter().filter(|own| test(**own)).count();
    let (dat, chua_dat) = (count(|v| v == Verdict::Met), count(Verdict::is_missed));
    let chua_co = count(Verdict::lacks_data);
    let n = dat + chua_dat + chua_co;
    Tally { n, dat, chua_dat, chua_co, ngoai: verdicts.len() - n }
}
