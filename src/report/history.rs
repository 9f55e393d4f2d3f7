//! The rows of every period before a report's own, for what its kind shows over time. Not for the values of one target
//! ([`super::charts::series`]).

use super::due::{Job, Scope};
use super::earlier::past_table;
use super::fact_table::FactTable;
use crate::kinds::chart::Way;
use crate::kinds::kind::Kind;
use crate::model::period::Period;

/// The rows of each period before a report's own, the earliest first.
pub(crate) type History<'a> = Vec<FactTable<'a>>;

/// The rows of every period from the base year on, or from the first returns. Nothing for a kind that shows nothing over time.
#[must_use]
pub(crate) fn history<'a>(job: &Job<'a>, kind: &Kind) -> History<'a> {
    let dossier = job.dossier;
    let base = dossier.plan.base_year.map(Period::year_end);
    let returned = match job.scope {
        Scope::Unit(unit) => dossier.series.get(&unit.id).and_then(|own| own.returns.keys().next()),
        Scope::Area | Scope::Missing(_) => dossier.periods.first(),
    };
    let first = base.or(returned.copied()).unwrap_or(job.period);
    let charted = kind.charts.iter().any(|chart| chart.way == Way::Periods);
    let mut all = Vec::new();
    let mut period = first;
    while charted && period < job.period {
        all.push(past_table(job, period));
        period = period.next();
    }
    all
}
