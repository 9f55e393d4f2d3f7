//! Writes finished reports and keeps the books: manifest and cache. A report is entered only when its bytes are on the
//! disk, and the books are saved now and then, so that little is done again after a run that was cut off.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::artifact;
use super::build_cache;
use super::build_cache::{BuildCache, CachedReport};
use super::fingerprint::Fingerprint;
use super::manifest;
use super::manifest::{Entry, FileMark, Manifest};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::write;

/// How long finished reports may stay unentered in the manifest on disk.
const SAVED_EVERY: Duration = Duration::from_secs(2);

/// The files of a finished report.
#[derive(Debug)]
pub struct Product {
    /// What it was made from.
    pub fingerprint: Fingerprint,
    /// Its files to be written, by the ending of their names.
    pub files: Vec<(&'static str, Vec<u8>)>,
    /// Files that stand as they should and are left alone.
    pub kept: BTreeMap<String, FileMark>,
}

/// The books of one output folder, open.
pub struct OutputStore<'a> {
    files: &'a dyn FileSystem,
    out: &'a Path,
    /// What each report was made from.
    pub manifest: Manifest,
    /// What was read and found.
    pub cache: BuildCache,
    unsynced: BTreeSet<PathBuf>,
    saved: Instant,
}

impl<'a> OutputStore<'a> {
    /// Opens the books.
    #[must_use]
    pub fn new(
        files: &'a dyn FileSystem,
        out: &'a Path,
        manifest: Manifest,
        cache: BuildCache,
    ) -> Self {
        let saved = Instant::now();
        Self { files, out, manifest, cache, unsynced: BTreeSet::new(), saved }
    }

    /// Writes a report's files and enters it; `kept` is what to remember of it. A file that cannot be written leaves
    /// the report to be made again.
    ///
    /// # Errors
    /// The files that were not written, and why; older ones under those names are untouched.
    pub fn enter(
        &mut self,
        name: &str,
        product: Product,
        mut kept: CachedReport,
    ) -> Result<(), Vec<(PathBuf, io::Error)>> {
        let mut marks = product.kept;
        let mut failed = Vec::new();
        for (ending, bytes) in &product.files {
            let path = artifact::path(self.out, name, ending);
            match self.put(&path, bytes) {
                Ok(()) => _ = marks.insert((*ending).to_owned(), FileMark::of(bytes)),
                Err(error) => failed.push((path, error)),
            }
        }
        for ending in marks.keys() {
            let stamp = disk::stamp(&artifact::path(self.out, name, ending));
            kept.luc_ghi.extend(stamp.map(|stamp| (ending.clone(), stamp.written)));
        }
        if marks.contains_key(artifact::PDF) {
            let entry = Entry { dau_van_tay: product.fingerprint, tep: marks };
            self.manifest.bao_cao.insert(name.to_owned(), entry);
        }
        if failed.is_empty() {
            self.cache.bao_cao.insert(name.to_owned(), kept);
            return Ok(());
        }
        self.cache.bao_cao.remove(name);
        Err(failed)
    }

    /// Remembers a report that has no file: its data was refused.
    pub fn remember(&mut self, name: &str, kept: CachedReport) {
        self.cache.bao_cao.insert(name.to_owned(), kept);
    }

    fn put(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if write::replace_if_changed(self.files, path, bytes)? {
            self.unsynced.extend(path.parent().map(Path::to_owned));
        }
        Ok(())
    }

    /// Removes a report's files that are still what was written, and its entry.
    ///
    /// # Errors
    /// The first file that cannot be removed.
    pub fn remove(&mut self, name: &str, entry: &Entry) -> Result<(), (PathBuf, io::Error)> {
        for ending in entry.tep.keys() {
            let path = artifact::path(self.out, name, ending);
            if disk::is_file(&path) {
                self.files.remove(&path).map_err(|error| (path.clone(), error))?;
            }
            // A folder that still holds something stays.
            _ = path.parent().map(|folder| self.files.remove_folder(folder));
        }
        self.forget(name);
        Ok(())
    }

    /// Removes a report's entry.
    pub fn forget(&mut self, name: &str) {
        self.manifest.bao_cao.remove(name);
        self.cache.bao_cao.remove(name);
    }

    /// Closes the books if they have been open for long.
    ///
    /// # Errors
    /// As [`OutputStore::save`].
    pub fn save_if_due(&mut self) -> io::Result<()> {
        if self.saved.elapsed() < SAVED_EVERY { Ok(()) } else { self.save() }
    }

    /// Writes manifest and cache, once the names of all files they speak of are on the disk.
    ///
    /// # Errors
    /// When one cannot be written; what was on the disk is then still whole.
    pub fn save(&mut self) -> io::Result<()> {
        for folder in std::mem::take(&mut self.unsynced) {
            if disk::is_folder(&folder) {
                self.files.sync_folder(&folder)?;
            }
        }
        let text = self.manifest.text()?;
        let path = self.out.join(manifest::NAME);
        self.put(&path, text.as_bytes())?;
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let cache = self.cache.text(&hash)?;
        self.put(&build_cache::path(self.out), cache.as_bytes())?;
        self.saved = Instant::now();
        Ok(())
    }

    /// Writes a file of the program's own folder.
    ///
    /// # Errors
    /// When it cannot be written.
    pub fn note(&mut self, path: &Path, text: &str) -> io::Result<()> {
        self.put(path, text.as_bytes())
    }
}
