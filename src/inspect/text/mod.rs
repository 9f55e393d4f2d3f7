//! Words and lines of text, put together from glyphs. Not for which component of a document a line is
//! (`parts`).

pub mod assemble;
pub(crate) mod line;
