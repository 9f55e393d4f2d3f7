//! Reads the as-of date of a form and dates of documents, however a spreadsheet keeps it. Not for dates of YAML.

use chrono::NaiveDate;

use crate::diagnostic::{Code, Finding};
use crate::import::table::{CellPosition, SourceTable};
use crate::model::period::Period;

/// The date in a cell; none if it is empty.
///
/// # Errors
/// No date, or one outside the period.
pub(crate) fn read(
    table: &SourceTable,
    place: CellPosition,
    period: Period,
) -> Result<Option<NaiveDate>, Finding> {
    let Some(cell) = table.cell(place) else { return Ok(None) };
    let shown = cell.shown();
    let refuse = |message: String| {
        let hint = format!("ghi ngày, tháng, năm trong kỳ, ví dụ {}", example(period));
        Finding::new(Code::BadDate, message).at(&table.span(place)).hint(hint)
    };
    match date(&shown) {
        Some(date) if period.contains(date) => Ok(Some(date)),
        Some(_) => Err(refuse(format!("ngày chốt {shown} không nằm trong kỳ {period}"))),
        None => Err(refuse(format!("ngày chốt «{shown}» không đọc được"))),
    }
}

/// The date of a document; none if its cell is empty.
///
/// # Errors
/// No date.
pub(crate) fn of_document(
    table: &SourceTable,
    place: CellPosition,
) -> Result<Option<NaiveDate>, Finding> {
    let Some(cell) = table.cell(place) else { return Ok(None) };
    let shown = cell.shown();
    let refuse = || {
        let message = format!("ngày văn bản «{shown}» không đọc được");
        let finding = Finding::new(Code::BadDate, message).at(&table.span(place));
        finding.hint("ghi ngày, tháng, năm, ví dụ 15/3/2025; chưa rõ ngày thì để trống")
    };
    date(&shown).map(Some).ok_or_else(refuse)
}

fn example(period: Period) -> String {
    period.last_day().format("%d/%m/%Y").to_string()
}

/// `15/3/2025`, `15-03-2025`, `2025-03-15`, the last with a time of day behind it.
fn date(text: &str) -> Option<NaiveDate> {
    let day = text.split(['T', ' ']).next().unwrap_or_default();
    let parts: Vec<&str> = day.split(['/', '-', '.']).collect();
    let [a, b, c] = parts[..] else { return None };
    // A sign is none of a date, though numbers may have one.
    let digits = |part: &&str| part.bytes().all(|byte| byte.is_ascii_digit());
    let (year, month, day) = if a.len() == 4 { (a, b, c) } else { (c, b, a) };
    let year = Some(year).filter(|year| year.len() == 4 && parts.iter().all(digits))?;
    let year = year.parse().ok()?;
    NaiveDate::from_ymd_opt(year, month.parse().ok()?, day.parse().ok()?)
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn dates_are_read_as_spreadsheets_keep_them() {
        let wanted = NaiveDate::from_ymd_opt(2025, 3, 5);
        for text in ["05/03/2025", "5/3/2025", "5-3-2025", "2025-03-05", "2025-03-05T00:00:00"] {
            assert_eq!(date(text), wanted, "{text}");
        }
        for text in ["45721", "3/2025", "5/+3/2025", "5/3/25", "31/2/2025", "hôm nay"] {
            assert_eq!(date(text), None, "{text}");
        }
    }
}
