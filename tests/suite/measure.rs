//! What is printed where on a page, in which face and size, and which shapes are drawn. Not for reading it from the PDF
//! ([`crate::page_content`]), nor for what a PDF says about itself ([`crate::parts`]).
#![expect(clippy::float_arithmetic, reason = "places on a page are measured, not counted")]

use std::sync::Arc;

use crate::faces::Face;

/// Points in a millimetre.
pub(crate) const MM: f64 = 72.0 / 25.4;
/// The widest gap between two runs of one line, in points; after a space, which a justified line stretches.
const GAP: f64 = 2.5;
const SPACE: f64 = 16.0;

/// A run of one face and size on one line; places in millimetres from the page's left and top edge, size in points.
#[derive(Debug, Clone)]
pub(crate) struct Run {
    pub(crate) text: String,
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) baseline: f64,
    pub(crate) size: f64,
    pub(crate) face: Arc<Face>,
    /// Where the run begins and ends with its spaces.
    pub(crate) start: f64,
    pub(crate) end: f64,
}

impl Run {
    /// The middle between its edges.
    pub(crate) fn middle(&self) -> f64 {
        f64::midpoint(self.left, self.right)
    }

    /// The top of its line box.
    pub(crate) fn top(&self) -> f64 {
        self.baseline - self.face.ascent * self.size / MM
    }

    /// The bottom of its line box.
    pub(crate) fn bottom(&self) -> f64 {
        self.baseline - self.face.descent * self.size / MM
    }
}

/// A line of text: runs side by side.
#[derive(Debug, Clone)]
pub(crate) struct Line(pub(crate) Vec<Run>);

impl Line {
    pub(crate) fn text(&self) -> String {
        self.0.iter().map(|run| run.text.as_str()).collect::<String>().trim().to_owned()
    }

    pub(crate) fn first(&self) -> &Run {
        &self.0[0]
    }

    pub(crate) fn left(&self) -> f64 {
        self.0[0].left
    }

    pub(crate) fn right(&self) -> f64 {
        self.0.iter().map(|run| run.right).fold(f64::MIN, f64::max)
    }
}

/// A filled or stroked shape's outline, in millimetres from the page's left and top edge.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Shape {
    pub(crate) left: f64,
    pub(crate) right: f64,
    pub(crate) top: f64,
    pub(crate) bottom: f64,
}

/// One page; its size in millimetres.
pub(crate) struct Page {
    pub(crate) wide: f64,
    pub(crate) high: f64,
    pub(crate) runs: Vec<Run>,
    pub(crate) shapes: Vec<Shape>,
    /// Whether anything is not black.
    pub(crate) coloured: bool,
}

impl Page {
    /// Its lines, in the order they are painted.
    pub(crate) fn lines(&self) -> Vec<Line> {
        let mut lines: Vec<Line> = Vec::new();
        for run in &self.runs {
            // A raised figure belongs to its line; what is next to it on another line does not.
            let beside = lines.last_mut().filter(|line| {
                let (first, last) = (line.first(), line.0.last().expect("a run"));
                let gap = if last.text.ends_with(' ') { SPACE } else { GAP };
                (first.baseline - run.baseline).abs() * MM < first.size / 2.0
                    && (last.end - run.start).abs() * MM < gap
            });
            match beside {
                Some(line) => line.0.push(run.clone()),
                None => lines.push(Line(vec![run.clone()])),
            }
        }
        lines
    }
}
