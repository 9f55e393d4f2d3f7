//! A sentence as words, numbers and marks. Not for what they mean.

use unicode_normalization::char::is_combining_mark;

use crate::model::exact::Exact;
use crate::model::number::parse_decimal;
use crate::vietnamese::letters::is_letter;
use crate::vietnamese::nearest::fold;

/// What a token is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(in crate::review) enum TokenKind {
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
pub(in crate::review) struct Token<'t> {
    pub(in crate::review) kind: TokenKind,
    pub(in crate::review) text: &'t str,
    /// In lower case, with accents.
    pub(in crate::review) lower: String,
    /// Where it begins in the paragraph.
    pub(in crate::review) start: usize,
}

impl Token<'_> {
    pub(in crate::review) fn is_mark(&self) -> bool {
        self.kind == TokenKind::Mark
    }

    /// Without accents, as names are compared.
    pub(in crate::review) fn folded(&self) -> String {
        fold(self.text)
    }

    /// The value of a number.
    pub(in crate::review) fn value(&self) -> Option<Exact> {
        (self.kind == TokenKind::Number).then(|| number(self.text)).flatten()
    }
}

/// The value of a number as it is written in prose.
pub(in crate::review) fn number(text: &str) -> Option<Exact> {
    parse_decimal(&text.replace('.', "").replace(',', "."))
}

/// The tokens of `text`, which begins at `start` of its paragraph.
pub(in crate::review) fn tokens(text: &str, start: usize) -> Vec<Token<'_>> {
    let mut found = Vec::new();
    let mut at = 0;
    while let Some(first) = text[at..].chars().next() {
        if first.is_whitespace() {
            at += first.len_utf8();
            continue;
        }
        let (kind, length) = next(&text[at..], first);
        let own = &text[at..at + length];
        found.push(Token { kind, text: own, lower: own.to_lowercase(), start: start + at });
        at += length;
    }
    found
}

/// What `text`, whose first character is `first`, begins with, and how many bytes that is. What is bound is printed by the
/// program and is no number of the author's. (By hand: a regular expression for the world's letters takes a new process longer
/// to prepare than a report to check.)
fn next(text: &str, first: char) -> (TokenKind, usize) {
    if let Some(end) = text.strip_prefix("{{").and_then(|rest| rest.find("}}")) {
        return (TokenKind::Bound, "{{}}".len() + end);
    }
    if first.is_ascii_digit() {
        return (TokenKind::Number, number_length(text));
    }
    if is_letter(first) {
        let goes_on = |c: char| {
            is_letter(c) || matches!(c, '\'' | '’') || !c.is_ascii() && is_combining_mark(c)
        };
        return (TokenKind::Word, text.find(|c| !goes_on(c)).unwrap_or(text.len()));
    }
    (TokenKind::Mark, first.len_utf8())
}

/// The length of `2.431`, `95,4`: dots before groups of three digits, a comma before decimals.
fn number_length(text: &str) -> usize {
    let digits = |from: usize| text[from..].bytes().take_while(u8::is_ascii_digit).count();
    let mut end = digits(0);
    while text[end..].starts_with('.') && digits(end + 1) >= 3 {
        end += ".000".len();
    }
    let decimals = if text[end..].starts_with(',') { digits(end + 1) } else { 0 };
    if decimals > 0 { end + 1 + decimals } else { end }
}

/// The sentences of a paragraph and where each begins. A stop inside a number or a path ends nothing.
pub(in crate::review) fn sentences(line: &str) -> Vec<(usize, &str)> {
    let mut found = Vec::new();
    let mut start = 0;
    for (at, byte) in line.bytes().enumerate() {
        let length = match byte {
            b'.' | b';' | b'!' | b'?' => 1,
            0xe2 if line[at..].starts_with('…') => '…'.len_utf8(),
            _ => continue,
        };
        let end = at + length;
        if line[end..].chars().next().is_none_or(char::is_whitespace) {
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
            read.iter().filter(|one| one.kind == TokenKind::Number).map(|one| one.text).collect();
        assert_eq!(numbers, ["2.431", "2.548", "95,4"]);
        assert_eq!(read[1].value(), Some(Exact::from_integer(2431)));
        let odd: Vec<_> = tokens("1.2345,x 7.5 3,", 0).iter().map(|one| one.text).collect();
        assert_eq!(odd, ["1.234", "5", ",", "x", "7", ".", "5", "3", ","]);
        let bound = tokens(parts[1].1, parts[1].0);
        assert_eq!(bound[1].kind, TokenKind::Bound);
        assert_eq!(&line[bound[1].start..][..2], "{{");
    }
}
