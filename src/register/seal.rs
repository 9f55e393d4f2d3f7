//! The seal of an entry, which ties it to the one before. Not for the files an entry speaks of ([`super::kept`]).

use crate::disk::sha256::sha256;

/// The seal of an entry: the hash of the seal before it and of the entry's own text, so that neither an entry nor their order
/// can change unseen.
#[must_use]
pub(crate) fn seal(before: &str, text: &str) -> String {
    sha256(format!("{before}\n{text}").as_bytes())
}
