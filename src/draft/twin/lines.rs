//! The words of a paragraph in the tree, in order, each with its looks. Not for whose they are ([`super::words`]).

use typst_html::{HtmlElement, HtmlFrame, HtmlNode};

use super::measures::{RunMeasures, measures, part};
use crate::docx::document::{Inline, RunLook};

/// A piece of a line.
#[derive(Debug, Clone)]
pub(super) enum LinePiece<'t> {
    /// Words.
    Words(String, RunLook),
    /// A new line.
    Break,
    /// A picture, and the element it stands in.
    Picture(&'t HtmlFrame),
}

/// The pieces of one paragraph.
#[derive(Debug, Default)]
pub(super) struct Line<'t> {
    /// The pieces.
    pub(super) pieces: Vec<LinePiece<'t>>,
    /// The level of the title that opens it, if one does.
    pub(super) title: Option<u32>,
    /// Elements there is no form for, by name.
    pub(super) unknown: Vec<String>,
}

/// Elements that hold what a document of words has no form for.
const UNKNOWN: [&str; 8] = ["img", "svg", "math", "video", "audio", "canvas", "input", "iframe"];

/// Whether there is no form for an element.
#[must_use]
pub(super) fn is_unknown(name: &str) -> bool {
    UNKNOWN.contains(&name)
}

impl<'t> Line<'t> {
    /// Whether there is nothing in it.
    #[must_use]
    pub(super) fn is_empty(&self) -> bool {
        self.pieces
            .iter()
            .all(|piece| matches!(piece, LinePiece::Words(words, _) if words.trim().is_empty()))
    }

    /// Adds what stands in a node.
    pub(super) fn add(&mut self, node: &'t HtmlNode, look: RunLook) {
        match node {
            HtmlNode::Tag(_) => {}
            HtmlNode::Text(text, _) => self.words(text, look),
            HtmlNode::Frame(frame) => self.pieces.push(LinePiece::Picture(frame)),
            HtmlNode::Element(element) => self.element(element, look),
        }
    }

    /// Adds words.
    pub(super) fn words(&mut self, text: &str, look: RunLook) {
        match self.pieces.last_mut() {
            Some(LinePiece::Words(words, last)) if *last == look => words.push_str(text),
            _ => self.pieces.push(LinePiece::Words(text.to_owned(), look)),
        }
    }

    fn element(&mut self, element: &'t HtmlElement, look: RunLook) {
        let name = element.tag.resolve();
        if name.as_str() == "br" {
            return self.pieces.push(LinePiece::Break);
        }
        if is_unknown(name.as_str()) {
            return self.unknown.push(name.as_str().to_owned());
        }
        if !is_inline(element) && !self.is_empty() {
            self.pieces.push(LinePiece::Break);
        }
        let measures = measures::<RunMeasures>(element);
        if part(element) == Some("muc") {
            self.title = measures.level.or(self.title);
        }
        let look = tagged(name.as_str(), measures.inside(look));
        for child in &element.children {
            self.add(child, look);
        }
    }
}

/// The looks that Typst's own elements give.
fn tagged(name: &str, look: RunLook) -> RunLook {
    match name {
        "strong" | "b" => RunLook { bold: true, ..look },
        "em" | "i" => RunLook { italic: true, ..look },
        "u" => RunLook { underline: true, ..look },
        _ => look,
    }
}

/// Whether an element stands within a line.
#[must_use]
pub(super) fn is_inline(element: &HtmlElement) -> bool {
    let known = ["chu", "muc"];
    part(element).map_or_else(
        || {
            let name = element.tag.resolve();
            matches!(
                name.as_str(),
                "span"
                    | "br"
                    | "strong"
                    | "b"
                    | "em"
                    | "i"
                    | "u"
                    | "a"
                    | "sub"
                    | "sup"
                    | "code"
                    | "small"
                    | "mark"
                    | "s"
                    | "q"
                    | "cite"
            )
        },
        |part| known.contains(&part),
    )
}

/// The line of all words in an element.
pub(super) fn line_of(element: &HtmlElement, look: RunLook) -> Line<'_> {
    let mut line = Line::default();
    for child in &element.children {
        line.add(child, look);
    }
    line
}

/// Gives words the looks of the paragraph or cell they stand in.
pub(super) fn dressed(items: &mut [Inline], outer: RunLook) {
    for item in items {
        match item {
            Inline::Text(_, look) => {
                look.bold |= outer.bold;
                look.italic |= outer.italic;
                look.size = look.size.or(outer.size);
            }
            Inline::Control(_, items) => dressed(items, outer),
            Inline::Break | Inline::Picture(_) => {}
        }
    }
}
