//! Text as it will be printed: NFC, without hidden characters, cut into paragraphs. Not for escaping
//! ([`crate::render::escape`]).

use std::fmt;

use crate::source::Span;
use crate::vietnamese::text::clean;

/// One line of cleaned text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Default)]
pub struct Line(String);

impl Line {
    /// Cleans `text`; line ends become spaces.
    #[must_use]
    pub fn new(text: &str) -> Self {
        let cleaned = clean(text);
        Self(
            cleaned
                .split(['\n', '\r'])
                .map(str::trim)
                .filter(|part| !part.is_empty())
                .collect::<Vec<_>>()
                .join(" "),
        )
    }

    /// The text.
    #[must_use]
    pub fn as_str(&self) -> &str {
        &self.0
    }

    /// Whether nothing is left.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.0.is_empty()
    }
}

impl fmt::Display for Line {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str(&self.0)
    }
}

/// A paragraph, or one of the format's dash items.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paragraph {
    /// Whether the line began with `- `.
    pub(crate) dash: bool,
    /// The words, without the dash.
    pub line: Line,
}

/// Paragraphs, separated by empty lines in the YAML; a line beginning with `- ` is one of its own.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Text {
    paragraphs: Vec<Paragraph>,
    place: Option<Span>,
}

impl Text {
    /// Cuts `text` into paragraphs.
    #[must_use]
    pub fn parse(text: &str) -> Self {
        let cleaned = clean(text);
        let mut paragraphs: Vec<(bool, String)> = Vec::new();
        let mut open = false;
        for line in cleaned.lines().map(str::trim) {
            if let Some(item) = line.strip_prefix("- ") {
                paragraphs.push((true, item.to_owned()));
                open = true;
            } else if line.is_empty() {
                open = false;
            } else if let (true, Some((_, last))) = (open, paragraphs.last_mut()) {
                last.push(' ');
                last.push_str(line);
            } else {
                paragraphs.push((false, line.to_owned()));
                open = true;
            }
        }
        let paragraphs =
            paragraphs.into_iter().map(|(dash, words)| Paragraph { dash, line: Line::new(&words) });
        Self { paragraphs: paragraphs.collect(), place: None }
    }

    /// Remembers where it was read.
    #[must_use]
    pub fn at(mut self, span: &Span) -> Self {
        self.place = Some(span.clone());
        self
    }

    /// Where it was read, if from a file.
    #[must_use]
    pub(crate) fn place(&self) -> Option<&Span> {
        self.place.as_ref()
    }

    /// Where the `nth` (from 0) of all `mark`s of the text stands in the file. The whole text where they cannot be told
    /// apart, as in a value written with escapes; none if it was not read from a file.
    #[must_use]
    pub(crate) fn place_of_nth(&self, mark: &str, nth: usize) -> Option<Span> {
        let whole = self.place.as_ref()?;
        let all: usize =
            self.paragraphs.iter().map(|one| one.line.as_str().matches(mark).count()).sum();
        let typed: Vec<usize> = whole.text().match_indices(mark).map(|(at, _)| at).collect();
        let start = typed.get(nth).filter(|_| typed.len() == all);
        Some(start.map_or_else(
            || whole.clone(),
            |at| {
                let start = whole.range().start + at;
                Span::new(whole.file(), start..start + mark.len())
            },
        ))
    }

    /// The paragraphs in order.
    #[must_use]
    pub fn paragraphs(&self) -> &[Paragraph] {
        &self.paragraphs
    }

    /// Whether there is nothing to print.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.paragraphs.is_empty()
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn empty_lines_part_paragraphs_and_dashes_start_items() {
        let text = Text::parse("Một\nhai.\n\n- Ba\n- Bốn\n  năm.\n\nSáu.");
        let read: Vec<(bool, &str)> =
            text.paragraphs().iter().map(|p| (p.dash, p.line.as_str())).collect();
        assert_eq!(read, [(false, "Một hai."), (true, "Ba"), (true, "Bốn năm."), (false, "Sáu.")]);
    }
}
