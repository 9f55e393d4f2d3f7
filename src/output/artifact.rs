//! The files of a report as they stand in the output folder, held against what was written. Not for writing them.

use std::path::{Path, PathBuf};

use super::build_cache::CachedReport;
use super::manifest::{FileMark, ManifestEntry};
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::FileSystem;
use crate::disk::read::up_to;
use crate::disk::{has_file, stamp};
use crate::source::{SourceFile, Span};

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
    /// It is there, or may be, and cannot be read.
    Unread,
}

/// Where a report's file is: `name` below `out`, with this ending.
#[must_use]
pub(crate) fn path(out: &Path, name: &str, ending: &str) -> PathBuf {
    let mut path = out.to_owned();
    path.extend(name.split('/'));
    path.as_mut_os_string().push(format!(".{ending}"));
    path
}

/// A file of a report as a whole, for findings.
#[must_use]
pub(crate) fn place(path: &Path) -> Span {
    Span::whole(&SourceFile::new(slashed(path), ""))
}

/// How one file of a report stands. Size and time are trusted, since only this program writes there, unless `verify`
/// asks for its bytes; without a remembered time the bytes decide.
#[must_use]
pub(crate) fn file_status(
    files: &dyn FileSystem,
    path: &Path,
    mark: &FileMark,
    written: Option<u64>,
    verify: bool,
) -> FileStatus {
    let Some(stamp) = stamp(files, path) else {
        return if is_gone(files, path) { FileStatus::Missing } else { FileStatus::Unread };
    };
    if stamp.size != mark.size {
        return FileStatus::Modified;
    }
    if !verify && written == Some(stamp.written) {
        return FileStatus::Intact;
    }
    match up_to(files, path, u64::MAX).map(|bytes| FileMark::of(&bytes)) {
        Ok(now) if now == *mark => FileStatus::Intact,
        Ok(_) => FileStatus::Modified,
        Err(_) => FileStatus::Unread,
    }
}

/// Whether there is certainly no file of this name.
#[must_use]
pub(crate) fn is_gone(files: &dyn FileSystem, path: &Path) -> bool {
    has_file(files, path).is_ok_and(|is_there| !is_there)
}

/// Whether every file of a report is what was written.
#[must_use]
pub(crate) fn is_intact(
    files: &dyn FileSystem,
    out: &Path,
    name: &str,
    entry: &ManifestEntry,
    cached: &CachedReport,
    verify: bool,
) -> bool {
    entry.files.iter().all(|(ending, mark)| {
        let written = cached.written.get(ending).copied();
        file_status(files, &path(out, name, ending), mark, written, verify) == FileStatus::Intact
    })
}
