//! Reading single YAML values into checked types: text, numbers, dates, ids, lists.
//! Not for groups of keys ([`super::fields`]) and not for rules between values ([`crate::validate`]).

use chrono::NaiveDate;

use super::fields::{Sink, shorten};
use super::yaml::{Node, Value};
use crate::diagnostic::{Code, Finding};
use crate::model::date::PartialDate;
use crate::model::exact::Exact;
use crate::model::id::Id;
use crate::model::text::{Line, Text};
use crate::source::At;
use crate::validate::characters::braces;
use crate::vietnamese::number;

/// The text of any scalar as typed.
pub fn scalar<'n>(node: &'n Node, sink: &Sink) -> Option<&'n str> {
    if let Value::Scalar(text) = &node.value {
        return Some(text);
    }
    sink.push(wrong(node, "chỗ này cần một giá trị, không phải danh sách hay nhóm khóa"));
    None
}

/// One line of text, cleaned; line ends become spaces.
pub fn line(node: &Node, sink: &Sink) -> Option<Line> {
    let typed = scalar(node, sink)?;
    braces(typed, &node.span, sink);
    Some(Line::new(typed))
}

/// Paragraphs of text, cleaned and printed as typed.
pub fn text(node: &Node, sink: &Sink) -> Option<Text> {
    let text = prose(node, sink)?;
    braces(scalar(node, sink)?, &node.span, sink);
    Some(text)
}

/// Paragraphs of text, cleaned; what stands in braces is for the reader of the file to check.
pub fn prose(node: &Node, sink: &Sink) -> Option<Text> {
    let text = Text::parse(scalar(node, sink)?);
    (!text.is_empty()).then(|| text.at(&node.span))
}

/// An id, such as `dung-kno`.
pub fn id(node: &Node, sink: &Sink) -> Option<Id> {
    let text = scalar(node, sink)?;
    match Id::parse(text) {
        Ok(id) => Some(id),
        Err(why) => {
            sink.push(
                Finding::new(Code::BadId, format!("mã «{}» không hợp lệ: {why}", shorten(text)))
                    .at(&node.span)
                    .hint("mã chỉ gồm chữ thường không dấu, chữ số, - và _, ví dụ «dung-kno»"),
            );
            None
        }
    }
}

/// An id and where it stands.
pub fn id_at(node: &Node, sink: &Sink) -> Option<At<Id>> {
    id(node, sink).map(|value| At { value, span: node.span.clone() })
}

/// One id or a list of ids.
pub fn ids(node: &Node, sink: &Sink) -> Option<Vec<At<Id>>> {
    match &node.value {
        Value::List(_) => list(node, sink, id_at),
        _ => id_at(node, sink).map(|id| vec![id]),
    }
}

/// A list, each item read with `item`; items that cannot be read are left out (and found).
pub fn list<'n, T>(
    node: &'n Node,
    sink: &'n Sink,
    item: impl Fn(&'n Node, &'n Sink) -> Option<T>,
) -> Option<Vec<T>> {
    if let Value::List(items) = &node.value {
        return Some(items.iter().filter_map(|node| item(node, sink)).collect());
    }
    sink.push(
        wrong(node, "chỗ này cần một danh sách").hint("viết mỗi mục một dòng, bắt đầu bằng «- »"),
    );
    None
}

/// Yes or no.
pub fn flag(node: &Node, sink: &Sink) -> Option<bool> {
    match scalar(node, sink)? {
        "true" | "có" | "Có" | "True" => Some(true),
        "false" | "không" | "Không" | "False" => Some(false),
        other => {
            sink.push(
                wrong(node, &format!("«{}» không phải true hoặc false", shorten(other)))
                    .hint("viết true (có) hoặc false (không)"),
            );
            None
        }
    }
}

/// A whole number that fits `T`.
pub fn integer<T: std::str::FromStr>(node: &Node, sink: &Sink) -> Option<T> {
    let text = scalar(node, sink)?;
    let read = text.parse().ok();
    if read.is_none() {
        sink.push(wrong(node, &format!("«{}» không phải số nguyên hợp lệ ở đây", shorten(text))));
    }
    read
}

/// An exact decimal, written with a dot: `95`, `9.5`.
pub fn decimal(node: &Node, sink: &Sink) -> Option<Exact> {
    let text = scalar(node, sink)?;
    let read = number::parse_decimal(text);
    if read.is_none() {
        sink.push(
            wrong(node, &format!("«{}» không phải một số", shorten(text)))
                .hint("viết số liền, phần lẻ sau dấu chấm: 95 hoặc 9.5"),
        );
    }
    read
}

/// A full date, `2024-03-15`.
pub fn date(node: &Node, sink: &Sink) -> Option<NaiveDate> {
    let text = scalar(node, sink)?;
    let read =
        NaiveDate::parse_from_str(text, "%Y-%m-%d").ok().filter(|date| date.to_string() == text);
    if read.is_none() {
        sink.push(
            wrong(node, &format!("«{}» không phải ngày", shorten(text)))
                .hint("viết năm-tháng-ngày, đủ hai chữ số: 2024-03-15"),
        );
    }
    read
}

/// A date whose day may be blank: `2024-01-26` or `2024-01`.
pub fn partial_date(node: &Node, sink: &Sink) -> Option<PartialDate> {
    let text = scalar(node, sink)?;
    let read = PartialDate::parse(text);
    if read.is_none() {
        sink.push(
            wrong(node, &format!("«{}» không phải ngày hoặc tháng", shorten(text)))
                .hint("viết 2024-01-26, hoặc 2024-01 khi văn bản chưa ghi ngày"),
        );
    }
    read
}

/// One of a few words.
pub fn choice<T: Copy>(node: &Node, sink: &Sink, words: &[(&str, T)]) -> Option<T> {
    let text = scalar(node, sink)?;
    let found = words.iter().find(|(word, _)| *word == text).map(|(_, value)| *value);
    if found.is_none() {
        let names: Vec<&str> = words.iter().map(|(word, _)| *word).collect();
        sink.push(
            wrong(node, &format!("«{}» không dùng được ở đây", shorten(text)))
                .hint(format!("chọn một trong: {}", names.join(", "))),
        );
    }
    found
}

/// A finding that a value has the wrong form.
#[must_use]
pub fn wrong(node: &Node, message: &str) -> Finding {
    Finding::new(Code::WrongForm, message).at(&node.span)
}
