//! A target's exact value over rows, and which rows it lacks. Rates are sums of numerators over sums of
//! denominators, never means of rates. Not for verdicts.

use num_rational::Ratio;

use super::bounds::{Bounds, bounds};
use super::contribution::{ContributedFigure, Contribution, shares, shares_of_figure};
use super::coverage::Coverage;
use super::rows::{Addend, Row};
use super::spread::{Spread, Together, together};
use crate::model::exact::{Exact, from_usize, power_of_ten};
use crate::model::figure::Figure;
use crate::model::plan::Plan;
use crate::model::target::{Measure, Target};
use crate::model::unit::Rank;

/// Whether there is a value.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum State {
    /// There is one.
    Known(Exact),
    /// Nobody reported what it needs.
    NoData,
    /// There is nothing to measure: the whole is 0.
    NotApplicable,
}

/// A target's value over some rows.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MeasuredValue<'a> {
    /// The value, in the target's own unit (percent, per ten thousand …).
    pub state: State,
    /// The sum above the line; for a count, the units for which the fact holds.
    pub numerator: Exact,
    /// The sum below the line; for a count, all units it applies to, reported or not.
    pub denominator: Option<Exact>,
    /// Decimals the sums are written with.
    pub(crate) decimals: u8,
    /// Whether any addend is an estimate.
    pub(crate) estimate: bool,
    /// Whether nothing of what is added up arose anywhere.
    pub none_arose: bool,
    /// Which rows it is made from.
    pub coverage: Coverage<'a>,
    /// Of what cannot be added, over several units: the least, the middle and the most; there is no value then.
    pub spread: Option<Spread>,
    /// Over a gap, the least and the most it may become; none when that is open, and without a gap.
    pub bounds: Option<Bounds<'a>>,
}

impl MeasuredValue<'_> {
    /// The value, if there is one.
    #[must_use]
    pub fn known(&self) -> Option<Exact> {
        match self.state {
            State::Known(value) => Some(value),
            _ => None,
        }
    }

    /// Whether there is a value that rows still missing may change.
    #[must_use]
    pub(crate) fn is_provisional(&self) -> bool {
        self.known().is_some() && !self.coverage.is_full()
    }

    /// Whether figures of the whole area, a superior row's, stand beside those of a part of the units only, or are what is
    /// missing: their quotient is of nothing.
    #[must_use]
    pub(crate) fn is_of_unlike_areas(&self) -> bool {
        let of_whole_area =
            self.coverage.superior_counted > 0 || !self.coverage.superior_missing.is_empty();
        self.is_provisional() && self.denominator.is_some() && of_whole_area
    }
}

/// Adds up `target` over `rows`.
#[must_use]
pub fn measure<'a>(plan: &Plan, target: &Target, rows: &[Row<'a>]) -> MeasuredValue<'a> {
    let shares = shares(plan, target, rows);
    let gap = shares.iter().any(Contribution::is_missing);
    let bounds = gap.then(|| bounds(plan, target, &shares)).flatten();
    let value = MeasuredValue { bounds, ..measured(target, shares) };
    let alone = match &target.measure {
        Measure::Sum { figures } if figures.len() == 1 => figures.first(),
        _ => None,
    };
    match alone.and_then(|id| plan.figure(id.value.as_str())) {
        Some(figure) => put_together(plan, figure, rows, value),
        None => value,
    }
}

fn measured<'a>(target: &Target, shares: Vec<Contribution<'a, '_>>) -> MeasuredValue<'a> {
    match &target.measure {
        Measure::Ratio { factor, .. } => {
            let sums = add_up(2, shares);
            let state = match (&sums.totals[..], sums.any) {
                ([_, below], true) if *below == Exact::ZERO => nothing_to_measure(&sums.coverage),
                ([above, below], true) => {
                    State::Known(above / below * Ratio::from_integer(i128::from(*factor)))
                }
                _ => State::NoData,
            };
            let below = sums.totals[1];
            sums.value(state, Some(below))
        }
        Measure::Sum { .. } | Measure::Words => {
            let sums = add_up(1, shares);
            let state = if sums.any { State::Known(sums.totals[0]) } else { State::NoData };
            sums.value(state, None)
        }
        Measure::Count { .. } => count(shares),
    }
}

/// A whole of 0: nothing to measure, unless somebody's whole is not known yet.
fn nothing_to_measure(coverage: &Coverage<'_>) -> State {
    if coverage.is_full() { State::NotApplicable } else { State::NoData }
}

