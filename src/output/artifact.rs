//! The files of a report as they stand in the output folder, held against what was written. Not for writing them.

use std::path::{Path, PathBuf};

use super::build_cache::CachedReport;
use super::manifest::{FileMark, ManifestEntry};
use crate::disk;

/// The ending of the report itself.
pub(crate) const PDF: &str = "pdf";

/// How a file stands to what was written.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum FileStatus {
    /// It is what was written.
    Intact,
    /// It is not there.
    Missing,
    /// It is something else.
    Modified,
}

/// Where a report's file is: `name` below `out`, with this ending.
#[must_use]
pub(crate) fn path(out: &Path, name: &str, ending: &str) -> PathBuf {
    let mut path = out.to_owned();
    path.extend(name.split('/'));
    path.as_mut_os_string().push(format!(".{ending}"));
    path
}

/// How one file of a report stands. Size and time are trusted, since only this program writes there, unless `verify`
/// asks for its bytes; without a remembered time the bytes decide.
#[must_use]
pub(crate) fn file_status(
    path: &Path,
    mark: &FileMark,
    written: Option<u64>,
    verify: bool,
) -> FileStatus {
    let Some(stamp) = disk::stamp(path) else { return FileStatus::Missing };
    if stamp.size != mark.size {
        return FileStatus::Modified;
    }
    if !verify && written == Some(stamp.written) {
        return FileStatus::Intact;
    }
    match disk::bytes(path).map(|bytes| FileMark::of(&bytes)) {
        Some(now) if now == *mark => FileStatus::Intact,
        _ => FileStatus::Modified,
    }
}

/// Whether every file of a report is what was written.
#[must_use]
pub(crate) fn is_intact(
    out: &Path,
    name: &str,
    entry: &ManifestEntry,
    cached: &CachedReport,
    verify: bool,
) -> bool {
    entry.files.iter().all(|(ending, mark)| {
        let written = cached.written.get(ending).copied();
        file_status(&path(out, name, ending), mark, written, verify) == FileStatus::Intact
    })
}
