//! The register as landscape pages in the document's face. Not for what stands in it ([`super::listing`]).

use super::listing::{HEADS, Row};
use crate::render::code::string;
use crate::render::pages::{PageStyle, beginning};

/// The markup of the pages, with the format profile of this name.
#[must_use]
pub(crate) fn sheet(rows: &[Row], profile: &str) -> String {
    let title = "Sổ đăng ký văn bản đi";
    let date = rows.last().and_then(|row| row.ngay.parse().ok()).unwrap_or_default();
    let style = PageStyle { profile, title, date, landscape: true, size: (11, 15) };
    let cells: Vec<String> =
        rows.iter().map(|row| format!("  {},\n", array(&row.cells()))).collect();
    let parts = [
        beginning(style),
        format!("#align(center, text(weight: \"bold\", {}))\n\n", string(&title.to_uppercase())),
        "#bang(\n  cot: (22, 20, 16, 1fr, 28, 26, 36, 11, 28),\n".to_owned(),
        "  can: (center, center, center, left, left, left, left, center, left),\n".to_owned(),
        format!("  co-chu: 10pt,\n  dau: ({},),\n", array(&HEADS.map(str::to_owned))),
        cells.concat(),
        ")\n".to_owned(),
    ];
    parts.concat()
}

fn array(cells: &[String]) -> String {
    let quoted: Vec<String> = cells.iter().map(|cell| string(cell)).collect();
    format!("({},)", quoted.join(", "))
}
