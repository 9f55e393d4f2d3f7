//! V21: a unit's text that speaks of another unit as of itself: its sentence opens with the other's body, or says «trên địa
//! bàn» of it. Neighbours are named in other ways, and the board names everybody.

use std::collections::HashSet;

use super::mentions::{TextSentence, name_words, sentences_of};
use super::prose::tokens::TokenKind;
use super::word_hash::ByWord;
use crate::diagnostic::{Code, Finding};
use crate::model::keyed_texts::{KeyedText, keyed};
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::vietnamese::letters::is_letter_or_digit;

/// What may stand between the beginning of a sentence and a unit's name where the unit is what the sentence is about.
const BODIES: [&str; 21] = [
    "đảng",
    "ủy",
    "uỷ",
    "bộ",
    "chi",
    "ban",
    "thường",
    "vụ",
    "chấp",
    "hành",
    "cấp",
    "hội",
    "đồng",
    "nhân",
    "dân",
    "mặt",
    "trận",
    "tổ",
    "quốc",
    "toàn",
    "của",
];
/// What stands right before the name where all of it is meant.
const WHOLE: [&[&str]; 2] = [&["địa", "bàn"], &["toàn"]];

/// What a unit's texts say of another as of itself; nothing for the board.
#[must_use]
pub(super) fn check(context: &ReportContext<'_>) -> Vec<Finding> {
    let Some(own) = context.scope().unit().filter(|_| context.reminder.is_none()) else {
        return Vec::new();
    };
    let words = name_words(&own.full_name());
    let texts = keyed(context.narrative);
    let spoken = spoken(&texts);
    let named = |unit: &&Unit| {
        unit.id != own.id && parts(unit.name.as_str()).all(|part| spoken.contains(part))
    };
    let units = context.plan().members(context.period().last_day()).filter(named);
    let others = units.map(|unit| (unit, name_words(&unit.full_name())));
    let others: Vec<_> = others.filter(|(_, name)| !contains(&words, name)).collect();
    if others.is_empty() {
        return Vec::new();
    }
    let names_one =
        |sentence: &str| others.iter().any(|(unit, _)| sentence.contains(unit.name.as_str()));
    let found = texts.iter().flat_map(|one| {
        let wrong = |sentence: TextSentence<'_>| {
            let (unit, from, to) = others.iter().find_map(|(unit, name)| {
                let (from, to) = spoken_of(&sentence, name)?;
                Some((*unit, from, to))
            })?;
            let own_too = (0..sentence.tokens.len()).any(|at| sentence.has(at, &words));
            (!own_too).then(|| told(one, (own, unit), &sentence, from, to))
        };
        sentences_of(one.text, names_one).filter_map(wrong).collect::<Vec<_>>()
    });
    found.collect()
}

/// All words of texts: few units of many are named at all.
fn spoken<'t>(texts: &[KeyedText<'t>]) -> HashSet<&'t str, ByWord> {
    let lines = texts.iter().flat_map(|one| one.text.paragraphs());
    lines.flat_map(|paragraph| parts(paragraph.line.as_str())).collect()
}

fn parts(text: &str) -> impl Iterator<Item = &str> {
    text.split(|c| !is_letter_or_digit(c)).filter(|part| !part.is_empty())
}

fn contains(words: &[String], part: &[String]) -> bool {
    words.windows(part.len().max(1)).any(|run| run == part)
}

/// Where a sentence speaks of the unit of this name as of what it is about.
fn spoken_of(sentence: &TextSentence<'_>, name: &[String]) -> Option<(usize, usize)> {
    let at = (0..sentence.tokens.len()).find(|at| sentence.has(*at, name))?;
    let to = at + name.len();
    let goes_on = sentence.tokens.get(to).is_some_and(|next| {
        next.kind == TokenKind::Word && next.text.chars().next().is_some_and(char::is_uppercase)
    });
    let before: Vec<&str> = sentence.tokens[..at].iter().map(|one| one.lower.as_str()).collect();
    let opens = before.iter().all(|word| BODIES.contains(word));
    let whole = WHOLE.iter().any(|words| before.ends_with(words));
    let from = if opens { 0 } else { at };
    (!goes_on && (opens || whole)).then_some((from, to))
}

fn told(
    one: &KeyedText<'_>,
    (own, other): (&Unit, &Unit),
    sentence: &TextSentence<'_>,
    from: usize,
    to: usize,
) -> Finding {
    let (words, place) = sentence.typed(from, to);
    let (own, name) = (own.full_name(), other.full_name());
    let message = format!("lời văn «{}» của {own} nói «{words}» như nói về đơn vị mình", one.key);
    let finding = Finding::new(Code::SpeaksOfAnother, message).value(words).at_maybe(place);
    let what_to_do = format!("nếu chép từ báo cáo của {name}, viết lại theo {own}");
    finding.also(&other.span, "đơn vị được nêu").unless_acknowledged(&one.key, &what_to_do)
}
