//! The sheet of texts: a row per text of the return with one line of help. Not for which texts ([`super::text_fields`]).

use rust_xlsxwriter::{Workbook, XlsxError};

use super::columns::{Column, TEXTS};
use super::content::{FormContent, FormSet};
use super::look::{Look, height, protect, sheet};
use super::words;

/// The sheet's name.
pub(crate) const NAME: &str = "Lời văn";
/// How high a row for a text is.
const ROOM: u32 = 72;

/// Adds the sheet, for units that write.
///
/// # Errors
/// What a workbook cannot hold.
pub(crate) fn add(
    book: &mut Workbook,
    set: &FormSet<'_>,
    form: &FormContent<'_>,
    look: &Look,
) -> Result<(), XlsxError> {
    if form.texts.is_empty() {
        return Ok(());
    }
    let sheet = sheet(book, NAME)?;
    sheet.write_string(0, 0, form.identity.written())?;
    sheet.write_string(1, 0, Column::Id.word())?;
    for (column, width) in TEXTS[1..].iter().zip([5, 34, 34, 92]) {
        let head =
            if *column == Column::Name { "Phần".to_owned() } else { words::head(*column, "") };
        sheet.write_string(0, column.place(), column.word())?;
        sheet.write_string_with_format(1, column.place(), head, &look.head)?;
        sheet.set_column_width(column.place(), width)?;
    }
    for (row, (at, field)) in (2..).zip(form.texts.iter().enumerate()) {
        let number = u32::try_from(at).expect("few texts") + 1;
        let demanded = field.is_among(&set.demanded);
        let help =
            if demanded { format!("{} Phải có.", field.help) } else { field.help.to_owned() };
        sheet.write_string(row, 0, field.key())?;
        sheet.write_number_with_format(row, 1, number, &look.middle)?;
        sheet.write_string_with_format(row, 2, field.name.as_str(), &look.words)?;
        sheet.write_string_with_format(row, 3, help.as_str(), &look.words)?;
        sheet.write_blank(row, 4, &look.typed_words)?;
        sheet.set_row_height(row, height(&[(&field.name, 32), (&help, 32)]).max(ROOM))?;
    }
    sheet.set_row_hidden(0)?.set_column_hidden(0)?.set_freeze_panes(2, 0)?;
    sheet.set_repeat_rows(1, 1)?;
    protect(sheet);
    Ok(())
}
