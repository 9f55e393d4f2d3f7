//! Which field of a return's form a place in its file belongs to: for findings, and for words on a printed page. Not for the fields
//! themselves ([`super::fields`]).

use std::ops::Range;

use super::entry_form::EntryForm;
use super::fields::{text, value};
use crate::import::blank_date::AS_OF;
use crate::source::{SourceFile, Span};
use crate::yaml;
use crate::yaml::tree::{Node, Value};

/// The fields of a form by where their values stand in a file.
#[derive(Debug, Default)]
pub(in crate::web) struct FieldPlaces {
    /// What findings call the file.
    name: String,
    places: Vec<(Range<usize>, String)>,
}

impl FieldPlaces {
    /// Where the fields' values stand in a file with this text.
    #[must_use]
    pub(super) fn of(content: &EntryForm<'_>, name: &str, file: &str) -> Self {
        let Ok(root) = yaml::parse(&SourceFile::new(name, file)) else { return Self::default() };
        let mut places = Vec::new();
        let mut add = |path: &[&str], field: String| {
            places.extend(at(&root, path).map(|place| (place, field)));
        };
        add(&[AS_OF], AS_OF.to_owned());
        for row in &content.rows {
            add(&["so_lieu", row.figure.id.as_str()], value(row.figure));
        }
        for field in &content.texts {
            let path: Vec<&str> = field.path.iter().map(String::as_str).collect();
            add(&path, text(field));
        }
        Self { name: name.to_owned(), places }
    }

    /// The field of a place in the file.
    #[must_use]
    pub(in crate::web) fn field(&self, file: &str, place: usize) -> Option<&str> {
        let mut own = self.places.iter().filter(|(range, _)| range.contains(&place));
        own.next().filter(|_| file == self.name).map(|(_, field)| field.as_str())
    }

    /// The field a finding's place is in.
    #[must_use]
    pub(in crate::web) fn of_span(&self, span: &Span) -> Option<&str> {
        self.field(span.file().path(), span.range().start)
    }
}

/// From the key to the end of the value.
fn at(root: &Node, path: &[&str]) -> Option<Range<usize>> {
    let (last, above) = path.split_last()?;
    let parent = above.iter().try_fold(root, |node, key| node.at(key))?;
    let (key, node) = (parent.key(last)?, parent.at(last)?);
    Some(key.range().start..end(node).max(key.range().end))
}

/// Where a value ends: of a group, its last one.
fn end(node: &Node) -> usize {
    let own = node.span.range().end;
    match &node.value {
        Value::Map(entries) => entries.last().map_or(own, |(_, value)| end(value).max(own)),
        Value::List(items) => items.last().map_or(own, |item| end(item).max(own)),
        _ => own,
    }
}
