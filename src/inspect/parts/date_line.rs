//! The line with place and date (cell 4): how it is known, and the day it names. Not for whether it is written rightly.

use std::sync::LazyLock;

use chrono::{Months, NaiveDate};
use regex::Regex;

use crate::pattern::pattern;

static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)(?:ngày[\s.…]*|,\s+)(\d*)[\s.…\d]*tháng[\s.…]*(\d*)[\s.…]*năm[\s.…]*(\d{4})?")
});

static NUMERIC: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^[^\d]{0,50}?(\d{1,2})\s?[/.-]\s?(\d{1,2})\s?[/.-]\s?(\d{4})\.?$")
});

/// Whether a text names day, month and year, each of which may be blank.
pub(crate) fn is_date(text: &str) -> bool {
    DATE.is_match(text)
}

/// Whether a text is a place and a day in figures, or the day alone.
pub(crate) fn is_numeric_date(text: &str) -> bool {
    NUMERIC.is_match(text)
}

/// The day of the regulation in force: the day the line names, or the last of its month where there is no such day.
pub(crate) fn day_in_force(text: &str) -> Option<NaiveDate> {
    named_day(text).or_else(|| {
        let parts = DATE.captures(text)?;
        let (month, year) = (parts[2].parse().ok()?, parts.get(3)?.as_str().parse().ok()?);
        last_of_month(year, month)
    })
}

fn last_of_month(year: i32, month: u32) -> Option<NaiveDate> {
    (NaiveDate::from_ymd_opt(year, month, 1)? + Months::new(1)).pred_opt()
}

/// The day a line with place and date names; the month's last day if its day is blank.
pub(crate) fn named_day(text: &str) -> Option<NaiveDate> {
    if let Some(parts) = NUMERIC.captures(text) {
        let number = |at: usize| parts[at].parse::<u32>().ok();
        return NaiveDate::from_ymd_opt(parts[3].parse().ok()?, number(2)?, number(1)?);
    }
    let parts = DATE.captures(text)?;
    let (month, year) =
        (parts.get(2)?.as_str().parse().ok()?, parts.get(3)?.as_str().parse().ok()?);
    let day = parts.get(1)?.as_str().parse().ok();
    match day {
        Some(day) => NaiveDate::from_ymd_opt(year, month, day),
        None => last_of_month(year, month),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_line_is_known_whether_or_not_its_blanks_are_filled() {
        for line in ["Đồi Xanh, ngày 03 tháng 6 năm 2026", "Hà Nội, ngày … tháng … năm 2026"]
        {
            assert!(is_date(line), "{line}");
        }
        assert!(!is_date("Số 05-BC/CB"));
        assert!(!is_date("ngày 03/6/2026"));
    }

    #[test]
    fn a_blank_day_stands_for_the_last_of_its_month() {
        let day = |year, month, day| NaiveDate::from_ymd_opt(year, month, day);
        assert_eq!(named_day("Đồi Xanh, ngày 03 tháng 6 năm 2026"), day(2026, 6, 3));
        assert_eq!(named_day("Đồi Xanh, ngày … tháng 2 năm 2024"), day(2024, 2, 29));
        assert_eq!(named_day("Đồi Xanh, ngày 31 tháng 2 năm 2024"), None);
        assert_eq!(named_day("Đồi Xanh, ngày … tháng … năm 2024"), None);
    }
}
