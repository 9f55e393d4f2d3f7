//! A period as it may be typed on the command line: `2024-Q3`, `quý III/2024`, `Q3`. Not for which years there are
//! ([`AskedPeriod::among`]).

use crate::model::period::Period;
use crate::options::AskedPeriod;
use crate::vietnamese::nearest::fold;
use crate::yaml::slips::date::period_meant;

/// A period, or a quarter without its year.
///
/// # Errors
/// How a period is written.
pub(super) fn asked(text: &str) -> Result<AskedPeriod, String> {
    let whole = Period::parse(text).or_else(|| period_meant(text).filter(|_| says_quarter(text)));
    let alone = || quarter(&fold(text)).map(AskedPeriod::Quarter);
    whole.map(AskedPeriod::Whole).or_else(alone).ok_or_else(|| form(text))
}

/// A period with its year.
///
/// # Errors
/// How a period is written.
pub(super) fn whole(text: &str) -> Result<Period, String> {
    match asked(text)? {
        AskedPeriod::Whole(period) => Ok(period),
        AskedPeriod::Quarter(quarter) => Err(format!("ghi cả năm, ví dụ 2024-Q{quarter}")),
    }
}

/// Whether a word can only be meant as a period, written right or not: `2030-Q9`, `Q7`, `quý 5/2024`.
pub(super) fn is_meant(text: &str) -> bool {
    let folded = fold(text);
    let rest = folded.trim_start_matches(|c: char| c.is_ascii_digit());
    let digits = folded.len() - rest.len();
    let rest = rest.strip_prefix("quy").or_else(|| rest.strip_prefix('q'));
    let quarter = rest
        .is_some_and(|rest| !rest.is_empty() && rest.chars().all(|c| "0123456789ivx".contains(c)));
    (digits == 0 || digits == 4) && quarter
}

/// Whether a quarter is meant: `3/2024` may be the month of March.
fn says_quarter(text: &str) -> bool {
    fold(text).contains(['q', 'i', 'v'])
}

/// `q3`, `quy3`, `quyiii`, `iii`.
fn quarter(folded: &str) -> Option<u8> {
    let rest = folded.strip_prefix("quy").or_else(|| folded.strip_prefix('q'));
    match rest.unwrap_or(folded) {
        "i" => Some(1),
        "ii" => Some(2),
        "iii" => Some(3),
        "iv" => Some(4),
        digit => rest.and(digit.parse().ok()).filter(|quarter| (1..=4).contains(quarter)),
    }
}

fn form(text: &str) -> String {
    let meant = period_meant(text).map_or_else(String::new, |period| {
        format!("; nếu là quý {} năm {} thì viết {period}", period.roman(), period.year())
    });
    format!("kỳ viết năm-Qsố, ví dụ 2024-Q3, số quý từ 1 đến 4{meant}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_period_is_understood_as_offices_write_it() {
        for text in [
            "2026-Q3",
            "2026-q3",
            "2026q3",
            "Q3/2026",
            "2026-quy-3",
            "III/2026",
            "quý III/2026",
            "Quý 3 năm 2026",
        ] {
            let read = whole(text).map(|period| period.to_string());
            assert_eq!(read, Ok("2026-Q3".to_owned()), "{text}");
        }
        for text in ["Q3", "q3", "quý 3", "QUÝ III", "III", "quy-3"] {
            assert_eq!(asked(text), Ok(AskedPeriod::Quarter(3)), "{text}");
            assert_eq!(whole(text), Err("ghi cả năm, ví dụ 2024-Q3".to_owned()), "{text}");
        }
    }

    #[test]
    fn what_may_be_a_month_is_answered_with_the_right_form() {
        for text in
            ["3/2026", "2026-03", "Q5", "2026-Q5", "3", "quý", "", "năm 2026", "99999999-Q1"]
        {
            assert!(asked(text).is_err_and(|form| form.starts_with("kỳ viết năm-Qsố")), "{text}");
        }
        assert!(asked("3/2026").is_err_and(|form| form.ends_with("thì viết 2026-Q3")));
    }
}
