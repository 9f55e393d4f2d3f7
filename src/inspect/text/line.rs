//! A line of text and its words, with their places and style. Not for how they are put together from glyphs.

use crate::inspect::pdf::page::POINT;

/// Ascent of Times New Roman, in em.
const ASCENT: f64 = 0.891;
/// How far the em square letters stand in reaches above and below the baseline, in em.
pub(crate) const EM_SQUARE: [f64; 2] = [0.8, 0.2];

/// What is drawn without a gap, in one style.
#[derive(Debug, Clone)]
pub(crate) struct PrintedWord {
    /// Its text, in NFC.
    pub(crate) text: String,
    /// Left end.
    pub(crate) x0: f64,
    /// Right end.
    pub(crate) x1: f64,
    /// Size in points.
    pub(crate) size: f64,
    /// How it is drawn.
    pub(crate) style: WordStyle,
    /// Whether a space is before it.
    pub(crate) spaced: bool,
}

/// How a word is drawn.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct WordStyle {
    /// Whether bold.
    pub(crate) bold: bool,
    /// Whether slanted.
    pub(crate) italic: bool,
    /// Whether raised or lowered, such as the 2 of m².
    pub(crate) raised: bool,
}

impl PrintedWord {
    /// Whether it has letters.
    #[must_use]
    pub(crate) fn lettered(&self) -> bool {
        self.text.chars().any(char::is_alphabetic)
    }
}

/// A run of words on one baseline, without a gap as between columns.
#[derive(Debug, Clone)]
pub struct TextLine {
    /// Its words, from left to right; never empty.
    pub(crate) words: Vec<PrintedWord>,
    /// Its baseline.
    pub(crate) y: f64,
    /// The page it is on, from 0.
    pub(crate) page: usize,
}

impl TextLine {
    /// Left end.
    #[must_use]
    pub(crate) fn x0(&self) -> f64 {
        self.words.first().map_or(0.0, |word| word.x0)
    }

    /// Right end.
    #[must_use]
    pub(crate) fn x1(&self) -> f64 {
        self.words.last().map_or(0.0, |word| word.x1)
    }

    /// Its length.
    #[must_use]
    pub(crate) fn width(&self) -> f64 {
        self.x1() - self.x0()
    }

    /// Its middle.
    #[must_use]
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.x0(), self.x1())
    }

    /// The size most of it has, in points.
    #[must_use]
    pub(crate) fn size(&self) -> f64 {
        let upright = self.words.iter().filter(|word| !word.style.raised);
        let by_length = |a: &&PrintedWord, b: &&PrintedWord| a.text.len().cmp(&b.text.len());
        upright.max_by(by_length).map_or(0.0, |word| word.size)
    }

    /// The top of its type's box.
    #[must_use]
    pub(crate) fn top(&self) -> f64 {
        self.y - ASCENT * self.size() * POINT
    }

    /// The upper end of the em square its letters stand in.
    #[must_use]
    pub(crate) fn em_top(&self) -> f64 {
        self.y - EM_SQUARE[0] * self.size() * POINT
    }

    /// The lower end of the em square its letters stand in.
    #[must_use]
    pub(crate) fn em_bottom(&self) -> f64 {
        self.y + EM_SQUARE[1] * self.size() * POINT
    }

    /// Its text.
    #[must_use]
    pub fn text(&self) -> String {
        text_of(&self.words)
    }

    /// Whether every word with letters is bold.
    #[must_use]
    pub(crate) fn bold(&self) -> bool {
        self.words.iter().filter(|word| word.lettered()).all(|word| word.style.bold)
    }

    /// Whether every word with letters is slanted.
    #[must_use]
    pub(crate) fn italic(&self) -> bool {
        self.words.iter().filter(|word| word.lettered()).all(|word| word.style.italic)
    }

    /// Whether there is a letter and none is small.
    #[must_use]
    pub(crate) fn caps(&self) -> bool {
        let text = self.text();
        text.chars().any(char::is_alphabetic) && !text.chars().any(char::is_lowercase)
    }

    /// Its words before `at` and those from there on; none where there are no words.
    #[must_use]
    pub(crate) fn split_at(&self, at: usize) -> [Option<Self>; 2] {
        let (before, after) = self.words.split_at(at);
        [before, after].map(|words| {
            (!words.is_empty()).then(|| Self { words: words.to_vec(), y: self.y, page: self.page })
        })
    }
}

/// The words as one text.
#[must_use]
pub(crate) fn text_of(words: &[PrintedWord]) -> String {
    let mut text = String::new();
    for word in words {
        if word.spaced && !text.is_empty() {
            text.push(' ');
        }
        text.push_str(&word.text);
    }
    text
}

/// The text of several lines.
#[must_use]
pub(crate) fn text_of_lines(lines: &[TextLine]) -> String {
    lines.iter().map(TextLine::text).collect::<Vec<_>>().join(" ")
}
