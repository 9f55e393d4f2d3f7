//! Reporting periods: quarters, named `2024-Q3`. Not for how a report's title names them (a kind's manifest does).

use std::fmt;
use std::ops::RangeInclusive;

use chrono::{Datelike, NaiveDate};

use super::limits::YEARS;

/// A quarter of a year.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub struct Period {
    year: u16,
    quarter: u8,
}

impl Period {
    /// Parses `2024-Q3`.
    ///
    /// ```
    /// use baocao::model::period::Period;
    /// let period = Period::parse("2024-Q3").expect("a period");
    /// assert_eq!(period.previous().to_string(), "2024-Q2");
    /// ```
    #[must_use]
    pub fn parse(text: &str) -> Option<Self> {
        let (year, quarter) = text.split_once("-Q")?;
        let digits = year.len() == 4 && year.bytes().all(|b| b.is_ascii_digit());
        let year = year.parse().ok().filter(|year| digits && YEARS.contains(year))?;
        match quarter {
            "1" | "2" | "3" | "4" => Some(Self { year, quarter: quarter.parse().ok()? }),
            _ => None,
        }
    }

    /// Whether a name was meant as a period, such as `2024-q2` or `2024-quy-2`.
    #[must_use]
    pub(crate) fn is_like(name: &str) -> bool {
        let rest = name.trim_start_matches(|c: char| c.is_ascii_digit());
        rest.len() < name.len() && rest.trim_start_matches(['-', '_']).starts_with(['q', 'Q'])
    }

    /// The year.
    #[must_use]
    pub(crate) fn year(self) -> u16 {
        self.year
    }

    /// The quarter, 1 to 4.
    #[must_use]
    pub(crate) fn quarter(self) -> u8 {
        self.quarter
    }

    /// The quarter as a Roman numeral, as Party documents write it.
    #[must_use]
    pub(crate) fn roman(self) -> &'static str {
        ["I", "II", "III", "IV"][usize::from(self.quarter - 1)]
    }

    /// The quarter before.
    #[must_use]
    pub fn previous(self) -> Self {
        match self.quarter {
            1 => Self { year: self.year - 1, quarter: 4 },
            quarter => Self { year: self.year, quarter: quarter - 1 },
        }
    }

    /// The quarter after.
    #[must_use]
    pub(crate) fn next(self) -> Self {
        match self.quarter {
            4 => Self { year: self.year + 1, quarter: 1 },
            quarter => Self { year: self.year, quarter: quarter + 1 },
        }
    }

    /// The same quarter a year before.
    #[must_use]
    pub(crate) fn a_year_before(self) -> Self {
        Self { year: self.year - 1, quarter: self.quarter }
    }

    /// The quarters of its year up to this one.
    #[must_use]
    pub(crate) fn year_so_far(self) -> RangeInclusive<Self> {
        Self { year: self.year, quarter: 1 }..=self
    }

    /// The quarters of `year`, in order.
    pub(crate) fn of_year(year: u16) -> impl Iterator<Item = Self> {
        (1..=4).map(move |quarter| Self { year, quarter })
    }

    /// The last quarter of `year`.
    #[must_use]
    pub(crate) fn year_end(year: u16) -> Self {
        Self { year, quarter: 4 }
    }

    /// The first day.
    #[must_use]
    pub(crate) fn first_day(self) -> NaiveDate {
        self.day(u32::from(self.quarter) * 3 - 2, 1)
    }

    /// The last day.
    #[must_use]
    pub fn last_day(self) -> NaiveDate {
        let (month, day) = [(3, 31), (6, 30), (9, 30), (12, 31)][usize::from(self.quarter - 1)];
        self.day(month, day)
    }

    fn day(self, month: u32, day: u32) -> NaiveDate {
        let day = NaiveDate::from_ymd_opt(i32::from(self.year), month, day);
        day.expect("every year of the calendar has the bounds of its quarters")
    }

    /// Whether `date` is in the quarter.
    #[must_use]
    pub(crate) fn contains(self, date: NaiveDate) -> bool {
        date.year() == i32::from(self.year) && (date.month() - 1) / 3 + 1 == u32::from(self.quarter)
    }
}

impl fmt::Display for Period {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{:04}-Q{}", self.year, self.quarter)
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn quarters_follow_each_other_over_the_year() {
        let first = Period::parse("2024-Q1").expect("a period");
        assert_eq!(first.previous().to_string(), "2023-Q4");
        assert_eq!(first.previous().next(), first);
        assert_eq!(first.last_day().to_string(), "2024-03-31");
        assert_eq!(Period::year_end(2023).last_day().to_string(), "2023-12-31");
        assert!(first.contains(NaiveDate::from_ymd_opt(2024, 2, 29).expect("a date")));
        assert!(Period::parse("2024-Q5").is_none() && Period::parse("24-Q1").is_none());
    }
}
