//! What became of a run and of each of its reports. Not for telling it ([`crate::cli::reporter`]).

use std::collections::BTreeSet;

use crate::build_report::Outcome;
use crate::diagnostic::{Code, Finding, any_error};
use crate::output::fingerprint::Reason;
use crate::output::stored_finding::identity;

/// What became of a run.
#[derive(Debug, Default)]
pub struct RunResult {
    /// What became of each report, in order of dossier, period and unit.
    pub reports: Vec<ReportResult>,
    /// Dossiers whose plan has errors.
    pub(crate) refused_dossiers: usize,
    /// Whether leftovers of such dossiers were to be removed, which nobody can tell without their plan.
    pub(crate) unpruned: bool,
    /// Whether leftovers were to be removed and none was, since something could not be read.
    pub(crate) kept_unread: bool,
    /// Reports that were removed because they belong to no dossier any more.
    pub(crate) pruned: Vec<String>,
    /// Why nothing that was asked for is due.
    pub(crate) absent: Vec<String>,
    /// What earlier runs on the same output told.
    pub(crate) told_before: BTreeSet<String>,
    /// Whether it was asked to stop before it was done.
    pub(crate) stopped: bool,
    /// Everything found, sorted by file and place.
    pub findings: Vec<Finding>,
}

impl RunResult {
    /// Whether every report stood as it should and nothing has to be mended.
    #[must_use]
    pub(crate) fn had_nothing_to_do(&self) -> bool {
        let stood = |report: &ReportResult| report.outcome == Outcome::Unchanged;
        !self.reports.is_empty()
            && self.reports.iter().all(stood)
            && self.pruned.is_empty()
            && !any_error(&self.findings)
    }

    /// Whether some report was held back or not made.
    #[must_use]
    pub(crate) fn is_held_back(&self) -> bool {
        let held =
            |outcome| matches!(outcome, Outcome::Refused | Outcome::Failed | Outcome::Skipped);
        self.refused_dossiers > 0 || self.reports.iter().any(|report| held(report.outcome))
    }

    /// Whether no earlier run told of this. A PDF that must not be sent is news as long as it lies there.
    #[must_use]
    pub(crate) fn is_new(&self, finding: &Finding) -> bool {
        finding.code == Code::OrphanPdf || !self.told_before.contains(&identity(finding))
    }
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
