//! What stands above the text: the notes of the first page, the number of the others. Not for which section has which
//! ([`super::sections`]).

use super::body::Body;
use super::parts::Relations;
use super::runs::run_look;
use super::sections::header_name;
use super::xml::{NAMES, Xml};
use crate::docx::document::{Page, RunLook, Section, WordDocument};

/// The headers of all sections, by the names of their parts.
pub(super) fn headers(document: &WordDocument) -> Vec<(String, Vec<u8>)> {
    let mut all = Vec::new();
    for (at, section) in document.sections.iter().enumerate() {
        let named = |first| format!("word/{}", header_name(at, first));
        if section.restarts {
            all.push((named(true), first_header(document, section)));
        }
        all.push((named(false), number(section.page)));
    }
    all
}

/// What stands above the first page's text: its notes, no number.
fn first_header(document: &WordDocument, section: &Section) -> Vec<u8> {
    let notes =
        section.first_header.as_ref().map(|(_, notes)| notes.as_slice()).unwrap_or_default();
    let mut none = Relations::default();
    Xml::part("w:hdr", &NAMES, |xml| {
        let mut body = Body::of_part(document, &mut none);
        for note in notes {
            body.paragraph(xml, note, section.page, None);
        }
        if notes.is_empty() {
            xml.with("w:p", &[], |xml| {
                xml.with("w:pPr", &[], |xml| xml.value("w:pStyle", "Header"));
            });
        }
    })
}

/// The page number above the text.
fn number(page: Page) -> Vec<u8> {
    let look = RunLook { size: Some(page.number_size), ..RunLook::default() };
    Xml::part("w:hdr", &NAMES, |xml| {
        xml.with("w:p", &[], |xml| {
            xml.with("w:pPr", &[], |xml| xml.value("w:pStyle", "Header"));
            let mut run = |inside: &dyn Fn(&mut Xml)| {
                xml.with("w:r", &[], |xml| {
                    run_look(xml, look);
                    inside(xml);
                });
            };
            run(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "begin")]));
            run(&|xml| {
                xml.with("w:instrText", &[("xml:space", "preserve")], |xml| xml.text(" PAGE "));
            });
            run(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "separate")]));
            run(&|xml| xml.with("w:t", &[], |xml| xml.text("2")));
            run(&|xml| xml.empty("w:fldChar", &[("w:fldCharType", "end")]));
        });
    })
}
