//! What became of a run and of each of its reports. Not for telling it ([`crate::cli::reporter`]).

use crate::build_report::Outcome;
use crate::diagnostic::Finding;
use crate::output::fingerprint::Reason;

/// What became of a run.
#[derive(Debug, Default)]
pub struct RunResult {
    /// What became of each report, in order of dossier, period and unit.
    pub reports: Vec<ReportResult>,
    /// Dossiers whose plan has errors.
    pub(crate) refused_dossiers: usize,
    /// Reports that were removed because they belong to no dossier any more.
    pub(crate) pruned: Vec<String>,
    /// Why nothing that was asked for is due.
    pub(crate) absent: Vec<String>,
    /// Whether it was asked to stop before it was done.
    pub(crate) stopped: bool,
    /// Everything found, sorted by file and place.
    pub findings: Vec<Finding>,
}

/// What became of one report.
#[derive(Debug)]
pub struct ReportResult {
    /// Its name below `out/`, without extension.
    pub name: String,
    /// Built, unchanged, refused or failed.
    pub outcome: Outcome,
    /// Why it was built.
    pub(crate) reasons: Vec<Reason>,
}
