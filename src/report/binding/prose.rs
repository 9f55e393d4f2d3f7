//! Paragraphs put together from what was typed and what was found for its references: a sentence that refers to what is not
//! there is left out, since no word in its place would make it read right. Not for finding it ([`super::resolve`]).

use crate::report::views::text::{LineView, Lines};
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
    /// Whether it is nothing but the words of somebody else.
    pub(super) quoted: bool,
    /// Whether it leads to what follows.
    pub(super) lead: Lead,
    /// What is printed.
    pub(super) lines: Lines,
}

/// Whether the last sentence of a paragraph leads to a list.
#[derive(Debug, Clone)]
pub(super) enum Lead {
    /// It does not.
    None,
    /// It would, but lacks something itself.
    Lost,
    /// It does; with what the paragraph prints without it.
    Kept(Lines),
}

/// What begins an item below another.
pub(super) const BELOW: &str = "+ ";

/// The title words that a stop follows inside a sentence.
const TITLES: [&str; 11] = ["TP", "Tp", "TX", "Tx", "TT", "GS", "PGS", "TS", "ThS", "Ths", "BS"];

/// The lines of a text. What leads to a list is printed with the list, or not at all.
#[must_use]
pub(super) fn joined(mut all: Vec<Printed>) -> Lines {
    for at in 0..all.len() {
        let led = led(&all, at);
        if led.is_empty() {
            continue;
        }
        match all[at].lead.clone() {
            Lead::Lost => all[led].iter_mut().for_each(|one| one.lines.clear()),
            Lead::Kept(rest) if all[led.clone()].iter().all(|one| one.lines.is_empty()) => {
                all[at].lines = rest;
            }
            Lead::Kept(_) if all[at].dash => all[led].iter_mut().for_each(below),
            Lead::Kept(_) | Lead::None => {}
        }
    }
    all.chunk_by_mut(|one, next| one.dash && next.dash).for_each(end_list);
    all.into_iter().flat_map(|one| one.lines).collect()
}

/// A quoted list stands one level in, where an item leads to it.
fn below(quoted: &mut Printed) {
    for item in quoted.lines.iter_mut().filter(|line| line.gach) {
        *item = LineView { gach: false, chu: format!("{BELOW}{}", item.chu) };
    }
}

/// A list whose last item is left out ends with the stop that item had.
fn end_list(items: &mut [Printed]) {
    if items.last().is_none_or(|last| !last.dash || !last.lines.is_empty()) {
        return;
    }
    let Some(last) = items.iter_mut().rev().find_map(|one| one.lines.last_mut()) else { return };
    if let Some(words) = last.chu.strip_suffix(';') {
        last.chu = format!("{words}.");
    }
}

/// The paragraphs that one leads to: the items behind it, or the next paragraph; behind an item, what is quoted.
fn led(all: &[Printed], at: usize) -> std::ops::Range<usize> {
    let from = at + 1;
    if matches!(all[at].lead, Lead::None) || from == all.len() {
        return from..from;
    }
    if all[at].dash {
        return from..from + all[from..].iter().take_while(|one| one.quoted).count();
    }
    let items = all[from..].iter().take_while(|one| one.dash).count();
    from..from + items.max(1)
}

/// A paragraph of these parts, whose last sentence may be typed as one that `leads` to what follows.
#[must_use]
pub(super) fn paragraph(dash: bool, leads: bool, parts: Vec<Part<'_>>) -> Printed {
    let all = sentences(parts);
    let lines = line(dash, words(&all));
    let lead = match all.split_last() {
        Some((last, rest)) if leads && is_whole(last) => Lead::Kept(line(dash, words(rest))),
        Some(_) if leads => Lead::Lost,
        _ => Lead::None,
    };
    Printed { dash, quoted: false, lead, lines }
}

fn is_whole(sentence: &[Part<'_>]) -> bool {
    !sentence.contains(&Part::Missing)
}

/// The words of sentences, without those that lack something; none if nothing is left.
fn words(all: &[Vec<Part<'_>>]) -> Option<String> {
    let kept = all.iter().filter(|sentence| is_whole(sentence));
    let printed: String = kept.map(|sentence| printed(sentence)).collect();
    let printed = printed.trim_end();
    // Where sentences are left out, what stood between them is nothing to print.
    let all_whole = all.iter().all(|sentence| is_whole(sentence));
    let says = all_whole && !printed.is_empty() || printed.chars().any(char::is_alphanumeric);
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

/// The view of a paragraph's words.
fn line(dash: bool, words: Option<String>) -> Lines {
    words.map(|chu| LineView { gach: dash, chu }).into_iter().collect()
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
        for cut in ["1. Đạt ", "II. Đạt ", "Ở TP. Phan Rang đạt ", "Theo ông N. Bình, đạt "]
        {
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

    /// The lines of paragraphs, of which `@` stands for what is missing and a dash for an item.
    fn text(paragraphs: &[&str]) -> Vec<String> {
        let one = |typed: &&str| {
            let words = typed.trim_start_matches("- ");
            let parts = words.split('@').flat_map(|typed| [Part::Missing, Part::Typed(typed)]);
            paragraph(words != *typed, words.ends_with(':'), parts.skip(1).collect())
        };
        joined(paragraphs.iter().map(one).collect()).into_iter().map(|one| one.chu).collect()
    }

    #[test]
    fn a_list_and_the_sentence_that_leads_to_it_are_printed_together_or_not_at_all() {
        let none: [&str; 0] = [];
        assert_eq!(text(&["Xã khá. Xin @ việc:", "- Cầu;", "- Đường."]), ["Xã khá."]);
        assert_eq!(text(&["Xã khá. Xin:", "- Cầu @;", "- Đường @."]), ["Xã khá."]);
        assert_eq!(text(&["Xin:", "- Cầu @;", "- Đường @."]), none);
        assert_eq!(text(&["Đạt @. Xin:", "- Cầu;", "- Đường @."]), ["Xin:", "Cầu."]);
        assert_eq!(text(&["Xin:", "- Cầu @;", "- Đường."]), ["Xin:", "Đường."]);
    }

    #[test]
    fn a_list_quoted_behind_an_item_that_leads_to_it_stands_one_level_in() {
        let item = |words: &'static str| paragraph(true, true, vec![Part::Typed(words)]);
        let quoted = |words: &[&str]| {
            let lines = words.iter().flat_map(|one| line(true, Some((*one).to_owned()))).collect();
            Printed { dash: true, quoted: true, lead: Lead::None, lines }
        };
        let said = |all| {
            let lines = joined(all).into_iter();
            let typed = |one: LineView| format!("{}{}", if one.gach { "- " } else { "" }, one.chu);
            lines.map(typed).collect::<Vec<_>>()
        };
        let all = vec![item("Xã Lát nêu:"), quoted(&["Cầu;", "Đường."]), quoted(&["Điện."])];
        assert_eq!(said(all), ["- Xã Lát nêu:", "+ Cầu;", "+ Đường.", "+ Điện."]);
        let own = paragraph(true, false, vec![Part::Typed("Việc khác.")]);
        assert_eq!(said(vec![own, quoted(&["Cầu."])]), ["- Việc khác.", "- Cầu."]);
        let lost = vec![item("Xã khá. Xã Lát nêu:"), quoted(&[])];
        assert_eq!(said(lost), ["- Xã khá."]);
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
