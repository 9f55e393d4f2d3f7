//! Reads workbooks: `.xlsx`, and `.xls`, `.xlsb`, `.ods` as far as they come for nothing. Not for what a sheet's cells
//! mean.

use std::collections::BTreeMap;
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};

use calamine::{
    CellType, Data, DataRef, ExcelDateTime, Range, Reader, Sheets, Xlsb, Xlsx,
    open_workbook_auto_from_rs,
};

use super::ods::{self, Fault};
use super::percent::PercentCells;
use super::table::{CellContent, CellPosition, SourceTable};
use super::{xls, xlsb};

/// More cells than this are no table of units and figures.
const MOST_CELLS: usize = 1_000_000;

type WorkbookBytes = Cursor<Vec<u8>>;

/// Reads every sheet of a workbook, in its own order, and whether it says how its cells look; `book` is what findings
/// call it.
///
/// # Errors
/// What is wrong with the file, in Vietnamese.
pub(crate) fn sheets(book: &str, bytes: Vec<u8>) -> Result<(Vec<SourceTable>, bool), String> {
    let most = MOST_CELLS as u64;
    let checked = ods::check(&bytes, most)
        .and_then(|()| xlsb::check(&bytes, most))
        .and_then(|()| xls::check(&bytes));
    checked.map_err(|fault| match fault {
        Fault::Torn => damaged(),
        Fault::TooLarge(sheet) => too_many(&sheet),
    })?;
    unless_broken_off(|| read(book, bytes)).unwrap_or_else(|| Err(damaged()))
}

fn damaged() -> String {
    "tệp hỏng, có mật khẩu, hoặc không phải bảng Excel".to_owned()
}

/// What `read` returns; none where the library breaks off, as it does at records shorter than they have to be.
fn unless_broken_off<T>(read: impl FnOnce() -> T) -> Option<T> {
    // The file is refused in our own words; what is left half read is not used again.
    let told = take_hook();
    set_hook(Box::new(|_| {}));
    let read = catch_unwind(AssertUnwindSafe(read)).ok();
    set_hook(told);
    read
}

fn read(book: &str, bytes: Vec<u8>) -> Result<(Vec<SourceTable>, bool), String> {
    let percents = PercentCells::read(&bytes);
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let names = workbook.sheet_names();
    let read = |name: &String| {
        let (cells, merged) = match &mut workbook {
            Sheets::Xlsx(xlsx) => xlsx_sheet(xlsx, name, &percents)?,
            Sheets::Xlsb(xlsb) => (xlsb_sheet(xlsb, name)?, Vec::new()),
            other => (other_sheet(other, name)?, Vec::new()),
        };
        Ok(SourceTable::new(book, Some(name.clone()), cells, merged))
    };
    let tables: Result<Vec<SourceTable>, String> = names.iter().map(read).collect();
    Ok((tables?, percents.are_known()))
}

/// What is said of a sheet that claims more cells than a table has.
fn too_many(sheet: &str) -> String {
    format!("trang «{sheet}» có quá nhiều ô, hoặc có ô nằm quá xa; xóa các hàng, cột thừa")
}

type SheetCells = (BTreeMap<CellPosition, CellContent>, Vec<(CellPosition, CellPosition)>);

/// Reads cell by cell: a stray cell in the last row makes no table of a million rows.
fn xlsx_sheet(
    xlsx: &mut Xlsx<WorkbookBytes>,
    name: &str,
    percents: &PercentCells,
) -> Result<SheetCells, String> {
    let damaged = |_| format!("không đọc được trang «{name}»");
    let regions = xlsx.merge_cells_by_sheet_name(name).map_err(damaged)?;
    let mut cells = BTreeMap::new();
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let never_computed = record.formula.is_some() && record.value == DataRef::Empty;
        let percent = percents.contains(name, record.pos);
        let cell = cell(record.value.into(), percent);
        if let Some(cell) = cell.or_else(|| never_computed.then_some(CellContent::Uncomputed)) {
            cells.insert(record.pos, cell);
        }
        if cells.len() > MOST_CELLS {
            return Err(too_many(name));
        }
    }
    Ok((cells, regions.into_iter().map(|region| (region.start, region.end)).collect()))
}

