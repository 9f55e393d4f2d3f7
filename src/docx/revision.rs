//! Tracked changes: who put words in or took them out, and when. Not for taking or turning them down ([`super::settled`]).

/// What was done to words.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum RevisionKind {
    /// Put in.
    Inserted,
    /// Taken out.
    Deleted,
    /// Put in, from elsewhere.
    MovedTo,
    /// Taken out, to elsewhere.
    MovedFrom,
}

impl RevisionKind {
    /// The kind an element marks, by its name.
    #[must_use]
    pub(crate) fn of(element: &str) -> Option<Self> {
        Some(match element {
            "ins" | "cellIns" => Self::Inserted,
            "del" | "cellDel" => Self::Deleted,
            "moveTo" => Self::MovedTo,
            "moveFrom" => Self::MovedFrom,
            _ => return None,
        })
    }

    /// Whether the words are there once the change is taken.
    #[must_use]
    pub(crate) fn puts_in(self) -> bool {
        matches!(self, Self::Inserted | Self::MovedTo)
    }
}

/// A tracked change.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Revision {
    /// What was done.
    pub(crate) kind: RevisionKind,
    /// By whom.
    pub(crate) author: String,
    /// When, as the document has it.
    pub(crate) date: String,
    /// The words; empty where it is only the end of a paragraph.
    pub(crate) words: String,
    /// The paragraph it is in, among those of the document.
    pub(crate) paragraph: usize,
}
