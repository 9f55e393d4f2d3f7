//! What each row adds to a value, before it is added up: the addends themselves, so that a page and the trace of its
//! numbers are made from the same ones. Not for the sums ([`super::value`]).

use super::rows::{Addend, Row};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;
use crate::source::At;

/// What one row adds to everything it owes of a value.
#[derive(Debug, Clone)]
pub(crate) struct Contribution<'a, 'p> {
    /// The row.
    pub(crate) row: Row<'a>,
    /// A part for each figure it owes.
    pub(crate) parts: Vec<ContributedFigure<'p>>,
}

/// What a row adds to one figure.
#[derive(Debug, Clone, Copy)]
pub(crate) struct ContributedFigure<'p> {
    /// Which sum it goes into: 0 above the line, 1 below it.
    pub(crate) list: usize,
    /// The figure.
    pub(crate) figure: &'p Figure,
    /// How much.
    pub(crate) addend: Addend,
    /// Whether that is only estimated.
    pub(crate) estimate: bool,
}

impl ContributedFigure<'_> {
    /// How much it adds; nothing when none arose or it is missing.
    #[must_use]
    pub(crate) fn amount(&self) -> Exact {
        match self.addend {
            Addend::Value(value) => {
                Exact::new(i128::from(value), power_of_ten(self.figure.decimals))
            }
            Addend::NoneArose | Addend::Missing => Exact::ZERO,
        }
    }
}

impl Contribution<'_, '_> {
    /// Whether the row lacks any of what it owes, so that it is left out of every sum.
    #[must_use]
    pub(crate) fn is_missing(&self) -> bool {
        self.parts.iter().any(|part| part.addend == Addend::Missing)
    }
}

/// The rows that share in `target`, in their order.
#[must_use]
pub(crate) fn shares<'a, 'p>(
    plan: &'p Plan,
    target: &'p Target,
    rows: &[Row<'a>],
) -> Vec<Contribution<'a, 'p>> {
    let applicable = rows.iter().filter(|row| target.concerns(row.unit));
    match &target.measure {
        Measure::Ratio { numerator, denominator, .. } => {
            owing(&declared(plan, &[numerator, denominator]), applicable)
        }
        Measure::Sum { figures } => owing(&declared(plan, &[figures]), applicable),
        Measure::Count { fact } => {
            let members = applicable.filter(|row| row.is_member());
            let figure = plan.figure(fact.value.as_str());
            members.filter_map(|row| Some(share(row, &[(0, figure?)]))).collect()
        }
        Measure::Words => Vec::new(),
    }
}

/// The rows that share in a single figure.
#[must_use]
pub(crate) fn shares_of_figure<'a, 'p>(
    figure: &'p Figure,
    rows: &[Row<'a>],
) -> Vec<Contribution<'a, 'p>> {
    owing(&[(0, figure)], rows.iter())
}

/// The rows that owe any of these figures, each with the number of its list.
fn owing<'a: 'r, 'p, 'r>(
    figures: &[(usize, &'p Figure)],
    rows: impl Iterator<Item = &'r Row<'a>>,
) -> Vec<Contribution<'a, 'p>> {
    let owed = |unit: &Unit| {
        let owed = figures.iter().filter(|(_, figure)| figure.is_owed_by(unit));
        owed.copied().collect::<Vec<_>>()
    };
    let shared = rows.map(|row| share(row, &owed(row.unit)));
    shared.filter(|share| !share.parts.is_empty()).collect()
}

fn share<'a, 'p>(row: &Row<'a>, owed: &[(usize, &'p Figure)]) -> Contribution<'a, 'p> {
    let part = |&(list, figure): &(usize, &'p Figure)| {
        let (addend, estimate) = row.given(figure);
        ContributedFigure { list, figure, addend, estimate }
    };
    Contribution { row: *row, parts: owed.iter().map(part).collect() }
}

/// The figures of the lists, each with the number of its list.
fn declared<'p>(plan: &'p Plan, lists: &[&[At<Id>]]) -> Vec<(usize, &'p Figure)> {
    let figures = lists.iter().enumerate().flat_map(|(at, ids)| ids.iter().map(move |id| (at, id)));
    figures.filter_map(|(at, id)| Some((at, plan.figure(id.value.as_str())?))).collect()
}