fn xlsb_sheet(
    xlsb: &mut Xlsb<WorkbookBytes>,
    name: &str,
) -> Result<BTreeMap<CellPosition, CellContent>, String> {
    let read = xlsb::cells(xlsb, name);
    let (values, formulas) = read.map_err(|_| format!("không đọc được trang «{name}»"))?;
    Ok(with_formulas(values.into_iter(), formulas.into_iter()))
}

fn other_sheet(
    workbook: &mut Sheets<WorkbookBytes>,
    name: &str,
) -> Result<BTreeMap<CellPosition, CellContent>, String> {
    let damaged = |_| format!("không đọc được trang «{name}»");
    let range = workbook.worksheet_range(name).map_err(damaged)?;
    let formulas = workbook.worksheet_formula(name).unwrap_or_default();
    let formulas = placed(&formulas).filter(|(_, formula)| !formula.is_empty());
    let values = placed(&range).map(|(place, data)| (place, data.clone()));
    Ok(with_formulas(values, formulas.map(|(place, _)| place)))
}

/// Values, and formulas that show none: those have failed, such files do not say how.
fn with_formulas(
    values: impl Iterator<Item = (CellPosition, Data)>,
    formulas: impl Iterator<Item = CellPosition>,
) -> BTreeMap<CellPosition, CellContent> {
    let mut cells: BTreeMap<CellPosition, CellContent> =
        formulas.map(|place| (place, CellContent::Uncomputed)).collect();
    let shown = values.filter_map(|(place, data)| Some((place, cell(data, false)?)));
    cells.extend(shown.filter(|(_, cell)| !cell.shown().is_empty()));
    cells
}

/// The cells of a range with their places in the sheet.
fn placed<T: CellType>(range: &Range<T>) -> impl Iterator<Item = (CellPosition, &T)> {
    let (row, column) = range.start().unwrap_or_default();
    let place = move |at: (usize, usize)| {
        let offset = |number| u32::try_from(number).unwrap_or(u32::MAX);
        (row.saturating_add(offset(at.0)), column.saturating_add(offset(at.1)))
    };
    range.used_cells().map(move |(row, column, value)| (place((row, column)), value))
}

fn cell(data: Data, percent: bool) -> Option<CellContent> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => CellContent::Number(number.to_string()),
        Data::Float(number) if percent => CellContent::Percent(shifted(&written(number))),
        Data::Float(number) => CellContent::Number(written(number)),
        Data::String(text) => CellContent::Text(text),
        Data::Bool(yes) => CellContent::Flag(yes),
        Data::DateTime(when) => CellContent::Date(date_of(when)),
        Data::DateTimeIso(when) | Data::DurationIso(when) => CellContent::Date(when),
        Data::Error(error) => CellContent::Fault(error.to_string()),
    })
}

/// A number as a spreadsheet shows it: fifteen digits, so that 0.1 + 0.2 is 0.3.
fn written(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().expect("a number was written");
    rounded.to_string()
}

/// A share in per cent, the decimal point two places on: `0.954` → `95.4`.
fn shifted(share: &str) -> String {
    let (sign, share) = share.strip_prefix('-').map_or(("", share), |rest| ("-", rest));
    let (head, tail) = share.split_once('.').unwrap_or((share, ""));
    let tail = format!("{tail:0<2}");
    let (whole, rest) = tail.split_at(2);
    let digits = format!("{head}{whole}");
    let whole = digits.trim_start_matches('0');
    let whole = if whole.is_empty() { "0" } else { whole };
    if rest.is_empty() { format!("{sign}{whole}") } else { format!("{sign}{whole}.{rest}") }
}

/// A date as it is written, `09/10/2024`; a time of day as the spreadsheet's number.
fn date_of(date: ExcelDateTime) -> String {
    let (year, month, day, ..) = date.to_ymd_hms_milli();
    if date.is_duration() || year < 1901 {
        return written(date.as_f64());
    }
    format!("{day:02}/{month:02}/{year}")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn numbers_are_written_as_a_spreadsheet_shows_them() {
        assert_eq!(written(4921.0), "4921");
        assert_eq!(written(0.300_000_000_000_000_04), "0.3");
        assert_eq!(written(35.699), "35.699");
        assert_eq!(shifted("0.954"), "95.4");
        assert_eq!(shifted("1"), "100");
        assert_eq!(shifted("0.05"), "5");
        assert_eq!(shifted("0.12345"), "12.345");
        assert_eq!(shifted("0"), "0");
    }
}
