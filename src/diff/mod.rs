//! What a report says, and what it says otherwise than another: figures first, then sentences. Not for which two are held
//! against each other, which the command line names.
//!
//! [`mod@content`] is everything a report says, whatever its layout; [`mod@gather`] takes it from views and, by [`mod@printed_text`], from
//! markup. [`differences`] holds two of them against each other: [`align`] finds which block became which, [`words`] which words
//! of it changed, [`numbers`] which figures and verdicts, [`places`] where the new values stand, [`pages`] on which pages they are
//! printed. [`tell`] words it, [`sheet`] prints it.

mod align;
pub mod content;
pub mod differences;
pub mod gather;
pub mod numbers;
pub(crate) mod pages;
pub(crate) mod places;
pub(crate) mod printed_text;
pub(crate) mod sheet;
pub(crate) mod tell;
pub mod turn;
pub mod words;

pub use self::gather::content;
