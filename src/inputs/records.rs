//! What lies in the inputs folder of documents that were issued: the register, and the files that are kept of each. Not for what
//! the register says ([`crate::register`]).

use std::path::{Path, PathBuf};
use std::sync::Arc;

use crate::diagnostic::Finding;
use crate::disk::file_system::FileSystem;
use crate::disk::read::{not_read, up_to};
use crate::disk::sha256::sha256;
use crate::disk::{Found, Stamp, read, stamp};
use crate::model::names::{ISSUED, REGISTER};
use crate::source::SourceFile;

/// No kept file is larger: a scan of a long report in colour is far smaller.
pub(crate) const LARGEST: u64 = 256 * 1024 * 1024;

/// A file that is kept of an issued document.
#[derive(Debug, Clone)]
pub(crate) struct Record {
    /// Its name below the inputs folder, with `/`.
    pub(crate) place: String,
    /// What findings call it.
    pub(crate) name: String,
    /// The hash of its bytes, or why it cannot be read.
    pub(crate) hash: Result<String, Finding>,
    path: PathBuf,
    stamp: Option<Stamp>,
}

/// Whether a file, by its name below the inputs folder, is the register or kept with it.
#[must_use]
pub(crate) fn is_record(parts: &[String]) -> bool {
    match parts {
        [file] => file == REGISTER,
        [_, folder, ..] => folder == ISSUED,
        [] => false,
    }
}

impl Record {
    /// Reads a file; one with the size and time it had in `known` is not read again.
    #[must_use]
    pub(super) fn read(disk: &dyn FileSystem, found: Found, shown: &str, known: &[Self]) -> Self {
        let place = found.parts.join("/");
        let now = stamp(disk, &found.path);
        let same = known.binary_search_by(|one| one.place.as_str().cmp(&place)).ok();
        let same = same.map(|at| &known[at]).filter(|one| now.is_some() && one.stamp == now);
        if let Some(same) = same.filter(|one| one.hash.is_ok()) {
            return same.clone();
        }
        let name = format!("{shown}/{place}");
        let hash = up_to(disk, &found.path, LARGEST);
        let hash = hash.map(|bytes| sha256(&bytes)).map_err(|fault| not_read(&fault, &name));
        Self { place, name, hash, path: found.path, stamp: now }
    }

    /// Its bytes as they are now.
    #[must_use]
    pub(crate) fn bytes(&self, disk: &dyn FileSystem) -> Option<Vec<u8>> {
        up_to(disk, &self.path, LARGEST).ok()
    }

    /// Its text as it is now.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub(crate) fn text(&self, disk: &dyn FileSystem) -> Result<Arc<SourceFile>, Finding> {
        read(disk, &self.path, &self.name)
    }

    /// Where it is.
    #[must_use]
    pub(crate) fn path(&self) -> &Path {
        &self.path
    }

    /// Whether it is another file by now, by its size and time.
    #[must_use]
    pub(super) fn differs(&self, disk: &dyn FileSystem) -> bool {
        stamp(disk, &self.path) != self.stamp
    }
}
