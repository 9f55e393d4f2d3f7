//! The rule that names of bodies and positions are written in full. An abbreviation is known by how it is made: initials of the
//! words names are composed of, or signs in a word. Not for proper names, which may be written in any way.

use super::inspector::Inspector;
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::component::Component;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::inspect::wording_rule::NameWords;
use crate::vietnamese::syllable::{is_syllable, vowel};

/// A place is named behind a committee too.
const COMMITTEE: &str = "ỦY";
/// What stands before the position of who acts for its holder, and is no abbreviation of it.
const ACTING: &str = "Q.";

/// Holds names and positions against the rule.
pub(crate) fn check(parts: &DocumentParts, words: &NameWords, inspector: &mut Inspector<'_>) {
    let bodies = [
        (Component::Superior, Rule::SuperiorBody),
        (Component::Issuing, Rule::IssuingBody),
        (Component::Authority, Rule::SigningAuthority),
        (Component::Position, Rule::SignerPosition),
    ];
    for (component, rule) in bodies {
        if component.of_signature() && parts.closing.joint {
            continue;
        }
        for item in component.items(parts) {
            hold((rule, component), &item, words, inspector);
        }
    }
}

fn hold(
    (rule, component): (Rule, Component),
    item: &[&TextLine],
    words: &NameWords,
    inspector: &mut Inspector<'_>,
) {
    let Some(line) = item.first() else { return };
    let text = item.iter().map(|line| line.text()).collect::<Vec<_>>().join(" ").to_uppercase();
    let marked = usize::from(component == Component::Authority);
    if let Some(short) = first_abbreviation(text.split_whitespace().skip(marked), words) {
        let what = if component == Component::Position { "chức vụ" } else { "tên cơ quan" };
        let measured = format!("viết tắt {what}: «{short}»");
        inspector.note_line(rule, line, measured, "viết đủ các chữ, không viết tắt");
    }
}

/// The first word that is an abbreviation, of the words up to a proper name; in that only what has a stop in it is one.
fn first_abbreviation<'w>(
    text: impl Iterator<Item = &'w str>,
    words: &NameWords,
) -> Option<&'w str> {
    let (mut before, mut in_name) = ("", false);
    for word in text {
        let abbreviated = if in_name {
            is_stopped(word)
        } else {
            is_stopped(word) || is_short(word, before, words)
        };
        if abbreviated {
            return Some(word);
        }
        in_name |= words.before_names.iter().any(|known| known == word);
        before = word;
    }
    None
}

/// Whether a word is a letter or two with a sign behind or between.
fn is_stopped(word: &str) -> bool {
    let parts: Vec<&str> = word.split(['.', '/', '&']).collect();
    word != ACTING
        && parts.len() > 1
        && parts[0].chars().count() <= 2
        && parts[0].chars().any(char::is_alphabetic)
}

/// Whether a word is nothing but initials. What has a vowel may be a word, or the name of a place behind a committee.
fn is_short(word: &str, before: &str, words: &NameWords) -> bool {
    let letters: Vec<char> = word.chars().collect();
    let vowel = letters.iter().any(|letter| vowel(*letter).is_some());
    let lettered = letters.iter().all(|letter| letter.is_alphabetic() || *letter == '&');
    let initial = lettered && letters.len() > 1 && (!vowel || is_initials(word, words));
    initial && !(vowel && before == COMMITTEE && is_syllable(word))
}

/// Whether a word is made of the initials of composing words, of at least two letters.
fn is_initials(word: &str, words: &NameWords) -> bool {
    if word.is_empty() {
        return true;
    }
    let word = &toneless(word);
    words.composing.iter().any(|composing| {
        let initials: String =
            composing.split(' ').filter_map(|word| word.chars().next()).collect();
        let initials = toneless(&initials);
        word.strip_prefix(&initials).is_some_and(|rest| is_initials(rest, words))
    })
}

/// Capitals without their tones: initials of ỦY and ƯƠNG are U and Ư.
fn toneless(capitals: &str) -> String {
    let bare = |letter: char| vowel(letter).map_or(letter, |(bare, _)| bare);
    capitals.chars().map(bare).collect::<String>().to_uppercase()
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::assets::files::TemplateFiles;
    use crate::inspect::table::RuleTables;

    fn short(text: &str) -> Option<&str> {
        let tables = RuleTables::load(&TemplateFiles::embedded());
        let tables = tables.unwrap_or_else(|_| panic!("the tables are right"));
        first_abbreviation(text.split(' '), &tables.wording.name_words)
    }

    #[test]
    fn initials_of_what_names_are_made_of_are_abbreviations() {
        for (text, word) in [
            ("ĐB TỈNH PHÚ CƯỜNG", "ĐB"),
            ("ĐẢNG BỘ TP. HẢI VÂN", "TP."),
            ("UB KIỂM TRA", "UB"),
            ("BAN TG VÀ DV", "TG"),
            ("UBKT ĐẢNG ỦY", "UBKT"),
            ("ĐẢNG ỦY C.A TỈNH", "C.A"),
            ("BAN TG&DV", "TG&DV"),
            ("Đ/U XÃ VĨNH THUẬN", "Đ/U"),
            ("BTV", "BTV"),
            ("PHÓ BT", "BT"),
            ("P.CHỦ NHIỆM", "P.CHỦ"),
            ("PHÓ CHÁNH V.P", "V.P"),
            ("VPĐU", "VPĐU"),
            ("T.U LAM SƠN", "T.U"),
            ("ĐU XÃ KỲ LÂM", "ĐU"),
        ] {
            assert_eq!(short(text), Some(word), "{text}");
        }
    }

    #[test]
    fn names_of_places_and_of_companies_are_none() {
        for text in [
            "ĐẢNG BỘ THỊ TRẤN ĐU",
            "ĐẢNG ỦY XÃ TU TRA",
            "CHI BỘ BUÔN EA TLÁ",
            "ĐẢNG BỘ XÃ CƯ M'LAN",
            "HUYỆN ỦY CƯ KUIN",
            "CHI BỘ CÔNG TY TNHH MTV 27",
            "ĐẢNG ỦY CÔNG TY 715A",
            "Q. BÍ THƯ",
            "HUYỆN ỦY TU MƠ RÔNG",
            "ĐẢNG BỘ XÃ CA THÀNH",
        ] {
            assert_eq!(short(text), None, "{text}");
        }
    }
}
