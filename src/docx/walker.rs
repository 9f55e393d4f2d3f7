//! Where a walk through a part with text is: what is open, what is read so far. Not for what single signs and properties mean
//! ([`super::marks`]).

use std::collections::BTreeMap;

use super::aside::{Aside, AsideKind};
use super::controls::Tag;
use super::revision::{Revision, RevisionKind};
use super::text::{Paragraph, Run};
use super::xml::Element;

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

/// What ends with an element.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Ends {
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
pub(super) struct Control {
    pub(super) tag: Option<Tag>,
    /// Whether it only shows what to type there.
    pub(super) shows_hint: bool,
}

/// Where the walk is.
#[derive(Debug, Default)]
pub(super) struct Walker {
    pub(super) read: Body,
    pub(super) elements: Vec<(String, Ends)>,
    pub(super) controls: Vec<Control>,
    /// Open tracked changes, by their places in the list.
    pub(super) changes: Vec<(RevisionKind, usize)>,
    pub(super) comments: Vec<String>,
    pub(super) open: Option<Paragraph>,
    pub(super) struck: bool,
    /// Open things beside the text.
    pub(super) beside: Vec<Aside>,
    pub(super) containers: Vec<usize>,
    pub(super) cells: usize,
    /// How many elements are open whose content does not count.
    pub(super) skipping: usize,
    pub(super) own_picture: bool,
    /// Of alternatives that are open, whether one was read.
    pub(super) alternatives: Vec<bool>,
}

impl Walker {
    pub(super) fn parent(&self, above: usize) -> &str {
        let at = self.elements.len().checked_sub(above + 1);
        at.map_or("", |at| self.elements[at].0.as_str())
    }

    pub(super) fn open(&mut self, element: &Element<'_>) {
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

    pub(super) fn paragraph(&mut self) {
        if let Some(aside) = self.beside.last_mut() {
            return aside.words.push('\n');
        }
        self.end_paragraph();
        let around = self.controls.iter().filter_map(|control| control.tag).collect();
        let container = self.containers.last().copied().unwrap_or(0);
        let place = self.read.paragraphs.len();
        self.open = Some(Paragraph { container, around, place, ..Paragraph::default() });
    }

    pub(super) fn end_paragraph(&mut self) {
        self.read.paragraphs.extend(self.open.take());
    }

    pub(super) fn words(&mut self, words: &str) {
        if self.skipping == 0 && matches!(self.parent(0), "t" | "delText") {
            self.add(words);
        }
    }

    pub(super) fn add(&mut self, words: &str) {
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

    pub(super) fn close(&mut self) {
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

    pub(super) fn put_aside(&mut self, aside: &Aside) {
        let words: Vec<&str> = aside.words.split_whitespace().collect();
        if !words.is_empty() {
            self.read.asides.push(Aside { kind: aside.kind, words: words.join(" ") });
        }
    }
}
