//! Where links lead, and what keeps a file or folder from being reached. Not for walking through folders ([`super::walk`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that follows links")]

use std::fmt;
use std::path::{Path, PathBuf, absolute};

use super::listing::Found;

/// What is below a folder.
#[derive(Debug, Default)]
pub(crate) struct Listing {
    /// Every file, in order of name.
    pub(crate) files: Vec<Found>,
    /// What could not be followed or opened.
    pub(crate) unreached: Vec<Unreached>,
}

/// A link that was not followed, or a folder that was not opened.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Unreached {
    /// Its name below the folder, parts in order.
    pub(crate) parts: Vec<String>,
    /// Why.
    pub(crate) why: Obstacle,
}

/// Why something was not reached.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Obstacle {
    /// A link to a file outside the workspace.
    FileOutside,
    /// A link to a folder outside the workspace.
    FolderOutside,
    /// A link to what is not there.
    Broken,
    /// A link to a folder it is in.
    Circle,
    /// The system does not open it or does not say what it is, for this reason.
    Closed(String),
    /// It is a pipe, a device or the like, which may never end.
    NoFile,
}

impl fmt::Display for Obstacle {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(match self {
            Self::FileOutside => "liên kết đến tệp ở ngoài thư mục làm việc",
            Self::FolderOutside => "liên kết đến thư mục ở ngoài thư mục làm việc",
            Self::Broken => "liên kết đến chỗ không còn tệp nào",
            Self::Circle => "liên kết quay lại thư mục chứa nó",
            Self::Closed(why) => return write!(f, "không mở được ({why})"),
            Self::NoFile => "không phải một tệp thường",
        })
    }
}

/// Why the folder itself was not opened, if it was not.
#[must_use]
pub(crate) fn closed(unreached: &[Unreached]) -> Option<&str> {
    let whole = unreached.iter().find(|one| one.parts.is_empty())?;
    match &whole.why {
        Obstacle::Closed(why) => Some(why),
        _ => None,
    }
}

/// Whether a file in the output folder would stand outside the workspace, behind a link on the way to it. The workspace is the
/// folder `out` is in, and what `out` itself is, be it a link.
#[must_use]
pub(crate) fn leads_outside(out: &Path, path: &Path) -> bool {
    let bounds =
        [Some(out.to_owned()), absolute(out).ok().and_then(|out| Some(out.parent()?.to_owned()))];
    let real = |path: &Path| std::fs::canonicalize(path).ok();
    let mut folders = path.ancestors().skip(1).take_while(|folder| folder.starts_with(out));
    // Those that are not there yet are made as plain folders.
    let Some(folder) = folders.find_map(real) else { return false };
    !bounds.into_iter().flatten().filter_map(|one| real(&one)).any(|one| folder.starts_with(one))
}

/// Whether a path is that of a folder or below it, however both are written; what is not there yet counts as it is written.
#[must_use]
pub(crate) fn is_below(path: &Path, folder: &Path) -> bool {
    let Ok(folder) = std::fs::canonicalize(folder) else { return false };
    let Ok(path) = absolute(path) else { return false };
    let real = path.ancestors().find_map(|above| {
        let rest = path.strip_prefix(above).ok()?;
        Some(std::fs::canonicalize(above).ok()?.join(rest))
    });
    real.is_some_and(|real| real.starts_with(folder))
}

/// Whether there is anything of this name, be it a link that leads nowhere.
#[must_use]
pub(crate) fn is_there(path: &Path) -> bool {
    std::fs::symlink_metadata(path).is_ok()
}

/// The file a link leads to; what is no link is itself.
#[must_use]
pub(crate) fn target(path: PathBuf) -> PathBuf {
    let is_link = std::fs::symlink_metadata(&path).is_ok_and(|data| data.is_symlink());
    if !is_link {
        return path;
    }
    std::fs::canonicalize(&path).unwrap_or(path)
}
