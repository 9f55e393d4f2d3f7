//! Sentences put together from what was typed and what was found for its references: one that refers to what is not there is
//! left out, since no word in its place would make it read right. Not for finding it ([`super::resolve`]), nor for paragraphs
//! and lists ([`super::prose`]).

use crate::vietnamese::text::capitalised;

/// A piece of a paragraph.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(super) enum Part<'t> {
    /// As typed.
    Typed(&'t str),
    /// What a fact prints.
    Found(String),
    /// A value that missing units may change, and the word that says so.
    Provisional(String, String),
    /// A unit's words, which end before the stop of the sentence they stand in.
    Quoted(String),
    /// Nothing to print.
    Missing,
}

/// The title words that a stop follows inside a sentence.
const TITLES: [&str; 20] = [
    "TP", "Tp", "TX", "Tx", "TT", "GS", "PGS", "TS", "TSKH", "ThS", "Ths", "BS", "BSCKI", "BSCKII",
    "CKI", "CKII", "DS", "CN", "KS", "LS",
];

/// Whether a sentence lacks nothing.
#[must_use]
pub(super) fn is_whole(sentence: &[Part<'_>]) -> bool {
    !sentence.contains(&Part::Missing)
}

/// The words of sentences, without those that lack something; none if nothing is left.
#[must_use]
pub(super) fn words(all: &[Vec<Part<'_>>]) -> Option<String> {
    let kept = all.iter().filter(|sentence| is_whole(sentence));
    let printed: String = kept.map(|sentence| printed(sentence)).collect();
    let printed = printed.trim_end();
    // Where sentences are left out, what stood between them is nothing to print.
    let all_whole = all.iter().all(|sentence| is_whole(sentence));
    let says = all_whole && !printed.is_empty() || printed.chars().any(char::is_alphanumeric);
    says.then(|| printed.to_owned())
}

/// The parts of each sentence.
#[must_use]
pub(super) fn sentences(parts: Vec<Part<'_>>) -> Vec<Vec<Part<'_>>> {
    let mut all = vec![Vec::new()];
    for part in parts {
        let Part::Typed(mut words) = part else {
            all.last_mut().expect("there is always one").push(part);
            continue;
        };
        while let Some(end) = end_of_sentence(words, matches!(&all[..], [one] if one.is_empty())) {
            all.last_mut().expect("there is always one").push(Part::Typed(&words[..end]));
            all.push(Vec::new());
            words = &words[end..];
        }
        all.last_mut().expect("there is always one").push(Part::Typed(words));
    }
    all
}

/// Where the sentence behind the first one begins, if there is another: behind a stop and a space. At the very beginning
/// of a paragraph (`opens`) stands the number of a list line.
fn end_of_sentence(words: &str, opens: bool) -> Option<usize> {
    words.match_indices(['.', '!', '?', '…']).find_map(|(at, stop)| {
        let closers = ['”', '"', '’', ')'];
        let behind = words[at + stop.len()..].trim_start_matches(closers);
        let next = behind.strip_prefix(char::is_whitespace)?;
        let first = next.trim_start().trim_start_matches(['“', '"', '(']).chars().next();
        let before = words[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let numbers = opens && words[..at].trim_start() == before && is_list_number(before);
        let inside = stop == "." && (numbers || is_abbreviation(before));
        (first.is_none_or(|c| !c.is_lowercase()) && !inside).then_some(words.len() - next.len())
    })
}

/// `TP`, `PGS.TS`, or the `N` of a name; `quý I`, `khóa V` end a sentence.
fn is_abbreviation(word: &str) -> bool {
    let word = word.trim_start_matches(['“', '"', '(']);
    let word = word.rsplit('.').next().unwrap_or_default();
    let mut letters = word.chars();
    let initial =
        matches!((letters.next(), letters.next()), (Some(one), None) if one.is_uppercase());
    TITLES.contains(&word) || initial && !matches!(word, "I" | "V" | "X")
}

/// `1`, `12`, `IV`.
fn is_list_number(word: &str) -> bool {
    let roman = |c: char| matches!(c, 'I' | 'V' | 'X');
    let digits = word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit());
    !word.is_empty() && (digits || word.chars().all(roman))
}

fn printed(sentence: &[Part<'_>]) -> String {
    let mut out = String::new();
    for (at, part) in sentence.iter().enumerate() {
        let behind = match sentence.get(at + 1) {
            Some(Part::Typed(words)) => *words,
            _ => "",
        };
        let found = match part {
            Part::Typed(words) => {
                // The bracket that follows a provisional value was opened for it.
                let opened = matches!(
                    at.checked_sub(1).map(|before| &sentence[before]),
                    Some(Part::Provisional(..))
                );
                out.push_str(if opened {
                    words.strip_prefix(" (").unwrap_or(words)
                } else {
                    words
                });
                continue;
            }
            Part::Found(found) => found.clone(),
            Part::Provisional(value, word) if in_brackets(&out) => format!("{value}, {word}"),
            Part::Provisional(value, word) if behind.starts_with(" (") => {
                format!("{value} ({word}; ")
            }
            Part::Provisional(value, word) => format!("{value} ({word})"),
            Part::Quoted(words) if behind.is_empty() => words.clone(),
            Part::Quoted(words) => words.trim_end_matches(['.', ';']).to_owned(),
            Part::Missing => String::new(),
        };
        let begins = out.trim().is_empty();
        out.push_str(&if begins { capitalised(&found) } else { found });
    }
    out
}

/// Whether a bracket is open at the end of a text.
fn in_brackets(text: &str) -> bool {
    text.matches('(').count() > text.matches(')').count()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn said(parts: Vec<Part<'_>>) -> Option<String> {
        words(&sentences(parts))
    }

    fn provisional() -> Part<'static> {
        Part::Provisional("93,94%".to_owned(), "tạm tính".to_owned())
    }

    #[test]
    fn a_sentence_without_its_number_is_left_out_and_its_neighbours_stay() {
        let parts = |words| vec![Part::Typed(words), Part::Missing, Part::Typed("%. Xã Lát khá.")];
        let left = said(parts("Đã rà soát 12.345 hộ. Tỷ lệ đạt "));
        assert_eq!(left.as_deref(), Some("Đã rà soát 12.345 hộ. Xã Lát khá."));
        assert_eq!(said(parts("Ở TP. Phan Rang, đạt ")).as_deref(), Some("Xã Lát khá."));
        assert_eq!(said(parts("1. Đạt ")).as_deref(), Some("Xã Lát khá."));
        assert_eq!(said(vec![Part::Typed("Đạt "), Part::Missing, Part::Typed("%.")]), None);
        let next = vec![Part::Typed("Một. "), Part::Missing, Part::Typed(" hộ.")];
        assert_eq!(said(next).as_deref(), Some("Một."));
    }

    #[test]
    fn a_good_sentence_stays_whatever_ends_it() {
        let kept = |before: &str| said(vec![Part::Typed(before), Part::Missing, Part::Typed("%.")]);
        for good in [
            "Xong trong quý III.",
            "Nghị quyết Đại hội khóa XIV.",
            "Xong trong quý I.",
            "Xã đạt chuẩn NTM.",
            "Các thôn đạt, gồm 12.",
            "Phong trào “Toàn dân học tập.”",
            "(Theo biểu kèm theo.)",
            "Xã đã rà soát!",
            "Các thôn Một, Hai…",
            "Họp tại TP. Phan Rang, có GS. Lê An, PGS.TS. Lê N. Bình (TX. La Gi).",
        ] {
            let text = format!("{good} Đạt ");
            assert_eq!(kept(&text).as_deref(), Some(good));
        }
        for cut in [
            "1. Đạt ",
            "II. Đạt ",
            "Ở TP. Phan Rang đạt ",
            "Theo ông N. Bình, đạt ",
            "Theo DS. Lê Hoa, đạt ",
            "Theo BS.CKII. Trần Bình, BSCKI. Lê An, CN. Võ Lan, đạt ",
        ] {
            assert_eq!(kept(cut), None, "{cut}");
        }
        let behind = |parts: [Part<'_>; 2]| {
            let lacks = [Part::Typed(" "), Part::Missing, Part::Typed(" hộ.")];
            said(parts.into_iter().chain(lacks).collect())
        };
        let found = [Part::Found("9".to_owned()), Part::Typed(". Xã Lát khá. Còn")];
        assert_eq!(behind(found).as_deref(), Some("9. Xã Lát khá."));
        let lacking = vec![Part::Typed("Đạt "), Part::Missing, Part::Typed(". Xã Lát khá.")];
        assert_eq!(said(lacking).as_deref(), Some("Xã Lát khá."));
    }

    #[test]
    fn a_provisional_value_has_one_bracket() {
        let said =
            |before, behind| said(vec![Part::Typed(before), provisional(), Part::Typed(behind)]);
        assert_eq!(said("Thẻ ", " dân.").as_deref(), Some("Thẻ 93,94% (tạm tính) dân."));
        assert_eq!(said("Thẻ (", ") khá.").as_deref(), Some("Thẻ (93,94%, tạm tính) khá."));
        assert_eq!(said("Thẻ ", " (5/6).").as_deref(), Some("Thẻ 93,94% (tạm tính; 5/6)."));
    }
}
