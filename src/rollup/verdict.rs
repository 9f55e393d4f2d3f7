//! Whether a value meets its goal, decided on exact numbers. Not for how a verdict is worded (the phrase bank).

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::value::{MeasuredValue, State};
use crate::model::exact::{Exact, from_usize};
use crate::model::target::{Goal, Measure, Mode, Target, Test};

/// What can be said about a target. The names are the cases of the phrase bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Verdict {
    /// The goal is met.
    Met,
    /// It is not met, and its year is still to come.
    NotMet,
    /// It is not met, and its year is over.
    Overdue,
    /// It was to be kept, and is not.
    NotKept,
    /// Nobody reported what it needs.
    NoData,
    /// Too much is missing to say.
    Insufficient,
    /// There is nothing to measure here.
    NotApplicable,
    /// The plan sets no number.
    NotJudged,
}

impl Verdict {
    /// Every verdict; the phrase bank has a case for each.
    pub const ALL: [Self; 8] = [
        Self::Met,
        Self::NotMet,
        Self::Overdue,
        Self::NotKept,
        Self::NoData,
        Self::Insufficient,
        Self::NotApplicable,
        Self::NotJudged,
    ];

    /// The name of its case in the phrase bank.
    #[must_use]
    pub(crate) fn case(self) -> &'static str {
        match self {
            Self::Met => "dat",
            Self::NotMet => "chua_dat",
            Self::Overdue => "qua_han",
            Self::NotKept => "chua_duy_tri",
            Self::NoData => "chua_co_so_lieu",
            Self::Insufficient => "chua_du_so_lieu",
            Self::NotApplicable => "khong_ap_dung",
            Self::NotJudged => "khong_danh_gia",
        }
    }

    /// Whether the goal is missed.
    #[must_use]
    pub fn is_missed(self) -> bool {
        matches!(self, Self::NotMet | Self::Overdue | Self::NotKept)
    }

    /// Whether it lacks figures.
    #[must_use]
    pub fn lacks_data(self) -> bool {
        matches!(self, Self::NoData | Self::Insufficient)
    }
}

impl Serialize for Verdict {
    fn serialize<S: Serializer>(&self, serializer: S) -> Result<S::Ok, S::Error> {
        serializer.serialize_str(self.case())
    }
}

/// Judges `value` against `goal` on `date`.
#[must_use]
pub fn judge(
    target: &Target,
    goal: Option<&Goal>,
    value: &MeasuredValue<'_>,
    date: NaiveDate,
) -> Verdict {
    let Some(goal) = goal.filter(|_| !target.qualitative) else { return Verdict::NotJudged };
    let exact = match value.state {
        State::NoData => return Verdict::NoData,
        State::NotApplicable => return Verdict::NotApplicable,
        State::Known(exact) => exact,
    };
    match certain(target, &goal.test, exact, value) {
        None => Verdict::Insufficient,
        Some(true) => Verdict::Met,
        Some(false) if target.mode == Mode::Maintain => Verdict::NotKept,
        Some(false) if goal.year.is_some_and(|year| date.year() > i32::from(year)) => {
            Verdict::Overdue
        }
        Some(false) => Verdict::NotMet,
    }
}

/// Whether the test holds whatever the missing units would report; `None` when they could change it.
fn certain(target: &Target, test: &Test, exact: Exact, value: &MeasuredValue<'_>) -> Option<bool> {
    let met = test.met(exact);
    if value.coverage.is_full() {
        return Some(met);
    }
    if matches!(target.measure, Measure::Count { .. }) {
        let all = value.denominator.unwrap_or(Exact::ONE);
        let with = |more: usize| {
            test.met((value.numerator + from_usize(more)) * Exact::from_integer(100) / all)
        };
        // Between the least and the most any count is possible, and a goal of "=" may be met by one of them alone.
        return (0..=value.coverage.missing.len()).all(|more| with(more) == met).then_some(met);
    }
    // A superior-level addend speaks of the whole area: over the units that reported it would be held against too few.
    let mixed = value.coverage.superior_counted || !value.coverage.superior_missing.is_empty();
    let everything = matches!(test, Test::Equal(_));
    (!(mixed || everything && met)).then_some(met)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn exactly_ninety_five_is_not_above_ninety_five() {
        let goal = Exact::from_integer(95);
        assert!(!Test::Above(goal).met(goal));
        assert!(Test::AtLeast(goal).met(goal));
        assert!(Test::Above(goal).met(Exact::new(950_001, 10_000)));
    }

    #[test]
    fn a_range_may_be_exceeded_when_the_plan_says_so() {
        let range = |more_is_met| Test::Within {
            low: Exact::from_integer(9),
            high: Exact::from_integer(10),
            more_is_met,
        };
        let rate = |doctors: i128| Exact::new(doctors * 10_000, 35_699);
        assert!(
            !range(true).met(rate(31)) && range(true).met(rate(33)) && range(true).met(rate(36))
        );
        assert!(!range(false).met(rate(36)));
    }
}
