//! Pages with their lines, tables, charts, page number and notes, and where appendices begin. Not for whether those are
//! right.

use std::sync::LazyLock;

use regex::Regex;

use super::read::{Glyph, Rule, Sheet};
use super::text::{Line, lines};

/// Above this baseline (mm) only page numbers and notes are expected.
const TOP: f64 = 17.5;
/// Lines at least this wide (mm) show where the text block ends.
const WIDE: f64 = 110.0;
/// Lines shorter than this (mm) do not show where it begins.
const SHORT: f64 = 15.0;
/// Ends of lines this near to each other (mm) are one edge.
const EDGE: f64 = 0.3;
/// What touches within this distance (mm) is one table.
const TOUCH: f64 = 0.7;
/// What is drawn within this distance (mm) is one chart, if it has outlines and is no smaller than that.
const NEAR: f64 = 4.0;
const OUTLINES: usize = 2;
const SMALLEST: [f64; 2] = [40.0, 15.0];

static NUMBER: LazyLock<Option<Regex>> = LazyLock::new(|| {
    Regex::new(r"(?i)^(?:trang\s*)?[-–]?\s*(\d{1,3}|[ivxlc]{1,5})\s*(?:/\s*\d+)?\s*[-–]?$").ok()
});
static APPENDIX: LazyLock<Option<Regex>> =
    LazyLock::new(|| Regex::new(r"(?i)^phụ lục(\s+(số\s+)?\S{1,6})?$").ok());

/// One page, taken apart.
#[derive(Debug)]
pub struct Page {
    /// Width in mm.
    pub width: f64,
    /// Height in mm.
    pub height: f64,
    /// Everything drawn as text.
    pub glyphs: Vec<Glyph>,
    /// Lines of the text block outside tables, from top to bottom.
    pub lines: Vec<Line>,
    /// Drawn lines; those that continue each other are one.
    pub rules: Vec<Rule>,
    /// Tables: left, top, right, bottom.
    pub tables: Vec<[f64; 4]>,
    /// Charts, without the words around them: left, top, right, bottom.
    pub charts: Vec<[f64; 4]>,
    /// How many pictures there are.
    pub images: usize,
    /// The page number, if one is printed.
    pub number: Option<Line>,
    /// Other lines above the text block.
    pub notes: Vec<Line>,
    /// 0 for the document itself, 1 for its first appendix and so on.
    pub part: usize,
    /// Which page of its part it is, from 1.
    pub index: usize,
    /// The edges of the text block, as lines of the document show them.
    pub edges: Edges,
}

/// The left and right edge of a text block.
#[derive(Debug, Clone, Copy, Default)]
pub struct Edges {
    /// Where most lines begin.
    pub left: Option<f64>,
    /// Where many lines end.
    pub right: Option<f64>,
}

impl Page {
    /// Whether it is wider than high.
    #[must_use]
    pub fn landscape(&self) -> bool {
        self.width > self.height
    }

    /// Whether a point is in a table.
    #[must_use]
    pub fn in_table(&self, x: f64, y: f64) -> bool {
        let inside = |[left, top, right, bottom]: &[f64; 4]| {
            *left - 1.0 <= x && x <= *right + 1.0 && *top <= y && y <= *bottom
        };
        self.tables.iter().any(inside)
    }

    /// Whether a place is level with a chart, where its names and values stand.
    #[must_use]
    pub fn beside_chart(&self, y: f64) -> bool {
        self.charts.iter().any(|[_, top, _, bottom]| *top - 1.0 <= y && y <= *bottom + 1.0)
    }

    /// A drawn level line that runs below the line of text, at most `depth` mm below its baseline.
    #[must_use]
    pub fn rule_under(&self, line: &Line, depth: f64) -> Option<&Rule> {
        let below = |rule: &&Rule| {
            rule.level()
                && rule.y0 > line.y - 0.1
                && rule.y0 < line.y + depth
                && rule.x1.min(line.x1()) - rule.x0.max(line.x0()) > 0.3 * (line.x1() - line.x0())
        };
        self.rules.iter().filter(below).min_by(|a, b| a.y0.total_cmp(&b.y0))
    }
}

/// Takes pages apart.
#[must_use]
pub fn lay_out(sheets: Vec<Sheet>) -> Vec<Page> {
    let mut pages: Vec<Page> =
        sheets.into_iter().enumerate().map(|(at, one)| page(at, one)).collect();
    let (mut part, mut index) = (0, 0);
    for (at, page) in pages.iter_mut().enumerate() {
        index += 1;
        if at > 0 && opens_appendix(page) {
            (part, index) = (part + 1, 1);
        }
        (page.part, page.index) = (part, index);
    }
    find_edges(&mut pages);
    pages
}

/// The edges of the text block, of front and back sides each where those differ.
fn find_edges(pages: &mut [Page]) {
    let upright = |page: &Page| !page.landscape();
    let all = edges(pages.iter().filter(|page| upright(page)));
    let sides = [false, true].map(|back| {
        edges(pages.iter().filter(|page| upright(page) && page.index.is_multiple_of(2) == back))
    });
    let apart = matches!((sides[0].left, sides[1].left), (Some(a), Some(b)) if (a - b).abs() > 1.0);
    for page in pages.iter_mut().filter(|page| upright(page)) {
        page.edges = if apart { sides[usize::from(page.index.is_multiple_of(2))] } else { all };
    }
}

/// Whether a page begins an appendix: its first line says so.
#[must_use]
pub fn opens_appendix(page: &Page) -> bool {
    let first = page.lines.first().map_or(String::new(), Line::text);
    APPENDIX.as_ref().is_some_and(|pattern| pattern.is_match(first.trim_end_matches([':', '.'])))
}

