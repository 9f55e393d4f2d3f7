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

impl Shown {
    /// The number in a sentence, where no column asks for its noughts: `95` for `95,00`.
    #[must_use]
    pub(crate) fn in_sentence(&self) -> String {
        number::decimal(self.rounded, self.digits)
    }
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

/// How the numbers of one column are written: with one number of decimals, the most that any of them needs, and with
/// none where all are whole. `92,50` stands over `95,00`, `95` over `100`.
///
/// A column is the values of one target or figure that a reader compares: now, earlier and over the years, in a table of
/// targets along its row, since every row there has another unit of measure; in a table by unit down its column, with the
/// sums below. Numbers of the plan, goals among them, are not of it: they stand as the plan writes them ([`declared`]).
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Column {
    digits: u8,
    whole: bool,
}

impl Column {
    /// The column of `now`, of `others` that it is compared with, and of what stands `beside` them: with `digits` decimals,
    /// or more while one of them would stand on the wrong side of one of `marks`, or `now` of one of `others`.
    #[must_use]
    pub fn of(
        now: Option<Exact>,
        (others, beside): (&[Exact], &[Exact]),
        digits: u8,
        marks: &[Exact],
    ) -> Self {
        let all = || now.iter().chain(others).chain(beside);
        let truthful = |digits: &u8| {
            let stands = |value: &Exact| {
                let rounded = round(*value, *digits);
                marks.iter().all(|mark| rounded.cmp(mark) == value.cmp(mark))
            };
            let apart = |now: &Exact| {
                let rounded = round(*now, *digits);
                others.iter().all(|other| rounded.cmp(&round(*other, *digits)) == now.cmp(other))
            };
            all().all(stands) && now.as_ref().is_none_or(apart)
        };
        let digits = (digits..=MOST).find(truthful).unwrap_or(MOST);
        Self { digits, whole: all().all(|value| round(*value, digits).is_integer()) }
    }

    /// The column that holds both.
    #[must_use]
    pub(crate) fn with(self, other: Self) -> Self {
        Self { digits: self.digits.max(other.digits), whole: self.whole && other.whole }
    }

    /// A number of the column as it is written there.
    #[must_use]
    pub fn write(self, value: Exact) -> Shown {
        let Self { digits, whole } = self;
        let rounded = round(value, digits);
        let text =
            if whole { number::decimal(rounded, digits) } else { number::fixed(rounded, digits) };
        Shown { rounded, digits, text }
    }

    /// Numbers of the column that stand side by side in a sentence: without its noughts where all of them are whole.
    #[must_use]
    pub(crate) fn in_sentence<const N: usize>(self, values: [Exact; N]) -> [String; N] {
        let whole = values.iter().all(|value| round(*value, self.digits).is_integer());
        values.map(|value| Self { whole, ..self }.write(value).text)
    }

    /// A number that is written like the column, without being of it: with more decimals where its order to `now` or to
    /// one of `marks` needs them.
    #[must_use]
    pub(crate) fn write_beside(self, value: Exact, now: Option<Exact>, marks: &[Exact]) -> Shown {
        let own = Self::of(now, (&[value], &[]), self.digits, marks);
        Self { digits: own.digits, ..self }.write(value)
    }
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

    #[test]
    fn a_column_has_the_decimals_of_the_number_that_needs_most() {
        let written = |values: &[Exact], marks: &[Exact]| {
            let column = Column::of(None, (&[], values), 2, marks);
            values.iter().map(|value| column.write(*value).text).collect::<Vec<_>>()
        };
        let (some, all) = (percent(37, 40), percent(1, 1));
        assert_eq!(written(&[some, all], &[]), ["92,50", "100,00"]);
        assert_eq!(written(&[all, percent(19, 20)], &[]), ["100", "95"]);
        let close = percent(79_996, 100_000);
        assert_eq!(written(&[some, close], &[Exact::from_integer(80)]), ["92,500", "79,996"]);
    }

    #[test]
    fn only_what_is_compared_must_be_written_apart() {
        let (a, b) = (percent(60_001, 100_000), percent(60_000, 100_000));
        let compared = Column::of(Some(a), (&[b], &[]), 2, &[]);
        assert_eq!(
            (compared.write(a).text, compared.write(b).text),
            ("60,001".into(), "60,000".into())
        );
        let beside = Column::of(Some(a), (&[], &[b]), 2, &[]);
        assert_eq!((beside.write(a).text, beside.write(b).text), ("60".into(), "60".into()));
    }
}
