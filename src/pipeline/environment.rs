//! What is around a run: who watches it, who may stop it, where it writes. Not for what it is asked to do
//! ([`crate::options`]).

use std::sync::Arc;
use std::sync::atomic::{AtomicBool, Ordering};

use crate::disk::file_system::{FileSystem, Local};

/// Watches a run.
pub trait Progress: Sync {
    /// So many reports are to be made.
    fn start(&self, _reports: usize) {}
    /// One more is done: the report with this name.
    fn step(&self, _report: &str) {}
}

/// Nobody watches.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct Unwatched;

impl Progress for Unwatched {}

/// Asks a run to stop once the reports under way are written. Clones ask the same run.
#[derive(Debug, Clone, Default)]
pub struct Cancel(Arc<AtomicBool>);

impl Cancel {
    /// Asks.
    pub(crate) fn cancel(&self) {
        self.0.store(true, Ordering::Relaxed);
    }

    /// Whether somebody asked.
    #[must_use]
    pub(crate) fn is_cancelled(&self) -> bool {
        self.0.load(Ordering::Relaxed)
    }
}

/// What is around a run.
#[derive(Clone)]
pub struct Environment<'a> {
    /// Told how far it is.
    pub progress: &'a dyn Progress,
    /// Asked whether to stop.
    pub cancel: Cancel,
    /// Where files are written.
    pub files: &'a dyn FileSystem,
}

impl Default for Environment<'_> {
    fn default() -> Self {
        Self { progress: &Unwatched, cancel: Cancel::default(), files: &Local }
    }
}
