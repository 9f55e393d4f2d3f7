//! What single elements say of the words around them: signs, tracked changes, comments, properties. Not for the walk through them
//! ([`super::walker`]).

use super::controls::Tag;
use super::revision::{Revision, RevisionKind};
use super::walker::{Ends, Walker};
use super::xml::Element;

/// How the names of pictures begin that the program puts into a document.
pub(crate) const OWN_PICTURE: &str = "baocao";

impl Walker {
    pub(super) fn revision(&mut self, name: &str, element: &Element<'_>) -> Ends {
        let Some(kind) = RevisionKind::of(name) else { return Ends::Nothing };
        let of_end = self.parent(0) == "rPr" && self.parent(1) == "pPr";
        if matches!(self.parent(0), "rPr" | "trPr" | "tcPr") && !of_end {
            return Ends::Nothing;
        }
        let said = |name| element.attribute(name).unwrap_or_default();
        let paragraph = self.read.paragraphs.len();
        let (author, date, words) = (said("author"), said("date"), String::new());
        self.read.revisions.push(Revision { kind, author, date, words, paragraph });
        if of_end {
            if let Some(open) = &mut self.open {
                open.ends.push(kind);
            }
            return Ends::Nothing;
        }
        self.changes.push((kind, self.read.revisions.len() - 1));
        Ends::Revision
    }

    /// A sign in a run that is written as an element.
    pub(super) fn sign(&mut self, name: &str, element: &Element<'_>) {
        match name {
            "tab" | "ptab" => self.add("\t"),
            "br" | "cr" => self.add("\n"),
            "noBreakHyphen" => self.add("\u{2011}"),
            "softHyphen" => self.add("\u{ad}"),
            "sym" => {
                let code = element.attribute("char");
                let code = code.and_then(|code| u32::from_str_radix(&code, 16).ok());
                let c = code.and_then(char::from_u32).unwrap_or('\u{fffd}');
                self.add(&c.to_string());
            }
            "commentReference" => self.comment(element, ""),
            _ => {}
        }
    }

    fn comment(&mut self, element: &Element<'_>, words: &str) {
        let place = self.read.paragraphs.len();
        if let Some(id) = element.attribute("id") {
            let about = self.read.anchors.entry(id).or_insert_with(|| (place, String::new()));
            about.1.push_str(words);
        }
    }

    /// What says something of a control, a paragraph or a run.
    pub(super) fn property(&mut self, name: &str, element: &Element<'_>) {
        match (name, self.parent(0), self.parent(1)) {
            ("tag", "sdtPr", _) => {
                let tag = element.attribute("val").and_then(|tag| Tag::read(&tag));
                if let Some(control) = self.controls.last_mut() {
                    control.tag = tag;
                }
            }
            ("showingPlcHdr", "sdtPr", _) => {
                if let Some(control) = self.controls.last_mut() {
                    control.shows_hint = element.is_on();
                }
            }
            ("numId", "numPr", "pPr") => {
                self.listed(element.attribute("val").as_deref() != Some("0"));
            }
            ("pStyle", "pPr", _) => {
                let style = element.attribute("val").unwrap_or_default();
                self.listed(style.contains("ListBullet") || style.contains("ListNumber"));
            }
            ("strike" | "dstrike", "rPr", "r") => self.struck |= element.is_on(),
            ("docPr", ..) => {
                let name = element.attribute("name").unwrap_or_default();
                self.own_picture = name.starts_with(OWN_PICTURE);
            }
            ("blip" | "imagedata", ..) if !self.own_picture => {
                if let Some(open) = &mut self.open {
                    open.pictures += 1;
                }
            }
            ("commentRangeStart", ..) => {
                self.comment(element, "");
                self.comments.extend(element.attribute("id"));
            }
            ("commentRangeEnd", ..) => {
                let id = element.attribute("id");
                self.comments.retain(|open| Some(open) != id.as_ref());
            }
            _ => {}
        }
    }

    fn listed(&mut self, is: bool) {
        if let Some(open) = self.open.as_mut().filter(|_| self.beside.is_empty()) {
            open.listed = is;
        }
    }
}
