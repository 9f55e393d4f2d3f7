//! What stood in the files a report was made from, to say later which value made it change. Without it a rebuilt report
//! only says that its figures changed. Not for deciding what is rebuilt.

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::OWN;
use crate::disk;

/// Files by name, each with the short hash of its content.
pub type Files = BTreeMap<String, String>;

/// The values of one dossier's files.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize, Deserialize)]
pub struct InputHistory {
    /// Values as lines, by short hash of the file.
    pub tep: BTreeMap<String, String>,
    /// The files each report was made from.
    pub bao_cao: BTreeMap<String, Files>,
    /// The templates each report was made with: short hash of all of them.
    pub khuon: BTreeMap<String, String>,
    /// Template files by short hash of all of them.
    pub khuon_mau: BTreeMap<String, Files>,
}

impl InputHistory {
    /// Reads the values of a dossier, or starts anew.
    #[must_use]
    pub fn read(out: &Path, dossier: &str) -> Self {
        let bytes = disk::bytes(&path(out, dossier)).unwrap_or_default();
        serde_json::from_slice(&bytes).unwrap_or_default()
    }

    /// Forgets what no report was made from any more.
    pub fn tidy(&mut self) {
        let used: BTreeSet<&String> = self.bao_cao.values().flat_map(BTreeMap::values).collect();
        let unused = |hash: &&String| !used.contains(hash);
        let gone: Vec<String> = self.tep.keys().filter(unused).cloned().collect();
        for hash in gone {
            self.tep.remove(&hash);
        }
        let used: BTreeSet<&String> = self.khuon.values().collect();
        self.khuon_mau.retain(|hash, _| used.contains(hash));
    }

    /// The text of the file.
    ///
    /// # Errors
    /// Never for values; kept as the serializer's own error.
    pub fn text(&self) -> serde_json::Result<String> {
        serde_json::to_string(self)
    }
}

/// Where the values of a dossier are kept.
#[must_use]
pub fn path(out: &Path, dossier: &str) -> PathBuf {
    out.join(OWN).join(format!("gia-tri-{dossier}.json"))
}

/// Enough of a hash to tell files of one dossier apart.
#[must_use]
pub fn short(hash: &blake3::Hash) -> String {
    hash.to_hex()[..16].to_owned()
}
