//! What a report says, and what it says otherwise than another: figures first, then sentences. Not for which two are held
//! against each other, which the command line names.
//!
//! [`content`] is everything a report says, whatever its layout; [`printed_text`] takes its sentences and cells out of markup.

pub mod content;
pub mod gather;
pub(crate) mod printed_text;

pub use self::gather::content;
