//! Pages with their lines, tables, charts, page number and notes, and where appendices begin. Not for whether those are
//! right.

use std::sync::LazyLock;

use regex::Regex;

use super::areas::{charts, joined, tables};
use super::edges::{TextEdges, edges};
use crate::inspect::pdf::page::{DrawnLine, Glyph, PageArea, PdfPage};
use crate::inspect::text::assemble::lines;
use crate::inspect::text::line::TextLine;
use crate::pattern::pattern;

/// Above this baseline (mm) only page numbers and notes are expected.
const TOP: f64 = 17.5;
/// Notes above the text block begin further to the right than this (mm).
const NOTES_FROM: f64 = 60.0;
/// Page numbers stand no further than this (mm) from the upper and the lower edge.
const NUMBER_WITHIN: [f64; 2] = [30.0, 20.0];
/// How far (mm) words may reach out of their table.
const BESIDE_TABLE: f64 = 1.0;
/// How far (mm) the names and values of a chart may stand above and below it.
const BESIDE_CHART: f64 = 1.0;
/// How far below words (mm) a line drawn in place of a sign is looked for.
pub(crate) const LINE_BELOW: f64 = 6.5;
/// The note that keeps a document from the media stands within this distance (mm) of the lower edge.
const MEDIA_NOTE_WITHIN: f64 = 25.0;
/// What the note that keeps a document from the media begins with.
const MEDIA_NOTE: &str = "không phổ biến";

static NUMBER: LazyLock<Regex> = LazyLock::new(|| {
    pattern(r"(?i)^(?:trang\s*)?[-–]?\s*(\d{1,3}|[ivxlc]{1,5})\s*(?:/\s*\d+)?\s*[-–]?$")
});
static APPENDIX: LazyLock<Regex> = LazyLock::new(|| pattern(r"(?i)^phụ lục(\s+(số\s+)?\S{1,6})?$"));

/// One page, taken apart.
#[derive(Debug)]
pub(crate) struct PageParts {
    /// Width in mm.
    pub(crate) width: f64,
    /// Height in mm.
    pub(crate) height: f64,
    /// Everything drawn as text.
    pub(crate) glyphs: Vec<Glyph>,
    /// What cannot be seen.
    pub(crate) hidden: Vec<Glyph>,
    /// What copying takes in place of glyphs.
    pub(crate) copied: Vec<String>,
    /// Lines of the text block outside tables, from top to bottom.
    pub(crate) lines: Vec<TextLine>,
    /// Drawn lines; those that continue each other are one.
    pub(crate) drawn_lines: Vec<DrawnLine>,
    /// Tables.
    pub(crate) tables: Vec<PageArea>,
    /// Charts, without the words around them.
    pub(crate) charts: Vec<PageArea>,
    /// How many pictures there are.
    pub(crate) images: usize,
    /// The page number, if one is printed.
    pub(crate) printed_number: Option<TextLine>,
    /// Other lines above the text block.
    pub(crate) notes: Vec<TextLine>,
    /// Which page of the file it is, from 1.
    pub(crate) number: usize,
    /// 0 for the document itself, 1 for its first appendix and so on.
    pub(crate) part: usize,
    /// Which page of its part it is, from 1.
    pub(crate) index: usize,
    /// The edges of the text block, as lines of the document show them.
    pub(crate) edges: TextEdges,
}

impl PageParts {
    /// Whether it is wider than high.
    pub(crate) fn landscape(&self) -> bool {
        self.width > self.height
    }

    /// Whether a point is in a table.
    pub(crate) fn in_table(&self, x: f64, y: f64) -> bool {
        let inside = |table: &PageArea| {
            table.left - BESIDE_TABLE <= x
                && x <= table.right + BESIDE_TABLE
                && table.top <= y
                && y <= table.bottom
        };
        self.tables.iter().any(inside)
    }

    /// Whether a place is level with a chart, where its names and values stand.
    pub(crate) fn beside_chart(&self, y: f64) -> bool {
        let level =
            |chart: &PageArea| chart.top - BESIDE_CHART <= y && y <= chart.bottom + BESIDE_CHART;
        self.charts.iter().any(level)
    }

    /// A level line drawn below the line of text, at most `depth` mm below its baseline.
    pub(crate) fn drawn_under(&self, text: &TextLine, depth: f64) -> Option<&DrawnLine> {
        let below = |drawn: &&DrawnLine| {
            drawn.level()
                && drawn.y0 > text.y - 0.1
                && drawn.y0 < text.y + depth
                && drawn.x1.min(text.x1()) - drawn.x0.max(text.x0()) > 0.3 * text.width()
        };
        self.drawn_lines.iter().filter(below).min_by(|a, b| a.y0.total_cmp(&b.y0))
    }

