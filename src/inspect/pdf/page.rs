//! What is drawn on a page: glyphs, lines and outlines, in millimetres from its top left corner. Not for how it is read
//! out of a PDF.

use std::sync::Arc;

/// Millimetres in a point.
pub const POINT: f64 = 25.4 / 72.0;

/// One page as drawn.
#[derive(Debug, Default)]
pub struct PdfPage {
    /// Width in mm.
    pub width: f64,
    /// Height in mm.
    pub height: f64,
    /// Glyphs, in the order of the content stream.
    pub glyphs: Vec<Glyph>,
    /// Drawn lines.
    pub lines: Vec<DrawnLine>,
    /// Around each drawn outline that is no single upright or level line: boxes, slanted lines, rounds.
    pub outlines: Vec<PageArea>,
    /// How many pictures there are.
    pub images: usize,
}

/// A face of the PDF.
#[derive(Debug, PartialEq, Eq)]
pub struct Face {
    /// Its PostScript name, without the prefix of a subset; empty if the PDF does not carry it.
    pub name: String,
    /// Whether the PDF carries it.
    pub embedded: bool,
    /// Whether bold.
    pub bold: bool,
    /// Whether slanted.
    pub italic: bool,
}

/// A glyph as drawn.
#[derive(Debug, Clone)]
pub struct Glyph {
    /// What it stands for; a ligature stands for several letters. Empty if the PDF does not say.
    pub text: String,
    /// The left end of its advance.
    pub x: f64,
    /// Its baseline.
    pub y: f64,
    /// Its advance.
    pub width: f64,
    /// Its size in points, to a hundredth.
    pub size: f64,
    /// Its face.
    pub face: Arc<Face>,
    /// Its colour: red, green, blue.
    pub color: [u8; 3],
}

/// A drawn line, upright or level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct DrawnLine {
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// Upper end.
    pub y0: f64,
    /// Lower end.
    pub y1: f64,
}

impl DrawnLine {
    /// Whether it runs from left to right.
    #[must_use]
    pub fn level(&self) -> bool {
        self.x1 - self.x0 >= self.y1 - self.y0
    }

    /// Its length.
    #[must_use]
    pub fn length(&self) -> f64 {
        (self.x1 - self.x0).max(self.y1 - self.y0)
    }

    /// Its middle, from left to right.
    #[must_use]
    pub fn middle(&self) -> f64 {
        f64::midpoint(self.x0, self.x1)
    }

    /// The area it takes.
    #[must_use]
    pub fn area(&self) -> PageArea {
        PageArea { left: self.x0, top: self.y0, right: self.x1, bottom: self.y1 }
    }
}

/// A rectangle on a page.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct PageArea {
    /// Left edge.
    pub left: f64,
    /// Upper edge.
    pub top: f64,
    /// Right edge.
    pub right: f64,
    /// Lower edge.
    pub bottom: f64,
}

impl PageArea {
    /// The smallest area around both.
    #[must_use]
    pub fn around(self, other: Self) -> Self {
        Self {
            left: self.left.min(other.left),
            top: self.top.min(other.top),
            right: self.right.max(other.right),
            bottom: self.bottom.max(other.bottom),
        }
    }

    /// Its width.
    #[must_use]
    pub fn width(self) -> f64 {
        self.right - self.left
    }

    /// Its height.
    #[must_use]
    pub fn height(self) -> f64 {
        self.bottom - self.top
    }

    /// Its middle, from left to right.
    #[must_use]
    pub fn middle(self) -> f64 {
        f64::midpoint(self.left, self.right)
    }
}
