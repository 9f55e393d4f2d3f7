//! What Typst sees while it lays out one report: the markup, the format library, the fonts; no disk, no network, no clock. Not for
//! laying out ([`super::typesetter`]).

use std::collections::HashMap;
use std::sync::Arc;

use typst::diag::{FileError, FileResult, PackageError};
use typst::foundations::{Bytes, Datetime, Duration};
use typst::syntax::{FileId, RootedPath, Source, VirtualPath, VirtualRoot};
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;
use typst::{Library, World};

use crate::assets::fonts::Fonts;
use crate::source::SourceFile;

/// The format library, by the paths markup calls its files.
pub(super) type LibraryFiles = HashMap<FileId, LibraryFile>;

/// A file of the format library.
pub(super) struct LibraryFile {
    /// As code, if it is.
    pub(super) source: Option<Source>,
    pub(super) bytes: Bytes,
    /// As text, if it is, for findings.
    pub(super) text: Option<Arc<SourceFile>>,
}

/// The id of a path of the format library or of the markup.
pub(super) fn file_id(path: &str) -> Option<FileId> {
    Some(RootedPath::new(VirtualRoot::Project, VirtualPath::new(path).ok()?).intern())
}

/// What Typst sees while it lays out one report.
pub(super) struct ReportWorld<'a> {
    /// The format library.
    pub(super) files: &'a LibraryFiles,
    pub(super) fonts: &'a Fonts,
    /// What Typst defines itself.
    pub(super) library: &'a LazyHash<Library>,
    /// The markup.
    pub(super) main: Source,
    pub(super) pictures: HashMap<FileId, Bytes>,
}

impl World for ReportWorld<'_> {
    fn library(&self) -> &LazyHash<Library> {
        self.library
    }

    fn book(&self) -> &LazyHash<FontBook> {
        self.fonts.book()
    }

    fn main(&self) -> FileId {
        self.main.id()
    }

    fn source(&self, id: FileId) -> FileResult<Source> {
        if id == self.main.id() {
            return Ok(self.main.clone());
        }
        self.files.get(&id).and_then(|file| file.source.clone()).ok_or_else(|| missing(id))
    }

    fn file(&self, id: FileId) -> FileResult<Bytes> {
        let picture = || self.pictures.get(&id).cloned();
        let file = self.files.get(&id).map(|file| file.bytes.clone());
        file.or_else(picture).ok_or_else(|| missing(id))
    }

    fn font(&self, index: usize) -> Option<Font> {
        self.fonts.get(index)
    }

    fn today(&self, _offset: Option<Duration>) -> Option<Datetime> {
        None
    }
}

fn missing(id: FileId) -> FileError {
    match id.root() {
        VirtualRoot::Project => FileError::NotFound(id.vpath().get_with_slash().into()),
        VirtualRoot::Package(package) => {
            FileError::Package(PackageError::NotFound(package.clone()))
        }
    }
}
