//! SHA-256, by which what is kept for good is known again with tools every system has (`sha256sum -c`). Not for hashes that only
//! save work ([`crate::output`]).

use std::fmt::Write as _;

use sha2::{Digest, Sha256};

/// The hash of bytes, in hexadecimal.
#[must_use]
pub(crate) fn sha256(bytes: &[u8]) -> String {
    Sha256::digest(bytes).iter().fold(String::new(), |mut text, byte| {
        write!(text, "{byte:02x}").expect("a string takes what is written");
        text
    })
}
