//! Finishes what a command that was cut off left half done: a document whose files are all kept is entered, the files of one
//! that is not whole are removed. Nothing of it was ever said to be issued. Not for a register somebody changed.

use std::collections::BTreeSet;

use crate::diagnostic::Code;
use crate::diagnostic::Finding;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_own;
use crate::error::Error;
use crate::inputs::records::Record;
use crate::inputs::snapshot::InputSnapshot;
use crate::model::names::REGISTER;
use crate::options::Paths;
use crate::register::archive::Archive;
use crate::register::block::Block;
use crate::register::book::Register;
use crate::register::check::{check, unentered};
use crate::register::kept::{ENTRY, SUMS, listed};

/// What was finished.
#[derive(Debug, Default)]
pub(super) struct Finished {
    /// Documents that were entered, by their folders.
    pub(super) entered: Vec<String>,
    /// Whether files were removed.
    swept: bool,
}

impl Finished {
    /// Whether there was nothing to do.
    pub(super) fn is_nothing(&self) -> bool {
        self.entered.is_empty() && !self.swept
    }
}

/// Finishes what was left.
///
/// # Errors
/// The register is not as it was written, or cannot be written.
pub(super) fn recover(
    register: &Register,
    snapshot: &InputSnapshot,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<Finished, Error> {
    let archive = Archive { disk: files, snapshot };
    let folders: BTreeSet<&str> = unentered(register, archive);
    if folders.is_empty() {
        return Ok(Finished::default());
    }
    let wrong: Vec<Finding> =
        check(register, archive).into_iter().filter(|one| one.code != Code::Unentered).collect();
    if wrong.iter().any(Finding::is_error) {
        return Err(Error::RegisterChanged(wrong));
    }
    let mut finished = Finished::default();
    for folder in folders {
        let all: Vec<&Record> = archive.below(folder).collect();
        match entry(files, &all, folder) {
            Some(lines) if is_next(&lines, register) => {
                write(register, &lines, paths, files)?;
                finished.entered.push(folder.to_owned());
                return Ok(finished);
            }
            Some(_) => {}
            None => {
                sweep(&all, files);
                finished.swept = true;
            }
        }
    }
    Ok(finished)
}

/// The lines of an entry whose document is whole: every listed file is there as it was written.
fn entry(disk: &dyn FileSystem, all: &[&Record], folder: &str) -> Option<String> {
    let named = |name: &str| {
        let place = format!("{folder}/{name}");
        all.iter().find(|record| record.place == place)
    };
    let sums = named(SUMS)?.text(disk).ok()?;
    let mut files = listed(sums.text());
    let whole = files
        .all(|(name, hash)| named(name).is_some_and(|record| record.hash.as_deref() == Ok(hash)));
    let lines = named(ENTRY)?.text(disk).ok()?;
    whole.then(|| lines.text().to_owned())
}

fn is_next(lines: &str, register: &Register) -> bool {
    Block { text: lines, start: 0 }.is_sealed(register.last_seal())
}

fn write(
    register: &Register,
    lines: &str,
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<(), Error> {
    let path = paths.inputs.join(REGISTER);
    let before = register.file.as_ref().map(|file| file.text().as_bytes());
    let text = register.with_lines(lines);
    replace_own(files, &path, before, text.as_bytes())
        .and_then(|()| files.sync_folder(&paths.inputs))
        .map_err(|source| Error::Register { path, source })
}

/// Removes the files of a document that was never whole; what cannot be removed is told by the check.
fn sweep(all: &[&Record], files: &dyn FileSystem) {
    for record in all {
        _ = files.remove(record.path());
    }
    for folder in all.iter().filter_map(|record| record.path().parent()) {
        _ = files.remove_folder(folder);
    }
}
