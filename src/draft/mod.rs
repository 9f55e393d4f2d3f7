//! The Word draft of a report: the same words in a document that leaders correct, and what comes back from it. Not for the file
//! format ([`crate::docx`]), and not for the PDF ([`crate::typeset`]).
//!
//! A draft keeps its [`snapshot`]. What comes back is held against it by [`compare`]: [`printed`] and [`received`] are both sides as
//! [`tokens`], [`align`] finds which paragraphs became which, [`held`] whose their words are, [`elsewhere`] sentences put in at another
//! place, [`units`] and [`owners`] whose the new ones are, [`texts`] what the texts are then, [`refusal`] what is not taken. [`merge`]
//! puts them into files by [`lines`], and [`importing`] is the road from file to files, with its [`account`].

pub(crate) mod account;
mod align;
mod compare;
mod elsewhere;
mod files;
mod held;
pub(crate) mod importing;
mod lines;
mod merge;
mod owners;
mod printed;
mod received;
mod refusal;
pub(crate) mod snapshot;
mod texts;
mod tokens;
mod units;
