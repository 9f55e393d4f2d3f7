//! The fields of a return's form and what the file has for each. Not for how they look ([`super::view`]) and not for what was
//! typed into them ([`super::typed`]).

use std::collections::BTreeMap;

use super::entry_form::EntryForm;
use crate::forms::documents::{PARTS, path};
use crate::forms::text_fields::{TextField, reason_path};
use crate::import::blank_date::AS_OF;
use crate::import::returns::scalar;
use crate::model::figure::Figure;
use crate::model::returns::Amount;
use crate::read::amounts::amount;
use crate::web::asked::{Pairs, first};
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::is_keyword;

/// The name of the field with the mark of the file the form was made from.
pub(super) const VERSION: &str = "ban";
/// What stands before the name of a field with what the file had for it when the form was made.
pub(super) const BEFORE: &str = "goc.";
/// How a figure is reported: an estimate, or that none arose; else a value that stands.
pub(super) const ESTIMATE: &str = "uoc";
pub(super) const NONE_AROSE: &str = "khong_phat_sinh";

/// Fields with what stands in them.
pub(super) type FieldValues = BTreeMap<String, String>;

/// The field of a figure's value.
pub(super) fn value(figure: &Figure) -> String {
    value_of(figure.id.as_str())
}

/// The field of the value of the figure with this id.
pub(super) fn value_of(figure: &str) -> String {
    format!("so.{figure}")
}

/// The field of why a figure fell.
pub(super) fn reason(figure: &Figure) -> String {
    format!("loi.{}", reason_path(figure.id.as_str()).join("."))
}

/// The field of how a figure is reported.
pub(super) fn manner(figure: &Figure) -> String {
    format!("cach.{}", figure.id)
}

/// The field of where a figure comes from.
pub(super) fn source(figure: &Figure) -> String {
    format!("nguon.{}", figure.id)
}

/// So many new documents can be listed at once.
const DOCUMENTS: usize = 3;

/// A document the file lists: its place there from 0, the fields of its parts, and that of whether it is taken out.
pub(super) struct ListedRow {
    pub(super) place: usize,
    pub(super) parts: [String; 4],
    pub(super) gone: String,
}

impl ListedRow {
    /// The row of the document at `place`.
    pub(super) fn at(place: usize) -> Self {
        let name = |part: &str| Self::field(place, part);
        Self { place, parts: PARTS.map(name), gone: name("bo") }
    }

    /// The field of a part of the document at `place`.
    pub(super) fn field(place: usize, part: &str) -> String {
        format!("vbc.{}.{part}", place + 1)
    }

    /// Whether a field is one of its.
    pub(super) fn has(&self, field: &str) -> bool {
        self.gone == field || self.parts.iter().any(|part| part == field)
    }
}

/// The documents a file lists, by the fields it has.
pub(super) fn listed(disk: &FieldValues) -> impl Iterator<Item = ListedRow> {
    (0..).map(ListedRow::at).take_while(|row| disk.contains_key(&row.gone))
}

/// The documents the file listed when a form was made, by what the form says it had.
pub(super) fn listed_before(form: &Pairs) -> impl Iterator<Item = ListedRow> {
    let had = |row: &ListedRow| first(form, &format!("{BEFORE}{}", row.gone)).is_some();
    (0..).map(ListedRow::at).take_while(had)
}

/// The fields of new documents, a row each; none for a row without texts.
pub(super) fn documents(content: &EntryForm<'_>) -> Vec<[String; 4]> {
    let rows = if content.texts.is_empty() { 0 } else { DOCUMENTS };
    (1..=rows).map(|row| PARTS.map(|part| format!("vb.{row}.{part}"))).collect()
}

/// The field of a text.
pub(super) fn text(field: &TextField) -> String {
    format!("loi.{}", field.key())
}

