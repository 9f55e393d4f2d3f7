//! The rows a value is added up from: a unit with what it reported. Not for deciding what a missing figure means.

use crate::model::dossier::{Dossier, Filed, UnitHistory};
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::returns::{Amount, Recognition, Recognitions, Return};
use crate::model::text::Line;
use crate::model::unit::{Predecessor, Rank, Unit};

/// What one row adds to a figure.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Addend {
    /// This much, in the figure's smallest steps.
    Value(i64),
    /// None arose: adds nothing, lacks nothing.
    NoneArose,
    /// Not known.
    Missing,
}

/// A unit and what it reported for a period, if anything usable.
#[derive(Debug, Clone, Copy)]
pub struct Row<'a> {
    /// The unit.
    pub unit: &'a Unit,
    /// The period.
    pub period: Option<Period>,
    /// Its return, if handed in without errors.
    pub submitted: Option<&'a Return>,
    /// Its latest right return of an earlier period.
    pub latest: Option<&'a Return>,
    /// Whether a return was handed in that has errors.
    pub broken: bool,
    /// Its recognitions.
    pub recognitions: Option<&'a Recognitions>,
    /// Where the figures come from, if not from the unit itself.
    pub origin: Option<Origin<'a>>,
}

/// A predecessor that stands in for a unit that did not exist yet.
#[derive(Debug, Clone, Copy)]
pub enum Origin<'a> {
    /// A unit whose returns are here.
    Unit(&'a Unit),
    /// A unit whose figures are nowhere here.
    Outside(&'a Line),
}

impl<'a> Row<'a> {
    /// A unit's row of a period, from all it handed in.
    #[must_use]
    pub(crate) fn new(unit: &'a Unit, series: Option<&'a UnitHistory>, period: Period) -> Self {
        let filed = series.and_then(|series| series.returns.get(&period));
        let before = series.into_iter().flat_map(|series| series.returns.range(..period));
        Self {
            unit,
            period: Some(period),
            submitted: filed.and_then(Filed::good),
            latest: before.rev().find_map(|(_, filed)| filed.good()),
            broken: filed.is_some_and(|filed| filed.good().is_none()),
            recognitions: series.map(|series| &series.recognitions),
            origin: None,
        }
    }

    /// What the row adds to `figure`, and whether that is only estimated.
    #[must_use]
    pub(crate) fn given(&self, figure: &Figure) -> (Addend, bool) {
        let Some(submitted) = self.submitted else { return (Addend::Missing, false) };
        if figure.kind == FigureKind::Recognition {
            let held = self.recognition(&figure.id).is_some();
            return (Addend::Value(i64::from(held)), false);
        }
        let Some(reported) = submitted.figures.get(&figure.id) else {
            return (Addend::Missing, false);
        };
        match reported.amount {
            Amount::Value(value) => (Addend::Value(value), reported.estimate),
            Amount::NoneArose => (Addend::NoneArose, reported.estimate),
        }
    }

    /// What the row adds to `figure`.
    #[must_use]
    pub fn addend(&self, figure: &Figure) -> Addend {
        self.given(figure).0
    }

    /// Whether the unit counts among "x/y units".
    #[must_use]
    pub fn is_member(&self) -> bool {
        self.unit.rank == Rank::Member
    }

    /// The recognition of `figure` that holds on the as-of date, if one does.
    #[must_use]
    pub(crate) fn recognition(&self, figure: &Id) -> Option<&'a Recognition> {
        let as_of = self.submitted?.heading.as_of.value;
        let decisions = self.recognitions?.get(figure)?;
        decisions.iter().find(|decision| decision.holds_on(as_of))
    }
}

/// Every row of a dossier in `period`, in the plan's order, units that exist on its last day.
#[must_use]
pub(crate) fn rows(dossier: &Dossier, period: Period) -> Vec<Row<'_>> {
    let units = dossier.plan.rows(period.last_day());
    units.map(|unit| row(dossier, unit, period)).collect()
}

/// The row of one unit, if it exists on the period's last day: one of [`rows`], without looking at the others.
#[must_use]
pub(crate) fn row_of<'a>(dossier: &'a Dossier, unit: &'a Unit, period: Period) -> Option<Row<'a>> {
    unit.validity.contains(period.last_day()).then(|| row(dossier, unit, period))
}

fn row<'a>(dossier: &'a Dossier, unit: &'a Unit, period: Period) -> Row<'a> {
    Row::new(unit, dossier.series.get(&unit.id).map(AsRef::as_ref), period)
}

/// The rows of `then` that units existing in `now` are compared with: their own, or for a unit that did not exist yet
/// one row for each of its predecessors, found in `family`.
#[must_use]
pub(crate) fn earlier_rows<'a>(
    family: &'a [Dossier],
    dossier: &'a Dossier,
    now: Period,
    then: Period,
) -> Vec<Row<'a>> {
    let mut all = rows(dossier, then);
    let later = |unit: &&Unit| !unit.validity.contains(then.last_day());
    for unit in dossier.plan.rows(now.last_day()).filter(later) {
        all.extend(earlier_rows_of(family, dossier, unit, then));
    }
    let gone = |unit: &Unit| !unit.validity.contains(now.last_day());
    let taken_over = |unit: &Unit| {
        let from_here = |before: &Predecessor| matches!(before, Predecessor::Unit { dossier: d, unit: u, .. } if *d == dossier.plan.id && *u == unit.id);
        dossier.plan.units.iter().any(|other| other.predecessors.iter().any(from_here))
    };
    all.retain(|row| row.origin.is_some() || !(gone(row.unit) && taken_over(row.unit)));
    all
}

/// The rows of `then` that one unit is compared with: those of [`earlier_rows`] that are its own.
#[must_use]
pub(crate) fn earlier_rows_of<'a>(
    family: &'a [Dossier],
    dossier: &'a Dossier,
    unit: &'a Unit,
    then: Period,
) -> Vec<Row<'a>> {
    match row_of(dossier, unit, then) {
        Some(own) => vec![own],
        None => unit.predecessors.iter().map(|one| inherited(family, unit, one, then)).collect(),
    }
}

/// A predecessor's figures in the place of `unit`'s.
fn inherited<'a>(
    family: &'a [Dossier],
    unit: &'a Unit,
    before: &'a Predecessor,
    then: Period,
) -> Row<'a> {
    let found = match before {
        Predecessor::Outside(_) => None,
        Predecessor::Unit { dossier, unit: id, .. } => {
            let source = family.iter().find(|other| other.plan.id == *dossier);
            source.and_then(|source| row_of(source, source.plan.unit(id.as_str())?, then))
        }
    };
    match (found, before) {
        (Some(row), _) => Row { unit, origin: Some(Origin::Unit(row.unit)), ..row },
        (None, Predecessor::Outside(name)) => Row {
            unit,
            period: None,
            submitted: None,
            latest: None,
            broken: false,
            recognitions: None,
            origin: Some(Origin::Outside(name)),
        },
        // Its dossier is there, for else this plan would be refused: that one's plan has errors.
        (None, Predecessor::Unit { .. }) => Row {
            unit,
            period: None,
            submitted: None,
            latest: None,
            broken: true,
            recognitions: None,
            origin: Some(Origin::Unit(unit)),
        },
    }
}
