//! A YAML file as a tree of spanned nodes, so that every wrong value can be pointed at and one file can have
//! many findings. Not for what the keys mean; that is [`super::fields`] and its users.

use std::fmt;
use std::sync::Arc;

use serde::Deserialize;
use serde::de::{Deserializer, MapAccess, SeqAccess, Visitor};
use serde_yaml::options::DuplicateKeyPolicy;
use serde_yaml::{Error, Spanned};

use super::repairs;
use super::syntax::{bytes, line, repeated_key, syntax};
use crate::diagnostic::Finding;
use crate::source::{SourceFile, Span};
use crate::vietnamese::text::is_odd_space;

/// Nesting beyond this is refused: no return or plan needs more than six levels.
const MAX_DEPTH: usize = 32;

/// A value and where it stands.
#[derive(Debug, Clone)]
pub struct Node {
    /// What it is.
    pub value: Value,
    /// Where it is.
    pub span: Span,
}

impl Node {
    /// The value under a key, if this is a mapping that has it.
    #[must_use]
    pub fn at(&self, key: &str) -> Option<&Self> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(known, _)| known.text == key).map(|(_, value)| value)
    }

    /// Where a key stands, if this is a mapping that has it.
    #[must_use]
    pub(crate) fn key(&self, key: &str) -> Option<&Span> {
        let Value::Map(entries) = &self.value else { return None };
        entries.iter().find(|(known, _)| known.text == key).map(|(known, _)| &known.span)
    }
}

/// What a node is. Scalars keep the text as typed: `35.699` stays `35.699`.
#[derive(Debug, Clone)]
pub enum Value {
    /// Absent, `null`, `~`.
    Null,
    /// Any scalar.
    Scalar(String),
    /// A list.
    List(Vec<Node>),
    /// A mapping, in file order.
    Map(Vec<(Key, Node)>),
}

/// A mapping's key.
#[derive(Debug, Clone)]
pub struct Key {
    /// The key as typed.
    pub text: String,
    /// Where it stands.
    pub(crate) span: Span,
}

/// Parses a whole file. An empty file is [`Value::Null`].
///
/// # Errors
/// A syntax error, as a finding at its line.
pub fn parse(file: &Arc<SourceFile>) -> Result<Node, Finding> {
    let read = read(file, DuplicateKeyPolicy::Error).map_err(|error| {
        let finding = syntax(file, &error, &first_error);
        match first_of_two(file, &error) {
            Some(first) => finding.first_at(&first),
            None => finding,
        }
    })?;
    let odd = begins_oddly(&read).then(|| repairs::odd_indents(file)).flatten();
    match odd {
        Some(repair) if first_error(repair.text()).is_none() => Err(repair.finding()),
        _ => Ok(read),
    }
}

/// Whether a key begins with a space that is none of YAML's.
fn begins_oddly(node: &Node) -> bool {
    match &node.value {
        Value::Null | Value::Scalar(_) => false,
        Value::List(items) => items.iter().any(begins_oddly),
        Value::Map(entries) => entries
            .iter()
            .any(|(key, value)| key.text.starts_with(is_odd_space) || begins_oddly(value)),
    }
}

/// The line of the first error of a text, if it has one; what stands twice is none of its signs.
fn first_error(text: &str) -> Option<usize> {
    let file = SourceFile::new("", text);
    read(&file, DuplicateKeyPolicy::PassThrough).err().map(|error| line(&error))
}

fn read(file: &Arc<SourceFile>, duplicate_keys: DuplicateKeyPolicy) -> Result<Node, Error> {
    let options = serde_yaml::options! {
        budget: serde_yaml::budget! { max_depth: MAX_DEPTH, max_nodes: 200_000, max_aliases: 50 },
        merge_keys: serde_yaml::options::MergeKeyPolicy::AsOrdinary,
        duplicate_keys: duplicate_keys,
    };
    let raw: Spanned<Raw> = serde_yaml::from_str_with_options(file.text(), options)?;
    Ok(raw.into_node(file))
}

