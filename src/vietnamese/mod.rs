//! How Vietnamese official texts write numbers, dates and names. Not for sentences, which live in the phrase bank.

pub mod collate;
pub mod date;
pub mod nearest;
pub mod number;
pub mod text;
