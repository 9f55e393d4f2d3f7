//! Rules about pages: paper, margins, faces, colour, page numbers, circulation notes. Not for components of the text.

use std::collections::BTreeSet;

use super::Parts;
use super::parts_page::Page;
use super::read::{Glyph, POINT};
use super::report::{At, Judge, number};
use super::table::{Row, Table};
use super::text::Line;

/// A first baseline further down than this from the upper margin (mm) shows a larger margin.
const FIRST_LINE: f64 = 8.0;
/// Brighter than this is no black.
const BLACK: u8 = 40;

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
    let back = page.index % 2 == 0
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
        number_of(at, page, judge);
        notes(at, page, judge);
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
    glyphs(parts, judge);
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
        .filter(|glyph| !glyph.text.trim().is_empty() && page.in_table(glyph.x, glyph.y));
    let boxes = page
        .lines
        .iter()
        .map(|line| (line.x0(), line.x1(), line.em_top(), line.em_bottom(), Some(line)));
    let boxes = boxes.chain(tabled.map(|glyph| {
        let em = glyph.size * POINT;
        (glyph.x, glyph.x + glyph.width, glyph.y - 0.8 * em, glyph.y + 0.2 * em, None)
    }));
    let areas =
        page.tables.iter().map(|[left, top, right, bottom]| (*left, *right, *top, *bottom, None));
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

/// The note of the last page that keeps a document from the media (cell 11a).
fn is_withheld(line: &Line, page: &Page) -> bool {
    line.y > page.height - 25.0 && line.text().to_lowercase().starts_with("không phổ biến")
}

fn number_of(at: usize, page: &Page, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("so_trang") else { return };
    let expected = page.index.to_string();
    match &page.number {
        Some(line) if page.index == 1 => {
            let what = if page.part == 0 {
                "trang đầu không in số"
            } else {
                "trang đầu của phụ lục không in số"
            };
            judge.note("so_trang", &At::Line(line), "có số trang", what);
        }
        None if page.index > 1 => {
            judge.note("so_trang", &At::Page(at), "không có số trang", "số trang ở đầu trang");
        }
        Some(line) => {
            if line.text() != expected {
                let what = if page.part == 0 {
                    "số trang Ả Rập, đếm từ trang đầu"
                } else {
                    "số trang đếm riêng cho phụ lục"
                };
                judge.note(
                    "so_trang",
                    &At::Line(line),
                    format!("in «{}» ở trang {expected}", line.text()),
                    what,
                );
            }
            judge.style("so_trang", std::slice::from_ref(line));
            number_place(page, line, row, judge);
        }
        None => {}
    }
}

fn number_place(page: &Page, line: &Line, row: &Row, judge: &mut Judge<'_>) {
    let frame = frame(page, judge.table);
    let tables = page.tables.iter().map(|area| f64::midpoint(area[0], area[2]));
    let mut axes: Vec<f64> = vec![frame.middle()];
    if page.landscape() {
        axes.extend(tables);
    }
    if axes.iter().all(|axis| (line.middle() - axis).abs() > row.tolerance()) {
        let measured = format!("giữa số ở {} mm tính từ mép trái", number(line.middle()));
        judge.note(
            "so_trang",
            &At::Line(line),
            measured,
            format!("{} mm, giữa phần chữ", number(axes[0])),
        );
    }
    let off = (line.top() - row.measure(0)).abs();
    if off > row.measure(1) {
        let measured = format!("cách mép trên {} mm", number(line.top()));
        judge.note(
            "so_trang",
            &At::Line(line),
            measured,
            format!("cách mép trên {} mm", number(row.measure(0))),
        );
    }
}

