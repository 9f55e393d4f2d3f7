//! Rules about number, symbol, place and date: cells 3 and 4; and how figures of a date are written anywhere. Not for the
//! rest of the head.

use std::sync::LazyLock;

use chrono::NaiveDate;
use regex::Regex;

use super::inspector::Inspector;
use super::wording::number;
use crate::inspect::parts::head::HeadParts;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::pattern::pattern;

/// What is expected of a date's figures.
pub(crate) const ZEROS: &str =
    "thêm số 0 trước ngày dưới 10 và tháng 1, tháng 2; không thêm trước tháng khác";

static SYMBOL: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^Số:?\s*(\d*)[.…\s]*-\p{L}+/\p{L}[\p{L}\d]*(?:\s?[-–]\s?\p{L}[\p{L}\d]*)*$")
});
static DATE: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"^([^,;:]*[^,;:\s]), ngày\s*([\d.…\s]*?)\s*tháng\s*([\d.…\s]*?)\s*năm\s*(\d{4})$")
});

/// Holds number and symbol (cell 3) against the profile.
pub(crate) fn symbol(head: &HeadParts, inspector: &mut Inspector<'_>) {
    let rule = Rule::Symbol;
    let Some(line) = &head.symbol else {
        let expected = "dạng «Số 05-BC/ĐU» dưới tên cơ quan";
        inspector.note_page(rule, 0, "không có số, ký hiệu", expected);
        return;
    };
    inspector.style(rule, [line]);
    let text = line.text();
    if text.starts_with("Số:") {
        let expected = "«Số 05-BC/ĐU», không có dấu hai chấm";
        inspector.note_line(rule, line, "có dấu hai chấm sau «Số»", expected);
    }
    match SYMBOL.captures(&text) {
        None => {
            let expected = "số, gạch nối, loại, gạch chéo, cơ quan: «Số 05-BC/ĐU»";
            inspector.note_line(rule, line, "sai dạng", expected);
        }
        Some(parts) if parts[1].len() == 1 => {
            let measured = "số dưới 10 không có số 0 ở trước";
            inspector.note_line(rule, line, measured, "hai chữ số: 05");
        }
        Some(parts) if parts[1].len() > 2 && parts[1].starts_with('0') => {
            inspector.note_line(rule, line, "thừa số 0 ở trước số", "hai chữ số nếu dưới 10: 05");
        }
        Some(_) => {}
    }
}

/// Holds place and date (cell 4) against the profile.
pub(crate) fn date(head: &HeadParts, inspector: &mut Inspector<'_>) {
    let rule = Rule::PlaceAndDate;
    let Some(line) = &head.date else {
        let expected = "«địa danh, ngày … tháng … năm …» bên phải";
        inspector.note_page(rule, 0, "không có địa danh, ngày tháng", expected);
        return;
    };
    inspector.style(rule, [line]);
    if let Some(party) = &head.party {
        inspector.centred(rule, line, party.middle(), "dưới tên Đảng");
    }
    if let Some(symbol) = &head.symbol {
        level_with_symbol(line, symbol, inspector);
    }
    let place = head.date_place.as_ref().map_or(String::new(), |place| place.text() + " ");
    match DATE.captures(&(place + &line.text())) {
        None => {
            let expected = "«Hà Nội, ngày 03 tháng 02 năm 2026»";
            inspector.note_line(rule, line, "sai dạng", expected);
        }
        Some(parts) => {
            // Of a document not yet signed neither is known.
            let blank =
                !parts[2].contains(char::is_numeric) && !parts[3].contains(char::is_numeric);
            if !blank && let Some(slip) = slip(&parts[2], &parts[3], &parts[4]) {
                inspector.note_line(rule, line, slip, ZEROS);
            }
        }
    }
}

fn level_with_symbol(line: &TextLine, symbol: &TextLine, inspector: &mut Inspector<'_>) {
    let off = (symbol.y - line.y).abs();
    if off > inspector.requirement(Rule::PlaceAndDate).tolerance() {
        let measured = format!("lệch {} mm so với dòng số, ký hiệu", number(off));
        inspector.note_line(Rule::PlaceAndDate, line, measured, "ngang dòng số, ký hiệu");
    }
}

/// What is wrong with a date's figures: zeros before days below 10 and the months 1 and 2 only. A blank day is right.
pub(crate) fn slip(day: &str, month: &str, year: &str) -> Option<String> {
    let (day, month) = (day.trim(), month.trim());
    let blank = |text: &str| !text.chars().any(|c| c.is_ascii_digit());
    if blank(month) {
        return Some("tháng để trống".to_owned());
    }
    let month_number: u32 = month.parse().ok()?;
    let day_number: Option<u32> = if blank(day) { None } else { Some(day.parse().ok()?) };
    let year = year.trim().parse().ok()?;
    if NaiveDate::from_ymd_opt(year, month_number, day_number.unwrap_or(1)).is_none() {
        return Some("ngày, tháng không có trong lịch".to_owned());
    }
    if month != written(month_number, month_number < 3) {
        return Some(format!("tháng viết «{month}»"));
    }
    let wrong = day_number.is_some_and(|number| day != written(number, number < 10));
    wrong.then(|| format!("ngày viết «{day}»"))
}

fn written(number: u32, zero: bool) -> String {
    if zero { format!("{number:02}") } else { number.to_string() }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn symbols_have_a_number_a_type_and_a_body() {
        for symbol in ["Số 05-BC/CB", "Số: 12 -QĐ/TW", "Số …-BC/ĐU", "Số 7-CV/VPTW-X1"]
        {
            assert!(SYMBOL.is_match(symbol), "{symbol}");
        }
        for wrong in ["Số 05/BC-CB", "05-BC/CB", "Số 05-BC/"] {
            assert!(!SYMBOL.is_match(wrong), "{wrong}");
        }
    }

    #[test]
    fn dates_have_a_place_and_a_year() {
        assert!(DATE.is_match("Đồi Xanh, ngày 03 tháng 6 năm 2026"));
        assert!(DATE.is_match("Đồi Xanh, ngày … tháng 6 năm 2026"));
        assert!(!DATE.is_match("ngày 03 tháng 6 năm 2026"));
        assert!(!DATE.is_match("Đồi Xanh, ngày 03 tháng 6"));
    }

    #[test]
    fn a_date_s_zeros_stand_where_the_regulation_puts_them() {
        for right in [["03", "6"], ["10", "02"], ["…", "12"]] {
            assert_eq!(slip(right[0], right[1], "2026"), None, "{right:?}");
        }
        for (wrong, told) in [
            (["3", "6"], "ngày viết «3»"),
            (["03", "06"], "tháng viết «06»"),
            (["03", "2"], "tháng viết «2»"),
            (["03", "…"], "tháng để trống"),
            (["31", "6"], "ngày, tháng không có trong lịch"),
        ] {
            assert_eq!(slip(wrong[0], wrong[1], "2026").as_deref(), Some(told));
        }
    }
}
