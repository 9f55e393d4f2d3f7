//! Reads CSV files, whatever parts their cells. Not for workbooks.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::table::{CellContent, SourceTable};

/// What may part cells: Vietnamese spreadsheets write `;`, others `,` or a tab.
const MARKS: [u8; 3] = [b';', b',', b'\t'];
/// Records looked at to find out.
const LOOKED_AT: usize = 50;

/// Reads the text of a CSV file; `book` is what findings call it.
#[must_use]
pub(crate) fn table(book: &str, text: &str) -> SourceTable {
    // One character ends a line, and every line has an end: lines are counted by them.
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let mut cells = BTreeMap::new();
    let mut inside = 0;
    for (record, next) in records(&text, mark(&text)) {
        // Rows are counted as a spreadsheet counts them: empty lines too, lines inside a cell not.
        inside += record.iter().map(|value| value.matches('\n').count() as u64).sum::<u64>();
        let Ok(row) = u32::try_from(next.saturating_sub(2 + inside)) else { break };
        for (column, value) in (0..).zip(record.iter()) {
            cells.insert((row, column), CellContent::Text(value.to_owned()));
        }
    }
    SourceTable::new(book, None, cells, Vec::new())
}

/// The records of a text, each with the number of the line after it.
fn records(text: &str, mark: u8) -> impl Iterator<Item = (StringRecord, u64)> {
    let mut builder = ReaderBuilder::new();
    let builder = builder.has_headers(false).flexible(true).delimiter(mark);
    let mut reader = builder.from_reader(text.as_bytes());
    std::iter::from_fn(move || {
        let mut record = StringRecord::new();
        let read = reader.read_record(&mut record).unwrap_or(false);
        read.then(|| (record, reader.position().line()))
    })
}

/// The mark that cuts most rows into as many cells as one another.
fn mark(text: &str) -> u8 {
    let agreement = |mark: u8| {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for (record, _) in records(text, mark).take(LOOKED_AT) {
            *widths.entry(record.len()).or_default() += 1;
        }
        widths.iter().filter(|(width, _)| **width > 1).map(|(width, rows)| width * rows).max()
    };
    // Of equals the last is taken, which is the first in the list.
    MARKS.into_iter().rev().max_by_key(|mark| agreement(*mark)).unwrap_or(b',')
}

#[cfg(test)]
mod tests {
    use super::*;

    fn cell(text: &str, place: (u32, u32)) -> Option<String> {
        table("bang.csv", text).text(place)
    }

    #[test]
    fn what_parts_the_cells_is_found_out() {
        assert_eq!(cell("Xã;Dân số\nLát;1250,5\n", (1, 1)).as_deref(), Some("1250,5"));
        assert_eq!(cell("Xã,Dân số\nLát,6835\n", (1, 1)).as_deref(), Some("6835"));
        assert_eq!(cell("Xã\tDân số\nLát\t6835\n", (1, 1)).as_deref(), Some("6835"));
        assert_eq!(cell("BIỂU;;\n;;\nXã;a,b;c,d\nLát;1;2\n", (2, 1)).as_deref(), Some("a,b"));
    }

    #[test]
    fn rows_are_counted_as_a_spreadsheet_does() {
        let text = "Biểu\n\n\"Đơn\nvị\",Dân số\nLát,5\n";
        for text in [text.to_owned(), text.replace('\n', "\r\n")] {
            assert_eq!(cell(&text, (2, 0)).as_deref(), Some("Đơn\nvị"));
            assert_eq!(cell(&text, (3, 0)).as_deref(), Some("Lát"));
        }
    }
}