fn page(at: usize, sheet: Sheet) -> Page {
    let rules = joined(sheet.rules);
    let charts = charts(&rules, &sheet.outlines);
    let apart =
        |rule: &&Rule| !charts.iter().any(|chart| chart[1] <= rule.y0 && rule.y1 <= chart[3]);
    let tables = tables(rules.iter().filter(apart));
    let mut page = Page {
        width: sheet.width,
        height: sheet.height,
        lines: Vec::new(),
        rules,
        tables,
        charts,
        images: sheet.images,
        number: None,
        notes: Vec::new(),
        part: 0,
        index: 0,
        edges: Edges::default(),
        glyphs: sheet.glyphs,
    };
    let outside = |glyph: &&Glyph| !page.in_table(glyph.x, glyph.y) && !page.beside_chart(glyph.y);
    let open: Vec<Glyph> = page.glyphs.iter().filter(outside).cloned().collect();
    for line in lines(&open, at) {
        if page.number.is_none() && is_number(&line, page.height) {
            page.number = Some(line);
        } else if line.y < TOP
            && !line.text().to_uppercase().contains("VIỆT NAM")
            && line.x0() > 60.0
        {
            page.notes.push(line);
        } else {
            page.lines.push(line);
        }
    }
    page
}

fn is_number(line: &Line, height: f64) -> bool {
    let place = line.y < 30.0 || line.y > height - 20.0;
    place && NUMBER.as_ref().is_some_and(|pattern| pattern.is_match(&line.text()))
}

/// Lines that continue each other, as one.
fn joined(mut rules: Vec<Rule>) -> Vec<Rule> {
    rules.sort_by(|a, b| {
        (a.level().cmp(&b.level())).then(a.y0.total_cmp(&b.y0)).then(a.x0.total_cmp(&b.x0))
    });
    let mut joined: Vec<Rule> = Vec::new();
    for rule in rules {
        match joined.last_mut() {
            Some(last) if rule.level() && last.level() && continues(last, &rule) => {
                last.x1 = last.x1.max(rule.x1);
            }
            _ => joined.push(rule),
        }
    }
    joined
}

fn continues(left: &Rule, right: &Rule) -> bool {
    (left.y0 - right.y0).abs() < 0.2 && right.x0 < left.x1 + 0.2
}

/// Areas with outlines of their own among their lines: bars, slanted lines, points. A table has lines alone.
fn charts(rules: &[Rule], outlines: &[[f64; 4]]) -> Vec<[f64; 4]> {
    let lines = rules.iter().map(|rule| ([rule.x0, rule.y0, rule.x1, rule.y1], 0));
    let mut drawn: Vec<([f64; 4], usize)> =
        lines.chain(outlines.iter().map(|area| (*area, 1))).collect();
    drawn.sort_by(|a, b| a.0[1].total_cmp(&b.0[1]));
    let mut areas: Vec<([f64; 4], usize)> = Vec::new();
    for (own, count) in drawn {
        match areas.last_mut() {
            Some((area, outlines)) if own[1] <= area[3] + NEAR => {
                *area = [area[0].min(own[0]), area[1], area[2].max(own[2]), area[3].max(own[3])];
                *outlines += count;
            }
            _ => areas.push((own, count)),
        }
    }
    let large =
        |area: &[f64; 4]| area[2] - area[0] >= SMALLEST[0] && area[3] - area[1] >= SMALLEST[1];
    let chart = |(area, outlines): &([f64; 4], usize)| *outlines >= OUTLINES && large(area);
    areas.into_iter().filter(chart).map(|(area, _)| area).collect()
}

/// Areas held together by upright and level lines.
fn tables<'a>(rules: impl Iterator<Item = &'a Rule>) -> Vec<[f64; 4]> {
    let mut sorted: Vec<&Rule> = rules.collect();
    sorted.sort_by(|a, b| a.y0.total_cmp(&b.y0));
    let mut areas: Vec<([f64; 4], usize, usize)> = Vec::new();
    for rule in sorted {
        let (level, upright) = (usize::from(rule.level()), usize::from(!rule.level()));
        match areas.last_mut() {
            Some(([left, _, right, bottom], levels, uprights)) if rule.y0 <= *bottom + TOUCH => {
                (*left, *right) = (left.min(rule.x0), right.max(rule.x1));
                *bottom = bottom.max(rule.y1);
                (*levels, *uprights) = (*levels + level, *uprights + upright);
            }
            _ => areas.push(([rule.x0, rule.y0, rule.x1, rule.y1], level, upright)),
        }
    }
    let held = |(_, levels, uprights): &([f64; 4], usize, usize)| *levels >= 2 && *uprights >= 2;
    areas.into_iter().filter(held).map(|(area, _, _)| area).collect()
}

/// Where the wide lines of some pages begin and end.
fn edges<'a>(pages: impl Iterator<Item = &'a Page>) -> Edges {
    let all: Vec<(f64, f64)> =
        pages.flat_map(|page| &page.lines).map(|line| (line.x0(), line.x1())).collect();
    let starts: Vec<f64> =
        all.iter().filter(|(x0, x1)| x1 - x0 > SHORT).map(|(x0, _)| *x0).collect();
    let ends: Vec<f64> = all.iter().filter(|(x0, x1)| x1 - x0 > WIDE).map(|(_, x1)| -x1).collect();
    Edges { left: edge(starts, 12), right: edge(ends, 2).map(|end| -end) }
}

/// The smallest value that at least one in `share` values, and two, are near to.
fn edge(mut values: Vec<f64>, share: usize) -> Option<f64> {
    values.sort_by(f64::total_cmp);
    let near = |one: f64| values.iter().filter(|other| (**other - one).abs() < EDGE).count();
    values.iter().copied().find(|one| near(*one) >= 2.max(values.len() / share))
}
