//! What the files of units said when they were last read, for readings that follow each other: what did not change is not parsed and
//! checked again. Not for reading them ([`mod@super::unit_data`]), and not for what outlives the program
//! ([`crate::output::build_cache`]).

use std::collections::{BTreeSet, HashMap};
use std::sync::{Arc, Mutex, MutexGuard, PoisonError};

use super::unit_data::UnitData;
use crate::inputs::folder::Folder;

/// What was read, by the hash of all it depends on ([`Folder::unit_key`]). Clones share it.
#[derive(Debug, Clone, Default)]
pub(crate) struct KeptUnits(Arc<Mutex<HashMap<String, Arc<UnitData>>>>);

impl KeptUnits {
    /// What was read under this key, else what `read` reads now.
    pub(crate) fn get_or(&self, key: String, read: impl FnOnce() -> UnitData) -> Arc<UnitData> {
        if let Some(known) = self.all().get(&key) {
            return Arc::clone(known);
        }
        let read = Arc::new(read());
        self.all().insert(key, Arc::clone(&read));
        read
    }

    /// Lets go of what files said that are not as they were; `shared` is the hash of the templates.
    pub(crate) fn keep_only(&self, folders: &[Folder<'_>], shared: blake3::Hash) {
        let keys = |folder: &Folder<'_>| -> Vec<String> {
            folder.units.keys().map(|name| folder.unit_key(name, shared)).collect()
        };
        let current: BTreeSet<String> = folders.iter().flat_map(keys).collect();
        self.all().retain(|key, _| current.contains(key));
    }

    fn all(&self) -> MutexGuard<'_, HashMap<String, Arc<UnitData>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }
}
