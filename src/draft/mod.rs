//! The Word draft of a report: the same words in a document that leaders correct ([`twin`]), and what comes back from it. Not for the file
//! format ([`crate::docx`]), and not for the PDF ([`crate::typeset`]).
//!
//! A draft keeps its [`snapshot`]; [`identity`] finds it again in what is asked about by a [`request`]. [`compare`] holds the
//! document against it: [`printed`] and [`received`] are both sides as [`tokens`]; [`align`] finds which paragraphs became which,
//! [`pieces`] of a neighbour among them; [`held`] and [`values`] whose their words are, [`elsewhere`] sentences put in at another place;
//! [`comparing`] takes the paragraphs apart into [`units`], [`placing`] gives those put in or moved their [`owners`]. [`texts`] is what the
//! texts are then, [`refusal`] what is not taken, with how `explain` is asked about it ([`explained`]). [`merge`] puts them into [`files`] by their [`lines`], [`moved_figures`] says what else
//! changed, and [`importing`] is the road from file to files, with its [`account`].

pub(crate) mod account;
mod align;
mod compare;
mod comparing;
mod elsewhere;
mod explained;
mod files;
mod held;
mod identity;
pub(crate) mod importing;
mod lines;
mod merge;
mod moved_figures;
mod owners;
mod pieces;
mod placing;
mod printed;
mod received;
mod refusal;
pub(crate) mod request;
pub(crate) mod snapshot;
mod texts;
mod tokens;
pub(crate) mod twin;
mod units;
mod values;
