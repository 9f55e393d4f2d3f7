//! The faces of a PDF's page: names, widths and characters of their glyphs. Not for where they stand.
#![expect(clippy::float_arithmetic, reason = "font units are divided")]

use std::collections::BTreeMap;
use std::sync::Arc;

use lopdf::{Dictionary, Document, Object, ObjectId};

/// A glyph: its characters, and its width in thousandths of the size.
#[derive(Debug, Clone)]
pub(crate) struct Glyph {
    pub(crate) text: String,
    pub(crate) width: f64,
}

/// A face as a page uses it.
#[derive(Debug)]
pub(crate) struct Face {
    /// Its name, without the prefix of a subset: `LiberationSerif-Bold`.
    pub(crate) name: String,
    /// The top and bottom of a line box, as shares of the size.
    pub(crate) ascent: f64,
    pub(crate) descent: f64,
    glyphs: BTreeMap<u16, Glyph>,
}

impl Face {
    /// The glyph of a two-byte code.
    pub(crate) fn glyph(&self, code: &[u8]) -> &Glyph {
        &self.glyphs[&u16::from_be_bytes([code[0], code[1]])]
    }

    pub(crate) fn bold(&self) -> bool {
        self.name.contains("Bold")
    }

    pub(crate) fn italic(&self) -> bool {
        self.name.contains("Italic")
    }
}

/// The faces of a page by the names its content calls them.
pub(crate) fn faces(document: &Document, page: ObjectId) -> BTreeMap<Vec<u8>, Arc<Face>> {
    let fonts = document.get_page_fonts(page).expect("the page's fonts");
    fonts.into_iter().map(|(name, font)| (name, Arc::new(face(document, font)))).collect()
}

fn face(document: &Document, font: &Dictionary) -> Face {
    let below = font.get_deref(b"DescendantFonts", document).and_then(Object::as_array);
    let (_, below) = document.dereference(&below.expect("a composite font")[0]).expect("a font");
    let below = below.as_dict().expect("a font");
    let about = below.get_deref(b"FontDescriptor", document).and_then(Object::as_dict);
    let about = about.expect("a described font");
    let number = |key: &[u8]| about.get(key).and_then(Object::as_float).map(f64::from);
    let name = about.get(b"FontName").and_then(Object::as_name).expect("a named font");
    let name = String::from_utf8_lossy(name).into_owned();
    let encoding = font.get_font_encoding(document).expect("a font's encoding");
    let glyphs = widths(document, below).into_iter().map(|(code, width)| {
        let text = Document::decode_text(&encoding, &code.to_be_bytes()).unwrap_or_default();
        (code, Glyph { text, width })
    });
    Face {
        glyphs: glyphs.collect(),
        ascent: number(b"Ascent").expect("a top") / 1000.0,
        descent: number(b"Descent").expect("a bottom") / 1000.0,
        name: name.split_once('+').map_or_else(|| name.clone(), |(_, name)| name.to_owned()),
    }
}

/// The widths of a font: `first [width width …]` or `first last width`, again and again.
fn widths(document: &Document, font: &Dictionary) -> BTreeMap<u16, f64> {
    let list = font.get_deref(b"W", document).and_then(Object::as_array).expect("widths");
    let code =
        |object: &Object| u16::try_from(object.as_i64().expect("a code")).expect("a two-byte code");
    let mut found = BTreeMap::new();
    let mut rest = list.as_slice();
    while let [first, next, then @ ..] = rest {
        if let Ok(several) = next.as_array() {
            let widths = several.iter().map(|one| f64::from(one.as_float().expect("a width")));
            found.extend((code(first)..).zip(widths));
            rest = then;
        } else {
            let width = f64::from(then[0].as_float().expect("a width"));
            found.extend((code(first)..=code(next)).map(|one| (one, width)));
            rest = &then[1..];
        }
    }
    found
}
