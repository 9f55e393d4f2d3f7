//! The steps of a run: read, decide what is due and what of it need not be done again, make each report, write it,
//! remember. Not for the steps themselves, and not for printing.

mod agenda;
mod clerk;
mod orphans;
mod recall;
mod round;
mod select;
mod session;
mod shift;
mod sources;
mod why;

pub use self::session::Session;

use crate::diagnostic::Finding;
use crate::error::Error;
use crate::make::Outcome;
use crate::options::{Goal, Options};
use crate::output::drive::{Drive, Local};
use crate::output::fingerprint::Reason;

/// What became of a run.
#[derive(Debug, Default)]
pub struct Run {
    /// What became of each report, in order of dossier, period and unit.
    pub reports: Vec<Report>,
    /// Dossiers whose plan has errors.
    pub refused_dossiers: usize,
    /// Reports that were removed because they belong to no dossier any more.
    pub pruned: Vec<String>,
    /// Whether it was asked to stop before it was done.
    pub stopped: bool,
    /// Everything found, sorted by file and place.
    pub findings: Vec<Finding>,
}

/// What became of one report.
#[derive(Debug)]
pub struct Report {
    /// Its name below `out/`, without extension.
    pub name: String,
    /// Built, unchanged, refused or failed.
    pub outcome: Outcome,
    /// Why it was built.
    pub reasons: Vec<Reason>,
}

/// What is around a run: who watches it, who may stop it, where it writes.
pub trait Around: Sync {
    /// So many reports are to be made.
    fn start(&self, _reports: usize) {}
    /// One more is done.
    fn step(&self) {}
    /// Whether the run shall stop once the reports under way are written.
    fn stopped(&self) -> bool {
        false
    }
    /// Where files are written.
    fn drive(&self) -> &dyn Drive {
        &Local
    }
}

/// Runs every step once. Reports are made in parallel; outcomes and findings come in one order.
///
/// # Errors
/// What keeps the whole run from going on.
pub fn run(options: &Options, goal: Goal, around: &dyn Around) -> Result<Run, Error> {
    Session::new(options.clone())?.run(goal, around)
}
