//! The manifest `out/manifest.json`: what each PDF was made from. A broken or foreign one means "rebuild".

use std::collections::BTreeMap;
use std::io;
use std::path::Path;

use serde::{Deserialize, Serialize};

use super::fingerprint::Fingerprint;
use super::write;
use crate::dossier::disk;

/// Raised when the meaning of the manifest changes.
const VERSION: u32 = 1;
const NAME: &str = "manifest.json";

/// One PDF.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Entry {
    /// What it was made from.
    pub dau_van_tay: Fingerprint,
    /// Its size in bytes.
    pub kich_thuoc: u64,
}

/// Every PDF by its name below `out/`, without extension.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub struct Manifest {
    phien_ban: u32,
    /// The PDFs.
    pub bao_cao: BTreeMap<String, Entry>,
}

impl Default for Manifest {
    fn default() -> Self {
        Self { phien_ban: VERSION, bao_cao: BTreeMap::new() }
    }
}

impl Manifest {
    /// Reads the manifest of `out`, or starts an empty one.
    #[must_use]
    pub fn read(out: &Path) -> Self {
        let read = disk::bytes(&out.join(NAME))
            .and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        read.filter(|manifest| manifest.phien_ban == VERSION).unwrap_or_default()
    }

    /// Writes the manifest.
    ///
    /// # Errors
    /// When it cannot be written; the old one is then still whole.
    pub fn write(&self, out: &Path) -> io::Result<()> {
        let mut text = serde_json::to_string_pretty(self)?;
        text.push('\n');
        write::replace(&out.join(NAME), text.as_bytes())
    }
}
