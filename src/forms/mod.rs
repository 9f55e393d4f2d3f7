//! Forms: workbooks that ask units for the figures and texts of a period, written and, filled in, read back. Not for tables
//! that others drew up ([`crate::import`]).
//!
//! What a form asks for is [`content`] and [`text_fields`], and whose file it fills its [`owner`]; its sheets are [`figures_sheet`], [`texts_sheet`],
//! [`shares_sheet`] and [`documents_sheet`], put together as a [`book`] with an [`identity`], and written by [`writing`]. A form for all units at
//! once is [`all_units`].
//!
//! A file that comes back is [`recognise`]d; [`unit_form`] or [`all_units_form`] reads what is [`filled`] in by the [`sheet_map`] of
//! each sheet, [`drafts`] says what that changes in a return, and [`importing`] does so for many files.

mod all_units;
mod all_units_form;
mod book;
pub(crate) mod called;
mod checks;
mod columns;
pub(crate) mod content;
pub(crate) mod dates;
mod document_rows;
pub(crate) mod documents;
pub(crate) mod documents_sheet;
pub(crate) mod drafts;
mod figure_rows;
pub(crate) mod figures_sheet;
pub(crate) mod filled;
mod form_reader;
mod identity;
pub mod importing;
mod listed_edits;
mod look;
pub(crate) mod owner;
mod recognise;
mod shares_sheet;
mod sheet_map;
pub(crate) mod text_fields;
mod text_rows;
mod texts_sheet;
mod unit_form;
pub(crate) mod words;
pub mod writing;
