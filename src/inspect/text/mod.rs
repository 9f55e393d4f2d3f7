//! Words and lines of text, put together from glyphs. Not for which component of a document a line is
//! ([`super::parts`]).

pub mod assemble;
pub mod line;
