//! From PDF to glyphs and drawn lines, in millimetres from the top left corner of each page. The only place that knows
//! the PDF reader. Not for words or lines of text.

use std::collections::HashMap;
use std::sync::Arc;

use hayro_interpret::font::Glyph as Drawn;
use hayro_interpret::hayro_cmap::BfString;
use hayro_interpret::{
    BlendMode, ClipPath, Context, Device, GlyphDrawMode, Image, InterpreterCache,
    InterpreterSettings, Paint, PathDrawMode, SoftMask, TransformExt, interpret_page,
};
use hayro_syntax::Pdf;
use hayro_syntax::page::Page;
use kurbo::{Affine, BezPath, PathEl, Point, Rect, Shape};

use super::Unreadable;

/// Millimetres in a point.
pub const POINT: f64 = 25.4 / 72.0;
/// What is thinner than this is a line, not an area (mm).
const THIN: f64 = 1.0;
/// What is shorter than this is no line (mm).
const SHORT: f64 = 1.0;

/// One page as drawn.
#[derive(Debug, Default)]
pub struct Sheet {
    /// Width in mm.
    pub width: f64,
    /// Height in mm.
    pub height: f64,
    /// Glyphs, in the order of the content stream.
    pub glyphs: Vec<Glyph>,
    /// Drawn lines.
    pub rules: Vec<Rule>,
    /// Drawn outlines that are no single upright or level line: boxes, slanted lines, rounds. Left, top, right, bottom.
    pub outlines: Vec<[f64; 4]>,
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
    /// Its colour.
    pub color: [u8; 3],
}

/// A drawn line, upright or level.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Rule {
    /// Left end.
    pub x0: f64,
    /// Right end.
    pub x1: f64,
    /// Upper end.
    pub y0: f64,
    /// Lower end.
    pub y1: f64,
}

impl Rule {
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
}

/// Reads every page.
///
/// # Errors
/// What is not a PDF, or is one that is locked.
pub fn pages(bytes: &[u8]) -> Result<Vec<Sheet>, Unreadable> {
    let pdf = Pdf::new(bytes.to_vec()).map_err(|_| {
        Unreadable("không đọc được: tệp không phải PDF, hỏng hoặc có mật khẩu".into())
    })?;
    let cache = InterpreterCache::new();
    let mut faces = HashMap::new();
    Ok(pdf.pages().iter().map(|page| sheet(page, &cache, &mut faces)).collect())
}

fn sheet<'a>(
    page: &Page<'a>,
    cache: &InterpreterCache<'a>,
    faces: &mut HashMap<u128, Arc<Face>>,
) -> Sheet {
    let (width, height) = page.render_dimensions();
    let area = Rect::new(0.0, 0.0, width.into(), height.into());
    let upright = page.initial_transform(true).to_kurbo();
    let settings = InterpreterSettings::default();
    let mut context = Context::new(upright, area, cache, page.xref(), settings);
    let mut pen = Pen { sheet: Sheet::default(), faces };
    pen.sheet.width = f64::from(width) * POINT;
    pen.sheet.height = f64::from(height) * POINT;
    interpret_page(page, &mut context, &mut pen);
    pen.sheet
}

/// Takes down what is drawn.
struct Pen<'f> {
    sheet: Sheet,
    faces: &'f mut HashMap<u128, Arc<Face>>,
}

