//! The main part: paragraphs, what stands in them, content controls. Not for tables ([`super::tables`]) and not for the pages they
//! stand on ([`super::sections`]).

use super::parts::Relations;
use super::runs::run;
use super::xml::{NAMES, Xml};
use super::{pictures, sections, tables};
use crate::docx::document::{
    Align, Block, Control, Foot, Inline, Lock, Page, Paragraph, ParagraphLook, Section,
    WordDocument,
};

/// What is written, and what is counted on the way.
pub(super) struct Body<'d> {
    pub(super) document: &'d WordDocument,
    pub(super) relations: &'d mut Relations,
    controls: u32,
}

/// `word/document.xml`.
pub(super) fn document(document: &WordDocument, relations: &mut Relations) -> Vec<u8> {
    let mut body = Body::of_part(document, relations);
    Xml::part("w:document", &NAMES, |xml| {
        xml.with("w:body", &[], |xml| {
            let last = document.sections.len().saturating_sub(1);
            for (at, section) in document.sections.iter().enumerate() {
                body.section(xml, section, at, at == last);
            }
        });
    })
}

impl<'d> Body<'d> {
    /// A part beside the main one.
    pub(super) fn of_part(document: &'d WordDocument, relations: &'d mut Relations) -> Self {
        Self { document, relations, controls: 0 }
    }

    /// A section; where another follows, its last paragraph holds its pages.
    fn section(&mut self, xml: &mut Xml, section: &Section, at: usize, last: bool) {
        let split = match section.blocks.split_last() {
            Some((Block::Paragraph(end), before)) if !last && end.look.foot.is_none() => {
                Some((end, before))
            }
            _ => None,
        };
        let blocks = split.map_or(&section.blocks[..], |(_, before)| before);
        for block in blocks {
            self.block(xml, block, section.page);
        }
        match split {
            _ if last => sections::properties(xml, self.document, section, at),
            Some((end, _)) => self.paragraph(xml, end, section.page, Some((section, at))),
            None => self.paragraph(xml, &hairline(), section.page, Some((section, at))),
        }
    }

    fn block(&mut self, xml: &mut Xml, block: &Block, page: Page) {
        match block {
            Block::Paragraph(paragraph) => self.paragraph(xml, paragraph, page, None),
            Block::Table(table) => {
                tables::table(xml, table, |xml, one| self.paragraph(xml, one, page, None));
            }
        }
    }

    /// A paragraph, which may end a section.
    pub(super) fn paragraph(
        &mut self,
        xml: &mut Xml,
        paragraph: &Paragraph,
        page: Page,
        ends: Option<(&Section, usize)>,
    ) {
        xml.with("w:p", &[], |xml| {
            xml.with("w:pPr", &[], |xml| {
                look(xml, &paragraph.look, page);
                if let Some((section, at)) = ends {
                    sections::properties(xml, self.document, section, at);
                }
            });
            self.items(xml, &paragraph.items);
        });
    }

    fn items(&mut self, xml: &mut Xml, items: &[Inline]) {
        for item in items {
            match item {
                Inline::Text(text, look) => run(xml, text, *look),
                Inline::Break => xml.with("w:r", &[], |xml| xml.empty("w:br", &[])),
                Inline::Picture(picture) => {
                    let (number, relation) = self.relations.picture(picture);
                    pictures::picture(xml, picture, number, &relation);
                }
                Inline::Control(control, items) => {
                    self.control(xml, control, |body, xml| body.items(xml, items));
                }
            }
        }
    }

    fn control(
        &mut self,
        xml: &mut Xml,
        control: &Control,
        inside: impl FnOnce(&mut Self, &mut Xml),
    ) {
        self.controls += 1;
        let number = self.controls;
        xml.with("w:sdt", &[], |xml| {
            xml.with("w:sdtPr", &[], |xml| {
                xml.value("w:alias", &control.title);
                xml.value("w:tag", &control.tag);
                xml.number("w:id", number);
                let lock = match control.lock {
                    Lock::Control => "sdtLocked",
                    Lock::Content => "sdtContentLocked",
                };
                xml.value("w:lock", lock);
                // What is computed is told from what may be changed by nothing but its frame, which is hidden.
                let shown = if control.lock == Lock::Control { "boundingBox" } else { "hidden" };
                xml.empty("w15:appearance", &[("w15:val", shown)]);
            });
            xml.with("w:sdtContent", &[], |xml| inside(self, xml));
        });
    }
}

