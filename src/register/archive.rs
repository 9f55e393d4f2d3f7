//! The files that are kept of issued documents, as they lie in the inputs folder. Not for what they should be ([`super::check`]).

use std::sync::Arc;

use crate::diagnostic::Finding;
use crate::disk::file_system::FileSystem;
use crate::inputs::records::Record;
use crate::inputs::snapshot::InputSnapshot;
use crate::source::SourceFile;

/// The kept files, and the disk they are read from.
#[derive(Clone, Copy)]
pub(crate) struct Archive<'a> {
    /// Where they are read from.
    pub(crate) disk: &'a dyn FileSystem,
    /// What lies in the inputs folder.
    pub(crate) snapshot: &'a InputSnapshot,
}

impl<'a> Archive<'a> {
    /// The file at this place below the inputs folder.
    #[must_use]
    pub(crate) fn record(self, place: &str) -> Option<&'a Record> {
        self.snapshot.record(place)
    }

    /// Its text; none if it is not there.
    ///
    /// # Errors
    /// It cannot be read, or is no text.
    pub(crate) fn text(self, place: &str) -> Result<Option<Arc<SourceFile>>, Finding> {
        self.record(place).map(|record| record.text(self.disk)).transpose()
    }

    /// Whether a folder, or one it is in, could not be opened: what it holds is not known then.
    #[must_use]
    pub(crate) fn is_closed(self, folder: &str) -> bool {
        let parts: Vec<String> = folder.split('/').map(str::to_owned).collect();
        self.snapshot.unreached.iter().any(|found| parts.starts_with(&found.parts))
    }

    /// The files below a folder.
    pub(crate) fn below(self, folder: &str) -> impl Iterator<Item = &'a Record> {
        let beginning = format!("{folder}/");
        // They are in order of name.
        let records = &self.snapshot.records;
        let first = records.partition_point(|record| record.place < beginning);
        records[first..].iter().take_while(move |record| record.place.starts_with(&beginning))
    }
}
