//! What earlier runs read and found, so that unchanged files need not be read again. It only saves time: without it, or
//! with a broken one, everything is read anew and the reports come out the same. Not for what PDFs were made from
//! ([`super::manifest`]).

use std::collections::BTreeMap;
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::lock::OWN;
use super::stored_finding::StoredFinding;
use crate::disk;
use crate::disk::read::Stamp;

/// Raised when the meaning of the memory changes.
const VERSION: u32 = 2;

/// What is remembered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub struct BuildCache {
    phien_ban: u32,
    /// The program that remembered.
    chuong_trinh: Option<Stamp>,
    /// The manifest this goes with.
    so_ghi: String,
    /// The last run as a whole.
    pub lan_truoc: Option<LastRun>,
    /// Findings in the files of units and boards, by `dossier/name`.
    pub tap: BTreeMap<String, CachedFindings>,
    /// Reports by name.
    pub bao_cao: BTreeMap<String, CachedReport>,
}

/// A run in which nothing was refused or failed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LastRun {
    /// Hash of all it was run on.
    pub khoa: String,
    /// Its reports in order.
    pub bao_cao: Vec<String>,
    /// Everything it found, in order.
    pub phat_hien: Vec<StoredFinding>,
}

/// Findings and the hash of what they were found in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CachedFindings {
    /// The hash.
    pub khoa: String,
    /// The findings.
    pub phat_hien: Vec<StoredFinding>,
}

/// What became of a report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct CachedReport {
    /// Hash of everything it may read.
    pub khoa: String,
    /// Whether its data was refused.
    pub giu_lai: bool,
    /// What was found when it was made.
    pub phat_hien: Vec<StoredFinding>,
    /// When its files were written, by the ending of their names.
    pub luc_ghi: BTreeMap<String, u64>,
}

impl BuildCache {
    /// Reads the memory of `out` if it goes with this program and this manifest, or starts an empty one.
    #[must_use]
    pub fn read(out: &Path, manifest: &str) -> Self {
        let read =
            disk::bytes(&path(out)).and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let fits = |memory: &Self| {
            memory.phien_ban == VERSION
                && memory.chuong_trinh.is_some()
                && memory.chuong_trinh == program()
                && memory.so_ghi == manifest
        };
        read.filter(fits).unwrap_or_default()
    }

    /// The text of the file, to go with a manifest of this hash.
    ///
    /// # Errors
    /// Never for a memory; kept as the serializer's own error.
    pub fn text(&mut self, manifest: &str) -> serde_json::Result<String> {
        self.phien_ban = VERSION;
        self.chuong_trinh = program();
        manifest.clone_into(&mut self.so_ghi);
        serde_json::to_string(self)
    }
}

/// Where the memory of `out` is kept.
#[must_use]
pub fn path(out: &Path) -> PathBuf {
    out.join(OWN).join("da-doc.json")
}

/// The running program: another build of it may read or word things otherwise.
fn program() -> Option<Stamp> {
    disk::stamp(&std::env::current_exe().ok()?)
}
