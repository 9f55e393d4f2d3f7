//! The form for all units at once: a row per unit, a column per figure, for boards that fill in by telephone. Its texts stay
//! in the units' own forms. Not for those ([`super::book`]).

use rust_xlsxwriter::{ConditionalFormatFormula, Formula, Workbook, Worksheet, XlsxError};

use super::book::{describe, mark};
use super::content::{FormContent, FormSet};
use super::figures_sheet::{amount, choice};
use super::identity::{FormIdentity, version};
use super::look::{Look, protect, sheet};
use super::words;
use crate::model::figure::{Figure, FigureKind};
use crate::model::id::Id;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::report::owed::owed_figures;

/// The sheet to fill in, and the one with earlier values.
const SHEETS: [&str; 2] = ["Số liệu", "Kỳ trước"];
/// The hidden word of the column of units.
pub(super) const NAMES: &str = "ten_don_vi";
/// The head of the column of units.
pub(super) const UNITS: &str = "Đơn vị";
/// What the row of sums is called.
pub(super) const SUM: &str = "Cộng";
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
    let given = [(1, "STT", 5), (2, UNITS, 26), (3, "Ngày chốt", 13)];
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
    sheet.write_string_with_format(last + 1, 2, SUM, &look.head)?;
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
