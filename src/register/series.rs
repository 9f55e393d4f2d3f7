//! Which number a series has reached, and what stands against another one. Not for giving it ([`crate::issuing`]).

use chrono::NaiveDate;

use super::entry::{Entry, Series};

/// What stands against a number and date in a series.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Obstacle<'e> {
    /// The number is used.
    Used(&'e Entry),
    /// A later number has an earlier date, or an earlier one a later date.
    OutOfOrder(&'e Entry),
    /// Numbers before it are not in the register: the first and last of them.
    Gap {
        /// The first number left out.
        first: u32,
        /// The last number left out.
        last: u32,
    },
}

/// The next number of a series.
#[must_use]
pub(crate) fn next(entries: &[Entry], series: &Series) -> u32 {
    of(entries, series).map(|entry| entry.number).max().map_or(1, |last| last.saturating_add(1))
}

/// What stands against `number` on `date`, the gravest first.
#[must_use]
pub(crate) fn obstacles<'e>(
    entries: &'e [Entry],
    series: &Series,
    number: u32,
    date: NaiveDate,
) -> Vec<Obstacle<'e>> {
    let own = || of(entries, series);
    let used = own().find(|entry| entry.number == number).map(Obstacle::Used);
    let disorder = own().find(|entry| {
        (entry.number < number && entry.date > date) || (entry.number > number && entry.date < date)
    });
    let before = own().map(|entry| entry.number).filter(|other| *other < number).max();
    let first = before.map_or(1, |before| before.saturating_add(1));
    let left_out = number.checked_sub(1).filter(|last| first <= *last);
    let gap = left_out.map(|last| Obstacle::Gap { first, last });
    used.into_iter().chain(disorder.map(Obstacle::OutOfOrder)).chain(gap).collect()
}

fn of<'e>(entries: &'e [Entry], series: &Series) -> impl Iterator<Item = &'e Entry> {
    entries.iter().filter(move |entry| entry.is_document() && entry.series == *series)
}
