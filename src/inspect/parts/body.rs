//! Which lines are paragraphs of the body, put together over line and page ends. Not for whether they are right.

use super::parts_closing::{Closing, whole};
use super::parts_head::Head;
use super::parts_page::Page;
use super::text::Line;

/// A first line further in than this (mm) is set apart: centred or at the right.
const SET_APART: f64 = 25.0;
/// A line further in than this (mm) begins a paragraph.
const INDENT: f64 = 2.0;
/// A gap larger than the usual one by this (mm) begins a paragraph.
const MORE: f64 = 1.0;
/// How far captions and notes stand from their table (mm).
const CAPTION: f64 = 17.0;

/// A paragraph, which may go over pages.
#[derive(Debug, Clone)]
pub struct Paragraph {
    /// Its lines.
    pub lines: Vec<Line>,
    /// From the last baseline of the paragraph before, if that is right above (mm).
    pub gap: Option<f64>,
    /// Whether it is set apart: centred, or far from the left edge.
    pub apart: bool,
}

impl Paragraph {
    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        whole(&self.lines)
    }
}

/// The paragraphs between head and end.
#[must_use]
pub fn find(pages: &[Page], head: &Head, closing: &Closing) -> Vec<Paragraph> {
    let mut body: Vec<Paragraph> = Vec::new();
    for (number, page) in pages.iter().enumerate().filter(|(_, page)| page.part == 0) {
        let begin = if number == 0 { head.end + 0.5 } else { 0.0 };
        let end = match closing.start {
            Some((last, y)) if last == number => y - 0.5,
            Some((last, _)) if last < number => 0.0,
            _ => page.height - 16.0,
        };
        let lines = whole_rows(page.lines.iter().filter(|line| line.y > begin && line.y < end));
        add(&mut body, page, &lines);
    }
    body
}

fn add(body: &mut Vec<Paragraph>, page: &Page, lines: &[Line]) {
    let left =
        page.edges.left.unwrap_or_else(|| lines.iter().map(Line::x0).fold(f64::MAX, f64::min));
    let right = page.edges.right.unwrap_or(page.width - 15.0);
    let usual = usual_gap(lines);
    let mut above: Option<&Line> = None;
    for line in lines {
        if is_caption(line, page, left, right) {
            above = None;
            continue;
        }
        let areas = || page.tables.iter().chain(&page.charts);
        let tabled = |above: &&Line| areas().any(|t| above.y < t[1] && t[1] < line.y);
        above = above.filter(|above| !tabled(above));
        let gap = above.map(|above| line.y - above.y);
        let apart = line.x0() - left > SET_APART;
        let full = |line: &Line| line.x1() > right - 1.0;
        let goes_on = body.last().is_some_and(|last| {
            let ended = last.lines.last().is_none_or(|last| !full(last) && gap.is_none());
            line.x0() - left < INDENT
                && !last.apart
                && !ended
                && (gap.is_some() || last.lines.last().is_some_and(|last| last.page < line.page))
                && gap.is_none_or(|gap| gap < usual + MORE)
        });
        match body.last_mut().filter(|_| goes_on) {
            Some(last) => last.lines.push(line.clone()),
            None => body.push(Paragraph { lines: vec![line.clone()], gap, apart }),
        }
        above = Some(line);
    }
}

/// Parts of one row as one line.
fn whole_rows<'a>(lines: impl Iterator<Item = &'a Line>) -> Vec<Line> {
    let mut rows: Vec<Line> = Vec::new();
    for line in lines {
        match rows.last_mut() {
            Some(row) if (row.y - line.y).abs() < 0.1 => {
                let mut words = line.words.clone();
                words[0].spaced = true;
                row.words.extend(words);
            }
            _ => rows.push(line.clone()),
        }
    }
    rows
}

/// The smallest distance of lines that is not rare, in mm.
fn usual_gap(lines: &[Line]) -> f64 {
    let mut gaps: Vec<f64> = lines.windows(2).map(|two| two[1].y - two[0].y).collect();
    gaps.retain(|gap| *gap > 3.0);
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 10).copied().unwrap_or(7.0)
}

/// Whether a line belongs to a table or chart: near one, and set apart from the text's left edge; or a slanted note under one.
fn is_caption(line: &Line, page: &Page, left: f64, right: f64) -> bool {
    let above = |area: &[f64; 4]| line.y < area[1] && area[1] - line.y < CAPTION;
    let below = |area: &[f64; 4], room: f64| line.y > area[3] && line.y - area[3] < room;
    let areas = || page.tables.iter().chain(&page.charts);
    let near = areas().any(|area| above(area) || below(area, CAPTION));
    let noted = areas().any(|area| below(area, CAPTION / 2.0)) && line.italic();
    let middle = f64::midpoint(left, right);
    let centred = (line.middle() - middle).abs() < 1.0 && line.x1() < right - 1.0;
    let indent = line.x0() - left;
    near && (indent > 12.0 || centred || (noted && indent < INDENT))
}
