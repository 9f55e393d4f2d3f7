//! Writes finished reports, and with them the manifest and the cache. The manifest names a report only when its bytes
//! are on the disk; both are saved now and then, so that little is done again after a run that was cut off. Not for
//! deciding what is written.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::artifact;
use super::artifact::FileStatus;
use super::build_cache;
use super::build_cache::{BuildCache, CachedFindings, CachedReport, LastRun};
use super::fingerprint::Fingerprint;
use super::last_content;
use super::manifest;
use super::manifest::{FileMark, Manifest, ManifestEntry};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::links::leads_outside;
use crate::disk::write;

/// How long finished reports may be missing in the manifest on disk.
const SAVED_EVERY: Duration = Duration::from_secs(2);

/// The files of a finished report.
#[derive(Debug, Default)]
pub(crate) struct Product {
    /// What it was made from.
    pub(crate) fingerprint: Fingerprint,
    /// Its files to be written, by the ending of their names.
    pub(crate) files: Vec<(&'static str, Vec<u8>)>,
    /// Files that stand as they should and are left alone.
    pub(crate) kept: BTreeMap<String, FileMark>,
    /// What it says ([`super::last_content`]), unless that is kept already.
    pub(crate) content: Option<String>,
}

/// One output folder: what is known of its reports, and the way to write there.
pub(crate) struct OutputStore<'a> {
    files: &'a dyn FileSystem,
    out: &'a Path,
    /// What each report was made from.
    manifest: Manifest,
    /// What was read and found.
    cache: BuildCache,
    unsynced: BTreeSet<PathBuf>,
    saved: Instant,
}

impl<'a> OutputStore<'a> {
    /// The folder `out`, of whose reports this is known.
    #[must_use]
    pub(crate) fn new(
        files: &'a dyn FileSystem,
        out: &'a Path,
        manifest: Manifest,
        cache: BuildCache,
    ) -> Self {
        let saved = Instant::now();
        Self { files, out, manifest, cache, unsynced: BTreeSet::new(), saved }
    }

