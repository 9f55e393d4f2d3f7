//! What is drawn on a page: glyphs, lines and outlines, in millimetres from its top left corner. Not for how it is read
//! out of a PDF.

use std::sync::Arc;

/// Millimetres in a point.
pub(crate) const POINT: f64 = 25.4 / 72.0;

/// One page as drawn.
#[derive(Debug, Default)]
pub struct PdfPage {
    /// Width in mm.
    pub(crate) width: f64,
    /// Height in mm.
    pub(crate) height: f64,
    /// Glyphs, in the order of the content stream.
    pub glyphs: Vec<Glyph>,
    /// What cannot be seen: white on white paper, or not painted.
    pub(crate) hidden: Vec<Glyph>,
    /// Areas filled with a colour, on which white can be seen.
    pub(crate) fills: Vec<PageArea>,
    /// What copying takes in place of glyphs.
    pub(crate) copied: Vec<String>,
    /// Drawn lines.
    pub(crate) lines: Vec<DrawnLine>,
    /// Around each drawn outline that is no single upright or level line: boxes, slanted lines, rounds.
    pub(crate) outlines: Vec<PageArea>,
    /// How many pictures there are.
    pub(crate) images: usize,
}

/// A face of the PDF.
#[derive(Debug, PartialEq, Eq)]
pub(crate) struct Face {
    /// Its PostScript name, without the prefix of a subset; empty if the PDF does not carry it.
    pub(crate) name: String,
    /// Whether the PDF carries it.
    pub(crate) embedded: bool,
    /// Whether bold.
    pub(crate) bold: bool,
    /// Whether slanted.
    pub(crate) italic: bool,
}

/// A glyph as drawn.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// What it stands for; a ligature stands for several letters. Empty if the PDF does not say.
    pub text: String,
    /// The left end of its advance.
    pub(crate) x: f64,
    /// Its baseline.
    pub(crate) y: f64,
    /// Its advance.
    pub(crate) width: f64,
    /// Its size in points, to a hundredth.
    pub(crate) size: f64,
    /// Its face.
    pub(crate) face: Arc<Face>,
    /// Its colour: red, green, blue.
    pub(crate) color: [u8; 3],
}

impl Glyph {
    /// Whether it is a space.
    #[must_use]
    pub(crate) fn is_space(&self) -> bool {
        !self.text.is_empty() && self.text.chars().all(char::is_whitespace)
    }
}

/// A drawn line, upright or level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct DrawnLine {
    /// Left end.
    pub(crate) x0: f64,
    /// Right end.
    pub(crate) x1: f64,
    /// Upper end.
    pub(crate) y0: f64,
    /// Lower end.
    pub(crate) y1: f64,
}

impl DrawnLine {
    /// Whether it runs from left to right.
    #[must_use]
    pub(crate) fn level(&self) -> bool {
        self.x1 - self.x0 >= self.y1 - self.y0
    }

    /// Its length.
    #[must_use]
    pub(crate) fn length(&self) -> f64 {
        (self.x1 - self.x0).max(self.y1 - self.y0)
    }

    /// Its middle, from left to right.
    #[must_use]
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }

    /// The area it takes.
    #[must_use]
    pub(crate) fn area(&self) -> PageArea {
        PageArea { left: self.x0, top: self.y0, right: self.x1, bottom: self.y1 }
    }
}

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub(crate) struct PageArea {
    /// Left edge.
    pub(crate) left: f64,
    /// Upper edge.
    pub(crate) top: f64,
    /// Right edge.
    pub(crate) right: f64,
    /// Lower edge.
    pub(crate) bottom: f64,
}

impl PageArea {
    /// The smallest area around both.
    #[must_use]
    pub(crate) fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Whether a point is in it.
    #[must_use]
    pub(crate) fn holds(self, x: f64, y: f64) -> bool {
        self.left <= x && x <= self.right && self.top <= y && y <= self.bottom
    }

    /// Its width.
    #[must_use]
    pub(crate) fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    #[must_use]
    pub(crate) fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle, from left to right.
    #[must_use]
    pub(crate) fn middle(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}
