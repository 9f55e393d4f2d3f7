//! The sheet of figures: a row per figure with its last value, the cell for this one, and its check. Not for what it asks
//! for ([`super::content`]).

use rust_xlsxwriter::{
    ConditionalFormatFormula, DataValidation, DataValidationRule, ExcelDateTime, Format, Formula,
    Workbook, Worksheet, XlsxError,
};

use super::checks::{self, NONE_AROSE, Places, RIGHT, YES_NO, cell, check};
use super::columns::{Column, FIGURES};
use super::content::{FormContent, FormRow, FormSet};
use super::look::{Look, height, protect, sheet};
use super::words;
use crate::model::figure::{Figure, FigureKind};
use crate::model::number;
use crate::model::returns::Amount;

/// The sheet's name.
pub(crate) const NAME: &str = "Số liệu";
/// The sheet's row of the as-of date.
const AS_OF: u32 = 4;
/// The sheet's row of the heads of columns, below the titles.
const HEADS: u32 = 6;

/// The sheet's row, from 1, of the first figure.
pub(crate) const FIRST: usize = HEADS as usize + 2;

/// Adds the sheet.
///
/// # Errors
/// What a workbook cannot hold.
pub(crate) fn add(
    book: &mut Workbook,
    set: &FormSet<'_>,
    form: &FormContent<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let sheet = sheet(book, NAME)?;
    let (rows, earlier) = (&form.rows, form.earlier);
    let places = Places { rows, first: FIRST, period: set.period, earlier };
    names(sheet, &form.identity.written())?;
    titles(sheet, set, form, look)?;
    heads(sheet, form, look)?;
    for (at, row) in form.rows.iter().enumerate() {
        figure(sheet, at, row, &places, look)?;
    }
    let last = HEADS + u32::try_from(form.rows.len()).expect("few figures");
    let check = Column::Check;
    let first = cell(check, FIRST);
    let wrong = format!("=AND(${first}<>\"\",${first}<>{})", checks::text(RIGHT));
    let wrong = ConditionalFormatFormula::new().set_rule(wrong.as_str()).set_format(&look.wrong);
    sheet.add_conditional_format(HEADS + 1, check.place(), last, check.place(), &wrong)?;
    sheet.set_freeze_panes(HEADS + 1, 0)?.set_repeat_rows(HEADS, HEADS)?;
    sheet.set_print_area(1, 1, last, Column::Estimate.place())?;
    protect(sheet);
    Ok(())
}

/// The hidden row and column by which the rest is found again.
fn names(sheet: &mut Worksheet, identity: &str) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, identity)?;
    for column in &FIGURES[1..] {
        sheet.write_string(0, column.place(), column.word())?;
    }
    sheet.set_row_hidden(0)?.set_column_hidden(0)?;
    let widths = [5, 44, 12, 15, 15, 17, 25, 22, 36, 11];
    for (column, width) in FIGURES[1..].iter().zip(widths) {
        sheet.set_column_width(column.place(), width)?;
    }
    Ok(())
}

fn titles(
    sheet: &mut Worksheet,
    set: &FormSet<'_>,
    form: &FormContent<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let number = Column::Number.place();
    let title = format!("BIỂU SỐ LIỆU {}", set.period_name.to_uppercase());
    sheet.write_string_with_format(1, number, title, &look.title)?;
    let (unit, period) = (words::unit(form.unit), words::period(set));
    for (row, id, line) in [(2, words::UNIT, unit), (3, words::PERIOD, period)] {
        sheet.write_string(row, 0, id)?;
        sheet.write_string_with_format(row, number, line, &look.line)?;
    }
    sheet.write_string(AS_OF, 0, words::AS_OF)?;
    sheet.write_string_with_format(AS_OF, number, words::AS_OF_LINE, &look.line)?;
    sheet.write_blank(AS_OF, Column::Value.place(), &look.typed_date)?;
    let day = |date: chrono::NaiveDate| ExcelDateTime::parse_from_str(&date.to_string());
    let (from, to) = (day(set.period.first_day())?, day(set.period.last_day())?);
    let within = DataValidation::new()
        .allow_date(DataValidationRule::Between(from, to))
        .set_error_title("Ngày chốt số liệu")?
        .set_error_message("Ngày phải nằm trong kỳ báo cáo, ví dụ 15/3/2025.")?;
    sheet.add_data_validation(
        AS_OF,
        Column::Value.place(),
        AS_OF,
        Column::Value.place(),
        &within,
    )?;
    progress(sheet, form, look)
}

/// How much is filled in, and how much is to be looked at again.
fn progress(sheet: &mut Worksheet, form: &FormContent<'_>, look: &Look) -> Result<(), XlsxError> {
    let asked = form.rows.iter().filter(|row| row.figure.kind != FigureKind::Recognition).count();
    let last = FIRST + form.rows.len().max(1) - 1;
    let range = |column| format!("{}:{}", cell(column, FIRST), cell(column, last));
    let (values, found) = (range(Column::Value), range(Column::Check));
    let wrong = format!("SUMPRODUCT(({found}<>\"\")*({found}<>{}))", checks::text(RIGHT));
    let told = format!(
        "=\"Đã điền \"&COUNTA({values})&\"/{asked} số liệu; \"&{wrong}&\" ô cần xem lại.  {}\"",
        words::HOW
    );
    let shown = format!("Đã điền 0/{asked} số liệu; 0 ô cần xem lại.  {}", words::HOW);
    let formula = Formula::new(told).set_result(shown);
    sheet.write_formula_with_format(5, Column::Number.place(), formula, &look.line)?;
    Ok(())
}