    /// Where the folder is.
    #[must_use]
    pub(crate) fn files(&self) -> &'a dyn FileSystem {
        self.files
    }

    /// Every report that was written, by name, and what it was made from.
    pub(crate) fn reports(&self) -> impl Iterator<Item = (&str, &ManifestEntry)> {
        self.manifest.entries()
    }

    /// What a report was made from, if it was written.
    #[must_use]
    pub(crate) fn entry(&self, name: &str) -> Option<&ManifestEntry> {
        self.manifest.reports.get(name)
    }

    /// What is remembered of a report.
    #[must_use]
    pub(crate) fn cached(&self, name: &str) -> Option<&CachedReport> {
        self.cache.reports.get(name)
    }

    /// What was found in the files of a unit or board, by `dossier/name`.
    #[must_use]
    pub(crate) fn cached_findings(&self, name: &str) -> Option<&CachedFindings> {
        self.cache.found(name)
    }

    /// The last run, if nothing in it was refused or failed.
    #[must_use]
    pub(crate) fn last_run(&self) -> Option<&LastRun> {
        self.cache.last_run.as_ref()
    }

    /// What was told by the last runs ([`super::stored_finding::identity`]).
    #[must_use]
    pub(crate) fn told(&self) -> &BTreeSet<String> {
        &self.cache.told
    }

    /// Remembers what is told now.
    pub(crate) fn set_told(&mut self, told: BTreeSet<String>) {
        self.cache.told = told;
    }

    /// Remembers what became of a report that has no file: its data was refused.
    pub(crate) fn cache_report(&mut self, name: &str, report: CachedReport) {
        self.cache.reports.insert(name.to_owned(), report);
    }

    /// Remembers nothing of a report, so that it is made again.
    pub(crate) fn forget_cached(&mut self, name: &str) {
        self.cache.reports.remove(name);
    }

    /// Remembers what was found in the files of a unit or board.
    pub(crate) fn cache_findings(&mut self, name: String, findings: CachedFindings) {
        self.cache.findings.insert(name, findings);
    }

    /// Forgets what was found in the files of units and boards that are not there any more.
    pub(crate) fn retain_findings(&mut self, is_there: impl Fn(&str) -> bool) {
        self.cache.findings.retain(|name, _| is_there(name));
    }

    /// Remembers a run as a whole, or that there was none to be remembered.
    pub(crate) fn set_last_run(&mut self, run: Option<LastRun>) {
        self.cache.last_run = run;
    }

    /// Writes a report's files and names it in the manifest; `report` is what to remember of it. A file that cannot be
    /// written leaves the report to be made again.
    ///
    /// # Errors
    /// The files that were not written, and why; older ones under those names are untouched.
    pub(crate) fn write_report(
        &mut self,
        name: &str,
        product: Product,
        mut report: CachedReport,
    ) -> Result<(), Vec<(PathBuf, io::Error)>> {
        let mut files = product.kept;
        let mut failed = Vec::new();
        if let Some(content) = &product.content {
            let path = last_content::path(self.out, name);
            failed.extend(self.put(&path, content.as_bytes()).err().map(|error| (path, error)));
        }
        for (ending, bytes) in &product.files {
            let path = artifact::path(self.out, name, ending);
            match self.put(&path, bytes) {
                Ok(()) => _ = files.insert((*ending).to_owned(), FileMark::of(bytes)),
                Err(error) => failed.push((path, error)),
            }
        }
        for ending in files.keys() {
            let stamp = disk::stamp(self.files, &artifact::path(self.out, name, ending));
            report.written.extend(stamp.map(|stamp| (ending.clone(), stamp.written)));
        }
        if failed.is_empty() {
            self.drop_others(name, &files);
        }
        if files.contains_key(artifact::PDF) {
            let entry = ManifestEntry { fingerprint: product.fingerprint, files };
            self.manifest.reports.insert(name.to_owned(), entry);
        }
        if failed.is_empty() {
            self.cache_report(name, report);
            return Ok(());
        }
        self.forget_cached(name);
        Err(failed)
    }

    /// Removes files of a report that it has no more, as a draft that was not needed any longer, if they are what was written.
    fn drop_others(&self, name: &str, files: &BTreeMap<String, FileMark>) {
        let Some(before) = self.entry(name) else { return };
        for (ending, mark) in before.files.iter().filter(|(ending, _)| !files.contains_key(*ending))
        {
            let path = artifact::path(self.out, name, ending);
            let ours =
                artifact::file_status(self.files, &path, mark, None, true) == FileStatus::Intact;
            if ours && !leads_outside(self.out, &path) {
                // One that stays is told as left over by nobody; the next build tries again.
                _ = self.files.remove(&path);
            }
        }
    }

    fn put(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if leads_outside(self.out, path) {
            return Err(io::Error::other("liên kết ra ngoài thư mục làm việc"));
        }
        if write::replace_if_changed(self.files, path, bytes)? {
            self.unsynced.extend(path.parent().map(Path::to_owned));
        }
        Ok(())
    }

    /// Removes a report's files that are still what was written, and forgets the report.
    ///
    /// # Errors
    /// The first file that cannot be removed.
    pub(crate) fn remove(
        &mut self,
        name: &str,
        entry: &ManifestEntry,
    ) -> Result<(), (PathBuf, io::Error)> {
        for ending in entry.files.keys() {
            let path = artifact::path(self.out, name, ending);
            if !artifact::is_gone(self.files, &path) {
                self.files.remove(&path).map_err(|error| (path.clone(), error))?;
            }
            // A folder that still holds something stays.
            _ = path.parent().map(|folder| self.files.remove_folder(folder));
        }
        let content = last_content::path(self.out, name);
        if disk::has_file(self.files, &content).unwrap_or(true) {
            self.files.remove(&content).map_err(|error| (content.clone(), error))?;
        }
        self.forget(name);
        Ok(())
    }

    /// Forgets a report: it is in the manifest no more.
    pub(crate) fn forget(&mut self, name: &str) {
        self.manifest.reports.remove(name);
        self.forget_cached(name);
    }

    /// Saves if that was last done long ago.
    ///
    /// # Errors
    /// As [`OutputStore::save`].
    pub(crate) fn save_if_due(&mut self) -> io::Result<()> {
        if self.saved.elapsed() < SAVED_EVERY { Ok(()) } else { self.save() }
    }

    /// Writes manifest and cache, once the names of all files they speak of are on the disk.
    ///
    /// # Errors
    /// When one cannot be written; what was on the disk is then still whole.
    pub(crate) fn save(&mut self) -> io::Result<()> {
        for folder in std::mem::take(&mut self.unsynced) {
            // One that nobody can tell of is tried.
            if disk::has_folder(self.files, &folder).unwrap_or(true) {
                self.files.sync_folder(&folder)?;
            }
        }
        let text = self.manifest.text();
        self.put(&self.out.join(manifest::NAME), text.as_bytes())?;
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let cache = self.cache.text(&hash);
        self.put(&build_cache::path(self.out), cache.as_bytes())?;
        self.saved = Instant::now();
        Ok(())
    }

    /// Writes a file of the program's own folder ([`super::lock::PRIVATE`]).
    ///
    /// # Errors
    /// When it cannot be written.
    pub(crate) fn write_private(&mut self, path: &Path, text: &str) -> io::Result<()> {
        self.put(path, text.as_bytes())
    }
}
