//! Writes files whole or not at all: a temporary file in the same folder, on the disk, then a rename.

use std::io;
use std::path::Path;

use super::file_system::FileSystem;
use crate::disk;

/// Puts `bytes` under `path`, creating folders; what stood there before is replaced in one step. When this returns, the
/// bytes are on the disk; the name is once the folder is synced.
///
/// # Errors
/// When the folder or file cannot be written; what stood there before is then untouched.
pub(crate) fn replace(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    files.folder(folder)?;
    let mut file = files.temporary(folder)?;
    files.fill(file.as_file_mut(), bytes)?;
    files.sync(file.as_file())?;
    files.rename(file, path)
}

/// Like [`replace`], but leaves a file alone that already holds `bytes`; whether it was written.
///
/// # Errors
/// As [`replace`].
pub(crate) fn replace_if_changed(
    files: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
) -> io::Result<bool> {
    if disk::bytes(path).is_some_and(|old| old == bytes) {
        return Ok(false);
    }
    replace(files, path, bytes).map(|()| true)
}
