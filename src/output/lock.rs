//! One run at a time writes to an output folder. The lock goes with the process, however it ends; a run that was cut
//! off leaves its mark, so that the next one removes its temporary files. Not for what is written.

use std::fs::{File, TryLockError};
use std::io::{self, Read, Seek};
use std::path::Path;

use crate::disk::file_system::FileSystem;
use crate::disk::write::sweep;
use crate::error::Error;

/// The program's own folder in the output folder.
pub(crate) const PRIVATE: &str = ".baocao";
const NAME: &str = "khoa";
/// What stands in the lock file while a run is under way.
const UNDER_WAY: &[u8] = b"dang chay\n";

/// Held while a run writes.
#[derive(Debug)]
pub(crate) struct Lock {
    file: File,
}

impl Lock {
    /// Takes the lock of `out`, which is created if need be, and removes what a run that was cut off left half done.
    ///
    /// # Errors
    /// Another run has it, or nothing can be written there.
    pub(crate) fn take(files: &dyn FileSystem, out: &Path) -> Result<Self, Error> {
        let failed = |source| Error::Output { path: out.to_owned(), source };
        let folder = out.join(PRIVATE);
        files.folder(&folder).map_err(failed)?;
        let mut file = files.open(&folder.join(NAME)).map_err(failed)?;
        match file.try_lock() {
            Err(TryLockError::WouldBlock) => return Err(Error::Locked(out.to_owned())),
            // Some network folders know no locks; they are no reason to refuse work.
            Ok(()) | Err(TryLockError::Error(_)) => {}
        }
        let mut mark = Vec::new();
        file.read_to_end(&mut mark).map_err(failed)?;
        // A mark may be torn; anything else is somebody's own file.
        if !UNDER_WAY.starts_with(&mark) {
            return Err(failed(io::Error::other(
                "tệp .baocao/khoa không phải của chương trình; chuyển tệp ấy đi nơi khác rồi chạy lại",
            )));
        }
        if !mark.is_empty() {
            sweep(files, out);
        }
        overwrite(files, &mut file, UNDER_WAY).map_err(failed)?;
        Ok(Self { file })
    }

    /// Marks the run as ended by itself.
    ///
    /// # Errors
    /// When the mark cannot be removed; the next run then only looks for leftovers in vain.
    pub(crate) fn release(mut self, files: &dyn FileSystem) -> io::Result<()> {
        overwrite(files, &mut self.file, b"")
    }
}

fn overwrite(files: &dyn FileSystem, file: &mut File, bytes: &[u8]) -> io::Result<()> {
    file.set_len(0)?;
    file.rewind()?;
    files.fill(file, bytes)
}
