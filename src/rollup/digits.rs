//! How many decimals a value is written with, so that no printed number contradicts what is exactly true.
//! Not for the decimal comma ([`crate::model::number`]).

use crate::model::exact::{Exact, round};
use crate::model::number;

/// Decimals beyond which even values made from hundreds of millions differ.
const MOST: u8 = 20;

/// A value as it is written.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Shown {
    /// The rounded value.
    pub rounded: Exact,
    /// Its decimals.
    pub(crate) digits: u8,
    /// Its text.
    pub text: String,
}

/// Writes `value` with `digits` decimals, or more while it would seem to reach, leave or pass one of `marks`: 94,996
/// is never `95,00` beside "above 95", 99,996 never `100`.
///
/// ```
/// use baocao::model::exact::Exact;
/// use baocao::rollup::digits::show;
/// let share = Exact::new(94_996 * 100, 100_000);
/// assert_eq!(show(share, 2, &[Exact::from_integer(95)]).text, "94,996");
/// ```
#[must_use]
pub fn show(value: Exact, digits: u8, marks: &[Exact]) -> Shown {
    let truthful = |digits: &u8| {
        let rounded = round(value, *digits);
        marks.iter().all(|mark| rounded.cmp(mark) == value.cmp(mark))
    };
    let digits = (digits..=MOST).find(truthful).unwrap_or(MOST);
    let rounded = round(value, digits);
    Shown { rounded, digits, text: number::decimal(rounded, digits) }
}

/// Writes a number of the plan as the plan does: `78,5`, whatever decimals values have.
#[must_use]
pub(crate) fn declared(value: Exact) -> Shown {
    let digits = (0..=MOST).find(|digits| round(value, *digits) == value).unwrap_or(MOST);
    show(value, digits, &[])
}

/// Writes a value that is compared with others: as [`show`], with decimals added until its order to each of `others`,
/// written the same way, is the true one.
#[must_use]
pub fn show_beside(value: Exact, others: &[Exact], digits: u8, marks: &[Exact]) -> Shown {
    let truthful = |digits: &u8| {
        let rounded = round(value, *digits);
        others.iter().all(|other| rounded.cmp(&round(*other, *digits)) == value.cmp(other))
    };
    let least = (digits..=MOST).find(truthful).unwrap_or(MOST);
    show(value, least, marks)
}

#[cfg(test)]
mod tests {
    use super::*;

    fn percent(part: i128, all: i128) -> Exact {
        Exact::new(part * 100, all)
    }

    #[test]
    fn rounding_never_reaches_a_mark_the_value_does_not() {
        let marks = [Exact::from_integer(95), Exact::from_integer(100), Exact::ZERO];
        assert_eq!(show(percent(94_996, 100_000), 2, &marks).text, "94,996");
        assert_eq!(show(percent(9_496, 10_000), 1, &marks).text, "94,96");
        assert_eq!(show(percent(9_999_996, 10_000_000), 2, &marks).text, "99,99996");
        assert_eq!(show(percent(95, 100), 2, &marks).text, "95");
        assert_eq!(show(percent(1, 1_000_000), 2, &marks).text, "0,0001");
    }

    #[test]
    fn a_number_of_the_plan_has_the_decimals_it_needs() {
        let texts = [(785, 10), (95, 1), (1_250, 1_000), (0, 1)]
            .map(|(over, under)| declared(Exact::new(over, under)).text);
        assert_eq!(texts, ["78,5", "95", "1,25", "0"]);
    }

    #[test]
    fn two_values_that_differ_are_written_differently() {
        let (a, b) = (percent(90_001, 100_000), percent(90_000, 100_000));
        assert_eq!(show_beside(a, &[b], 2, &[]).text, "90,001");
        assert_eq!(show_beside(b, &[b], 2, &[]).text, "90");
    }
}
