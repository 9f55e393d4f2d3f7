//! From Typst markup to PDF: fonts, the compiler's view of files, export. Not for what a page says.

mod nouns;
mod objection;
mod objections;
pub(crate) mod profile;
pub mod typesetter;
