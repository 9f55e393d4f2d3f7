//! The manifest `out/manifest.json`: what each PDF was made from. A broken or foreign one means "rebuild", one that
//! cannot be read stops the run: nobody knows then which files are ours. It is the
//! same for the same inputs, wherever and whenever they are built. Not for what saves work ([`super::build_cache`]).

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use crate::disk::file_system::FileSystem;
use crate::disk::read::if_there;
use crate::error::Error;

/// Raised when the form or the meaning of the manifest changes.
const VERSION: u32 = 2;
/// Its name in the output folder.
pub(crate) const NAME: &str = "manifest.json";

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct ManifestEntry {
    /// What it was made from.
    #[serde(rename = "dau_van_tay")]
    pub(crate) fingerprint: Fingerprint,
    /// Its files by the ending of their names.
    #[serde(rename = "tep")]
    pub(crate) files: BTreeMap<String, FileMark>,
}

/// By what a file is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct FileMark {
    /// Its size in bytes.
    #[serde(rename = "kich_thuoc")]
    pub(crate) size: u64,
    /// Hash of its bytes.
    #[serde(rename = "bam")]
    pub(crate) hash: String,
}

impl FileMark {
    /// The mark of a file with these bytes.
    #[must_use]
    pub(crate) fn of(bytes: &[u8]) -> Self {
        Self { size: bytes.len() as u64, hash: blake3::hash(bytes).to_hex().to_string() }
    }
}

/// Every report by its name below `out/`, without extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub(crate) struct Manifest {
    #[serde(rename = "phien_ban")]
    version: u32,
    /// The reports.
    #[serde(rename = "bao_cao")]
    pub(super) reports: BTreeMap<String, ManifestEntry>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { version: VERSION, reports: BTreeMap::new() }
    }
}

/// Whether a report can be one of this program's: its files stand in the output folder, whatever the manifest says.
fn is_ours(name: &str, entry: &ManifestEntry) -> bool {
    let plain = |part: &str| {
        let odd = |c: char| matches!(c, '\\' | ':' | '\0');
        !part.is_empty() && !part.starts_with('.') && !part.contains(odd)
    };
    let ending = |ending: &String| plain(ending) && !ending.contains('/');
    name.split('/').count() == 3 && name.split('/').all(plain) && entry.files.keys().all(ending)
}

impl Manifest {
    /// Every report by name.
    pub(crate) fn entries(&self) -> impl Iterator<Item = (&str, &ManifestEntry)> {
        self.reports.iter().map(|(name, entry)| (name.as_str(), entry))
    }

    /// Reads the manifest of `out`, or starts an empty one; with it the hash of what was read.
    ///
    /// # Errors
    /// It is there and cannot be read.
    pub(crate) fn read(files: &dyn FileSystem, out: &Path) -> Result<(Self, String), Error> {
        let path = out.join(NAME);
        let bytes = if_there(files, &path)
            .map_err(|fault| Error::UnreadManifest { path, why: fault.to_string() })?;
        let bytes = bytes.unwrap_or_default();
        let read = serde_json::from_slice::<Self>(&bytes).ok();
        let mut read = read.filter(|manifest| manifest.version == VERSION).unwrap_or_default();
        read.reports.retain(|name, entry| is_ours(name, entry));
        Ok((read, blake3::hash(&bytes).to_hex().to_string()))
    }

    /// The text of the file.
    #[must_use]
    pub(crate) fn text(&self) -> String {
        let mut text = serde_json::to_string_pretty(self).expect("plain data");
        text.push('\n');
        text
    }
}
