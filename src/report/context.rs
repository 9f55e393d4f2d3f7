//! What a report is made from: its rows now and in the periods it compares with, its words, its dates. Not for formatting.

use std::sync::Arc;

use chrono::NaiveDate;

use super::author::{author, numbered};
use super::documents::documents;
use super::due::{Job, Scope};
use super::earlier::earlier;
use super::fact_table::{Cells, Earlier, FactTable, as_of};
use super::history::{History, history};
use super::owed::{LetterBefore, Owed, letter_before, owed};
use crate::kinds::kind::Kind;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::model::plan::{Document, Phase, Plan};
use crate::model::returns::{Heading, Narrative};
use crate::model::stamp::Stamp;
use crate::rollup::rows::{Row, row_of, rows};

/// A report's rows with what is known of them, its words and its dates.
pub struct ReportContext<'a> {
    /// The kind of report.
    pub kind: &'a Kind,
    /// The rows of the period, one for a unit's report, and what is known of every target and figure over them.
    pub table: Arc<FactTable<'a>>,
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
    /// The documents issued in its time.
    pub documents: Vec<&'a Document>,
    /// What belongs to the end of a phase.
    pub closing: Option<ClosingContext<'a>>,
    /// What belongs to a letter to a unit that handed nothing in.
    pub reminder: Option<Reminder<'a>>,
    /// What the register says of it.
    pub stamp: Option<&'a Stamp>,
    /// Whether words are marked with where they come from, as for a Word draft.
    pub marks_origins: bool,
}

/// A phase, and where what was said in it is found.
#[derive(Clone, Copy)]
pub struct ClosingContext<'a> {
    /// The phase.
    pub(crate) phase: &'a Phase,
    /// The dossier.
    pub(crate) dossier: &'a Dossier,
}

/// What a letter to a unit that handed nothing in speaks of.
#[derive(Clone)]
pub struct Reminder<'a> {
    /// Every row of the area.
    pub(crate) area: Vec<Row<'a>>,
    /// The reports that are owed.
    pub(crate) owed: Vec<Owed<'a>>,
    /// By when they are asked for now.
    pub(crate) until: Option<NaiveDate>,
    /// Which letter it is, from 1.
    pub(crate) time: u8,
    /// The letter before it.
    pub(crate) before: Option<LetterBefore<'a>>,
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
            time: job.due.time,
            before: letter_before(job, author.heading),
        });
        let (number, date) = numbered(job, author.heading);
        let own = author.heading.map(|heading| heading.as_of.value);
        let table = FactTable {
            plan: &dossier.plan,
            scope: job.scope,
            period,
            as_of: own.or_else(|| as_of(&now)).unwrap_or_else(|| period.last_day()),
            rows: now,
            earlier: earlier(job, kind),
            cells: Cells::default(),
        };
        Self {
            kind,
            table: Arc::new(table),
            history: history(job, kind),
            heading: author.heading,
            number,
            date,
            documents: documents(job, kind, author.narrative),
            narrative: author.narrative.unwrap_or(none),
            closing: job.phase.map(|phase| ClosingContext { phase, dossier }),
            reminder,
            stamp: job.stamp,
            marks_origins: false,
        }
    }

    /// The context of the report that the unit of one of the rows makes of itself, with its own text and date.
    #[must_use]
    pub(crate) fn of_unit(&self, index: usize) -> Self {
        let submitted = self.rows()[index].submitted;
        let heading = submitted.map(|read| &read.heading);
        Self {
            table: Arc::clone(self.table.unit(index)),
            history: Vec::new(),
            documents: Vec::new(),
            heading,
            date: heading.and_then(|heading| heading.date),
            narrative: submitted.map_or(self.narrative, |read| &read.narrative),
            reminder: None,
            stamp: None,
            ..*self
        }
    }

    /// The same, its words marked with where they come from.
    #[must_use]
    pub(crate) fn with_origins(self) -> Self {
        Self { marks_origins: true, ..self }
    }

    /// The plan.
    #[must_use]
    pub fn plan(&self) -> &'a Plan {
        self.table.plan
    }

    /// What the report is about.
    #[must_use]
    pub fn scope(&self) -> Scope<'a> {
        self.table.scope
    }

    /// The period.
    #[must_use]
    pub(crate) fn period(&self) -> Period {
        self.table.period
    }

    /// The day that picks profile and issuer: the document's date, else that of the issued document it is a draft beside, else
    /// the period's last day.
    #[must_use]
    pub fn reference(&self) -> NaiveDate {
        let beside = || self.stamp.map(|stamp| stamp.reference);
        self.date.or_else(beside).unwrap_or_else(|| self.period().last_day())
    }

    /// The rows of the period; one row for a unit's report.
    #[must_use]
    pub(crate) fn rows(&self) -> &[Row<'a>] {
        &self.table.rows
    }

    /// The earlier periods compared with.
    #[must_use]
    pub(crate) fn earlier(&self) -> &[Earlier<'a>] {
        &self.table.earlier
    }

    /// The rows of an earlier period: those compared with, where it is one of these.
    #[must_use]
    pub(crate) fn past(&self, period: Period) -> Option<&FactTable<'a>> {
        let compared = self.earlier().iter().map(|then| &then.table);
        compared.chain(&self.history).find(|table| table.period == period)
    }

    /// What a row's unit wrote for this report's time.
    #[must_use]
    pub(crate) fn words_of(&self, row: &Row<'a>) -> Option<&'a Narrative> {
        let Some(closing) = self.closing else {
            return row.submitted.map(|read| &read.narrative);
        };
        let series = closing.dossier.series.get(&row.unit.id)?;
        Some(&series.closings.get(&closing.phase.id)?.good()?.narrative)
    }

    /// Whether any figure that is printed is illustrative.
    #[must_use]
    pub(crate) fn illustrative(&self) -> bool {
        let marked = |heading: &Heading| heading.illustrative;
        let area = self.reminder.iter().flat_map(|reminder| &reminder.area);
        self.heading.is_some_and(marked)
            || self
                .rows()
                .iter()
                .chain(area)
                .any(|row| row.submitted.is_some_and(|read| marked(&read.heading)))
    }

    /// The latest as-of date of what is printed.
    #[must_use]
    pub(crate) fn as_of(&self) -> Option<NaiveDate> {
        let own = self.heading.map(|heading| heading.as_of.value);
        own.or_else(|| as_of(self.rows()))
    }
}
