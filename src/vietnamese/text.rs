//! Unicode care: NFC, spaces, and characters nobody can see. Not for glyph coverage, which depends on the fonts, nor
//! for single words that are put right ([`super::lookalike`], [`super::symbol`]).

use std::borrow::Cow;

use unicode_normalization::{UnicodeNormalization, is_nfc};

use super::bullet::unified;
use super::lookalike::repair;
use super::symbol::whole;

/// Whether `c` is invisible and has no business in a report: control, zero-width and direction marks, soft hyphens.
#[must_use]
pub(crate) fn is_hidden(c: char) -> bool {
    matches!(c,
        '\u{0}'..='\u{8}' | '\u{e}'..='\u{1f}' | '\u{7f}'..='\u{9f}'
        | '\u{ad}' | '\u{34f}' | '\u{61c}' | '\u{180e}' | '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}'
        | '\u{2060}'..='\u{206f}' | '\u{fe00}'..='\u{fe0f}' | '\u{feff}' | '\u{fff9}'..='\u{fffb}'
        | '\u{e0000}'..='\u{e0fff}')
}

/// Whether `c` is one of the letters, digits and marks nearly all text is made of, which is printed as it is.
#[must_use]
pub(crate) fn is_ordinary(c: char) -> bool {
    matches!(c, ' '..='~' | '\n'
        | 'À'..='Ã' | 'È'..='Ê' | 'Ì' | 'Í' | 'Ò'..='Õ' | 'Ù' | 'Ú' | 'Ý'
        | 'à'..='ã' | 'è'..='ê' | 'ì' | 'í' | 'ò'..='õ' | 'ù' | 'ú' | 'ý'
        | 'Ă' | 'ă' | 'Đ' | 'đ' | 'Ĩ' | 'ĩ' | 'Ũ' | 'ũ' | 'Ơ' | 'ơ' | 'Ư' | 'ư' | 'Ạ'..='ỹ'
        | '“' | '”' | '‘' | '’' | '–' | '…')
}

/// Text as it is printed: NFC, without hidden characters; tabs and odd spaces become spaces, Unicode line ends line
/// ends; letters that only look like ours are ours, torn symbols whole; one bullet stands for all. A space inside a number
/// stays unbroken.
#[must_use]
pub fn clean(text: &str) -> String {
    if text.chars().all(is_ordinary) {
        return whole(text).into_owned();
    }
    let plain = plain(&unified(text));
    let plain = repair(&plain).map_or(plain, |(put_right, _)| put_right);
    let composed = if is_nfc(&plain) { plain } else { plain.nfc().collect() };
    match whole(&composed) {
        Cow::Borrowed(_) => composed,
        Cow::Owned(whole) => whole,
    }
}

/// Without hidden characters, with plain spaces, hyphens and line ends.
fn plain(text: &str) -> String {
    let mut out = String::with_capacity(text.len());
    let mut chars = text.chars().filter(|c| !is_hidden(*c)).peekable();
    while let Some(c) = chars.next() {
        let between_digits =
            |next: Option<&char>| out.ends_with(is_digit) && next.is_some_and(|c| is_digit(*c));
        out.push(match c {
            '\t' => ' ',
            // Hyphens of word processors; where a line may break is not decided by the text.
            '\u{2010}' | '\u{2011}' => '-',
            '\u{b}' | '\u{c}' | '\u{2028}' | '\u{2029}' | '\u{85}' => '\n',
            c if is_odd_space(c) && between_digits(chars.peek()) => '\u{a0}',
            c if is_odd_space(c) => ' ',
            c => c,
        });
    }
    out
}

fn is_digit(c: char) -> bool {
    c.is_ascii_digit()
}

/// Spaces of word processors and web pages: no-break, thin, of full width.
#[must_use]
pub(crate) fn is_odd_space(c: char) -> bool {
    matches!(
        c,
        '\u{a0}' | '\u{1680}' | '\u{2000}'..='\u{200a}' | '\u{202f}' | '\u{205f}' | '\u{3000}'
    )
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
        for c in ('\0'..=char::MAX).filter(|c| is_ordinary(*c)) {
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

    #[test]
    fn spaces_are_plain_except_inside_a_number() {
        assert_eq!(
            clean("35\u{202f}699\u{a0}người\u{3000}xã\u{2009}Lát"),
            "35\u{a0}699 người xã Lát"
        );
        assert_eq!(clean("Ðảng\u{a0}bộ, số 25-\u{a0}CT/TW"), "Đảng bộ, số 25-CT/TW");
    }

    #[test]
    fn no_mark_of_direction_or_width_is_printed() {
        let hidden = "\u{ad}\u{34f}\u{61c}\u{180e}\u{200b}\u{200c}\u{200d}\u{200e}\u{200f}\u{202a}\u{202b}\u{202c}\u{202d}\u{202e}\u{2060}\u{2061}\u{2064}\u{2066}\u{2067}\u{2068}\u{2069}\u{206f}\u{fe0f}\u{feff}\u{fffa}\u{e0001}";
        assert!(hidden.chars().all(is_hidden));
        assert_eq!(clean(&format!("tr{hidden}ước")), "trước");
    }
}
