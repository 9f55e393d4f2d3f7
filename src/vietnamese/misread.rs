//! UTF-8 that was read with a code page and saved again: `Äáº£ng` for `Đảng`. Not for older Vietnamese encodings
//! ([`super::tcvn3`], [`super::vni`]).

use super::codepage::Codepage;
use super::syllable::vowel;

/// Pages UTF-8 is commonly misread with.
pub const PAGES: [Codepage; 4] =
    [Codepage::Western, Codepage::Vietnamese, Codepage::Console, Codepage::OldConsole];

/// A misread text put right.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct MisreadText {
    /// The text, as far as its bytes are there.
    pub text: String,
    /// How many Vietnamese letters and quotation marks came out.
    pub(crate) letters: usize,
}

/// Puts `text` right, if it has UTF-8 misread with `page`.
#[must_use]
pub fn read(text: &str, page: Codepage) -> Option<MisreadText> {
    let mut reading = MisreadText { text: String::with_capacity(text.len()), letters: 0 };
    let chars: Vec<char> = text.chars().collect();
    let mut rest = chars.as_slice();
    while let Some(c) = rest.first() {
        let (letter, used) = meant(rest, page).unwrap_or((*c, 1));
        reading.letters += usize::from(used > 1 && is_ours(letter));
        reading.text.push(letter);
        rest = &rest[used..];
    }
    (reading.letters > 0).then_some(reading)
}

/// The character whose bytes come first, and how many misread characters it takes.
fn meant(chars: &[char], page: Codepage) -> Option<(char, usize)> {
    let first = page.byte(*chars.first()?)?;
    let length = match first {
        0xc2..=0xdf => 2,
        0xe0..=0xef => 3,
        _ => return None,
    };
    let bytes: Option<Vec<u8>> = chars.iter().take(length).map(|c| page.byte(*c)).collect();
    match std::str::from_utf8(&bytes?) {
        Ok(letter) => letter.chars().next().map(|letter| (letter, length)),
        // The second byte of Đ has no character in Windows-1252 and is often lost.
        Err(_) => (first == 0xc4).then_some(('Đ', 1)),
    }
}

/// Letters of Vietnamese beyond ASCII, and the marks word processors put around them.
fn is_ours(letter: char) -> bool {
    matches!(letter, 'đ' | 'Đ' | '“' | '”' | '‘' | '’' | '–' | '—' | '…' | '\u{a0}')
        || !letter.is_ascii() && vowel(letter).is_some()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn text_read_with_the_wrong_page_is_put_right() {
        let pairs = [
            ("Ä\u{90}áº£ng bá»™", "Đảng bộ", Codepage::Western),
            ("KhĂ´ng", "Không", Codepage::Vietnamese),
            ("Quß║¡n", "Quận", Codepage::Console),
            ("â€œvá»\u{81}â€\u{9d}", "“về”", Codepage::Western),
            ("Äáº£ng", "Đảng", Codepage::Western),
        ];
        for (raw, meant, page) in pairs {
            assert_eq!(read(raw, page).map(|reading| reading.text).as_deref(), Some(meant));
        }
        assert_eq!(read("Ä", Codepage::Western), None);
        for right in ["Đảng bộ", "Écrins", "café", "K'Nớ", "Â ã «quá»"] {
            assert!(PAGES.iter().all(|page| read(right, *page).is_none()), "{right}");
        }
    }
}
