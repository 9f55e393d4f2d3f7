//! What states and dates of the board are called. Not for where they stand ([`super::table`]).

use chrono::NaiveDate;

use super::unit_line::{DateSource, UnitLine, UnitState};
use crate::model::date::PartialDate;
use crate::model::period::Period;
use crate::model::unit::Unit;
use crate::model::written_date::short;

/// A date as documents write it.
#[must_use]
pub(crate) fn day(date: NaiveDate) -> String {
    short(PartialDate::from(date))
}

/// What a state is called.
#[must_use]
pub(crate) fn state(state: UnitState) -> &'static str {
    match state {
        UnitState::Unread => "chưa đọc được",
        UnitState::NotReceived => "chưa nộp",
        UnitState::NotFilled => "chưa nộp (tệp đã mở)",
        UnitState::WithErrors => "có lỗi, bị giữ lại",
        UnitState::Held => "bị giữ lại",
        UnitState::NotBuilt => "chưa lập",
        UnitState::Outdated => "đã đổi, cần lập lại",
        UnitState::IssuedChanged => "đã ban hành, nay đã đổi",
        UnitState::Built => "đã lập",
        UnitState::Issued => "đã ban hành",
        UnitState::Received => "đã nộp số liệu",
    }
}

/// When a unit handed in; `*` marks an as-of date, since the document has none.
#[must_use]
pub(crate) fn received(line: &UnitLine) -> String {
    let mark = if line.date_source == Some(DateSource::AsOf) { "*" } else { "" };
    line.date.map_or_else(|| "–".to_owned(), |date| format!("{}{mark}", day(date)))
}

/// How late a unit is.
#[must_use]
pub(crate) fn late(line: &UnitLine) -> String {
    if line.late > 0 { format!("{} ngày", line.late) } else { "–".to_owned() }
}

/// What is still to be done about a unit: folders to be opened again, errors, figures that are blank, figures to be confirmed.
#[must_use]
pub(crate) fn open(line: &UnitLine) -> String {
    let listed = |what: &str, ids: &[String]| match ids.len() {
        0 => None,
        count => Some(format!("{what} {count}: {}", ids.join(", "))),
    };
    let unread = line.unread.iter().map(|folder| format!("mở lại được thư mục {folder}"));
    let errors = (line.errors > 0).then(|| format!("{} lỗi", line.errors));
    let blank = listed("thiếu", &line.blank);
    let unconfirmed = listed("chờ xác nhận", &line.unconfirmed);
    let changed = line.number.as_ref().filter(|_| line.state == UnitState::IssuedChanged);
    let changed = changed.map(|number| format!("xem lại hoặc thay thế số {number}"));
    let own = [changed, errors, blank, unconfirmed].into_iter().flatten();
    let all: Vec<String> = unread.chain(own).collect();
    if all.is_empty() { "–".to_owned() } else { all.join("; ") }
}

/// Why a unit owes nothing for a period.
#[must_use]
pub(crate) fn not_due(unit: &Unit, period: Period) -> String {
    let end = period.last_day();
    match (unit.validity.from, unit.validity.to) {
        (Some(from), _) if from > end => format!("có hiệu lực từ {}", day(from)),
        (_, Some(to)) if to < end => format!("hết hiệu lực {}", day(to)),
        _ => "không có số liệu phải báo cáo".to_owned(),
    }
}

/// A text in at most so many characters.
#[must_use]
pub(crate) fn cut(text: &str, width: usize) -> String {
    if text.chars().count() <= width {
        return text.to_owned();
    }
    let kept: String = text.chars().take(width.saturating_sub(1)).collect();
    format!("{}…", kept.trim_end())
}
