//! Puts glyphs together to words and lines by their position, whatever order they were drawn in; text in NFC.
//! Not for what a line is.

use unicode_normalization::UnicodeNormalization;

use super::read::{Glyph, POINT};

/// Glyphs whose baselines differ by less stand on one line (mm).
const SAME_LINE: f64 = 0.3;
/// A gap wider than this many em parts columns though a space was drawn in it.
const COLUMN: f64 = 2.5;
/// A gap wider than this many em parts columns where no space was drawn.
const NO_SPACE: f64 = 0.6;
/// A gap wider than this many em parts words.
const WORD: f64 = 0.12;
/// A blank for handwriting is at most this wide (mm).
const BLANK: f64 = 40.0;

/// What is drawn without a gap, in one style.
#[derive(Debug, Clone)]
pub struct Word {
    /// Its text, in NFC.
    pub text: String,
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// Size in points.
    pub size: f64,
    /// How it is drawn.
    pub style: Style,
    /// Whether a space is before it.
    pub spaced: bool,
}

/// How a word is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct Style {
    /// Whether bold.
    pub bold: bool,
    /// Whether slanted.
    pub italic: bool,
    /// Whether raised or lowered, such as the 2 of m².
    pub raised: bool,
}

impl Word {
    /// Whether it has letters.
    #[must_use]
    pub fn lettered(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }
}

/// A run of words on one baseline, without a gap as between columns.
#[derive(Debug, Clone)]
pub struct Line {
    /// Its words, from left to right; never empty.
    pub words: Vec<Word>,
    /// Its baseline.
    pub y: f64,
    /// The page it is on, from 0.
    pub page: usize,
}

impl Line {
    /// Left end.
    #[must_use]
    pub fn x0(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.x0)
    }

    /// Right end.
    #[must_use]
    pub fn x1(&self) -> f64 {
        self.words.last().map_or(0.0, |word| word.x1)
    }

    /// Its middle.
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.x0(), self.x1())
    }

    /// The size most of it has, in points.
    #[must_use]
    pub fn size(&self) -> f64 {
        let upright = self.words.iter().filter(|word| !word.style.raised);
        let long = |a: &&Word, b: &&Word| a.text.len().cmp(&b.text.len());
        upright.max_by(long).map_or(0.0, |word| word.size)
    }

    /// The top of its type's box: the ascent of Times is 0.891 em.
    #[must_use]
    pub fn top(&self) -> f64 {
        self.y - 0.891 * self.size() * POINT
    }

    /// The upper end of the em square its letters stand in.
    #[must_use]
    pub fn em_top(&self) -> f64 {
        self.y - 0.8 * self.size() * POINT
    }

    /// The lower end of the em square its letters stand in.
    #[must_use]
    pub fn em_bottom(&self) -> f64 {
        self.y + 0.2 * self.size() * POINT
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        text_of(&self.words)
    }

    /// Whether every word with letters is bold.
    #[must_use]
    pub fn bold(&self) -> bool {
        self.words.iter().filter(|word| word.lettered()).all(|word| word.style.bold)
    }

    /// Whether every word with letters is slanted.
    #[must_use]
    pub fn italic(&self) -> bool {
        self.words.iter().filter(|word| word.lettered()).all(|word| word.style.italic)
    }

    /// Whether there is a letter and none is small.
    #[must_use]
    pub fn caps(&self) -> bool {
        let text = self.text();
        text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
    }
}

/// The words as one text.
#[must_use]
pub fn text_of(words: &[Word]) -> String {
    let mut text = String::new();
    for word in words {
        if word.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}

/// The lines of a page, from top to bottom and left to right.
#[must_use]
pub fn lines(glyphs: &[Glyph], page: usize) -> Vec<Line> {
    let drawn = glyphs.iter().any(|glyph| is_space(&glyph.text));
    rows(glyphs).into_iter().flat_map(|row| columns(row, drawn, page)).collect()
}

fn is_space(text: &str) -> bool {
    !text.is_empty() && text.chars().all(char::is_whitespace)
}

/// The baseline a row of glyphs stands on, and the glyphs.
type Row<'a> = (f64, Vec<&'a Glyph>);

