//! Whether a return that was edited says all else as before. Not for figures ([`super::verify`]).

use super::text_edit::TextEdit;
use crate::yaml::tree::{Key, Node, Value};

/// Whether `after` is `before` with nothing else changed than `edits`, and a key they stand under that was empty.
#[must_use]
pub(crate) fn only_edited(before: &Node, after: &Node, edits: &[TextEdit]) -> bool {
    let paths: Vec<&[String]> = edits.iter().map(|edit| edit.path.as_slice()).collect();
    is_same(Some(before), Some(after), &paths)
}

fn is_same(before: Option<&Node>, after: Option<&Node>, edited: &[&[String]]) -> bool {
    if edited.iter().any(|path| path.is_empty()) {
        return true;
    }
    match (before.map(|node| &node.value), after.map(|node| &node.value)) {
        (Some(Value::Map(old)), Some(Value::Map(new))) => all_same(old, new, edited),
        (None | Some(Value::Null), Some(Value::Map(new))) if !edited.is_empty() => {
            all_same(&[], new, edited)
        }
        (Some(Value::List(old)), new @ Some(Value::List(_) | Value::Null))
            if !edited.is_empty() =>
        {
            let new = if let Some(Value::List(new)) = new { new.as_slice() } else { &[] };
            items_same(old, new, edited)
        }
        (Some(Value::List(old)), Some(Value::List(new))) => {
            let mut pairs = old.iter().zip(new);
            old.len() == new.len() && pairs.all(|(a, b)| is_same(Some(a), Some(b), &[]))
        }
        (Some(Value::Scalar(old)), Some(Value::Scalar(new))) => old == new,
        (Some(Value::Null) | None, Some(Value::Null) | None) => before.is_some() == after.is_some(),
        _ => false,
    }
}

/// Whether a list has the same items but for those that were edited by their place from 0; a place alone is of one that is gone.
fn items_same(old: &[Node], new: &[Node], edited: &[&[String]]) -> bool {
    let below = |place: usize| {
        let own = edited.iter().filter_map(move |path| path.split_first());
        own.filter(move |(key, _)| key.parse() == Ok(place)).map(|(_, below)| below)
    };
    let stays = |place: &usize| below(*place).all(|path| !path.is_empty());
    let kept: Vec<usize> = (0..old.len()).filter(stays).collect();
    let same = |(place, now): (&usize, &Node)| {
        is_same(Some(&old[*place]), Some(now), &below(*place).collect::<Vec<_>>())
    };
    kept.len() == new.len() && kept.iter().zip(new).all(same)
}

fn all_same(old: &[(Key, Node)], new: &[(Key, Node)], edited: &[&[String]]) -> bool {
    let at = |all: &[(Key, Node)], key: &str| all.iter().position(|(known, _)| known.text == key);
    let same = |key: &str| {
        let inner = edited.iter().filter(|path| path.first().is_some_and(|first| first == key));
        let inner: Vec<&[String]> = inner.map(|path| &path[1..]).collect();
        let (a, b) = (at(old, key).map(|at| &old[at].1), at(new, key).map(|at| &new[at].1));
        is_same(a, b, &inner)
    };
    old.iter().chain(new).all(|(key, _)| same(&key.text))
}
