//! What earlier runs read and found, so that unchanged files need not be read again. It only saves time: without it, or
//! with a broken one, everything is read anew and the reports come out the same. Not for what PDFs were made from
//! ([`super::manifest`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::{Path, PathBuf};

use chrono::{Datelike, NaiveDate};
use serde::de::Error;
use serde::{Deserialize, Deserializer, Serialize, Serializer};

use super::lock::PRIVATE;
use super::stored_finding::StoredFinding;
use crate::disk;
use crate::disk::Stamp;
use crate::disk::file_system::FileSystem;
use crate::disk::read::up_to;
use crate::model::returns::Heading;

/// Raised when the form or the meaning of the cache changes.
const VERSION: u32 = 5;

/// What is remembered.
#[derive(Debug, Clone, Default, Serialize, Deserialize)]
pub(crate) struct BuildCache {
    version: u32,
    /// The program that remembered: another build of it may read or word things otherwise.
    program: Option<Stamp>,
    /// Hash of the manifest this goes with.
    manifest: String,
    /// The last run as a whole.
    pub(super) last_run: Option<LastRun>,
    /// What was told by the last runs ([`super::stored_finding::identity`]).
    pub(super) told: BTreeSet<String>,
    /// Findings in the files of units and boards, by `dossier/name`.
    pub(super) findings: BTreeMap<String, CachedFindings>,
    /// Reports by name.
    pub(super) reports: BTreeMap<String, CachedReport>,
}

/// A run in which nothing was refused or failed.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct LastRun {
    /// Hash of all it was run on.
    pub(crate) key: String,
    /// Its reports in order.
    pub(crate) reports: Vec<String>,
    /// Everything it found, in order.
    pub(crate) findings: Vec<StoredFinding>,
}

/// Findings and the hash of what they were found in.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CachedFindings {
    /// The hash.
    pub(crate) key: String,
    /// The findings.
    pub(crate) findings: Vec<StoredFinding>,
    /// The dates of the unit's right returns, by period.
    #[serde(skip_serializing_if = "BTreeMap::is_empty", default)]
    pub(crate) dates: BTreeMap<String, ReturnDates>,
}

/// The dates of a return.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct ReturnDates {
    /// The as-of date.
    pub(crate) as_of: NaiveDate,
    /// The document's, if it has one.
    pub(crate) document: Option<NaiveDate>,
}

impl ReturnDates {
    /// Those of a return with this heading.
    #[must_use]
    pub(crate) fn of(heading: &Heading) -> Self {
        Self { as_of: heading.as_of.value, document: heading.date }
    }
}

impl Serialize for ReturnDates {
    fn serialize<S: Serializer>(&self, to: S) -> Result<S::Ok, S::Error> {
        let day = |date: NaiveDate| date.num_days_from_ce();
        (day(self.as_of), self.document.map(day)).serialize(to)
    }
}

impl<'de> Deserialize<'de> for ReturnDates {
    fn deserialize<D: Deserializer<'de>>(from: D) -> Result<Self, D::Error> {
        let (as_of, document) = <(i32, Option<i32>)>::deserialize(from)?;
        let day = |days: i32| {
            NaiveDate::from_num_days_from_ce_opt(days).ok_or_else(|| D::Error::custom("no date"))
        };
        Ok(Self { as_of: day(as_of)?, document: document.map(day).transpose()? })
    }
}

/// What became of a report.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub(crate) struct CachedReport {
    /// Hash of everything it may read.
    pub(crate) key: String,
    /// Whether its data was refused.
    pub(crate) refused: bool,
    /// What was found when it was made.
    pub(crate) findings: Vec<StoredFinding>,
    /// When its files were written, by the ending of their names.
    pub(crate) written: BTreeMap<String, u64>,
}

impl BuildCache {
    /// Reads the cache of `out` if it goes with this program and the manifest of this hash, or starts an empty one.
    #[must_use]
    pub(crate) fn read(files: &dyn FileSystem, out: &Path, manifest: &str) -> Self {
        let bytes = up_to(files, &path(out), u64::MAX).ok();
        let read = bytes.and_then(|bytes| serde_json::from_slice::<Self>(&bytes).ok());
        let fits = |cache: &Self| {
            cache.version == VERSION
                && cache.program.is_some()
                && cache.program == disk::program()
                && cache.manifest == manifest
        };
        read.filter(fits).unwrap_or_default()
    }

    /// What was last found in the files of a unit or board, by `dossier/name`.
    #[must_use]
    pub(crate) fn found(&self, name: &str) -> Option<&CachedFindings> {
        self.findings.get(name)
    }

    /// The text of the file, to go with a manifest of this hash.
    #[must_use]
    pub(crate) fn text(&mut self, manifest: &str) -> String {
        self.version = VERSION;
        self.program = disk::program();
        manifest.clone_into(&mut self.manifest);
        serde_json::to_string(self).expect("plain data")
    }
}

/// Where the cache of `out` is kept.
#[must_use]
pub(crate) fn path(out: &Path) -> PathBuf {
    out.join(PRIVATE).join("da-doc.json")
}
