//! Whether the content of an `.ods` file can be read in bounded time and memory. The library that reads workbooks looks for the
//! end of a table even behind the end of the file, and writes out what is only said to be repeated. Not for reading it
//! ([`super::workbook`]).

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// Rows and columns between the first and the last cell of a sheet, multiplied.
const MOST_AREA: u64 = 20_000_000;

/// Why a workbook is not read.
#[derive(Debug, PartialEq, Eq)]
pub(super) enum Fault {
    /// Its content breaks off.
    Torn,
    /// A sheet, by its name, claims more cells than a table has.
    TooLarge(String),
}

/// Looks through the content; a file that has none is right.
///
/// # Errors
/// It breaks off, or a sheet claims more than `most` cells.
pub(super) fn check(bytes: &[u8], most: u64) -> Result<(), Fault> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    let Ok(content) = archive.by_name("content.xml") else { return Ok(()) };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut open, mut buffer, mut sheet) = (0_usize, Vec::new(), Sheet::default());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(element)) => {
                open += 1;
                sheet.take(&element);
            }
            Ok(Event::Empty(element)) => sheet.take(&element),
            // One that closes nothing is an error of the reader.
            Ok(Event::End(_)) => open -= 1,
            Ok(Event::Eof) => return if open == 0 { Ok(()) } else { Err(Fault::Torn) },
            Ok(_) => {}
            Err(_) => return Err(Fault::Torn),
        }
        if sheet.cells > most || sheet.area() > MOST_AREA {
            return Err(Fault::TooLarge(sheet.name));
        }
        buffer.clear();
    }
}

/// What a sheet has claimed so far.
#[derive(Debug, Default)]
struct Sheet {
    name: String,
    /// The row under way: its place, and how often it is repeated.
    row: (u64, u64),
    column: u64,
    cells: u64,
    /// The first and the last row and column with a cell.
    rows: Option<(u64, u64)>,
    columns: Option<(u64, u64)>,
}

impl Sheet {
    fn take(&mut self, element: &BytesStart<'_>) {
        match element.name().as_ref() {
            b"table:table" => {
                *self = Self {
                    name: attribute(element, "table:name").unwrap_or_default(),
                    ..Self::default()
                };
            }
            b"table:table-row" => {
                let place = self.row.0.saturating_add(self.row.1);
                self.row = (place, repeated(element, "table:number-rows-repeated"));
                self.column = 0;
            }
            b"table:table-cell" | b"table:covered-table-cell" => self.cell(element),
            _ => {}
        }
    }

    fn cell(&mut self, element: &BytesStart<'_>) {
        let times = repeated(element, "table:number-columns-repeated");
        let first = self.column;
        self.column = first.saturating_add(times);
        let filled = ["office:value-type", "table:formula"];
        if !filled.iter().any(|name| attribute(element, name).is_some()) {
            return;
        }
        let (row, rows) = self.row;
        self.cells = self.cells.saturating_add(times.saturating_mul(rows));
        widen(&mut self.rows, row, row.saturating_add(rows));
        widen(&mut self.columns, first, self.column);
    }

    fn area(&self) -> u64 {
        let length = |ends: Option<(u64, u64)>| ends.map_or(0, |(from, to)| to - from);
        length(self.rows).saturating_mul(length(self.columns))
    }
}

fn widen(ends: &mut Option<(u64, u64)>, from: u64, to: u64) {
    let (first, last) = ends.unwrap_or((from, to));
    *ends = Some((first.min(from), last.max(to)));
}

fn attribute(element: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = element.try_get_attribute(name).ok().flatten()?;
    Some(String::from_utf8_lossy(&found.value).into_owned())
}

/// How often something is said to be repeated; once where that is no number, as many times as can be where it is too large.
fn repeated(element: &BytesStart<'_>, name: &str) -> u64 {
    let Some(times) = attribute(element, name) else { return 1 };
    let digits = !times.is_empty() && times.bytes().all(|byte| byte.is_ascii_digit());
    if digits { times.parse().unwrap_or(u64::MAX) } else { 1 }
}
