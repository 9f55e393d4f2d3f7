//! Rules about number, symbol, place and date: cells 3 and 4. Not for the rest of the head.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::parts_head::Head;
use super::report::{At, Judge, number};

static SYMBOL: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^Số:?\s*(\d*)[.…\s]*-\p{L}+/\p{L}[\p{L}\d]*(?:\s?[-–]\s?\p{L}[\p{L}\d]*)*$").ok()
});
static DATE: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"^(.+), ngày\s*([\d.…\s]*?)\s*tháng\s*([\d.…\s]*?)\s*năm\s*(\d{4})$").ok()
});

/// Holds number and symbol (cell 3) against the profile.
pub fn symbol(head: &Head, judge: &mut Judge<'_>) {
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

/// Holds place and date (cell 4) against the profile.
pub fn date(head: &Head, judge: &mut Judge<'_>) {
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
