//! Opens a quarter: for what is due, files that have their keys and wait to be filled in. Not for filling them
//! ([`crate::import`]) and not for who has done so.
//!
//! [`quarter`] decides which files there are to be, [`return_text`] and [`board_text`] write them: figures by [`figure_line`],
//! texts by [`texts`], which asks the templates what they print. [`new_files`] puts them on the disk beside what is there.
//!
//! A dossier begins with a plan: [`plan_text`] writes one in which every key is explained, [`plan_after`] one that goes on from
//! another; their units come from a table ([`unit_table`]), and [`old_names`] tells what still speaks of the old area.

pub(crate) mod board_text;
pub(crate) mod figure_line;
pub(crate) mod lines;
pub mod new_files;
pub(crate) mod new_unit;
pub(crate) mod old_names;
pub(crate) mod plan_after;
pub(crate) mod plan_text;
pub(crate) mod quarter;
pub(crate) mod return_text;
pub(crate) mod texts;
pub(crate) mod unit_names;
pub(crate) mod unit_table;
