//! Says what of a workbook is hidden and was left out. Not for finding what is hidden ([`super::sheet_looks`]).

use std::collections::{BTreeMap, BTreeSet};

use super::problems::column_name;
use super::table::SourceTable;
use crate::diagnostic::{Code, Finding};

/// The finding that rows or columns of a table are hidden and hold something.
#[must_use]
pub(crate) fn rows_and_columns(table: &SourceTable) -> Option<Finding> {
    let mut columns: BTreeMap<u32, usize> = BTreeMap::new();
    let mut rows: BTreeMap<u32, String> = BTreeMap::new();
    let shown: BTreeSet<u32> = table.columns();
    for ((row, column), cell) in table.hidden() {
        if shown.contains(&column) {
            let text = rows.entry(row).or_default();
            let named = cell.shown().chars().any(char::is_alphabetic);
            if text.is_empty() && named {
                *text = cell.shown();
            }
        } else {
            *columns.entry(column).or_default() += 1;
        }
    }
    let columns = columns.keys().map(|column| format!("cột {}", column_name(*column)));
    let rows = rows.iter().map(|(row, text)| match text.as_str() {
        "" => format!("hàng {}", row + 1),
        text => format!("hàng {} («{text}»)", row + 1),
    });
    let parts: Vec<String> = columns.chain(rows).collect();
    let message = format!("không đọc phần bị ẩn của bảng: {}", parts.join(", "));
    let hint =
        "chỉ phần đang hiện được nhập; cần nhập thì bỏ ẩn (Unhide), hoặc bỏ bộ lọc, rồi lưu lại";
    (!parts.is_empty())
        .then(|| Finding::new(Code::NotImported, message).at(&table.whole()).hint(hint))
}

/// The finding that a hidden sheet has units and figures too.
#[must_use]
pub(crate) fn sheet(table: &SourceTable) -> Finding {
    let name = table.sheet.as_deref().unwrap_or_default();
    let message = format!("không đọc trang bị ẩn «{name}», dù trang ấy có đơn vị và số liệu");
    let hint = "không phải làm gì nếu là bảng cũ; cần nhập thì bỏ ẩn trang, hoặc nêu tên trang với --sheet";
    Finding::new(Code::NotImported, message).at(&table.whole()).hint(hint)
}
