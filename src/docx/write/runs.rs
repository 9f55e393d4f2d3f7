//! Words of one look. Not for paragraphs ([`super::body`]).

use super::xml::Xml;
use crate::docx::document::RunLook;

/// A hyphen at which no line ends, as [`crate::docx::document::Inline::Text`] holds it.
const NO_BREAK_HYPHEN: char = '\u{2011}';

/// Words of one look.
pub(super) fn run(xml: &mut Xml, text: &str, look: RunLook) {
    xml.with("w:r", &[], |xml| {
        run_look(xml, look);
        for (at, part) in text.split(NO_BREAK_HYPHEN).enumerate() {
            if at > 0 {
                xml.empty("w:noBreakHyphen", &[]);
            }
            if !part.is_empty() {
                xml.with("w:t", &[("xml:space", "preserve")], |xml| xml.text(part));
            }
        }
    });
}

/// Properties of words.
pub(super) fn run_look(xml: &mut Xml, look: RunLook) {
    if look == RunLook::default() {
        return;
    }
    xml.with("w:rPr", &[], |xml| {
        if look.bold {
            xml.empty("w:b", &[]);
        }
        if look.italic {
            xml.empty("w:i", &[]);
        }
        if let Some(size) = look.size {
            xml.number("w:sz", size);
            xml.number("w:szCs", size);
        }
        if look.underline {
            xml.value("w:u", "single");
        }
    });
}
