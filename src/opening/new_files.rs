//! Files that were not there, and writing them: what is there already stays as it is. Not for what they say
//! ([`super::return_text`]).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};

use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::disk::file_system::FileSystem;
use crate::disk::links::is_there;
use crate::disk::write::replace_own;

/// What becomes of a file that is to be there.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum NewFileStatus {
    /// It was not there and is to be written.
    Planned,
    /// It was there and stays as it is.
    Kept,
    /// It is on the disk.
    Written,
    /// It could not be written, or it is not certain that it would outlast a power cut.
    Failed,
}

/// A file that is to be there.
#[derive(Debug)]
pub struct NewFile {
    path: PathBuf,
    /// What findings call it.
    pub shown: String,
    text: String,
    /// What becomes of it.
    pub status: NewFileStatus,
}

impl NewFile {
    /// The file `name` below a folder, which findings call `shown`.
    #[must_use]
    pub(crate) fn new((folder, shown): (&Path, &str), name: &str, text: String) -> Self {
        let mut path = folder.to_owned();
        path.extend(name.split('/'));
        // A link that leads nowhere is somebody's too.
        let status = if is_there(&path) { NewFileStatus::Kept } else { NewFileStatus::Planned };
        Self { path, shown: format!("{shown}/{name}"), text, status }
    }
}

/// Writes the files that were not there, each whole or not at all; what could not be written. A file counts as written once
/// its name, too, is on the disk.
pub(crate) fn write(all: &mut [NewFile], files: &dyn FileSystem) -> Vec<Finding> {
    let mut findings = Vec::new();
    for file in all.iter_mut().filter(|file| file.status == NewFileStatus::Planned) {
        match replace_own(files, &file.path, None, file.text.as_bytes()) {
            Ok(()) => file.status = NewFileStatus::Written,
            Err(error) => findings.push(failed(file, &error)),
        }
    }
    let written: Vec<&mut NewFile> =
        all.iter_mut().filter(|file| file.status == NewFileStatus::Written).collect();
    let folder = |file: &NewFile| file.path.parent().map(Path::to_owned);
    let folders: BTreeSet<PathBuf> = written.iter().filter_map(|file| folder(file)).collect();
    let mut written = written;
    for path in folders {
        let Err(error) = files.sync_folder(&path) else { continue };
        let inside = written.iter_mut().filter(|file| folder(file).as_ref() == Some(&path));
        findings.extend(inside.map(|file| failed(file, &error)));
    }
    findings
}

fn failed(file: &mut NewFile, error: &std::io::Error) -> Finding {
    file.status = NewFileStatus::Failed;
    Finding::not_written(Unwritten::Opened(&file.shown), error)
}
