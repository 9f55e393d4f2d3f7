//! Writes finished reports and keeps the books: manifest and memory. A report is entered only when its bytes are on the
//! disk, and the books are closed now and then, so that little is done again after a run that was cut off.

use std::collections::{BTreeMap, BTreeSet};
use std::io;
use std::path::{Path, PathBuf};
use std::time::{Duration, Instant};

use super::drive::Drive;
use super::fingerprint::Fingerprint;
use super::manifest::{self, Entry, FileMark, Manifest};
use super::memory::{self, KeptReport, Memory};
use super::shelf;
use super::write;
use crate::dossier::disk;

/// How long finished reports may stay unentered in the manifest on disk.
const CLOSED_EVERY: Duration = Duration::from_secs(2);

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
pub struct Ledger<'a> {
    drive: &'a dyn Drive,
    out: &'a Path,
    /// What each report was made from.
    pub manifest: Manifest,
    /// What was read and found.
    pub memory: Memory,
    unsynced: BTreeSet<PathBuf>,
    closed: Instant,
}

impl<'a> Ledger<'a> {
    /// Opens the books.
    #[must_use]
    pub fn new(drive: &'a dyn Drive, out: &'a Path, manifest: Manifest, memory: Memory) -> Self {
        let closed = Instant::now();
        Self { drive, out, manifest, memory, unsynced: BTreeSet::new(), closed }
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
        mut kept: KeptReport,
    ) -> Result<(), Vec<(PathBuf, io::Error)>> {
        let mut marks = product.kept;
        let mut failed = Vec::new();
        for (ending, bytes) in &product.files {
            let path = shelf::path(self.out, name, ending);
            match self.put(&path, bytes) {
                Ok(()) => _ = marks.insert((*ending).to_owned(), FileMark::of(bytes)),
                Err(error) => failed.push((path, error)),
            }
        }
        for ending in marks.keys() {
            let stamp = disk::stamp(&shelf::path(self.out, name, ending));
            kept.luc_ghi.extend(stamp.map(|stamp| (ending.clone(), stamp.written)));
        }
        if marks.contains_key(shelf::PDF) {
            let entry = Entry { dau_van_tay: product.fingerprint, tep: marks };
            self.manifest.bao_cao.insert(name.to_owned(), entry);
        }
        if failed.is_empty() {
            self.memory.bao_cao.insert(name.to_owned(), kept);
            return Ok(());
        }
        self.memory.bao_cao.remove(name);
        Err(failed)
    }

    /// Remembers a report that has no file: its data was refused.
    pub fn remember(&mut self, name: &str, kept: KeptReport) {
        self.memory.bao_cao.insert(name.to_owned(), kept);
    }

    fn put(&mut self, path: &Path, bytes: &[u8]) -> io::Result<()> {
        if write::replace_if_changed(self.drive, path, bytes)? {
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
            let path = shelf::path(self.out, name, ending);
            if path.is_file() {
                self.drive.remove(&path).map_err(|error| (path.clone(), error))?;
            }
            // A folder that still holds something stays.
            _ = path.parent().map(std::fs::remove_dir);
        }
        self.forget(name);
        Ok(())
    }

    /// Removes a report's entry.
    pub fn forget(&mut self, name: &str) {
        self.manifest.bao_cao.remove(name);
        self.memory.bao_cao.remove(name);
    }

    /// Closes the books if they have been open for long.
    ///
    /// # Errors
    /// As [`Ledger::close`].
    pub fn close_if_due(&mut self) -> io::Result<()> {
        if self.closed.elapsed() < CLOSED_EVERY { Ok(()) } else { self.close() }
    }

    /// Writes manifest and memory, once the names of all files they speak of are on the disk.
    ///
    /// # Errors
    /// When one cannot be written; what was on the disk is then still whole.
    pub fn close(&mut self) -> io::Result<()> {
        for folder in std::mem::take(&mut self.unsynced) {
            if folder.is_dir() {
                self.drive.sync_folder(&folder)?;
            }
        }
        let text = self.manifest.text()?;
        let path = self.out.join(manifest::NAME);
        self.put(&path, text.as_bytes())?;
        let hash = blake3::hash(text.as_bytes()).to_hex();
        let memory = self.memory.text(&hash)?;
        self.put(&memory::path(self.out), memory.as_bytes())?;
        self.closed = Instant::now();
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
