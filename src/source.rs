//! Text one can point at: a file's name and content, and spans inside it.
//! Not for reading files; that is [`crate::dossier::disk`].

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

/// A named text, such as one YAML file or one template.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    path: String,
    text: String,
}

impl SourceFile {
    /// Wraps `text` under the name findings will show, with `/` between folders.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into() })
    }

    /// The name shown in findings.
    #[must_use]
    pub fn path(&self) -> &str {
        &self.path
    }

    /// The whole content.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.text
    }
}

/// A place in a [`SourceFile`]: a byte range on character boundaries.
#[derive(Clone, PartialEq, Eq)]
pub struct Span {
    file: Arc<SourceFile>,
    range: Range<usize>,
}

impl Span {
    /// Points at `range` in `file`; a range outside the text or inside a character is moved to the nearest valid one.
    #[must_use]
    pub fn new(file: &Arc<SourceFile>, range: Range<usize>) -> Self {
        let start = floor(file.text(), range.start);
        let end = floor(file.text(), range.end.max(range.start)).max(start);
        Self { file: Arc::clone(file), range: start..end }
    }

    /// The start of a file, for what concerns it as a whole.
    #[must_use]
    pub fn whole(file: &Arc<SourceFile>) -> Self {
        Self::new(file, 0..0)
    }

    /// The `number`-th line (from 1), without its line end.
    #[must_use]
    pub fn line(file: &Arc<SourceFile>, number: usize) -> Self {
        let start =
            file.text().split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
        let rest = file.text().get(start..).unwrap_or_default();
        let length = rest.lines().next().map_or(0, str::len);
        Self::new(file, start..start + length)
    }

    /// The line the start stands on, without its line end.
    #[must_use]
    pub fn whole_line(&self) -> Self {
        let text = self.file.text();
        let start = text[..self.range.start].rfind('\n').map_or(0, |at| at + 1);
        let length = text[start..].lines().next().map_or(0, str::len);
        Self::new(&self.file, start..start + length)
    }

    /// The file pointed into.
    #[must_use]
    pub fn file(&self) -> &Arc<SourceFile> {
        &self.file
    }

    /// The byte range pointed at.
    #[must_use]
    pub fn range(&self) -> Range<usize> {
        self.range.clone()
    }

    /// The text pointed at.
    #[must_use]
    pub fn text(&self) -> &str {
        &self.file.text()[self.range.clone()]
    }

    /// Line and column of the start, both from 1; columns count characters.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        let before = &self.file.text()[..self.range.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (before.matches('\n').count() + 1, before[line_start..].chars().count() + 1)
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        let (line, column) = self.position();
        write!(f, "{}:{line}:{column}", self.file.path())
    }
}

/// A value and the place it was read from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct At<T> {
    /// What was read.
    pub value: T,
    /// Where it stands.
    pub span: Span,
}

fn floor(text: &str, index: usize) -> usize {
    text.floor_char_boundary(index.min(text.len()))
}
