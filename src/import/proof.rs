//! Reads an edited return again: the values are those wanted, and nothing else is different. Not for editing it
//! ([`super::edit`]).

use super::edit::Edit;
use super::returns::{at, source};
use super::rows::Entry;
use crate::model::text::Line;
use crate::read::amounts::amount;
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::fields::Sink;
use crate::yaml::tree::{Node, Value};

/// What a node says, without where.
#[derive(Debug, PartialEq, Eq)]
enum Plain {
    Null,
    Scalar(String),
    List(Vec<Plain>),
    Map(Vec<(String, Plain)>),
}

/// Whether `edited` holds every entry, and besides `edits` all that `before` held.
#[must_use]
pub fn proved(before: &Node, edited: &str, edits: &[Edit], entries: &[Entry<'_>]) -> bool {
    let Ok(after) = yaml::parse(&SourceFile::new("", edited)) else { return false };
    holds(&after, entries) && rest(before, edits) == rest(&after, edits)
}

/// Whether every value of the table is what the reader of returns reads.
#[must_use]
pub fn holds(root: &Node, entries: &[Entry<'_>]) -> bool {
    let Some(figures) = at(root, "so_lieu") else { return entries.is_empty() };
    entries.iter().all(|entry| {
        let Some(node) = at(figures, entry.figure.id.as_str()) else { return false };
        let read = amount(node, entry.figure, &Sink::default());
        let named = entry.source.as_ref().map(Line::as_str);
        read.is_some_and(|read| read.amount == entry.amount)
            && named.is_none_or(|named| source(node).is_some_and(|line| line.as_str() == named))
    })
}

/// All that edits must leave alone.
fn rest(root: &Node, edits: &[Edit]) -> Plain {
    let Plain::Map(entries) = plain(root) else { return plain(root) };
    let without = |(key, value): (String, Plain)| match value {
        Plain::Map(figures) if key == "so_lieu" => (key, Plain::Map(untouched(figures, edits))),
        Plain::Null if key == "so_lieu" => (key, Plain::Map(Vec::new())),
        value => (key, value),
    };
    let kept = entries.into_iter().map(without);
    Plain::Map(
        kept.filter(|(key, value)| key != "so_lieu" || *value != Plain::Map(Vec::new())).collect(),
    )
}

fn untouched(figures: Vec<(String, Plain)>, edits: &[Edit]) -> Vec<(String, Plain)> {
    let touched = |key: &str| edits.iter().any(|edit| edit.figure == key);
    let one = |(key, value): (String, Plain)| match value {
        Plain::Map(long) if touched(&key) => {
            let edited = |inner: &str| matches!(inner, "gia_tri" | "nguon");
            let kept: Vec<_> = long.into_iter().filter(|(inner, _)| !edited(inner)).collect();
            (!kept.is_empty()).then_some((key, Plain::Map(kept)))
        }
        _ if touched(&key) => None,
        value => Some((key, value)),
    };
    figures.into_iter().filter_map(one).collect()
}

fn plain(node: &Node) -> Plain {
    match &node.value {
        Value::Null => Plain::Null,
        Value::Scalar(text) => Plain::Scalar(text.clone()),
        Value::List(items) => Plain::List(items.iter().map(plain).collect()),
        Value::Map(entries) => Plain::Map(
            entries.iter().map(|(key, value)| (key.text.clone(), plain(value))).collect(),
        ),
    }
}
