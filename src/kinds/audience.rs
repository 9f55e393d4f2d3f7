//! Whom a kind of report, or an appendix of it, is made for. Not for which of them are due ([`mod@crate::report::due`]).

use crate::yaml::fields::Sink;
use crate::yaml::tree::Node;
use crate::yaml::values::{choice, list};

/// Whom a kind of report is made for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Audience {
    /// `don_vi_da_nop`: each unit that handed in.
    Filed,
    /// `tong_hop`: the whole area.
    Area,
    /// `don_vi_chua_nop`: each unit that owes a return and did not hand it in.
    Missing,
}

impl Audience {
    const WORDS: [(&'static str, Self); 3] = [
        ("don_vi_da_nop", Self::Filed),
        ("tong_hop", Self::Area),
        ("don_vi_chua_nop", Self::Missing),
    ];
    /// A kind that does not say is for units that handed in, and for the area.
    pub(crate) const USUAL: [Self; 2] = [Self::Filed, Self::Area];
    /// Everybody a report may be made for.
    pub(crate) const ALL: [Self; 3] = [Self::Filed, Self::Area, Self::Missing];

    /// Reads `cho`.
    pub(super) fn read(node: &Node, sink: &Sink) -> Option<Vec<Self>> {
        list(node, sink, |n, s| choice(n, s, &Self::WORDS))
    }
}