/// What a file has for each field; nothing where there is no file.
pub(super) fn on_disk(content: &EntryForm<'_>, root: Option<&Node>) -> FieldValues {
    let date = root.and_then(|root| scalar(root, AS_OF)).unwrap_or_default();
    let mut fields = FieldValues::from([(AS_OF.to_owned(), date.to_owned())]);
    for row in &content.rows {
        let figure = row.figure;
        let node = root.and_then(|root| root.at("so_lieu")?.at(figure.id.as_str()));
        let (number, how) = figure_on_disk(figure, node);
        fields.insert(value(figure), number);
        fields.insert(manner(figure), how.to_owned());
        if figure.source_required {
            let known = node.and_then(|node| scalar(node, "nguon")).map(str::to_owned);
            fields.insert(source(figure), known.unwrap_or_default());
        }
    }
    for field in &content.texts {
        let node = field.path.iter().try_fold(root, |node, key| Some(node?.at(key)));
        let words = node.flatten().and_then(|node| match &node.value {
            Value::Scalar(words) => Some(words.trim_end().to_owned()),
            _ => None,
        });
        fields.insert(text(field), words.unwrap_or_default());
    }
    let list = root.and_then(|root| path().iter().try_fold(root, |node, key| node.at(key)));
    let list = list.filter(|_| !content.texts.is_empty());
    if let Some(Value::List(items)) = list.map(|list| &list.value) {
        fields.extend(items.iter().enumerate().flat_map(|(place, item)| document(place, item)));
    }
    // New documents are none of the file's yet.
    fields.extend(documents(content).into_iter().flatten().map(|name| (name, String::new())));
    fields
}

/// A document of the file.
fn document(place: usize, item: &Node) -> impl Iterator<Item = (String, String)> {
    let row = ListedRow::at(place);
    // On one line, as a field has it.
    let said = |part| {
        let words = scalar(item, part).unwrap_or_default();
        words.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let said = PARTS.map(said);
    row.parts.into_iter().zip(said).chain([(row.gone, String::new())])
}

/// A figure's value as it is typed, and how it is reported.
fn figure_on_disk(figure: &Figure, node: Option<&Node>) -> (String, &'static str) {
    let Some(node) = node else { return (String::new(), "") };
    let typed = node.at("gia_tri").unwrap_or(node);
    let Value::Scalar(typed) = &typed.value else { return (String::new(), "") };
    if is_keyword(typed, Amount::NONE_AROSE) {
        return (String::new(), NONE_AROSE);
    }
    let read = amount(node, figure, &Sink::default());
    let estimated = read.as_ref().is_some_and(|read| read.estimate);
    (decimal_comma(typed, figure), if estimated { ESTIMATE } else { "" })
}

/// A number as it is written on the page: `1250.5` of a file is `1250,5`; what is anything else stays as it is.
fn decimal_comma(typed: &str, figure: &Figure) -> String {
    match typed.trim().strip_prefix('-').unwrap_or(typed.trim()).split_once('.') {
        Some((whole, rest)) if are_digits(whole) && are_decimals(rest, figure) => {
            typed.trim().replace('.', ",")
        }
        _ => typed.to_owned(),
    }
}

/// Whether digits behind a comma or point are decimals: three may be thousands.
pub(super) fn are_decimals(rest: &str, figure: &Figure) -> bool {
    are_digits(rest) && (rest.len() != 3 || figure.decimals >= 3)
}

/// Whether it is digits and nothing else.
pub(super) fn are_digits(part: &str) -> bool {
    !part.is_empty() && part.bytes().all(|byte| byte.is_ascii_digit())
}

/// The fields of a form where the file cannot be looked at: those it asks for, and the documents it listed.
pub(super) fn unread(content: &EntryForm<'_>, form: &Pairs) -> FieldValues {
    let mut fields = on_disk(content, None);
    for row in listed_before(form) {
        fields.extend(row.parts.into_iter().chain([row.gone]).map(|name| (name, String::new())));
    }
    fields
}

/// What a form sent for these fields, and what the file had when the form was made. Of a field the form did not have nothing was
/// typed: it stays as the file has it.
pub(super) fn sent(form: &Pairs, known: &FieldValues) -> (FieldValues, FieldValues) {
    let of = |prefix: &str| {
        let value = |(name, now): (&String, &String)| {
            let sent = first(form, &format!("{prefix}{name}")).unwrap_or(now);
            (name.clone(), sent.replace("\r\n", "\n").replace(['\r', '\u{b}', '\u{c}'], "\n"))
        };
        known.iter().map(value).collect()
    };
    (of(""), of(BEFORE))
}

/// Whether two say the same: what browsers and files add at the end says nothing.
pub(super) fn same(one: &str, other: &str) -> bool {
    one.trim_end() == other.trim_end()
}
