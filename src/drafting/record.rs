//! What is known of Word drafts that were written: from what, and their bytes, by which one that somebody has corrected is told from
//! one nobody touched. Only this program's own memory: without it a draft counts as corrected. Not for writing them.

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use crate::disk::file_system::FileSystem;
use crate::disk::read::if_there;
use crate::output::lock::PRIVATE;
use crate::output::manifest::FileMark;

/// Its name in the program's own folder.
const NAME: &str = "ban-word.json";

/// The drafts by the names of their reports.
#[derive(Debug, Clone, PartialEq, Eq, Default, Serialize, Deserialize)]
pub(super) struct DraftRecord(BTreeMap<String, WrittenDraft>);

/// A draft that was written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(super) struct WrittenDraft {
    /// Hash of what it was made from.
    #[serde(rename = "tu")]
    pub(super) from: String,
    /// Its bytes.
    #[serde(rename = "tep")]
    pub(super) mark: FileMark,
}

impl DraftRecord {
    /// Where it is kept.
    pub(super) fn path(out: &Path) -> PathBuf {
        out.join(PRIVATE).join(NAME)
    }

    /// What is known of the drafts below `out`.
    pub(super) fn read(files: &dyn FileSystem, out: &Path) -> Self {
        let bytes = if_there(files, &Self::path(out)).ok().flatten();
        bytes.and_then(|bytes| serde_json::from_slice(&bytes).ok()).unwrap_or_default()
    }

    /// What is known of one.
    pub(super) fn of(&self, name: &str) -> Option<&WrittenDraft> {
        self.0.get(name)
    }

    /// Remembers one.
    pub(super) fn enter(&mut self, name: &str, draft: WrittenDraft) {
        self.0.insert(name.to_owned(), draft);
    }

    /// The text that is kept.
    pub(super) fn text(&self) -> String {
        format!("{}\n", serde_json::to_string_pretty(self).expect("plain data"))
    }
}
