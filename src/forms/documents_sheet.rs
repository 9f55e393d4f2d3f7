//! The sheet of documents: a row for each the unit issued in the period. Not for reading it back ([`super::document_rows`]).

use rust_xlsxwriter::{DataValidation, Workbook, XlsxError};

use super::columns::{Column, DOCUMENTS};
use super::content::FormContent;
use super::look::{Look, protect, sheet};
use super::words;

/// The sheet's name.
pub(crate) const NAME: &str = "Văn bản";
/// So many rows stand ready.
const ROWS: u32 = 20;
/// The row of the heads of columns.
const HEADS: u32 = 2;
/// What a document mostly is.
pub(crate) const KINDS: [&str; 7] =
    ["Nghị quyết", "Chỉ thị", "Kế hoạch", "Chương trình", "Công văn", "Quyết định", "Thông báo"];

/// Adds the sheet, for units that write.
///
/// # Errors
/// What a workbook cannot hold.
pub(crate) fn add(
    book: &mut Workbook,
    form: &FormContent<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    if form.texts.is_empty() {
        return Ok(());
    }
    let sheet = sheet(book, NAME)?;
    sheet.write_string(0, 0, form.identity.written())?;
    sheet.write_string_with_format(1, 1, words::DOCUMENTS, &look.line)?;
    sheet.write_string(HEADS, 0, Column::Id.word())?;
    for (column, width) in DOCUMENTS[1..].iter().zip([5, 20, 20, 16, 90]) {
        sheet.write_string(0, column.place(), column.word())?;
        let head = words::head(*column, "");
        sheet.write_string_with_format(HEADS, column.place(), head, &look.head)?;
        sheet.set_column_width(column.place(), width)?;
    }
    for row in HEADS + 1..=HEADS + ROWS {
        sheet.write_number_with_format(row, 1, row - HEADS, &look.middle)?;
        for column in [2, 3, 5] {
            sheet.write_blank(row, column, &look.typed_words)?;
        }
        sheet.write_blank(row, 4, &look.typed_date)?;
    }
    let kinds = DataValidation::new().allow_list_strings(&KINDS)?.show_error_message(false);
    let kind = Column::DocumentKind.place();
    sheet.add_data_validation(HEADS + 1, kind, HEADS + ROWS, kind, &kinds)?;
    sheet.set_row_hidden(0)?.set_column_hidden(0)?.set_freeze_panes(HEADS + 1, 0)?;
    sheet.set_repeat_rows(HEADS, HEADS)?;
    protect(sheet);
    Ok(())
}
