//! Rows whose cells are not those of the head above them: another table, or a row of a text file cut into more cells than
//! the head has. Not for what is read of the others ([`super::rows`]).

use super::head::TableHead;
use super::labels::label;
use super::names::PlanNames;
use super::table::{CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::vietnamese::nearest::fold;

/// The cell of a row below the first unit that names another column than the one it stands in: another table begins here.
#[must_use]
pub(crate) fn second_head(
    table: &SourceTable,
    head: &TableHead<'_>,
    names: &PlanNames<'_>,
    row: u32,
) -> Option<CellPosition> {
    if row <= head.first || names.unit(&label(table, head.units, row)).is_some() {
        return None;
    }
    let same = |column: u32, text: &str| {
        let above = (0..=head.lowest).filter_map(|above| table.text((above, column)));
        above.into_iter().any(|above| fold(&above) == fold(text))
    };
    let texts: Vec<(u32, String)> =
        table.row(row).map(|((_, column), text)| (column, text)).collect();
    let differs = |(column, text): &&(u32, String)| !same(*column, text);
    // Its columns may be none of the plan's; then the column of units has its heading again.
    let again = texts.iter().any(|(column, text)| *column == head.units && same(*column, text));
    let other = texts.iter().filter(differs);
    let mut begins = other.filter(|(_, text)| {
        names.column(text).is_some() || (again && text.chars().any(char::is_alphabetic))
    });
    begins.next().map(|(column, _)| (row, *column))
}

/// The finding at the cell where another table begins.
#[must_use]
pub(crate) fn second_table(table: &SourceTable, place: CellPosition) -> Finding {
    let text = table.text(place).unwrap_or_default();
    let message = format!("từ hàng này là một bảng khác (cột «{text}») nên không được nhập");
    Finding::new(Code::BadTable, message)
        .at(&table.span(place))
        .value(text)
        .hint("tách bảng này ra một trang hoặc một tệp riêng, rồi nhập riêng")
}

/// In a text file, the cell of a row beyond the last heading: the row has more cells than the head, so nobody knows which is
/// whose.
#[must_use]
pub(crate) fn too_wide(table: &SourceTable, head: &TableHead<'_>, row: u32) -> Option<Finding> {
    if table.sheet.is_some() {
        return None;
    }
    let is_shown = |row: u32, column: u32| table.cell((row, column)).is_some();
    let columns = table.columns();
    let last =
        columns.iter().rfind(|column| (0..=head.lowest).any(|above| is_shown(above, **column)))?;
    let beyond = columns.iter().find(|column| *column > last && is_shown(row, **column));
    let place = (row, *beyond?);
    let finding =
        Finding::new(Code::BadTable, "hàng có nhiều ô hơn hàng tiêu đề nên không được nhập");
    Some(finding.at(&table.span(place)).value(table.text(place).unwrap_or_default()).hint(
        "số có dấu phẩy (1,613) bị tách thành hai ô: viết liền 1613, hoặc đặt trong ngoặc kép",
    ))
}
