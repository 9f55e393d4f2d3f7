//! What a report is computed from: its rows now and in the periods it compares with. Not for formatting.

use chrono::NaiveDate;

use super::author::{author, numbered};
use super::due::{Job, Scope};
use super::earlier::{Earlier, earlier};
use super::history::{History, history};
use super::owed::{Owed, owed};
use crate::kinds::kind::Kind;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::{Phase, Plan};
use crate::model::returns::{Heading, Narrative};
use crate::rollup::rows::{Row, row_of, rows};

/// A report's rows, now and before, and its dates.
pub struct ReportContext<'a> {
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
    pub closing: Option<ClosingContext<'a>>,
    /// What belongs to a letter to a unit that handed nothing in.
    pub reminder: Option<Reminder<'a>>,
}

/// A phase, and where what was said in it is found.
#[derive(Clone, Copy)]
pub struct ClosingContext<'a> {
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

impl<'a> ReportContext<'a> {
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
            closing: job.phase.map(|phase| ClosingContext { phase, dossier }),
            reminder,
        }
    }

    /// The same context seen by one of its rows.
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

    /// The context of the report one of its rows makes of itself, with its own text and date.
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

    /// The context as it was in an earlier period, compared with nothing.
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
