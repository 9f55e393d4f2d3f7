//! The Word draft of a report: the same words in a document that leaders correct, and what comes back from it. Not for the file
//! format ([`crate::docx`]), and not for the PDF ([`crate::typeset`]).

pub(crate) mod snapshot;
