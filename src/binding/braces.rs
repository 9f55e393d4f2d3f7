//! Parts a paragraph at its braces. Not for what stands between them ([`super::grammar`]).

use crate::model::text::Text;

/// What a path begins with.
pub(crate) const OPEN: &str = "{{";
/// What it ends with.
pub(crate) const CLOSE: &str = "}}";

/// A piece of a paragraph.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Piece<'t> {
    /// Words to print as typed.
    Words(&'t str),
    /// Something in braces.
    Braces(Braces<'t>),
}

/// Something in braces.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Braces<'t> {
    /// All of it as typed, with the braces.
    pub whole: &'t str,
    /// What stands between them.
    pub(crate) inner: &'t str,
    /// What the paragraph has behind them.
    pub(crate) behind: &'t str,
    /// Whether they are closed in the same paragraph.
    pub(crate) closed: bool,
}

/// A paragraph in pieces; none is lost. Braces that others are opened in are words.
#[must_use]
pub fn pieces(line: &str) -> Vec<Piece<'_>> {
    let mut found = Vec::new();
    let mut rest = line;
    while let Some(open) = rest.find(OPEN) {
        if open > 0 {
            found.push(Piece::Words(&rest[..open]));
        }
        rest = &rest[open..];
        let inner = &rest[OPEN.len()..];
        // Behind the next braces it is theirs: so each part of a paragraph is looked through once.
        let again = inner.find(OPEN);
        let close = inner[..again.unwrap_or(inner.len())].find(CLOSE);
        let end = match (close, again) {
            (Some(close), _) => close,
            (None, Some(again)) => again,
            (None, None) => inner.len(),
        };
        let closed = close == Some(end);
        let whole = &rest[..OPEN.len() + end + if closed { CLOSE.len() } else { 0 }];
        let behind = &rest[whole.len()..];
        found.push(Piece::Braces(Braces { whole, inner: &inner[..end], behind, closed }));
        rest = behind;
    }
    if !rest.is_empty() {
        found.push(Piece::Words(rest));
    }
    found
}

/// Everything in braces in a text, in order. The place of the n-th is [`Text::place_of_nth`] of [`OPEN`].
pub fn all(text: &Text) -> impl Iterator<Item = Braces<'_>> {
    let lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
    lines.filter(|line| line.contains(OPEN)).flat_map(pieces).filter_map(|piece| match piece {
        Piece::Words(_) => None,
        Piece::Braces(braces) => Some(braces),
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn nothing_is_lost_and_only_the_innermost_braces_are_closed() {
        for line in ["", "không", "{{", "a {{ b }} c", "{{{{ x }}", "}} {{ a {{ b }} {{ c", "{{}}"]
        {
            let read: String = pieces(line)
                .into_iter()
                .map(|piece| match piece {
                    Piece::Words(words) => words,
                    Piece::Braces(braces) => braces.whole,
                })
                .collect();
            assert_eq!(read, line);
        }
        let closed = |line| {
            let all = pieces(line).into_iter().filter_map(|piece| match piece {
                Piece::Braces(braces) if braces.closed => Some(braces.inner),
                _ => None,
            });
            all.collect::<Vec<_>>()
        };
        assert_eq!(closed("}} {{ a {{ b }} {{ c"), [" b "]);
        assert_eq!(closed("{{x}} và {{ y }}"), ["x", " y "]);
    }
}
