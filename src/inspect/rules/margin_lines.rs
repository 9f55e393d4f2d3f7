//! Rules about what is printed in the margins: page numbers and circulation notes. Not for the margins themselves.

use super::page::{frame, is_withheld};
use super::parts_page::Page;
use super::read::POINT;
use super::report::{At, Judge, number};
use super::table::Row;
use super::text::Line;

/// Holds a page's number and notes against the profile.
pub fn judge(at: usize, page: &Page, judge: &mut Judge<'_>) {
    number_of(at, page, judge);
    notes(at, page, judge);
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
