//! Rules about margins: nothing in them, and none of them too large. Not for the page number and notes that belong there.

use super::inspector::{Inspector, PagePlace};
use super::text_block::TextBlock;
use super::wording::number;
use crate::inspect::parts::page::PageParts;
use crate::inspect::pdf::page::{Glyph, POINT, PageArea};
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{EM_SQUARE, TextLine};

/// An edge further in than this (mm) shows a margin that is too large.
const FURTHER_IN: f64 = 0.5;

/// A margin: its rule, and the edge it is measured from.
struct PageMargin {
    rule: Rule,
    edge: &'static str,
}

const LEFT: PageMargin = PageMargin { rule: Rule::LeftMargin, edge: "trái" };
const RIGHT: PageMargin = PageMargin { rule: Rule::RightMargin, edge: "phải" };
const TOP: PageMargin = PageMargin { rule: Rule::TopMargin, edge: "trên" };
const BOTTOM: PageMargin = PageMargin { rule: Rule::BottomMargin, edge: "dưới" };

/// Holds the margins of an upright page against the profile.
pub(crate) fn check(at: usize, page: &PageParts, inspector: &mut Inspector<'_>) {
    let block = inspector.asked_block(page);
    let upper = inspector.requirement(Rule::TopMargin).measure(0);
    let lower = inspector.requirement(Rule::BottomMargin).measure(0);
    for (area, line) in printed(page) {
        let at = line.map_or(PagePlace::Page(at), PagePlace::Line);
        LEFT.keep_free(&at, area.left, block.left, inspector);
        RIGHT.keep_free(&at, page.width - area.right, page.width - block.right, inspector);
        TOP.keep_free(&at, area.top, upper, inspector);
        BOTTOM.keep_free(&at, page.height - area.bottom, lower, inspector);
    }
    too_large(at, page, block, inspector);
}

impl PageMargin {
    fn keep_free(
        &self,
        at: &PagePlace<'_>,
        measured: f64,
        asked: f64,
        inspector: &mut Inspector<'_>,
    ) {
        if asked - measured > inspector.requirement(self.rule).tolerance() {
            self.note(at, measured, asked, inspector);
        }
    }

    fn note(&self, at: &PagePlace<'_>, measured: f64, asked: f64, inspector: &mut Inspector<'_>) {
        let from_edge = |distance| format!("cách mép {} {} mm", self.edge, number(distance));
        inspector.note(self.rule, at, from_edge(measured), from_edge(asked));
    }
}

/// Everything that has to keep to the text block, and the line it is if it is one.
fn printed(page: &PageParts) -> impl Iterator<Item = (PageArea, Option<&TextLine>)> {
    let lines = page.lines.iter().filter(|line| !page.is_media_note(line));
    let lines = lines.map(|line| (area_of_line(line), Some(line)));
    let glyphs = page.glyphs.iter().filter(|glyph| !glyph.text.trim().is_empty());
    let tabled =
        glyphs.filter(|glyph| page.in_table(glyph.x, glyph.y) || page.beside_chart(glyph.y));
    let drawn = page.tables.iter().chain(&page.charts).copied();
    lines.chain(tabled.map(area_of_glyph).chain(drawn).map(|area| (area, None)))
}

fn area_of_line(line: &TextLine) -> PageArea {
    PageArea { left: line.x0(), top: line.em_top(), right: line.x1(), bottom: line.em_bottom() }
}

fn area_of_glyph(glyph: &Glyph) -> PageArea {
    let em = glyph.size * POINT;
    PageArea {
        left: glyph.x,
        top: glyph.y - EM_SQUARE[0] * em,
        right: glyph.x + glyph.width,
        bottom: glyph.y + EM_SQUARE[1] * em,
    }
}

/// Margins the lines of the document show to be too large.
fn too_large(at: usize, page: &PageParts, block: TextBlock, inspector: &mut Inspector<'_>) {
    let at_edge = |edge: f64, end: fn(&TextLine) -> f64| {
        let line = page.lines.iter().find(|line| (end(line) - edge).abs() < FURTHER_IN);
        line.map_or(PagePlace::Page(at), PagePlace::Line)
    };
    if let Some(left) = page.edges.left.filter(|left| left - block.left > FURTHER_IN) {
        LEFT.note(&at_edge(left, TextLine::x0), left, block.left, inspector);
    }
    // The advance of a slanted letter ends before the letter does.
    let slanted = |edge: f64| {
        let mut at = page.lines.iter().filter(|line| (line.x1() - edge).abs() < FURTHER_IN);
        if at.any(TextLine::italic) { FURTHER_IN } else { 0.0 }
    };
    let further_in = |right: &f64| block.right - right > FURTHER_IN + slanted(*right);
    if let Some(right) = page.edges.right.filter(further_in) {
        let line = at_edge(right, TextLine::x1);
        RIGHT.note(&line, page.width - right, page.width - block.right, inspector);
    }
}
