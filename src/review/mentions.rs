//! The sentences of a text as words, and where in the file some of them stand. Not for what they mean.

use super::prose::nth;
use super::prose::tokens::{Token, TokenKind, sentences, tokens};
use crate::model::text::Text;
use crate::source::Span;

/// A sentence of a text.
pub(super) struct TextSentence<'t> {
    text: &'t Text,
    paragraph: usize,
    /// Its words, numbers and marks.
    pub(super) tokens: Vec<Token<'t>>,
}

/// The sentences of a text that are wanted, in order. Where none is, `wanted` says so of the whole paragraph: it asks for something
/// that stands in a sentence.
pub(super) fn sentences_of(
    text: &Text,
    wanted: impl Fn(&str) -> bool + Copy,
) -> impl Iterator<Item = TextSentence<'_>> {
    let paragraphs = text.paragraphs().iter().enumerate();
    paragraphs.filter(move |(_, one)| wanted(one.line.as_str())).flat_map(
        move |(paragraph, one)| {
            let own = sentences(one.line.as_str()).into_iter().filter(move |(_, own)| wanted(own));
            own.map(move |(start, words)| TextSentence {
                text,
                paragraph,
                tokens: tokens(words, start),
            })
        },
    )
}

impl TextSentence<'_> {
    /// What is typed from one token to before another, and where, if the text was read from a file.
    pub(super) fn typed(&self, from: usize, to: usize) -> (&str, Option<Span>) {
        let line = self.text.paragraphs()[self.paragraph].line.as_str();
        let (first, last) = (&self.tokens[from], &self.tokens[to - 1]);
        let words = &line[first.start..last.start + last.text.len()];
        let nth = nth(self.text, self.paragraph, first.start, words);
        (words, self.text.place_of_nth(words, nth).or_else(|| self.text.place().cloned()))
    }

    /// Whether these words stand at a token, in this case or another.
    pub(super) fn has(&self, at: usize, words: &[String]) -> bool {
        let own = self.tokens.get(at..at + words.len());
        own.is_some_and(|own| own.iter().zip(words).all(|(token, word)| token.lower == *word))
    }

    /// Whether any of its words is one of these.
    pub(super) fn any(&self, words: &[&str]) -> bool {
        self.tokens.iter().any(|token| words.contains(&token.lower.as_str()))
    }

    /// The number of a token, if it is written with digits alone.
    pub(super) fn number(&self, at: usize) -> Option<u32> {
        let token = self.tokens.get(at).filter(|token| token.kind == TokenKind::Number)?;
        token.text.parse().ok()
    }

    /// Whether a token is this mark.
    pub(super) fn mark(&self, at: usize, mark: &str) -> bool {
        self.tokens.get(at).is_some_and(|token| token.text == mark)
    }

    /// The day, month and year at a token, `02/3/2024`.
    pub(super) fn date(&self, at: usize) -> Option<(u32, u32, u32)> {
        let parted = self.mark(at + 1, "/") && self.mark(at + 3, "/");
        let (day, month, year) = (self.number(at)?, self.number(at + 2)?, self.number(at + 4)?);
        parted.then_some((day, month, year))
    }
}

/// The words of a name as sentences have them.
pub(super) fn name_words(name: &str) -> Vec<String> {
    tokens(name, 0).into_iter().map(|token| token.lower).collect()
}
