//! Hashes of words, of runs of words and of what is found by them: fast, and not kept from those who would look for words that
//! share one, since nobody gains by that. Not for what changed ([`crate::output::fingerprint`]).

use std::hash::{BuildHasherDefault, Hasher};

/// An odd number whose bits have no order (the golden ratio's), so that multiplying spreads each bit over those above it.
const FACTOR: u64 = 0x9e37_79b9_7f4a_7c15;

/// What maps and sets of words are built with.
pub(super) type ByWord = BuildHasherDefault<WordHasher>;

/// A hash under way.
#[derive(Debug, Default)]
pub(super) struct WordHasher(u64);

impl Hasher for WordHasher {
    fn write(&mut self, bytes: &[u8]) {
        for part in bytes.chunks(size_of::<u64>()) {
            let mut whole = [0; size_of::<u64>()];
            whole[..part.len()].copy_from_slice(part);
            self.write_u64(u64::from_le_bytes(whole));
        }
    }

    fn write_u64(&mut self, part: u64) {
        self.0 = (self.0.rotate_left(5) ^ part).wrapping_mul(FACTOR).wrapping_add(FACTOR);
    }

    fn finish(&self) -> u64 {
        let spread = (self.0 ^ (self.0 >> 32)).wrapping_mul(FACTOR);
        spread ^ (spread >> 29)
    }
}

/// The hash of a word in lower case.
#[must_use]
pub(super) fn of_word(word: &str) -> u64 {
    let mut hasher = WordHasher::default();
    for c in word.chars() {
        if c.is_ascii() {
            hasher.write_u64(c.to_ascii_lowercase().into());
        } else {
            c.to_lowercase().for_each(|c| hasher.write_u64(c.into()));
        }
    }
    hasher.finish()
}

/// The hash of a run of words, from theirs.
#[must_use]
pub(super) fn of_run(words: &[u64]) -> u64 {
    let mut hasher = WordHasher::default();
    for word in words {
        hasher.write_u64(*word);
    }
    hasher.finish()
}

#[cfg(test)]
mod tests {
    use std::collections::HashSet;

    use super::*;

    #[test]
    fn a_word_is_the_same_in_capitals_and_no_other() {
        assert_eq!(of_word("ĐẢNG"), of_word("đảng"));
        let words = ["", "a", "aa", "đảng", "đãng", "dảng", "đảngg", "ab", "ba", "0", "00"];
        let hashes: HashSet<u64> = words.iter().map(|word| of_word(word)).collect();
        assert_eq!(hashes.len(), words.len());
    }

    #[test]
    fn the_order_of_words_and_what_they_are_parted_by_tell_runs_apart() {
        let runs: [&[u64]; 5] = [&[1, 2, 3], &[3, 2, 1], &[1, 2], &[1, 2, 0], &[0, 1, 2]];
        let hashes: HashSet<u64> = runs.iter().map(|run| of_run(run)).collect();
        assert_eq!(hashes.len(), runs.len());
    }
}
