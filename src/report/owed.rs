//! What a unit owes for a period: reports, and the figures in them. Not for asking for them ([`super::views::letter`],
//! [`crate::forms`]).

use chrono::NaiveDate;

use super::due::{self, Job};
use crate::kinds::kind::Kind;
use crate::model::figure::Figure;
use crate::model::plan::{Due, Plan};
use crate::model::returns::{Heading, OtherDocument};
use crate::model::unit::Unit;

/// A report a unit owes.
#[derive(Clone, Copy)]
pub(crate) struct Owed<'a> {
    /// Its kind.
    pub(crate) kind: &'a Kind,
    /// By when it was due.
    pub(crate) deadline: Option<NaiveDate>,
}

/// A letter that asked for them already.
#[derive(Clone, Copy)]
pub(crate) struct LetterBefore<'a> {
    /// By when.
    pub(crate) until: Option<NaiveDate>,
    /// Its number and date.
    pub(crate) written: Option<&'a OtherDocument>,
}

/// The letter to the same unit before that of `job`; `heading` is the board's.
#[must_use]
pub(crate) fn letter_before<'a>(
    job: &Job<'a>,
    heading: Option<&'a Heading>,
) -> Option<LetterBefore<'a>> {
    let (due, unit) = (job.due, job.scope.unit()?);
    let time = due.time.checked_sub(1).filter(|time| *time > 0)?;
    let calendar = &job.dossier.plan.calendar;
    let same = |one: &&Due| one.kind == due.kind && one.quarter == due.quarter && one.time == time;
    let until = calendar.iter().find(same).and_then(|one| one.deadline_of(job.period));
    let written = heading.and_then(|heading| heading.letter(&due.kind, &unit.id, time));
    Some(LetterBefore { until, written })
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

/// Every figure that one of the units reports, in the plan's order: what their reports list, a letter asks for, and a form
/// has rows for.
pub(crate) fn owed_figures<'a>(
    plan: &'a Plan,
    units: &[&Unit],
) -> impl Iterator<Item = &'a Figure> + use<'a> {
    let owed = |figure: &&Figure| units.iter().any(|unit| figure.is_owed_by(unit));
    plan.figures.iter().filter(owed).collect::<Vec<_>>().into_iter()
}
