//! What is asked of a Word document that came back. Not for taking it ([`super::importing`]).

use super::snapshot::Snapshot;
use crate::docx::settled::Tracked;
use crate::model::period::Period;
use crate::options::Paths;

/// What a report says now, by its name: for documents that do not say what they said, and to tell which figures moved on.
pub(crate) type Present<'p> = &'p dyn Fn(&str) -> Option<Snapshot>;

/// What is asked of a document.
pub(crate) struct ReceivedRequest<'a> {
    /// What becomes of tracked changes.
    pub(crate) tracked: Tracked,
    /// Only drafts of this dossier are right.
    pub(crate) dossier: Option<&'a str>,
    /// Only drafts of this period, and those of phases, are right.
    pub(crate) period: Option<Period>,
    /// The dossiers there are.
    pub(crate) dossiers: &'a [String],
    /// Where the files are.
    pub(crate) paths: &'a Paths,
    /// What reports say now.
    pub(crate) present: Present<'a>,
    /// What drafts said that were written, by the marks of their snapshots.
    pub(crate) kept: Present<'a>,
}
