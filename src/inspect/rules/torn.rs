//! The rule that a document's number and symbol stay on one line. Not for symbols at the head, nor for other things that
//! belong together.

use std::sync::LazyLock;

use regex::Regex;

use super::inspector::Inspector;
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::rule::Rule;
use crate::pattern::pattern;

/// How a line ends, and the next begins, that part a symbol.
static ENDS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"(?:^|\s)(\d{1,4}\s?-|\d{1,4}\s?-\s?\p{L}{2,4}\s?/)\s*$"));
static BEGINS: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^-?\s?(?:\p{Lu}\p{L}{1,4}\s?/\s?\p{Lu}|\p{Lu}{2,})"));

/// Holds the line ends of a paragraph against the rule.
pub(crate) fn check(paragraph: &BodyParagraph, inspector: &mut Inspector<'_>) {
    for lines in paragraph.lines.windows(2) {
        let (upper, lower) = (lines[0].text(), lines[1].text());
        if ENDS.is_match(&upper) && BEGINS.is_match(&lower) {
            let last = |text: &str| text.split(' ').next_back().unwrap_or_default().to_owned();
            let first = lower.split(' ').next().unwrap_or_default();
            let measured = format!("số, ký hiệu đứt ở cuối dòng: «{}» | «{first}»", last(&upper));
            let expected = "số và ký hiệu nằm trên một dòng";
            inspector.note_line(Rule::CitedSymbol, &lines[0], measured, expected);
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_told_from_a_span_of_years() {
        for (upper, lower) in
            [("số 256-", "KH/TU, ngày"), ("số 11-NQ/", "TU của"), ("số 12-", "TTr/BXDĐ")]
        {
            assert!(ENDS.is_match(upper) && BEGINS.is_match(lower), "{upper}|{lower}");
        }
        assert!(!BEGINS.is_match("2030 của"));
        assert!(!ENDS.is_match("nhiệm kỳ 2025 - 2030"));
    }
}
