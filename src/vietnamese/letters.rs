//! Which characters are letters, told at once for those of Vietnamese. Not for which letters may follow each other
//! ([`super::syllable`]).

/// Whether a character is a letter, as Unicode's tables have it, without asking them for what texts here are written with.
#[must_use]
pub(crate) fn is_letter(c: char) -> bool {
    match c {
        'a'..='z' | 'A'..='Z' | 'Ḁ'..='ỿ' => true,
        'À'..='ɏ' => !matches!(c, '×' | '÷'),
        _ => !c.is_ascii() && c.is_alphabetic(),
    }
}

/// The same of letters and digits.
#[must_use]
pub(crate) fn is_letter_or_digit(c: char) -> bool {
    c.is_ascii_digit() || is_letter(c) || !c.is_ascii() && c.is_numeric()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_character_is_what_unicode_says() {
        for c in '\0'..=char::MAX {
            assert_eq!(is_letter(c), c.is_alphabetic(), "{c:?}");
            assert_eq!(is_letter_or_digit(c), c.is_alphanumeric(), "{c:?}");
        }
    }
}
