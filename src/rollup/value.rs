//! A target's exact value over rows, and which rows it lacks. Rates are sums of numerators over sums of
//! denominators, never means of rates. Not for verdicts.

use num_rational::Ratio;

use super::rows::{Addend, Row};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::{Rank, Unit};

/// Which rows a value is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// Member units that are counted in.
    pub counted: Vec<&'a Unit>,
    /// Member units whose figures are missing.
    pub missing: Vec<&'a Unit>,
    /// Superior-level rows whose figures are missing.
    pub superior_missing: Vec<&'a Unit>,
    /// Whether superior-level rows are counted in.
    pub superior_counted: bool,
}

impl Coverage<'_> {
    /// Counted and missing member units.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counted.len() + self.missing.len()
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.missing.is_empty() && self.superior_missing.is_empty()
    }
}

impl<'a> Coverage<'a> {
    fn add_missing(&mut self, unit: &'a Unit) {
        match unit.rank {
            Rank::Member => self.missing.push(unit),
            Rank::Superior => self.superior_missing.push(unit),
        }
    }
}

/// Whether there is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is one.
    Known(Exact),
    /// Nobody reported what it needs.
    NoData,
    /// There is nothing to measure: the whole is 0 or none arose.
    NotApplicable,
}

/// A target's value over some rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Value<'a> {
    /// The value, in the target's own unit (percent, per ten thousand …).
    pub state: State,
    /// The sum above the line; for a count, the units for which the fact holds.
    pub numerator: Exact,
    /// The sum below the line; for a count, all units it applies to, reported or not.
    pub denominator: Option<Exact>,
    /// Decimals the sums are written with.
    pub decimals: u8,
    /// Whether any addend is an estimate.
    pub estimate: bool,
    /// Which rows it is made from.
    pub coverage: Coverage<'a>,
}

impl Value<'_> {
    /// The value, if there is one.
    #[must_use]
    pub fn known(&self) -> Option<Exact> {
        match self.state {
            State::Known(value) => Some(value),
            _ => None,
        }
    }
}

/// Adds up `target` over `rows`.
#[must_use]
pub fn measure<'a>(plan: &Plan, target: &Target, rows: &[Row<'a>]) -> Value<'a> {
    let applicable: Vec<Row<'a>> =
        rows.iter().filter(|row| applies(target, row.unit)).copied().collect();
    match &target.measure {
        Measure::Ratio { numerator, denominator, factor } => {
            let sums = add_up(plan, &[numerator, denominator], &applicable);
            let state = match (&sums.totals[..], sums.any) {
                ([_, below], true) if *below == Exact::ZERO || !sums.arose => State::NotApplicable,
                ([above, below], true) => {
                    State::Known(above / below * Ratio::from_integer(i128::from(*factor)))
                }
                _ => State::NoData,
            };
            let below = sums.totals[1];
            sums.value(state, Some(below))
        }
        Measure::Sum { figures } => {
            let sums = add_up(plan, &[figures], &applicable);
            let state = if sums.any { State::Known(sums.totals[0]) } else { State::NoData };
            sums.value(state, None)
        }
        Measure::Count { fact } => count(plan, fact, &applicable),
        Measure::Words => add_up(plan, &[&[]], &[]).value(State::NoData, None),
    }
}

/// Whether `target` is about `unit`.
#[must_use]
pub fn applies(target: &Target, unit: &Unit) -> bool {
    unit.rank == Rank::Superior
        || target.applies_to.is_empty()
        || target.applies_to.contains(&unit.kind)
}

/// One figure summed over rows: the sum, if anybody reported it.
#[must_use]
pub fn total<'a>(plan: &Plan, figure: &Figure, rows: &[Row<'a>]) -> Value<'a> {
    let sums = add_up(plan, &[std::slice::from_ref(&figure.id)], rows);
    let state = if sums.any { State::Known(sums.totals[0]) } else { State::NoData };
    sums.value(state, None)
}