/// One figure summed over rows: the sum, if anybody reported it.
#[must_use]
pub(crate) fn total<'a>(plan: &Plan, figure: &Figure, rows: &[Row<'a>]) -> MeasuredValue<'a> {
    let sums = add_up(1, shares_of_figure(figure, rows));
    let state = if sums.any { State::Known(sums.totals[0]) } else { State::NoData };
    put_together(plan, figure, rows, sums.value(state, None))
}

/// The same value, if it is no sum of what cannot be added; else the mean or the range it is instead.
fn put_together<'a>(
    plan: &Plan,
    figure: &Figure,
    rows: &[Row<'a>],
    value: MeasuredValue<'a>,
) -> MeasuredValue<'a> {
    match together(plan, figure, rows) {
        None => value,
        Some(Together::Mean(mean)) => {
            MeasuredValue { state: State::Known(mean), numerator: mean, ..value }
        }
        Some(Together::Spread(spread)) => {
            MeasuredValue { state: State::NoData, spread: Some(spread), ..value }
        }
    }
}

#[derive(Default)]
struct RunningSums<'a> {
    totals: Vec<Exact>,
    decimals: u8,
    any: bool,
    estimate: bool,
    arose: bool,
    coverage: Coverage<'a>,
}

impl<'a> RunningSums<'a> {
    fn value(self, state: State, denominator: Option<Exact>) -> MeasuredValue<'a> {
        MeasuredValue {
            state,
            numerator: self.totals[0],
            denominator,
            decimals: self.decimals,
            estimate: self.estimate,
            none_arose: self.any && !self.arose,
            coverage: self.coverage,
            spread: None,
            bounds: None,
        }
    }
}

/// Adds up what rows share in. A row that lacks one of its figures is left out of every sum, so that numerator and
/// denominator always speak of the same units.
fn add_up<'a, 'p>(
    lists: usize,
    shares: impl IntoIterator<Item = Contribution<'a, 'p>>,
) -> RunningSums<'a> {
    let mut sums = RunningSums::default();
    let mut totals = vec![Steps::default(); lists];
    for share in shares {
        let unit = share.row.unit;
        if share.is_missing() {
            sums.coverage.add_missing(unit);
            continue;
        }
        for part in &share.parts {
            sums.decimals = sums.decimals.max(part.figure.decimals);
            sums.estimate |= part.estimate;
            sums.arose |= part.addend != Addend::NoneArose;
            totals[part.list].add(part);
        }
        sums.any = true;
        match unit.rank {
            Rank::Member => sums.coverage.counted.push(unit),
            Rank::Superior => sums.coverage.superior_counted += 1,
        }
    }
    sums.totals = totals.into_iter().map(Steps::total).collect();
    sums
}

/// A sum in whole steps of the finest figure added so far: it is reduced once, not with every addend.
#[derive(Debug, Clone, Copy, Default)]
struct Steps {
    steps: i128,
    decimals: u8,
}

impl Steps {
    fn add(&mut self, part: &ContributedFigure<'_>) {
        let Addend::Value(value) = part.addend else { return };
        let decimals = part.figure.decimals;
        if decimals > self.decimals {
            self.steps *= power_of_ten(decimals - self.decimals);
            self.decimals = decimals;
        }
        self.steps += i128::from(value) * power_of_ten(self.decimals - decimals);
    }

    fn total(self) -> Exact {
        Exact::new(self.steps, power_of_ten(self.decimals))
    }
}

/// Units for which a fact holds, over all member units it applies to.
fn count<'a, 'p>(shares: impl IntoIterator<Item = Contribution<'a, 'p>>) -> MeasuredValue<'a> {
    let mut coverage = Coverage::default();
    let mut holding: i128 = 0;
    for share in shares {
        if share.is_missing() {
            coverage.missing.push(share.row.unit);
        } else {
            holding += i128::from(share.parts.iter().any(|part| part.amount() > Exact::ZERO));
            coverage.counted.push(share.row.unit);
        }
    }
    let all = from_usize(coverage.total());
    let state = match (coverage.total(), coverage.counted.len()) {
        (0, _) => State::NotApplicable,
        (_, 0) => State::NoData,
        _ => State::Known(Exact::from_integer(holding * 100) / all),
    };
    let (numerator, denominator) = (Exact::from_integer(holding), Some(all));
    MeasuredValue {
        state,
        numerator,
        denominator,
        decimals: 0,
        estimate: false,
        none_arose: false,
        coverage,
        spread: None,
        bounds: None,
    }
}