impl Pen<'_> {
    fn face(&mut self, glyph: &Drawn<'_>) -> Arc<Face> {
        let Drawn::Outline(glyph) = glyph else {
            return Arc::new(Face {
                name: "Type 3".into(),
                embedded: true,
                bold: false,
                italic: false,
            });
        };
        let known = self.faces.entry(glyph.font_cache_key());
        Arc::clone(known.or_insert_with(|| {
            let data = glyph.font_data();
            let name = data.as_ref().and_then(|data| data.postscript_name.clone());
            let name = name.unwrap_or_default();
            let named = |word: &str| name.to_lowercase().contains(word);
            let heavy = data.as_ref().and_then(|data| data.weight).is_some_and(|own| own >= 600);
            let slanted = data.as_ref().is_some_and(|data| data.is_italic);
            Arc::new(Face {
                embedded: data.is_some(),
                bold: heavy || named("bold"),
                italic: slanted || named("italic") || named("oblique"),
                name,
            })
        }))
    }

    fn outline(&mut self, area: Rect) {
        let area = [area.x0, area.y0, area.x1, area.y1].map(|end| end * POINT);
        if area[2] - area[0] > THIN && area[3] - area[1] > THIN {
            self.sheet.outlines.push(area);
        }
    }

    fn rule(&mut self, from: Point, to: Point) {
        let (x0, x1) = (from.x.min(to.x) * POINT, from.x.max(to.x) * POINT);
        let (y0, y1) = (from.y.min(to.y) * POINT, from.y.max(to.y) * POINT);
        let rule = Rule { x0, x1, y0, y1 };
        if rule.length() >= SHORT && (x1 - x0).min(y1 - y0) <= THIN {
            self.sheet.rules.push(rule);
        }
    }
}

/// The colour of a paint; none where nothing can be seen on white.
fn seen(paint: &Paint<'_>) -> Option<[u8; 3]> {
    match paint {
        Paint::Color(color) => {
            let [r, g, b, alpha] = color.to_rgba().to_rgba8();
            (alpha > 0 && [r, g, b].iter().any(|part| *part < 250)).then_some([r, g, b])
        }
        Paint::Pattern(_) => Some([128, 128, 128]),
    }
}

impl<'a> Device<'a> for Pen<'_> {
    fn draw_path(
        &mut self,
        path: &BezPath,
        transform: Affine,
        paint: &Paint<'a>,
        draw_mode: &PathDrawMode,
    ) {
        if seen(paint).is_none() {
            return;
        }
        let path = transform * path;
        for part in subpaths(&path) {
            if matches!(draw_mode, PathDrawMode::Fill(_)) {
                let area = part.bounding_box();
                self.rule(area.origin(), Point::new(area.x1, area.y1));
                continue;
            }
            self.outline(part.bounding_box());
            for segment in part.segments() {
                let ends = segment.as_line_or_ends();
                self.rule(ends.0, ends.1);
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
        let Some(color) = seen(paint) else { return };
        if matches!(draw_mode, GlyphDrawMode::Invisible) {
            return;
        }
        let [right, slope, lean, down, x, y] = (transform * glyph_transform).as_coeffs();
        let upright = right > 0.0 && slope.abs() < right / 100.0;
        let advance = match glyph {
            Drawn::Outline(glyph) => glyph.advance_width().unwrap_or_default(),
            Drawn::Type3(_) => 500.0,
        };
        let text = match glyph.as_unicode() {
            Some(BfString::Char(one)) => one.to_string(),
            Some(BfString::String(several)) => several,
            None => String::new(),
        };
        if upright {
            let face = self.face(glyph);
            let width = f64::from(advance) * right.hypot(slope) * POINT;
            let size = (lean.hypot(down) * 100_000.0).round() / 100.0;
            self.sheet.glyphs.push(Glyph {
                text,
                x: x * POINT,
                y: y * POINT,
                width,
                size,
                face,
                color,
            });
        }
    }

    fn draw_image(&mut self, _: Image<'a, '_>, _: Affine) {
        self.sheet.images += 1;
    }

    fn set_soft_mask(&mut self, _: Option<SoftMask<'a>>) {}
    fn set_blend_mode(&mut self, _: BlendMode) {}
    fn push_clip_path(&mut self, _: &ClipPath) {}
    fn push_transparency_group(&mut self, _: f32, _: Option<SoftMask<'a>>, _: BlendMode) {}
    fn pop_clip_path(&mut self) {}
    fn pop_transparency_group(&mut self) {}
}

/// The ends of a segment of a path.
trait Ends {
    fn as_line_or_ends(&self) -> (Point, Point);
}

impl Ends for kurbo::PathSeg {
    fn as_line_or_ends(&self) -> (Point, Point) {
        use kurbo::ParamCurve;
        (self.start(), self.end())
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
