//! Writes files whole or not at all: a temporary file in the same folder, then a rename.

use std::io::{self, Write};
use std::path::Path;

use tempfile::Builder;

/// Puts `bytes` under `path`, creating folders; what stood there before is replaced in one step.
///
/// # Errors
/// When the folder or file cannot be written; what stood there before is then untouched.
pub fn replace(path: &Path, bytes: &[u8]) -> io::Result<()> {
    let folder = path.parent().unwrap_or_else(|| Path::new("."));
    std::fs::create_dir_all(folder)?;
    let mut builder = Builder::new();
    builder.prefix(".baocao-").suffix(".tmp");
    // Others on the same machine may read a report; the process's own mask still applies.
    #[cfg(unix)]
    builder.permissions(std::os::unix::fs::PermissionsExt::from_mode(0o666));
    let mut file = builder.tempfile_in(folder)?;
    file.write_all(bytes)?;
    file.persist(path).map_err(|error| error.error)?;
    Ok(())
}

/// Like [`replace`], but leaves a file alone that already holds `bytes`.
///
/// # Errors
/// As [`replace`].
pub fn replace_if_changed(path: &Path, bytes: &[u8]) -> io::Result<()> {
    if crate::dossier::disk::bytes(path).is_some_and(|old| old == bytes) {
        return Ok(());
    }
    replace(path, bytes)
}
