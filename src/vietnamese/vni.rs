//! VNI for Windows (the faces VNI-Times): a mark of its own behind the vowel. Not for telling whether a text is in it
//! ([`super::legacy`]).

use super::codepage::Codepage;
use super::syllable::{VOWELS, lower, vowel};

/// Marks of a tone, in the order of [`VOWELS`] after the bare letter.
const TONES: &str = "øûõùï";
/// Marks of a hat with a tone, the bare hat first, in the order of [`VOWELS`].
const HATS: &str = "âàåãáä";
/// Marks of a breve with a tone, the bare breve first.
const BREVES: &str = "êèúüéë";

/// Letters of one character.
const SINGLE: [(char, char); 9] = [
    ('ñ', 'đ'),
    ('ô', 'ơ'),
    ('ö', 'ư'),
    ('í', 'í'),
    ('ì', 'ì'),
    ('æ', 'ỉ'),
    ('ó', 'ĩ'),
    ('ò', 'ị'),
    ('î', 'ỵ'),
];

/// What a word in VNI says that was read with `page`, if all its characters make letters there.
#[must_use]
pub fn decode(word: &str, page: Codepage) -> Option<String> {
    // VNI is made of characters of Windows-1252, whatever it was read with.
    let marks: Option<Vec<char>> =
        word.chars().map(|c| page.byte(c).map(|byte| Codepage::Western.character(byte))).collect();
    let marks = marks?;
    let mut read = String::with_capacity(word.len());
    let mut rest = marks.as_slice();
    while let Some((first, more)) = rest.split_first() {
        let joined = more.first().and_then(|mark| join(*first, lower(*mark)));
        let (small, used) = match joined {
            Some(letter) => (letter, 2),
            None => (alone(lower(*first))?, 1),
        };
        if first.is_uppercase() {
            read.extend(small.to_uppercase());
        } else {
            read.push(small);
        }
        rest = &rest[used..];
    }
    Some(read)
}

/// A letter of one character.
fn alone(small: char) -> Option<char> {
    let own = SINGLE.iter().find(|(typed, _)| *typed == small).map(|(_, letter)| *letter);
    own.or_else(|| small.is_ascii_lowercase().then_some(small))
}

/// A vowel and the mark behind it.
fn join(base: char, mark: char) -> Option<char> {
    let base = alone(lower(base)).filter(|letter| vowel(*letter).is_some())?;
    let place = |marks: &str| marks.chars().position(|own| own == mark);
    if let Some(tone) = place(TONES).filter(|_| "aeouyơư".contains(base)) {
        return row(base).map(|row| row[tone + 1]);
    }
    let (hatted, at) = match base {
        'a' => place(HATS).map(|at| ('â', at)).or_else(|| place(BREVES).map(|at| ('ă', at)))?,
        'e' => ('ê', place(HATS)?),
        'o' => ('ô', place(HATS)?),
        _ => return None,
    };
    row(hatted).map(|row| row[at])
}

fn row(base: char) -> Option<&'static [char; 6]> {
    VOWELS.iter().find(|row| row[0] == base)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_offices_are_read() {
        let pairs = [
            ("Ñaûng", "Đảng"),
            ("boä", "bộ"),
            ("nhaân", "nhân"),
            ("daân", "dân"),
            ("thöïc", "thực"),
            ("hieän", "hiện"),
            ("tröôøng", "trường"),
            ("NGHÒ", "NGHỊ"),
            ("QUYEÁT", "QUYẾT"),
            ("AÁp", "Ấp"),
            ("chæ", "chỉ"),
            ("kyõ", "kỹ"),
            ("naêm", "năm"),
            ("laém", "lắm"),
        ];
        for (raw, meant) in pairs {
            assert_eq!(decode(raw, Codepage::Western).as_deref(), Some(meant));
        }
        assert_eq!(decode("hieăn", Codepage::Vietnamese).as_deref(), Some("hiễn"));
        assert_eq!(decode("đạt", Codepage::Western), None);
    }
}
