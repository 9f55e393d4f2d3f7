//! Styles, settings and fonts of a document: the body's looks, headings the navigation pane shows, Times New Roman with what stands
//! in for it. Not for what single paragraphs look like ([`super::body`]).

use super::xml::{NAMES, Xml};
use crate::docx::document::WordDocument;

const FONT: &str = "Times New Roman";
/// Of the same widths, where the first is not there.
const STAND_IN: &str = "Liberation Serif";
/// Levels of headings a word processor has.
const LEVELS: u32 = 9;

/// `word/styles.xml`.
pub(super) fn styles(document: &WordDocument) -> Vec<u8> {
    let body = document.body;
    Xml::part("w:styles", &NAMES, |xml| {
        xml.with("w:docDefaults", &[], |xml| {
            xml.with("w:rPrDefault", &[], |xml| {
                xml.with("w:rPr", &[], |xml| {
                    let faces =
                        ["w:ascii", "w:hAnsi", "w:eastAsia", "w:cs"].map(|name| (name, FONT));
                    xml.empty("w:rFonts", &faces);
                    xml.number("w:sz", body.size);
                    xml.number("w:szCs", body.size);
                    let tongue = [("w:val", "vi-VN"), ("w:eastAsia", "vi-VN")];
                    xml.empty("w:lang", &tongue);
                });
            });
            xml.with("w:pPrDefault", &[], |_| {});
        });
        normal(xml, document);
        named(xml, "Title", "Title", None);
        for level in 1..=LEVELS {
            named(xml, &format!("Heading{level}"), &format!("heading {level}"), Some(level - 1));
        }
        header(xml);
    })
}

fn normal(xml: &mut Xml, document: &WordDocument) {
    let body = document.body;
    xml.with(
        "w:style",
        &[("w:type", "paragraph"), ("w:default", "1"), ("w:styleId", "Normal")],
        |xml| {
            xml.value("w:name", "Normal");
            xml.empty("w:qFormat", &[]);
            xml.with("w:pPr", &[], |xml| {
                xml.empty("w:widowControl", &[]);
                let (line, after) = (body.line.to_string(), body.after.to_string());
                let spacing = [
                    ("w:before", "0"),
                    ("w:after", after.as_str()),
                    ("w:line", &line),
                    ("w:lineRule", "exact"),
                ];
                xml.empty("w:spacing", &spacing);
                xml.empty("w:ind", &[("w:firstLine", &body.first_line.to_string())]);
                xml.value("w:jc", "both");
            });
        },
    );
}

/// A style of the body's looks under a name word processors know.
fn named(xml: &mut Xml, id: &str, name: &str, outline: Option<u32>) {
    xml.with("w:style", &[("w:type", "paragraph"), ("w:styleId", id)], |xml| {
        xml.value("w:name", name);
        xml.value("w:basedOn", "Normal");
        xml.value("w:next", "Normal");
        xml.empty("w:qFormat", &[]);
        if let Some(level) = outline {
            xml.with("w:pPr", &[], |xml| {
                xml.empty("w:keepNext", &[]);
                xml.number("w:outlineLvl", level);
            });
        }
    });
}

fn header(xml: &mut Xml) {
    xml.with("w:style", &[("w:type", "paragraph"), ("w:styleId", "Header")], |xml| {
        xml.value("w:name", "header");
        xml.value("w:basedOn", "Normal");
        xml.with("w:pPr", &[], |xml| {
            xml.empty("w:spacing", &[("w:after", "0"), ("w:line", "240"), ("w:lineRule", "auto")]);
            xml.empty("w:ind", &[("w:firstLine", "0")]);
            xml.value("w:jc", "center");
        });
    });
}

/// `word/settings.xml`.
pub(super) fn settings(document: &WordDocument) -> Vec<u8> {
    Xml::part("w:settings", &NAMES, |xml| {
        if document.duplex {
            xml.empty("w:mirrorMargins", &[]);
        }
        xml.with("w:compat", &[], |xml| {
            let mode = [
                ("w:name", "compatibilityMode"),
                ("w:uri", "http://schemas.microsoft.com/office/word"),
                ("w:val", "15"),
            ];
            xml.empty("w:compatSetting", &mode);
        });
    })
}

/// `word/fontTable.xml`.
pub(super) fn fonts() -> Vec<u8> {
    Xml::part("w:fonts", &NAMES, |xml| {
        xml.with("w:font", &[("w:name", FONT)], |xml| {
            xml.value("w:altName", STAND_IN);
            xml.value("w:family", "roman");
            xml.value("w:pitch", "variable");
        });
    })
}
