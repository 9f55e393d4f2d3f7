//! The reports a unit owes for a period. Not for asking for them ([`super::views::letter`]).

use chrono::NaiveDate;

use super::due::{self, Job};
use crate::kinds::kind::Kind;

/// A report a unit owes.
#[derive(Clone, Copy)]
pub(crate) struct Owed<'a> {
    /// Its kind.
    pub(crate) kind: &'a Kind,
    /// By when it was due.
    pub(crate) deadline: Option<NaiveDate>,
}

/// The reports the unit of `job` owes for its period.
#[must_use]
pub(crate) fn owed<'a>(job: &Job<'a>) -> Vec<Owed<'a>> {
    let all = due::owed(job.dossier, job.kinds, job.period).into_iter();
    all.filter_map(|due| {
        Some(Owed { kind: job.kinds.get(&due.kind)?, deadline: due.deadline_of(job.period) })
    })
    .collect()
}