/// Glyphs by baseline; what is raised joins the line it belongs to.
fn rows(glyphs: &[Glyph]) -> Vec<Row<'_>> {
    let mut sorted: Vec<&Glyph> = glyphs.iter().collect();
    sorted.sort_by(|a, b| a.y.total_cmp(&b.y).then(a.x.total_cmp(&b.x)));
    let mut rows: Vec<Row<'_>> = Vec::new();
    for glyph in sorted {
        match rows.last_mut() {
            Some((y, row)) if glyph.y - *y < SAME_LINE => row.push(glyph),
            _ => rows.push((glyph.y, vec![glyph])),
        }
    }
    let mut at = 0;
    while at < rows.len() {
        let near = [at.checked_sub(1), Some(at + 1)];
        let host = near
            .into_iter()
            .flatten()
            .find(|near| rows.get(*near).is_some_and(|host| raised_over(&rows[at], host)));
        if let Some(host) = host {
            let (_, guests) = rows.remove(at);
            let host = if host > at { host - 1 } else { host };
            rows[host].1.extend(guests);
            at = at.saturating_sub(1);
        } else {
            at += 1;
        }
    }
    for (_, row) in &mut rows {
        row.sort_by(|a, b| a.x.total_cmp(&b.x).then(a.text.cmp(&b.text)));
        row.dedup_by(|a, b| {
            a.text == b.text && (a.x - b.x).abs() < 0.05 && (a.y - b.y).abs() < 0.05
        });
    }
    rows
}

/// Whether all of `row` is small type right beside glyphs of `host`, a little above or below their baseline.
fn raised_over(row: &Row<'_>, host: &Row<'_>) -> bool {
    let beside = |small: &&Glyph| {
        host.1.iter().any(|big| {
            let apart =
                (small.x - (big.x + big.width)).abs().min((big.x - (small.x + small.width)).abs());
            small.size < 0.8 * big.size
                && (small.y - big.y).abs() < 0.5 * big.size * POINT
                && apart < 6.0 * small.width.max(0.3)
        })
    };
    row.1.iter().all(beside)
}

/// A row parted at its columns; `drawn` is whether spaces are drawn at all.
fn columns((y, row): Row<'_>, drawn: bool, page: usize) -> Vec<Line> {
    let mut lines: Vec<Line> = Vec::new();
    let mut end: Option<f64> = None;
    let mut spaced = false;
    for glyph in row {
        if is_space(&glyph.text) {
            spaced = true;
            end = end.map(|end| end.max(glyph.x + glyph.width));
            continue;
        }
        let em = glyph.size * POINT;
        let gap = end.map_or(f64::MAX, |end| glyph.x - end);
        let parted = gap > COLUMN * em || (drawn && !spaced && gap > NO_SPACE * em);
        match lines.last_mut() {
            Some(line) if !parted || blank(line, glyph, gap) => {
                line.add(glyph, spaced || gap > WORD * em, y);
            }
            _ => lines.push(Line { words: vec![Word::new(glyph, false, y)], y, page }),
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
fn blank(line: &Line, glyph: &Glyph, gap: f64) -> bool {
    let last = line.words.last().map_or("", |word| word.text.as_str());
    let asks = match last.trim_end_matches(':') {
        "Số" | "số" => glyph.text == "-" || glyph.text == "/",
        "ngày" => {
            ['t', '/'].iter().any(|next| glyph.text.starts_with(*next))
                || glyph.text.starts_with(|c: char| c.is_ascii_digit())
        }
        "tháng" => glyph.text == "n" || glyph.text.starts_with(|c: char| c.is_ascii_digit()),
        _ => false,
    };
    asks && gap < BLANK
}

impl Word {
    fn new(glyph: &Glyph, spaced: bool, baseline: f64) -> Self {
        Self {
            text: glyph.text.clone(),
            x0: glyph.x,
            x1: glyph.x + glyph.width,
            size: glyph.size,
            style: Style {
                bold: glyph.face.bold,
                italic: glyph.face.italic,
                raised: (glyph.y - baseline).abs() > SAME_LINE,
            },
            spaced,
        }
    }
}

impl Line {
    fn add(&mut self, glyph: &Glyph, spaced: bool, baseline: f64) {
        let next = Word::new(glyph, spaced, baseline);
        match self.words.last_mut() {
            Some(word) if !spaced && word.continues(&next) => {
                word.text.push_str(&next.text);
                word.x1 = next.x1;
            }
            _ => self.words.push(next),
        }
    }
}

impl Word {
    fn continues(&self, next: &Self) -> bool {
        (self.size - next.size).abs() < 0.05 && self.style == next.style
    }
}
