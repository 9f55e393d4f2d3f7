//! Rules about the end: Nơi nhận, authority, position, room to sign, name. Not for who has the right to sign.

use super::Parts;
use super::parts_closing::{Closing, whole};
use super::parts_page::Page;
use super::report::{At, Judge, number};

/// Marks of who signs for whom, as the Party writes them.
const SLASHED: &[&str] = &["T/M", "K/T", "T/L"];
/// How far below its words an underline may be (mm).
const UNDERLINE: f64 = 2.0;

/// Holds the end against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    let closing = &parts.closing;
    let last = parts.pages.iter().rposition(|page| page.part == 0).unwrap_or_default();
    signature(closing, last, judge);
    recipients(closing, &parts.pages, last, judge);
}

/// Cells 7a, 7b and 7c.
fn signature(closing: &Closing, last: usize, judge: &mut Judge<'_>) {
    if closing.authority.is_empty() && closing.position.is_empty() {
        judge.note(
            "chuc_vu",
            &At::Page(last),
            "không có chức vụ người ký",
            "chức vụ người ký ở cuối văn bản, bên phải",
        );
        return;
    }
    judge.style("quyen_han", &closing.authority);
    if let Some(line) = closing.authority.first() {
        let text = line.text();
        let mark = text.split_whitespace().next().unwrap_or_default();
        if !SLASHED.contains(&mark) {
            let expected = "viết tắt có gạch chéo: T/M, K/T, T/L";
            judge.note("quyen_han", &At::Line(line), format!("viết «{mark}»"), expected);
        }
        judge.style("chuc_vu", &caps_only(&closing.position));
    } else if let Some(row) = judge.row("chuc_vu") {
        closing.position.iter().for_each(|line| judge.size("chuc_vu", row, line));
    }
    let axis = closing.authority.first().or(closing.position.first());
    if let Some(axis) = axis.map(super::text::Line::middle) {
        closing
            .position
            .iter()
            .for_each(|line| judge.centred("chuc_vu", line, axis, "dưới dòng trên"));
    }
    let Some(name) = &closing.name else { return };
    judge.style("ho_ten", std::slice::from_ref(name));
    if let Some(above) = closing.position.last().or(closing.authority.last()) {
        judge.centred("ho_ten", name, above.middle(), "dưới chức vụ");
        let room = name.em_top() - above.em_bottom();
        if let Some(row) = judge.row("cho_ky").filter(|row| room < row.measure(0) - row.tolerance())
        {
            let measured = format!("chừa {} mm để ký", number(room));
            judge.note(
                "cho_ky",
                &At::Line(name),
                measured,
                format!("ít nhất {} mm", number(row.measure(0))),
            );
        }
    }
    let first = name.text().to_lowercase();
    let titled = ["ts.", "ths.", "pgs", "gs.", "bs.", "đại tá", "thượng tá", "tiến sĩ", "đồng chí"];
    if titled.iter().any(|title| first.starts_with(title)) {
        judge.note("ho_ten", &At::Line(name), "có học hàm, học vị hoặc danh hiệu", "chỉ họ và tên");
    }
}

fn caps_only(lines: &[super::text::Line]) -> Vec<super::text::Line> {
    lines.iter().filter(|line| line.text() != "kiêm").cloned().collect()
}

/// Cell 9a.
fn recipients(closing: &Closing, pages: &[Page], last: usize, judge: &mut Judge<'_>) {
    let Some(to) = &closing.to else {
        judge.note(
            "noi_nhan",
            &At::Page(last),
            "không có «Nơi nhận:»",
            "«Nơi nhận:» ở cuối văn bản, bên trái",
        );
        return;
    };
    judge.style("noi_nhan", std::slice::from_ref(to));
    if pages[to.page].rule_under(to, UNDERLINE).is_none() {
        judge.note("noi_nhan", &At::Line(to), "không gạch chân", "gạch chân");
    }
    let beside = closing.authority.first().or(closing.position.first());
    if let Some(beside) = beside
        && !closing.joint
        && judge.row("noi_nhan").is_some_and(|row| (beside.y - to.y).abs() > row.tolerance())
    {
        let measured =
            format!("lệch {} mm so với «{}»", number((beside.y - to.y).abs()), beside.text());
        judge.note("noi_nhan", &At::Line(to), measured, "ngang dòng đầu của phần ký");
    }
    items(closing, judge);
    if let Some(line) = &closing.drafter {
        judge.style("soan_thao", std::slice::from_ref(line));
    }
}

fn items(closing: &Closing, judge: &mut Judge<'_>) {
    let Some(row) = judge.row("noi_nhan_muc") else { return };
    for (at, item) in closing.items.iter().enumerate() {
        judge.style("noi_nhan_muc", item);
        let (text, last) = (whole(item), at + 1 == closing.items.len());
        let Some(line) = item.last() else { continue };
        let mark = if last { "." } else { row.words() };
        if !text.ends_with(mark) {
            let measured = format!("kết thúc bằng «{}»", text.chars().last().unwrap_or(' '));
            let which = if last { "mục cuối" } else { "mỗi mục" };
            judge.note(
                "noi_nhan_muc",
                &At::Line(line),
                measured,
                format!("«{mark}» ở cuối {which}"),
            );
        }
        let bare = text.trim_start_matches(['-', '–', ' ']);
        let keeps = bare.starts_with("Lưu");
        let state = bare.starts_with("Lưu:")
            || bare.split([' ', ',', ';', '.', ':']).any(|word| word == "VT");
        if keeps && state {
            judge.note(
                "noi_nhan_muc",
                &At::Line(line),
                "ghi theo lối «Lưu: VT»",
                "«- Lưu Văn phòng …», không có dấu hai chấm, không viết «VT»",
            );
        }
    }
    if let Some(item) = closing.items.last().and_then(|item| item.first())
        && !item.text().trim_start_matches(['-', '–', ' ']).starts_with("Lưu")
    {
        judge.note(
            "noi_nhan_muc",
            &At::Line(item),
            "mục cuối không phải nơi lưu",
            "mục cuối «- Lưu …»",
        );
    }
    if closing.items.is_empty()
        && let Some(to) = &closing.to
    {
        judge.note(
            "noi_nhan_muc",
            &At::Line(to),
            "không có danh sách nơi nhận",
            "mỗi nơi nhận một dòng «- …»",
        );
    }
}
