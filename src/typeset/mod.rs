//! From Typst markup to PDF: fonts, the compiler's view of files, export. Not for what a page says.

mod nouns;
mod objection;
mod objections;
mod page_texts;
pub(crate) mod placed_words;
pub(crate) mod profile;
mod report_world;
mod string_cells;
pub mod typesetter;
