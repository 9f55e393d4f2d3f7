//! Reads an edited return again: the values are those wanted, and nothing else is different. Not for editing it
//! ([`super::edit`]).

use super::differences::{is_estimate, is_same};
use super::edit::Edit;
use super::returns::source;
use super::rows::TableValue;
use crate::model::returns::Reported;
use crate::model::text::Line;
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// What a node says, without where.
#[derive(Debug, PartialEq, Eq)]
enum PlainNode {
    Null,
    Scalar(String),
    List(Vec<PlainNode>),
    Map(Vec<(String, PlainNode)>),
}

/// Whether `edited` holds every value, and besides `edits` all that `before` held.
#[must_use]
pub(crate) fn verified(
    before: &Node,
    edited: &str,
    edits: &[Edit],
    values: &[TableValue<'_>],
) -> bool {
    let Ok(after) = yaml::parse(&SourceFile::new("", edited)) else { return false };
    holds(&after, values) && unedited(before, edits) == unedited(&after, edits)
}

/// Whether every value of the table is what the reader of returns reads.
#[must_use]
pub(crate) fn holds(root: &Node, values: &[TableValue<'_>]) -> bool {
    let Some(figures) = root.at("so_lieu") else { return values.is_empty() };
    values.iter().all(|value| {
        let Some(node) = figures.at(value.figure.id.as_str()) else { return false };
        let named = value.source.as_ref().map(Line::as_str);
        is_same(value, Some(node))
            && (value.estimate != Some(true) || is_estimate(value.figure, node))
            && named.is_none_or(|named| source(node).is_some_and(|line| line.as_str() == named))
    })
}

/// All that edits must leave alone.
fn unedited(root: &Node, edits: &[Edit]) -> PlainNode {
    let PlainNode::Map(entries) = plain(root) else { return plain(root) };
    let without = |(key, value): (String, PlainNode)| match value {
        PlainNode::Map(figures) if key == "so_lieu" => {
            (key, PlainNode::Map(unedited_figures(figures, edits)))
        }
        PlainNode::Null if key == "so_lieu" => (key, PlainNode::Map(Vec::new())),
        value => (key, value),
    };
    let kept = entries.into_iter().map(without);
    PlainNode::Map(
        kept.filter(|(key, value)| key != "so_lieu" || *value != PlainNode::Map(Vec::new()))
            .collect(),
    )
}

fn unedited_figures(figures: Vec<(String, PlainNode)>, edits: &[Edit]) -> Vec<(String, PlainNode)> {
    let is_edited = |key: &str| edits.iter().any(|edit| edit.figure == key);
    let unedited = |(key, value): (String, PlainNode)| match value {
        PlainNode::Map(long) if is_edited(&key) => {
            let edited =
                |inner: &str| matches!(inner, "gia_tri" | "nguon" | "uoc" | Reported::CARRIED);
            let kept: Vec<_> = long.into_iter().filter(|(inner, _)| !edited(inner)).collect();
            (!kept.is_empty()).then_some((key, PlainNode::Map(kept)))
        }
        _ if is_edited(&key) => None,
        value => Some((key, value)),
    };
    figures.into_iter().filter_map(unedited).collect()
}

fn plain(node: &Node) -> PlainNode {
    match &node.value {
        Value::Null => PlainNode::Null,
        Value::Scalar(text) => PlainNode::Scalar(text.clone()),
        Value::List(items) => PlainNode::List(items.iter().map(plain).collect()),
        Value::Map(entries) => PlainNode::Map(
            entries.iter().map(|(key, value)| (key.text.clone(), plain(value))).collect(),
        ),
    }
}
