//! Rules on the dates of a return and of a closing report (V13). Not for deadlines.

use chrono::Datelike;

use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::limits::LIVED;
use crate::model::period::Period;
use crate::model::returns::{Closing, Heading, Return};
use crate::model::written_date::short;
use crate::source::Span;
use crate::yaml::fields::Sink;

/// The as-of date is in the period; the document is not dated before it.
pub fn check(heading: &Heading, period: Period, sink: &Sink) {
    dates(heading, sink);
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

/// Every date of a heading is of a year that can be; no other report made from the file is dated before its figures. (A
/// letter is about what is missing: it may be.)
fn dates(heading: &Heading, sink: &Sink) {
    let own = heading.date.zip(heading.document.as_ref());
    let reports = heading.others.iter().filter(|other| other.unit.is_none());
    let others = heading.others.iter().filter_map(|other| Some((other.date?, &other.span)));
    for (date, span) in own.into_iter().chain(others) {
        lived(date.year(), span, sink);
    }
    let as_of = heading.as_of.value;
    for other in reports {
        let Some(date) = other.date.filter(|date| *date < as_of) else { continue };
        let message = format!(
            "văn bản «{}» ghi ngày {} trước ngày chốt số liệu {}",
            other.kind,
            short(date.into()),
            short(as_of.into())
        );
        let finding = Finding::new(Code::BadDate, message).at(&other.span);
        let finding = finding.also(&heading.as_of.span, "ngày chốt số liệu");
        sink.push(finding.hint("sửa «chot_den» hoặc «ngay»"));
    }
}

/// The year of a document's date is one that can be.
pub(crate) fn lived(year: i32, place: &Span, sink: &Sink) {
    if !LIVED.contains(&year) {
        let finding = Finding::new(Code::BadDate, format!("ngày ghi năm {year}, năm không thể có"));
        sink.push(finding.at(place).hint("sửa năm"));
    }
}

/// The figures of a closing report are those of the unit's last return, and so is their date.
#[must_use]
pub(crate) fn same_date(closing: &Closing, last: &Return) -> Option<Finding> {
    let (own, figures) = (&closing.heading.as_of, last.heading.as_of.value);
    let day = |date| short(PartialDate::from(date));
    (own.value != figures).then(|| {
        let message = format!(
            "ngày chốt số liệu {} khác ngày chốt {} của báo cáo kỳ {}, nơi lấy số liệu tổng kết",
            day(own.value),
            day(figures),
            last.period
        );
        Finding::new(Code::BadDate, message)
            .at(&own.span)
            .also(&last.heading.as_of.span, format!("ngày chốt của báo cáo kỳ {}", last.period))
            .hint("ghi cùng ngày chốt, hoặc sửa báo cáo của kỳ đó")
    })
}
