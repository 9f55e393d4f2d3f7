//! The left and right edge of a page's text block. Not for whether its margins are right.

use crate::inspect::parts::page::PageParts;
use crate::inspect::rule::Rule;
use crate::inspect::table::RuleTable;

/// An edge this near (mm) to where the profile puts it is there.
const AS_ASKED: f64 = 0.5;
/// Edges this near (mm) to those of a back side show one.
const BACK_SIDE: f64 = 1.0;

/// The text block of a page, left and right edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct TextBlock {
    /// Left edge (mm).
    pub(crate) left: f64,
    /// Right edge (mm).
    pub(crate) right: f64,
}

impl TextBlock {
    /// Where the profile puts it; a back side is told by its lines.
    pub(crate) fn asked(page: &PageParts, table: &RuleTable) -> Self {
        let inner = table.requirement(Rule::LeftMargin).measure(0);
        let outer = table.requirement(Rule::RightMargin).measure(0);
        let near =
            |edge: Option<f64>, at: f64| edge.is_some_and(|edge| (edge - at).abs() < BACK_SIDE);
        let even = page.number.is_multiple_of(2) || page.index.is_multiple_of(2);
        let back =
            even && near(page.edges.left, outer) && near(page.edges.right, page.width - inner);
        let (left, right) = if back { (outer, inner) } else { (inner, outer) };
        Self { left, right: page.width - right }
    }

    /// Where the document itself puts it, so that one wrong margin is one deviation.
    pub(crate) fn shown(page: &PageParts, table: &RuleTable) -> Self {
        let asked = Self::asked(page, table);
        let shown = |edge: Option<f64>, asked: f64| {
            edge.filter(|edge| (edge - asked).abs() > AS_ASKED).unwrap_or(asked)
        };
        Self {
            left: shown(page.edges.left, asked.left),
            right: shown(page.edges.right, asked.right),
        }
    }

    /// Its middle.
    pub(crate) fn middle(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}
