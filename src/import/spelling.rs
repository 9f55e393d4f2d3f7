//! Names held against each other by every mark, wherever a tone is placed: Tân Thành is not Tân Thạnh, hoà is hòa. Not
//! for names nearly right ([`crate::vietnamese::nearest`]).

use unicode_normalization::UnicodeNormalization;

use crate::vietnamese::lookalike::as_seen;

/// Letters, marks and digits of a text in lower case, the tone of each word behind it; no spaces, no punctuation.
#[must_use]
pub(crate) fn spelt(text: &str) -> String {
    let text = as_seen(text).nfc().collect::<String>().to_lowercase();
    text.split(|c: char| !c.is_alphanumeric()).flat_map(toned).collect()
}

/// A word in letters and marks, its tone last.
fn toned(word: &str) -> impl Iterator<Item = char> {
    let is_tone = |c: &char| matches!(c, '\u{300}' | '\u{301}' | '\u{303}' | '\u{309}' | '\u{323}');
    let (tones, letters): (Vec<char>, Vec<char>) = word.nfd().partition(is_tone);
    letters.into_iter().chain(tones)
}

/// Whether a text is typed without any mark, as on a machine that has none.
#[must_use]
pub(crate) fn is_unmarked(text: &str) -> bool {
    as_seen(text).chars().filter(|c| c.is_alphabetic()).all(|c| c.is_ascii())
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn one_mark_makes_another_name_and_the_place_of_a_tone_does_not() {
        assert_ne!(spelt("Tân Thành"), spelt("Tân Thạnh"));
        assert_ne!(spelt("Xã Lát"), spelt("Xa Lat"));
        for (one, other) in [
            ("HOÀ BÌNH", "Hòa Bình"),
            ("Thuỷ Nguyên", "thủy nguyên"),
            ("Đưng K'Nớ", "ĐƯNG K’NỚ"),
            ("xã  Suối Bạc", "Xã Suối Bạc"),
            ("Ðạ Sar", "Đạ Sar"),
        ] {
            assert_eq!(spelt(one), spelt(other), "{one}");
        }
        assert!(
            is_unmarked("Xa Da Sar 7") && !is_unmarked("Xã Da Sar") && !is_unmarked("Da Sar đ")
        );
    }
}
