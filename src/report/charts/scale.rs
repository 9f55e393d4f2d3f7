//! A chart's axis: where a value stands on it, per mille, and the words of its ticks. Every length of a chart is decided
//! here, on exact numbers. Not for what is drawn.

use serde::Serialize;

use crate::model::exact::{Exact, power_of_ten};
use crate::model::number;

/// Steps of an axis whose ticks are drawn, at most.
const DRAWN: i128 = 5;
/// Bars whose longest and shortest differ by less than one such part of the axis look alike.
const ALIKE: i128 = 10;
/// Steps of an axis of which only the ends are named, at most.
const COUNTED: i128 = 12;
/// Steps of an axis are one of these times a power of ten.
const STEPS: [i128; 3] = [1, 2, 5];
/// The smallest and the largest power of ten of a step.
const POWERS: std::ops::RangeInclusive<i8> = -3..=15;

/// An axis from one value to another.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Scale {
    low: Exact,
    high: Exact,
    step: Exact,
    digits: u8,
}

/// A place on an axis and its words.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct Tick {
    /// Per mille from the axis's beginning.
    pub(crate) vi_tri: u16,
    /// The number there.
    pub(crate) so: String,
}

impl Scale {
    /// An axis for bars, which begin at 0; shares end at 100 unless one passes it.
    #[must_use]
    pub(crate) fn from_zero(values: &[Exact], percent: bool) -> Self {
        let whole = if percent { Exact::from_integer(100) } else { Exact::ZERO };
        let most = values.iter().copied().fold(whole, Exact::max);
        let step = step(Exact::ZERO, most, percent, COUNTED);
        let high = if most == whole { most } else { above(most, step.0) };
        Self { low: Exact::ZERO, high, step: step.0, digits: step.1 }
    }

    /// An axis for the bars of `values`, with `marks` on it: from 0, unless all would look alike there; then it is cut, and
    /// begins near the smallest value or mark.
    #[must_use]
    pub(crate) fn for_bars(values: &[Exact], marks: &[Exact], percent: bool) -> Self {
        let all = [values, marks].concat();
        let whole = Self::from_zero(&all, percent);
        let [least, most] =
            [values.iter().min(), values.iter().max()].map(Option::<&Exact>::copied);
        let apart = most.zip(least).map_or(Exact::ZERO, |(most, least)| most - least);
        let alike = apart > Exact::ZERO && apart * Exact::from_integer(ALIKE) < whole.high;
        let lowest = all.iter().copied().min().unwrap_or(Exact::ZERO);
        if !alike || lowest <= Exact::ZERO {
            return whole;
        }
        let (step, digits) = step(lowest, whole.high, percent, DRAWN);
        let low = below(lowest, step);
        // The bar of the smallest value has a length.
        let low = if low == lowest { low - step } else { low };
        Self { low: low.max(Exact::ZERO), high: above(whole.high, step), step, digits }
    }

    /// Where an axis begins that is cut, in words.
    #[must_use]
    pub(crate) fn cut(&self) -> Option<String> {
        (self.low > Exact::ZERO).then(|| self.tick(self.low).so)
    }

    /// An axis for points, whose place and not whose length is read: it begins near the smallest value.
    #[must_use]
    pub(crate) fn around(values: &[Exact], percent: bool) -> Self {
        let least = values.iter().copied().min().unwrap_or(Exact::ZERO);
        let most = values.iter().copied().max().unwrap_or(Exact::ONE);
        let (step, digits) = step(least, most, percent, DRAWN);
        let (mut low, mut high) = (below(least, step), above(most, step));
        // What stands at the very beginning would be drawn on the axis.
        if low == least && low > Exact::ZERO {
            low -= step;
        } else if low == high {
            high += step;
        }
        Self { low, high, step, digits }
    }

    /// Where a value stands, per mille of the axis.
    #[must_use]
    pub(crate) fn at(&self, value: Exact) -> u16 {
        let length = self.high - self.low;
        if length == Exact::ZERO {
            return 0;
        }
        let share = (value - self.low) / length * Exact::from_integer(1000);
        u16::try_from(share.round().to_integer().clamp(0, 1000)).expect("at most 1000")
    }

    /// The ticks, from the beginning.
    #[must_use]
    pub(crate) fn ticks(&self) -> Vec<Tick> {
        let mut ticks = Vec::new();
        let mut value = self.low;
        while value <= self.high {
            ticks.push(self.tick(value));
            value += self.step;
        }
        ticks
    }

