//! A table as its cells show it, wherever it was read from. Not for reading it ([`super::workbook`],
//! [`super::delimited`]) and not for what the cells mean ([`super::head`], [`super::cells`]).

use std::collections::{BTreeMap, BTreeSet};

use crate::source;
use crate::source::{SourceFile, Span};

/// Row and column, both from 0.
pub(crate) type CellPosition = (u32, u32);

/// What a cell holds. Empty cells are not kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum CellContent {
    /// Text as typed.
    Text(String),
    /// A number, with a dot before decimals: `4921`, `35.699`.
    Number(String),
    /// A share shown as a percentage: `95.4` for 95,4%.
    Percent(String),
    /// A number whose format leaves out thousands or adds words: 1250000000 shown as `1250 triệu đồng`.
    Formatted {
        /// The number a person sees, with a dot before decimals.
        shown: String,
        /// The number the cell holds.
        held: String,
        /// How many digits the format leaves out.
        scale: u8,
        /// The words behind the number.
        words: String,
    },
    /// True or false.
    Flag(bool),
    /// A date or a time, as a person reads it.
    Date(String),
    /// A formula's error, `#DIV/0!`.
    Fault(String),
    /// A formula whose result was never saved.
    Uncomputed,
}

impl CellContent {
    /// What a person sees in the cell.
    #[must_use]
    pub(crate) fn shown(&self) -> String {
        match self {
            Self::Text(text) | Self::Number(text) | Self::Date(text) | Self::Fault(text) => {
                text.trim().to_owned()
            }
            Self::Percent(share) => format!("{}%", share.replace('.', ",")),
            Self::Formatted { shown, words, .. } => format!("{shown} {words}").trim().to_owned(),
            Self::Flag(yes) => yes.to_string(),
            Self::Uncomputed => String::new(),
        }
    }
}

/// First and last cell of a region that is shown as one.
pub(crate) type MergedRegion = (CellPosition, CellPosition);

/// One sheet of a workbook, or a CSV file.
#[derive(Debug, Clone, Default)]
pub(crate) struct SourceTable {
    /// The file, as findings call it.
    pub(crate) book: String,
    /// The sheet, if the file has sheets.
    pub(crate) sheet: Option<String>,
    /// Whether nobody sees the sheet.
    pub(crate) is_hidden: bool,
    cells: BTreeMap<CellPosition, CellContent>,
    /// What stands in rows and columns nobody sees.
    hidden: BTreeMap<CellPosition, CellContent>,
    merged: Vec<MergedRegion>,
}

impl SourceTable {
    /// A table of these cells.
    #[must_use]
    pub(crate) fn new(
        book: &str,
        sheet: Option<String>,
        cells: BTreeMap<CellPosition, CellContent>,
        merged: Vec<MergedRegion>,
    ) -> Self {
        let shows =
            |cell: &CellContent| *cell == CellContent::Uncomputed || !cell.shown().is_empty();
        let cells = cells.into_iter().filter(|(_, cell)| shows(cell)).collect();
        Self { book: book.to_owned(), sheet, cells, merged, ..Self::default() }
    }

    /// The table without what stands in these rows and columns.
    #[must_use]
    pub(crate) fn hiding(mut self, rows: &BTreeSet<u32>, columns: &BTreeSet<u32>) -> Self {
        let is_hidden =
            |place: &CellPosition| rows.contains(&place.0) || columns.contains(&place.1);
        let (hidden, cells) = self.cells.into_iter().partition(|(place, _)| is_hidden(place));
        (self.hidden, self.cells) = (hidden, cells);
        self
    }

    /// The table with all that stands in it, seen or not.
    #[must_use]
    pub(crate) fn with_hidden(mut self) -> Self {
        self.cells.append(&mut self.hidden);
        self
    }

    /// The table as one nobody sees.
    #[must_use]
    pub(crate) fn unseen(self) -> Self {
        Self { is_hidden: true, ..self }
    }

