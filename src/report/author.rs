//! Who wrote the texts a report prints, and what number and date it bears. Not for what is written.

use chrono::NaiveDate;

use super::due::{Job, Scope};
use crate::model::dossier::Filed;
use crate::model::returns::{Closing, Heading, Narrative};
use crate::rollup::rows::Row;

/// Who wrote the texts a report prints, and what it is numbered.
pub(super) struct Author<'a> {
    pub(super) heading: Option<&'a Heading>,
    pub(super) narrative: Option<&'a Narrative>,
}

/// Who wrote the report of `job`; `own` is the row of the unit it is about.
pub(super) fn author<'a>(job: &Job<'a>, own: Option<&Row<'a>>) -> Author<'a> {
    let dossier = job.dossier;
    let closing = |own: Option<&'a Filed<Closing>>| {
        own.and_then(Filed::good).map(|own| (&own.heading, &own.narrative))
    };
    let written = match (job.scope, job.phase) {
        (Scope::Unit(unit), Some(phase)) => {
            let series = dossier.series.get(&unit.id);
            closing(series.and_then(|series| series.closings.get(&phase.id)))
        }
        (_, Some(phase)) => closing(dossier.closings.get(&phase.id)),
        (Scope::Unit(_), None) => {
            own.and_then(|row| row.submitted).map(|own| (&own.heading, &own.narrative))
        }
        (Scope::Area | Scope::Missing(_), None) => {
            dossier.board(job.period).map(|own| (&own.heading, &own.narrative))
        }
    };
    // The board's text of a period is about what was handed in, not about who did not.
    let speaks = job.phase.is_some() || !matches!(job.scope, Scope::Missing(_));
    Author {
        heading: written.map(|(heading, _)| heading),
        narrative: written.map(|(_, narrative)| narrative).filter(|_| speaks),
    }
}

/// Number and date: those the register gave, those given for this kind and unit, else the heading's own. A letter has none but its own.
pub(super) fn numbered(
    job: &Job<'_>,
    heading: Option<&Heading>,
) -> (Option<u32>, Option<NaiveDate>) {
    if let Some(stamp) = job.stamp {
        return (stamp.number, stamp.date);
    }
    let Some(heading) = heading else { return (None, None) };
    let kind = &job.due.kind;
    let own = match job.scope {
        Scope::Missing(unit) => heading.letter(kind, &unit.id, job.due.time),
        Scope::Unit(_) | Scope::Area => heading.other(kind),
    };
    match (own, job.scope) {
        (Some(own), _) => (own.number, own.date),
        (None, Scope::Missing(_)) => (None, None),
        (None, _) => (heading.number, heading.date),
    }
}
