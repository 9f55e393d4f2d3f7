//! The device a page is drawn on: it paints nothing and keeps glyphs and lines. Not for opening files.

use std::collections::HashMap;
use std::panic::resume_unwind;
use std::sync::Arc;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Device, GlyphDrawMode, Image, Paint, PathDrawMode, SoftMask,
};
use kurbo::{Affine, BezPath, ParamCurve, PathEl, Point, Rect, Shape};

use super::page::{DrawnLine, Face, Glyph, POINT, PageArea, PdfPage};

/// What is thinner than this is a line, not an area (mm).
const THIN: f64 = 1.0;
/// What is shorter than this is no line (mm).
const SHORT: f64 = 1.0;
/// A part of a colour at least this high cannot be told from white paper.
const WHITE: u8 = 250;
/// More is not drawn on a page of a document, and not clipped; a form that draws itself would go on for hours.
const MOST_DRAWN: usize = 2_000_000;
const MOST_CLIPPED: usize = 20_000;
/// The advance of a glyph that does not give one, in thousandths of its size.
const USUAL_ADVANCE: f32 = 500.0;

/// What drawing is broken off with when it does not end.
pub(crate) struct EndlessDrawing;

/// Keeps what is drawn on one page.
pub(crate) struct GlyphCollector<'f> {
    page: PdfPage,
    drawn: usize,
    clipped: usize,
    faces: &'f mut HashMap<u128, Arc<Face>>,
}

impl<'f> GlyphCollector<'f> {
    /// For a page of that width and height (mm); `faces` are those known from the pages before.
    pub(crate) fn new(
        (width, height): (f64, f64),
        faces: &'f mut HashMap<u128, Arc<Face>>,
    ) -> Self {
        Self { page: PdfPage { width, height, ..PdfPage::default() }, drawn: 0, clipped: 0, faces }
    }

    /// The page with all that was drawn.
    pub(crate) fn into_page(self) -> PdfPage {
        self.page
    }

    /// Counts what is drawn, and breaks off what does not end: by unwinding, since the PDF library offers no other way,
    /// and without a panic's message.
    fn count(&mut self, drawn: usize, clipped: usize) {
        self.drawn += drawn;
        self.clipped += clipped;
        if self.drawn > MOST_DRAWN || self.clipped > MOST_CLIPPED {
            resume_unwind(Box::new(EndlessDrawing));
        }
    }

    fn face(&mut self, glyph: &Drawn<'_>) -> Arc<Face> {
        let Drawn::Outline(glyph) = glyph else {
            let name = "Type 3".into();
            return Arc::new(Face { name, embedded: true, bold: false, italic: false });
        };
        let known = self.faces.entry(glyph.font_cache_key());
        Arc::clone(known.or_insert_with(|| {
            let data = glyph.font_data();
            let name = data.as_ref().and_then(|data| data.postscript_name.clone());
            let name = name.unwrap_or_default();
            let named = |word: &str| name.to_lowercase().contains(word);
            let weight = data.as_ref().and_then(|data| data.weight);
            let heavy = weight.is_some_and(|weight| weight >= 600);
            let slanted = data.as_ref().is_some_and(|data| data.is_italic);
            Arc::new(Face {
                embedded: data.is_some(),
                bold: heavy || named("bold"),
                italic: slanted || named("italic") || named("oblique"),
                name,
            })
        }))
    }

    fn add_line(&mut self, from: Point, to: Point) {
        let (x0, x1) = (from.x.min(to.x) * POINT, from.x.max(to.x) * POINT);
        let (y0, y1) = (from.y.min(to.y) * POINT, from.y.max(to.y) * POINT);
        let line = DrawnLine { x0, x1, y0, y1 };
        if line.length() >= SHORT && (x1 - x0).min(y1 - y0) <= THIN {
            self.page.lines.push(line);
        }
    }
}

impl<'a> Device<'a> for GlyphCollector<'_> {
    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        draw_mode: &PathDrawMode,
    ) {
        self.count(1, 0);
        let path = transform * path;
        if visible_color(paint).is_none() || !path.is_finite() {
            return;
        }
        for subpath in subpaths(&path) {
            let bounds = subpath.bounding_box();
            if matches!(draw_mode, PathDrawMode::Fill(_)) {
                self.add_line(bounds.origin(), Point::new(bounds.x1, bounds.y1));
                self.page.fills.extend(large_area(bounds));
            } else {
                self.page.outlines.extend(large_area(bounds));
                subpath
                    .segments()
                    .for_each(|segment| self.add_line(segment.start(), segment.end()));
            }
        }
    }

    fn draw_glyph(
        &mut self,
        glyph: &Drawn<'a>,
        transform: Affine,
        glyph_transform: Affine,
        paint: &Paint<'a>,
        draw_mode: &GlyphDrawMode,
    ) {
        self.count(1, 0);
        let color = visible_color(paint);
        let transform = transform * glyph_transform;
        let [right, slope, lean, down, x, y] = transform.as_coeffs();
        let upright = right > 0.0 && slope.abs() < right / 100.0;
        if !upright || !transform.is_finite() {
            return;
        }
        let hidden = color.is_none() || matches!(draw_mode, GlyphDrawMode::Invisible);
        let advance = match glyph {
            Drawn::Outline(glyph) => glyph.advance_width().unwrap_or_default(),
            Drawn::Type3(_) => USUAL_ADVANCE,
        };
        let glyph = Glyph {
            text: text(glyph),
            x: x * POINT,
            y: y * POINT,
            width: f64::from(advance) * right.hypot(slope) * POINT,
            size: (lean.hypot(down) * 100_000.0).round() / 100.0,
            face: self.face(glyph),
            color: color.unwrap_or([u8::MAX; 3]),
        };
        if !hidden {
            self.page.glyphs.push(glyph);
        } else if !self.page.fills.iter().any(|fill| fill.holds(glyph.x, glyph.y)) {
            self.page.hidden.push(glyph);
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.count(1, 0);
        self.page.images += 1;
    }

    fn push_clip_path(&mut self, _: &ClipPath) {
        self.count(0, 1);
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// The colour of a paint; none where nothing can be seen on white.
fn visible_color(paint: &Paint<'_>) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(color) => {
            let [r, g, b, alpha] = color.to_rgba().to_rgba8();
            (alpha > 0 && [r, g, b].iter().any(|part| *part < WHITE)).then_some([r, g, b])
        }
        Paint::Pattern(_) => Some([128, 128, 128]),
    }
}

/// The area of something drawn, unless it is a line.
fn large_area(bounds: Rect) -> Option<PageArea> {
    let [left, top, right, bottom] =
        [bounds.x0, bounds.y0, bounds.x1, bounds.y1].map(|edge| edge * POINT);
    let area = PageArea { left, top, right, bottom };
    (area.width() > THIN && area.height() > THIN).then_some(area)
}

fn text(glyph: &Drawn<'_>) -> String {
    match glyph.as_unicode() {
        Some(BfString::Char(letter)) => letter.to_string(),
        Some(BfString::String(letters)) => letters,
        None => String::new(),
    }
}

fn subpaths(path: &BezPath) -> Vec<BezPath> {
    let mut parts: Vec<BezPath> = Vec::new();
    for element in path {
        match (element, parts.last_mut()) {
            (PathEl::MoveTo(_), _) | (_, None) => parts.push(BezPath::from_vec(vec![element])),
            (_, Some(part)) => part.push(element),
        }
    }
    parts
}
