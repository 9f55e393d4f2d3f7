//! Walks through a part with text: every element is gone into, what is in a control or a tracked change is marked, what stands
//! beside the text is kept apart. Not for what becomes of tracked changes ([`super::settled`]).

use std::collections::BTreeMap;

use super::aside::{Aside, AsideKind};
use super::controls::Tag;
use super::fault::DocxFault;
use super::revision::{Revision, RevisionKind};
use super::text::{Paragraph, Run};
use super::xml::{Element, Piece, each};

/// How the names of pictures begin that the program puts into a document.
pub(crate) const OWN_PICTURE: &str = "baocao";

/// The words a comment is about, and the paragraph they stand in.
pub(super) type Anchors = BTreeMap<String, (usize, String)>;

/// What a part says.
#[derive(Debug, Default)]
pub(super) struct Body {
    /// Its paragraphs.
    pub(super) paragraphs: Vec<Paragraph>,
    /// What stands beside them.
    pub(super) asides: Vec<Aside>,
    /// Its tracked changes.
    pub(super) revisions: Vec<Revision>,
    /// What comments are about, by their numbers.
    pub(super) anchors: Anchors,
}

/// Reads the text of a document.
///
/// # Errors
/// The part is damaged.
pub(super) fn body(xml: &str) -> Result<Body, DocxFault> {
    walk(xml, Walker::default())
}

/// Reads a part all of whose words stand beside the text.
///
/// # Errors
/// The part is damaged.
pub(super) fn beside(xml: &str, kind: AsideKind) -> Result<Vec<Aside>, DocxFault> {
    let mut walker = Walker::default();
    walker.beside.push(Aside { kind, words: String::new() });
    walk(xml, walker).map(|read| read.asides)
}

fn walk(xml: &str, mut walker: Walker) -> Result<Body, DocxFault> {
    each(xml, |piece| match piece {
        Piece::Open(element) => walker.open(&element),
        Piece::Close => walker.close(),
        Piece::Words(words) => walker.words(&words),
    })?;
    while let Some(aside) = walker.beside.pop() {
        walker.put_aside(&aside);
    }
    Ok(walker.read)
}

/// What ends with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Ends {
    Nothing,
    Paragraph,
    Run,
    Control,
    Revision,
    Aside,
    Cell,
    Skipping,
}

/// A control that is open.
#[derive(Debug, Default)]
struct Control {
    tag: Option<Tag>,
    /// Whether it only shows what to type there.
    shows_hint: bool,
}

/// Where the walk is.
#[derive(Debug, Default)]
struct Walker {
    read: Body,
    elements: Vec<(String, Ends)>,
    controls: Vec<Control>,
    /// Open tracked changes, by their places in the list.
    changes: Vec<(RevisionKind, usize)>,
    comments: Vec<String>,
    open: Option<Paragraph>,
    struck: bool,
    /// Open things beside the text.
    beside: Vec<Aside>,
    containers: Vec<usize>,
    cells: usize,
    /// How many elements are open whose content does not count.
    skipping: usize,
    own_picture: bool,
    /// Of alternatives that are open, whether one was read.
    alternatives: Vec<bool>,
}

impl Walker {
    fn parent(&self, above: usize) -> &str {
        let at = self.elements.len().checked_sub(above + 1);
        at.map_or("", |at| self.elements[at].0.as_str())
    }

    fn open(&mut self, element: &Element<'_>) {
        let name = element.name();
        let ends = if self.skipping > 0 || self.is_skipped(&name) {
            self.skipping += 1;
            Ends::Skipping
        } else {
            self.begin(&name, element)
        };
        self.elements.push((name, ends));
    }

    /// Whether what is inside is no text: earlier formats, codes of fields, a second form of what was read.
    fn is_skipped(&mut self, name: &str) -> bool {
        match name {
            "pPrChange" | "rPrChange" | "tblPrChange" | "trPrChange" | "tcPrChange"
            | "sectPrChange" | "numberingChange" | "instrText" | "delInstrText" => true,
            "Choice" | "Fallback" if self.parent(0) == "AlternateContent" => {
                self.alternatives.last_mut().is_some_and(|read| std::mem::replace(read, true))
            }
            _ => false,
        }
    }

