//! The workbook of a unit's form as bytes, the same each time. Not for single sheets, and not for writing it to the disk
//! ([`super::writing`]).

use rust_xlsxwriter::{DocProperties, ExcelDateTime, Workbook, XlsxError};

use super::content::{FormContent, FormSet};
use super::identity::{FormIdentity, PLACE};
use super::look::{Look, protect, sheet};
use super::{documents_sheet, figures_sheet, shares_sheet, texts_sheet, words};
use crate::model::period::Period;

/// The form of a unit.
///
/// # Errors
/// What a workbook cannot hold, such as a unit of measure of a page's length.
pub(crate) fn book(set: &FormSet<'_>, form: &FormContent<'_>) -> Result<Vec<u8>, XlsxError> {
    let (mut book, look) = (Workbook::new(), Look::new());
    let title = format!("Biểu số liệu {}: {}", set.period_name, form.unit.full_name());
    describe(&mut book, &form.identity, &title, set.period)?;
    figures_sheet::add(&mut book, set, form, &look)?;
    texts_sheet::add(&mut book, set, form, &look)?;
    shares_sheet::add(&mut book, set, form, &look)?;
    documents_sheet::add(&mut book, form, &look)?;
    help(&mut book, set, &look)?;
    mark(&mut book, &form.identity)?;
    book.save_to_buffer()
}

/// Title and identity as properties of the document, and a date that does not move.
///
/// # Errors
/// None for periods there are.
pub(crate) fn describe(
    book: &mut Workbook,
    identity: &FormIdentity,
    title: &str,
    period: Period,
) -> Result<(), XlsxError> {
    let date = ExcelDateTime::parse_from_str(&period.first_day().to_string())?;
    let properties = DocProperties::new()
        .set_title(title)
        .set_author("baocao")
        .set_creation_datetime(&date)
        .set_custom_property(PLACE, identity.written().as_str());
    book.set_properties(&properties);
    Ok(())
}

/// The sheet nobody sees that says whose form it is.
///
/// # Errors
/// None.
pub(crate) fn mark(book: &mut Workbook, identity: &FormIdentity) -> Result<(), XlsxError> {
    let sheet = book.add_worksheet().set_name(PLACE)?;
    sheet.write_string(0, 0, identity.written())?;
    sheet.write_string(1, 0, "Trang này để chương trình nhận ra biểu; đừng xóa.")?;
    sheet.set_very_hidden(true);
    Ok(())
}

fn help(book: &mut Workbook, set: &FormSet<'_>, look: &Look) -> Result<(), XlsxError> {
    let sheet = sheet(book, "Hướng dẫn")?;
    sheet.set_column_width(0, 120)?;
    for (row, line) in (0..).zip(words::help(set)) {
        let format = if row == 0 { look.title.clone() } else { look.line.clone().set_text_wrap() };
        sheet.write_string_with_format(row, 0, line, &format)?;
        sheet.set_row_height(row, 34)?;
    }
    protect(sheet);
    Ok(())
}
