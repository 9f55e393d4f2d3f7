//! How Vietnamese official texts write numbers, dates, names and words, and what becomes of them on the way from other
//! programs. Not for sentences, which live in the phrase bank.

pub mod bytes;
pub mod codepage;
pub mod collate;
pub mod legacy;
pub mod lookalike;
pub mod misread;
pub mod nearest;
pub mod sentence;
pub mod spelling;
pub mod syllable;
pub mod symbol;
pub mod tcvn3;
pub mod text;
pub mod tone_style;
pub mod vni;
