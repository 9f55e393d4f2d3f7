//! What a form changes of the documents a file lists, and how that is told. Not for new ones ([`super::documents`]).

use super::documents;
use crate::import::draft::ValueChange;
use crate::import::text_edit::{NewValue, TextEdit};
use crate::yaml::fields::shorten;
use crate::yaml::tree::{Node, Value};

/// What becomes of the documents a file lists, as far as that is not so already.
pub(super) fn listed_edits(root: &Node, asked: &[TextEdit]) -> (Vec<TextEdit>, Vec<ValueChange>) {
    let (mut edits, mut changes) = (Vec::new(), Vec::new());
    for edit in asked {
        // An item that says nothing can be taken out, too.
        let there = at(root, &edit.path);
        let before = there.filter(|node| edit.value == NewValue::Gone || !is_nothing(node));
        if !documents::is_so(edit, before) {
            changes.push(listed_change(edit, before));
            edits.push(edit.clone());
        }
    }
    (edits, changes)
}

/// Whether nothing stands there.
pub(super) fn is_nothing(node: &Node) -> bool {
    matches!(node.value, Value::Null)
}

/// What becomes of a document the file lists; a part of it, or all of it.
fn listed_change(edit: &TextEdit, before: Option<&Node>) -> ValueChange {
    let place = |key: &String| match key.parse::<usize>() {
        Ok(place) => (place + 1).to_string(),
        Err(_) => key.clone(),
    };
    let after = match &edit.value {
        NewValue::Line(words) => told_words(words),
        value if documents::is_nothing(value) => "(bỏ)".to_owned(),
        NewValue::Plain(word) => word.clone(),
        _ => String::new(),
    };
    let key = edit.path.iter().map(place).collect::<Vec<_>>().join(".");
    let said = |node: &Node| match node.value {
        Value::Map(_) => documents::told(node),
        _ => words(node),
    };
    ValueChange { key, before: before.map(|node| told_words(&said(node))), after }
}

/// The value at a path; of a list, by its place from 0.
pub(super) fn at<'n>(root: &'n Node, path: &[String]) -> Option<&'n Node> {
    path.iter().try_fold(root, |node, key| match &node.value {
        Value::List(items) => items.get(key.parse::<usize>().ok()?),
        _ => node.at(key),
    })
}

/// A value as it is written.
pub(super) fn words(node: &Node) -> String {
    match &node.value {
        Value::Scalar(text) => text.clone(),
        _ => node.span.text().to_owned(),
    }
}

/// A text in a line of what is told.
pub(super) fn told_words(text: &str) -> String {
    format!("«{}»", shorten(&text.split_whitespace().collect::<Vec<_>>().join(" ")))
}
