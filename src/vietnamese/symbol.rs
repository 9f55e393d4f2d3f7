//! Symbols of documents torn apart by a line break or a space: `256- KH/TU` for `256-KH/TU`. Not for what a symbol
//! means.

use std::borrow::Cow;
use std::sync::LazyLock;

use regex::{Captures, Regex};

use crate::pattern::pattern;

/// A number, a hyphen with a gap on either side, and a symbol with a stroke. A gap on one side is a tear; on both
/// sides it may be meant, unless the number is called one.
static TORN: LazyLock<Regex> = LazyLock::new(|| {
    let symbol = r"(?P<symbol>\p{Lu}[\p{Lu}\p{Ll}]{0,5}/\p{Lu})";
    let called = r"(?P<called>\b[Ss]ố\s+\d+)(?:\s*-\s+|\s+-)";
    let bare = r"(?P<bare>\S[^\S\n]+\d{2,4})(?:-\s+|[^\S\n]+-)";
    pattern(&format!("(?:{called}|{bare}){symbol}"))
});

/// `text` with its symbols whole.
#[must_use]
pub(crate) fn whole(text: &str) -> Cow<'_, str> {
    if !may_be_torn(text) {
        return Cow::Borrowed(text);
    }
    let joined = |found: &Captures<'_>| {
        let number = found.name("called").or_else(|| found.name("bare"));
        format!("{}-{}", number.map_or("", |part| part.as_str()), &found["symbol"])
    };
    TORN.replace_all(text, joined)
}

/// The torn symbols of `text` and what they are whole.
#[must_use]
pub(crate) fn torn(text: &str) -> Vec<(String, String)> {
    if !may_be_torn(text) {
        return Vec::new();
    }
    let found = TORN.captures_iter(text);
    let of_number = |found: &Captures<'_>| -> Option<(String, String)> {
        let number = found.name("called").or_else(|| found.name("bare"))?;
        let digits = number.as_str().rfind(|c: char| !c.is_ascii_digit()).map_or(0, |at| at + 1);
        let start = number.start() + number.as_str().ceil_char_boundary(digits);
        // The last letter stands for the rest of the symbol.
        let end = text[found.get(0)?.end()..].find(|c: char| !c.is_alphanumeric());
        let end = end.map_or(text.len(), |end| found.get(0).map_or(0, |all| all.end()) + end);
        let typed = text.get(start..end)?.to_owned();
        let whole = typed.split_whitespace().collect::<String>();
        Some((typed, whole))
    };
    found.filter_map(|found| of_number(&found)).collect()
}

/// Whether a hyphen stands between a digit and a capital, with a gap on a side. The quick way past nearly all texts.
fn may_be_torn(text: &str) -> bool {
    text.match_indices('-').any(|(at, _)| {
        let (before, after) = (&text[..at], &text[at + 1..]);
        let torn = before.ends_with(char::is_whitespace) || after.starts_with(char::is_whitespace);
        torn && before.trim_end().ends_with(|c: char| c.is_ascii_digit())
            && after.trim_start().starts_with(char::is_uppercase)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_over_two_lines_is_one_symbol() {
        let pairs = [
            ("Kế hoạch số 256-\n\nKH/TU, ngày", "Kế hoạch số 256-KH/TU, ngày"),
            ("Chỉ thị 25- CT/TW và số 143 - KH/HU", "Chỉ thị 25-CT/TW và số 143-KH/HU"),
            ("theo 143 -KH/HU", "theo 143-KH/HU"),
            ("Số 12-\nQĐ/TW", "Số 12-QĐ/TW"),
            ("Tờ trình số 5 - TTr/ĐU", "Tờ trình số 5-TTr/ĐU"),
        ];
        for (typed, right) in pairs {
            assert_eq!(whole(typed), right);
            assert!(
                torn(typed).iter().all(|(_, symbol)| right.contains(symbol))
                    && !torn(typed).is_empty()
            );
        }
    }

    #[test]
    fn a_dash_that_is_meant_stays() {
        let kept = "số 25-CT/TW, số 143-KH/HU, giai đoạn 2024 - 2030, 9 - 10 bác sĩ/10.000 dân; 1- UBND/HĐND huyện; phần 12 - UBND/HĐND";
        assert_eq!(whole(kept), kept);
        assert!(torn(kept).is_empty());
        assert_eq!(whole("1- UBND/HĐND\n- Ý khác"), "1- UBND/HĐND\n- Ý khác");
    }
}
