//! Words, numbers and signs of a text, by which two states of it are held against each other; how they are spaced is known but
//! does not part them. Not for whose words they are ([`super::printed`], [`super::received`]).

use unicode_normalization::UnicodeNormalization;

use crate::vietnamese::text::{is_hidden, is_odd_space};

/// What stands before a token.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Default)]
pub(crate) enum Gap {
    /// Nothing.
    #[default]
    None,
    /// A space.
    Space,
    /// A line break typed inside the paragraph.
    Break,
}

/// A word, a number without its signs, or a sign.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Token {
    /// What is compared.
    pub(crate) word: String,
    /// What stands before it.
    pub(crate) gap: Gap,
    /// That space as typed.
    pub(crate) space: String,
}

/// The tokens of a text, and the space behind the last.
#[must_use]
pub(crate) fn tokens(text: &str) -> (Vec<Token>, String) {
    let (mut found, mut space): (Vec<Token>, String) = (Vec::new(), String::new());
    let mut last: Option<Class> = None;
    for c in text.nfc().filter(|c| !is_hidden(*c)) {
        if c.is_whitespace() || is_odd_space(c) {
            space.push(c);
            last = None;
            continue;
        }
        let c = if matches!(c, '\u{2010}' | '\u{2011}') { '-' } else { c };
        let class = Class::of(c);
        let open = found.last_mut().filter(|_| last == Some(class) && class != Class::Sign);
        if let Some(token) = open {
            token.word.push(c);
        } else {
            let space = std::mem::take(&mut space);
            found.push(Token { word: c.to_string(), gap: gap(&space), space });
        }
        last = Some(class);
    }
    (found, space)
}

/// What a space is.
#[must_use]
pub(crate) fn gap(space: &str) -> Gap {
    match () {
        () if space.is_empty() => Gap::None,
        () if space.contains(['\n', '\u{b}', '\u{2028}', '\u{2029}']) => Gap::Break,
        () => Gap::Space,
    }
}

/// The words of a text with one space between those that are spaced, for telling equal texts.
#[must_use]
pub(crate) fn plain(text: &str) -> String {
    let mut out = String::new();
    for token in tokens(text).0 {
        if token.gap != Gap::None && !out.is_empty() {
            out.push(' ');
        }
        out.push_str(&token.word);
    }
    out
}

/// What characters make one token together.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Class {
    Letters,
    Digits,
    Sign,
}

impl Class {
    fn of(c: char) -> Self {
        match c {
            _ if c.is_ascii_digit() => Self::Digits,
            _ if c.is_alphanumeric() => Self::Letters,
            _ => Self::Sign,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn spaces_and_hyphens_of_word_processors_are_as_others() {
        assert_eq!(plain(" 2.466\u{a0}người,  số\u{2011}5\u{ad} "), "2.466 người, số-5");
        let (found, behind) = tokens("đạt 95%\nxã ");
        let words: Vec<(&str, Gap)> =
            found.iter().map(|token| (token.word.as_str(), token.gap)).collect();
        let wanted = [("đạt", Gap::None), ("95", Gap::Space), ("%", Gap::None), ("xã", Gap::Break)];
        assert_eq!((words.as_slice(), behind.as_str()), (&wanted[..], " "));
    }
}
