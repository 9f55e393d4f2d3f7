//! A superior's own outline (đề cương) and form (biểu mẫu) for one kind of report, as a plan gives them. Not for what a
//! kind has by itself (its manifest).

use std::collections::BTreeMap;

use super::id::Id;
use super::text::Line;
use crate::source::{At, Span};

/// What stands in the place of a manifest's own; what is empty stays the kind's.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub struct Outline {
    /// Where the plan names the kind: in `de_cuong`, in `bieu_mau`.
    pub(crate) named: Vec<Span>,
    /// Sections in order.
    pub(crate) sections: Vec<At<Line>>,
    /// Columns of the target table in order.
    pub(crate) columns: Vec<At<Line>>,
    /// Headings in the superior's words by their key in the phrase bank, such as `de_muc.ket_qua` or
    /// `bang.cot.gia_tri`.
    pub(crate) headings: BTreeMap<String, At<Line>>,
    /// Targets in the form's order; the others follow in the plan's.
    pub(crate) targets: Vec<At<Id>>,
}
