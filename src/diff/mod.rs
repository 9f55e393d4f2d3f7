//! What a report says, and what it says otherwise than another: figures first, then sentences. Not for which two are held
//! against each other, which the command line names.
//!
//! [`mod@content`] is everything a report says, whatever its layout; [`mod@gather`] takes it from views and, by
//! [`mod@printed_text`], from markup: its [`calls`], the text of lines ([`inline`]), the rows of tables ([`table_rows`]).
//! [`differences`] holds two of them against each other: [`align`] finds which block became which, [`words`] which words of it
//! changed, [`numbers`] which figures and verdicts, [`places`] where the new values stand, [`pages`] on which pages they are
//! printed. [`tell`] words it, [`sheet`] prints it.

mod align;
mod calls;
pub mod content;
pub mod differences;
pub mod gather;
mod inline;
pub mod numbers;
pub mod pages;
pub(crate) mod places;
mod printed_text;
pub(crate) mod sheet;
mod table_rows;
pub(crate) mod tell;
pub mod turn;
pub mod words;

pub use self::gather::content;
