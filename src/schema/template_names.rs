//! The names an office's own templates know, which schemas offer to who edits them. Not for reading them
//! ([`crate::kinds::known_names`]).

use std::collections::{BTreeMap, BTreeSet};

/// The names of all kinds together.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct TemplateNames {
    /// Sentences by key, such as `ket_luan.dat`, as they are worded for all kinds.
    pub(crate) sentences: BTreeMap<String, String>,
    /// Sections: `muc/<name>.typ.j2`.
    pub(crate) sections: BTreeSet<String>,
    /// Appendices: `phu-luc/<name>.typ.j2`.
    pub(crate) appendices: BTreeSet<String>,
    /// Columns of the table of targets.
    pub(crate) columns: Vec<String>,
}
