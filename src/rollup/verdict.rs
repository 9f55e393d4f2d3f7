//! Whether a value meets its goal, decided on exact numbers. Not for how a verdict is worded (the phrase bank).

use chrono::{Datelike, NaiveDate};
use serde::{Serialize, Serializer};

use super::bounds::Bounds;
use super::value::{MeasuredValue, State};
use crate::model::exact::Exact;
use crate::model::target::{Goal, Mode, Target, Test};

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
    match value.state {
        // A range of what cannot be added is nothing to judge.
        State::NoData if value.spread.is_some() => return Verdict::NotJudged,
        State::NoData if value.coverage.counts_any() => return Verdict::Insufficient,
        State::NoData => return Verdict::NoData,
        State::NotApplicable => return Verdict::NotApplicable,
        State::Known(_) => {}
    }
    match certain(&goal.test, value) {
        None => Verdict::Insufficient,
        Some(true) => Verdict::Met,
        Some(false) if target.mode == Mode::Maintain => Verdict::NotKept,
        Some(false) if goal.year.is_some_and(|year| date.year() > i32::from(year)) => {
            Verdict::Overdue
        }
        Some(false) => Verdict::NotMet,
    }
}

/// What is said of a target set for each unit by itself: missed as soon as one unit misses it, met once every unit it applies to
/// has met it.
#[must_use]
pub(crate) fn each(units: impl Iterator<Item = Verdict>) -> Verdict {
    let units: Vec<Verdict> = units.filter(|one| *one != Verdict::NotApplicable).collect();
    let has = |test: fn(Verdict) -> bool| units.iter().any(|one| test(*one));
    match units.iter().find(|one| one.is_missed()) {
        Some(missed) => *missed,
        None if units.is_empty() => Verdict::NotApplicable,
        None if has(|one| one == Verdict::NotJudged) => Verdict::NotJudged,
        None if !has(Verdict::lacks_data) => Verdict::Met,
        None if has(|one| one == Verdict::Met) => Verdict::Insufficient,
        None => Verdict::NoData,
    }
}

/// Whether a test holds now and whatever the missing rows will report; `None` when they may change it.
#[must_use]
pub fn certain(test: &Test, value: &MeasuredValue<'_>) -> Option<bool> {
    if value.coverage.is_full() {
        return value.known().map(|exact| test.met(exact));
    }
    let Bounds { low, high, reached, .. } = value.bounds.as_ref()?;
    let below = |mark: Exact| high.is_some_and(|high| high < mark || !reached && high == mark);
    let up_to = |mark: Exact| high.is_some_and(|high| high <= mark);
    let (always, never) = match *test {
        Test::Above(goal) => (*low > goal, up_to(goal)),
        Test::AtLeast(goal) => (*low >= goal, below(goal)),
        Test::Below(goal) => (below(goal), *low >= goal),
        Test::AtMost(goal) => (up_to(goal), *low > goal),
        Test::Equal(goal) => (*low == goal && up_to(goal), *low > goal || below(goal)),
        Test::Within { low: from, high: to, more_is_met } => {
            (*low >= from && (more_is_met || up_to(to)), below(from) || !more_is_met && *low > to)
        }
    };
    // A page never says "met" beside a number that does not meet it, though what comes in will.
    let said = test.met(value.known()?);
    (if said { always } else { never }).then_some(said)
}

#[cfg(test)]
mod tests {
    use super::*;

    /// Every way to give `units` units one of these.
    fn ways(units: usize, of: &[Verdict]) -> Vec<Vec<Verdict>> {
        let more = |way: Vec<Verdict>| of.iter().map(move |one| [&way[..], &[*one]].concat());
        (0..units).fold(vec![Vec::new()], |ways, _| ways.into_iter().flat_map(more).collect())
    }

    #[test]
    fn what_is_said_of_each_unit_stands_whatever_the_silent_ones_report() {
        let now = [Verdict::Met, Verdict::NotMet, Verdict::NoData, Verdict::NotApplicable];
        let later = [Verdict::Met, Verdict::NotMet];
        for (known, to_come) in ways(4, &now)
            .into_iter()
            .flat_map(|way| ways(4, &later).into_iter().map(move |to_come| (way.clone(), to_come)))
        {
            let said = each(known.iter().copied());
            let all = known.iter().zip(&to_come);
            let completed = all.map(|(one, later)| if one.lacks_data() { *later } else { *one });
            assert!(said.lacks_data() || said == each(completed), "{known:?}, {to_come:?}");
        }
    }

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
