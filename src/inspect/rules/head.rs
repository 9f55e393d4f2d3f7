//! Rules about the head of page 1: cells 1, 2, 5, 10, 11b. Not for number and date, nor for the text under it.

use super::Parts;
use super::number_date::{date, symbol};
use super::page::frame;
use super::parts_head::Head;
use super::parts_page::Page;
use super::report::{At, Judge, number};
use super::text::Line;

/// How far below the words the rule of cell 1 may be looked for (mm).
const RULE: f64 = 6.5;

/// Holds the head against the profile.
pub fn judge(parts: &Parts, judge: &mut Judge<'_>) {
    let Some(page) = parts.pages.first() else { return };
    let head = &parts.head;
    party(page, head, judge);
    names(page, head, judge);
    symbol(head, judge);
    date(head, judge);
    under_number(head, judge);
    title(page, head, judge);
}

/// Cell 1, or what stands in its place.
fn party(page: &Page, head: &Head, judge: &mut Judge<'_>) {
    if let Some(line) = head.state.first() {
        let expected = "«ĐẢNG CỘNG SẢN VIỆT NAM»; văn bản của Đảng không có quốc hiệu, tiêu ngữ";
        judge.note("quoc_hieu", &At::Line(line), "là quốc hiệu, tiêu ngữ", expected);
        return;
    }
    let Some(party) = &head.party else {
        judge.note(
            "ten_dang",
            &At::Page(0),
            "không có",
            "«ĐẢNG CỘNG SẢN VIỆT NAM» ở đầu trang, bên phải",
        );
        return;
    };
    judge.style("ten_dang", std::slice::from_ref(party));
    if party.middle() < page.width / 2.0 {
        judge.note("ten_dang", &At::Line(party), "ở nửa trái trang", "ở bên phải");
    }
    let Some(row) = judge.row("ke_ten_dang") else { return };
    let words = party.x1() - party.x0();
    match page.rule_under(party, RULE) {
        None => judge.note(
            "ke_ten_dang",
            &At::Line(party),
            "không có đường kẻ ở dưới",
            "có đường kẻ liền dài bằng dòng chữ",
        ),
        Some(rule) if (rule.length() - words).abs() > row.tolerance() => {
            let measured = format!("đường kẻ dài {} mm", number(rule.length()));
            judge.note(
                "ke_ten_dang",
                &At::Line(party),
                measured,
                format!("dài bằng dòng chữ, {} mm", number(words)),
            );
        }
        Some(rule) if (rule.middle() - party.middle()).abs() > row.tolerance() => {
            judge.note(
                "ke_ten_dang",
                &At::Line(party),
                "đường kẻ lệch khỏi dòng chữ",
                "ngay dưới dòng chữ",
            );
        }
        Some(_) => {}
    }
}

/// Cell 2: superior and issuing body, asterisk.
fn names(page: &Page, head: &Head, judge: &mut Judge<'_>) {
    judge.style("cap_tren", &head.superior);
    judge.style("co_quan", &head.issuing);
    let Some(axis) = axis(head) else {
        judge.note(
            "co_quan",
            &At::Page(0),
            "không có",
            "tên cơ quan ban hành ở đầu trang, bên trái",
        );
        return;
    };
    for (rule, lines) in [("cap_tren", &head.superior), ("co_quan", &head.issuing)] {
        for line in lines {
            judge.centred(rule, line, axis, "khối tên cơ quan");
        }
    }
    let first = head.superior.first().or(head.issuing.first());
    if let (Some(first), Some(party)) = (first, head.party.as_ref().or(head.state.first()))
        && head.state.is_empty()
        && judge.row("cap_tren").is_some_and(|row| (first.y - party.y).abs() > row.tolerance())
    {
        let measured =
            format!("lệch {} mm so với dòng tên Đảng", number((first.y - party.y).abs()));
        judge.note("cap_tren", &At::Line(first), measured, "ngang dòng «ĐẢNG CỘNG SẢN VIỆT NAM»");
    }
    star(page, head, axis, judge);
    if let Some(symbol) = &head.symbol {
        judge.centred("so_ky_hieu", symbol, axis, "khối tên cơ quan");
    }
    for line in &head.under_number {
        judge.centred(kind_under_number(line), line, axis, "khối tên cơ quan");
    }
}

/// The asterisk between names and number.
fn star(page: &Page, head: &Head, axis: f64, judge: &mut Judge<'_>) {
    if let Some(star) = &head.star {
        judge.style("sao", std::slice::from_ref(star));
        judge.centred("sao", star, axis, "khối tên cơ quan");
        return;
    }
    let last = head.issuing.last();
    let drawn = last.is_some_and(|line| page.rule_under(line, RULE).is_some());
    let measured = if drawn {
        "có đường kẻ thay dấu sao"
    } else {
        "không có dấu sao ở dưới"
    };
    let at = last.map_or(At::Page(0), At::Line);
    judge.note("sao", &at, measured, "một dòng «*» giữa tên cơ quan và số");
}

/// The axis of the name block: the middle of its widest line.
fn axis(head: &Head) -> Option<f64> {
    let wide = |a: &&Line, b: &&Line| (a.x1() - a.x0()).total_cmp(&(b.x1() - b.x0()));
    head.superior.iter().chain(&head.issuing).max_by(wide).map(Line::middle)
}

/// Which row a line under the number goes by.
fn kind_under_number(line: &Line) -> &'static str {
    let text = line.text();
    match () {
        () if text.to_lowercase().starts_with("dự thảo") => "du_thao",
        () if line.caps() => "khan",
        () => "trich_yeu_cong_van",
    }
}

/// Urgency, draft note, subject of a công văn.
fn under_number(head: &Head, judge: &mut Judge<'_>) {
    for line in &head.under_number {
        let rule = kind_under_number(line);
        if rule != "trich_yeu_cong_van" || head.kind.is_none() {
            judge.style(rule, std::slice::from_ref(line));
        }
    }
}

/// Cell 5a and the hyphens under it.
fn title(page: &Page, head: &Head, judge: &mut Judge<'_>) {
    let Some(kind) = &head.kind else { return };
    let middle = frame(page, judge.table).middle();
    let groups = [
        ("loai", std::slice::from_ref(kind)),
        ("tac_gia", head.author.as_slice()),
        ("trich_yeu", head.subject.as_slice()),
    ];
    for (rule, lines) in groups {
        judge.style(rule, lines);
        for line in lines {
            judge.centred(rule, line, middle, "phần chữ");
        }
    }
    if head.subject.is_empty() {
        judge.note(
            "trich_yeu",
            &At::Line(kind),
            "không có trích yếu ở dưới",
            "trích yếu nội dung, chữ đậm",
        );
    }
    let last = head.subject.last().unwrap_or(kind);
    let Some(line) = &head.hyphens else {
        let drawn = page.rule_under(last, RULE).is_some();
        let measured = if drawn {
            "có đường kẻ ở dưới"
        } else {
            "không có dòng gạch nối ở dưới"
        };
        judge.note(
            "gach",
            &At::Line(last),
            measured,
            "năm dấu gạch nối «-----», không phải đường kẻ",
        );
        return;
    };
    if judge.row("gach").is_some_and(|row| line.text() != row.words()) {
        let measured = format!("là «{}»", line.text());
        judge.note("gach", &At::Line(line), measured, "năm dấu gạch nối «-----»");
    }
    judge.style("gach", std::slice::from_ref(line));
    judge.centred("gach", line, middle, "phần chữ");
}
