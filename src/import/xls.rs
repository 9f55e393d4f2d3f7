//! Whether an `.xls` workbook can be read in bounded time and memory. The library that reads workbooks makes room for every
//! cell between the first and the last, and for as many as a sheet claims to have. Not for reading it ([`super::workbook`]).

use super::compound::{Broken, is_compound, stream};
use super::ods::Fault;

/// Columns of a sheet of such a workbook.
const COLUMNS: u32 = 256;
/// Rows of it.
const ROWS: u32 = 65_536;
/// Rows and columns between the first and the last cell of a sheet, multiplied.
const MOST_AREA: u64 = 5_000_000;
/// What the stream of the records is called, in the library's order.
const STREAMS: [&str; 4] = ["Workbook", "Book", "WORKBOOK", "BOOK"];

const BOUND_SHEET: u16 = 0x0085;
const DIMENSIONS: u16 = 0x0200;
const END_OF_STREAM: u16 = 0x000A;
const MANY_NUMBERS: u16 = 0x00BD;
/// Records that begin with the place of a cell: numbers, texts, truths, formulas.
const CELLS: [u16; 7] = [0x0203, 0x0204, 0x00D6, 0x0205, 0x027E, 0x00FD, 0x0006];

/// Looks through the sheets; a file that is none is right.
///
/// # Errors
/// It breaks off, or a sheet has a cell where none can be, or cells too far apart.
pub(super) fn check(bytes: &[u8]) -> Result<(), Fault> {
    if !is_compound(bytes) {
        return Ok(());
    }
    let torn = |_: Broken| Fault::Torn;
    let Some(stream) = stream(bytes, &STREAMS).map_err(torn)? else { return Ok(()) };
    for (start, name) in sheets(&stream)? {
        let sheet = stream.get(start..).ok_or(Fault::Torn)?;
        if !fits(sheet)? {
            return Err(Fault::TooLarge(name));
        }
    }
    Ok(())
}

/// Where the sheets begin, and their names.
fn sheets(stream: &[u8]) -> Result<Vec<(usize, String)>, Fault> {
    let mut found = Vec::new();
    for record in Records(stream) {
        match record? {
            (BOUND_SHEET, data) => {
                let place = data.get(..4).and_then(|four| four.try_into().ok());
                let place = u32::from_le_bytes(place.ok_or(Fault::Torn)?);
                found.push((usize::try_from(place).map_err(|_| Fault::Torn)?, name(data)));
            }
            (END_OF_STREAM, _) => break,
            _ => {}
        }
    }
    Ok(found)
}

/// The name of a sheet, one byte or two a character.
fn name(data: &[u8]) -> String {
    let [_, _, _, _, _, _, length, wide, rest @ ..] = data else { return String::new() };
    let length = usize::from(*length);
    if *wide == 1 {
        let halves = rest.as_chunks().0.iter().take(length).map(|two| u16::from_le_bytes(*two));
        return char::decode_utf16(halves).map(|one| one.unwrap_or('\u{fffd}')).collect();
    }
    rest.iter().take(length).copied().map(char::from).collect()
}

/// Whether the cells of a sheet lie within it and near each other.
fn fits(sheet: &[u8]) -> Result<bool, Fault> {
    let mut used: Option<[u32; 4]> = None;
    for record in Records(sheet) {
        let (kind, data) = record?;
        let last = match kind {
            END_OF_STREAM => break,
            DIMENSIONS if !is_claim_right(data) => return Ok(false),
            MANY_NUMBERS => half(data, data.len().saturating_sub(2))?,
            kind if CELLS.contains(&kind) => half(data, 2)?,
            _ => continue,
        };
        let (row, first) = (half(data, 0)?, half(data, 2)?);
        let [top, left, bottom, right] = used.unwrap_or([row, first, row, last]);
        let now = [top.min(row), left.min(first), bottom.max(row), right.max(last)];
        let area = u64::from(now[2] - now[0] + 1) * u64::from(now[3].saturating_sub(now[1]) + 1);
        if now[3] >= COLUMNS || area > MOST_AREA {
            return Ok(false);
        }
        used = Some(now);
    }
    Ok(true)
}

/// Whether a sheet claims no more rows and columns than it can have, and none before its first. A record of another length
/// is refused by the library.
fn is_claim_right(data: &[u8]) -> bool {
    let number = |at: usize, wide: bool| {
        let high = if wide { half(data, at + 2).unwrap_or_default() << 16 } else { 0 };
        half(data, at).unwrap_or_default() + high
    };
    let [rows, columns] = match data.len() {
        10 => [[number(0, false), number(2, false)], [number(4, false), number(6, false)]],
        14 => [[number(0, true), number(4, true)], [number(8, false), number(10, false)]],
        _ => return true,
    };
    let empty = rows[1] == 0 || columns[1] == 0;
    empty || rows[0] < rows[1] && rows[1] <= ROWS && columns[1] <= COLUMNS
}

fn half(data: &[u8], at: usize) -> Result<u32, Fault> {
    let found = data.get(at..at + 2).and_then(|two| two.try_into().ok());
    found.map(|two| u32::from(u16::from_le_bytes(two))).ok_or(Fault::Torn)
}

/// The records of a stream: what each is, and its bytes.
struct Records<'b>(&'b [u8]);

impl<'b> Iterator for Records<'b> {
    type Item = Result<(u16, &'b [u8]), Fault>;

    fn next(&mut self) -> Option<Self::Item> {
        if self.0.is_empty() {
            return None;
        }
        let read = || {
            let kind = u16::try_from(half(self.0, 0)?).map_err(|_| Fault::Torn)?;
            let length = usize::try_from(half(self.0, 2)?).map_err(|_| Fault::Torn)?;
            let data = self.0.get(4..4 + length).ok_or(Fault::Torn)?;
            Ok((kind, data))
        };
        let record = read();
        self.0 = record.as_ref().map_or(&[][..], |(_, data)| &self.0[4 + data.len()..]);
        Some(record)
    }
}
