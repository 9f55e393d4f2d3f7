//! Which areas of a page are tables and charts, by the lines drawn there. Not for the words in them.

use crate::inspect::pdf::page::{DrawnLine, PageArea};

/// Ends of level lines nearer than this (mm) continue each other.
const CONTINUES: f64 = 0.2;
/// What touches within this distance (mm) is one table.
const TOUCH: f64 = 0.7;
/// What is drawn within this distance (mm) is one chart.
const NEAR: f64 = 4.0;
/// A chart has at least so many outlines.
const OUTLINES: usize = 2;
/// A chart is at least so wide and high (mm).
const SMALLEST_CHART: [f64; 2] = [40.0, 15.0];
/// A table has at least so many lines each way.
const TABLE_LINES: usize = 2;

/// Lines that continue each other, as one; level ones last.
pub(crate) fn joined(mut lines: Vec<DrawnLine>) -> Vec<DrawnLine> {
    lines.sort_by(|a, b| {
        (a.level().cmp(&b.level())).then(a.y0.total_cmp(&b.y0)).then(a.x0.total_cmp(&b.x0))
    });
    let mut joined: Vec<DrawnLine> = Vec::new();
    for line in lines {
        match joined.last_mut() {
            Some(last) if line.level() && last.level() && continues(last, &line) => {
                last.x1 = last.x1.max(line.x1);
            }
            _ => joined.push(line),
        }
    }
    joined
}

fn continues(left: &DrawnLine, right: &DrawnLine) -> bool {
    (left.y0 - right.y0).abs() < CONTINUES && right.x0 < left.x1 + CONTINUES
}

/// Areas with outlines of their own among their lines: bars, slanted lines, points. A table has lines alone.
pub(crate) fn charts(lines: &[DrawnLine], outlines: &[PageArea]) -> Vec<PageArea> {
    let lines = lines.iter().map(|line| (line.area(), 0));
    let mut drawn: Vec<(PageArea, usize)> =
        lines.chain(outlines.iter().map(|outline| (*outline, 1))).collect();
    drawn.sort_by(|(a, _), (b, _)| a.top.total_cmp(&b.top));
    let mut areas: Vec<(PageArea, usize)> = Vec::new();
    for (part, count) in drawn {
        match areas.last_mut() {
            Some((area, outlines)) if part.top <= area.bottom + NEAR => {
                *area = area.around(part);
                *outlines += count;
            }
            _ => areas.push((part, count)),
        }
    }
    let large =
        |area: &PageArea| area.width() >= SMALLEST_CHART[0] && area.height() >= SMALLEST_CHART[1];
    let chart = |(area, outlines): &(PageArea, usize)| *outlines >= OUTLINES && large(area);
    areas.into_iter().filter(chart).map(|(area, _)| area).collect()
}

/// Areas held together by upright and level lines.
pub(crate) fn tables<'a>(lines: impl Iterator<Item = &'a DrawnLine>) -> Vec<PageArea> {
    let mut sorted: Vec<&DrawnLine> = lines.collect();
    sorted.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut areas: Vec<(PageArea, [usize; 2])> = Vec::new();
    for line in sorted {
        let direction = usize::from(line.level());
        match areas.last_mut() {
            Some((area, counts)) if line.y0 <= area.bottom + TOUCH => {
                *area = area.around(line.area());
                counts[direction] += 1;
            }
            _ => {
                let mut counts = [0, 0];
                counts[direction] = 1;
                areas.push((line.area(), counts));
            }
        }
    }
    let is_table =
        |(_, counts): &(PageArea, [usize; 2])| counts.iter().all(|count| *count >= TABLE_LINES);
    areas.into_iter().filter(is_table).map(|(area, _)| area).collect()
}
