//! A part of a document as events: elements opened and closed, and words between them. Not for what elements mean
//! ([`super::body`]).

use quick_xml::Reader;
use quick_xml::events::{BytesRef, BytesStart, Event};

use super::fault::DocxFault;

/// One thing in a part.
#[derive(Debug)]
pub(super) enum Piece<'x> {
    /// An element opens.
    Open(Element<'x>),
    /// The last one that opened closes.
    Close,
    /// Words.
    Words(String),
}

/// An element that opens.
#[derive(Debug)]
pub(super) struct Element<'x>(BytesStart<'x>);

impl Element<'_> {
    /// Its name without a prefix: `sdt` for `w:sdt`.
    pub(super) fn name(&self) -> String {
        String::from_utf8_lossy(self.0.local_name().as_ref()).into_owned()
    }

    /// An attribute by its name without a prefix.
    pub(super) fn attribute(&self, name: &str) -> Option<String> {
        let mut all = self.0.attributes();
        all.with_checks(false);
        let is_named =
            |key: &[u8]| key.rsplit(|byte| *byte == b':').next() == Some(name.as_bytes());
        let found = all.flatten().find(|one| is_named(one.key.as_ref()))?;
        let raw = std::str::from_utf8(&found.value).ok()?;
        Some(quick_xml::escape::unescape(raw).map_or_else(|_| raw.to_owned(), Into::into))
    }

    /// Whether an element that turns something on does so.
    pub(super) fn is_on(&self) -> bool {
        let value = self.attribute("val");
        !value.is_some_and(|value| matches!(value.as_str(), "0" | "false" | "off" | "none"))
    }
}

/// Calls `take` with each thing in a part.
///
/// # Errors
/// The part is no XML, or ends too early.
pub(super) fn each(xml: &str, mut take: impl FnMut(Piece<'_>)) -> Result<(), DocxFault> {
    let mut reader = Reader::from_str(xml);
    reader.config_mut().expand_empty_elements = true;
    let mut depth = 0_usize;
    loop {
        match reader.read_event().map_err(|_| DocxFault::Damaged)? {
            Event::Start(tag) => {
                depth += 1;
                take(Piece::Open(Element(tag)));
            }
            Event::End(_) => {
                depth = depth.checked_sub(1).ok_or(DocxFault::Damaged)?;
                take(Piece::Close);
            }
            Event::Text(words) => {
                let words = words.decode().map_err(|_| DocxFault::Damaged)?;
                take(Piece::Words(words.into_owned()));
            }
            Event::CData(words) => {
                let words = words.decode().map_err(|_| DocxFault::Damaged)?;
                take(Piece::Words(words.into_owned()));
            }
            Event::GeneralRef(reference) => take(Piece::Words(character(&reference))),
            Event::Eof if depth == 0 => return Ok(()),
            Event::Eof => return Err(DocxFault::Damaged),
            _ => {}
        }
    }
}

/// What a reference such as `&amp;` or `&#xE0;` stands for; one nobody knows stays as it is written.
fn character(reference: &BytesRef<'_>) -> String {
    if let Ok(Some(c)) = reference.resolve_char_ref() {
        return c.to_string();
    }
    let name = reference.decode().unwrap_or_default();
    let known = quick_xml::escape::resolve_predefined_entity(&name);
    known.map_or_else(|| format!("&{name};"), str::to_owned)
}