    /// Whether it begins an appendix: its first line says so.
    pub(crate) fn opens_appendix(&self) -> bool {
        let first = self.lines.first().map_or(String::new(), TextLine::text);
        APPENDIX.is_match(first.trim_end_matches([':', '.']))
    }

    /// Whether a line of it is the note of the last page that keeps a document from the media (cell 11a).
    pub(crate) fn is_media_note(&self, line: &TextLine) -> bool {
        line.y > self.height - MEDIA_NOTE_WITHIN
            && line.text().to_lowercase().starts_with(MEDIA_NOTE)
    }
}

/// Takes pages apart.
pub(crate) fn lay_out(pages: Vec<PdfPage>) -> Vec<PageParts> {
    let mut pages: Vec<PageParts> =
        pages.into_iter().enumerate().map(|(at, page)| PageParts::new(at, page)).collect();
    let (mut part, mut index) = (0, 0);
    for (at, page) in pages.iter_mut().enumerate() {
        index += 1;
        if at > 0 && page.opens_appendix() {
            (part, index) = (part + 1, 1);
        }
        (page.part, page.index) = (part, index);
    }
    find_edges(&mut pages);
    pages
}

/// The edges of the text block, of front and back sides each where those differ.
fn find_edges(pages: &mut [PageParts]) {
    let of = |sides: &[bool]| {
        let upright = pages.iter().filter(|page| !page.landscape());
        let pages = upright.filter(|page| sides.contains(&is_back(page)));
        edges(pages.flat_map(|page| &page.lines))
    };
    let (all, front, back) = (of(&[false, true]), of(&[false]), of(&[true]));
    let differ = matches!((front.left, back.left), (Some(a), Some(b)) if (a - b).abs() > 1.0);
    for page in pages.iter_mut().filter(|page| !page.landscape()) {
        page.edges = match is_back(page) {
            _ if !differ => all,
            true => back,
            false => front,
        };
    }
}

fn is_back(page: &PageParts) -> bool {
    page.number.is_multiple_of(2)
}

impl PageParts {
    fn new(at: usize, page: PdfPage) -> Self {
        let drawn_lines = joined(page.lines);
        let charts = charts(&drawn_lines, &page.outlines);
        let of_chart = |line: &DrawnLine| {
            charts.iter().any(|chart| chart.top <= line.y0 && line.y1 <= chart.bottom)
        };
        let tables = tables(drawn_lines.iter().filter(|line| !of_chart(line)));
        let mut parts = Self {
            width: page.width,
            height: page.height,
            glyphs: page.glyphs,
            hidden: page.hidden,
            copied: page.copied,
            lines: Vec::new(),
            drawn_lines,
            tables,
            charts,
            images: page.images,
            printed_number: None,
            notes: Vec::new(),
            number: at + 1,
            part: 0,
            index: 0,
            edges: TextEdges::default(),
        };
        parts.sort_lines(at);
        parts
    }

    /// Tells page number, notes and text block apart.
    fn sort_lines(&mut self, at: usize) {
        let outside =
            |glyph: &&Glyph| !self.in_table(glyph.x, glyph.y) && !self.beside_chart(glyph.y);
        let glyphs: Vec<Glyph> = self.glyphs.iter().filter(outside).cloned().collect();
        for line in lines(&glyphs, at) {
            if self.printed_number.is_none() && is_number(&line, self.height) {
                self.printed_number = Some(line);
            } else if is_note(&line) {
                self.notes.push(line);
            } else {
                self.lines.push(line);
            }
        }
    }
}

fn is_number(line: &TextLine, height: f64) -> bool {
    let [upper, lower] = NUMBER_WITHIN;
    (line.y < upper || line.y > height - lower) && NUMBER.is_match(&line.text())
}

/// Whether a line stands above the text block. On a page with a small upper margin the first line of the head does too.
fn is_note(line: &TextLine) -> bool {
    let head = || line.text().to_uppercase().contains("VIỆT NAM");
    line.y < TOP && line.x0() > NOTES_FROM && !head()
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn page_numbers_are_known_in_every_usual_form() {
        for text in ["2", "- 2 -", "Trang 2/10", "iv"] {
            assert!(NUMBER.is_match(text), "{text}");
        }
        assert!(!NUMBER.is_match("2 xã"));
    }

    #[test]
    fn a_heading_opens_an_appendix_and_a_sentence_does_not() {
        for text in ["Phụ lục", "PHỤ LỤC 2", "Phụ lục số II"] {
            assert!(APPENDIX.is_match(text), "{text}");
        }
        assert!(!APPENDIX.is_match("Phụ lục 1 nêu số liệu của thôn"));
    }
}
