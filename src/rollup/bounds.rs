//! What a value over a gap may still become once everybody has reported: the least and the most, from what the missing rows
//! said before and what bounds a figure. Not for verdicts ([`super::verdict`]).
//!
//! A whole (below the line) that is missing is taken from the row's latest return, which is said; one that is counted on
//! through the year is open. A part lies between 0, or
//! for a running total its last value, and what bounds it: the figures it can never exceed, and of a share the whole.

use super::contribution::{ContributedFigure, Contribution};
use super::rows::{Addend, Row};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::{Figure, FigureKind};
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Amount, Return};
use crate::model::target::{Measure, Target};
use crate::model::unit::Unit;

/// The least and the most a value may be.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Bounds<'a> {
    /// The least.
    pub low: Exact,
    /// The most; none when nothing bounds it.
    pub high: Option<Exact>,
    /// Whether the most can be reached, not only come near to.
    pub reached: bool,
    /// The rows whose whole is that of an earlier period.
    pub assumed: Vec<(&'a Unit, Period)>,
}

/// The least and the most one row, or all rows, may add.
#[derive(Debug, Clone, Copy)]
struct Span {
    low: Exact,
    high: Option<Exact>,
}

impl Span {
    fn exactly(amount: Exact) -> Self {
        Self { low: amount, high: Some(amount) }
    }

    fn plus(self, other: Self) -> Self {
        let high = self.high.zip(other.high).map(|(one, more)| one + more);
        Self { low: self.low + other.low, high }
    }

    /// Not more than `most`, but for what is certain already.
    fn up_to(self, most: Exact) -> Self {
        let high = self.high.map_or(most, |high| high.min(most));
        Self { low: self.low, high: Some(high.max(self.low)) }
    }
}

/// What `target` may still become over rows of which some are missing; none when that is open: a whole nobody ever
/// reported, or nothing to compute. A share that falls short somewhere never comes to 100 %, however large such a whole is.
#[must_use]
pub(crate) fn bounds<'a>(
    plan: &Plan,
    target: &Target,
    contributions: &[Contribution<'a, '_>],
) -> Option<Bounds<'a>> {
    let cannot_be_added = |part: &ContributedFigure<'_>| !part.figure.is_additive();
    if contributions.iter().flat_map(|row| &row.parts).any(cannot_be_added) {
        return None;
    }
    let (mut part, mut whole) = (Span::exactly(Exact::ZERO), Exact::ZERO);
    let (mut assumed, mut open) = (Vec::new(), false);
    for row in contributions {
        let Some(own_whole) = whole_of(row, &mut assumed) else {
            open = true;
            continue;
        };
        let mut own = Span::exactly(Exact::ZERO);
        for figure in row.parts.iter().filter(|part| part.list == 0) {
            own = own.plus(part_of(plan, &row.row, figure));
        }
        if is_share(target) {
            own = own.up_to(own_whole);
        }
        (part, whole) = (part.plus(own), whole + own_whole);
    }
    if open {
        let falls_short = is_share(target) && part.high.is_some_and(|high| high < whole);
        return falls_short.then(|| Bounds {
            low: Exact::ZERO,
            high: Some(Exact::from_integer(100)),
            reached: false,
            assumed,
        });
    }
    let value = |sum: Exact| match &target.measure {
        Measure::Ratio { factor, .. } if whole > Exact::ZERO => {
            Some(sum / whole * Exact::from_integer(i128::from(*factor)))
        }
        Measure::Count { .. } => {
            let all = Exact::from_integer(i128::try_from(contributions.len()).ok()?);
            (all > Exact::ZERO).then(|| sum * Exact::from_integer(100) / all)
        }
        Measure::Sum { .. } => Some(sum),
        Measure::Ratio { .. } | Measure::Words => None,
    };
    let high = part.high.map(value);
    Some(Bounds { low: value(part.low)?, high: high.flatten(), reached: true, assumed })
}

/// Whether what is above the line is a part of what is below it.
fn is_share(target: &Target) -> bool {
    let percent = target.is_percent() && !target.may_pass_hundred;
    percent && matches!(target.measure, Measure::Ratio { .. })
}

/// What a row has below the line; none if it never said.
fn whole_of<'a>(
    row: &Contribution<'a, '_>,
    assumed: &mut Vec<(&'a Unit, Period)>,
) -> Option<Exact> {
    let mut whole = Exact::ZERO;
    for part in row.parts.iter().filter(|part| part.list == 1) {
        whole += match part.addend {
            // What is counted on only grows: its last value bounds nothing.
            Addend::Missing if part.figure.kind.is_running() => return None,
            Addend::Missing => {
                let before = row.row.latest?;
                assumed.push((row.row.unit, before.period));
                reported(before, part.figure)?
            }
            Addend::Value(_) | Addend::NoneArose => part.amount(),
        };
    }
    assumed.dedup();
    Some(whole)
}

/// What a row may add to a sum above the line by one figure.
fn part_of(plan: &Plan, row: &Row<'_>, part: &ContributedFigure<'_>) -> Span {
    if part.addend != Addend::Missing {
        return Span::exactly(part.amount());
    }
    let figure = part.figure;
    let open = Span { low: least(row, figure), high: None };
    match figure.kind {
        FigureKind::Fact | FigureKind::Recognition => open.up_to(Exact::ONE),
        _ => {
            let over = figure.not_over.iter().filter_map(|id| plan.figure(id.value.as_str()));
            over.filter_map(|over| known(row, over)).fold(open, Span::up_to)
        }
    }
}

/// A running total never falls below its last value, within the time it runs.
fn least(row: &Row<'_>, figure: &Figure) -> Exact {
    let runs_on = |before: &&Return| match figure.kind {
        FigureKind::Cumulative => true,
        FigureKind::YearToDate => row.period.is_some_and(|now| now.year() == before.period.year()),
        FigureKind::Stock | FigureKind::Fact | FigureKind::Recognition => false,
    };
    let last = row.latest.filter(runs_on).and_then(|before| reported(before, figure));
    last.unwrap_or(Exact::ZERO)
}

/// What a row says of a figure, now or in its latest return.
fn known(row: &Row<'_>, figure: &Figure) -> Option<Exact> {
    let now = row.submitted.and_then(|now| reported(now, figure));
    now.or_else(|| reported(row.latest?, figure))
}

fn reported(of: &Return, figure: &Figure) -> Option<Exact> {
    match of.figures.get(&figure.id)?.amount {
        Amount::Value(value) => Some(Exact::new(i128::from(value), power_of_ten(figure.decimals))),
        Amount::NoneArose => Some(Exact::ZERO),
    }
}