#[derive(Default)]
struct Sums<'a> {
    totals: Vec<Exact>,
    decimals: u8,
    any: bool,
    /// Whether anything arose for the first list; "none arose" everywhere is no 0.
    arose: bool,
    estimate: bool,
    coverage: Coverage<'a>,
}

impl<'a> Sums<'a> {
    fn value(self, state: State, denominator: Option<Exact>) -> Value<'a> {
        Value {
            state,
            numerator: self.totals[0],
            denominator,
            decimals: self.decimals,
            estimate: self.estimate,
            coverage: self.coverage,
        }
    }
}

/// Adds up several lists of figures over the rows that owe any of them. A row that lacks one of its figures is left
/// out of every sum, so that numerator and denominator always speak of the same units.
fn add_up<'a>(plan: &Plan, lists: &[&[Id]], rows: &[Row<'a>]) -> Sums<'a> {
    let figures = declared(plan, lists);
    let finest = figures.iter().map(|(_, figure)| figure.decimals).max().unwrap_or(0);
    // Whole steps of the finest figure: fractions are reduced once, not with every addend.
    let mut steps: Vec<i128> = vec![0; lists.len()];
    let mut sums = Sums::default();
    let mut given = Vec::with_capacity(figures.len());
    for row in rows {
        let owed = figures.iter().filter(|(_, figure)| plan.owes(row.unit, figure));
        given.clear();
        given.extend(owed.map(|(at, figure)| (*at, *figure, row.given(figure))));
        if given.is_empty() {
            continue;
        }
        if given.iter().any(|(.., (addend, _))| *addend == Addend::Missing) {
            sums.coverage.add_missing(row.unit);
            continue;
        }
        for &(at, figure, (addend, estimate)) in &given {
            sums.decimals = sums.decimals.max(figure.decimals);
            sums.estimate |= estimate;
            if let Addend::Value(value) = addend {
                sums.arose |= at == 0;
                steps[at] += i128::from(value) * power_of_ten(finest - figure.decimals);
            }
        }
        sums.any = true;
        match row.unit.rank {
            Rank::Member => sums.coverage.counted.push(row.unit),
            Rank::Superior => sums.coverage.superior_counted = true,
        }
    }
    sums.totals = steps.into_iter().map(|sum| Exact::new(sum, power_of_ten(finest))).collect();
    sums
}

/// The figures of the lists, each with the number of its list.
fn declared<'p>(plan: &'p Plan, lists: &[&[Id]]) -> Vec<(usize, &'p Figure)> {
    let figures = lists.iter().enumerate().flat_map(|(at, ids)| ids.iter().map(move |id| (at, id)));
    figures.filter_map(|(at, id)| Some((at, plan.figure(id.as_str())?))).collect()
}

/// Units for which a fact holds, over all member units it applies to.
fn count<'a>(plan: &Plan, fact: &Id, rows: &[Row<'a>]) -> Value<'a> {
    let mut coverage = Coverage::default();
    let mut holding: i128 = 0;
    let figure = plan.figure(fact.as_str());
    for row in rows.iter().filter(|row| row.is_member()) {
        match figure.map_or(Addend::Missing, |figure| row.addend(figure)) {
            Addend::Missing => coverage.missing.push(row.unit),
            Addend::Value(value) => {
                holding += i128::from(value > 0);
                coverage.counted.push(row.unit);
            }
            Addend::NoneArose => coverage.counted.push(row.unit),
        }
    }
    let all = i128::try_from(coverage.total()).unwrap_or(i128::MAX);
    let state = match (coverage.total(), coverage.counted.len()) {
        (0, _) => State::NotApplicable,
        (_, 0) => State::NoData,
        _ => State::Known(Exact::new(holding * 100, all)),
    };
    let (numerator, denominator) = (Exact::from_integer(holding), Some(Exact::from_integer(all)));
    Value { state, numerator, denominator, decimals: 0, estimate: false, coverage }
}
