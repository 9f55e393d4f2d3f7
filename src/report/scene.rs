//! What a report is computed from: its rows now and in the periods it compares with. Not for formatting.

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;
use std::sync::OnceLock;

use chrono::NaiveDate;

use super::due::{Job, Scope};
use super::letter::{Owed, owed};
use super::series::{History, history};
use crate::dossier::{Dossier, Filed};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::{Closing, Heading, Narrative};
use crate::model::unit::Unit;
use crate::rollup::compare::Comparator;
use crate::rollup::rows::{Row, earlier_rows, earlier_rows_of, row_of, rows};
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
    /// The rows of every period before this one, for what the kind shows over time.
    pub history: History<'a>,
    /// Number, dates, illustrative or not.
    pub heading: Option<&'a Heading>,
    /// The document's number, if it has one.
    pub number: Option<u32>,
    /// The document's date, if it has one.
    pub date: Option<NaiveDate>,
    /// The unit's or the board's own text.
    pub narrative: &'a Narrative,
    /// The day that picks profile and issuer: the document's date, else the period's last day.
    pub reference: NaiveDate,
    /// What belongs to the end of a phase.
    pub closing: Option<ClosingScene<'a>>,
    /// What belongs to a letter to a unit that handed nothing in.
    pub reminder: Option<Reminder<'a>>,
}

/// A phase, and where what was said in it is found.
#[derive(Clone, Copy)]
pub struct ClosingScene<'a> {
    /// The phase.
    pub phase: &'a Phase,
    /// The dossier.
    pub dossier: &'a Dossier,
}

/// What a letter to a unit that handed nothing in speaks of.
#[derive(Clone)]
pub struct Reminder<'a> {
    /// Every row of the area.
    pub area: Vec<Row<'a>>,
    /// The reports that are owed.
    pub owed: Vec<Owed<'a>>,
    /// By when they are asked for now.
    pub until: Option<NaiveDate>,
}

/// Who wrote the texts a report prints, and what it is numbered.
struct Author<'a> {
    heading: Option<&'a Heading>,
    narrative: Option<&'a Narrative>,
}

