//! The tree of a report becomes the sections, paragraphs and tables of a Word document. Not for the words in them ([`super::words`]) and
//! not for rows and cells ([`super::tables`]).

use typst_html::{HtmlElement, HtmlNode};

use super::document_measures::{DocumentMeasures, HeaderMeasures, PageMeasures};
use super::lines::{Line, LinePiece, dressed, is_inline, is_unknown, line_of};
use super::measures::{ParagraphMeasures, PictureMeasures, attribute, measures, part};
use super::picture::picture;
use super::tables;
use super::words::{Setting, Words};
use crate::docx::document::{Block, HeadingLook, Inline, Paragraph, RunLook, Section};

/// What a laid-out part of a template's own is called where it stands in a line.
const FRAME: &str = "html.frame";
/// Elements that hold no words of the document.
const SILENT: [&str; 5] = ["head", "style", "script", "title", "meta"];

/// Sections under way.
pub(super) struct Blocks<'a> {
    pub(super) words: Words<'a>,
    pub(super) measures: DocumentMeasures,
    pub(super) sections: Vec<Section>,
    /// Elements there is no form for, by name.
    pub(super) unknown: Vec<String>,
    /// Whether the section that began last is whole: what comes next stands on pages of its own.
    closed: bool,
    /// Whether paragraphs stay with what follows.
    keeps: bool,
}

impl<'a> Blocks<'a> {
    /// Nothing yet.
    pub(super) fn new(words: Words<'a>) -> Self {
        Self {
            words,
            measures: DocumentMeasures::default(),
            sections: Vec::new(),
            unknown: Vec::new(),
            closed: true,
            keeps: false,
        }
    }

    /// Adds what stands in an element: its blocks, and paragraphs of the words that are in none.
    pub(super) fn add(&mut self, element: &HtmlElement) {
        let mut line = Line::default();
        for child in &element.children {
            match child {
                HtmlNode::Element(inner) if !is_inline(inner) => {
                    self.loose(&mut line);
                    self.block(inner);
                }
                inner => line.add(inner, RunLook::default()),
            }
        }
        self.loose(&mut line);
    }

    /// A paragraph of words that stand in none.
    fn loose(&mut self, line: &mut Line<'_>) {
        let line = std::mem::take(line);
        if !line.is_empty() {
            self.paragraph(&line, &ParagraphMeasures::default());
        }
    }

    fn block(&mut self, element: &HtmlElement) {
        let name = element.tag.resolve();
        match (part(element), name.as_str()) {
            (Some("van-ban"), _) => {
                self.measures = measures(element);
                self.add(element);
            }
            (Some("dau-trang-dau"), _) => self.header(element),
            (Some("giu-cung"), _) => {
                self.keeps = true;
                self.add(element);
                self.keeps = false;
            }
            (Some("trang"), _) => self.pages(element),
            (Some("anh"), _) => self.picture(element),
            (Some("luoi"), _) | (_, "table") => {
                let width = self.measures.page(false).text_width();
                let table = tables::table(element, width, &mut |line, said, setting| {
                    self.made(line, said, setting)
                });
                self.put(Block::Table(table));
            }
            (_, "p") => {
                let line = line_of(element, RunLook::default());
                self.paragraph(&line, &measures(element));
            }
            (_, "ul" | "ol") => self.list(element, name.as_str() == "ol"),
            (_, name) if is_unknown(name) => self.unknown.push(name.to_owned()),
            (_, name) if SILENT.contains(&name) => {}
            _ => self.add(element),
        }
    }

    /// A list that a template wrote as Typst's own.
    fn list(&mut self, element: &HtmlElement, numbered: bool) {
        let mut number = number_of(element, "start").unwrap_or(1);
        for child in &element.children {
            let HtmlNode::Element(item) = child else { continue };
            number = number_of(item, "value").unwrap_or(number);
            let mark = if numbered { format!("{number}. ") } else { "• ".to_owned() };
            self.item(item, &mark);
            number += 1;
        }
    }

    /// An item, and the lists and tables in it.
    fn item(&mut self, element: &HtmlElement, mark: &str) {
        let mut line = Line::default();
        line.words(mark, RunLook::default());
        for child in &element.children {
            let only_mark =
                matches!(&line.pieces[..], [LinePiece::Words(words, _)] if words == mark);
            match child {
                // Its own words stand behind the mark, in a paragraph or not.
                HtmlNode::Element(inner) if only_mark && inner.tag.resolve().as_str() == "p" => {
                    inner.children.iter().for_each(|inner| line.add(inner, RunLook::default()));
                }
                HtmlNode::Element(inner)
                    if matches!(inner.tag.resolve().as_str(), "ul" | "ol" | "table") =>
                {
                    self.loose(&mut line);
                    self.block(inner);
                }
                inner => line.add(inner, RunLook::default()),
            }
        }
        self.loose(&mut line);
    }

    fn paragraph(&mut self, line: &Line<'_>, said: &ParagraphMeasures) {
        let heading = said.paragraph().heading.is_some();
        let setting = if heading { Setting::Heading } else { Setting::Text };
        let paragraph = self.made(line, said, setting);
        self.put(Block::Paragraph(paragraph));
    }

    /// The paragraph of a line.
    fn made(&mut self, line: &Line<'_>, said: &ParagraphMeasures, setting: Setting) -> Paragraph {
        let mut look = said.paragraph();
        look.keep_next |= self.keeps;
        if let Some(level) = line.title {
            look.heading = Some(HeadingLook { level, run_in: true });
        }
        self.unknown.extend(line.unknown.iter().cloned());
        let framed = line.pieces.iter().any(|piece| matches!(piece, LinePiece::Picture(_)));
        self.unknown.extend(framed.then(|| FRAME.to_owned()));
        let mut items = self.words.items(line, setting);
        dressed(&mut items, said.run());
        Paragraph { look, items }
    }

    fn header(&mut self, element: &HtmlElement) {
        let distance = measures::<HeaderMeasures>(element).distance;
        let mut notes = Vec::new();
        for child in &element.children {
            if let HtmlNode::Element(inner) = child {
                let line = line_of(inner, RunLook::default());
                notes.push(self.made(&line, &measures(inner), Setting::Header));
            }
        }
        self.section().first_header = Some((distance, notes));
    }

    /// Pages of their own.
    fn pages(&mut self, element: &HtmlElement) {
        let said: PageMeasures = measures(element);
        self.sections.push(Section {
            page: self.measures.page(said.landscape),
            restarts: said.restarts,
            ..Section::default()
        });
        self.closed = false;
        self.add(element);
        self.closed = true;
    }

    fn picture(&mut self, element: &HtmlElement) {
        let said: PictureMeasures = measures(element);
        let line = line_of(element, RunLook::default());
        let look = ParagraphMeasures::picture().paragraph();
        for piece in line.pieces {
            if let LinePiece::Picture(frame) = piece {
                let drawn = Inline::Picture(picture(frame, said.width, &said.description));
                self.put(Block::Paragraph(Paragraph { look, items: vec![drawn] }));
            }
        }
    }

    fn put(&mut self, block: Block) {
        self.section().blocks.push(block);
    }

    /// The section that blocks come to.
    fn section(&mut self) -> &mut Section {
        if self.closed {
            let restarts = self.sections.is_empty();
            let page = self.measures.page(false);
            self.sections.push(Section { page, restarts, ..Section::default() });
            self.closed = false;
        }
        self.sections.last_mut().expect("there is one now")
    }
}

/// A number that Typst gives a list or an item.
fn number_of(element: &HtmlElement, name: &str) -> Option<u64> {
    attribute(element, name)?.parse().ok()
}
