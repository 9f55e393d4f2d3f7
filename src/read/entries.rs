//! Entries under ids the plan declares. Not for keys the program knows ([`crate::yaml::fields`]).

use crate::diagnostic::{Code, Finding};
use crate::model::id::Id;
use crate::yaml::fields::{Sink, unknown};
use crate::yaml::tree::{Key, Node, Value};

/// The entries of a mapping whose keys must be among `declared`; others are found and left out.
pub(crate) fn known_entries<'n>(
    node: &'n Node,
    sink: &Sink,
    what: &str,
    declared: &[&str],
) -> Option<impl Iterator<Item = (Id, &'n Node)>> {
    let Value::Map(entries) = &node.value else {
        sink.push(
            Finding::new(Code::WrongForm, "chỗ này cần các dòng «mã: giá trị»").at(&node.span),
        );
        return None;
    };
    let known = |key: &Key| {
        let known = declared.contains(&key.text.as_str());
        if !known {
            sink.push(unknown(Code::UnknownName, what, key, declared.iter().copied()));
        }
        known
    };
    let kept: Vec<_> = entries.iter().filter(|(key, _)| known(key)).collect();
    Some(kept.into_iter().filter_map(|(key, node)| Some((Id::parse(&key.text).ok()?, node))))
}
