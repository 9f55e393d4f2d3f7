//! Rules about dates in the text, in figures or words: zeros, slashes, days there are. Not for the line with place and date
//! ([`super::number_date`]).

use std::sync::LazyLock;

use regex::{Captures, Regex};

use super::inspector::Inspector;
use super::number_date::{ZEROS, slip};
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::pattern::pattern;

/// A year in which there is every day, for dates without one.
const ANY_YEAR: &str = "2024";
/// What is expected of a date in figures.
const SLASHES: &str = "ngày, tháng, năm cách nhau bằng «/», năm bốn chữ số: 05/3/2026";

static FULL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\d/])(\d{1,2})/(\d{1,2})/(\d{4})(?:[^\d/]|$)"));
static DAY_AND_MONTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[Nn]gày\s+(\d{1,2})/(\d{1,2})(?:[^\d/]|$)"));
static WORDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"[Nn]gày\s+(\d{1,2})\s+tháng\s+(\d{1,2})(?:\s+năm\s+(\d{4}))?"));
static MONTH: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\d\s]\s+)[Tt]háng\s+(\d{1,2})(?:/|\s+năm\s+)(\d{4})"));
/// A month alone, whose zero is one too many from the third on.
static MONTH_ALONE: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|[^\d\s]\s+)[Tt]háng\s+(0[3-9])(?:[^\d/]|$)"));
/// The first of several days of one month.
static FIRST_DAY: LazyLock<Regex> = LazyLock::new(|| {
    pattern(
        r"[Nn]gày\s+(\d{1,2})\s*(?:,|và|đến|-|–)\s*(?:ngày\s+)?\d{1,2}(?:/|\s+tháng\s+)(\d{1,2})(?:\D|$)",
    )
});
/// Signs and years as they are not written: dots, hyphens or spaces between, words and slashes mixed, years of two figures.
static OTHER_SIGNS: LazyLock<Regex> = LazyLock::new(|| {
    pattern(concat!(
        r"(?:^|[^\d./-])(\d{1,2}\s?[.-]\s?\d{1,2}\s?[.-]\s?(?:19|20)\d{2})(?:[^\d/-]|$)",
        r"|(?:^|[^\d./-])(\d{1,2}(?:\s/\s?|/\s)\d{1,2}\s?/\s?(?:19|20)\d{2})(?:[^\d/-]|$)",
        r"|[Nn]gày\s+(\d{1,2}[/.-]\d{1,2}[/.-]\d{2})(?:[^\d/]|$)",
        r"|[Nn]gày\s+(\d{1,2}[.-]\d{1,2})(?:[\s,;]|$)",
        r"|[Nn]gày\s+(\d{1,2},?\s+tháng\s+\d{1,2}\s?[/.,-]\s?(?:năm\s+)?(?:19|20)\d{2})",
        r"|[Nn]gày\s+(\d{1,2}\s?[/.-]\s?\d{1,2},?\s+năm\s+(?:19|20)\d{2})",
        r"|[Tt]háng\s+(\d{1,2}\s?[.-]\s?(?:19|20)\d{2})(?:[^\d/-]|$)",
    ))
});

/// Holds the dates of a paragraph against the profile.
pub(crate) fn check(paragraph: &BodyParagraph, text: &str, inspector: &mut Inspector<'_>) {
    let Some(first) = paragraph.lines.first() else { return };
    for (pattern, order) in [
        (&FULL, [1, 2, 3]),
        (&DAY_AND_MONTH, [1, 2, 0]),
        (&WORDS, [1, 2, 3]),
        (&MONTH, [0, 1, 2]),
        (&MONTH_ALONE, [0, 1, 0]),
        (&FIRST_DAY, [1, 2, 0]),
    ] {
        for parts in pattern.captures_iter(text) {
            figures(first, &parts, order, inspector);
        }
    }
    for parts in OTHER_SIGNS.captures_iter(text) {
        let date = parts.iter().skip(1).flatten().next().map_or("", |date| date.as_str());
        inspector.note_line(Rule::NumericDate, first, format!("có ngày viết «{date}»"), SLASHES);
    }
}

/// Day, month and year stand in the groups `order`, 0 where there is none.
fn figures(
    first: &TextLine,
    parts: &Captures<'_>,
    order: [usize; 3],
    inspector: &mut Inspector<'_>,
) {
    let group = |at: usize| if at == 0 { None } else { parts.get(at).map(|group| group.as_str()) };
    let [day, month, year] = order.map(group);
    let slip = slip(day.unwrap_or(""), month.unwrap_or(""), year.unwrap_or(ANY_YEAR));
    if let Some(slip) = slip {
        let written: Vec<&str> = [day, month, year].into_iter().flatten().collect();
        let what = if day.is_some() { "ngày" } else { "tháng" };
        let measured = format!("có {what} {}: {slip}", written.join("/"));
        inspector.note_line(Rule::NumericDate, first, measured, ZEROS);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_date_in_figures_is_told_from_a_fraction() {
        assert!(FULL.is_match("ngày 05/3/2026, chi bộ"));
        assert!(!FULL.is_match("đạt 2.466/2.470 người"));
        assert!(!DAY_AND_MONTH.is_match("đạt 1/3 số hộ"));
    }

    #[test]
    fn other_signs_are_told_from_numbers_and_spans() {
        for date in ["ngày 5-1-2027", "đến 03.12.2023,", "ngày 30/9/26"] {
            assert!(OTHER_SIGNS.is_match(date), "{date}");
        }
        for none in ["giai đoạn 2025-2030", "1.234.2023", "mục 1.2", "số 11-NQ/TU"] {
            assert!(!OTHER_SIGNS.is_match(none), "{none}");
        }
    }

    #[test]
    fn a_month_alone_is_told_from_one_of_a_day() {
        assert!(MONTH.is_match("trong tháng 08/2026"));
        assert!(!MONTH.is_match("ngày 05 tháng 08 năm 2026"));
        assert!(!MONTH.is_match("6 tháng 2026"));
    }
}