    /// Beginning and end.
    #[must_use]
    pub(crate) fn ends(&self) -> [Tick; 2] {
        [self.tick(self.low), self.tick(self.high)]
    }

    fn tick(&self, value: Exact) -> Tick {
        Tick { vi_tri: self.at(value), so: number::decimal(value, self.digits) }
    }
}

/// The smallest round step of which so few are needed, and its decimals; never less than one of a hundred parts of a share.
fn step(low: Exact, high: Exact, percent: bool, most: i128) -> (Exact, u8) {
    let least = if percent { Exact::ONE } else { high / Exact::from_integer(50) };
    let fits = |step: &Exact| {
        let steps = (above(high, *step) - below(low, *step)) / *step;
        *step >= least && steps <= Exact::from_integer(most)
    };
    let all = POWERS.flat_map(|power| STEPS.map(|times| (round_number(times, power), power)));
    let found = all.into_iter().find(|(step, _)| fits(step));
    let (step, power) = found.unwrap_or((Exact::ONE, 0));
    (step, u8::try_from(-power).unwrap_or(0))
}

fn round_number(times: i128, power: i8) -> Exact {
    let tens = Exact::from_integer(power_of_ten(power.unsigned_abs()));
    let times = Exact::from_integer(times);
    if power < 0 { times / tens } else { times * tens }
}

fn below(value: Exact, step: Exact) -> Exact {
    (value / step).floor() * step
}

fn above(value: Exact, step: Exact) -> Exact {
    (value / step).ceil() * step
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(hundredths: i128) -> Exact {
        Exact::new(hundredths, 100)
    }

    fn words(ticks: &[Tick]) -> Vec<(u16, &str)> {
        ticks.iter().map(|tick| (tick.vi_tri, tick.so.as_str())).collect()
    }

    #[test]
    fn an_axis_of_bars_begins_at_nothing_and_ends_at_the_whole() {
        let scale = Scale::from_zero(&[percent(9_250), percent(4_000)], true);
        assert_eq!(words(&scale.ends()), [(0, "0"), (1000, "100")]);
        assert_eq!([scale.at(percent(9_250)), scale.at(Exact::ZERO)], [925, 0]);
        let passed = Scale::from_zero(&[percent(11_796)], true);
        assert_eq!(words(&passed.ends()), [(0, "0"), (1000, "120")]);
        let money = Scale::from_zero(&[Exact::new(28_370, 100)], false);
        assert_eq!(words(&money.ends()), [(0, "0"), (1000, "300")]);
    }

    #[test]
    fn an_axis_on_which_all_bars_would_look_alike_is_cut_and_says_where_it_begins() {
        let close = [percent(8_939), percent(9_237), percent(9_658)];
        let cut = Scale::for_bars(&close, &[percent(9_500)], true);
        assert_eq!(words(&cut.ends()), [(0, "85"), (1000, "100")]);
        assert_eq!(cut.cut().as_deref(), Some("85"));
        assert!(cut.at(close[2]) - cut.at(close[0]) > 400, "the bars are told apart");
        let least = Scale::for_bars(&[percent(9_000), percent(9_500)], &[], true);
        assert!(least.at(percent(9_000)) > 0, "the smallest is still a bar");
        let apart = Scale::for_bars(&[percent(6_000), percent(9_500)], &[], true);
        let same = Scale::for_bars(&[percent(9_000), percent(9_000)], &[], true);
        let nothing = Scale::for_bars(&[Exact::ZERO, percent(100)], &[], true);
        assert_eq!([apart, same, nothing].map(|scale| scale.cut()), [None, None, None]);
    }

    #[test]
    fn an_axis_of_points_holds_every_value_between_round_numbers() {
        let scale = Scale::around(&[percent(9_284), percent(9_543), percent(9_500)], true);
        let ticks = scale.ticks();
        assert_eq!(words(&ticks), [(0, "92"), (250, "93"), (500, "94"), (750, "95"), (1000, "96")]);
        let rate = Scale::around(&[Exact::new(8_445, 1000), Exact::new(8_999, 1000)], false);
        assert_eq!(words(&rate.ends()), [(0, "8,4"), (1000, "9")]);
    }

    #[test]
    fn values_that_are_all_the_same_still_have_an_axis() {
        let same = Scale::around(&[Exact::from_integer(100)], true);
        assert_eq!(words(&same.ticks()), [(0, "99"), (1000, "100")]);
        assert_eq!(same.at(Exact::from_integer(100)), 1000);
        let none = Scale::around(&[Exact::ZERO], true);
        assert_eq!((none.at(Exact::ZERO), none.ticks().len()), (0, 2));
    }
}
