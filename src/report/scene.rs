//! What a report is computed from: its rows now and in the periods it compares with. Not for formatting.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::due::{Job, Scope};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Heading, Narrative, Return};
use crate::model::unit::Unit;
use crate::rollup::compare::Comparator;
use crate::rollup::rows::{Origin, Row, earlier_rows, earlier_rows_of, row_of, rows};
use crate::template::kind::Kind;

/// Rows of an earlier period a report compares with.
pub struct Earlier<'a> {
    /// As what it is compared with.
    pub comparator: Comparator,
    /// The period.
    pub period: Period,
    /// Its rows.
    pub rows: Vec<Row<'a>>,
    places: OnceLock<BTreeMap<&'a Id, Range<usize>>>,
}

impl<'a> Earlier<'a> {
    /// The rows of `period`, compared with as `comparator`.
    #[must_use]
    pub fn new(comparator: Comparator, period: Period, rows: Vec<Row<'a>>) -> Self {
        Self { comparator, period, rows, places: OnceLock::new() }
    }

    /// The rows one unit is compared with. They stand together, so that each is found without going through all:
    /// a roll-up asks for every unit.
    fn of(&self, unit: &Unit) -> &[Row<'a>] {
        let places = self.places.get_or_init(|| {
            let mut places: BTreeMap<&Id, Range<usize>> = BTreeMap::new();
            for (at, row) in self.rows.iter().enumerate() {
                places.entry(&row.unit.id).or_insert(at..at).end = at + 1;
            }
            places
        });
        places.get(&unit.id).map_or(&[], |place| &self.rows[place.clone()])
    }
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
        let before = |then: Period| match job.scope {
            Scope::Unit(unit) => earlier_rows_of(job.family, dossier, unit, then),
            Scope::Area => earlier_rows(job.family, dossier, period, then),
        };
        let earlier = kind.comparators.iter().filter_map(|comparator| {
            let then = comparator.period(period, &dossier.plan)?;
            Some(Earlier::new(*comparator, then, before(then)))
        });
        // Two comparators may mean the same period, as in the year after the base year: the first stands.
        let mut seen = BTreeSet::new();
        let earlier: Vec<Earlier<'a>> = earlier.filter(|then| seen.insert(then.period)).collect();
        let now = match job.scope {
            Scope::Unit(unit) => row_of(dossier, unit, period).into_iter().collect(),
            Scope::Area => rows(dossier, period),
        };
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
        let earlier = self
            .earlier
            .iter()
            .map(|then| Earlier::new(then.comparator, then.period, then.of(row.unit).to_vec()));
        Self {
            plan: self.plan,
            period: self.period,
            scope: Scope::Unit(row.unit),
            kind: self.kind,
            rows: vec![*row],
            earlier: earlier.collect(),
            heading: self.heading,
            narrative: self.narrative,
            reference: self.reference,
        }
    }

    /// The units whose figures stand in for units that did not exist before, and those whose figures are not here.
    #[must_use]
    pub fn origins(&self) -> (Vec<String>, Vec<String>) {
        let (mut here, mut lacking) = (Vec::new(), Vec::new());
        for row in self.earlier.first().iter().flat_map(|then| &then.rows) {
            match row.origin {
                Some(Origin::Unit(unit)) => here.push(unit.full_name()),
                Some(Origin::Outside(name)) => lacking.push(name.to_string()),
                None => {}
            }
        }
        (here, lacking)
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
