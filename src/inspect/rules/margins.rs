//! Rules about pages: paper and margins. Not for what is printed in the margins or in which face.

use super::parts_page::Page;
use super::read::POINT;
use super::report::{At, Judge, number};
use super::table::Table;
use super::text::Line;
use super::{Parts, faces, margin_lines};

/// A first baseline further down than this from the upper margin (mm) shows a larger margin.
const FIRST_LINE: f64 = 8.0;

/// The text block of a page, left and right edge: as the profile asks, or where the document puts it.
#[derive(Debug, Clone, Copy)]
pub struct Frame {
    /// Left edge (mm).
    pub left: f64,
    /// Right edge (mm).
    pub right: f64,
}

impl Frame {
    /// Its middle.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}

/// Where the profile puts the text block of a page; a back side is told by its lines.
#[must_use]
pub fn asked(page: &Page, table: &Table) -> Frame {
    let margin = |rule: &str| table.o.get(rule).map_or(0.0, |row| row.measure(0));
    let (inner, outer) = (margin("le_trai"), margin("le_phai"));
    let near = |edge: Option<f64>, at: f64| edge.is_some_and(|edge| (edge - at).abs() < 1.0);
    let back = page.index.is_multiple_of(2)
        && near(page.edges.left, outer)
        && near(page.edges.right, page.width - inner);
    let (left, right) = if back { (outer, inner) } else { (inner, outer) };
    Frame { left, right: page.width - right }
}

/// The text block the document itself shows, so that one wrong margin is one finding.
#[must_use]
pub fn frame(page: &Page, table: &Table) -> Frame {
    let asked = asked(page, table);
    let own = |edge: Option<f64>, asked: f64| edge.filter(|edge| (edge - asked).abs() > 0.5);
    Frame {
        left: own(page.edges.left, asked.left).unwrap_or(asked.left),
        right: own(page.edges.right, asked.right).unwrap_or(asked.right),
    }
}

/// Holds the pages against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    for (at, page) in parts.pages.iter().enumerate() {
        paper(at, page, judge);
        if !page.landscape() {
            margins(at, page, judge);
        }
        margin_lines::judge(at, page, judge);
    }
    if let (Some(page), Some(party)) = (parts.pages.first(), &parts.head.party) {
        let upper = judge.row("le_tren").map_or(0.0, |row| row.measure(0));
        if party.y > upper + FIRST_LINE + 0.5 && !page.landscape() {
            let measured = format!("dòng đầu ở {} mm", number(party.em_top()));
            judge.note(
                "le_tren",
                &At::Line(party),
                measured,
                format!("cách mép trên {} mm", number(upper)),
            );
        }
    }
    faces::judge(parts, judge);
}

fn paper(at: usize, page: &Page, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("kho_giay") else { return };
    let (short, long) = (page.width.min(page.height), page.width.max(page.height));
    let off = (short - row.measure(0)).abs().max((long - row.measure(1)).abs());
    if off > row.tolerance() {
        let measured = format!("khổ {} × {} mm", number(page.width), number(page.height));
        judge.note("kho_giay", &At::Page(at), measured, "khổ A4 (210 × 297 mm)");
    }
    if page.landscape() && page.part == 0 && page.tables.is_empty() {
        judge.note(
            "huong_giay",
            &At::Page(at),
            "trang ngang không có bảng",
            "trang đứng; trang ngang chỉ dùng cho bảng",
        );
    }
}

/// Nothing but page number and notes outside the text block.
fn margins(at: usize, page: &Page, judge: &mut Judge<'_>) {
    let frame = asked(page, judge.table);
    let tabled = page
        .glyphs
        .iter()
        .filter(|glyph| !glyph.text.trim().is_empty())
        .filter(|glyph| page.in_table(glyph.x, glyph.y) || page.beside_chart(glyph.y));
    let boxes = page
        .lines
        .iter()
        .map(|line| (line.x0(), line.x1(), line.em_top(), line.em_bottom(), Some(line)));
    let boxes = boxes.chain(tabled.map(|glyph| {
        let em = glyph.size * POINT;
        (glyph.x, glyph.x + glyph.width, glyph.y - 0.8 * em, glyph.y + 0.2 * em, None)
    }));
    let drawn = page.tables.iter().chain(&page.charts);
    let areas = drawn.map(|[left, top, right, bottom]| (*left, *right, *top, *bottom, None));
    for (x0, x1, top, bottom, line) in boxes.chain(areas) {
        if line.is_some_and(|line| is_withheld(line, page)) {
            continue;
        }
        let place = line.map_or(At::Page(at), At::Line);
        outside(judge, "le_trai", &place, x0, frame.left - x0, frame.left);
        outside(
            judge,
            "le_phai",
            &place,
            page.width - x1,
            x1 - frame.right,
            page.width - frame.right,
        );
        let upper = judge.row("le_tren").map_or(0.0, |row| row.measure(0));
        let lower = judge.row("le_duoi").map_or(0.0, |row| row.measure(0));
        outside(judge, "le_tren", &place, top, upper - top, upper);
        outside(
            judge,
            "le_duoi",
            &place,
            page.height - bottom,
            bottom - (page.height - lower),
            lower,
        );
    }
    let first = |edge: f64| page.lines.iter().find(move |line| (line.x0() - edge).abs() < 0.5);
    if let Some(left) = page.edges.left.filter(|left| left - frame.left > 0.5) {
        let place = first(left).map_or(At::Page(at), At::Line);
        outside(judge, "le_trai", &place, left, f64::MAX, frame.left);
    }
    if let Some(right) = page.edges.right.filter(|right| frame.right - right > 0.5) {
        let own = |line: &&Line| (line.x1() - right).abs() < 0.5;
        let place = page.lines.iter().find(own).map_or(At::Page(at), At::Line);
        outside(judge, "le_phai", &place, page.width - right, f64::MAX, page.width - frame.right);
    }
}

/// Notes what is `by` mm beyond an edge.
fn outside(judge: &mut Judge<'_>, rule: &str, at: &At<'_>, measured: f64, by: f64, asked: f64) {
    let side = match rule {
        "le_trai" => "trái",
        "le_phai" => "phải",
        "le_tren" => "trên",
        _ => "dưới",
    };
    if judge.row(rule).is_some_and(|row| by > row.tolerance()) {
        let measured = format!("cách mép {side} {} mm", number(measured));
        judge.note(rule, at, measured, format!("cách mép {side} {} mm", number(asked)));
    }
}

/// Whether a line is the note of the last page that keeps a document from the media (cell 11a).
#[must_use]
pub fn is_withheld(line: &Line, page: &Page) -> bool {
    line.y > page.height - 25.0 && line.text().to_lowercase().starts_with("không phổ biến")
}