/// A paragraph as low as can be, where a table stands last.
fn hairline() -> Paragraph {
    let none = ParagraphLook {
        line: Some(20),
        after: Some(0),
        first_line: Some(0),
        ..ParagraphLook::default()
    };
    Paragraph { look: none, items: Vec::new() }
}

/// Properties of a paragraph, in the order the format has them.
fn look(xml: &mut Xml, look: &ParagraphLook, page: Page) {
    if let Some(style) = style(look) {
        xml.value("w:pStyle", &style);
    }
    if look.keep_next {
        xml.empty("w:keepNext", &[]);
    }
    if let Some(foot) = look.foot {
        frame(xml, foot, page, look.line.unwrap_or_default());
    }
    let rule = [("w:val", "single"), ("w:sz", "6"), ("w:space", "1"), ("w:color", "auto")];
    if look.rule_above || look.rule_below {
        xml.with("w:pBdr", &[], |xml| {
            let mut side = |name, drawn: bool| {
                if drawn {
                    xml.empty(name, &rule);
                }
            };
            side("w:top", look.rule_above);
            side("w:bottom", look.rule_below);
        });
    }
    spacing(xml, look);
    indents(xml, look);
    if let Some(align) = look.align {
        let align = match align {
            Align::Left => "left",
            Align::Centre => "center",
            Align::Right => "right",
            Align::Both => "both",
        };
        xml.value("w:jc", align);
    }
    if let Some(heading) = look.heading.filter(|heading| heading.run_in) {
        xml.number("w:outlineLvl", heading.level.saturating_sub(1));
    }
}

fn style(look: &ParagraphLook) -> Option<String> {
    if look.is_title {
        return Some("Title".to_owned());
    }
    look.heading
        .filter(|heading| !heading.run_in)
        .map(|heading| format!("Heading{}", heading.level))
}

fn spacing(xml: &mut Xml, look: &ParagraphLook) {
    let (before, after) = (look.before.to_string(), look.after.map(|after| after.to_string()));
    let line = look.line.map(|line| line.to_string());
    let mut all = vec![("w:before", before.as_str())];
    all.extend(after.as_deref().map(|after| ("w:after", after)));
    if let Some(line) = &line {
        all.extend([("w:line", line.as_str()), ("w:lineRule", "exact")]);
    } else if look.is_high {
        all.extend([("w:line", "240"), ("w:lineRule", "auto")]);
    }
    if look.before > 0 || all.len() > 1 {
        xml.empty("w:spacing", &all);
    }
}

fn indents(xml: &mut Xml, look: &ParagraphLook) {
    let (left, right) = (look.left.to_string(), look.right.to_string());
    let first = look.first_line.map(|first| first.to_string());
    let mut all = Vec::new();
    if look.left > 0 {
        all.push(("w:left", left.as_str()));
    }
    if look.right > 0 {
        all.push(("w:right", right.as_str()));
    }
    all.extend(first.as_deref().map(|first| ("w:firstLine", first)));
    if !all.is_empty() {
        xml.empty("w:ind", &all);
    }
}

/// A paragraph at the foot of a page is a frame of its own.
fn frame(xml: &mut Xml, foot: Foot, page: Page, line: u32) {
    let width = page.text_width().to_string();
    let mut all = vec![("w:w", width.as_str()), ("w:wrap", "around")];
    let above;
    match foot {
        Foot::Text => {
            all.extend([("w:vAnchor", "margin"), ("w:hAnchor", "margin"), ("w:yAlign", "bottom")]);
        }
        Foot::Paper(distance) => {
            above = page.height.saturating_sub(distance + line).to_string();
            all.extend([("w:vAnchor", "page"), ("w:hAnchor", "margin"), ("w:y", above.as_str())]);
        }
    }
    xml.empty("w:framePr", &all);
}
