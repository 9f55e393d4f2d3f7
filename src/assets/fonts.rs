//! The fonts of the templates, and which characters all of them have. Fonts of the system are never used, so that
//! pages are the same everywhere. Not for choosing a face, which the Typst library does.

use typst::foundations::Bytes;
use typst::text::{Font, FontBook};
use typst::utils::LazyHash;

use super::files::{TemplateFiles, is_a};

/// The fonts, loaded once.
pub struct Fonts {
    book: LazyHash<FontBook>,
    faces: Vec<Font>,
    common: Vec<bool>,
}

/// Characters before this one, all of Vietnamese among them, are looked up in a table; the others in each face.
const COMMON: u32 = 0x2100;

impl Fonts {
    /// Loads every font file below `fonts/`.
    #[must_use]
    pub fn load(files: &TemplateFiles) -> Self {
        let files = files.below("fonts").filter(|(name, _)| is_a(name, &["ttf", "otf"]));
        let faces: Vec<Font> =
            files.flat_map(|(_, bytes)| Font::iter(Bytes::new(bytes.to_vec()))).collect();
        let mut common = vec![0; COMMON as usize];
        for c in faces.iter().flat_map(|face| face.info().coverage.iter()) {
            if let Some(having) = common.get_mut(c as usize) {
                *having += 1;
            }
        }
        let common = common.into_iter().map(|having| having == faces.len()).collect();
        Self { book: LazyHash::new(FontBook::from_fonts(&faces)), faces, common }
    }

    /// What the fonts are.
    #[must_use]
    pub(crate) fn book(&self) -> &LazyHash<FontBook> {
        &self.book
    }

    /// The font with this index in the book.
    #[must_use]
    pub(crate) fn get(&self, index: usize) -> Option<Font> {
        self.faces.get(index).cloned()
    }

    /// The characters every face has.
    #[must_use]
    pub fn coverage(&self) -> GlyphCoverage<'_> {
        GlyphCoverage { faces: &self.faces, common: &self.common }
    }
}

/// The characters every face has, so that a text can be printed in any of them.
#[derive(Clone, Copy)]
pub struct GlyphCoverage<'a> {
    faces: &'a [Font],
    common: &'a [bool],
}

impl GlyphCoverage<'_> {
    /// Whether every face has a glyph for `c`.
    #[must_use]
    pub fn has(&self, c: char) -> bool {
        let everywhere =
            || self.faces.iter().all(|font| font.info().coverage.contains(u32::from(c)));
        self.common.get(u32::from(c) as usize).copied().unwrap_or_else(everywhere)
    }

    /// The width of `text` in ems, in the face where it is widest.
    #[must_use]
    #[expect(clippy::float_arithmetic, reason = "widths of glyphs, not figures of a report")]
    pub(crate) fn width(&self, text: &str) -> f64 {
        let faces = self
            .faces
            .iter()
            .filter_map(|font| ttf_parser::Face::parse(font.data(), font.index()).ok());
        let advance = |face: &ttf_parser::Face<'_>, c: char| {
            let units = face.glyph_index(c).and_then(|glyph| face.glyph_hor_advance(glyph));
            units.map_or(1.0, |units| f64::from(units) / f64::from(face.units_per_em()))
        };
        let widths = faces.map(|face| text.chars().map(|c| advance(&face, c)).sum::<f64>());
        widths.fold(0.0, f64::max)
    }
}
