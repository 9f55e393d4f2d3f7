//! Periods and deadlines of a plan. Not for whole dates ([`crate::yaml::values::date`]).

use crate::diagnostic::{Code, Finding};
use crate::model::limits::LAST_TIME;
use crate::model::period::Period;
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::slips::date::period_meant;
use crate::yaml::tree::Node;
use crate::yaml::values::{integer, scalar};

/// Month and day of a deadline.
pub(crate) fn month_and_day(node: &Node, sink: &Sink) -> Option<(u32, u32)> {
    let text = scalar(node, sink)?;
    let read = text
        .split_once('-')
        .and_then(|(month, day)| Some((month.parse().ok()?, day.parse().ok()?)));
    let valid =
        read.filter(|(month, day)| chrono::NaiveDate::from_ymd_opt(2024, *month, *day).is_some());
    if valid.is_none() {
        let message = "hạn nộp phải viết tháng-ngày, ví dụ 03-20";
        sink.push(Finding::new(Code::WrongForm, message).at(&node.span));
    }
    valid
}

/// Which time somebody is reminded, from 1.
pub(crate) fn time(node: &Node, sink: &Sink) -> Option<u8> {
    let read: u8 = integer(node, sink)?;
    if !(1..=LAST_TIME).contains(&read) {
        let message = format!("lần đôn đốc từ 1 đến {LAST_TIME}");
        sink.push(Finding::new(Code::WrongForm, message).at(&node.span));
        return None;
    }
    Some(read)
}

/// A quarter such as `2024-Q2`.
pub(crate) fn period(node: &Node, sink: &Sink) -> Option<Period> {
    let text = scalar(node, sink)?;
    let period = Period::parse(text);
    if period.is_none() {
        let message = format!("«{}» không phải kỳ", shorten(text));
        let meant = period_meant(text).map_or_else(
            || "viết năm-Qsố, ví dụ 2024-Q2".to_owned(),
            |period| format!("viết {period}"),
        );
        sink.push(Finding::new(Code::WrongForm, message).at(&node.span).hint(meant));
    }
    period
}
