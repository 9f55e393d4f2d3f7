//! The documents a form lists held against those of a return: which are new, how they are written there. Not for reading the
//! form ([`super::document_rows`]).

use super::filled::TypedDocument;
use crate::diagnostic::{Code, Finding};
use crate::import::edit::quoted;
use crate::import::text_edit::KeyPath;
use crate::model::date::PartialDate;
use crate::model::written_date::short;
use crate::source::SourceFile;
use crate::vietnamese::nearest::fold;
use crate::yaml;
use crate::yaml::flat::flat;
use crate::yaml::tree::{Node, Value};

/// Where documents stand in a return.
#[must_use]
pub(crate) fn path() -> KeyPath {
    vec!["lanh_dao".to_owned(), "van_ban".to_owned()]
}

/// The documents a return has not yet.
///
/// # Errors
/// One the return has with another date or subject.
pub(crate) fn added<'t>(
    list: Option<&Node>,
    typed: &'t [TypedDocument],
) -> Result<Vec<&'t TypedDocument>, Finding> {
    let listed: &[Node] = match list.map(|node| &node.value) {
        Some(Value::List(items)) => items,
        _ => &[],
    };
    let mut new = Vec::new();
    for one in typed {
        let called: Vec<&Node> = listed.iter().filter(|node| is_called(node, one)).collect();
        match called.first() {
            None => new.push(one),
            Some(_) if called.iter().any(|node| says(node, one)) => {}
            Some(node) => return Err(otherwise(node, one)),
        }
    }
    Ok(new)
}

fn scalar<'n>(node: &'n Node, key: &str) -> Option<&'n str> {
    match &node.at(key)?.value {
        Value::Scalar(text) if !text.trim().is_empty() => Some(text.trim()),
        _ => None,
    }
}

/// Whether an entry is of that document: kind and number, or without a number its subject, or without that its date.
fn is_called(node: &Node, one: &TypedDocument) -> bool {
    let same = |key: &str, typed: Option<&String>| {
        scalar(node, key).map(fold) == typed.map(|typed| fold(typed))
    };
    let date = one.date.map(|date| date.to_string());
    let is_named = match (&one.number, &one.subject) {
        (Some(_), _) => true,
        (None, Some(subject)) => same("trich_yeu", Some(subject)),
        (None, None) => same("trich_yeu", None) && (date.is_none() || same("ngay", date.as_ref())),
    };
    same("loai", Some(&one.kind)) && same("so", one.number.as_ref()) && is_named
}

/// Whether an entry says all that was typed.
fn says(node: &Node, one: &TypedDocument) -> bool {
    let date = one.date.map(|date| date.to_string());
    let said = |key: &str, typed: Option<&str>| {
        typed.is_none_or(|typed| scalar(node, key).is_some_and(|text| fold(text) == fold(typed)))
    };
    said("ngay", date.as_deref()) && said("trich_yeu", one.subject.as_deref())
}

fn otherwise(node: &Node, one: &TypedDocument) -> Finding {
    let message = format!("{} trong tệp báo cáo ghi ngày hoặc trích yếu khác", called(one));
    let finding = Finding::new(Code::NotEdited, message).at(&one.span);
    finding
        .also(&node.span, "tệp báo cáo ghi ở đây")
        .hint("sửa văn bản ấy trong tệp báo cáo hoặc trong biểu cho khớp rồi nhập lại")
}

/// What a document is called.
#[must_use]
pub(crate) fn called(one: &TypedDocument) -> String {
    let number = one.number.as_ref().map(|number| format!(" số {number}"));
    let date = one.date.map(|date| format!(" ngày {}", short(PartialDate::from(date))));
    format!("{}{}{}", one.kind, number.unwrap_or_default(), date.unwrap_or_default())
}

/// A document as an entry of the list.
#[must_use]
pub(crate) fn item(one: &TypedDocument) -> String {
    let mut parts = vec![format!("loai: {}", quoted(&one.kind))];
    parts.extend(one.number.as_ref().map(|number| format!("so: {}", quoted(number))));
    parts.extend(one.date.map(|date| format!("ngay: {date}")));
    parts.extend(one.subject.as_ref().map(|subject| format!("trich_yeu: {}", quoted(subject))));
    format!("{{ {} }}", parts.join(", "))
}

/// Whether a list is the one before with these items behind it.
#[must_use]
pub(crate) fn holds(before: Option<&Node>, after: &Node, items: &[String]) -> bool {
    let Value::List(now) = &after.value else { return false };
    let old = match before.map(|node| &node.value) {
        Some(Value::List(old)) => old.as_slice(),
        _ => &[],
    };
    let new = items.iter().map(|item| yaml::parse(&SourceFile::new("", item.as_str())).ok());
    let wanted: Option<Vec<String>> =
        old.iter().map(|node| Some(flat(node))).chain(new.map(|node| Some(flat(&node?)))).collect();
    wanted.is_some_and(|wanted| now.iter().map(flat).eq(wanted))
}
