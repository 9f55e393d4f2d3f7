//! A number read from the ways people write it: digits grouped by dots, commas, spaces; a decimal comma. For telling
//! somebody what to type; values are read by [`crate::read::amounts`], which takes only plain digits.

use crate::vietnamese::text::is_odd_space;

/// The number that is wanted.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Wanted<'a> {
    /// What is counted, such as `người`; empty if that is not known.
    pub(crate) measure: &'a str,
    /// How many decimals it may have.
    pub(crate) decimals: u8,
    /// Whether it is reported, and may be missing or estimated; not in a plan.
    pub(crate) reported: bool,
}

/// A number as it is typed in YAML, read from the way people write it: digits grouped by dots, commas, spaces; a
/// decimal comma. None when it has more decimals than wanted, or is no number.
#[must_use]
pub(crate) fn typed(text: &str, wanted: Wanted<'_>) -> Option<String> {
    let (whole, fraction) = digits(text, wanted)?;
    let fraction = fraction.trim_end_matches('0');
    if fraction.len() > usize::from(wanted.decimals) {
        return None;
    }
    let whole = whole.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    Some(if fraction.is_empty() { whole.to_owned() } else { format!("{whole}.{fraction}") })
}

/// The digits before and after the decimal mark, if `text` is a number however written.
#[must_use]
pub(crate) fn digits(text: &str, wanted: Wanted<'_>) -> Option<(String, String)> {
    let gap = |c: char| c == ' ' || c == '\'' || c == '’' || c == '_' || is_odd_space(c);
    let parts: Vec<&str> = text.trim().split(|c: char| c == '.' || c == ',' || gap(c)).collect();
    let all_digits = |part: &&str| !part.is_empty() && part.bytes().all(|b| b.is_ascii_digit());
    if !parts.iter().all(all_digits) {
        return None;
    }
    let marks: Vec<char> = text.trim().chars().filter(|c| !c.is_ascii_digit()).collect();
    let [first, .., last] = parts[..] else { return Some((parts.concat(), String::new())) };
    let threes = |parts: &[&str]| parts.iter().all(|part| part.len() == 3);
    let mark = *marks.last()?;
    let alone = marks.iter().filter(|own| **own == mark).count() == 1;
    let decimal = matches!(mark, '.' | ',')
        && alone
        && (marks.len() > 1
            || last.len() != 3
            || first.len() > 3
            || first == "0"
            || wanted.decimals >= 3);
    let groups = if decimal { &parts[1..parts.len() - 1] } else { &parts[1..] };
    if !threes(groups) || !groups.is_empty() && first.len() > 3 {
        return None;
    }
    let whole = if decimal { parts[..parts.len() - 1].concat() } else { parts.concat() };
    Some((whole, if decimal { last.to_owned() } else { String::new() }))
}

/// What to type when `text` is a number written otherwise.
#[must_use]
pub(crate) fn write(text: &str, wanted: Wanted<'_>) -> String {
    typed(text, wanted).map_or_else(|| plain_hint(wanted), |number| format!("viết {number}"))
}

/// How the number wanted is written.
#[must_use]
pub(crate) fn plain_hint(wanted: Wanted<'_>) -> String {
    match (wanted.decimals, wanted.reported) {
        (0, true) => {
            "viết số nguyên không âm, liền nhau, ví dụ 4921; chưa có số liệu thì để trống (null)"
                .to_owned()
        }
        (0, false) => "viết số nguyên, liền nhau, ví dụ 2030".to_owned(),
        (decimals, true) => {
            format!("viết liền, phần lẻ (nhiều nhất {decimals} chữ số) sau dấu chấm: 1250.5")
        }
        (_, false) => "viết số liền, phần lẻ sau dấu chấm: 95 hoặc 9.5".to_owned(),
    }
}
