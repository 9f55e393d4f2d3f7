//! Pages: paper, margins, the number above the text, which the first page of a count does not show. Not for what stands on them.

use super::xml::Xml;
use crate::docx::document::{Page, Section, WordDocument};

/// The name of a section's header: of its first page, or of the others.
pub(super) fn header_name(section: usize, first: bool) -> String {
    format!("header{}.xml", 2 * section + usize::from(!first) + 1)
}

/// The relation of a section's header.
pub(super) fn header_relation(section: usize, first: bool) -> String {
    format!("rHeader{}", 2 * section + usize::from(!first) + 1)
}

/// `w:sectPr` of the section at place `at`.
pub(super) fn properties(xml: &mut Xml, document: &WordDocument, section: &Section, at: usize) {
    xml.with("w:sectPr", &[], |xml| {
        if section.restarts {
            let first = header_relation(at, true);
            xml.empty("w:headerReference", &[("w:type", "first"), ("r:id", &first)]);
        }
        let others = header_relation(at, false);
        xml.empty("w:headerReference", &[("w:type", "default"), ("r:id", &others)]);
        xml.value("w:type", "nextPage");
        page(xml, section.page, section.first_header.as_ref().map(|(distance, _)| *distance));
        if section.restarts && (at > 0 || document.sections.len() > 1) {
            xml.empty("w:pgNumType", &[("w:start", "1")]);
        }
        if section.restarts {
            xml.empty("w:titlePg", &[]);
        }
    });
}

fn page(xml: &mut Xml, page: Page, first_header: Option<u32>) {
    let (width, height) = (page.width.to_string(), page.height.to_string());
    let mut paper = vec![("w:w", width.as_str()), ("w:h", height.as_str())];
    if page.width > page.height {
        paper.push(("w:orient", "landscape"));
    }
    xml.empty("w:pgSz", &paper);
    let header = first_header.map_or(page.number_distance, |first| first.min(page.number_distance));
    let all = [
        ("w:top", page.top),
        ("w:right", page.right),
        ("w:bottom", page.bottom),
        ("w:left", page.left),
        ("w:header", header),
        ("w:footer", header),
        ("w:gutter", 0),
    ];
    let all = all.map(|(name, length)| (name, length.to_string()));
    let all: Vec<(&str, &str)> =
        all.iter().map(|(name, length)| (*name, length.as_str())).collect();
    xml.empty("w:pgMar", &all);
}
