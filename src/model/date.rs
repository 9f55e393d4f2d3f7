//! Dates of documents, whose day may be blank. Not for periods.

use chrono::{Datelike, NaiveDate};

/// A date whose day may still be blank, as in a plan that was not dated yet.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct PartialDate {
    /// The year.
    pub(crate) year: i32,
    /// The month, 1 to 12.
    pub(crate) month: u32,
    /// The day, if written.
    pub(crate) day: Option<u32>,
}

impl PartialDate {
    /// Parses `2024-01-26` or `2024-01`.
    #[must_use]
    pub(crate) fn parse(text: &str) -> Option<Self> {
        if let Some(date) =
            NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|date| date.to_string() == text)
        {
            return Some(date.into());
        }
        let first = NaiveDate::parse_from_str(&format!("{text}-01"), "%Y-%m-%d")
            .ok()
            .filter(|date| date.to_string() == format!("{text}-01"))?;
        Some(Self { day: None, ..first.into() })
    }

    /// The same month without its day.
    #[must_use]
    pub(crate) fn without_day(date: NaiveDate) -> Self {
        Self { day: None, ..date.into() }
    }
}

impl From<NaiveDate> for PartialDate {
    fn from(date: NaiveDate) -> Self {
        Self { year: date.year(), month: date.month(), day: Some(date.day()) }
    }
}
