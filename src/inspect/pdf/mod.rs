//! Pages of a PDF as they are drawn: glyphs and lines, in millimetres. Not for words or lines of text ([`super::text`]).

mod actual_text;
mod collector;
pub(crate) mod page;
mod page_tree;
pub mod reader;
mod widths;
