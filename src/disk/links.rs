//! Lists the files below a folder, links followed as long as they stay in the workspace, and names what leads nowhere. Not
//! for folders only this program writes ([`super::listing`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that follows links")]

use std::fmt;
use std::io::ErrorKind;
use std::path::{Path, PathBuf, absolute};

use walkdir::WalkDir;

use super::listing::{Found, below};
use crate::diagnostic::system_error::words;

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
    /// The system does not open it, for this reason.
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

/// Everything below `folder`. The workspace is the folder the `inputs` are in, and the inputs themselves where that name
/// is a link.
#[must_use]
pub(crate) fn followed(folder: &Path, inputs: &Path) -> Listing {
    let parent = absolute(inputs).ok().and_then(|inputs| Some(inputs.parent()?.to_owned()));
    let bounds = [Some(inputs.to_owned()), parent].into_iter().flatten();
    let bounds: Vec<PathBuf> =
        bounds.filter_map(|bound| std::fs::canonicalize(bound).ok()).collect();
    let is_inside = |path: &Path| {
        let real = std::fs::canonicalize(path);
        real.is_ok_and(|real| bounds.iter().any(|bound| real.starts_with(bound)))
    };
    let mut listing = Listing::default();
    let mut entries = WalkDir::new(folder).follow_links(true).sort_by_file_name().into_iter();
    while let Some(entry) = entries.next() {
        match entry {
            Ok(entry)
                if entry.depth() > 0 && entry.path_is_symlink() && !is_inside(entry.path()) =>
            {
                let is_folder = entry.file_type().is_dir();
                let why = if is_folder { Obstacle::FolderOutside } else { Obstacle::FileOutside };
                listing.unreached.push(Unreached { parts: below(folder, entry.path()), why });
                if is_folder {
                    entries.skip_current_dir();
                }
            }
            Ok(entry) if entry.file_type().is_file() => {
                let parts = below(folder, entry.path());
                listing.files.push(Found { path: entry.into_path(), parts });
            }
            Ok(entry) if !entry.file_type().is_dir() => {
                let (parts, why) = (below(folder, entry.path()), Obstacle::NoFile);
                listing.unreached.push(Unreached { parts, why });
            }
            Ok(_) => {}
            Err(error) => listing.unreached.extend(unreached(folder, &error)),
        }
    }
    listing
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

/// What stands in the way; nothing where the folder itself is not there. Where it is not opened, the name below it is empty.
fn unreached(folder: &Path, error: &walkdir::Error) -> Option<Unreached> {
    let is_gone = error.io_error().is_some_and(|error| error.kind() == ErrorKind::NotFound);
    let path = error.path().unwrap_or(folder);
    if is_gone && error.depth() == 0 {
        return None;
    }
    let is_link = std::fs::symlink_metadata(path).is_ok_and(|data| data.is_symlink());
    let why = match error.io_error() {
        None => Obstacle::Circle,
        Some(error) if is_link && error.kind() == ErrorKind::NotFound => Obstacle::Broken,
        Some(error) => Obstacle::Closed(words(error)),
    };
    Some(Unreached { parts: below(folder, path), why })
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
