//! Rules about the head of page 1: cells 1 to 5, 10, 11b. Not for the text under it.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::Parts;
use super::page::frame;
use super::parts_head::Head;
use super::parts_page::Page;
use super::report::{At, Judge, number};
use super::text::Line;

/// How far below the words the rule of cell 1 may be looked for (mm).
const RULE: f64 = 6.5;

static SYMBOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^Số:?\s*(\d*)[.…\s]*-\p{L}+/\p{L}[\p{L}\d]*(?:\s?[-–]\s?\p{L}[\p{L}\d]*)*$").ok()
});
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(.+), ngày\s*([\d.…\s]*?)\s*tháng\s*([\d.…\s]*?)\s*năm\s*(\d{4})$").ok()
});

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
        lines.iter().for_each(|line| judge.centred(rule, line, axis, "khối tên cơ quan"));
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
    match &head.star {
        Some(star) => {
            judge.style("sao", std::slice::from_ref(star));
            judge.centred("sao", star, axis, "khối tên cơ quan");
        }
        None => {
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
    }
    if let Some(symbol) = &head.symbol {
        judge.centred("so_ky_hieu", symbol, axis, "khối tên cơ quan");
    }
    for line in &head.under_number {
        judge.centred(kind_under_number(line), line, axis, "khối tên cơ quan");
    }
}

/// The axis of the name block: the middle of its widest line.
fn axis(head: &Head) -> Option<f64> {
    let wide = |a: &&Line, b: &&Line| (a.x1() - a.x0()).total_cmp(&(b.x1() - b.x0()));
    head.superior.iter().chain(&head.issuing).max_by(wide).map(Line::middle)
}

/// Cell 3.
fn symbol(head: &Head, judge: &mut Judge<'_>) {
    let Some(line) = &head.symbol else {
        judge.note(
            "so_ky_hieu",
            &At::Page(0),
            "không có số, ký hiệu",
            "dạng «Số 05-BC/ĐU» dưới tên cơ quan",
        );
        return;
    };
    judge.style("so_ky_hieu", std::slice::from_ref(line));
    let text = line.text();
    if text.starts_with("Số:") {
        judge.note(
            "so_ky_hieu",
            &At::Line(line),
            "có dấu hai chấm sau «Số»",
            "«Số 05-BC/ĐU», không có dấu hai chấm",
        );
    }
    match SYMBOL.as_ref().and_then(|pattern| pattern.captures(&text)) {
        None => judge.note(
            "so_ky_hieu",
            &At::Line(line),
            "sai dạng",
            "số, gạch nối, loại, gạch chéo, cơ quan: «Số 05-BC/ĐU»",
        ),
        Some(found) if found.get(1).is_some_and(|number| number.len() == 1) => {
            judge.note(
                "so_ky_hieu",
                &At::Line(line),
                "số dưới 10 không có số 0 ở trước",
                "hai chữ số: 05",
            );
        }
        Some(_) => {}
    }
}

/// Cell 4.
fn date(head: &Head, judge: &mut Judge<'_>) {
    let Some(line) = &head.date else {
        judge.note(
            "dia_danh_ngay",
            &At::Page(0),
            "không có địa danh, ngày tháng",
            "«địa danh, ngày … tháng … năm …» bên phải",
        );
        return;
    };
    judge.style("dia_danh_ngay", std::slice::from_ref(line));
    if let Some(party) = &head.party {
        judge.centred("dia_danh_ngay", line, party.middle(), "dưới tên Đảng");
    }
    if let Some(symbol) = &head.symbol
        && judge.row("dia_danh_ngay").is_some_and(|row| (symbol.y - line.y).abs() > row.tolerance())
    {
        let measured =
            format!("lệch {} mm so với dòng số, ký hiệu", number((symbol.y - line.y).abs()));
        judge.note("dia_danh_ngay", &At::Line(line), measured, "ngang dòng số, ký hiệu");
    }
    let text = line.text();
    match DATE.as_ref().and_then(|pattern| pattern.captures(&text)) {
        None => judge.note(
            "dia_danh_ngay",
            &At::Line(line),
            "sai dạng",
            "«Hà Nội, ngày 03 tháng 02 năm 2026»",
        ),
        Some(found) => {
            let part = |at| found.get(at).map_or("", |part| part.as_str());
            if let Some(slip) = slip(part(2), part(3), part(4)) {
                judge.note(
                    "dia_danh_ngay",
                    &At::Line(line),
                    slip,
                    "thêm số 0 trước ngày dưới 10 và tháng 1, tháng 2; không thêm trước tháng khác",
                );
            }
        }
    }
}

/// What is wrong with a date's figures: zeros before days below 10 and the months 1 and 2 only. A blank day is right.
#[must_use]
pub fn slip(day: &str, month: &str, year: &str) -> Option<String> {
    let blank = |text: &str| !text.chars().any(|c| c.is_ascii_digit());
    if blank(month) {
        return Some("tháng để trống".to_owned());
    }
    let asked =
        |value: u32, zero: bool| if zero { format!("{value:02}") } else { value.to_string() };
    let whole: u32 = month.trim().parse().ok()?;
    let days: Option<u32> = if blank(day) { None } else { Some(day.trim().parse().ok()?) };
    let exists = NaiveDate::from_ymd_opt(year.trim().parse().ok()?, whole, days.unwrap_or(1));
    if exists.is_none() {
        return Some("ngày, tháng không có trong lịch".to_owned());
    }
    if month.trim() != asked(whole, whole < 3) {
        return Some(format!("tháng viết «{}»", month.trim()));
    }
    let days = days.filter(|value| day.trim() != asked(*value, *value < 10));
    days.map(|_| format!("ngày viết «{}»", day.trim()))
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
        lines.iter().for_each(|line| judge.centred(rule, line, middle, "phần chữ"));
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
    match &head.hyphens {
        Some(line) => {
            if judge.row("gach").is_some_and(|row| line.text() != row.words()) {
                judge.note(
                    "gach",
                    &At::Line(line),
                    format!("là «{}»", line.text()),
                    "năm dấu gạch nối «-----»",
                );
            }
            judge.style("gach", std::slice::from_ref(line));
            judge.centred("gach", line, middle, "phần chữ");
        }
        None => {
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
        }
    }
}
