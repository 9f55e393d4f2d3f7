//! A workbook as somebody fills it in or spoils it: its parts are changed, as an office program would save them. Not for what
//! the program makes of it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read, Write};

use calamine::{Data, Reader, Xlsx};
use regex::{Captures, Regex};
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What somebody types into a cell.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Typed {
    /// A number.
    Number(String),
    /// Words.
    Words(String),
    /// A formula that was never computed.
    Uncomputed,
}

impl From<&str> for Typed {
    fn from(words: &str) -> Self {
        Self::Words(words.to_owned())
    }
}

impl From<i64> for Typed {
    fn from(number: i64) -> Self {
        Self::Number(number.to_string())
    }
}

/// A workbook by its parts.
#[derive(Clone)]
pub(crate) struct Book {
    parts: Vec<(String, Vec<u8>)>,
}

/// The sheets of a unit's form, in the order of their parts.
pub(crate) const FIGURES: &str = "Số liệu";
pub(crate) const TEXTS: &str = "Lời văn";
pub(crate) const DOCUMENTS: &str = "Văn bản";

impl Book {
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("a workbook");
        let mut parts = Vec::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let (name, mut bytes) = (part.name().to_owned(), Vec::new());
            part.read_to_end(&mut bytes).expect("a part can be read");
            parts.push((name, bytes));
        }
        Self { parts }
    }

    pub(crate) fn bytes(&self) -> Vec<u8> {
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
        for (name, bytes) in &self.parts {
            to.start_file(name.as_str(), stored).expect("a part");
            to.write_all(bytes).expect("a part is written");
        }
        to.finish().expect("a workbook").into_inner()
    }

    /// Changes the text of a part.
    pub(crate) fn part(mut self, name: &str, change: impl FnOnce(String) -> String) -> Self {
        let part = self.parts.iter_mut().find(|(own, _)| own == name);
        let part = part.unwrap_or_else(|| panic!("no part {name}"));
        part.1 = change(String::from_utf8(part.1.clone()).expect("UTF-8")).into_bytes();
        self
    }

    /// Takes a part out.
    pub(crate) fn without(mut self, name: &str) -> Self {
        self.parts.retain(|(own, _)| own != name);
        self
    }

    fn sheet_part(sheet: &str) -> String {
        let at = match sheet {
            TEXTS => 2,
            DOCUMENTS => 4,
            _ => 1,
        };
        format!("xl/worksheets/sheet{at}.xml")
    }

    pub(crate) fn sheet(self, sheet: &str, change: impl FnOnce(String) -> String) -> Self {
        self.part(&Self::sheet_part(sheet), change)
    }

    /// The cells of a sheet that hold anything, as `(row, column)` from 0.
    pub(crate) fn cells(&self, sheet: &str) -> BTreeMap<(u32, u32), String> {
        let mut book: Xlsx<_> =
            calamine::open_workbook_from_rs(Cursor::new(self.bytes())).expect("a workbook");
        let range = book.worksheet_range(sheet).expect("a sheet");
        let (top, left) = range.start().expect("cells");
        let number = |at: usize| u32::try_from(at).expect("a place");
        let used = range.used_cells().filter(|(_, _, data)| **data != Data::Empty);
        used.map(|(row, column, data)| {
            ((top + number(row), left + number(column)), data.to_string())
        })
        .collect()
    }

    /// The row, from 1, with this hidden id.
    #[track_caller]
    pub(crate) fn row(&self, sheet: &str, id: &str) -> u32 {
        let cells = self.cells(sheet);
        let found =
            cells.iter().find(|((row, column), text)| *column == 0 && *row > 0 && *text == id);
        found.unwrap_or_else(|| panic!("no row {id}")).0.0 + 1
    }

    /// Types into a cell by its name, such as `G9`.
    #[track_caller]
    pub(crate) fn type_at(self, sheet: &str, cell: &str, typed: impl Into<Typed>) -> Self {
        let inside = match typed.into() {
            Typed::Number(number) => (String::new(), format!("<v>{number}</v>")),
            Typed::Uncomputed => (String::new(), "<f>1+1</f>".to_owned()),
            Typed::Words(words) => {
                let words = words.replace('&', "&amp;").replace('<', "&lt;");
                (
                    " t=\"inlineStr\"".to_owned(),
                    format!("<is><t xml:space=\"preserve\">{words}</t></is>"),
                )
            }
        };
        let old =
            Regex::new(&format!(r#"(?s)<c r="{cell}"((?: s="\d+")?)(?: t="\w+")?(?:/>|>.*?</c>)"#))
                .expect("a pattern");
        self.sheet(sheet, |xml| {
            assert!(old.is_match(&xml), "no cell {cell}");
            let new = |found: &Captures<'_>| {
                format!("<c r=\"{cell}\"{}{}>{}</c>", &found[1], inside.0, inside.1)
            };
            old.replace(&xml, new).into_owned()
        })
    }

    /// Fills in the value of a figure.
    #[track_caller]
    pub(crate) fn value(self, figure: &str, typed: impl Into<Typed>) -> Self {
        let row = self.row(FIGURES, figure);
        self.type_at(FIGURES, &format!("G{row}"), typed)
    }

    /// Fills in a text.
    #[track_caller]
    pub(crate) fn text(self, key: &str, typed: &str) -> Self {
        let row = self.row(TEXTS, key);
        self.type_at(TEXTS, &format!("E{row}"), typed)
    }

    /// Moves rows down from one on, as when a row is put in.
    pub(crate) fn insert_row(self, sheet: &str, from: u32) -> Self {
        let cell = Regex::new(r#"(<row r="|<c r="[A-Z]+)(\d+)""#).expect("a pattern");
        self.sheet(sheet, |xml| {
            let moved = |found: &Captures<'_>| {
                let row: u32 = found[2].parse().expect("a row");
                format!("{}{}\"", &found[1], if row >= from { row + 1 } else { row })
            };
            cell.replace_all(&xml, moved).into_owned()
        })
    }

    /// Moves columns right from one on, as when a column is put in, or left, as when one is taken out.
    pub(crate) fn move_columns(self, sheet: &str, from: u8, right: bool) -> Self {
        let cell = Regex::new(r#"<c r="([A-Z])(\d+)""#).expect("a pattern");
        self.sheet(sheet, |xml| {
            let moved = |found: &Captures<'_>| {
                let letter = found[1].as_bytes()[0];
                let new = if right { letter + 1 } else { letter - 1 };
                let letter = if letter >= from { new } else { letter };
                format!("<c r=\"{}{}\"", char::from(letter), &found[2])
            };
            cell.replace_all(&xml, moved).into_owned()
        })
    }

    /// Puts rows in another order, as sorting does: `order` names the rows, from 1, that come to stand at `first` and below.
    pub(crate) fn sort(self, sheet: &str, first: u32, order: &[u32], columns: &str) -> Self {
        let cell =
            Regex::new(r#"(?s)<c r="([A-Z])(\d+)"([^>]*?)(?:/>|>(.*?)</c>)"#).expect("a pattern");
        self.sheet(sheet, |xml| {
            let mut cells = BTreeMap::new();
            for found in cell.captures_iter(&xml) {
                let inner = found.get(4).map_or("", |inner| inner.as_str()).to_owned();
                cells.insert(
                    (found[1].to_owned(), found[2].parse::<u32>().expect("a row")),
                    (found[3].to_owned(), inner),
                );
            }
            let sorted = |found: &Captures<'_>| {
                let row: u32 = found[2].parse().expect("a row");
                let from = row.checked_sub(first).and_then(|at| order.get(at as usize));
                let own = columns.contains(&found[1]);
                let from = from.filter(|_| own).copied().unwrap_or(row);
                let (style, inner) =
                    cells.get(&(found[1].to_owned(), from)).cloned().unwrap_or_default();
                let inner = if style.contains("t=\"str\"") { String::new() } else { inner };
                let style = style.trim_end_matches('/').replace(" t=\"str\"", "");
                format!("<c r=\"{}{row}\"{style}>{inner}</c>", &found[1])
            };
            cell.replace_all(&xml, sorted).into_owned()
        })
    }
}
