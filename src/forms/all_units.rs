//! The form for all units at once: a row per unit, a column per figure, for boards that fill in by telephone. Its texts stay
//! in the units' own forms. Not for those ([`super::book`]).

use std::collections::BTreeMap;

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, XlsxError};

use super::book::{describe, mark};
use super::content::{FormContent, FormSet};
use super::dates;
use super::figures_sheet::{amount, choice};
use super::filled::Filled;
use super::identity::{FormIdentity, version};
use super::look::{Look, protect, sheet};
use super::recognise::FormFile;
use super::words;
use crate::diagnostic::{Code, Finding};
use crate::import::cells;
use crate::import::rows::TableValue;
use crate::import::table::{CellContent, SourceTable};
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::report::owed::owed_figures;
use crate::vietnamese::nearest::fold;

/// The sheet to fill in, and the one with earlier values.
const SHEETS: [&str; 2] = ["Số liệu", "Kỳ trước"];
/// The hidden word of the column of units.
const NAMES: &str = "ten_don_vi";
/// The sheet's rows: ids are in the first, which is hidden.
const TITLE: u32 = 1;
const HEADS: u32 = 3;
const MEASURES: u32 = 4;
const FIRST: u32 = 5;
/// So many columns of figures are read on one page.
const A_PAGE: usize = 10;
/// The first column with figures.
const FIGURES: u16 = 4;

/// The form of all units as bytes.
///
/// # Errors
/// What a workbook cannot hold.
pub(crate) fn book(set: &FormSet<'_>, forms: &[FormContent<'_>]) -> Result<Vec<u8>, XlsxError> {
    let plan = set.plan();
    let units: Vec<&Unit> = forms.iter().map(|form| form.unit).collect();
    let figures: Vec<&Figure> = asked(plan, &units);
    let identity = FormIdentity {
        dossier: plan.id.to_string(),
        period: set.period,
        unit: None,
        version: version(plan, figures.iter().copied()),
    };
    let (mut book, look) = (Workbook::new(), Look::new());
    describe(&mut book, &identity, &format!("Biểu số liệu {}", set.period_name), set.period)?;
    for (at, name) in SHEETS.into_iter().enumerate() {
        let sheet = sheet(&mut book, name)?;
        let title = format!("BIỂU SỐ LIỆU {}", set.period_name.to_uppercase());
        let title = if at == 0 {
            title
        } else {
            format!("{title}: SỐ KỲ TRƯỚC, ĐỂ ĐỐI CHIẾU")
        };
        sheet.write_string_with_format(TITLE, 1, title, &look.title)?;
        sheet.write_string_with_format(TITLE + 1, 1, words::HOW, &look.line)?;
        heads(sheet, &figures, &look)?;
        if at == 0 {
            names(sheet, &figures, &identity)?;
        }
        for (row, form) in (FIRST..).zip(forms) {
            unit(sheet, row, form, &figures, (at == 0, &look))?;
        }
        sheet.set_freeze_panes(FIRST, 3)?.set_repeat_rows(HEADS, MEASURES)?;
        let pages = u16::try_from(figures.len().div_ceil(A_PAGE)).expect("few figures");
        sheet.set_repeat_columns(0, 2)?.set_print_fit_to_pages(pages.max(1), 0);
        if at == 0 {
            checks(sheet, &figures, forms.len(), &look)?;
        }
        protect(sheet);
    }
    mark(&mut book, &identity)?;
    book.save_to_buffer()
}

/// The figures of the units that are typed, in the plan's order.
fn asked<'p>(plan: &'p Plan, units: &[&Unit]) -> Vec<&'p Figure> {
    let owed = owed_figures(plan, units);
    owed.filter(|figure| figure.kind != FigureKind::Recognition).collect()
}

fn names(
    sheet: &mut Worksheet,
    figures: &[&Figure],
    identity: &FormIdentity,
) -> Result<(), XlsxError> {
    sheet.write_string(0, 0, identity.written())?;
    sheet.write_string(0, 2, NAMES)?.write_string(0, 3, words::AS_OF)?;
    for (column, figure) in (FIGURES..).zip(figures) {
        sheet.write_string(0, column, figure.id.as_str())?;
    }
    Ok(())
}

fn heads(sheet: &mut Worksheet, figures: &[&Figure], look: &Look) -> Result<(), XlsxError> {
    let given = [(1, "STT", 5), (2, "Đơn vị", 26), (3, "Ngày chốt", 13)];
    for (column, head, width) in given {
        sheet.write_string_with_format(HEADS, column, head, &look.head)?;
        sheet.write_blank(MEASURES, column, &look.head)?;
        sheet.set_column_width(column, width)?;
    }
    for (column, figure) in (FIGURES..).zip(figures) {
        sheet.write_string_with_format(HEADS, column, figure.name.as_str(), &look.head)?;
        sheet.write_string_with_format(MEASURES, column, figure.measure.as_str(), &look.head)?;
        sheet.set_column_width(column, 15)?;
    }
    sheet.set_row_height(HEADS, 100)?.set_row_height(MEASURES, 36)?;
    sheet.set_row_hidden(0)?.set_column_hidden(0)?;
    Ok(())
}

