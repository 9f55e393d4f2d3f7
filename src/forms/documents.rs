//! The documents a form lists held against those of a return: which are new, what is put right, how they are written there. Not for reading the
//! form ([`super::document_rows`]).

use std::collections::BTreeMap;

use super::filled::TypedDocument;
use crate::diagnostic::{Code, Finding};
use crate::import::edit::quoted;
use crate::import::text_edit::{KeyPath, NewValue, TextEdit};
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

/// What an entry of the list says, on one line.
#[must_use]
pub(crate) fn told(item: &Node) -> String {
    let said = PARTS.iter().filter_map(|part| scalar(item, part));
    said.collect::<Vec<_>>().join(", ")
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

/// The keys of a document that a form asks for: kind, number, date, subject.
pub(crate) const PARTS: [&str; 4] = ["loai", "so", "ngay", "trich_yeu"];

/// That a part of the document at `place`, from 0, is to say this; none: nothing.
#[must_use]
pub(crate) fn corrected(place: usize, part: &str, said: Option<NewValue>) -> TextEdit {
    let path = [path(), vec![place.to_string(), part.to_owned()]].concat();
    TextEdit { path, value: said.unwrap_or_else(|| NewValue::Plain(NOTHING.to_owned())) }
}

/// That the document at `place`, from 0, is taken out of the list.
#[must_use]
pub(crate) fn taken_out(place: usize) -> TextEdit {
    TextEdit { path: [path(), vec![place.to_string()]].concat(), value: NewValue::Gone }
}

/// Whether nothing is to stand there.
#[must_use]
pub(crate) fn is_nothing(value: &NewValue) -> bool {
    match value {
        NewValue::Gone => true,
        NewValue::Plain(word) => word == NOTHING,
        _ => false,
    }
}

/// Whether what is there says already what an edit is to put there.
#[must_use]
pub(crate) fn is_so(edit: &TextEdit, there: Option<&Node>) -> bool {
    match (there.map(words), &edit.value) {
        (None, value) => is_nothing(value),
        (Some(now), NewValue::Line(words) | NewValue::Plain(words)) => now == *words,
        (Some(_), _) => false,
    }
}

/// What a part that says nothing is written as.
const NOTHING: &str = "null";

/// Whether a list says what it said before these edits of it, and what they put there.
#[must_use]
pub(crate) fn holds(before: Option<&Node>, after: Option<&Node>, edits: &[TextEdit]) -> bool {
    let wanted = said_after(before, edits);
    wanted.is_some_and(|wanted| items(after).iter().map(said).eq(wanted))
}

/// What each document says: its keys with their words.
type Said = BTreeMap<String, String>;

fn items(list: Option<&Node>) -> &[Node] {
    if let Some(Value::List(items)) = list.map(|node| &node.value) { items } else { &[] }
}

fn said(item: &Node) -> Said {
    let Value::Map(entries) = &item.value else { return Said::from([(String::new(), flat(item))]) };
    let entries = entries.iter().filter(|(_, value)| !matches!(value.value, Value::Null));
    entries.map(|(key, value)| (key.text.clone(), words(value))).collect()
}

fn words(value: &Node) -> String {
    if let Value::Scalar(words) = &value.value { words.clone() } else { flat(value) }
}

/// What the documents are to say after these edits; none if one of them is of something else.
fn said_after(before: Option<&Node>, edits: &[TextEdit]) -> Option<Vec<Said>> {
    let mut all: Vec<Option<Said>> = items(before).iter().map(|item| Some(said(item))).collect();
    let mut new = Vec::new();
    for edit in edits {
        let place = |key: &String| key.parse::<usize>().ok();
        match (edit.path.strip_prefix(path().as_slice())?, &edit.value) {
            ([], NewValue::Items(items)) => new.extend(items),
            ([own], NewValue::Gone) => *all.get_mut(place(own)?)? = None,
            ([own, part], value) => put(all.get_mut(place(own)?)?.as_mut()?, part, value)?,
            _ => return None,
        }
    }
    let read = |item: &String| yaml::parse(&SourceFile::new("", item.as_str())).ok();
    let new: Option<Vec<Said>> = new.into_iter().map(|item| Some(said(&read(item)?))).collect();
    Some(all.into_iter().flatten().chain(new?).collect())
}

fn put(said: &mut Said, part: &str, value: &NewValue) -> Option<()> {
    match value {
        NewValue::Plain(word) if word == NOTHING => _ = said.remove(part),
        NewValue::Line(words) | NewValue::Plain(words) => {
            said.insert(part.to_owned(), words.clone());
        }
        _ => return None,
    }
    Some(())
}