    fn begin(&mut self, name: &str, element: &Element<'_>) -> Ends {
        match name {
            "p" => self.paragraph(),
            "r" => {
                self.struck = false;
                return Ends::Run;
            }
            "sdt" => {
                self.controls.push(Control::default());
                return Ends::Control;
            }
            "drawing" | "pict" | "object" => {
                self.own_picture = false;
                self.beside.push(Aside { kind: AsideKind::TextBox, words: String::new() });
                return Ends::Aside;
            }
            "AlternateContent" => self.alternatives.push(false),
            "tc" => {
                self.cells += 1;
                self.containers.push(self.cells);
                return Ends::Cell;
            }
            "altChunk" | "subDoc" => {
                self.put_aside(&Aside { kind: AsideKind::Chunk, words: "…".to_owned() });
            }
            _ if RevisionKind::of(name).is_some() => return self.revision(name, element),
            _ if self.parent(0) == "r" => self.sign(name, element),
            _ => self.property(name, element),
        }
        if name == "p" { Ends::Paragraph } else { Ends::Nothing }
    }

    fn paragraph(&mut self) {
        if let Some(aside) = self.beside.last_mut() {
            return aside.words.push('\n');
        }
        self.end_paragraph();
        let around = self.controls.iter().filter_map(|control| control.tag).collect();
        let container = self.containers.last().copied().unwrap_or(0);
        let place = self.read.paragraphs.len();
        self.open = Some(Paragraph { container, around, place, ..Paragraph::default() });
    }

    fn end_paragraph(&mut self) {
        self.read.paragraphs.extend(self.open.take());
    }

    fn revision(&mut self, name: &str, element: &Element<'_>) -> Ends {
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
    fn sign(&mut self, name: &str, element: &Element<'_>) {
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
    fn property(&mut self, name: &str, element: &Element<'_>) {
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

    fn words(&mut self, words: &str) {
        if self.skipping == 0 && matches!(self.parent(0), "t" | "delText") {
            self.add(words);
        }
    }

    fn add(&mut self, words: &str) {
        if self.controls.iter().any(|control| control.shows_hint) {
            return;
        }
        if let Some(aside) = self.beside.last_mut() {
            if self.changes.iter().all(|(kind, _)| kind.puts_in()) {
                aside.words.push_str(words);
            }
            return;
        }
        if self.open.is_none() {
            self.paragraph();
        }
        let Some(open) = &mut self.open else { return };
        for (_, at) in &self.changes {
            self.read.revisions[*at].words.push_str(words);
        }
        for id in &self.comments {
            if let Some((_, about)) = self.read.anchors.get_mut(id) {
                about.push_str(words);
            }
        }
        let tags: Vec<Tag> = self.controls.iter().filter_map(|control| control.tag).collect();
        let revisions: Vec<RevisionKind> = self.changes.iter().map(|(kind, _)| *kind).collect();
        match open.runs.last_mut() {
            Some(run)
                if run.tags == tags && run.revisions == revisions && run.struck == self.struck =>
            {
                run.text.push_str(words);
            }
            _ => {
                let (text, struck) = (words.to_owned(), self.struck);
                open.runs.push(Run { text, tags, revisions, struck });
            }
        }
    }

    fn close(&mut self) {
        let Some((name, ends)) = self.elements.pop() else { return };
        match ends {
            Ends::Nothing if name == "AlternateContent" => _ = self.alternatives.pop(),
            Ends::Paragraph if self.beside.is_empty() => self.end_paragraph(),
            Ends::Nothing | Ends::Paragraph => {}
            Ends::Run => self.struck = false,
            Ends::Control => _ = self.controls.pop(),
            Ends::Revision => _ = self.changes.pop(),
            Ends::Aside => {
                if let Some(aside) = self.beside.pop() {
                    self.put_aside(&aside);
                }
            }
            Ends::Cell => _ = self.containers.pop(),
            Ends::Skipping => self.skipping -= 1,
        }
    }

    fn put_aside(&mut self, aside: &Aside) {
        let words: Vec<&str> = aside.words.split_whitespace().collect();
        if !words.is_empty() {
            self.read.asides.push(Aside { kind: aside.kind, words: words.join(" ") });
        }
    }
}
