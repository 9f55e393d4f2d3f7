//! Reads a PDF back, independently of the code that wrote it: its words in the order they are painted, its fonts, its
//! pages. Not for how a page looks.

use std::collections::{BTreeMap, BTreeSet};

use lopdf::content::Operation;
use lopdf::{Dictionary, Document, Encoding, Object, ObjectId};
use unicode_normalization::UnicodeNormalization;

/// A PDF that was read back.
pub(crate) struct Pdf {
    document: Document,
    text: String,
}

impl Pdf {
    /// Reads a PDF.
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let document = Document::load_mem(bytes).expect("a PDF");
        let pages: Vec<ObjectId> = document.get_pages().into_values().collect();
        let text = pages.iter().map(|page| words(&document, *page)).collect();
        Self { document, text }
    }

    /// Its words; a line end where the next word stands on another line. Page numbers and repeated table heads, which
    /// are no part of the content, are left out.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// Whether `words` are printed; spaces and line ends do not count.
    pub(crate) fn says(&self, words: &str) -> bool {
        squeezed(&self.text).contains(&squeezed(words))
    }

    /// Holds the report to printing `words`.
    #[track_caller]
    pub(crate) fn must_say(&self, words: &str) {
        assert!(self.says(words), "«{words}» is not printed in:\n{}", self.text);
    }

    /// Holds the report to not printing `words`.
    #[track_caller]
    pub(crate) fn must_not_say(&self, words: &str) {
        assert!(!self.says(words), "«{words}» is printed in:\n{}", self.text);
    }

    /// The part of the text between two phrases.
    #[track_caller]
    pub(crate) fn between(&self, from: &str, to: &str) -> String {
        let (text, from, to) = (squeezed(&self.text), squeezed(from), squeezed(to));
        let start = text.find(&from).unwrap_or_else(|| panic!("no «{from}» in:\n{}", self.text))
            + from.len();
        let length = text[start..]
            .find(&to)
            .unwrap_or_else(|| panic!("no «{to}» after «{from}» in:\n{}", self.text));
        text[start..start + length].to_owned()
    }

    /// The names of its fonts, without subset prefix, and whether each is embedded.
    pub(crate) fn fonts(&self) -> BTreeMap<String, bool> {
        let faces = self.document.objects.values().filter_map(|object| object.as_dict().ok());
        let described = faces.filter(|face| face.has_type(b"FontDescriptor"));
        described
            .map(|face| {
                (face_name(face), [&b"FontFile2"[..], b"FontFile3"].iter().any(|key| face.has(key)))
            })
            .collect()
    }

    /// The size of each page in points, rounded.
    pub(crate) fn pages(&self) -> Vec<(i64, i64)> {
        let size = |page: &ObjectId| {
            let page = self.document.get_dictionary(*page).expect("a page");
            let numbers = page.get(b"MediaBox").and_then(Object::as_array).expect("its size");
            let number = |at: usize| whole(&numbers[at]);
            (number(2), number(3))
        };
        self.document.get_pages().values().map(size).collect()
    }

    /// One entry of the document's information.
    pub(crate) fn information(&self, key: &str) -> Option<String> {
        let information = self.document.trailer.get(b"Info").ok()?.as_reference().ok()?;
        let information = self.document.get_dictionary(information).ok()?;
        lopdf::decode_text_string(information.get(key.as_bytes()).ok()?).ok()
    }

    /// The actions, attachments and scripts a reader might run.
    pub(crate) fn active_parts(&self) -> BTreeSet<&'static str> {
        let active = ["JavaScript", "JS", "Launch", "EmbeddedFile", "URI", "AA", "OpenAction"];
        let dictionaries =
            self.document.objects.values().filter_map(|object| object.as_dict().ok());
        dictionaries
            .flat_map(|one| active.into_iter().filter(|key| one.has(key.as_bytes())))
            .collect()
    }
}

/// `text` without spaces and line ends, in NFC.
pub(crate) fn squeezed(text: &str) -> String {
    text.nfc().filter(|c| !c.is_whitespace()).collect()
}

fn face_name(face: &Dictionary) -> String {
    let name = face.get(b"FontName").and_then(Object::as_name).unwrap_or_default();
    let name = String::from_utf8_lossy(name);
    name.split_once('+').map_or_else(|| name.to_string(), |(_, name)| name.to_owned())
}

#[expect(clippy::cast_possible_truncation, reason = "page sizes are small")]
fn whole(number: &Object) -> i64 {
    number.as_float().expect("a number").round() as i64
}

/// The words of one page.
fn words(document: &Document, page: ObjectId) -> String {
    let fonts = document.get_page_fonts(page).expect("the page's fonts");
    let encodings: BTreeMap<&[u8], Encoding<'_>> = fonts
        .iter()
        .map(|(name, font)| {
            (name.as_slice(), font.get_font_encoding(document).expect("a font's encoding"))
        })
        .collect();
    let content = document.get_and_decode_page_content(page).expect("the page's content");
    let mut reader = Reader::default();
    for operation in &content.operations {
        match operation.operator.as_str() {
            "BDC" | "BMC" => reader.open(operation),
            "EMC" => _ = reader.open.pop(),
            "cm" => reader.line(operation),
            "Tf" => {
                reader.font =
                    operation.operands[0].as_name().ok().and_then(|name| encodings.get(name));
            }
            "Tj" | "TJ" => reader.show(&operation.operands),
            _ => {}
        }
    }
    reader.text.push('\n');
    reader.text
}

/// What painted content a mark encloses.
enum Mark {
    Content,
    /// Not part of the content.
    Artifact,
    /// Glyphs that stand for a text given with the mark.
    Spoken,
}

#[derive(Default)]
struct Reader<'a> {
    open: Vec<Mark>,
    font: Option<&'a Encoding<'a>>,
    height: Option<i64>,
    text: String,
}

impl Reader<'_> {
    fn open(&mut self, operation: &Operation) {
        let spoken =
            operation.operands.get(1).and_then(|list| list.as_dict().ok()?.get(b"ActualText").ok());
        let artifact = operation.operands[0].as_name().is_ok_and(|name| name == b"Artifact");
        if let Some(text) = spoken.and_then(|text| lopdf::decode_text_string(text).ok()) {
            if self.shown() {
                self.text.push_str(&text);
            }
            self.open.push(Mark::Spoken);
        } else {
            self.open.push(if artifact { Mark::Artifact } else { Mark::Content });
        }
    }

    fn shown(&self) -> bool {
        self.open.iter().all(|mark| matches!(mark, Mark::Content))
    }

    fn line(&mut self, operation: &Operation) {
        let height = operation.operands.get(5).map(whole);
        if self.shown() && height != self.height {
            self.text.push('\n');
            self.height = height;
        }
    }

    fn show(&mut self, operands: &[Object]) {
        let Some(font) = self.font.filter(|_| self.shown()) else { return };
        for operand in operands {
            match operand {
                Object::String(bytes, _) => {
                    self.text.push_str(&Document::decode_text(font, bytes).expect("known glyphs"));
                }
                Object::Array(parts) => self.show(parts),
                _ => {}
            }
        }
    }
}