/// A unit's row: to be filled in, or with its earlier values.
fn unit(
    sheet: &mut Worksheet,
    row: u32,
    form: &FormContent<'_>,
    figures: &[&Figure],
    (open, look): (bool, &Look),
) -> Result<(), XlsxError> {
    sheet.write_string(row, 0, form.unit.id.as_str())?;
    sheet.set_row_height(row, 22)?;
    sheet.write_number_with_format(row, 1, row - FIRST + 1, &look.middle)?;
    sheet.write_string_with_format(row, 2, form.unit.full_name(), &look.words)?;
    sheet.write_blank(row, 3, if open { &look.typed_date } else { &look.closed })?;
    for (column, figure) in (FIGURES..).zip(figures) {
        let own = form.rows.iter().find(|own| own.figure.id == figure.id);
        match own {
            None => _ = sheet.write_blank(row, column, &look.closed)?,
            Some(own) if open => {
                sheet.write_blank(row, column, &look.typed_number(figure.decimals))?;
                sheet.add_data_validation(row, column, row, column, &choice(own)?)?;
            }
            Some(own) => amount(sheet, (row, column), own, &look.number(figure.decimals))?,
        }
    }
    Ok(())
}

/// A row of sums, and cells that turn red where a part is larger than its whole or a running total than before.
fn checks(
    sheet: &mut Worksheet,
    figures: &[&Figure],
    units: usize,
    look: &Look,
) -> Result<(), XlsxError> {
    let last = FIRST + u32::try_from(units.max(1)).expect("few units") - 1;
    sheet.write_string_with_format(last + 1, 2, "Cộng", &look.head)?;
    let place = |id: &Id| figures.iter().position(|figure| figure.id == *id);
    for (at, figure) in figures.iter().enumerate() {
        let column = FIGURES + u16::try_from(at).expect("few figures");
        let own = letters(column);
        if figure.is_additive() && figure.kind != FigureKind::Fact {
            let sum = format!("=SUM({own}{}:{own}{})", FIRST + 1, last + 1);
            let sum = Formula::new(sum).set_result("0");
            sheet.write_formula_with_format(
                last + 1,
                column,
                sum,
                &look.number(figure.decimals),
            )?;
        }
        let row = FIRST + 1;
        let wholes = figure.not_over.iter().filter_map(|whole| place(&whole.value));
        let wholes = wholes.map(|at| letters(FIGURES + u16::try_from(at).expect("few figures")));
        let over =
            wholes.map(|whole| format!("IF(ISNUMBER({whole}{row}),{own}{row}>{whole}{row},FALSE)"));
        let over: Vec<String> = over.collect();
        if !over.is_empty() {
            let rule = format!("=IF(ISNUMBER({own}{row}),OR({}),FALSE)", over.join(","));
            let rule =
                ConditionalFormatFormula::new().set_rule(rule.as_str()).set_format(&look.wrong);
            sheet.add_conditional_format(FIRST, column, last, column, &rule)?;
        }
    }
    Ok(())
}

/// The name of a column.
fn letters(column: u16) -> String {
    let letter = |number: u16| char::from(b'A' + u8::try_from(number).expect("a letter"));
    match column {
        0..26 => letter(column).to_string(),
        _ => format!("{}{}", letter(column / 26 - 1), letter(column % 26)),
    }
}