/// Circulation notes: above the text of page 1, below that of the last page.
fn notes(at: usize, page: &Page, judge: &mut Judge<'_>) {
    for line in &page.notes {
        if at > 0 {
            judge.note(
                "luu_hanh",
                &At::Line(line),
                "có chữ trên lề",
                "chỉ ở trang đầu; các trang sau chỉ có số trang",
            );
            continue;
        }
        let Some(row) = judge.row("luu_hanh") else { continue };
        judge.style("luu_hanh", std::slice::from_ref(line));
        let frame = frame(page, judge.table);
        if (line.x1() - frame.right).abs() > row.tolerance() {
            let measured = format!("hết ở {} mm tính từ mép trái", number(line.x1()));
            judge.note("luu_hanh", &At::Line(line), measured, "ở góc phải, hết ở lề phải");
        }
        if (line.top() - row.measure(0)).abs() > row.measure(1) {
            let measured = format!("cách mép trên {} mm", number(line.top()));
            judge.note(
                "luu_hanh",
                &At::Line(line),
                measured,
                format!("cách mép trên {} mm", number(row.measure(0))),
            );
        }
    }
    for line in page.lines.iter().filter(|line| is_withheld(line, page)) {
        let Some(row) = judge.row("khong_pho_bien") else { continue };
        judge.style("khong_pho_bien", std::slice::from_ref(line));
        judge.centred("khong_pho_bien", line, frame(page, judge.table).middle(), "phần chữ");
        let bottom = page.height - line.y - 0.216 * line.size() * POINT;
        if (bottom - row.measure(0)).abs() > row.measure(1) {
            let measured = format!("cách mép dưới {} mm", number(bottom));
            judge.note(
                "khong_pho_bien",
                &At::Line(line),
                measured,
                format!("cách mép dưới {} mm", number(row.measure(0))),
            );
        }
    }
}

/// Face, colour and characters of everything printed.
fn glyphs(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("phong_chu") else { return };
    let plain = |name: &str| {
        name.chars().filter(|c| c.is_alphanumeric()).collect::<String>().to_lowercase()
    };
    let good: Vec<String> = row.danh.iter().map(|name| plain(name)).collect();
    let mut told: BTreeSet<(&str, &str)> = BTreeSet::new();
    for (at, page) in parts.pages.iter().enumerate() {
        for glyph in page
            .glyphs
            .iter()
            .filter(|glyph| glyph.text.is_empty() || !glyph.text.trim().is_empty())
        {
            let name = plain(&glyph.face.name);
            for (rule, measured, expected) in wrongs(glyph, &name, &good) {
                if told.insert((rule, if rule == "phong_chu" { &glyph.face.name } else { "" })) {
                    let line = page.lines.iter().find(|line| holds(line, glyph));
                    judge.note(rule, &line.map_or(At::Page(at), At::Line), measured, expected);
                }
            }
        }
    }
}

fn holds(line: &Line, glyph: &Glyph) -> bool {
    (line.y - glyph.y).abs() < 0.3 && line.x0() - 0.1 <= glyph.x && glyph.x <= line.x1()
}

/// What is wrong with a glyph: the rule, what it is, what it must be.
fn wrongs(glyph: &Glyph, face: &str, good: &[String]) -> Vec<(&'static str, String, String)> {
    let mut wrongs = Vec::new();
    let asked = || "Times New Roman (hoặc Liberation Serif), nhúng trong tệp".to_owned();
    if !glyph.face.embedded {
        wrongs.push(("phong_chu", "phông chữ không nhúng trong tệp".to_owned(), asked()));
    } else if !good.iter().any(|good| face.starts_with(good)) {
        wrongs.push(("phong_chu", format!("phông {}", glyph.face.name), asked()));
    }
    if glyph.color.iter().any(|part| *part > BLACK) {
        wrongs.push(("mau_chu", "chữ có màu".to_owned(), "chữ màu đen".to_owned()));
    }
    if glyph.text.is_empty() {
        wrongs.push((
            "ma_chu",
            "ký tự không có mã Unicode".to_owned(),
            "chữ Unicode sao chép được".to_owned(),
        ));
    } else if glyph.text.chars().any(|c| ('\u{300}'..='\u{36f}').contains(&c)) {
        wrongs.push((
            "ma_chu",
            "dấu rời khỏi chữ (Unicode tổ hợp)".to_owned(),
            "Unicode dựng sẵn".to_owned(),
        ));
    }
    wrongs
}
