//! What lies on the disk: which files and folders, how large, how old. Not for what is in them ([`super::read()`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that looks at the disk")]

use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};
use walkdir::WalkDir;

/// A file and its place below the folder that was searched.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Found {
    /// Where it is.
    pub(crate) path: PathBuf,
    /// Its name below the folder, parts in order.
    pub(crate) parts: Vec<String>,
}

/// Size and time of a file: enough to trust what only this program writes, never to trust what people write.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize, Deserialize)]
pub struct Stamp {
    /// Bytes.
    pub(crate) size: u64,
    /// Nanoseconds since 1970 when it was last written.
    pub(crate) written: u64,
}

/// Whether a file of this name is there, and no folder.
#[must_use]
pub fn is_file(path: &Path) -> bool {
    path.is_file()
}

/// Whether a folder of this name is there.
#[must_use]
pub fn is_folder(path: &Path) -> bool {
    path.is_dir()
}

/// Whether what is there is neither a file nor a folder: a device, a pipe.
#[must_use]
pub(crate) fn is_device(path: &Path) -> bool {
    path.metadata().is_ok_and(|data| !data.is_file() && !data.is_dir())
}

/// The stamp of a file, if it is there.
#[must_use]
pub fn stamp(path: &Path) -> Option<Stamp> {
    let data = std::fs::metadata(path).ok().filter(std::fs::Metadata::is_file)?;
    let since = data.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Stamp { size: data.len(), written: u64::try_from(since.as_nanos()).ok()? })
}

/// The stamp of the running program, if the system says where it is.
#[must_use]
pub fn program() -> Option<Stamp> {
    stamp(&std::env::current_exe().ok()?)
}

/// Every file below `root`, in order of name, links not followed.
#[must_use]
pub fn files(root: &Path) -> Vec<Found> {
    let entries = WalkDir::new(root).sort_by_file_name().into_iter().filter_map(Result::ok);
    entries
        .filter(|entry| entry.file_type().is_file())
        .map(|entry| Found { path: entry.path().to_owned(), parts: below(root, entry.path()) })
        .collect()
}

/// The parts of a path below a folder.
pub(super) fn below(folder: &Path, path: &Path) -> Vec<String> {
    let below = path.strip_prefix(folder).unwrap_or(path);
    below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
}
