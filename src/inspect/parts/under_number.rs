//! What each line under the number is: urgency, draft note, or the subject of a letter (cells 5b, 10, 11b). Not for whether it
//! is right.

use super::head::HeadParts;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::vietnamese::nearest::fold;

/// Sizes that differ less than this (pt) are the same.
const SAME_SIZE: f64 = 0.5;
/// Words one of which every mark of urgency has, right or wrong, folded.
const URGENT: &[&str] = &["khan", "hoatoc", "gap"];
/// A mark of urgency has no more words.
const URGENT_WORDS: usize = 4;
/// What a note on a draft says, folded, and how many words it has at most.
const DRAFT: &str = "duthao";
const DRAFT_WORDS: usize = 6;
/// How the subject of a letter begins, folded.
const SUBJECT: &[&str] = &["veviec", "vv"];

/// Each line under the number, with the rule it goes by.
pub(crate) fn by_rule(head: &HeadParts) -> Vec<(Rule, &TextLine)> {
    let mut ruled: Vec<(Rule, &TextLine)> = Vec::new();
    for line in &head.under_number {
        let goes_on = ruled.last().is_some_and(|(rule, above)| {
            *rule == Rule::LetterSubject && continues_subject(above, line)
        });
        ruled.push((rule_of(line, goes_on), line));
    }
    ruled
}

/// The lines that go by a rule.
pub(crate) fn lines_of(head: &HeadParts, rule: Rule) -> Vec<&TextLine> {
    by_rule(head).into_iter().filter(|(own, _)| *own == rule).map(|(_, line)| line).collect()
}

/// A subject in capitals goes on in capitals of the same size, another in the same style.
fn continues_subject(above: &TextLine, line: &TextLine) -> bool {
    let same_size = (above.size() - line.size()).abs() < SAME_SIZE;
    let style = |line: &TextLine| (line.caps(), line.bold(), line.italic());
    same_size && style(above) == style(line)
}

fn rule_of(line: &TextLine, goes_on: bool) -> Rule {
    let (text, begins) = (fold(&line.text()), |words: &[&str], text: &str| {
        words.iter().any(|word| text.starts_with(word))
    });
    if text.starts_with(DRAFT) || (text.contains(DRAFT) && words(line).len() <= DRAFT_WORDS) {
        Rule::DraftNote
    } else if goes_on || begins(SUBJECT, &text) {
        Rule::LetterSubject
    } else if is_urgency(line) {
        Rule::Urgency
    } else if line.caps() && line.bold() {
        // A mark no regulation names here, such as one of secrecy, looks like one of urgency.
        Rule::Urgency
    } else {
        Rule::LetterSubject
    }
}

/// Whether a line is a mark of urgency, rightly written or not: a few words, one of which says so.
pub(crate) fn is_urgency(line: &TextLine) -> bool {
    let words = words(line);
    let pairs = words.windows(2).map(<[String]>::concat);
    let urgent = words.iter().cloned().chain(pairs).any(|word| URGENT.contains(&&*word));
    // What is neither in bold nor in capitals is one only where it says nothing else.
    let looks = line.bold() || line.caps() || words.len() <= 2;
    urgent && looks && words.len() <= URGENT_WORDS
}

/// The words of a line, folded.
fn words(line: &TextLine) -> Vec<String> {
    line.text().split([' ', '-']).map(fold).filter(|word| !word.is_empty()).collect()
}
