//! Reads a sheet of an `.xlsb` workbook cell by cell, and whether its cells lie within a sheet: the library makes room for
//! every cell between the first and the last, and breaks off silently at a row that cannot be. Not for what cells mean
//! ([`super::workbook`]).

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use calamine::{Data, Xlsb, XlsbError};
use zip::ZipArchive;

use super::ods::Fault;
use super::table::CellPosition;
use crate::assets::files::is_a;

/// Rows and columns of a sheet.
const ROWS: u32 = 1_048_576;
const COLUMNS: u32 = 16_384;

const ROW: u16 = 0x0000;
/// The first and the last kind of record that begins with a cell's column.
const CELLS: std::ops::RangeInclusive<u16> = 0x0001..=0x000B;
const SHEET: u16 = 0x0081;
const END_OF_DATA: u16 = 0x0092;

/// Looks through the parts that are sheets of such a workbook; a file that has none is right.
///
/// # Errors
/// One breaks off, or has more than `most` cells or one where none can be.
pub(super) fn check(bytes: &[u8], most: u64) -> Result<(), Fault> {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Ok(()) };
    for at in 0..archive.len() {
        // A part that cannot be read is told where it is needed.
        let Ok(mut part) = archive.by_index(at) else { continue };
        let name = part.name().to_owned();
        let folder = name.to_lowercase().replace('\\', "/");
        if !folder.starts_with("xl/worksheets/") || !is_a(&folder, &["bin"]) {
            continue;
        }
        let mut sheet = Vec::new();
        part.read_to_end(&mut sheet).map_err(|_| Fault::Torn)?;
        if !fits(&sheet, most)? {
            let name = name.rsplit(['/', '\\']).next().unwrap_or_default();
            return Err(Fault::TooLarge(name.trim_end_matches(".bin").to_owned()));
        }
    }
    Ok(())
}

/// Whether every cell has a place in a sheet, and there are no more than `most`.
fn fits(sheet: &[u8], most: u64) -> Result<bool, Fault> {
    let (mut rest, mut cells, mut first) = (sheet, 0_u64, true);
    while !rest.is_empty() {
        let (kind, data, after) = record(rest).ok_or(Fault::Torn)?;
        // Other parts lie there too: an index of a sheet, what belongs to a drawing.
        if first && kind != SHEET {
            return Ok(true);
        }
        (rest, first) = (after, false);
        if kind == END_OF_DATA {
            break;
        }
        let is_cell = CELLS.contains(&kind);
        if kind != ROW && !is_cell {
            continue;
        }
        let place = data.get(..4).and_then(|four| four.try_into().ok());
        let place = u32::from_le_bytes(place.ok_or(Fault::Torn)?);
        cells += u64::from(is_cell);
        if place >= if is_cell { COLUMNS } else { ROWS } || cells > most {
            return Ok(false);
        }
    }
    Ok(true)
}

/// The next record: its kind, its bytes and what follows. Kind and length are written seven bits a byte, the lowest first.
fn record(bytes: &[u8]) -> Option<(u16, &[u8], &[u8])> {
    let number = |bytes: &[u8], most: usize| {
        let more = bytes.iter().take(most - 1).take_while(|byte| **byte >= 0x80).count();
        let read = bytes.get(..=more)?.iter().rev();
        Some((read.fold(0_u32, |sum, byte| sum << 7 | u32::from(byte & 0x7F)), more + 1))
    };
    let (kind, read) = number(bytes, 2)?;
    let rest = &bytes[read..];
    let (length, read) = number(rest, 4)?;
    let (data, after) = rest[read..].split_at_checked(usize::try_from(length).ok()?)?;
    Some((u16::try_from(kind).ok()?, data, after))
}

/// The values of a sheet by place, and where its formulas stand.
///
/// # Errors
/// The sheet cannot be read.
pub(super) fn cells(
    book: &mut Xlsb<Cursor<Vec<u8>>>,
    name: &str,
) -> Result<(BTreeMap<CellPosition, Data>, Vec<CellPosition>), XlsbError> {
    let formulas = formulas(book, name)?;
    let mut values = BTreeMap::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Some(cell) = reader.next_cell()? {
        values.insert(cell.get_position(), cell.get_value().clone().into());
    }
    Ok((values, formulas))
}

/// Where formulas stand, as far as they can be read.
fn formulas(book: &mut Xlsb<Cursor<Vec<u8>>>, name: &str) -> Result<Vec<CellPosition>, XlsbError> {
    let mut found = Vec::new();
    let mut reader = book.worksheet_cells_reader(name)?;
    while let Ok(Some(formula)) = reader.next_formula() {
        if !formula.get_value().is_empty() {
            found.push(formula.get_position());
        }
    }
    Ok(found)
}