/// What is filled in for each unit.
///
/// # Errors
/// Why nothing of the form can be taken.
pub(crate) fn filled<'p>(
    form: &FormFile,
    plan: &'p Plan,
    period: Period,
) -> Result<Vec<(&'p Unit, Filled<'p>)>, Finding> {
    let sheet = form.tables.iter().find_map(|table| Some((table, columns(table)?)));
    let Some((table, columns)) = sheet else {
        let message = "không thấy trang «Số liệu» của biểu, hoặc hàng mã ẩn ở đầu trang đã bị xóa";
        let place = form.tables.first().map(SourceTable::whole);
        let hint = "chép số vào biểu gốc (baocao form --gop lập lại được) rồi nhập tệp ấy";
        return Err(Finding::new(Code::FormChanged, message).at_maybe(place).hint(hint));
    };
    let known = known(table, &columns, plan)?;
    let mut all: Vec<(&Unit, Filled<'_>)> = Vec::new();
    for row in table.rows().into_iter().filter(|row| *row > columns.row) {
        let mut filled = Filled::default();
        let values = known.iter().filter(|(_, column)| table.cell((row, *column)).is_some());
        let Some((_, first)) = values.clone().next() else { continue };
        let Some(id) = table.text((row, columns.ids)) else {
            let numeric = matches!(table.cell((row, *first)), Some(CellContent::Number(_)));
            // Sums and heads have no id either.
            let own = columns.names.and_then(|column| table.text((row, column)));
            if numeric && own.as_deref() != Some("Cộng") {
                return Err(changed(
                    table,
                    (row, *first),
                    "hàng thêm vào biểu có số mà không có mã đơn vị".to_owned(),
                ));
            }
            continue;
        };
        let unit = unit_of(table, row, &columns, (plan, period), &id)?;
        if all.iter().any(|(other, _)| other.id == unit.id) {
            let message = format!("{} có ở hai hàng của biểu", unit.full_name());
            return Err(changed(table, (row, columns.ids), message));
        }
        for (figure, column) in values {
            match value(table, (row, *column), figure, unit) {
                Ok(value) => filled.values.extend(value),
                Err(finding) => filled.findings.push(finding),
            }
        }
        if let Some(column) = columns.as_of {
            match dates::read(table, (row, column), period) {
                Ok(date) => filled.as_of = date,
                Err(finding) => filled.findings.push(finding),
            }
        }
        all.push((unit, filled));
    }
    if let Some((_, first)) = all.first_mut() {
        first.findings.extend(form.findings.iter().cloned());
    }
    Ok(all)
}

/// Where the columns of the sheet stand.
struct UnitColumns {
    row: u32,
    ids: u32,
    names: Option<u32>,
    as_of: Option<u32>,
    others: BTreeMap<u32, String>,
}

fn columns(table: &SourceTable) -> Option<UnitColumns> {
    let found = table.cells().find(|(_, cell)| FormIdentity::read(&cell.shown()).is_some());
    let ((row, ids), _) = found?;
    let mut columns = UnitColumns { row, ids, names: None, as_of: None, others: BTreeMap::new() };
    for column in table.columns().into_iter().filter(|column| *column != ids) {
        match table.text((row, column)).as_deref() {
            Some(NAMES) => columns.names = Some(column),
            Some(words::AS_OF) => columns.as_of = Some(column),
            Some(id) => _ = columns.others.insert(column, id.to_owned()),
            None => {}
        }
    }
    columns.names.is_some().then_some(columns)
}

/// The figures of the columns, whose heads say what their ids do.
fn known<'p>(
    table: &SourceTable,
    columns: &UnitColumns,
    plan: &'p Plan,
) -> Result<Vec<(&'p Figure, u32)>, Finding> {
    let names = columns.names.unwrap_or(columns.ids);
    let head =
        table.rows().into_iter().find(|row| table.text((*row, names)).as_deref() == Some("Đơn vị"));
    let mut known: Vec<(&Figure, u32)> = Vec::new();
    for (column, id) in &columns.others {
        let place = (columns.row, *column);
        let Some(figure) = plan.figure(id) else {
            return Err(changed(table, place, format!("kế hoạch không có số liệu «{id}»")));
        };
        if known.iter().any(|(other, _)| other.id == figure.id) {
            return Err(changed(table, place, format!("«{}» có hai cột", figure.name)));
        }
        let typed = |row: Option<u32>| table.text((row?, *column));
        let wanted =
            [(typed(head), &figure.name), (typed(head.map(|row| row + 1)), &figure.measure)];
        for (typed, wanted) in wanted {
            if let Some(typed) = typed.filter(|typed| fold(typed) != fold(wanted.as_str())) {
                let place = (head.unwrap_or(columns.row), *column);
                let message = format!("cột của «{}» (mã {id}) lại ghi «{typed}»", figure.name);
                return Err(changed(table, place, message));
            }
        }
        known.push((figure, *column));
    }
    Ok(known)
}

fn unit_of<'p>(
    table: &SourceTable,
    row: u32,
    columns: &UnitColumns,
    (plan, period): (&'p Plan, Period),
    id: &str,
) -> Result<&'p Unit, Finding> {
    let unit = plan.unit(id.trim()).filter(|unit| unit.validity.contains(period.last_day()));
    let Some(unit) = unit else {
        let message = format!("kế hoạch không có đơn vị «{id}» trong kỳ {period}");
        return Err(changed(table, (row, columns.ids), message));
    };
    let name = columns.names.and_then(|column| table.text((row, column)));
    match name.filter(|name| fold(name) != fold(&unit.full_name())) {
        Some(name) => {
            let message = format!("hàng của {} (mã {id}) lại ghi «{name}»", unit.full_name());
            Err(changed(table, (row, columns.names.unwrap_or(columns.ids)), message))
        }
        None => Ok(unit),
    }
}

fn value<'p>(
    table: &SourceTable,
    place: (u32, u32),
    figure: &'p Figure,
    unit: &Unit,
) -> Result<Option<TableValue<'p>>, Finding> {
    if !figure.is_owed_by(unit) {
        let message = format!("«{}» không phải số liệu {} báo cáo", figure.name, unit.full_name());
        return Err(changed(table, place, message).about(&figure.id));
    }
    if table.merged(place).is_some() {
        let message = "ô điền đã bị trộn với ô khác, không biết số là của hàng nào".to_owned();
        return Err(changed(table, place, message).about(&figure.id));
    }
    let amount = cells::read(table, place, figure)?;
    let span = table.span(place);
    Ok(amount.map(|amount| TableValue { figure, amount, source: None, span }))
}

fn changed(table: &SourceTable, place: (u32, u32), message: String) -> Finding {
    let hint = "phần chữ của biểu không được sửa, dán đè hay xếp lại: chép số vào biểu gốc rồi nhập tệp ấy";
    Finding::new(Code::FormChanged, message).at(&table.span(place)).hint(hint)
}
