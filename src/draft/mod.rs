//! The Word draft of a report: the same words in a document that leaders correct ([`twin`]), and what comes back from it, by what it
//! said when it was written ([`snapshot`]). Not for the file format ([`crate::docx`]), and not for the PDF ([`crate::typeset`]).

pub(crate) mod snapshot;
pub(crate) mod twin;
