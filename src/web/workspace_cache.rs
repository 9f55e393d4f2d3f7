//! Keeps what the last page was made from, and takes it again while none of it changed. Not for what is in it ([`super::workspace`]).

use std::sync::{Arc, Mutex, PoisonError};
use std::time::{Duration, Instant};

use super::workspace::Workspace;
use crate::assets::location::template_files;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::kept_units::KeptUnits;
use crate::options::Paths;
use crate::toolchain::Toolchain;

/// The workspace of the last page with what it was read from, and the toolchain, opened again when a template changed.
pub(super) struct WorkspaceCache {
    kept: KeptUnits,
    toolchain: Mutex<Option<(blake3::Hash, Arc<Toolchain>)>>,
    last: Mutex<Option<LastWorkspace>>,
}

/// The workspace of the last page.
#[derive(Clone)]
struct LastWorkspace {
    hash: blake3::Hash,
    workspace: Arc<Workspace>,
    looked: Instant,
}

/// So long what was read is taken for what lies there while somebody types; a page that is asked for always looks.
const FRESH: Duration = Duration::from_secs(2);

impl WorkspaceCache {
    /// Nothing yet but what others read of units.
    pub(super) fn new(kept: &KeptUnits) -> Self {
        Self { kept: kept.clone(), toolchain: Mutex::default(), last: Mutex::default() }
    }

    /// What lies there now, of which nothing is parsed again that did not change since the last page.
    ///
    /// # Errors
    /// No inputs, or templates that cannot be used.
    pub(super) fn open(&self, paths: &Paths) -> Result<Arc<Workspace>, Error> {
        self.looked_at(paths, None)
    }

    /// The same for a page that is made at every key: what was looked at a moment ago is not looked at again, and what has the size
    /// and time it had is not read again.
    ///
    /// # Errors
    /// As [`WorkspaceCache::open`].
    pub(super) fn recent(&self, paths: &Paths) -> Result<Arc<Workspace>, Error> {
        match self.last() {
            Some(last) if last.looked.elapsed() < FRESH => Ok(last.workspace),
            Some(last) => self.looked_at(paths, Some(&last.workspace.snapshot)),
            None => self.open(paths),
        }
    }

    fn last(&self) -> Option<LastWorkspace> {
        self.last.lock().unwrap_or_else(PoisonError::into_inner).clone()
    }

    fn looked_at(
        &self,
        paths: &Paths,
        before: Option<&InputSnapshot>,
    ) -> Result<Arc<Workspace>, Error> {
        reach::is_there(&Local, &paths.inputs)?;
        let (templates, toolchain) = self.toolchain(paths)?;
        let snapshot = InputSnapshot::take(&Local, &paths.inputs, &paths.inputs_shown(), before);
        reach::is_opened(&snapshot.unreached, &paths.inputs)?;
        let hash = hash(&snapshot, templates);
        let known = self.last().filter(|last| last.hash == hash && snapshot.is_whole());
        let workspace = known.map(|last| last.workspace);
        let workspace =
            workspace.unwrap_or_else(|| Arc::new(Workspace::read(snapshot, toolchain, &self.kept)));
        let last =
            LastWorkspace { hash, workspace: Arc::clone(&workspace), looked: Instant::now() };
        *self.last.lock().unwrap_or_else(PoisonError::into_inner) = Some(last);
        Ok(workspace)
    }

    /// Templates of reports, fonts and Typst as they are now, with the hash of the templates.
    ///
    /// # Errors
    /// What of them cannot be used.
    pub(super) fn toolchain(&self, paths: &Paths) -> Result<(blake3::Hash, Arc<Toolchain>), Error> {
        let files = template_files(&Local, paths)?;
        let hash = files.hash();
        let mut open = self.toolchain.lock().unwrap_or_else(PoisonError::into_inner);
        if let Some((_, toolchain)) = open.as_ref().filter(|(own, _)| *own == hash) {
            return Ok((hash, Arc::clone(toolchain)));
        }
        let toolchain = Arc::new(Toolchain::with(files, false)?);
        *open = Some((hash, Arc::clone(&toolchain)));
        Ok((hash, toolchain))
    }
}

/// Hash of what a workspace is read from.
fn hash(snapshot: &InputSnapshot, templates: blake3::Hash) -> blake3::Hash {
    let mut hasher = blake3::Hasher::new();
    hasher.update(snapshot.hash().as_bytes()).update(templates.as_bytes());
    hasher.finalize()
}
