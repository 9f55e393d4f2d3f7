//! A sentence as words, numbers and marks. Not for what they mean.

use std::sync::LazyLock;

use regex::Regex;

use crate::model::exact::Exact;
use crate::vietnamese::nearest::fold;
use crate::vietnamese::number::parse_decimal;

/// What is bound is printed by the program and is no number of the author's.
static TOKEN: LazyLock<Option<Regex>> = LazyLock::new(|| {
    let (bound, number) = (r"\{\{.*?\}\}", r"\d+(?:\.\d{3})*(?:,\d+)?");
    Regex::new(&format!(r"{bound}|{number}|\p{{L}}[\p{{L}}\p{{M}}'’]*|\S")).ok()
});

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Kind {
    /// A syllable.
    Word,
    /// A number.
    Number,
    /// Something in braces.
    Bound,
    /// Punctuation.
    Mark,
}

/// A piece of a sentence.
#[derive(Debug)]
pub(super) struct Token<'t> {
    pub(super) kind: Kind,
    pub(super) text: &'t str,
    /// In lower case, with accents.
    pub(super) lower: String,
    /// Without accents, as names are compared.
    pub(super) folded: String,
    /// Where it begins in the paragraph.
    pub(super) start: usize,
}

impl Token<'_> {
    pub(super) fn is_mark(&self) -> bool {
        self.kind == Kind::Mark
    }

    /// The value of a number.
    pub(super) fn value(&self) -> Option<Exact> {
        (self.kind == Kind::Number).then(|| number(self.text)).flatten()
    }
}

/// The value of a number as it is written in prose.
pub(super) fn number(text: &str) -> Option<Exact> {
    parse_decimal(&text.replace('.', "").replace(',', "."))
}

/// The tokens of `text`, which begins at `start` of its paragraph.
pub(super) fn tokens(text: &str, start: usize) -> Vec<Token<'_>> {
    let found = TOKEN.iter().flat_map(|token| token.find_iter(text));
    let token = |found: regex::Match<'_>| {
        let text = &text[found.range()];
        let kind = match text.chars().next() {
            Some(c) if c.is_ascii_digit() => Kind::Number,
            Some(c) if c.is_alphabetic() => Kind::Word,
            _ if text.starts_with("{{") && text.len() > 2 => Kind::Bound,
            _ => Kind::Mark,
        };
        let (lower, folded) = (text.to_lowercase(), fold(text));
        Token { kind, text, lower, folded, start: start + found.start() }
    };
    found.map(token).collect()
}

/// The sentences of a paragraph and where each begins. A stop inside a number or a path ends nothing.
pub(super) fn sentences(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    let mut chars = line.char_indices().peekable();
    while let Some((at, c)) = chars.next() {
        let ends = matches!(c, '.' | ';' | '!' | '?' | '…');
        if ends && chars.peek().is_none_or(|(_, next)| next.is_whitespace()) {
            let end = at + c.len_utf8();
            found.push((start, &line[start..end]));
            start = end;
        }
    }
    if start < line.len() {
        found.push((start, &line[start..]));
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_number_with_dots_is_one_and_ends_no_sentence() {
        let line = "Có 2.431/2.548 người, đạt 95,4%. Còn {{ so_lieu.x }} thôn.";
        let parts = sentences(line);
        assert_eq!(parts.iter().map(|(_, text)| *text).collect::<String>(), line);
        assert_eq!(parts.len(), 2);
        let read = tokens(parts[0].1, 0);
        let numbers: Vec<&str> =
            read.iter().filter(|one| one.kind == Kind::Number).map(|one| one.text).collect();
        assert_eq!(numbers, ["2.431", "2.548", "95,4"]);
        assert_eq!(read[1].value(), Some(Exact::from_integer(2431)));
        let bound = tokens(parts[1].1, parts[1].0);
        assert_eq!(bound[1].kind, Kind::Bound);
        assert_eq!(&line[bound[1].start..][..2], "{{");
    }
}
