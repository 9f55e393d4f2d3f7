//! «KH» and «TH» in a table's head spelt out where they can only mean plan and reached: beside each other. Elsewhere «TH» may
//! be a primary school. Not for what the words then mean ([`super::headings`]).

use super::table::SourceTable;
use crate::vietnamese::nearest::fold;

/// A text of a row of the head as it is meant.
#[must_use]
pub(super) fn spelt_out(table: &SourceTable, row: u32, text: String) -> String {
    let together = fold(text.split('(').next().unwrap_or_default());
    if text.contains('/') && matches!(together.as_str(), "thkh" | "thuchienkehoach") {
        return format!("Tỷ lệ {text}");
    }
    match first_word(&text) {
        ("KH", rest) => format!("Kế hoạch{rest}"),
        ("TH", rest) if stands_beside_plan(table, row) => format!("Thực hiện{rest}"),
        _ => text,
    }
}

/// A text's first word without points, and what comes behind it.
fn first_word(text: &str) -> (&str, &str) {
    let text = text.trim();
    let ends = |(at, c): &(usize, char)| c.is_whitespace() || *c == '(' && *at > 0;
    let end = text.char_indices().find(ends).map_or(text.len(), |(at, _)| at);
    (text[..end].trim_matches(['.', ':', '*', '(', ')']), &text[end..])
}

/// Whether a row of the head has a column of a plan.
fn stands_beside_plan(table: &SourceTable, row: u32) -> bool {
    let is_plan = |text: &str| first_word(text).0 == "KH" || fold(text).starts_with("kehoach");
    table.row(row).any(|(_, text)| is_plan(&text))
}
