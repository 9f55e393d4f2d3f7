//! The manifest `out/manifest.json`: what each PDF was made from. A broken or foreign one means "rebuild". It is the
//! same for the same inputs, wherever and whenever they are built.

use std::collections::BTreeMap;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use crate::disk;

/// Raised when the meaning of the manifest changes.
const VERSION: u32 = 2;
/// Its name in the output folder.
pub const NAME: &str = "manifest.json";

/// One report.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it was made from.
    pub dau_van_tay: Fingerprint,
    /// Its files by the ending of their names.
    pub tep: BTreeMap<String, FileMark>,
}

/// By what a file is known again.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct FileMark {
    /// Its size in bytes.
    pub kich_thuoc: u64,
    /// Hash of its bytes.
    pub bam: String,
}

impl FileMark {
    /// The mark of a file with these bytes.
    #[must_use]
    pub fn of(bytes: &[u8]) -> Self {
        Self { kich_thuoc: bytes.len() as u64, bam: blake3::hash(bytes).to_hex().to_string() }
    }
}

/// Every report by its name below `out/`, without extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    phien_ban: u32,
    /// The reports.
    pub bao_cao: BTreeMap<String, Entry>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { phien_ban: VERSION, bao_cao: BTreeMap::new() }
    }
}

impl Manifest {
    /// Reads the manifest of `out`, or starts an empty one; with it the hash of what was read.
    #[must_use]
    pub fn read(out: &Path) -> (Self, String) {
        let bytes = disk::bytes(&out.join(NAME)).unwrap_or_default();
        let read = serde_json::from_slice::<Self>(&bytes).ok();
        let read = read.filter(|manifest| manifest.phien_ban == VERSION).unwrap_or_default();
        (read, blake3::hash(&bytes).to_hex().to_string())
    }

    /// The text of the file.
    ///
    /// # Errors
    /// Never for a manifest; kept as the serializer's own error.
    pub fn text(&self) -> serde_json::Result<String> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        Ok(text)
    }
}
