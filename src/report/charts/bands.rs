//! Bands of values on either side of a goal, to count units in: how many are near it, how many far off. Not for the
//! counting ([`mod@super::bars`]) nor for words (the phrase bank).

use serde::Serialize;

use crate::model::exact::Exact;
use crate::model::target::Test;
use crate::rollup::digits::declared;

/// How many bands stand on the side that misses the goal.
const BANDS: i128 = 4;
/// How wide a band is, where values are shares (in percentage points).
const SHARE: i128 = 5;
/// How wide a band is elsewhere: one part in so many of the goal.
const PARTS: i128 = 10;

/// An end of a band and whether the end itself belongs to it.
type End = Option<(Exact, bool)>;

/// Values between two ends.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Band {
    low: End,
    high: End,
    /// Whether its values meet the goal.
    pub(crate) met: bool,
}

/// A band as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct BandView {
    /// `duoi`, `den`, `tu_duoi`, `tu_den`, `tren_duoi`, `tren_den`, `tu`, `tren`, `bang`: the case of the phrase bank.
    pub(crate) kieu: &'static str,
    /// Its lower end.
    pub(crate) tu: Option<String>,
    /// Its upper end.
    pub(crate) den: Option<String>,
}

impl Band {
    /// Whether `value` is in it.
    #[must_use]
    pub(crate) fn holds(&self, value: Exact) -> bool {
        let above = self.low.is_none_or(|(end, own)| value > end || own && value == end);
        above && self.high.is_none_or(|(end, own)| value < end || own && value == end)
    }

    /// As a template sees it.
    #[must_use]
    pub(crate) fn view(&self) -> BandView {
        let number = |end: End| end.map(|(value, _)| declared(value).text);
        let kieu = match (self.low, self.high) {
            (None, Some((_, false)) | None) => "duoi",
            (None, Some((_, true))) => "den",
            (Some((_, true)), None) => "tu",
            (Some((_, false)), None) => "tren",
            (Some((low, true)), Some((high, true))) if low == high => "bang",
            (Some((_, true)), Some((_, false))) => "tu_duoi",
            (Some((_, true)), Some((_, true))) => "tu_den",
            (Some((_, false)), Some((_, false))) => "tren_duoi",
            (Some((_, false)), Some((_, true))) => "tren_den",
        };
        BandView { kieu, tu: number(self.low), den: number(self.high) }
    }
}

/// The bands of a goal: what meets it first, then those that miss it, the nearest first. They hold every value once.
#[must_use]
pub(crate) fn bands(test: &Test, percent: bool) -> Vec<Band> {
    let step = |goal: Exact| {
        let own = goal / Exact::from_integer(PARTS);
        if percent || own == Exact::ZERO { Exact::from_integer(SHARE) } else { own }
    };
    let met = |low, high| Band { low, high, met: true };
    match *test {
        Test::Above(goal) => {
            [vec![met(Some((goal, false)), None)], under(goal, true, step(goal))].concat()
        }
        Test::AtLeast(goal) => {
            [vec![met(Some((goal, true)), None)], under(goal, false, step(goal))].concat()
        }
        Test::Below(goal) => {
            [vec![met(None, Some((goal, false)))], over(goal, true, step(goal))].concat()
        }
        Test::AtMost(goal) => {
            [vec![met(None, Some((goal, true)))], over(goal, false, step(goal))].concat()
        }
        Test::Equal(goal) => {
            let own = met(Some((goal, true)), Some((goal, true)));
            let more = Band { low: Some((goal, false)), high: None, met: false };
            [vec![own], under(goal, false, step(goal)), vec![more]].concat()
        }
        Test::Within { low, high, more_is_met } => {
            let own = met(Some((low, true)), Some((high, true)));
            let more = Band { low: Some((high, false)), high: None, met: more_is_met };
            [vec![more, own], under(low, false, step(low))].concat()
        }
    }
}

/// Bands below `goal`, the nearest first; `with_goal`: the goal itself is in the nearest. Nothing is below 0.
fn under(goal: Exact, with_goal: bool, step: Exact) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut high = (goal, with_goal);
    for _ in 1..BANDS {
        let low = high.0 - step;
        if low <= Exact::ZERO {
            break;
        }
        bands.push(Band { low: Some((low, true)), high: Some(high), met: false });
        high = (low, false);
    }
    bands.push(Band { low: None, high: Some(high), met: false });
    bands
}

/// Bands above `goal`, the nearest first; `with_goal`: the goal itself is in the nearest.
fn over(goal: Exact, with_goal: bool, step: Exact) -> Vec<Band> {
    let mut bands = Vec::new();
    let mut low = (goal, with_goal);
    for _ in 1..BANDS {
        let high = low.0 + step;
        bands.push(Band { low: Some(low), high: Some((high, true)), met: false });
        low = (high, false);
    }
    bands.push(Band { low: Some(low), high: None, met: false });
    bands
}

#[cfg(test)]
mod tests {
    use super::*;

    fn whole(value: i128) -> Exact {
        Exact::from_integer(value)
    }

    #[test]
    fn every_value_is_in_one_band_and_it_is_met_there_as_it_is_judged() {
        let goals = [95, 100, 7, 0].map(whole);
        let tests = goals.into_iter().flat_map(|goal| {
            let within =
                |more_is_met| Test::Within { low: goal, high: goal + whole(1), more_is_met };
            [Test::Above(goal), Test::AtLeast(goal), Test::Equal(goal), Test::Below(goal)]
                .into_iter()
                .chain([Test::AtMost(goal), within(true), within(false)])
        });
        for test in tests {
            for percent in [true, false] {
                let bands = bands(&test, percent);
                for value in (0..=1_300).map(|tenth| Exact::new(tenth, 10)) {
                    let own: Vec<&Band> = bands.iter().filter(|band| band.holds(value)).collect();
                    let [band] = own[..] else { panic!("{value} of {test:?}: {own:?}") };
                    assert_eq!(band.met, test.met(value), "{value} of {test:?}");
                }
            }
        }
    }

    #[test]
    fn exactly_the_goal_is_said_to_be_in_the_band_that_misses_it() {
        let bands = bands(&Test::Above(whole(95)), true);
        let told: Vec<_> = bands.iter().map(Band::view).collect();
        let words = |view: &BandView| {
            (view.kieu, view.tu.clone().unwrap_or_default(), view.den.clone().unwrap_or_default())
        };
        let wanted = [
            ("tren", "95", ""),
            ("tu_den", "90", "95"),
            ("tu_duoi", "85", "90"),
            ("tu_duoi", "80", "85"),
            ("duoi", "", "80"),
        ];
        let wanted = wanted.map(|(kind, low, high)| (kind, low.to_owned(), high.to_owned()));
        assert_eq!(told.iter().map(words).collect::<Vec<_>>(), wanted);
    }
}
