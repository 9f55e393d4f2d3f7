//! A return as an import will leave it, and which of its values that changes. Not for finding the changes
//! ([`super::importer`]).

use std::path::PathBuf;

use super::returns::MARK;

/// One value that becomes another.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct ValueChange {
    /// Where it stands: `so_lieu.nguoi_bhyt`.
    pub(crate) key: String,
    /// What stood there, if anything.
    pub(crate) before: Option<String>,
    /// What will.
    pub(crate) after: String,
}

/// Whether a return is on the disk as drafted.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum DraftStatus {
    /// Not written yet; after a dry run, never.
    Planned,
    /// It is.
    Written,
    /// It could not be written, or it is not certain that it would outlast a power cut.
    Failed,
}

/// A return as it will be.
#[derive(Debug)]
pub struct ReturnDraft {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// What findings call it.
    pub shown: String,
    /// What stood there when it was drafted; none if there was no such file.
    pub(crate) before: Option<Vec<u8>>,
    /// What changes.
    pub(crate) changes: Vec<ValueChange>,
    /// The whole file.
    pub bytes: Vec<u8>,
    /// Whether it is on the disk.
    pub status: DraftStatus,
}

impl ReturnDraft {
    /// A return that will say `text`, not written yet; it begins with the mark of [`MARK`] if it did.
    pub(crate) fn planned(
        (path, shown): (PathBuf, String),
        before: Option<Vec<u8>>,
        changes: Vec<ValueChange>,
        text: &str,
    ) -> Self {
        let marked = before.as_ref().is_some_and(|bytes| bytes.starts_with(MARK.as_bytes()));
        let mark = if marked { MARK } else { "" };
        let bytes = format!("{mark}{text}").into_bytes();
        Self { path, shown, before, changes, bytes, status: DraftStatus::Planned }
    }

    /// What it will say.
    pub(crate) fn text(&self) -> String {
        let text = String::from_utf8_lossy(&self.bytes);
        text.strip_prefix(MARK).unwrap_or(&text).to_owned()
    }

    /// Whether there was no such file.
    #[must_use]
    pub(crate) fn is_new(&self) -> bool {
        self.before.is_none()
    }
}
