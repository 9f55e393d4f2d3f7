//! Paragraphs put together from what was typed and what was found for its references: a sentence that refers to what is not
//! there is left out, since no word in its place would make it read right. Not for finding it ([`super::resolve`]).

use crate::report::views::text::{LineView, Lines};
use crate::vietnamese::nearest::fold;
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

/// The lines of one paragraph of a text: none if nothing of it can be printed.
#[derive(Debug)]
pub(super) struct Printed {
    /// Whether it is typed as an item of a list.
    pub(super) dash: bool,
    /// Whether it leads to what follows.
    pub(super) leads: bool,
    /// What is printed.
    pub(super) lines: Lines,
}

/// The lines of a text. What leads to a list is printed with the list, or not at all.
#[must_use]
pub(super) fn joined(mut all: Vec<Printed>) -> Lines {
    for at in 0..all.len() {
        let led = led(&all, at);
        if led.is_empty() {
            continue;
        }
        if all[at].lines.is_empty() {
            all[led].iter_mut().for_each(|one| one.lines.clear());
        } else if all[led].iter().all(|one| one.lines.is_empty()) {
            all[at].lines.clear();
        }
    }
    all.into_iter().flat_map(|one| one.lines).collect()
}

/// The paragraphs that one leads to: the items behind it, or the next paragraph.
fn led(all: &[Printed], at: usize) -> std::ops::Range<usize> {
    let from = at + 1;
    if !all[at].leads || all[at].dash || from == all.len() {
        return from..from;
    }
    let items = all[from..].iter().take_while(|one| one.dash).count();
    from..from + items.max(1)
}

/// A paragraph's words, without the sentences that lack something; none if nothing is left.
#[must_use]
pub(super) fn paragraph(parts: Vec<Part<'_>>) -> Option<String> {
    let whole = |sentence: &Vec<Part<'_>>| !sentence.contains(&Part::Missing);
    let all = sentences(parts);
    let is_whole = all.iter().all(whole);
    let kept: Vec<Vec<Part<'_>>> = all.into_iter().filter(whole).collect();
    let printed: String = kept.iter().map(|sentence| printed(sentence)).collect();
    let printed = printed.trim_end();
    // Where sentences are left out, what stood between them is nothing to print.
    let says = is_whole && !printed.is_empty() || printed.chars().any(char::is_alphanumeric);
    says.then(|| printed.to_owned())
}

/// The parts of each sentence.
fn sentences(parts: Vec<Part<'_>>) -> Vec<Vec<Part<'_>>> {
    let mut all = vec![Vec::new()];
    for part in parts {
        let Part::Typed(mut words) = part else {
            all.last_mut().expect("there is always one").push(part);
            continue;
        };
        while let Some(end) = end_of_sentence(words) {
            all.last_mut().expect("there is always one").push(Part::Typed(&words[..end]));
            all.push(Vec::new());
            words = &words[end..];
        }
        all.last_mut().expect("there is always one").push(Part::Typed(words));
    }
    all
}

/// Where the sentence behind the first one begins, if there is another: behind a stop and a space.
fn end_of_sentence(words: &str) -> Option<usize> {
    words.match_indices(". ").find_map(|(at, stop)| {
        let end = at + stop.len();
        let before = words[..at].rsplit(char::is_whitespace).next().unwrap_or_default();
        let opens = |c: char| matches!(c, '“' | '"' | '(');
        let next = words[end..].trim_start_matches(opens).chars().next();
        let begins = next.is_none_or(|c| !c.is_lowercase());
        (begins && !is_abbreviation(before)).then_some(end)
    })
}

/// `TP`, `ThS`, `Tx`, or the number of a list line.
fn is_abbreviation(word: &str) -> bool {
    // A word of a sentence has a vowel, as in `Một`; an abbreviation's are capitals.
    let vowel =
        |c: char| c.is_lowercase() && fold(&c.to_string()).contains(['a', 'e', 'i', 'o', 'u', 'y']);
    let short = word.chars().count() <= 3
        && word.starts_with(char::is_uppercase)
        && !word.chars().any(vowel);
    short || word.len() <= 2 && word.bytes().all(|byte| byte.is_ascii_digit())
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

/// The view of a paragraph's words.
#[must_use]
pub(super) fn line(dash: bool, words: Option<String>) -> Lines {
    words.map(|chu| LineView { gach: dash, chu }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

    fn provisional() -> Part<'static> {
        Part::Provisional("93,94%".to_owned(), "tạm tính".to_owned())
    }

    #[test]
    fn a_sentence_without_its_number_is_left_out_and_its_neighbours_stay() {
        let parts = |words| vec![Part::Typed(words), Part::Missing, Part::Typed("%. Xã Lát khá.")];
        let left = paragraph(parts("Đã rà soát 12.345 hộ. Tỷ lệ đạt "));
        assert_eq!(left.as_deref(), Some("Đã rà soát 12.345 hộ. Xã Lát khá."));
        assert_eq!(paragraph(parts("Ở TP. Phan Rang, đạt ")).as_deref(), Some("Xã Lát khá."));
        assert_eq!(paragraph(parts("1. Đạt ")).as_deref(), Some("Xã Lát khá."));
        assert_eq!(paragraph(vec![Part::Typed("Đạt "), Part::Missing, Part::Typed("%.")]), None);
        let next = vec![Part::Typed("Một. "), Part::Missing, Part::Typed(" hộ.")];
        assert_eq!(paragraph(next).as_deref(), Some("Một."));
    }

    #[test]
    fn a_provisional_value_has_one_bracket() {
        let said = |before, behind| {
            paragraph(vec![Part::Typed(before), provisional(), Part::Typed(behind)])
        };
        assert_eq!(said("Thẻ ", " dân.").as_deref(), Some("Thẻ 93,94% (tạm tính) dân."));
        assert_eq!(said("Thẻ (", ") khá.").as_deref(), Some("Thẻ (93,94%, tạm tính) khá."));
        assert_eq!(said("Thẻ ", " (5/6).").as_deref(), Some("Thẻ 93,94% (tạm tính; 5/6)."));
    }
}
