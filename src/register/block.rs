//! The text of the register in pieces: its head, and the lines of each entry, byte for byte. Not for what they say
//! ([`super::read_entry`]).

use super::entry_text::{BEGINNING, SEAL};
use super::seal::seal;

/// The lines of one entry.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Block<'t> {
    /// All its lines.
    pub(crate) text: &'t str,
    /// Where they begin in the file.
    pub(crate) start: usize,
}

impl<'t> Block<'t> {
    /// What is sealed, and the seal as it is written; none without a seal in its last line.
    fn parts(self) -> Option<(&'t str, &'t str)> {
        let at = self.text.rfind(SEAL)?;
        let (sealed, line) = self.text.split_at(at);
        let written = line.strip_prefix(SEAL)?.strip_suffix('\n')?;
        let written = written.strip_prefix('"')?.strip_suffix('"')?;
        (sealed.ends_with('\n') && !written.contains(['"', '\n'])).then_some((sealed, written))
    }

    /// The seal as it is written.
    #[must_use]
    pub(crate) fn seal(self) -> Option<&'t str> {
        self.parts().map(|(_, written)| written)
    }

    /// Whether it is as it was written, after an entry with the seal `before`.
    #[must_use]
    pub(crate) fn is_sealed(self, before: &str) -> bool {
        self.parts().is_some_and(|(text, written)| seal(before, text) == written)
    }
}

/// The head of the register and its entries.
#[must_use]
pub(crate) fn blocks(text: &str) -> (&str, Vec<Block<'_>>) {
    let begins = |at: &usize| *at == 0 || text.as_bytes()[at - 1] == b'\n';
    let starts: Vec<usize> =
        text.match_indices(BEGINNING).map(|(at, _)| at).filter(begins).collect();
    let head = &text[..starts.first().copied().unwrap_or(text.len())];
    let ends = starts.iter().skip(1).copied().chain([text.len()]);
    let block = |(start, end): (&usize, usize)| Block { text: &text[*start..end], start: *start };
    (head, starts.iter().zip(ends).map(block).collect())
}
