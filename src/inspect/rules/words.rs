//! Rules about words: holds components against the rules that are data, and a symbol against the type it is for. Not for
//! which words those are ([`crate::inspect::wording_rule`]).

use super::inspector::{Inspector, PagePlace};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::component::{Component, text_of_item};
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::inspect::wording_rule::{Wording, WordingRule, WrongWhen};

/// The type a letter's symbol is looked up by.
const LETTER: &str = "CÔNG VĂN";

/// Holds the components against the rules.
pub(crate) fn check(parts: &DocumentParts, wording: &Wording, inspector: &mut Inspector<'_>) {
    for rule in &wording.rules {
        if !(rule.of.of_signature() && parts.closing.joint) && applies(rule, parts) {
            hold(rule, parts, inspector);
        }
    }
    type_code(parts, wording, inspector);
}

fn applies(rule: &WordingRule, parts: &DocumentParts) -> bool {
    let says = |(component, pattern): &(Component, regex::Regex)| {
        let items = component.items(parts);
        let texts: Vec<String> = items.iter().map(|item| text_of_item(item)).collect();
        if texts.is_empty() {
            pattern.is_match("")
        } else {
            texts.iter().any(|text| pattern.is_match(text))
        }
    };
    rule.when.iter().all(says) && !rule.unless.iter().any(says)
}

fn hold(rule: &WordingRule, parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let items = rule.of.items(parts);
    if matches!(rule.wrong, WrongWhen::Missing) && items.is_empty() {
        let at = rule.of.neighbour(parts).map_or(PagePlace::Page(0), PagePlace::Line);
        inspector.note(rule.rule, &at, &*rule.measured, &*rule.expected);
    }
    for item in &items {
        let text = text_of_item(item);
        let wrong = match &rule.wrong {
            WrongWhen::Matches(pattern) => pattern.is_match(&text),
            WrongWhen::Differs(pattern) => !pattern.is_match(&text),
            WrongWhen::Missing => false,
        };
        if let (true, Some(line)) = (wrong, item.first())
            && !(rule.remaining && told_of(item, rule.rule, inspector))
        {
            inspector.note_line(rule.rule, line, &*rule.measured, &*rule.expected);
        }
    }
}

/// Whether something is told already of one of an item's lines by that rule.
fn told_of(item: &[&TextLine], rule: Rule, inspector: &Inspector<'_>) -> bool {
    item.iter().any(|line| inspector.told_of(rule, line))
}

/// The symbol has the code of the document's type. What is no symbol is told otherwise.
fn type_code(parts: &DocumentParts, wording: &Wording, inspector: &mut Inspector<'_>) {
    let Some(line) = &parts.head.symbol else { return };
    let Some(code) = code(line) else { return };
    let kind = match &parts.head.kind {
        Some(_) => &parts.head.kind_name,
        None if parts.head.letter => LETTER,
        None => return,
    };
    let Some(codes) = wording.type_codes.get(kind) else { return };
    if !codes.contains(&code) {
        let measured = format!("ký hiệu loại «{code}» không phải của {}", kind.to_lowercase());
        inspector.note_line(
            Rule::Symbol,
            line,
            measured,
            format!("«…-{}/…»", codes.join("» hoặc «")),
        );
    }
}

/// What stands between number and body.
fn code(symbol: &TextLine) -> Option<String> {
    let text = symbol.text();
    let (_, after) = text.split_once('-')?;
    let (code, _) = after.split_once('/')?;
    let code = code.trim();
    (!code.is_empty() && code.chars().all(char::is_alphabetic)).then(|| code.to_owned())
}
