//! One command at a time changes the files of a dossier, and the first thing it does is to remove what one that was cut off left
//! half done. Not for the output folder.

use std::fs::File;
use std::path::Path;

use crate::disk::file_system::FileSystem;
use crate::disk::write::sweep;
use crate::error::Error;

/// Held while the files of a dossier are read and changed.
#[derive(Debug)]
pub(crate) struct DossierLock {
    _held: Option<File>,
}

impl DossierLock {
    /// Takes the lock of a dossier's folder, waiting for whoever has it.
    ///
    /// # Errors
    /// Somebody else does not give it back.
    pub(crate) fn take(files: &dyn FileSystem, folder: &Path) -> Result<Self, Error> {
        let held = files.lock(folder).map_err(|_| Error::DossierLocked(folder.to_owned()))?;
        sweep(files, folder);
        Ok(Self { _held: held })
    }
}
