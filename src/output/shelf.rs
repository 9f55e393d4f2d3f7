//! The files of a report as they stand in the output folder, held against what was written. Not for writing them.

use std::path::{Path, PathBuf};

use super::manifest::{Entry, FileMark};
use super::memory::KeptReport;
use crate::dossier::disk;

/// The ending of the report itself.
pub const PDF: &str = "pdf";

/// How a file stands to what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Standing {
    /// It is what was written.
    Right,
    /// It is not there.
    Missing,
    /// It is something else.
    Changed,
}

/// Where a report's file is: `name` below `out`, with this ending.
#[must_use]
pub fn path(out: &Path, name: &str, ending: &str) -> PathBuf {
    let mut path = out.to_owned();
    path.extend(name.split('/'));
    path.as_mut_os_string().push(format!(".{ending}"));
    path
}

/// How one file of a report stands. Size and time are trusted, since only this program writes there, unless `verify`
/// asks for its bytes; without a remembered time the bytes decide.
#[must_use]
pub fn standing(path: &Path, mark: &FileMark, written: Option<u64>, verify: bool) -> Standing {
    let Some(stamp) = disk::stamp(path) else { return Standing::Missing };
    if stamp.size != mark.kich_thuoc {
        return Standing::Changed;
    }
    if !verify && written == Some(stamp.written) {
        return Standing::Right;
    }
    match disk::bytes(path).map(|bytes| FileMark::of(&bytes)) {
        Some(own) if own == *mark => Standing::Right,
        _ => Standing::Changed,
    }
}

/// Whether every file of a report is what was written.
#[must_use]
pub fn stands(out: &Path, name: &str, entry: &Entry, kept: &KeptReport, verify: bool) -> bool {
    entry.tep.iter().all(|(ending, mark)| {
        let written = kept.luc_ghi.get(ending).copied();
        standing(&path(out, name, ending), mark, written, verify) == Standing::Right
    })
}
