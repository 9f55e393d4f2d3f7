//! A line of the tree becomes a paragraph: words of authors and values in content controls by which they are known again, all
//! else locked, and what it said for the snapshot. Not for where marks come from ([`crate::model::origin_marks`]).

use std::collections::BTreeSet;

use super::lines::{Line, LinePiece};
use super::origins::Origins;
use crate::docx::document::{Control, Inline, Lock, RunLook};
use crate::draft::snapshot::{Part, Piece, SnapshotParagraph};
use crate::model::origin_marks::{Mark, MarkReader, ParagraphPlace, Read, without};
use crate::render::pieces::ReadLine;
use crate::render::together::Together;

/// The title of a control with nobody's own words.
const COMPUTED: &str = "Chương trình lập - không sửa ở đây";
/// The title of a control with a value.
const VALUE: &str = "Số liệu - sửa ở tệp số liệu";
const NO_BREAK_SPACE: char = '\u{a0}';
const NO_BREAK_HYPHEN: char = '\u{2011}';

/// What is needed to make paragraphs of lines.
pub(super) struct Words<'a> {
    pub(super) together: &'a Together,
    pub(super) origins: &'a Origins,
    /// The paragraphs with words made so far.
    pub(super) said: Vec<SnapshotParagraph>,
    /// What stands above the text.
    pub(super) headers: Vec<String>,
}

/// Where words stand.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(super) enum Setting {
    /// In the text, where what belongs together stays on one line.
    Text,
    /// In a heading.
    Heading,
    /// Side by side with others, as in the head of a document.
    Beside,
    /// In a cell of a table.
    Cell,
    /// Above the text.
    Header,
}

/// A run of pieces of one origin.
struct Stretch {
    place: Option<ParagraphPlace>,
    parts: Vec<StretchPart>,
}

/// What is printed of a value, or words that are none.
struct StretchPart {
    typed: Option<String>,
    items: Vec<Inline>,
    text: String,
}

impl Words<'_> {
    /// What stands in a paragraph. In cells and headers words have no controls of their own.
    pub(super) fn items(&mut self, line: &Line<'_>, setting: Setting) -> Vec<Inline> {
        let stretches = self.stretches(line, setting);
        if stretches.iter().all(|one| one.parts.iter().all(|part| part.text.trim().is_empty())) {
            return stretches
                .into_iter()
                .flat_map(|one| one.parts)
                .flat_map(|part| part.items)
                .collect();
        }
        let at = self.said.len();
        let (mut items, mut parts) = (Vec::new(), Vec::new());
        for (number, stretch) in stretches.into_iter().enumerate() {
            let (item, part) = self.stretch(stretch, (at, number), setting);
            items.extend(item);
            parts.push(part);
        }
        let said = SnapshotParagraph { phan: parts };
        match setting {
            Setting::Header => self.headers.push(said.text()),
            _ => self.said.push(said),
        }
        items
    }

    /// The line cut where its origin changes.
    fn stretches(&self, line: &Line<'_>, setting: Setting) -> Vec<Stretch> {
        let kept =
            if setting == Setting::Text { self.kept_together(line) } else { BTreeSet::new() };
        let mut cut = Cut {
            all: vec![Stretch { place: None, parts: Vec::new() }],
            reader: MarkReader::default(),
            at: 0,
            kept,
        };
        for piece in &line.pieces {
            match piece {
                LinePiece::Words(words, look) => cut.words(words, *look),
                LinePiece::Break => cut.item(Inline::Break, "\n"),
                LinePiece::Picture(_) => {}
            }
        }
        for one in &mut cut.all {
            one.parts.retain(|part| !part.items.is_empty() || part.typed.is_some());
        }
        cut.all.retain(|one| !one.parts.is_empty());
        cut.all
    }

    /// The places, by characters, at which no line may end.
    fn kept_together(&self, line: &Line<'_>) -> BTreeSet<usize> {
        let words = line.pieces.iter().map(|piece| match piece {
            LinePiece::Words(words, _) => without(words),
            LinePiece::Break => "\n".to_owned(),
            LinePiece::Picture(_) => String::new(),
        });
        let read = ReadLine::of(&words.collect::<String>());
        let mut kept = BTreeSet::new();
        for run in self.together.runs(&read) {
            let before = read.text[..run.range.start].chars().count();
            let inside: Vec<char> = read.text[run.range].chars().collect();
            let letter = |at: usize| inside.get(at).is_some_and(|c| *c != ' ');
            let torn = |at: &usize| match inside[*at] {
                ' ' => true,
                '-' => *at > 0 && letter(at - 1) && letter(at + 1),
                _ => false,
            };
            kept.extend((0..inside.len()).filter(torn).map(|at| before + at));
        }
        kept
    }

    fn stretch(
        &self,
        stretch: Stretch,
        (at, number): (usize, usize),
        setting: Setting,
    ) -> (Vec<Inline>, Part) {
        let Some(place) = stretch.place else {
            let text = stretch.parts.iter().map(|part| part.text.as_str()).collect();
            let items: Vec<Inline> =
                stretch.parts.into_iter().flat_map(|part| part.items).collect();
            let control = Control {
                tag: format!("I{at}.{number}"),
                title: COMPUTED.to_owned(),
                lock: Lock::Content,
            };
            let bare = matches!(setting, Setting::Cell | Setting::Header);
            let items = if bare { items } else { vec![Inline::Control(control, items)] };
            return (items, Part::In(text));
        };
        let (mut items, mut pieces) = (Vec::new(), Vec::new());
        for (part_number, part) in stretch.parts.into_iter().enumerate() {
            let Some(typed) = part.typed else {
                items.extend(part.items);
                pieces.push(Piece::Chu(part.text));
                continue;
            };
            let tag = format!("S{at}.{number}.{part_number}");
            let control = Control { tag, title: VALUE.to_owned(), lock: Lock::Content };
            items.push(Inline::Control(control, part.items));
            pieces.push(Piece::So { in_ra: part.text, nguon: typed });
        }
        let written = self.origins.written(&place, pieces);
        let lock = if written.khong_sua.is_some() { Lock::Content } else { Lock::Control };
        let control = Control { tag: format!("L{at}.{number}"), title: written.title(), lock };
        (vec![Inline::Control(control, items)], Part::Loi(written))
    }
}

