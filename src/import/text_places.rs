//! Where values stand in a return's YAML: from which byte to which. Not for putting others there ([`super::text_edit`]).

use std::ops::Range;

use crate::yaml::tree::{Key, Node, Value};

/// Where a value begins: behind the colon of its key.
pub(super) fn colon(text: &str, key: &Key) -> Option<usize> {
    let end = key.span.range().end;
    Some(end + text[end..].find(':')? + 1)
}

/// The bytes of a value; of one that is not written, none.
pub(super) fn bytes_of(text: &str, key: &Key, value: &Node) -> Option<Range<usize>> {
    let colon = colon(text, key)?;
    let range = value.span.range();
    let typed = text.get(range.clone()).unwrap_or_default().trim();
    let written = range.start >= colon && !typed.is_empty();
    let null =
        !matches!(value.value, Value::Null) || matches!(typed, "null" | "~" | "Null" | "NULL");
    if !written || !null {
        return Some(colon..colon);
    }
    let start = range.start + (text[range.clone()].len() - text[range.clone()].trim_start().len());
    Some(start..start + typed.len())
}

/// Where what a key has ends: the tree knows where lists and groups begin, and where single values end.
pub(super) fn value_end(text: &str, key: &Key, value: &Node) -> Option<usize> {
    let start = key.span.range().end;
    match &value.value {
        Value::Null => Some(bytes_of(text, key, value)?.end),
        _ => Some(text[..node_end(text, value)?.max(start)].trim_end().len()),
    }
}

/// Where a value ends.
pub(super) fn node_end(text: &str, node: &Node) -> Option<usize> {
    let range = node.span.range();
    let opened = text[range.start..].trim_start();
    match &node.value {
        Value::List(_) if opened.starts_with('[') => Some(close_of(text, node, ']')? + 1),
        Value::Map(_) if opened.starts_with('{') => Some(close_of(text, node, '}')? + 1),
        Value::List(items) => items.last().map_or(Some(range.end), |item| node_end(text, item)),
        Value::Map(entries) => {
            entries.last().map_or(Some(range.end), |(key, value)| value_end(text, key, value))
        }
        Value::Null | Value::Scalar(_) => Some(range.end),
    }
}

/// The bracket that closes a `[ … ]` or `{ … }`: the first behind all that is inside.
pub(super) fn close_of(text: &str, node: &Node, bracket: char) -> Option<usize> {
    let last = match &node.value {
        Value::List(items) => items.last().map(|item| node_end(text, item)),
        Value::Map(entries) => entries.last().map(|(key, value)| value_end(text, key, value)),
        Value::Null | Value::Scalar(_) => None,
    };
    let from = last.unwrap_or(Some(node.span.range().start))?;
    Some(from + text[from..].find(bracket)?)
}

/// The end of the line a place is on.
pub(super) fn line_end(text: &str, at: usize) -> usize {
    text[at..].find('\n').map_or(text.len(), |length| at + length)
}

/// How far in a place stands.
pub(super) fn column(text: &str, at: usize) -> usize {
    at - text[..at].rfind('\n').map_or(0, |line| line + 1)
}
