//! Reads workbooks: `.xlsx`, and `.xls`, `.xlsb`, `.ods` as far as they come for nothing. Not for what a sheet's cells
//! mean.

use std::cell::Cell;
use std::collections::{BTreeMap, BTreeSet};
use std::io::Cursor;
use std::panic::{AssertUnwindSafe, catch_unwind, set_hook, take_hook};
use std::sync::Once;

use calamine::{
    CellType, Data, DataRef, ExcelDateTime, Range, Reader, SheetType, SheetVisible, Sheets, Xlsb,
    Xlsx, open_workbook_auto_from_rs,
};

use super::number_format::{NumberFormat, moved};
use super::ods::{self, Fault};
use super::sheet_looks::{BookLooks, SheetLooks};
use super::table::{CellContent, CellPosition, SourceTable};
use super::{xls, xlsb};

/// More cells than this are no table of units and figures.
const MOST_CELLS: usize = 1_000_000;

type WorkbookBytes = Cursor<Vec<u8>>;

/// The tables of a workbook.
pub(crate) struct Workbook {
    /// Its sheets, in its own order, those nobody sees too.
    pub(crate) tables: Vec<SourceTable>,
    /// Whether it says how its cells look.
    pub(crate) looks_known: bool,
}

/// Reads every sheet of a workbook that has cells; `book` is what findings call it.
///
/// # Errors
/// What is wrong with the file, in Vietnamese.
pub(crate) fn sheets(book: &str, bytes: Vec<u8>) -> Result<Workbook, String> {
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
    static QUIET: Once = Once::new();
    QUIET.call_once(|| {
        let told = take_hook();
        set_hook(Box::new(move |panic| {
            if !IS_READING.get() {
                told(panic);
            }
        }));
    });
    IS_READING.set(true);
    let read = catch_unwind(AssertUnwindSafe(read)).ok();
    IS_READING.set(false);
    read
}

thread_local! {
    /// Whether this thread is in the library, where breaking off is said in our own words.
    static IS_READING: Cell<bool> = const { Cell::new(false) };
}

fn read(book: &str, bytes: Vec<u8>) -> Result<Workbook, String> {
    let looks = BookLooks::read(&bytes);
    let mut workbook = open_workbook_auto_from_rs(Cursor::new(bytes)).map_err(|_| damaged())?;
    let sheets = workbook.sheets_metadata().to_vec();
    let plain = SheetLooks::default();
    let mut tables = Vec::new();
    for sheet in sheets.iter().filter(|sheet| sheet.typ == SheetType::WorkSheet) {
        let shown = looks.sheet(&sheet.name).unwrap_or(&plain);
        let (cells, merged) = match &mut workbook {
            Sheets::Xlsx(xlsx) => xlsx_sheet(xlsx, &sheet.name, shown, looks.uncomputed)?,
            Sheets::Xlsb(xlsb) => (xlsb_sheet(xlsb, &sheet.name)?, Vec::new()),
            other => (other_sheet(other, &sheet.name)?, Vec::new()),
        };
        let columns: BTreeSet<u32> = cells.keys().map(|place| place.1).collect();
        let columns = columns.into_iter().filter(|column| shown.hides(*column)).collect();
        let table = SourceTable::new(book, Some(sheet.name.clone()), cells, merged)
            .hiding(&shown.hidden_rows, &columns);
        tables.push(if sheet.visible == SheetVisible::Visible { table } else { table.unseen() });
    }
    Ok(Workbook { tables, looks_known: looks.are_known() })
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
    looks: &SheetLooks,
    uncomputed: bool,
) -> Result<SheetCells, String> {
    let damaged = |_| format!("không đọc được trang «{name}»");
    let regions = xlsx.merge_cells_by_sheet_name(name).map_err(damaged)?;
    let mut cells = BTreeMap::new();
    let mut reader = xlsx.worksheet_cells_reader(name).map_err(damaged)?;
    while let Some(record) = reader.next_cell_with_formula_metadata().map_err(damaged)? {
        let (place, formula) = (record.pos, record.formula.is_some());
        let never_computed = formula && (uncomputed || record.value == DataRef::Empty);
        let cell = if never_computed {
            Some(CellContent::Uncomputed)
        } else {
            cell(record.value.into(), looks.format(place))
        };
        let unmarked = looks.unmarked(place).map(|text| CellContent::Text(text.to_owned()));
        if let Some(cell) = unmarked.or(cell) {
            cells.insert(place, cell);
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
    let shown = values.filter_map(|(place, data)| Some((place, cell(data, None)?)));
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

fn cell(data: Data, format: Option<&NumberFormat>) -> Option<CellContent> {
    Some(match data {
        Data::Empty => return None,
        Data::Int(number) => shown(number.to_string(), format),
        Data::Float(number) => shown(written(number), format),
        Data::String(text) => CellContent::Text(text),
        Data::Bool(yes) => CellContent::Flag(yes),
        Data::DateTime(when) => CellContent::Date(date_of(when)),
        Data::DateTimeIso(when) | Data::DurationIso(when) => CellContent::Date(when),
        Data::Error(error) => CellContent::Fault(error.to_string()),
    })
}

/// A number as its format shows it.
fn shown(number: String, format: Option<&NumberFormat>) -> CellContent {
    match format {
        Some(NumberFormat { percent: true, .. }) => CellContent::Percent(moved(&number, 2)),
        Some(format) if format.words == "%" => CellContent::Percent(number),
        Some(NumberFormat { scale, words, .. }) => {
            let shown = moved(&number, -i32::from(*scale));
            CellContent::Formatted { shown, held: number, scale: *scale, words: words.clone() }
        }
        None => CellContent::Number(number),
    }
}

/// A number as a spreadsheet shows it: fifteen digits, so that 0.1 + 0.2 is 0.3.
fn written(number: f64) -> String {
    let rounded: f64 = format!("{number:.14e}").parse().expect("a number was written");
    rounded.to_string()
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
    }
}