impl<'a> Scene<'a> {
    /// Gathers what `job` is made from. `none` stands in for a text nobody wrote.
    #[must_use]
    pub fn new(job: &Job<'a>, kind: &'a Kind, none: &'a Narrative) -> Self {
        let (dossier, period) = (job.dossier, job.period);
        let now: Vec<Row<'a>> = match job.scope.unit() {
            Some(unit) => row_of(dossier, unit, period).into_iter().collect(),
            None => rows(dossier, period),
        };
        let author = author(job, now.first());
        let reminder = matches!(job.scope, Scope::Missing(_)).then(|| Reminder {
            area: rows(dossier, period),
            owed: owed(job),
            until: job.due.deadline_of(period),
        });
        let (number, date) = numbered(job, author.heading);
        Self {
            plan: &dossier.plan,
            period,
            scope: job.scope,
            kind,
            earlier: earlier(job, kind),
            history: history(job, kind),
            rows: now,
            heading: author.heading,
            number,
            date,
            narrative: author.narrative.unwrap_or(none),
            reference: date.unwrap_or_else(|| period.last_day()),
            closing: job.phase.map(|phase| ClosingScene { phase, dossier }),
            reminder,
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
            history: Vec::new(),
            heading: self.heading,
            number: self.number,
            date: self.date,
            narrative: self.narrative,
            reference: self.reference,
            closing: self.closing,
            reminder: None,
        }
    }

    /// The scene of the report one of its rows makes of itself, with its own text and date.
    #[must_use]
    pub fn of_unit(&self, row: &Row<'a>) -> Self {
        let own = row.submitted;
        let heading = own.map(|read| &read.heading);
        let dated = heading.and_then(|heading| heading.date);
        Self {
            heading,
            narrative: own.map_or(self.narrative, |read| &read.narrative),
            reference: dated.unwrap_or_else(|| self.period.last_day()),
            ..self.narrowed(row)
        }
    }

    /// The scene as it was in an earlier period, compared with nothing.
    #[must_use]
    pub fn then(&self, earlier: &Earlier<'a>) -> Self {
        Self {
            plan: self.plan,
            period: earlier.period,
            scope: self.scope,
            kind: self.kind,
            rows: earlier.rows.clone(),
            earlier: Vec::new(),
            history: Vec::new(),
            heading: None,
            number: None,
            date: None,
            narrative: self.narrative,
            reference: earlier.period.last_day(),
            closing: None,
            reminder: None,
        }
    }

    /// What a row's unit wrote for this report's time.
    #[must_use]
    pub fn words_of(&self, row: &Row<'a>) -> Option<&'a Narrative> {
        let Some(closing) = self.closing else {
            return row.submitted.map(|read| &read.narrative);
        };
        let series = closing.dossier.series.get(&row.unit.id)?;
        Some(&series.closings.get(&closing.phase.id)?.good()?.narrative)
    }

    /// Whether any figure that is printed is illustrative.
    #[must_use]
    pub fn illustrative(&self) -> bool {
        let marked = |heading: &Heading| heading.illustrative;
        let area = self.reminder.iter().flat_map(|reminder| &reminder.area);
        self.heading.is_some_and(marked)
            || self
                .rows
                .iter()
                .chain(area)
                .any(|row| row.submitted.is_some_and(|read| marked(&read.heading)))
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

fn author<'a>(job: &Job<'a>, own: Option<&Row<'a>>) -> Author<'a> {
    let (dossier, period) = (job.dossier, job.period);
    let closing = |own: Option<&'a Filed<Closing>>| {
        let own = own.and_then(Filed::good);
        Author { heading: own.map(|own| &own.heading), narrative: own.map(|own| &own.narrative) }
    };
    match (job.scope, job.phase) {
        (Scope::Unit(unit), Some(phase)) => {
            let series = dossier.series.get(&unit.id);
            closing(series.and_then(|series| series.closings.get(&phase.id)))
        }
        (_, Some(phase)) => closing(dossier.closings.get(&phase.id)),
        (Scope::Unit(_), None) => {
            let own = own.and_then(|row| row.submitted);
            Author {
                heading: own.map(|own| &own.heading),
                narrative: own.map(|own| &own.narrative),
            }
        }
        (Scope::Area, None) => {
            let own = dossier.board(period);
            Author {
                heading: own.map(|own| &own.heading),
                narrative: own.map(|own| &own.narrative),
            }
        }
        // The board's text of the period is about what was handed in.
        (Scope::Missing(_), None) => {
            Author { heading: dossier.board(period).map(|own| &own.heading), narrative: None }
        }
    }
}

/// Number and date: those given for this kind and unit, else the heading's own. A letter has none but its own.
fn numbered(job: &Job<'_>, heading: Option<&Heading>) -> (Option<u32>, Option<NaiveDate>) {
    let Some(heading) = heading else { return (None, None) };
    let letter = matches!(job.scope, Scope::Missing(_));
    let to: Option<&Id> = job.scope.unit().filter(|_| letter).map(|unit| &unit.id);
    match heading.other(&job.due.kind, to) {
        Some(own) => (own.number, own.date),
        None if letter => (None, None),
        None => (heading.number, heading.date),
    }
}

fn earlier<'a>(job: &Job<'a>, kind: &Kind) -> Vec<Earlier<'a>> {
    let (dossier, now) = (job.dossier, job.period);
    // Two comparators may mean the same period, as in the year after the base year: the first stands.
    let mut seen = BTreeSet::new();
    let periods = kind.comparators.iter().flat_map(|comparator| {
        periods(job, *comparator).into_iter().map(|then| (*comparator, then))
    });
    let new = periods.filter(|(_, then)| seen.insert(*then));
    let rows = |then: Period| match job.scope.unit() {
        Some(unit) => earlier_rows_of(job.family, dossier, unit, then),
        None => earlier_rows(job.family, dossier, now, then),
    };
    new.map(|(comparator, period)| Earlier::new(comparator, period, rows(period))).collect()
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
