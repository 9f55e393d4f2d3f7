//! Names of units in a sentence: those of one kind that stand together are named after it once. Not for how a list is worded
//! (the phrase bank).

use serde::Serialize;

use crate::model::unit::Unit;

/// Units of one kind that stand together: `các xã Lát, Đạ Sar`.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub(crate) struct NameGroup {
    /// Their kind; empty where a name stands alone.
    pub(crate) loai: String,
    /// Their names without it.
    pub(crate) ten: Vec<String>,
}

/// The names of units, in their order.
#[must_use]
pub(crate) fn by_kind<'u>(units: impl IntoIterator<Item = &'u Unit>) -> Vec<NameGroup> {
    let mut groups: Vec<NameGroup> = Vec::new();
    for unit in units {
        let (loai, name) = (unit.kind.to_string(), unit.name.to_string());
        match groups.last_mut() {
            Some(last) if last.loai == loai => last.ten.push(name),
            _ => groups.push(NameGroup { loai, ten: vec![name] }),
        }
    }
    groups
}
