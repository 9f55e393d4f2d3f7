//! Rules on a return's dates (V13). Not for deadlines.

use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::period::Period;
use crate::model::returns::Heading;
use crate::model::written_date::short;
use crate::yaml::fields::Sink;

/// The as-of date is in the period; the document is not dated before it.
pub fn check(heading: &Heading, period: Period, sink: &Sink) {
    let as_of = heading.as_of.value;
    let written = short(PartialDate::from(as_of));
    if !period.contains(as_of) {
        sink.push(
            Finding::new(
                Code::BadDate,
                format!("ngày chốt số liệu {written} không thuộc kỳ {period}"),
            )
            .at(&heading.as_of.span)
            .hint("sửa «chot_den», hoặc chuyển tệp sang đúng thư mục kỳ"),
        );
    }
    if let Some(date) = heading.date.filter(|date| *date < as_of) {
        let message = format!(
            "văn bản ghi ngày {} trước ngày chốt số liệu {written}",
            short(PartialDate::from(date))
        );
        sink.push(
            Finding::new(Code::BadDate, message)
                .at(&heading.as_of.span)
                .also_all(&heading.document, "số, ngày văn bản")
                .hint("sửa «chot_den» hoặc «van_ban.ngay»"),
        );
    }
}