fn heads(sheet: &mut Worksheet, form: &FormContent<'_>, look: &Look) -> Result<(), XlsxError> {
    let earlier = words::earlier(form.earlier, form.unknown);
    sheet.write_string(HEADS, 0, Column::Id.word())?;
    for column in &FIGURES[1..] {
        let head = words::head(*column, &earlier);
        sheet.write_string_with_format(HEADS, column.place(), head, &look.head)?;
    }
    sheet.set_row_height(HEADS, 36)?;
    Ok(())
}

fn figure(
    sheet: &mut Worksheet,
    at: usize,
    row: &FormRow<'_>,
    places: &Places<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let line = u32::try_from(FIRST + at).expect("few figures") - 1;
    let figure = row.figure;
    let number = u32::try_from(at).expect("few figures") + 1;
    sheet.write_string(line, 0, figure.id.as_str())?;
    sheet.write_number_with_format(line, Column::Number.place(), number, &look.middle)?;
    let given = [
        (Column::Name, words::asked(row), &look.words),
        (Column::Measure, figure.measure.to_string(), &look.middle),
        (Column::Counting, words::counting(figure).to_owned(), &look.middle),
    ];
    for (column, words, format) in given {
        sheet.write_string_with_format(line, column.place(), words, format)?;
    }
    amount(sheet, (line, Column::Earlier.place()), row, &look.number(figure.decimals))?;
    if let Some(check) = check(row, places) {
        let place = Column::Check.place();
        sheet.write_formula_with_format(line, place, check.as_str(), &look.check)?;
        typed(sheet, line, row, look)?;
    } else {
        sheet.write_blank(line, Column::Value.place(), &look.closed)?;
        sheet.write_blank(line, Column::Check.place(), &look.closed)?;
    }
    beside(sheet, line, row, look)?;
    sheet
        .set_row_height(line, height(&[(&words::asked(row), 42), (words::counting(figure), 14)]))?;
    Ok(())
}

/// Source, reason and the mark of an estimate, where they are asked for.
fn beside(
    sheet: &mut Worksheet,
    line: u32,
    row: &FormRow<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let asked = row.figure.kind != FigureKind::Recognition;
    let format = |open: bool| if open { &look.typed_words } else { &look.closed };
    let source = row.source.as_ref().filter(|_| row.figure.source_required);
    let source = source.map_or("", |source| source.as_str());
    let source = if asked { source } else { words::RECOGNITION };
    let places = [
        (Column::Source, source, format(asked && row.figure.source_required)),
        (Column::Reason, "", format(asked)),
    ];
    for (column, words, format) in places {
        sheet.write_string_with_format(line, column.place(), words, format)?;
    }
    let column = Column::Estimate.place();
    if !may_be_estimated(row.figure) {
        sheet.write_blank(line, column, &look.closed)?;
        return Ok(());
    }
    sheet.write_blank(line, column, &look.typed_words)?;
    let mark = DataValidation::new().allow_list_strings(&[words::ESTIMATE])?;
    sheet.add_data_validation(line, column, line, column, &mark.show_error_message(false))?;
    Ok(())
}

/// Whether a figure is counted: yes or no, and a decision, are not estimated.
#[must_use]
pub(crate) fn may_be_estimated(figure: &Figure) -> bool {
    !matches!(figure.kind, FigureKind::Fact | FigureKind::Recognition)
}

/// A value that is given.
pub(crate) fn amount(
    sheet: &mut Worksheet,
    (line, column): (u32, u16),
    row: &FormRow<'_>,
    format: &Format,
) -> Result<(), XlsxError> {
    let figure = row.figure;
    match row.earlier {
        None => sheet.write_blank(line, column, format)?,
        Some(Amount::NoneArose) => {
            sheet.write_string_with_format(line, column, NONE_AROSE, format)?
        }
        Some(Amount::Value(value)) if figure.kind.is_yes_no() => {
            let word = if value == 0 { YES_NO[1] } else { YES_NO[0] };
            sheet.write_string_with_format(line, column, word, format)?
        }
        Some(Amount::Value(value)) => {
            let number: f64 = number::typed(value, figure.decimals).parse().expect("a number");
            sheet.write_number_with_format(line, column, number, format)?
        }
    };
    Ok(())
}

/// The cell for the value, and what it takes.
fn typed(
    sheet: &mut Worksheet,
    line: u32,
    row: &FormRow<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    let column = Column::Value.place();
    sheet.write_blank(line, column, &look.typed_number(row.figure.decimals))?;
    sheet.add_data_validation(line, column, line, column, &choice(row)?)?;
    Ok(())
}

/// The list a cell offers; other words than numbers are told by the check beside it.
pub(crate) fn choice(row: &FormRow<'_>) -> Result<DataValidation, XlsxError> {
    let list = DataValidation::new();
    if row.figure.kind == FigureKind::Fact {
        return list
            .allow_list_strings(&YES_NO)?
            .set_error_title("Có hoặc không")?
            .set_error_message("Chọn «Có» hoặc «Không» trong danh sách.");
    }
    Ok(list.allow_list_strings(&[NONE_AROSE])?.show_error_message(false))
}
