//! TCVN3 (ABC, the faces `.VnTime` and `.VnTimeH`): one byte a letter; capitals with a tone are the small letters in a
//! face of capitals. Not for telling whether a text is in it ([`super::legacy`]).

use super::codepage::Codepage;
use super::syllable::VOWELS;

/// The bytes of [`VOWELS`], in the same order; letters of ASCII have their own.
const SMALL: [[u8; 6]; 12] = [
    [b'a', 0xb5, 0xb6, 0xb7, 0xb8, 0xb9],
    [0xa8, 0xbb, 0xbc, 0xbd, 0xbe, 0xc6],
    [0xa9, 0xc7, 0xc8, 0xc9, 0xca, 0xcb],
    [b'e', 0xcc, 0xce, 0xcf, 0xd0, 0xd1],
    [0xaa, 0xd2, 0xd3, 0xd4, 0xd5, 0xd6],
    [b'i', 0xd7, 0xd8, 0xdc, 0xdd, 0xde],
    [b'o', 0xdf, 0xe1, 0xe2, 0xe3, 0xe4],
    [0xab, 0xe5, 0xe6, 0xe7, 0xe8, 0xe9],
    [0xac, 0xea, 0xeb, 0xec, 0xed, 0xee],
    [b'u', 0xef, 0xf1, 0xf2, 0xf3, 0xf4],
    [0xad, 0xf5, 0xf6, 0xf7, 0xf8, 0xf9],
    [b'y', 0xfa, 0xfb, 0xfc, 0xfd, 0xfe],
];

/// The letters that are no vowels with tones: đ, and the capitals that have a byte of their own.
const OTHERS: [(u8, char); 8] = [
    (0xae, 'đ'),
    (0xa1, 'Ă'),
    (0xa2, 'Â'),
    (0xa3, 'Ê'),
    (0xa4, 'Ô'),
    (0xa5, 'Ơ'),
    (0xa6, 'Ư'),
    (0xa7, 'Đ'),
];

/// The letter of a byte.
#[must_use]
pub fn letter(byte: u8) -> Option<char> {
    if byte.is_ascii() {
        return byte.is_ascii_alphabetic().then_some(char::from(byte));
    }
    let other = OTHERS.iter().find(|(own, _)| *own == byte).map(|(_, letter)| *letter);
    other.or_else(|| {
        let find = |row: &[u8; 6]| row.iter().position(|own| *own == byte);
        SMALL.iter().zip(VOWELS).find_map(|(row, letters)| find(row).map(|at| letters[at]))
    })
}

/// What a word in TCVN3 says that was read with `page`, if all its characters are letters there.
#[must_use]
pub fn decode(word: &str, page: Codepage) -> Option<String> {
    word.chars().map(|c| page.byte(c).and_then(letter)).collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_of_offices_are_read() {
        let pairs = [
            ("Ch\u{ad}¬ng", "Chương"),
            ("tr×nh", "trình"),
            ("NghÞ", "Nghị"),
            ("quyÕt", "quyết"),
            ("§¶ng", "Đảng"),
            ("nh©n", "nhân"),
            ("tr¹m", "trạm"),
            ("Uû", "Uỷ"),
            ("x·", "xã"),
        ];
        for (raw, meant) in pairs {
            assert_eq!(decode(raw, Codepage::Western).as_deref(), Some(meant));
        }
        assert_eq!(decode("QuyƠt", Codepage::Vietnamese).as_deref(), Some("Quyết"));
        assert_eq!(decode("đạt", Codepage::Western), None);
    }
}
