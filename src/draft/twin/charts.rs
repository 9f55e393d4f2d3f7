//! The charts in a report's tree, for whoever shows them without the rest. Not for the pictures of a Word document
//! ([`mod@super::picture`]).

use typst::layout::Size;
use typst_html::{HtmlDocument, HtmlElement, HtmlFrame, HtmlNode};
use typst_svg::{SvgOptions, svg};

use super::lines::{LinePiece, line_of};
use super::measures::{PictureMeasures, measures, part};
use super::picture::page;
use crate::docx::document::RunLook;

/// A chart.
#[derive(Debug)]
pub(crate) struct DrawnChart {
    /// What stands above it.
    pub(crate) caption: String,
    /// What it shows, in words.
    pub(crate) description: String,
    /// How it looks.
    pub(crate) svg: String,
    /// How large it is.
    pub(crate) size: Size,
}

/// The charts of a tree, in order, each with the paragraph before it.
#[must_use]
pub(crate) fn charts(tree: &HtmlDocument) -> Vec<DrawnChart> {
    let mut found = Vec::new();
    collect(tree.root(), &mut String::new(), &mut found);
    found
}

fn collect(element: &HtmlElement, before: &mut String, found: &mut Vec<DrawnChart>) {
    match part(element) {
        Some("doan") => *before = words(element),
        Some("anh") => {
            let said: PictureMeasures = measures(element);
            let line = line_of(element, RunLook::default());
            let frames = line.pieces.iter().filter_map(|piece| match piece {
                LinePiece::Picture(frame) => Some(*frame),
                _ => None,
            });
            found.extend(frames.map(|frame| drawn(frame, before, &said.description)));
        }
        _ => {
            for child in &element.children {
                if let HtmlNode::Element(inner) = child {
                    collect(inner, before, found);
                }
            }
        }
    }
}

fn words(element: &HtmlElement) -> String {
    let line = line_of(element, RunLook::default());
    let words = line.pieces.iter().map(|piece| match piece {
        LinePiece::Words(words, _) => words.as_str(),
        _ => " ",
    });
    words.collect::<String>().trim().to_owned()
}

fn drawn(frame: &HtmlFrame, caption: &str, description: &str) -> DrawnChart {
    DrawnChart {
        caption: caption.to_owned(),
        description: description.to_owned(),
        svg: svg(&page(frame), &SvgOptions::default()),
        size: frame.inner.size(),
    }
}
