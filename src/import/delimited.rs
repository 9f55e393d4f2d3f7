//! Reads CSV files, whatever parts their cells. Not for workbooks.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::table::{Cell, Table};

/// What may part cells: Vietnamese spreadsheets write `;`, others `,` or a tab.
const MARKS: [u8; 3] = [b';', b',', b'\t'];
/// Records looked at to find out.
const LOOKED_AT: usize = 50;

/// Reads the text of a CSV file; `book` is what findings call it.
#[must_use]
pub fn table(book: &str, text: &str) -> Table {
    // A line that ends in two characters would be counted where the first of them is.
    let text = text.replace("\r\n", "\n").replace('\r', "\n");
    let mut cells = BTreeMap::new();
    let mut inside = 0;
    for record in records(&text, mark(&text)) {
        // Rows are counted as a spreadsheet counts them: empty lines too, lines inside a cell not.
        let line = record.position().map_or(0, csv::Position::line).saturating_sub(1 + inside);
        let Ok(row) = u32::try_from(line) else { break };
        for (column, value) in (0_u32..).zip(record.iter()) {
            cells.insert((row, column), Cell::Text(value.to_owned()));
            inside += u64::try_from(value.matches('\n').count()).unwrap_or(0);
        }
    }
    Table::new(book, None, cells, Vec::new())
}

fn records(text: &str, mark: u8) -> impl Iterator<Item = StringRecord> {
    let reader = ReaderBuilder::new()
        .has_headers(false)
        .flexible(true)
        .delimiter(mark)
        .from_reader(text.as_bytes());
    reader.into_records().flatten()
}

/// The mark that cuts most rows into as many cells as one another.
fn mark(text: &str) -> u8 {
    let agreement = |mark: u8| {
        let mut widths: BTreeMap<usize, usize> = BTreeMap::new();
        for record in records(text, mark).take(LOOKED_AT) {
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
