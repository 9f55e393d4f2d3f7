//! What a text may refer to by name, with what it would print now, for who writes one. Not for reading references
//! ([`crate::binding`]).

use serde::Serialize;

use crate::report::views::table::ViewTable;
use crate::trace::index::{IndexEntry, index};

/// Something a text may refer to.
#[derive(Debug, Clone, Serialize)]
pub(super) struct ReferenceView {
    ten: String,
    /// As it is typed.
    ma: String,
    /// What it prints now.
    in_ra: String,
}

/// The targets and figures of a report.
pub(super) fn references(views: &ViewTable<'_>, dossier: &str) -> Vec<ReferenceView> {
    let all = index(views, dossier);
    // Of a target the value with its unit, as it stands in the list.
    let one = |root: &str, part: &str, entry: IndexEntry| ReferenceView {
        ma: format!("{{{{ {root}.{}{part} }}}}", entry.ma),
        ten: entry.ten,
        in_ra: entry.gia_tri,
    };
    let targets = all.chi_tieu.into_iter().map(|entry| one("chi_tieu", ".gia_tri", entry));
    let figures = all.so_lieu.into_iter().map(|entry| one("so_lieu", "", entry));
    targets.chain(figures).collect()
}
