//! What is painted on a finished PDF's pages, read from their content streams: a second reader, which shares nothing with the
//! code that laid them out. Not for what a PDF says about itself ([`crate::parts`]).
#![expect(clippy::float_arithmetic, reason = "places on a page are measured, not counted")]

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::content::Operation;
use lopdf::{Document, Object, ObjectId};

use crate::faces::{Face, faces};
use crate::measure::{MM, Page, Run, Shape};

/// The pages of a PDF.
pub(crate) fn pages(bytes: &[u8]) -> Vec<Page> {
    let document = Document::load_mem(bytes).expect("a PDF");
    document.get_pages().values().map(|page| page_content(&document, *page)).collect()
}

fn page_content(document: &Document, page: ObjectId) -> Page {
    let size = document.get_dictionary(page).expect("a page").get(b"MediaBox");
    let size = numbers(size.and_then(Object::as_array).expect("its size"));
    let (wide, high) = (size[2] - size[0], size[3] - size[1]);
    let mut reader = ContentReader {
        faces: faces(document, page),
        high,
        painted: Page {
            wide: wide / MM,
            high: high / MM,
            runs: Vec::new(),
            shapes: Vec::new(),
            coloured: false,
        },
        now: State::default(),
        saved: Vec::new(),
        path: Vec::new(),
    };
    let content = document.get_and_decode_page_content(page).expect("the page's content");
    content.operations.iter().for_each(|operation| reader.follow(operation));
    reader.painted
}

fn numbers(operands: &[Object]) -> Vec<f64> {
    operands.iter().filter_map(|one| one.as_float().ok()).map(f64::from).collect()
}

/// A transformation: what PDF writes as six numbers.
type Matrix = [f64; 6];

const SAME: Matrix = [1.0, 0.0, 0.0, 1.0, 0.0, 0.0];

/// `first`, then `then`.
fn combined(first: &Matrix, then: &Matrix) -> Matrix {
    let turned = |x: f64, y: f64| (then[0] * x + then[2] * y, then[1] * x + then[3] * y);
    let (right, up) = (turned(first[0], first[1]), turned(first[2], first[3]));
    let origin = moved(then, first[4], first[5]);
    [right.0, right.1, up.0, up.1, origin.0, origin.1]
}

fn moved(matrix: &Matrix, x: f64, y: f64) -> (f64, f64) {
    (matrix[0] * x + matrix[2] * y + matrix[4], matrix[1] * x + matrix[3] * y + matrix[5])
}

#[derive(Clone)]
struct State {
    page: Matrix,
    text: Matrix,
    face: Option<Arc<Face>>,
    size: f64,
    line_width: f64,
}

impl Default for State {
    fn default() -> Self {
        Self { page: SAME, text: SAME, face: None, size: 0.0, line_width: 1.0 }
    }
}

/// Follows the operations of one page. It knows what Typst writes and stops at anything else, rather than measure wrong.
struct ContentReader {
    faces: BTreeMap<Vec<u8>, Arc<Face>>,
    high: f64,
    painted: Page,
    now: State,
    saved: Vec<State>,
    path: Vec<(f64, f64)>,
}

impl ContentReader {
    fn follow(&mut self, operation: &Operation) {
        let given = numbers(&operation.operands);
        match operation.operator.as_str() {
            "q" => self.saved.push(self.now.clone()),
            "Q" => self.now = self.saved.pop().expect("a saved state"),
            "cm" => self.now.page = combined(&matrix(&given), &self.now.page),
            "BT" => self.now.text = SAME,
            "Tm" => self.now.text = matrix(&given),
            "Tf" => {
                let name = operation.operands[0].as_name().expect("a face's name");
                self.now.face = Some(Arc::clone(&self.faces[name]));
                self.now.size = given[0];
            }
            "Tj" => self.show(&operation.operands),
            "TJ" => self.show(operation.operands[0].as_array().expect("a run")),
            "m" | "l" => {
                let at = moved(&self.now.page, given[0], given[1]);
                self.path.push(at);
            }
            // A round stroke: the points it is drawn towards hold it.
            "c" => {
                for at in given.chunks_exact(2) {
                    self.path.push(moved(&self.now.page, at[0], at[1]));
                }
            }
            "re" => {
                for (x, y) in [(0.0, 0.0), (given[2], given[3])] {
                    self.path.push(moved(&self.now.page, given[0] + x, given[1] + y));
                }
            }
            "w" => self.now.line_width = given[0],
            "f" => self.draw(0.0),
            "S" | "B" => self.draw(self.now.line_width),
            "n" => self.path.clear(),
            "scn" | "SCN" | "g" | "G" | "rg" | "RG" => {
                // White is the paper's own.
                let plain = |all: f64| given.iter().all(|part| (*part - all).abs() < 1e-6);
                self.painted.coloured |= !(plain(0.0) || plain(1.0));
            }
            "BDC" | "BMC" | "EMC" | "ET" | "Tr" | "cs" | "CS" | "h" | "W" | "M" | "J" | "j"
            | "d" | "gs" => {}
            unknown => panic!("the reader does not know «{unknown}»"),
        }
    }

    fn show(&mut self, operands: &[Object]) {
        let face = Arc::clone(self.now.face.as_ref().expect("a face"));
        let (size, start) = (self.now.size, combined(&self.now.text, &self.now.page));
        assert!((start[0] - 1.0).abs() + start[1].abs() < 1e-6, "text is turned or stretched");
        let (mut x, mut text) = (0.0, String::new());
        // Where the first and the last mark stand: spaces are none.
        let (mut from, mut to) = (None, 0.0);
        for operand in operands {
            let Object::String(codes, _) = operand else {
                x -= f64::from(operand.as_float().expect("a number")) / 1000.0 * size;
                continue;
            };
            for code in codes.chunks_exact(2) {
                let glyph = face.glyph(code);
                let next = x + glyph.width / 1000.0 * size;
                if !glyph.text.trim().is_empty() {
                    from.get_or_insert(x);
                    to = next;
                }
                text.push_str(&glyph.text);
                x = next;
            }
        }
        let baseline = (self.high - start[5]) / MM;
        let from = from.unwrap_or(0.0);
        let at = |x: f64| (start[4] + x) / MM;
        let (left, right) = (at(from), at(to.max(from)));
        let run = Run { left, right, start: at(0.0), end: at(x), text, baseline, size, face };
        self.painted.runs.push(run);
    }

    fn draw(&mut self, width: f64) {
        let path = std::mem::take(&mut self.path);
        let half = width / 2.0;
        let span = |all: &mut dyn Iterator<Item = f64>| {
            all.fold((f64::MAX, f64::MIN), |(low, high), one| (low.min(one), high.max(one)))
        };
        let (left, right) = span(&mut path.iter().map(|at| at.0));
        let (low, high) = span(&mut path.iter().map(|at| at.1));
        // A stroke is as thick as its line, across; its ends are square.
        let (across, along) = if right - left > high - low { (0.0, half) } else { (half, 0.0) };
        self.painted.shapes.push(Shape {
            left: (left - across) / MM,
            right: (right + across) / MM,
            top: (self.high - high - along) / MM,
            bottom: (self.high - low + along) / MM,
        });
    }
}

fn matrix(given: &[f64]) -> Matrix {
    given.try_into().expect("six numbers")
}
