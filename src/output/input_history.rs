//! What stood in the files a report was made from, to say later which value made it change. Without it a rebuilt report
//! only says that its figures changed. Not for deciding what is rebuilt.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::PRIVATE;
use crate::disk::file_system::FileSystem;
use crate::disk::read::if_there;

/// Raised when the form or the meaning of the history changes.
const VERSION: u32 = 1;

/// Files by name, each with the short hash of its content.
pub(crate) type FileHashes = BTreeMap<String, String>;

/// The values of one dossier's files.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct InputHistory {
    version: u32,
    /// Values as lines, by short hash of the file.
    pub(crate) values: BTreeMap<String, String>,
    /// The files each report was made from.
    pub(crate) inputs: BTreeMap<String, FileHashes>,
    /// The templates each report was made with: short hash of all of them.
    pub(crate) templates: BTreeMap<String, String>,
    /// Template files by short hash of all of them.
    pub(crate) template_files: BTreeMap<String, FileHashes>,
}

impl Default for InputHistory {
    fn default() -> Self {
        Self {
            version: VERSION,
            values: BTreeMap::new(),
            inputs: BTreeMap::new(),
            templates: BTreeMap::new(),
            template_files: BTreeMap::new(),
        }
    }
}

impl InputHistory {
    /// Reads the values of a dossier, or starts anew; none where they are there and cannot be read, and are not to be lost.
    #[must_use]
    pub(crate) fn read(files: &dyn FileSystem, out: &Path, dossier: &str) -> Option<Self> {
        let bytes = if_there(files, &path(out, dossier)).ok()?.unwrap_or_default();
        let read = serde_json::from_slice::<Self>(&bytes).ok();
        Some(read.filter(|history| history.version == VERSION).unwrap_or_default())
    }

    /// Forgets what no report was made from any more.
    pub(crate) fn tidy(&mut self) {
        let used: BTreeSet<&String> = self.inputs.values().flat_map(BTreeMap::values).collect();
        self.values.retain(|hash, _| used.contains(hash));
        let used: BTreeSet<&String> = self.templates.values().collect();
        self.template_files.retain(|hash, _| used.contains(hash));
    }

    /// The text of the file.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        serde_json::to_string(self).expect("plain data")
    }
}

/// Where the values of a dossier are kept.
#[must_use]
pub(crate) fn path(out: &Path, dossier: &str) -> PathBuf {
    out.join(PRIVATE).join(format!("gia-tri-{dossier}.json"))
}

/// Enough of a hash to tell files of one dossier apart.
#[must_use]
pub(crate) fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..16].to_owned()
}
