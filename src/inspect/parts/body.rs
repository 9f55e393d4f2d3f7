//! Which lines are paragraphs of the body, put together over line and page ends. Not for whether they are right.

use super::closing::ClosingParts;
use super::head::HeadParts;
use super::page::PageParts;
use super::phrases::is_salutation;
use crate::inspect::pdf::page::PageArea;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// A first line further in than this (mm) is set apart: centred or at the right.
const SET_APART: f64 = 25.0;
/// A line further in than this (mm) begins a paragraph.
const INDENT: f64 = 2.0;
/// A gap larger than the usual one by this (mm) begins a paragraph.
const MORE: f64 = 1.0;
/// Lines this many times the usual distance apart are of one paragraph where the upper one is full.
const WIDEST: f64 = 1.45;
/// A line that ends no further than this (mm) before the right edge is full.
const FULL: f64 = 1.0;
/// How far captions and notes stand from their table (mm).
const CAPTION: f64 = 17.0;
/// A line near a table is a caption if it begins further in than this (mm).
const CAPTION_INDENT: f64 = 12.0;
/// The body ends at least so far above the lower edge of a page (mm).
const FOOT: f64 = 16.0;
/// The right margin of a page whose lines do not show it (mm).
const RIGHT_MARGIN: f64 = 15.0;
/// What stands nearer to each other than this (mm) is one line; its distance is no line distance.
const LEAST_GAP: f64 = 3.0;
/// The line distance of a page with a single line (mm).
const ANY_GAP: f64 = 7.0;

/// A paragraph, which may go over pages.
#[derive(Debug, Clone)]
pub(crate) struct BodyParagraph {
    /// Its lines.
    pub(crate) lines: Vec<TextLine>,
    /// From the last baseline of the paragraph before, if that is right above (mm).
    pub(crate) gap: Option<f64>,
    /// Whether it is set apart: centred, or far from the left edge.
    pub(crate) apart: bool,
}

impl BodyParagraph {
    /// Its text.
    pub(crate) fn text(&self) -> String {
        text_of_lines(&self.lines)
    }
}

/// The paragraphs between head and end.
pub(crate) fn find(
    pages: &[PageParts],
    head: &HeadParts,
    closing: &ClosingParts,
) -> Vec<BodyParagraph> {
    let mut body: Vec<BodyParagraph> = Vec::new();
    for (at, page) in pages.iter().enumerate().filter(|(_, page)| page.part == 0) {
        let begin = if at == 0 { head.end + 0.5 } else { 0.0 };
        let end = match closing.start {
            Some((last, y)) if last == at => y - 0.5,
            Some((last, _)) if last < at => 0.0,
            _ => page.height - FOOT,
        };
        let lines = whole_rows(page.lines.iter().filter(|line| line.y > begin && line.y < end));
        add_page(&mut body, page, &lines);
    }
    body
}

/// The words before the addressees, without those: set apart, on the first page, or above the type.
pub(crate) fn salutation(head: &HeadParts, body: &[BodyParagraph]) -> Option<TextLine> {
    let firsts = body.iter().filter_map(|paragraph| paragraph.lines.first());
    let line = { firsts }.find(|line| line.page == 0 && is_salutation(&line.text()));
    let line = line.or(head.salutation.as_ref())?;
    let end = line.words.iter().position(|word| word.text.ends_with(':'));
    let [label, _] = line.split_at(end.map_or(line.words.len(), |at| at + 1));
    label
}

fn add_page(body: &mut Vec<BodyParagraph>, page: &PageParts, lines: &[TextLine]) {
    let column = TextColumn::of(page, lines);
    let mut above: Option<&TextLine> = None;
    for line in lines {
        if column.is_caption(line) {
            above = None;
            continue;
        }
        above = above.filter(|above| !column.parted_by_area(above, line));
        let gap = above.map(|above| line.y - above.y);
        match body.last_mut().filter(|last| column.goes_on(last, line, gap)) {
            Some(last) => last.lines.push(line.clone()),
            None => body.push(BodyParagraph {
                lines: vec![line.clone()],
                gap,
                apart: line.x0() - column.left > SET_APART
                    || (line.page == 0 && is_salutation(&line.text())),
            }),
        }
        above = Some(line);
    }
}

/// The column of text on one page.
struct TextColumn<'p> {
    left: f64,
    right: f64,
    /// The usual distance of its lines (mm).
    usual_gap: f64,
    tables: &'p [PageArea],
    charts: &'p [PageArea],
}

impl<'p> TextColumn<'p> {
    fn of(page: &'p PageParts, lines: &[TextLine]) -> Self {
        let starts =
            || lines.iter().map(TextLine::x0).chain(page.tables.iter().map(|table| table.left));
        let leftmost = || starts().fold(f64::MAX, f64::min);
        Self {
            left: page.edges.left.unwrap_or_else(leftmost),
            right: page.edges.right.unwrap_or(page.width - RIGHT_MARGIN),
            usual_gap: usual_gap(lines),
            tables: &page.tables,
            charts: &page.charts,
        }
    }

    fn areas(&self) -> impl Iterator<Item = &'p PageArea> {
        self.tables.iter().chain(self.charts)
    }

    /// Whether a table or chart begins between two lines.
    fn parted_by_area(&self, above: &TextLine, line: &TextLine) -> bool {
        self.areas().any(|area| above.y < area.top && area.top < line.y)
    }

    /// Whether a line continues the last paragraph, `gap` below the line above it.
    fn goes_on(&self, last: &BodyParagraph, line: &TextLine, gap: Option<f64>) -> bool {
        let Some(before) = last.lines.last() else { return false };
        let full = before.x1() > self.right - FULL;
        let room = if full { self.usual_gap * WIDEST } else { self.usual_gap + MORE };
        let near = gap.map_or(before.page < line.page && full, |gap| gap < room);
        line.x0() - self.left < INDENT && !last.apart && near
    }

    /// Whether a line belongs to a table or chart: near one, and set apart from the text's left edge; or a slanted note
    /// under one.
    fn is_caption(&self, line: &TextLine) -> bool {
        let above = |area: &PageArea| line.y < area.top && area.top - line.y < CAPTION;
        let below =
            |area: &PageArea, room: f64| line.y > area.bottom && line.y - area.bottom < room;
        let near = self.areas().any(|area| above(area) || below(area, CAPTION));
        let noted = self.areas().any(|area| below(area, CAPTION / 2.0)) && line.italic();
        let middle = f64::midpoint(self.left, self.right);
        let centred = (line.middle() - middle).abs() < 1.0 && line.x1() < self.right - FULL;
        let indent = line.x0() - self.left;
        near && (indent > CAPTION_INDENT || centred || (noted && indent < INDENT))
    }
}

/// Parts of one row as one line.
fn whole_rows<'a>(lines: impl Iterator<Item = &'a TextLine>) -> Vec<TextLine> {
    let mut rows: Vec<TextLine> = Vec::new();
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
fn usual_gap(lines: &[TextLine]) -> f64 {
    let mut gaps: Vec<f64> = lines.windows(2).map(|two| two[1].y - two[0].y).collect();
    gaps.retain(|gap| *gap > LEAST_GAP);
    gaps.sort_by(f64::total_cmp);
    gaps.get(gaps.len() / 10).copied().unwrap_or(ANY_GAP)
}
