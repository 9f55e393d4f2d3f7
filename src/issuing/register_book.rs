//! The register as a workbook. Not for what stands in it ([`super::listing`]).

use rust_xlsxwriter::{
    DocProperties, ExcelDateTime, Format, FormatAlign, FormatBorder, Workbook, XlsxError,
};

use super::listing::{HEADS, Row};

/// Widths of the columns, in characters.
const WIDTHS: [f64; 9] = [16.0, 12.0, 12.0, 50.0, 30.0, 28.0, 40.0, 8.0, 36.0];

/// The register as a workbook, the same bytes each time.
///
/// # Errors
/// What a cell cannot hold.
pub(crate) fn workbook(rows: &[Row]) -> Result<Vec<u8>, XlsxError> {
    let mut book = Workbook::new();
    let last = rows.last().map_or("2000-01-01", |row| row.ngay.as_str());
    let date = ExcelDateTime::parse_from_str(last)?;
    let properties = DocProperties::new().set_title("Sổ đăng ký văn bản đi").set_author("baocao");
    book.set_properties(&properties.set_creation_datetime(&date));
    let plain = Format::new().set_font_name("Times New Roman").set_font_size(12);
    let boxed = plain.set_border(FormatBorder::Thin).set_text_wrap().set_align(FormatAlign::Top);
    let head = boxed.clone().set_bold().set_align(FormatAlign::Center);
    let day = boxed.clone().set_num_format("dd/mm/yyyy");
    let sheet = book.add_worksheet().set_name("Sổ đăng ký")?;
    sheet.set_landscape().set_paper_size(9).set_repeat_rows(0, 0)?.set_freeze_panes(1, 0)?;
    sheet.set_print_fit_to_pages(1, 0);
    for (column, (title, width)) in (0..).zip(HEADS.iter().zip(WIDTHS)) {
        sheet.set_column_width(column, width)?;
        sheet.write_string_with_format(0, column, *title, &head)?;
    }
    for (at, row) in (1..).zip(rows) {
        for (column, cell) in (0..).zip(row.cells()) {
            match column {
                1 => sheet.write_datetime_with_format(
                    at,
                    1,
                    ExcelDateTime::parse_from_str(&row.ngay)?,
                    &day,
                )?,
                7 if row.so_ban.is_some() => {
                    sheet.write_number_with_format(at, 7, row.so_ban.unwrap_or_default(), &boxed)?
                }
                _ => sheet.write_string_with_format(at, column, cell, &boxed)?,
            };
        }
    }
    book.save_to_buffer()
}
