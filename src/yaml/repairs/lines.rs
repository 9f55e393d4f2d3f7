//! The lines of a file that cannot be read, and what each looks like. Not for changing them ([`super::repair`]).

use std::sync::Arc;

use crate::source::{SourceFile, Span};
use crate::yaml::slips::syntax::is_figure;

/// A file by its lines, counted from 0.
pub(super) struct Lines<'f> {
    file: &'f Arc<SourceFile>,
    lines: Vec<&'f str>,
}

/// A line `key: value`, perhaps with dashes before it.
#[derive(Debug, Clone, Copy)]
pub(super) struct Keyed<'l> {
    /// Blanks and dashes before the key.
    pub(super) head: &'l str,
    /// The key: letters without marks, digits, `_`, `-`.
    pub(super) key: &'l str,
    /// Everything behind the key.
    pub(super) rest: &'l str,
}

impl<'l> Keyed<'l> {
    /// The value behind the colon, without blanks around it.
    pub(super) fn value(&self) -> Option<&'l str> {
        let value = self.rest.trim_start().strip_prefix(':')?;
        (value.is_empty() || value.starts_with([' ', '\t'])).then(|| value.trim())
    }
}

impl<'f> Lines<'f> {
    /// The lines of a file.
    pub(super) fn of(file: &'f Arc<SourceFile>) -> Self {
        let bare = |line: &'f str| line.strip_suffix('\r').unwrap_or(line);
        Self { file, lines: file.text().split('\n').map(bare).collect() }
    }

    /// How many there are.
    pub(super) fn count(&self) -> usize {
        self.lines.len()
    }

    /// One line.
    pub(super) fn get(&self, at: usize) -> &'f str {
        self.lines[at]
    }

    /// All lines with their places.
    pub(super) fn all(&self) -> impl Iterator<Item = (usize, &'f str)> {
        self.lines.iter().copied().enumerate()
    }

    /// Where the words of a line stand.
    pub(super) fn span(&self, at: usize) -> Span {
        let line = Span::line(self.file, at + 1);
        let gap = line.text().len() - line.text().trim_start().len();
        Span::new(self.file, line.range().start + gap..line.range().end)
    }

    /// Whether a line is a figure, so that no sentence belongs there.
    pub(super) fn is_figure(&self, at: usize) -> bool {
        keyed(self.lines[at]).is_some_and(|key| is_figure(key.key, &self.span(at)))
    }

    /// The text with another line in the place of one.
    pub(super) fn with(&self, at: usize, line: &str) -> String {
        self.with_all(|own, text| if own == at { line.to_owned() } else { text.to_owned() })
    }

    /// The text with each line changed.
    pub(super) fn with_all(&self, change: impl Fn(usize, &str) -> String) -> String {
        let lines: Vec<String> = self.all().map(|(at, line)| change(at, line)).collect();
        lines.join("\n")
    }

    /// The last line before one that is not empty and stands less deep.
    pub(super) fn parent(&self, at: usize) -> Option<usize> {
        let depth = indent(self.lines[at]);
        (0..at).rev().find(|own| !is_blank(self.lines[*own]) && indent(self.lines[*own]) < depth)
    }

    /// The next line behind one that is not empty.
    pub(super) fn next(&self, at: usize) -> Option<usize> {
        (at + 1..self.count()).find(|own| !is_blank(self.lines[*own]))
    }

    /// The lines below one that stand deeper than it, or are empty.
    pub(super) fn below(&self, at: usize) -> std::ops::Range<usize> {
        let depth = indent(self.lines[at]);
        let end = (at + 1..self.count())
            .find(|own| !is_blank(self.lines[*own]) && indent(self.lines[*own]) <= depth);
        at + 1..end.unwrap_or(self.count())
    }
}

/// How many blanks a line begins with.
pub(super) fn indent(line: &str) -> usize {
    line.len() - line.trim_start_matches(' ').len()
}

/// Whether a line has no words, or only a comment.
pub(super) fn is_blank(line: &str) -> bool {
    let words = line.trim();
    words.is_empty() || words.starts_with('#')
}

/// A line with a key, whatever follows it.
pub(super) fn keyed(line: &str) -> Option<Keyed<'_>> {
    let mut start = indent(line);
    while line[start..].starts_with("- ") {
        start += 1 + indent(&line[start + 1..]);
    }
    let rest = &line[start..];
    let length = rest
        .find(|c: char| !c.is_ascii_alphanumeric() && c != '_' && c != '-')
        .unwrap_or(rest.len());
    let key = &rest[..length];
    let named = key.starts_with(|c: char| c.is_ascii_alphabetic());
    named.then_some(Keyed { head: &line[..start], key, rest: &rest[length..] })
}
