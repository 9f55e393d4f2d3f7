//! What a report is computed from: its rows now and in the periods it compares with. Not for formatting.

use std::collections::BTreeSet;

use chrono::NaiveDate;

use super::due::{Job, Scope};
use super::series::{History, history};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Heading, Narrative, Return};
use crate::rollup::compare::Comparator;
use crate::rollup::rows::{Row, earlier_rows, rows};
use crate::template::kind::Kind;

/// Rows of an earlier period a report compares with.
pub struct Earlier<'a> {
    /// As what it is compared with.
    pub comparator: Comparator,
    /// The period.
    pub period: Period,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
}

/// A report's rows, now and before, and its dates.
pub struct Scene<'a> {
    /// The plan.
    pub plan: &'a Plan,
    /// The period.
    pub period: Period,
    /// What the report is about.
    pub scope: Scope<'a>,
    /// The kind of report.
    pub kind: &'a Kind,
    /// The rows of the period; one row for a unit's report.
    pub rows: Vec<Row<'a>>,
    /// The rows compared with.
    pub earlier: Vec<Earlier<'a>>,
    /// The rows of every period before this one, for what the kind shows over time.
    pub history: History<'a>,
    /// Number, dates, illustrative or not.
    pub heading: Option<&'a Heading>,
    /// The unit's or the board's own text.
    pub narrative: &'a Narrative,
    /// The day that picks profile and issuer: the document's date, else the period's last day.
    pub reference: NaiveDate,
}

impl<'a> Scene<'a> {
    /// Gathers what `job` is made from. `none` stands in for a text nobody wrote.
    #[must_use]
    pub fn new(job: &Job<'a>, kind: &'a Kind, none: &'a Narrative) -> Self {
        let (dossier, period) = (job.dossier, job.period);
        let of_scope = |rows: Vec<Row<'a>>| match job.scope {
            Scope::Unit(unit) => rows.into_iter().filter(|row| row.unit.id == unit.id).collect(),
            Scope::Area => rows,
        };
        let earlier = kind.comparators.iter().filter_map(|comparator| {
            let then = comparator.period(period, &dossier.plan)?;
            Some(Earlier {
                comparator: *comparator,
                period: then,
                rows: of_scope(earlier_rows(job.family, dossier, period, then)),
            })
        });
        // Two comparators may mean the same period, as in the year after the base year: the first stands.
        let mut seen = BTreeSet::new();
        let earlier: Vec<Earlier<'a>> = earlier.filter(|then| seen.insert(then.period)).collect();
        let now = of_scope(rows(dossier, period));
        let board = dossier
            .periods
            .get(&period)
            .and_then(|s| s.board.as_ref())
            .and_then(|filed| filed.good());
        let own: Option<&Return> = now.first().and_then(|row| row.submitted);
        let (heading, narrative) = match job.scope {
            Scope::Unit(_) => (own.map(|read| &read.heading), own.map(|read| &read.narrative)),
            Scope::Area => (board.map(|text| &text.heading), board.map(|text| &text.narrative)),
        };
        Self {
            plan: &dossier.plan,
            period,
            scope: job.scope,
            kind,
            earlier,
            history: history(job, kind),
            rows: now,
            heading,
            narrative: narrative.unwrap_or(none),
            reference: heading
                .and_then(|heading| heading.date)
                .unwrap_or_else(|| period.last_day()),
        }
    }

    /// The same scene seen by one of its rows.
    #[must_use]
    pub fn narrowed(&self, row: &Row<'a>) -> Self {
        let only =
            |rows: &[Row<'a>]| rows.iter().filter(|r| r.unit.id == row.unit.id).copied().collect();
        let earlier = self.earlier.iter().map(|then| Earlier {
            comparator: then.comparator,
            period: then.period,
            rows: only(&then.rows),
        });
        Self {
            plan: self.plan,
            period: self.period,
            scope: Scope::Unit(row.unit),
            kind: self.kind,
            rows: vec![*row],
            earlier: earlier.collect(),
            history: Vec::new(),
            heading: self.heading,
            narrative: self.narrative,
            reference: self.reference,
        }
    }

    /// Whether any figure that is printed is illustrative.
    #[must_use]
    pub fn illustrative(&self) -> bool {
        let marked = |heading: &Heading| heading.illustrative;
        self.heading.is_some_and(marked)
            || self.rows.iter().any(|row| row.submitted.is_some_and(|read| marked(&read.heading)))
    }

    /// The latest as-of date of what is printed.
    #[must_use]
    pub fn as_of(&self) -> Option<NaiveDate> {
        let own = self.heading.map(|heading| heading.as_of.value);
        own.or_else(|| {
            self.rows.iter().filter_map(|row| Some(row.submitted?.heading.as_of.value)).max()
        })
    }
}
