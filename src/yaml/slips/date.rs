//! A date or period written another way than in YAML, and how it is written there. Not for whether the date can be
//! right ([`crate::validate::heading`]).

use chrono::{Days, NaiveDate};

use crate::model::period::Period;
use crate::vietnamese::nearest::fold;

/// `15/3/2024`, `2024-3-15`, `ngày 15 tháng 3 năm 2024`, `45366` as `2024-03-15`.
#[must_use]
pub(crate) fn date_meant(text: &str) -> Option<NaiveDate> {
    let numbers = numbers(text);
    let plausible = |date: &NaiveDate| (1945..2100).contains(&chrono::Datelike::year(date));
    let date = match numbers[..] {
        [serial] if text.trim().len() == 5 => {
            NaiveDate::from_ymd_opt(1899, 12, 30)?.checked_add_days(Days::new(u64::from(serial)))
        }
        [joined] if text.trim().len() == 8 => {
            ymd(joined / 10_000, joined / 100 % 100, joined % 100)
        }
        [a, b, c, ..] if a > 31 => ymd(a, b, c),
        [a, b, c, ..] => {
            let year = if c < 100 { 2000 + c } else { c };
            // A month that cannot be: the American order.
            ymd(year, b, a).or_else(|| ymd(year, a, b))
        }
        _ => None,
    };
    date.filter(plausible)
}

fn ymd(year: u32, month: u32, day: u32) -> Option<NaiveDate> {
    NaiveDate::from_ymd_opt(i32::try_from(year).ok()?, month, day)
}

/// The runs of digits of a text, if they are few and short.
fn numbers(text: &str) -> Vec<u32> {
    let runs = text.split(|c: char| !c.is_ascii_digit()).filter(|run| !run.is_empty());
    runs.take(7).filter_map(|run| run.parse().ok()).collect()
}

/// What to do about a date that is not written as dates are.
#[must_use]
pub(crate) fn date_hint(text: &str) -> String {
    match date_meant(text) {
        Some(date) => format!("viết năm-tháng-ngày, đủ hai chữ số: {date}"),
        None => "viết năm-tháng-ngày, đủ hai chữ số: 2024-03-15".to_owned(),
    }
}

/// `2024-q3`, `Q3/2024`, `quý III/2024`, `2024_3` as `2024-Q3`.
#[must_use]
pub(crate) fn period_meant(text: &str) -> Option<Period> {
    let parts: Vec<String> = text
        .split(|c: char| !c.is_alphanumeric())
        .flat_map(apart)
        .map(|part| fold(&part))
        .filter(|part| !matches!(part.as_str(), "q" | "quy" | "nam" | "quarter"))
        .filter(|part| !part.is_empty())
        .collect();
    let [first, second] = &parts[..] else { return None };
    let (year, quarter) = if first.len() == 4 { (first, second) } else { (second, first) };
    let quarter = match quarter.trim_start_matches('0') {
        "i" => "1",
        "ii" => "2",
        "iii" => "3",
        "iv" => "4",
        digit => digit,
    };
    Period::parse(&format!("{year}-Q{quarter}"))
}

/// A word cut where digits and letters meet, and `QIII` after its Q.
fn apart(word: &str) -> Vec<String> {
    let mut parts: Vec<String> = Vec::new();
    let mut before: Option<char> = None;
    for c in word.chars() {
        let new = before.is_none_or(|own| {
            own.is_ascii_digit() != c.is_ascii_digit()
                || matches!(own, 'q' | 'Q') && c != 'u' && c != 'U'
        });
        match parts.last_mut() {
            Some(last) if !new => last.push(c),
            _ => parts.push(c.to_string()),
        }
        before = Some(c);
    }
    parts
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_offices_write_them() {
        for text in [
            "15/3/2024",
            "15-03-2024",
            "15.3.2024",
            "2024-3-15",
            "2024/03/15",
            "03/15/2024",
            "15/3/24",
            "20240315",
            "ngày 15 tháng 3 năm 2024",
            "2024-03-15 00:00:00",
            "45366",
            "2024-03-15T00:00:00",
        ] {
            assert_eq!(
                date_meant(text).map(|date| date.to_string()).as_deref(),
                Some("2024-03-15"),
                "{text}"
            );
        }
        for text in ["2024-02-30", "hôm nay", "31/2/2024", "", "2024", "1", "99999"] {
            assert_eq!(date_meant(text), None, "{text}");
        }
    }

    #[test]
    fn periods_are_read_as_offices_write_them() {
        for text in [
            "2024-q3",
            "2024Q3",
            "Q3/2024",
            "Q3-2024",
            "quý III/2024",
            "Quý 3 năm 2024",
            "2024_3",
            "2024-QIII",
            "2024-Q03",
            "quy-3-2024",
        ] {
            assert_eq!(
                period_meant(text).map(|period| period.to_string()).as_deref(),
                Some("2024-Q3"),
                "{text}"
            );
        }
        for text in ["2024-Q5", "2024", "6 tháng 2024 9", "don-vi", "quý III"] {
            assert_eq!(period_meant(text), None, "{text}");
        }
    }
}
