//! The earlier periods a report compares with, and their rows. Not for comparing ([`crate::rollup::compare`]).

use std::collections::BTreeSet;

use super::due::Job;
use super::fact_table::{Earlier, FactTable};
use crate::kinds::kind::Kind;
use crate::model::comparator::Comparator;
use crate::model::period::Period;
use crate::rollup::rows::{earlier_rows, earlier_rows_of};

/// What `kind` compares the report of `job` with, in the order of its manifest.
pub(super) fn earlier<'a>(job: &Job<'a>, kind: &Kind) -> Vec<Earlier<'a>> {
    // Two comparators may mean the same period, as in the year after the base year: the first stands.
    let mut seen = BTreeSet::new();
    let periods = kind.comparators.iter().flat_map(|comparator| {
        periods(job, *comparator).into_iter().map(|then| (*comparator, then))
    });
    let new = periods.filter(|(_, then)| seen.insert(*then));
    new.map(|(comparator, then)| Earlier::new(comparator, past_table(job, then))).collect()
}

/// What there is of an earlier period for the report of `job`; of predecessors where a unit did not exist yet.
pub(super) fn past_table<'a>(job: &Job<'a>, then: Period) -> FactTable<'a> {
    let dossier = job.dossier;
    let rows = match job.scope.unit() {
        Some(unit) => earlier_rows_of(job.family, dossier, unit, then),
        None => earlier_rows(job.family, dossier, job.period, then),
    };
    FactTable::past(&dossier.plan, job.scope, then, rows)
}

/// The periods a comparator means.
fn periods(job: &Job<'_>, comparator: Comparator) -> Vec<Period> {
    let plan = &job.dossier.plan;
    match comparator {
        Comparator::EachYear => {
            let first = job.phase.map_or(plan.years.0, |phase| phase.from.year());
            (first..job.period.year()).map(|year| last_of(job, year)).collect()
        }
        _ => comparator.period(job.period, plan).into_iter().collect(),
    }
}

/// The last quarter of a year something was handed in for by whom the report is about, else the year's last.
fn last_of(job: &Job<'_>, year: u16) -> Period {
    let series = &job.dossier.series;
    let own = series.iter().filter(|(id, _)| job.scope.unit().is_none_or(|unit| unit.id == **id));
    let periods = own.flat_map(|(_, series)| series.returns.keys());
    let of_year = periods.filter(|period| period.year() == year);
    of_year.max().copied().unwrap_or_else(|| Period::year_end(year))
}
