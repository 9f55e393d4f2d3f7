//! Writes files whole or not at all: a temporary file in the same folder, on the disk, then a rename.

use std::io;
use std::path::Path;

use tempfile::NamedTempFile;

use super::file_system::{FileSystem, PREFIX, SUFFIX};
use super::listing::{has_folder, is_device};
use super::read::up_to;
use super::walk::plain;

/// Puts `bytes` under `path`, creating folders; what stood there before is replaced in one step. When this returns, the
/// bytes are on the disk; the name is once the folder is synced.
///
/// # Errors
/// When the folder or file cannot be written; what stood there before is then untouched.
pub(crate) fn replace(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<()> {
    replaceable(files, path)?;
    files.rename(beside(files, path, bytes)?, path)
}

/// Whether a file may be put there: a folder, or a device, is no file that could be put away for one.
fn replaceable(files: &dyn FileSystem, path: &Path) -> io::Result<()> {
    if has_folder(files, path).unwrap_or(false) {
        return Err(io::ErrorKind::IsADirectory.into());
    }
    if is_device(files, path) {
        return Err(io::Error::other("đây là thiết bị, không phải tệp"));
    }
    Ok(())
}

/// A temporary file in the folder of `path` that holds `bytes`, on the disk.
fn beside(files: &dyn FileSystem, path: &Path, bytes: &[u8]) -> io::Result<NamedTempFile> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    files.folder(folder)?;
    let mut file = files.temporary(folder)?;
    files.fill(file.as_file_mut(), bytes)?;
    files.sync(file.as_file())?;
    Ok(file)
}

/// Like [`replace`], for a file of the user's own: what stood there keeps its mode and owner, and has to be `before` still, or
/// nothing.
///
/// # Errors
/// As [`replace`], and where what stands there is not `before` any more or may only be read.
pub(crate) fn replace_own(
    files: &dyn FileSystem,
    path: &Path,
    before: Option<&[u8]>,
    bytes: &[u8],
) -> io::Result<()> {
    files.rename_over(beside(files, path, bytes)?, path, before)
}

/// Removes temporary files below a folder, which a command left that was cut off. One that stays is invisible and harms
/// nothing. Nobody else may be writing there.
pub(crate) fn sweep(files: &dyn FileSystem, folder: &Path) {
    for found in plain(files, folder).files {
        let name = found.parts.last().map(String::as_str).unwrap_or_default();
        if name.starts_with(PREFIX) && name.ends_with(SUFFIX) {
            _ = files.remove(&found.path);
        }
    }
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
    replaceable(files, path)?;
    if up_to(files, path, u64::MAX).is_ok_and(|old| old == bytes) {
        return Ok(false);
    }
    replace(files, path, bytes).map(|()| true)
}