/// A line on its way into stretches.
struct Cut {
    all: Vec<Stretch>,
    reader: MarkReader,
    /// How many characters were printed.
    at: usize,
    kept: BTreeSet<usize>,
}

impl Cut {
    fn words(&mut self, words: &str, look: RunLook) {
        let mut run = String::new();
        let mut said = String::new();
        for c in words.chars() {
            match self.reader.take(c) {
                Read::Printed(c) => {
                    let kept = self.kept.contains(&self.at);
                    self.at += 1;
                    said.push(c);
                    run.push(match c {
                        ' ' if kept => NO_BREAK_SPACE,
                        '-' if kept => NO_BREAK_HYPHEN,
                        c => c,
                    });
                }
                Read::Nothing => {}
                Read::Mark(mark) => {
                    self.flush(&mut run, &mut said, look);
                    self.mark(mark);
                }
            }
        }
        self.flush(&mut run, &mut said, look);
    }

    fn flush(&mut self, run: &mut String, said: &mut String, look: RunLook) {
        if !run.is_empty() {
            self.item(Inline::Text(std::mem::take(run), look), said);
            said.clear();
        }
    }

    fn item(&mut self, item: Inline, said: &str) {
        if item == Inline::Break {
            self.at += 1;
        }
        let part = self.part();
        part.items.push(item);
        part.text.push_str(said);
    }

    fn part(&mut self) -> &mut StretchPart {
        let parts = &mut self.all.last_mut().expect("there is always one").parts;
        if parts.is_empty() {
            parts.push(StretchPart { typed: None, items: Vec::new(), text: String::new() });
        }
        parts.last_mut().expect("one was put there")
    }

    fn mark(&mut self, mark: Mark) {
        let none = || StretchPart { typed: None, items: Vec::new(), text: String::new() };
        let last = self.all.last_mut().expect("there is always one");
        match mark {
            Mark::Paragraph(place) => {
                self.all.push(Stretch { place: Some(place), parts: Vec::new() });
            }
            Mark::ParagraphEnd => self.all.push(Stretch { place: None, parts: Vec::new() }),
            Mark::Value(typed) => last.parts.push(StretchPart { typed: Some(typed), ..none() }),
            Mark::ValueEnd => last.parts.push(none()),
        }
    }
}
