//! The line with number and symbol (cell 3): how it is known, and the date it may hold too. Not for whether it is written
//! rightly.

use std::sync::LazyLock;

use regex::Regex;

use super::date_line::is_date;
use crate::inspect::text::line::TextLine;
use crate::pattern::pattern;

/// Number and symbol without the word before them.
static BARE_SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^\d{1,4}\s?[-/]\s?\p{L}+\s?[-/]\s?\p{L}+"));

/// Number and symbol with the word before them not as it should be.
static MISSPELT_SYMBOL: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(?:SỐ|số)\s?:?\s*[\d.…]*\s*[-/]\s?\p{L}"));

/// Whether a line is number and symbol, however they are written.
pub(crate) fn is_symbol(text: &str) -> bool {
    let spelt = text.starts_with("Số") && text.contains(['/', '-']);
    spelt || BARE_SYMBOL.is_match(text) || MISSPELT_SYMBOL.is_match(text)
}

/// A line's symbol, and the place and date it may hold too.
pub(crate) fn split_symbol(line: &TextLine) -> (TextLine, Option<TextLine>) {
    let end = line.words.iter().position(|word| word.text.contains('/')).map_or(0, |at| at + 1);
    match line.split_at(end) {
        [Some(symbol), Some(date)] if is_date(&date.text()) => (symbol, Some(date)),
        _ => (line.clone(), None),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_symbol_is_known_however_it_is_written_and_told_from_a_name_of_figures() {
        for symbol in ["Số 05-BC/ĐU", "SỐ: 05-BC/ĐU", "số …-BC/ĐU", "118/CV-ĐU"] {
            assert!(is_symbol(symbol), "{symbol}");
        }
        for other in ["SỐ LIỆU MINH HỌA", "TRƯỜNG SỐ 3", "KHẨN"] {
            assert!(!is_symbol(other), "{other}");
        }
    }
}
