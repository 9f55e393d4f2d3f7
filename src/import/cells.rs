//! Reads one cell as the amount of a figure, in the words a YAML value is read with. Not for that reading itself
//! ([`crate::read::amounts`]).

use super::table::{CellContent, CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
use crate::model::returns::Amount;
use crate::read::amounts::amount;
use crate::vietnamese::nearest::fold;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// What a cell says: nothing if it is empty, which leaves a return as it is.
///
/// # Errors
/// What is wrong with the cell.
pub(crate) fn read(
    table: &SourceTable,
    place: CellPosition,
    figure: &Figure,
) -> Result<Option<Amount>, Finding> {
    let Some(cell) = table.cell(place) else { return Ok(None) };
    if let Some((problem, hint)) = unreadable(cell) {
        let message = format!("«{}»: {problem}", figure.id);
        let finding = Finding::new(Code::NotACount, message).at(&table.span(place));
        return Err(finding.about(&figure.id).value(cell.shown()).hint(hint));
    }
    let shown = cell.shown();
    if matches!(fold(&shown).as_str(), "khongphatsinh" | "kps") {
        return Ok(Some(Amount::NoneArose));
    }
    let fact = if figure.kind == FigureKind::Fact { yes_or_no(&shown) } else { None };
    typed(table, place, figure, fact.map_or(shown, str::to_owned)).map(Some)
}

/// The cell as the reader of returns reads the same words.
fn typed(
    table: &SourceTable,
    place: CellPosition,
    figure: &Figure,
    text: String,
) -> Result<Amount, Finding> {
    let span = table.span(place);
    let sink = Sink::default();
    let node = Node { value: Value::Scalar(text), span: span.clone() };
    let read = amount(&node, figure, &sink);
    // Whether a source is named shows in the return, not in the cell.
    let found = sink.into_findings().into_iter().find(|found| found.code != Code::MissingKey);
    match (found, read) {
        (None, Some(reported)) => Ok(reported.amount),
        (Some(finding), _) => Err(finding),
        (None, None) => {
            Err(Finding::new(Code::NotACount, format!("«{}» không đọc được", figure.id))
                .at(&span)
                .hint("gõ lại ô này"))
        }
    }
}

/// What a table writes for yes and no.
fn yes_or_no(shown: &str) -> Option<&'static str> {
    match fold(shown).as_str() {
        "co" | "x" | "1" | "true" | "dung" => Some("true"),
        "khong" | "0" | "false" | "chua" => Some("false"),
        _ => matches!(shown, "✓" | "✔" | "√").then_some("true"),
    }
}

/// What a cell can hold that no file can.
fn unreadable(cell: &CellContent) -> Option<(String, &'static str)> {
    Some(match cell {
        CellContent::Date(date) => (
            format!("ô là ngày giờ ({date}), không phải số"),
            "bảng tính hay đổi chữ như «9-10» thành ngày: định dạng ô là Số hoặc Văn bản rồi gõ lại",
        ),
        CellContent::Fault(error) => {
            (format!("ô là lỗi công thức {error}"), "sửa công thức trong bảng, hoặc gõ số vào ô")
        }
        CellContent::Uncomputed => (
            "ô có công thức chưa tính".to_owned(),
            "mở bảng bằng Excel hoặc LibreOffice, lưu lại rồi nhập",
        ),
        CellContent::Text(text) if is_dash(text) => (
            format!("«{}» không nói rõ là chưa có số liệu hay không phát sinh", text.trim()),
            "chưa có thì để trống ô; không phát sinh thì ghi KPS; bằng 0 thì ghi 0",
        ),
        _ => return None,
    })
}

/// Whether a text is only dashes or dots, which some write for nothing and some for zero.
fn is_dash(text: &str) -> bool {
    let mark = |c: char| matches!(c, '-' | '–' | '—' | '.' | '…' | '/' | '_') || c.is_whitespace();
    text.chars().all(mark)
}
