//! Unicode care: NFC and characters nobody can see. Not for glyph coverage, which depends on the fonts.

use unicode_normalization::{UnicodeNormalization, is_nfc};

/// Whether `c` is invisible and has no business in a report: control, zero-width and direction marks, soft hyphens.
#[must_use]
pub fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether cleaning leaves the character alone whatever stands beside it: seen, composed, no tab or odd line end.
/// Vietnamese is written with no others; what is not listed is looked at closely.
#[must_use]
pub fn is_plain(c: char) -> bool {
    matches!(c,
        '\n' | '\r' | ' '..='~' | '\u{a0}'..='\u{ac}' | '\u{ae}'..='\u{2ff}' | '\u{1ea0}'..='\u{1ef9}'
        | '\u{2013}'..='\u{2027}')
}

/// NFC without hidden characters; tabs and Unicode line ends become a space or a line end.
#[must_use]
pub fn clean(text: &str) -> String {
    let plain = |c: char| match c {
        '\t' => ' ',
        // Hyphens of word processors; where a line may break is not decided by the text.
        '\u{2010}' | '\u{2011}' => '-',
        '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
        c => c,
    };
    if text.chars().all(is_plain) {
        return text.to_owned();
    }
    let kept: String = text.chars().map(plain).filter(|c| !is_hidden(*c)).collect();
    if is_nfc(&kept) { kept } else { kept.nfc().collect() }
}

/// The first letter in upper case.
#[must_use]
pub fn capitalised(text: &str) -> String {
    let mut chars = text.chars();
    chars.next().map_or_else(String::new, |first| first.to_uppercase().chain(chars).collect())
}

/// The first letter in lower case, unless the first word is an abbreviation (`UBND`).
#[must_use]
pub fn uncapitalised(text: &str) -> String {
    let mut chars = text.chars();
    let Some(first) = chars.next() else { return String::new() };
    if chars.clone().next().is_some_and(char::is_uppercase) {
        return text.to_owned();
    }
    first.to_lowercase().chain(chars).collect()
}

#[cfg(test)]
mod tests {
    use unicode_normalization::char::canonical_combining_class;
    use unicode_normalization::{IsNormalized, is_nfc_quick};

    use super::*;

    #[test]
    fn plain_characters_need_no_cleaning_whatever_stands_beside_them() {
        for c in ('\0'..=char::MAX).filter(|c| is_plain(*c)) {
            assert!(
                !is_hidden(c) && is_nfc_quick(std::iter::once(c)) == IsNormalized::Yes,
                "{c:?}"
            );
            assert_eq!(canonical_combining_class(c), 0, "{c:?}");
        }
    }

    #[test]
    fn decomposed_letters_are_composed_and_hidden_ones_go() {
        assert_eq!(clean("Đưng K'No\u{302}\u{301}"), "Đưng K'Nố");
        assert_eq!(clean("a\u{200b}b\u{202e}c\u{feff}\td"), "abc d");
        assert_eq!(uncapitalised("Tỷ lệ"), "tỷ lệ");
        assert_eq!(uncapitalised("UBND xã"), "UBND xã");
    }
}