    /// The same table with these columns alone.
    #[must_use]
    pub(crate) fn between(&self, columns: &std::ops::Range<u32>) -> Self {
        let mut part = self.clone();
        part.cells.retain(|place, _| columns.contains(&place.1));
        part.hidden.retain(|place, _| columns.contains(&place.1));
        part
    }

    /// What stands in rows and columns nobody sees.
    pub(crate) fn hidden(&self) -> impl Iterator<Item = (CellPosition, &CellContent)> {
        self.hidden.iter().map(|(place, cell)| (*place, cell))
    }

    /// The merged region a cell is in, if any.
    #[must_use]
    pub(crate) fn region(&self, place: CellPosition) -> Option<MergedRegion> {
        let inside = |(first, last): &&MergedRegion| {
            (first.0..=last.0).contains(&place.0) && (first.1..=last.1).contains(&place.1)
        };
        self.merged.iter().find(inside).copied()
    }

    /// Every cell that shows something, row by row.
    pub(crate) fn cells(&self) -> impl Iterator<Item = (CellPosition, &CellContent)> {
        self.cells.iter().map(|(place, cell)| (*place, cell))
    }

    /// The texts of a row.
    pub(crate) fn row(&self, row: u32) -> impl Iterator<Item = (CellPosition, String)> {
        self.cells.range((row, 0)..=(row, u32::MAX)).map(|(place, cell)| (*place, cell.shown()))
    }

    /// Whether a cell shows anything, or a region over it does.
    #[must_use]
    pub(crate) fn is_covered(&self, place: CellPosition) -> bool {
        let first = self.region(place).map_or(place, |(first, _)| first);
        self.cell(first).is_some()
    }

    /// The cell at a place, if it shows anything.
    #[must_use]
    pub(crate) fn cell(&self, place: CellPosition) -> Option<&CellContent> {
        self.cells.get(&place)
    }

    /// The text at a place.
    #[must_use]
    pub(crate) fn text(&self, place: CellPosition) -> Option<String> {
        self.cell(place).map(CellContent::shown)
    }

    /// The text at a place of the head, where a merged region shows its text over all its cells; a region over
    /// `column` too is a title, not a heading.
    #[must_use]
    pub(crate) fn heading(&self, place: CellPosition, column: u32) -> Option<String> {
        let Some((first, last)) = self.region(place) else { return self.text(place) };
        let title = (first.1..=last.1).contains(&column) && place.1 != column;
        // The first cell of what is seen as one may be hidden itself.
        let text = || self.text(first).or_else(|| self.hidden.get(&first).map(CellContent::shown));
        if title { None } else { text() }
    }

    /// The rows in which anything is shown.
    #[must_use]
    pub(crate) fn rows(&self) -> BTreeSet<u32> {
        self.cells.keys().map(|place| place.0).collect()
    }

    /// The columns in which anything is shown.
    #[must_use]
    pub(crate) fn columns(&self) -> BTreeSet<u32> {
        self.cells.keys().map(|place| place.1).collect()
    }

    /// Where a cell is, for findings: `bang.xlsx!Sheet1!C7`.
    #[must_use]
    pub(crate) fn span(&self, place: CellPosition) -> Span {
        let from_one = |number: u32| usize::try_from(number).expect("a row of a spreadsheet") + 1;
        let cell = source::Cell {
            book: self.book.clone(),
            sheet: self.sheet.clone(),
            position: (from_one(place.0), from_one(place.1)),
        };
        let text = self.text(place).unwrap_or_default();
        let length = text.len();
        Span::new(&SourceFile::in_cell(cell, text), 0..length)
    }

    /// Where the table as a whole is, for findings.
    #[must_use]
    pub(crate) fn whole(&self) -> Span {
        let name = self.sheet.as_ref().map_or(String::new(), |sheet| format!("!{sheet}"));
        Span::whole(&SourceFile::new(format!("{}{name}", self.book), ""))
    }
}
