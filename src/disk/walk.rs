//! Lists the files below a folder and names what was not reached: links are followed as long as they stay in the workspace, or
//! not at all. Not for what is in files ([`super::read()`]).
#![expect(clippy::disallowed_methods, reason = "this is the place that follows links")]

use std::io::{Error, ErrorKind};
use std::path::{Path, PathBuf, absolute};

use super::file_system::{Entries, FileSystem};
use super::links::{Listing, Obstacle, Unreached};
use super::listing::Found;
use crate::diagnostic::system_error::words;

/// Everything below `folder`. The workspace is the folder the `inputs` are in, and the inputs themselves where that name
/// is a link.
#[must_use]
pub(crate) fn followed(files: &dyn FileSystem, folder: &Path, inputs: &Path) -> Listing {
    let parent = absolute(inputs).ok().and_then(|inputs| Some(inputs.parent()?.to_owned()));
    let bounds = [Some(inputs.to_owned()), parent].into_iter().flatten();
    let bounds = bounds.filter_map(|bound| std::fs::canonicalize(bound).ok()).collect();
    Walk { files, folder, links: Links::Inside(bounds), listing: Listing::default() }.whole()
}

/// Everything below `folder`, links left alone.
#[must_use]
pub(crate) fn plain(files: &dyn FileSystem, folder: &Path) -> Listing {
    Walk { files, folder, links: Links::Ignored, listing: Listing::default() }.whole()
}

/// What becomes of links.
enum Links {
    /// They are left alone.
    Ignored,
    /// Those that lead below one of these folders are followed.
    Inside(Vec<PathBuf>),
}

/// A walk through all below a folder.
struct Walk<'a> {
    files: &'a dyn FileSystem,
    folder: &'a Path,
    links: Links,
    listing: Listing,
}

impl Walk<'_> {
    /// Where the folder itself is not opened, the name below it is empty; one that is not there holds nothing.
    fn whole(mut self) -> Listing {
        let folder = self.folder;
        let real = std::fs::canonicalize(folder).unwrap_or_else(|_| folder.to_owned());
        match self.files.entries(folder) {
            Ok(entries) => self.look(folder, entries, &mut vec![real]),
            Err(error) if error.kind() == ErrorKind::NotFound => {}
            Err(error) => self.unreached(folder, closed(&error)),
        }
        self.listing
    }

    /// Looks at what a folder holds; `above` are the real places of it and of those it is in, which a link may lead back to.
    fn look(&mut self, folder: &Path, entries: Entries, above: &mut Vec<PathBuf>) {
        for (name, kind) in entries {
            let path = folder.join(&name);
            if kind.is_symlink() {
                self.link(path, above);
            } else if kind.is_dir() {
                let real = above.last().map_or_else(|| path.clone(), |real| real.join(&name));
                self.below(&path, real, above);
            } else if kind.is_file() {
                self.file(path);
            } else {
                self.unreached(&path, Obstacle::NoFile);
            }
        }
    }

    fn below(&mut self, folder: &Path, real: PathBuf, above: &mut Vec<PathBuf>) {
        above.push(real);
        match self.files.entries(folder) {
            Ok(entries) => self.look(folder, entries, above),
            Err(error) => self.unreached(folder, closed(&error)),
        }
        above.pop();
    }

    fn link(&mut self, path: PathBuf, above: &mut Vec<PathBuf>) {
        let Links::Inside(bounds) = &self.links else { return };
        let data = match self.files.metadata(&path) {
            Ok(data) => data,
            Err(error) if error.kind() == ErrorKind::NotFound => {
                return self.unreached(&path, Obstacle::Broken);
            }
            Err(error) => return self.unreached(&path, closed(&error)),
        };
        let real = std::fs::canonicalize(&path).ok();
        let real = real.filter(|real| bounds.iter().any(|bound| real.starts_with(bound)));
        match real {
            None if data.is_dir() => self.unreached(&path, Obstacle::FolderOutside),
            None => self.unreached(&path, Obstacle::FileOutside),
            Some(real) if data.is_dir() && above.contains(&real) => {
                self.unreached(&path, Obstacle::Circle);
            }
            Some(real) if data.is_dir() => self.below(&path, real, above),
            Some(_) if data.is_file() => self.file(path),
            Some(_) => self.unreached(&path, Obstacle::NoFile),
        }
    }

    fn file(&mut self, path: PathBuf) {
        let parts = self.parts(&path);
        self.listing.files.push(Found { path, parts });
    }

    fn unreached(&mut self, path: &Path, why: Obstacle) {
        let parts = self.parts(path);
        self.listing.unreached.push(Unreached { parts, why });
    }

    /// The parts of a path below the folder.
    fn parts(&self, path: &Path) -> Vec<String> {
        let below = path.strip_prefix(self.folder).unwrap_or(path);
        below.components().map(|part| part.as_os_str().to_string_lossy().into_owned()).collect()
    }
}

fn closed(error: &Error) -> Obstacle {
    Obstacle::Closed(words(error))
}
