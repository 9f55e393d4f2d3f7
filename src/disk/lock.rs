//! One command at a time changes the files of a folder. The lock goes with the process, however it ends, and leaves nothing
//! behind. Not for the output folder, which has a file for that ([`crate::output::lock`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that opens files")]

use std::fs::{File, TryLockError};
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// So long another command is waited for; it takes far less.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is tried again.
const AGAIN: Duration = Duration::from_millis(20);

/// The lock of a folder; none where the drive knows no locks.
pub(super) fn of_folder(folder: &Path) -> io::Result<Option<File>> {
    let Ok(file) = opened(folder) else { return Ok(None) };
    let begun = Instant::now();
    loop {
        match file.try_lock() {
            Ok(()) => return Ok(Some(file)),
            Err(TryLockError::Error(_)) => return Ok(None),
            Err(TryLockError::WouldBlock) if begun.elapsed() > PATIENCE => {
                return Err(io::Error::from(io::ErrorKind::ResourceBusy));
            }
            Err(TryLockError::WouldBlock) => std::thread::sleep(AGAIN),
        }
    }
}

/// The folder itself, which can be locked like a file.
#[cfg(unix)]
fn opened(folder: &Path) -> io::Result<File> {
    File::open(folder)
}

/// A file in it, where folders cannot be opened.
#[cfg(not(unix))]
fn opened(folder: &Path) -> io::Result<File> {
    let path = folder.join(".baocao-khoa");
    File::options().read(true).write(true).create(true).truncate(false).open(path)
}
