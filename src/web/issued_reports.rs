//! What of the reports on the page is issued, and whether it still says what it said then. Not for issuing ([`super::actions`]).

use super::workspace::Workspace;
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::model::stamp::Stamp;
use crate::pipeline::kept_report::KeptReport;
use crate::register::archive::Archive;
use crate::register::entry::Entry;
use crate::register::stamp::{draft, stamp};
use crate::report::due::Job;
use crate::toolchain::CompiledKind;

impl Workspace {
    /// The document a report was issued as, if it was.
    pub(super) fn issued(&self, job: &Job<'_>) -> Option<&Entry> {
        self.register.in_force().get(job.name().as_str()).copied()
    }

    /// Number and date of an issued report while it says what it said, else that of a draft beside it; found out once, since that
    /// takes making the report.
    pub(super) fn stamp(&self, job: &Job<'_>, kind: &CompiledKind) -> Option<Stamp> {
        let entry = self.issued(job)?;
        Some(self.stamps.get_or(job.name(), || self.stamp_now(job, kind, entry)))
    }

    fn stamp_now(&self, job: &Job<'_>, kind: &CompiledKind, entry: &Entry) -> Stamp {
        let issued = stamp(&self.register, entry);
        let kept = self.kept(entry);
        let as_issued = Job { stamp: Some(&issued), ..*job };
        if kept.is_some_and(|kept| kept.is_said_by(&as_issued, kind, &self.toolchain)) {
            return issued;
        }
        draft(entry)
    }

    /// An issued report as it is kept.
    pub(super) fn kept(&self, entry: &Entry) -> Option<KeptReport> {
        KeptReport::read(&Archive { disk: &Local, snapshot: &self.snapshot }, entry)
    }

    /// Whether a report still says what it said when it was issued.
    ///
    /// # Errors
    /// As [`Workspace::with_job`].
    pub(super) fn stands(&self, job: &Job<'_>) -> Result<bool, Vec<Finding>> {
        self.with_job(job, |job, _| Ok(!job.stamp.is_some_and(Stamp::is_draft)))
    }
}
