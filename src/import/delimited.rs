//! Reads CSV files, whatever parts their cells. Not for workbooks.

use std::collections::BTreeMap;

use csv::{ReaderBuilder, StringRecord};

use super::table::{CellContent, CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};

/// What may part cells: Vietnamese spreadsheets write `;`, others `,` or a tab.
const MARKS: [u8; 3] = [b';', b',', b'\t'];
/// Records looked at to find out.
const LOOKED_AT: usize = 50;

/// Reads the text of a CSV file; `book` is what findings call it.
///
/// # Errors
/// A quotation mark that is not closed, which would draw the rows below it into one cell.
pub(crate) fn table(book: &str, text: &str) -> Result<SourceTable, Finding> {
    // One character ends a line, and every line has an end: lines are counted by them.
    let text = text.replace("\r\n", "\n").replace('\r', "\n") + "\n";
    let mark = mark(&text);
    if let Some((place, begun)) = open_quote(&text, mark) {
        return Err(not_closed(book, place, begun));
    }
    let mut cells = BTreeMap::new();
    let mut inside = 0;
    for (record, next) in records(&text, mark) {
        // Rows are counted as a spreadsheet counts them: empty lines too, lines inside a cell not.
        inside += record.iter().map(|value| value.matches('\n').count() as u64).sum::<u64>();
        let Ok(row) = u32::try_from(next.saturating_sub(2 + inside)) else { break };
        for (column, value) in (0..).zip(record.iter()) {
            cells.insert((row, column), CellContent::Text(value.to_owned()));
        }
    }
    Ok(SourceTable::new(book, None, cells, Vec::new()))
}

/// The first cell that begins with a quotation mark and does not end with one: its place, and what its line has of it.
fn open_quote(text: &str, mark: u8) -> Option<(CellPosition, &str)> {
    let mark = char::from(mark);
    let (mut row, mut column, mut fresh) = (0, 0, true);
    let mut rest = text;
    while let Some(c) = rest.chars().next() {
        if fresh && c == '"' {
            let end = closing(rest).filter(|end| {
                let behind = rest[*end..].trim_start_matches(' ');
                behind.is_empty() || behind.starts_with([mark, '\n'])
            });
            let Some(end) = end else {
                return Some(((row, column), rest.lines().next().unwrap_or_default()));
            };
            rest = rest[end..].trim_start_matches(' ');
            fresh = false;
            continue;
        }
        fresh = c == mark || c == '\n';
        (row, column) = match c {
            '\n' => (row + 1, 0),
            _ if c == mark => (row, column + 1),
            _ => (row, column),
        };
        rest = &rest[c.len_utf8()..];
    }
    None
}

/// Where a cell that begins with a quotation mark ends, behind the mark that closes it; two are one of its text.
fn closing(cell: &str) -> Option<usize> {
    let mut at = 1;
    loop {
        at += cell[at..].find('"')? + 1;
        if !cell[at..].starts_with('"') {
            return Some(at);
        }
        at += 1;
    }
}

fn not_closed(book: &str, place: CellPosition, begun: &str) -> Finding {
    let cells = BTreeMap::from([(place, CellContent::Text(begun.to_owned()))]);
    let span = SourceTable::new(book, None, cells, Vec::new()).span(place);
    let message = "ô mở đầu bằng dấu ngoặc kép mà không có dấu đóng, nên không biết các hàng dưới bắt đầu từ đâu";
    let hint = "xóa dấu ngoặc kép này, hoặc thêm dấu đóng ở cuối ô; chưa nhập hàng nào";
    Finding::new(Code::BadTable, message).at(&span).hint(hint)
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
        table("bang.csv", text).expect("a table").text(place)
    }

    #[test]
    fn what_parts_the_cells_is_found_out() {
        assert_eq!(cell("Xã;Dân số\nLát;1250,5\n", (1, 1)).as_deref(), Some("1250,5"));
        assert_eq!(cell("Xã,Dân số\nLát,6835\n", (1, 1)).as_deref(), Some("6835"));
        assert_eq!(cell("Xã\tDân số\nLát\t6835\n", (1, 1)).as_deref(), Some("6835"));
        assert_eq!(cell("BIỂU;;\n;;\nXã;a,b;c,d\nLát;1;2\n", (2, 1)).as_deref(), Some("a,b"));
    }

    #[test]
    fn a_quotation_mark_that_is_not_closed_is_found_where_it_opens() {
        for (text, place) in [
            ("Xã;Dân số\nLát;\"1\nĐạ Sar;2\n", Some((1, 1))),
            ("Xã;Dân số\n\"Lát;1\n\"Đạ Sar\";2\n", Some((1, 0))),
            ("Xã;Dân số\n\"Lát\";1\n\"Đạ \"\"Sar\"\"\" ;\"a\nb\"\n", None),
            ("Xã;Ống 5\"\nLát;2\n", None),
        ] {
            assert_eq!(open_quote(text, b';').map(|(place, _)| place), place, "{text}");
        }
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
