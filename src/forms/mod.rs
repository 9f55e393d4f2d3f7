//! Forms: workbooks that ask units for the figures and texts of a period, written and, filled in, read back. Not for tables
//! that others drew up ([`crate::import`]).
//!
//! What a form asks for is [`content`] and [`text_fields`]; its sheets are [`figures_sheet`], [`texts_sheet`] and
//! [`shares_sheet`], put together as a [`book`] with an [`identity`], and written by [`writing`]. A form for all units at
//! once is [`all_units`].

mod all_units;
mod book;
mod checks;
mod columns;
mod content;
mod dates;
mod drafts;
mod figures_sheet;
mod filled;
mod identity;
pub mod importing;
mod look;
mod recognise;
mod shares_sheet;
mod sheet_map;
mod text_fields;
mod texts_sheet;
mod words;
pub mod writing;
