//! Opens a quarter: for what is due, files that have their keys and wait to be filled in. Not for filling them
//! ([`crate::import`]) and not for who has done so.
//!
//! [`quarter`] decides which files there are to be, [`return_text`] and [`board_text`] write them: figures by [`figure_line`],
//! texts by [`texts`], which asks the templates what they print. [`new_files`] puts them on the disk beside what is there.

pub(crate) mod board_text;
pub(crate) mod figure_line;
pub(crate) mod lines;
pub mod new_files;
pub(crate) mod quarter;
pub(crate) mod return_text;
pub(crate) mod texts;
