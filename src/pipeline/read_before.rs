//! Which units' files are as they were when a run last found no error in them. Not for reading them
//! ([`mod@crate::load::unit_data`]).

use std::collections::BTreeMap;
use std::path::Path;

use super::sources::Sources;
use crate::disk::file_system::FileSystem;
use crate::inputs::folder::Folder;
use crate::output::build_cache::BuildCache;
use crate::output::manifest::Manifest;
use crate::output::stored_finding::StoredFinding;

/// What the last runs found in files, held against how they are.
pub(crate) struct ReadBefore<'i> {
    cache: BuildCache,
    sources: Sources<'i>,
}

impl<'i> ReadBefore<'i> {
    /// What was found by runs with `out` in files like these, with templates of this hash; nothing where that cannot be read.
    #[must_use]
    pub(crate) fn of(
        files: &dyn FileSystem,
        out: &Path,
        folders: &'i [Folder<'i>],
        shared: blake3::Hash,
    ) -> Self {
        let manifest = Manifest::read(files, out).ok();
        let cache = manifest.map(|(_, hash)| BuildCache::read(files, out, &hash));
        let sources = Sources { folders, shared, issued: BTreeMap::new() };
        Self { cache: cache.unwrap_or_default(), sources }
    }

    /// Whether the files of a unit or board were read as they are, and no error was found in them.
    #[must_use]
    pub(crate) fn was_right(&self, dossier: &str, name: &str) -> bool {
        let found = self.cache.found(&format!("{dossier}/{name}"));
        found.is_some_and(|found| {
            !found.findings.iter().any(StoredFinding::is_error)
                && found.key == self.sources.key_of((dossier, name))
        })
    }
}
