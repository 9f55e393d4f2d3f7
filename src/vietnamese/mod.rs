//! How Vietnamese is written, and what becomes of it on the way from other programs: letters, syllables, names, old encodings. Not
//! for numbers and dates ([`crate::model`]) and not for sentences, which live in the phrase bank.

mod bullet;
pub mod bytes;
pub mod codepage;
pub mod legacy;
pub(crate) mod letters;
pub(crate) mod list_line;
pub(crate) mod lookalike;
pub mod misread;
pub mod nearest;
pub(crate) mod sentence;
pub(crate) mod spelling;
pub mod syllable;
pub(crate) mod symbol;
pub mod tcvn3;
pub mod text;
pub(crate) mod tone_style;
pub mod vni;
