//! Where the text block of a page begins and ends, as most lines of the document show it. Not for where the profile puts
//! it.

use crate::inspect::text::line::TextLine;

/// Lines longer than this (mm) show where the text block ends.
const WIDE: f64 = 110.0;
/// Lines no longer than this (mm) do not show where it begins.
const SHORT: f64 = 15.0;
/// Ends of lines this near to each other (mm) are one edge.
const SAME_EDGE: f64 = 0.3;
/// One line in so many at least begins, or ends, at an edge.
const SHARE: [usize; 2] = [12, 2];

/// One line in so many at most begins, or ends, beyond an edge.
const BEYOND: [usize; 2] = [12, 5];

/// The left and right edge of a text block.
#[derive(Debug, Clone, Copy, Default)]
pub(crate) struct TextEdges {
    /// Where most lines begin.
    pub(crate) left: Option<f64>,
    /// Where many lines end.
    pub(crate) right: Option<f64>,
}

/// The edges of the text block that has these lines.
pub(crate) fn edges<'a>(lines: impl Iterator<Item = &'a TextLine>) -> TextEdges {
    let lines: Vec<&TextLine> = lines.collect();
    let longer = |least: f64| lines.iter().filter(move |line| line.width() > least);
    let starts: Vec<f64> = longer(SHORT).map(|line| line.x0()).collect();
    let ends: Vec<f64> = longer(WIDE).map(|line| -line.x1()).collect();
    TextEdges {
        left: edge(starts, SHARE[0], BEYOND[0]),
        right: edge(ends, SHARE[1], BEYOND[1]).map(|end| -end),
    }
}

/// The smallest value that at least one in `share` values, and two, are near to.
fn edge(mut values: Vec<f64>, share: usize, further: usize) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let least = 2.max(values.len() / share);
    let near = |value: &f64| {
        values.iter().filter(|other| (**other - value).abs() < SAME_EDGE).count() >= least
    };
    // What many lines go beyond is no edge: they end where their words do.
    let beyond = |edge: &f64| values.iter().filter(|other| *edge - **other > SAME_EDGE).count();
    values.iter().copied().find(near).filter(|edge| beyond(edge) * further <= values.len())
}
