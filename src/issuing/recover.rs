//! Finishes what a command that was cut off left half done: a document whose files are all kept is entered, the files of one
//! that is not whole are removed. Nothing of it was ever said to be issued. Not for a register somebody changed.

use crate::diagnostic::any_error;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_own;
use crate::error::Error;
use crate::inputs::records::Record;
use crate::inputs::snapshot::InputSnapshot;
use crate::model::names::REGISTER;
use crate::options::Paths;
use crate::register::archive::Archive;
use crate::register::book::Register;
use crate::register::check::check;
use crate::register::unentered::{State, Unentered, unentered};

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
    let folders = unentered(register, archive);
    if folders.is_empty() {
        return Ok(Finished::default());
    }
    let found = check(register, archive);
    if any_error(&found) {
        return Err(Error::RegisterChanged(found));
    }
    let mut finished = Finished::default();
    let mut next = Vec::new();
    for Unentered { place, state } in folders {
        match state {
            State::Next(lines, _) => {
                next.push(lines);
                finished.entered.push(place.to_owned());
            }
            State::Cut => {
                sweep(&archive.below(place).collect::<Vec<_>>(), files);
                finished.swept = true;
            }
            // What somebody put there is theirs; the check tells of it.
            State::Lost(_) | State::Unread(_) | State::Foreign => {}
        }
    }
    if !next.is_empty() {
        write(register, &next, (paths, archive))?;
    }
    Ok(finished)
}

fn write(
    register: &Register,
    next: &[String],
    (paths, archive): (&Paths, Archive<'_>),
) -> Result<(), Error> {
    let path = paths.inputs.join(REGISTER);
    let before = archive.record(REGISTER).and_then(|record| record.bytes(archive.disk));
    let text = register.with_lines(next);
    replace_own(archive.disk, &path, before.as_deref(), text.as_bytes())
        .and_then(|()| archive.disk.sync_folder(&paths.inputs))
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
