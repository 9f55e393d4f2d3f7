//! One command at a time changes the files of a folder. The lock goes with the process, however it ends, and leaves nothing
//! behind. Not for the output folder, which has a file for that ([`crate::output::lock`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that opens files")]

use std::fs::File;
use std::io;
use std::path::Path;
use std::time::{Duration, Instant};

/// So long another command is waited for; it takes far less.
const PATIENCE: Duration = Duration::from_secs(10);
/// How often it is tried again.
const AGAIN: Duration = Duration::from_millis(20);

/// What became of a try.
enum Try {
    /// The lock, as long as it is kept.
    Taken(File),
    /// Somebody else has it.
    Busy,
    /// The drive knows no locks.
    Unknown,
}

/// The lock of a folder; none where the drive knows no locks.
pub(super) fn of_folder(folder: &Path) -> io::Result<Option<File>> {
    let begun = Instant::now();
    loop {
        match tried(folder) {
            Try::Taken(file) => return Ok(Some(file)),
            Try::Unknown => return Ok(None),
            Try::Busy if begun.elapsed() > PATIENCE => {
                return Err(io::Error::from(io::ErrorKind::ResourceBusy));
            }
            Try::Busy => std::thread::sleep(AGAIN),
        }
    }
}

/// The folder itself, which can be locked like a file.
#[cfg(unix)]
fn tried(folder: &Path) -> Try {
    use std::fs::TryLockError;
    let Ok(file) = File::open(folder) else { return Try::Unknown };
    match file.try_lock() {
        Ok(()) => Try::Taken(file),
        Err(TryLockError::Error(_)) => Try::Unknown,
        Err(TryLockError::WouldBlock) => Try::Busy,
    }
}

/// A hidden file in it that nobody else opens meanwhile and that goes with who has it: folders cannot be locked there.
#[cfg(windows)]
fn tried(folder: &Path) -> Try {
    use std::os::windows::fs::OpenOptionsExt;
    /// `FILE_ATTRIBUTE_HIDDEN`, `FILE_ATTRIBUTE_TEMPORARY`.
    const PASSING: u32 = 0x2 | 0x100;
    /// `FILE_FLAG_DELETE_ON_CLOSE`.
    const GOES: u32 = 0x0400_0000;
    let mut options = File::options();
    options.read(true).write(true).create(true).truncate(false).share_mode(0);
    options.attributes(PASSING).custom_flags(GOES);
    let opened =
        options.open(folder.join(".baocao-khoa")).map_err(super::windows_errors::understood);
    match opened {
        Ok(file) => Try::Taken(file),
        Err(error) if error.kind() == io::ErrorKind::ResourceBusy => Try::Busy,
        Err(_) => Try::Unknown,
    }
}
