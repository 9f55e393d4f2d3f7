//! Puts glyphs together to words and lines by their position, whatever order they were drawn in; text in NFC.
//! Not for what a line is.

use unicode_normalization::UnicodeNormalization;

use super::line::{PrintedWord, TextLine, WordStyle};
use crate::inspect::pdf::page::{Glyph, POINT};

/// Glyphs whose baselines differ by less stand on one line (mm).
const SAME_LINE: f64 = 0.3;
/// A gap wider than this many em parts columns though a space was drawn in it.
const COLUMN: f64 = 2.5;
/// A gap wider than this many em parts columns where no space was drawn.
const NO_SPACE: f64 = 0.6;
/// A gap wider than this many em parts words.
const WORD_GAP: f64 = 0.12;
/// A blank for handwriting is at most this wide (mm).
const BLANK: f64 = 40.0;
/// A glyph drawn twice as near as this (mm) is one, made bold by drawing it again.
const SAME_PLACE: f64 = 0.05;

/// The glyphs on one baseline.
struct Baseline<'a> {
    y: f64,
    glyphs: Vec<&'a Glyph>,
}

/// The lines of a page, from top to bottom and left to right.
#[must_use]
pub fn lines(glyphs: &[Glyph], page: usize) -> Vec<TextLine> {
    let spaces_drawn = glyphs.iter().any(Glyph::is_space);
    let baselines = baselines(glyphs).into_iter();
    baselines.flat_map(|baseline| columns(&baseline, spaces_drawn, page)).collect()
}

/// Glyphs by baseline; what is raised joins the line it belongs to.
fn baselines(glyphs: &[Glyph]) -> Vec<Baseline<'_>> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut baselines: Vec<Baseline<'_>> = Vec::new();
    for glyph in sorted {
        match baselines.last_mut() {
            Some(last) if glyph.y - last.y < SAME_LINE => last.glyphs.push(glyph),
            _ => baselines.push(Baseline { y: glyph.y, glyphs: vec![glyph] }),
        }
    }
    join_raised(&mut baselines);
    for baseline in &mut baselines {
        baseline.glyphs.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.text.cmp(&b.text)));
        baseline.glyphs.dedup_by(|a, b| {
            let apart = (a.x - b.x).abs().max((a.y - b.y).abs());
            a.text == b.text && apart < SAME_PLACE
        });
    }
    baselines
}

/// Moves what is raised or lowered to the baseline it stands beside.
fn join_raised(baselines: &mut Vec<Baseline<'_>>) {
    let mut at = 0;
    while at < baselines.len() {
        let beside = |near: &usize| {
            baselines.get(*near).is_some_and(|host| raised_over(&baselines[at], host))
        };
        let host = [at.checked_sub(1), Some(at + 1)].into_iter().flatten().find(beside);
        if let Some(host) = host {
            let raised = baselines.remove(at);
            let host = if host > at { host - 1 } else { host };
            baselines[host].glyphs.extend(raised.glyphs);
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
}

/// Whether all of `raised` is small type right beside glyphs of `host`, a little above or below their baseline.
fn raised_over(raised: &Baseline<'_>, host: &Baseline<'_>) -> bool {
    let beside = |small: &&Glyph| {
        host.glyphs.iter().any(|big| {
            let apart =
                (small.x - (big.x + big.width)).abs().min((big.x - (small.x + small.width)).abs());
            small.size < 0.8 * big.size
                && (small.y - big.y).abs() < 0.5 * big.size * POINT
                && apart < 6.0 * small.width.max(0.3)
        })
    };
    raised.glyphs.iter().all(beside)
}

/// A baseline parted at its columns.
fn columns(baseline: &Baseline<'_>, spaces_drawn: bool, page: usize) -> Vec<TextLine> {
    let y = baseline.y;
    let mut lines: Vec<TextLine> = Vec::new();
    let mut end: Option<f64> = None;
    let mut spaced = false;
    for glyph in &baseline.glyphs {
        if glyph.is_space() {
            spaced = true;
            end = end.map(|end| end.max(glyph.x + glyph.width));
            continue;
        }
        let em = glyph.size * POINT;
        let gap = end.map_or(f64::MAX, |end| glyph.x - end);
        let parted = gap > COLUMN * em || (spaces_drawn && !spaced && gap > NO_SPACE * em);
        match lines.last_mut() {
            Some(line) if !parted || is_blank(line, glyph, gap) => {
                line.add(PrintedWord::new(glyph, spaced || gap > WORD_GAP * em, y));
            }
            _ => lines.push(TextLine { words: vec![PrintedWord::new(glyph, false, y)], y, page }),
        }
        end = Some(glyph.x + glyph.width);
        spaced = false;
    }
    for word in lines.iter_mut().flat_map(|line| &mut line.words) {
        word.text = word.text.nfc().collect();
    }
    lines
}

/// Whether the gap before `glyph` is room left to write a number or a day.
fn is_blank(line: &TextLine, glyph: &Glyph, gap: f64) -> bool {
    let digit = || glyph.text.starts_with(|c: char| c.is_ascii_digit());
    let before = line.words.last().map_or("", |word| word.text.as_str());
    let asks = match before.trim_end_matches(':') {
        "Số" | "số" => glyph.text == "-" || glyph.text == "/",
        "ngày" => glyph.text.starts_with(['t', '/']) || digit(),
        "tháng" => glyph.text == "n" || digit(),
        _ => false,
    };
    asks && gap < BLANK
}

impl PrintedWord {
    fn new(glyph: &Glyph, spaced: bool, baseline: f64) -> Self {
        Self {
            text: glyph.text.clone(),
            x0: glyph.x,
            x1: glyph.x + glyph.width,
            size: glyph.size,
            style: WordStyle {
                bold: glyph.face.bold,
                italic: glyph.face.italic,
                raised: (glyph.y - baseline).abs() > SAME_LINE,
            },
            spaced,
        }
    }

    fn continues_in(&self, next: &Self) -> bool {
        !next.spaced && (self.size - next.size).abs() < 0.05 && self.style == next.style
    }
}

impl TextLine {
    /// Adds what is drawn next: to its last word if it belongs to that.
    fn add(&mut self, next: PrintedWord) {
        match self.words.last_mut() {
            Some(word) if word.continues_in(&next) => {
                word.text.push_str(&next.text);
                word.x1 = next.x1;
            }
            _ => self.words.push(next),
        }
    }
}
