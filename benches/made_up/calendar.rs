//! The quarters of a made-up dossier and the days its documents are dated. Not for real deadlines.

use std::fmt;

use super::random::Random;

/// The first year of every made-up plan.
pub(crate) const FIRST_YEAR: u32 = 2026;

/// A quarter.
#[derive(Clone, Copy)]
pub(crate) struct Quarter {
    pub(crate) year: u32,
    /// 1 to 4.
    pub(crate) number: u32,
}

impl Quarter {
    /// The quarter with this number, 0 being the last one of the base year.
    pub(crate) fn at(number: u32) -> Self {
        let number = number + 3;
        Self { year: FIRST_YEAR - 1 + number / 4, number: number % 4 + 1 }
    }

    /// The as-of day; figures are handed in early in the last month.
    pub(crate) fn as_of(self) -> u32 {
        6 + (self.year + self.number) % 4
    }

    /// `2026-06-08`, a day of the last month.
    pub(crate) fn date(self, day: u32) -> String {
        format!("{}-{:02}-{day:02}", self.year, self.number * 3)
    }

    /// A day before the as-of day, as prose writes it.
    pub(crate) fn some_day(self, random: &mut Random) -> String {
        let month = random.between(self.number * 3 - 2, self.number * 3);
        let last = if month == self.number * 3 { 5 } else { 28 };
        // Days below 10, January and February have two digits, as documents write them.
        let month = if month < 3 { format!("{month:02}") } else { month.to_string() };
        format!("{:02}/{month}/{}", random.between(1, last), self.year)
    }

    /// A month of the quarter.
    pub(crate) fn some_month(self, random: &mut Random) -> String {
        format!("tháng {}", random.between(self.number * 3 - 2, self.number * 3))
    }
}

impl fmt::Display for Quarter {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{}-Q{}", self.year, self.number)
    }
}
