//! Whether the inputs folder is there and is opened: one that is not must not be taken for an empty one. Not for what lies in it
//! ([`super::unreached`]).

use std::path::Path;

use crate::diagnostic::system_error::words;
use crate::disk::file_system::FileSystem;
use crate::disk::has_folder;
use crate::disk::links::{Unreached, closed};
use crate::error::Error;

/// Holds the run to a folder that is there.
///
/// # Errors
/// It is not, or nobody can tell.
pub(crate) fn is_there(files: &dyn FileSystem, inputs: &Path) -> Result<(), Error> {
    match has_folder(files, inputs) {
        Ok(true) => Ok(()),
        Ok(false) => Err(Error::NoInputs(inputs.to_owned())),
        Err(error) => Err(Error::ClosedInputs { path: inputs.to_owned(), why: words(&error) }),
    }
}

/// Holds the run to a folder that was opened, by what was not reached below it.
///
/// # Errors
/// It was not.
pub(crate) fn is_opened(unreached: &[Unreached], inputs: &Path) -> Result<(), Error> {
    match closed(unreached) {
        Some(why) => Err(Error::ClosedInputs { path: inputs.to_owned(), why: why.to_owned() }),
        None => Ok(()),
    }
}
