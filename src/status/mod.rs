//! Who has handed in, on a day: the board of a period, from what a survey found. Not for reading files or judging reports
//! ([`crate::pipeline::survey`]).
//!
//! [`period`] says which period is meant, [`board`] makes the board of [`unit_line`]s; [`words`] calls its states by name,
//! [`table`] draws it for a terminal, [`sheet`] as a page to print. The board itself is what `--format json` prints.

pub(crate) mod board;
pub(crate) mod period;
pub(crate) mod sheet;
pub(crate) mod table;
pub(crate) mod unit_line;
pub(crate) mod words;
