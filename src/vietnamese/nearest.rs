//! The nearest known name to a mistyped one. Not for searching text.

use super::lookalike::as_seen;
use strsim::osa_distance;
use unicode_normalization::UnicodeNormalization;
use unicode_normalization::char::is_combining_mark;

/// `text` without accents, in lower case, letters and digits only: `Đưng K'Nớ` → `dungkno`.
#[must_use]
pub fn fold(text: &str) -> String {
    let mut folded = String::with_capacity(text.len());
    for c in text.chars() {
        if c.is_ascii() {
            folded.extend(c.is_ascii_alphanumeric().then_some(c.to_ascii_lowercase()));
        } else if let Some(letter) = vietnamese_letter(c) {
            folded.push(letter);
        } else {
            folded.extend(plain_letters(c));
        }
    }
    folded
}

/// The letter under Vietnamese marks, without asking Unicode's tables: names are held against every sentence.
fn vietnamese_letter(c: char) -> Option<char> {
    Some(match c {
        'À'..='Ã' | 'à'..='ã' | 'Ă' | 'ă' | 'Ạ'..='ặ' => 'a',
        'Đ' | 'đ' => 'd',
        'È'..='Ê' | 'è'..='ê' | 'Ẹ'..='ệ' => 'e',
        'Ì' | 'Í' | 'ì' | 'í' | 'Ĩ' | 'ĩ' | 'Ỉ'..='ị' => 'i',
        'Ò'..='Õ' | 'ò'..='õ' | 'Ơ' | 'ơ' | 'Ọ'..='ợ' => 'o',
        'Ù' | 'Ú' | 'ù' | 'ú' | 'Ũ' | 'ũ' | 'Ư' | 'ư' | 'Ụ'..='ự' => 'u',
        'Ý' | 'ý' | 'Ỳ'..='ỹ' => 'y',
        _ => return None,
    })
}

/// The same for any character.
fn plain_letters(c: char) -> impl Iterator<Item = char> {
    let parts = std::iter::once(c).nfd().filter(|c| !is_combining_mark(*c));
    let lower = parts.flat_map(char::to_lowercase).map(|c| if c == 'đ' { 'd' } else { c });
    lower.filter(|c| c.is_alphanumeric())
}

/// The one of `names` that is closest to `typed`, if close enough to be meant. A letter too many, too few or another, and
/// two neighbours that changed places, are one slip each.
pub fn nearest<'a>(typed: &str, names: impl Iterator<Item = &'a str>) -> Option<&'a str> {
    let typed = fold(&as_seen(typed));
    if typed.chars().count() > 60 {
        return None;
    }
    names
        .map(|name| (osa_distance(&typed, &fold(name)), name))
        .filter(|(distance, _)| *distance <= 1 + typed.chars().count() / 4)
        .min()
        .map(|(_, name)| name)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_vietnamese_letter_folds_as_any_other_character() {
        let letters = ('\u{80}'..='\u{1fff}').filter_map(|c| Some((c, vietnamese_letter(c)?)));
        for (c, letter) in letters.clone() {
            assert!(plain_letters(c).eq([letter]), "{c}");
        }
        assert_eq!(letters.count(), 2 * 67);
    }

    #[test]
    fn a_slip_of_the_finger_finds_its_name() {
        let names = ["nguoi_bhyt", "dan_so", "so_thon"];
        assert_eq!(nearest("nguoi_bhty", names.into_iter()), Some("nguoi_bhyt"));
        assert_eq!(nearest("Dân số", names.into_iter()), Some("dan_so"));
        assert_eq!(nearest("kinh_phi", names.into_iter()), None);
        assert_eq!(nearest("nguоi_bhyt", names.into_iter()), Some("nguoi_bhyt"), "a Cyrillic о");
        assert_eq!(fold("Đưng K’Nớ"), "dungkno");
    }

    #[test]
    fn two_neighbours_that_changed_places_are_one_slip() {
        let pairs = [("yk", "ky"), ("dne", "den"), ("ngoui_bhty", "nguoi_bhyt")];
        for (typed, name) in pairs {
            assert_eq!(nearest(typed, [name].into_iter()), Some(name), "{typed}");
        }
    }
}
