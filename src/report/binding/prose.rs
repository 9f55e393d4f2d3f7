//! Paragraphs of a text, and lists with what leads to them: one is not printed without the other. Not for what of a paragraph is
//! printed ([`super::sentence`]).

use super::sentence::{Part, is_whole, sentences, words};
use crate::report::views::text::{LineView, Lines};

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

/// The view of a paragraph's words.
fn line(dash: bool, words: Option<String>) -> Lines {
    words.map(|chu| LineView { gach: dash, chu }).into_iter().collect()
}

#[cfg(test)]
mod tests {
    use super::*;

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
}
