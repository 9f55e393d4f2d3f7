//! Rules about pages as a whole: paper, and where the first line stands. Not for what is printed in the margins.

use super::inspector::Inspector;
use super::wording::number;
use super::{margin_lines, margins};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::page::PageParts;
use crate::inspect::rule::Rule;

/// A first baseline further down than this from the upper margin (mm) shows a larger margin.
const FIRST_LINE: f64 = 8.5;

/// Holds the pages against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    for (at, page) in parts.pages.iter().enumerate() {
        paper(at, page, inspector);
        orientation(at, page, inspector);
        if !page.landscape() {
            margins::check(at, page, inspector);
        }
        margin_lines::check(at, page, inspector);
    }
    first_line(parts, inspector);
}

fn paper(at: usize, page: &PageParts, inspector: &mut Inspector<'_>) {
    let paper = inspector.requirement(Rule::PaperSize);
    let (short, long) = (page.width.min(page.height), page.width.max(page.height));
    let off = (short - paper.measure(0)).abs().max((long - paper.measure(1)).abs());
    if off > paper.tolerance() {
        let measured = format!("khổ {} × {} mm", number(page.width), number(page.height));
        inspector.note_page(Rule::PaperSize, at, measured, "khổ A4 (210 × 297 mm)");
    }
}

fn orientation(at: usize, page: &PageParts, inspector: &mut Inspector<'_>) {
    if page.landscape() && page.part == 0 && page.tables.is_empty() {
        inspector.note_page(
            Rule::Orientation,
            at,
            "trang ngang không có bảng",
            "trang đứng; trang ngang chỉ dùng cho bảng",
        );
    }
}

/// An upper margin that is too large shows by the Party's name, which stands right under it.
fn first_line(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let Some(line) = &parts.head.party else { return };
    let upper = inspector.requirement(Rule::TopMargin).measure(0);
    if line.y > upper + FIRST_LINE && !parts.pages[line.page].landscape() {
        let measured = format!("dòng đầu ở {} mm", number(line.em_top()));
        let expected = format!("cách mép trên {} mm", number(upper));
        inspector.note_line(Rule::TopMargin, line, measured, expected);
    }
}
