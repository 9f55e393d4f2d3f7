//! A list whose entries are computed when they are first asked for, each once, whoever asks. Not for what is computed.

use std::sync::OnceLock;

/// Entries that are computed on demand and kept. Of two threads that ask for one at a time, one computes it and the other
/// waits: computing must therefore never wait for other threads itself.
#[derive(Debug)]
pub(crate) struct OnceList<T>(OnceLock<Box<[OnceLock<T>]>>);

impl<T> Default for OnceList<T> {
    fn default() -> Self {
        Self(OnceLock::new())
    }
}

impl<T> OnceList<T> {
    /// The entry at a slot, made by `compute` if nobody has asked for it before.
    pub(crate) fn get(&self, slot: Slot, compute: impl FnOnce() -> T) -> &T {
        let entries = self.0.get_or_init(|| (0..slot.length).map(|_| OnceLock::new()).collect());
        entries[slot.index].get_or_init(compute)
    }

    /// The entries computed so far.
    pub(crate) fn computed(&self) -> impl Iterator<Item = &T> {
        self.0.get().into_iter().flatten().filter_map(OnceLock::get)
    }
}

/// Where an entry of another list stands.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Slot {
    index: usize,
    length: usize,
}

impl Slot {
    /// The slot of the entry with this index.
    #[must_use]
    pub(crate) fn at<T>(list: &[T], index: usize) -> Self {
        Self { index, length: list.len() }
    }

    /// The slot of this very entry, not of one that equals it.
    #[must_use]
    pub(crate) fn find<T>(list: &[T], entry: &T) -> Self {
        let index = list.iter().position(|other| std::ptr::eq(other, entry));
        Self::at(list, index.expect("an entry of this list"))
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_entry_is_computed_once_and_only_if_asked_for() {
        let (list, entries) = (OnceList::default(), ["a", "b", "a"]);
        let second = Slot::find(&entries, &entries[1]);
        let first = list.get(second, || entries[1].to_owned());
        let again = list.get(second, || panic!("it is there"));
        assert!(std::ptr::eq(first, again));
        assert_eq!(list.computed().collect::<Vec<_>>(), ["b"]);
        list.get(Slot::find(&entries, &entries[2]), || "third".to_owned());
        assert_eq!(list.computed().collect::<Vec<_>>(), ["b", "third"]);
    }
}
