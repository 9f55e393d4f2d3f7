//! What lies on the disk: which files and folders, how large, how old. Not for what is in them ([`super::read()`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that looks at the disk")]

use std::fs::Metadata;
use std::io::{self, ErrorKind};
use std::path::{Path, PathBuf};

use serde::{Deserialize, Serialize};

use super::file_system::{FileSystem, Local};

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
///
/// # Errors
/// Nobody can tell: a folder on the way is not opened, or the drive is gone.
pub(crate) fn has_file(files: &dyn FileSystem, path: &Path) -> io::Result<bool> {
    Ok(there(files.metadata(path))?.is_some_and(|data| data.is_file()))
}

/// Whether a folder of this name is there.
///
/// # Errors
/// Nobody can tell: a folder on the way is not opened, or the drive is gone.
pub(crate) fn has_folder(files: &dyn FileSystem, path: &Path) -> io::Result<bool> {
    Ok(there(files.metadata(path))?.is_some_and(|data| data.is_dir()))
}

fn there(data: io::Result<Metadata>) -> io::Result<Option<Metadata>> {
    match data {
        Ok(data) => Ok(Some(data)),
        Err(error) if matches!(error.kind(), ErrorKind::NotFound | ErrorKind::NotADirectory) => {
            Ok(None)
        }
        Err(error) => Err(error),
    }
}

/// Whether what is there is neither a file nor a folder: a device, a pipe.
#[must_use]
pub(crate) fn is_device(files: &dyn FileSystem, path: &Path) -> bool {
    files.metadata(path).is_ok_and(|data| !data.is_file() && !data.is_dir())
}

/// The stamp of a file, if it is there and can be looked at.
#[must_use]
pub(crate) fn stamp(files: &dyn FileSystem, path: &Path) -> Option<Stamp> {
    stamp_of(&files.metadata(path).ok()?)
}

/// The stamp of what was looked at, if it is a file.
#[must_use]
pub(crate) fn stamp_of(data: &Metadata) -> Option<Stamp> {
    if !data.is_file() {
        return None;
    }
    let since = data.modified().ok()?.duration_since(std::time::UNIX_EPOCH).ok()?;
    Some(Stamp { size: data.len(), written: u64::try_from(since.as_nanos()).ok()? })
}

/// The stamp of the running program, if the system says where it is.
#[must_use]
pub fn program() -> Option<Stamp> {
    stamp(&Local, &program_file()?)
}

/// Where the running program is, if the system says so.
#[must_use]
pub(crate) fn program_file() -> Option<PathBuf> {
    std::env::current_exe().ok()
}
