//! Text one can point at: a file's name and content, and spans inside it.
//! Not for reading files; that is [`crate::disk`].

use std::fmt;
use std::ops::Range;
use std::sync::Arc;

use memchr::memchr_iter;

/// A named text, such as one YAML file or one template, or what one cell of a table shows.
#[derive(Debug, PartialEq, Eq)]
pub struct SourceFile {
    path: String,
    text: String,
    cell: Option<Cell>,
}

/// Which cell of which table a text is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Cell {
    /// The table's file.
    pub(crate) book: String,
    /// The sheet, if the file has sheets.
    pub(crate) sheet: Option<String>,
    /// Row and column, both from 1.
    pub(crate) position: (usize, usize),
}

impl Cell {
    /// The cell inside its file: `Sheet1!C7`, or `C7` in a file without sheets.
    #[must_use]
    pub(crate) fn place(&self) -> String {
        let (row, column) = self.position;
        let sheet = self.sheet.as_ref().map_or(String::new(), |sheet| format!("{sheet}!"));
        format!("{sheet}{}{row}", letters(column))
    }
}

/// The name of a column, from 1: `A`, `Z`, `AA`.
fn letters(column: usize) -> String {
    let mut name = String::new();
    let mut rest = column;
    while rest > 0 {
        let letter = u8::try_from((rest - 1) % 26).expect("a remainder below 26");
        name.insert(0, char::from(b'A' + letter));
        rest = (rest - 1) / 26;
    }
    name
}

impl SourceFile {
    /// Wraps `text` under the name findings will show, with `/` between folders.
    #[must_use]
    pub fn new(path: impl Into<String>, text: impl Into<String>) -> Arc<Self> {
        Arc::new(Self { path: path.into(), text: text.into(), cell: None })
    }

    /// Wraps what a cell shows; its name is `bang.xlsx!Sheet1!C7`.
    #[must_use]
    pub(crate) fn in_cell(cell: Cell, text: impl Into<String>) -> Arc<Self> {
        let path = format!("{}!{}", cell.book, cell.place());
        Arc::new(Self { path, text: text.into(), cell: Some(cell) })
    }

    /// The cell it is, if it is one.
    #[must_use]
    pub(crate) fn cell(&self) -> Option<&Cell> {
        self.cell.as_ref()
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
    pub(crate) fn whole(file: &Arc<SourceFile>) -> Self {
        Self::new(file, 0..0)
    }

    /// The `number`-th line (from 1), without its line end.
    #[must_use]
    pub(crate) fn line(file: &Arc<SourceFile>, number: usize) -> Self {
        let start =
            file.text().split_inclusive('\n').take(number.saturating_sub(1)).map(str::len).sum();
        let rest = file.text().get(start..).unwrap_or_default();
        let length = rest.lines().next().map_or(0, str::len);
        Self::new(file, start..start + length)
    }

    /// The line the start stands on, without its line end.
    #[must_use]
    pub(crate) fn whole_line(&self) -> Self {
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

    /// Line and column of the start, both from 1; columns count characters. Of a cell: its row and column in the table.
    #[must_use]
    pub fn position(&self) -> (usize, usize) {
        if let Some(cell) = self.file.cell() {
            return cell.position;
        }
        let before = &self.file.text()[..self.range.start];
        let line_start = before.rfind('\n').map_or(0, |at| at + 1);
        (
            memchr_iter(b'\n', before.as_bytes()).count() + 1,
            before[line_start..].chars().count() + 1,
        )
    }
}

impl fmt::Debug for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        write!(f, "{self}")
    }
}

impl fmt::Display for Span {
    fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        if self.file.cell().is_some() {
            return f.write_str(self.file.path());
        }
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

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_cell_is_called_as_a_spreadsheet_calls_it() {
        let place = |sheet: Option<&str>, position| {
            let cell = Cell { book: "bang.xlsx".into(), sheet: sheet.map(Into::into), position };
            Span::whole(&SourceFile::in_cell(cell, "35.699")).to_string()
        };
        assert_eq!(place(Some("Sheet1"), (7, 3)), "bang.xlsx!Sheet1!C7");
        assert_eq!(place(None, (1, 26)), "bang.xlsx!Z1");
        assert_eq!(place(None, (1, 27)), "bang.xlsx!AA1");
        assert_eq!(place(None, (9, 703)), "bang.xlsx!AAA9");
    }
}