/// The first of two keys that are the same, of which the parser tells the second: found by reading both, if the file has
/// no other error.
fn first_of_two(file: &Arc<SourceFile>, error: &Error) -> Option<Span> {
    let second = repeated_key(error)?;
    let node = read(file, DuplicateKeyPolicy::PassThrough).ok()?;
    let first = twin(&node, second)?;
    Some(first.clone())
}

/// The place of a key in the same group as the one that starts at `second`, with its text and before it.
fn twin(node: &Node, second: usize) -> Option<&Span> {
    match &node.value {
        Value::Null | Value::Scalar(_) => None,
        Value::List(items) => items.iter().find_map(|item| twin(item, second)),
        Value::Map(entries) => {
            let at = entries.iter().position(|(key, _)| key.span.range().start == second);
            let Some(at) = at else {
                return entries.iter().find_map(|(_, value)| twin(value, second));
            };
            let same = entries[..at].iter().find(|(key, _)| key.text == entries[at].0.text);
            same.map(|(key, _)| &key.span)
        }
    }
}

enum Raw {
    Null,
    Text(String),
    /// A scalar whose text as typed is read from the source.
    Typed(String),
    List(Vec<Spanned<Raw>>),
    Map(Vec<(Spanned<String>, Spanned<Raw>)>),
}

trait IntoNode {
    fn into_node(self, file: &Arc<SourceFile>) -> Node;
}

impl IntoNode for Spanned<Raw> {
    fn into_node(self, file: &Arc<SourceFile>) -> Node {
        let span = Span::new(file, bytes(self.referenced).unwrap_or_default());
        let value = match self.value {
            Raw::Null => Value::Null,
            Raw::Text(text) => Value::Scalar(text),
            Raw::Typed(text) if self.referenced != self.defined || span.text().is_empty() => {
                Value::Scalar(text)
            }
            Raw::Typed(_) => Value::Scalar(span.text().trim().to_owned()),
            Raw::List(items) => {
                Value::List(items.into_iter().map(|item| item.into_node(file)).collect())
            }
            Raw::Map(entries) => Value::Map(
                entries
                    .into_iter()
                    .map(|(key, value)| (into_key(key, file), value.into_node(file)))
                    .collect(),
            ),
        };
        Node { value, span }
    }
}

fn into_key(key: Spanned<String>, file: &Arc<SourceFile>) -> Key {
    Key { text: key.value, span: Span::new(file, bytes(key.referenced).unwrap_or_default()) }
}

impl<'de> Deserialize<'de> for Raw {
    fn deserialize<D: Deserializer<'de>>(deserializer: D) -> Result<Self, D::Error> {
        deserializer.deserialize_any(RawVisitor)
    }
}

struct RawVisitor;

impl<'de> Visitor<'de> for RawVisitor {
    type Value = Raw;

    fn expecting(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
        f.write_str("a YAML value")
    }

    fn visit_unit<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_none<E>(self) -> Result<Raw, E> {
        Ok(Raw::Null)
    }

    fn visit_bool<E>(self, value: bool) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_i64<E>(self, value: i64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_u64<E>(self, value: u64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_i128<E>(self, value: i128) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_u128<E>(self, value: u128) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_f64<E>(self, value: f64) -> Result<Raw, E> {
        Ok(Raw::Typed(value.to_string()))
    }

    fn visit_str<E>(self, value: &str) -> Result<Raw, E> {
        Ok(Raw::Text(value.to_owned()))
    }

    fn visit_string<E>(self, value: String) -> Result<Raw, E> {
        Ok(Raw::Text(value))
    }

    fn visit_seq<A: SeqAccess<'de>>(self, mut items: A) -> Result<Raw, A::Error> {
        let mut list = Vec::new();
        while let Some(item) = items.next_element()? {
            list.push(item);
        }
        Ok(Raw::List(list))
    }

    fn visit_map<A: MapAccess<'de>>(self, mut entries: A) -> Result<Raw, A::Error> {
        let mut map = Vec::new();
        while let Some(entry) = entries.next_entry()? {
            map.push(entry);
        }
        Ok(Raw::Map(map))
    }
}
