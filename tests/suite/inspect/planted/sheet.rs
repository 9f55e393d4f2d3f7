//! A document as a clerk types it into a word processor: named lines in the places of a Party document, right until it is
//! changed. Not for writing it into a file ([`super::docx`]).

use super::drafts::Draft;

/// Where a line stands in the document.
#[derive(Clone, Copy, PartialEq, Eq)]
pub(super) enum Place {
    /// The left or the right cell of the head.
    HeadLeft,
    HeadRight,
    /// From edge to edge.
    Text,
    /// The left or the right cell of the end.
    EndLeft,
    EndRight,
    /// On the page of the appendix.
    Appendix,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) enum Side {
    Left,
    Middle,
    Both,
    Right,
}

/// A paragraph with one style; sizes, distances and indents in points and millimetres.
#[expect(clippy::struct_excessive_bools, reason = "what a word processor has buttons for")]
#[derive(Clone)]
pub(super) struct Line {
    /// Which component it is.
    pub(super) name: &'static str,
    pub(super) place: Place,
    pub(super) text: String,
    pub(super) size: f64,
    pub(super) bold: bool,
    pub(super) italic: bool,
    pub(super) underline: bool,
    pub(super) color: &'static str,
    pub(super) face: &'static str,
    pub(super) side: Side,
    pub(super) leading: f64,
    pub(super) before: f64,
    /// From the left edge, and how much further in its first line is (mm).
    pub(super) indent: [f64; 2],
    /// Whether it begins a page.
    pub(super) new_page: bool,
}

/// The document: its lines, and the page they stand on.
#[derive(Clone)]
pub(super) struct Sheet {
    pub(super) lines: Vec<Line>,
    /// Top, bottom, left, right (mm).
    pub(super) margins: [f64; 4],
    /// Width and height (mm).
    pub(super) paper: [f64; 2],
    pub(super) number: PageNumbers,
}

#[derive(Clone, Copy, PartialEq)]
pub(super) struct PageNumbers {
    pub(super) size: f64,
    pub(super) first: bool,
    pub(super) before: &'static str,
    pub(super) side: Side,
}

impl Line {
    pub(super) fn new(name: &'static str, place: Place, text: &str) -> Self {
        Self {
            name,
            place,
            text: text.to_owned(),
            size: 14.0,
            bold: false,
            italic: false,
            underline: false,
            color: "000000",
            face: "Liberation Serif",
            side: if matches!(place, Place::Text) { Side::Both } else { Side::Middle },
            leading: 19.0,
            before: if matches!(place, Place::Text) { 6.0 } else { 0.0 },
            indent: if matches!(place, Place::Text) { [0.0, 10.0] } else { [0.0, 0.0] },
            new_page: false,
        }
    }

    pub(super) fn bold(self) -> Self {
        Self { bold: true, ..self }
    }

    pub(super) fn italic(self) -> Self {
        Self { italic: true, ..self }
    }

    pub(super) fn size(self, size: f64) -> Self {
        Self { size, ..self }
    }

    fn middle(self) -> Self {
        Self { side: Side::Middle, indent: [0.0, 0.0], before: 0.0, ..self }
    }
}

impl Sheet {
    /// The document as the regulation asks it.
    pub(super) fn of(draft: &Draft) -> Self {
        let mut sheet = Self {
            lines: Vec::new(),
            margins: [20.0, 20.0, 30.0, 15.0],
            paper: [210.0, 297.0],
            number: PageNumbers { size: 14.0, first: false, before: "", side: Side::Middle },
        };
        sheet.head(draft);
        sheet.title(draft);
        sheet.body(draft);
        sheet.end(draft);
        sheet.appendix(draft);
        sheet
    }

    fn add(&mut self, line: Line) {
        self.lines.push(line);
    }

    fn head(&mut self, draft: &Draft) {
        let left = |name, text| Line::new(name, Place::HeadLeft, text);
        for part in draft.superior.split('|').filter(|part| !part.is_empty()) {
            self.add(left("cap-tren", part));
        }
        for part in draft.issuing.split('|') {
            self.add(left("co-quan", part).bold());
        }
        self.add(left("sao", "*"));
        self.add(left("so", draft.symbol));
        if draft.kind.is_empty() {
            for part in draft.subject.split('|') {
                self.add(left("trich-yeu", part).italic().size(12.0));
            }
        }
        let right = |name, text| Line::new(name, Place::HeadRight, text);
        let party = right("dang", "ĐẢNG CỘNG SẢN VIỆT NAM").bold().size(15.0);
        self.add(Line { underline: true, ..party });
        self.add(right("ngay", draft.date).italic());
    }

    fn title(&mut self, draft: &Draft) {
        let line = |name, text| Line::new(name, Place::Text, text).middle();
        self.add(Line { leading: 10.0, ..line("cho", "") });
        if !draft.kind.is_empty() {
            self.add(line("loai", draft.kind).bold().size(16.0));
            for part in draft.subject.split('|') {
                self.add(line("trich-yeu", part).bold());
            }
            self.add(line("gach", "-----"));
        }
        let Some((label, addressees)) = draft.addressees.split_first() else { return };
        let aside =
            |name, text, left| Line { indent: [left, 0.0], side: Side::Left, ..line(name, text) };
        self.add(Line { before: 6.0, ..aside("kinh-gui", label, 45.0).italic() });
        for addressee in addressees {
            self.add(aside("noi-gui", addressee, 62.0));
        }
    }

    fn body(&mut self, draft: &Draft) {
        for text in draft.body {
            let heading = text.starts_with("I-") || text.starts_with("II-");
            let basis = text.starts_with("- Căn cứ") || text.starts_with("- Xét");
            let name = if heading {
                "de-muc"
            } else if basis {
                "can-cu"
            } else {
                "than"
            };
            let new_page = text.starts_with("II-") && !draft.appendix.is_empty();
            self.add(Line { bold: heading, new_page, ..Line::new(name, Place::Text, text) });
        }
    }

    fn end(&mut self, draft: &Draft) {
        let left = |name, text| Line { side: Side::Left, ..Line::new(name, Place::EndLeft, text) };
        self.add(Line { underline: true, ..left("nhan-noi-nhan", "Nơi nhận:") });
        for recipient in draft.recipients {
            let name = if recipient.starts_with("- Lưu") { "luu" } else { "noi-nhan" };
            self.add(Line { leading: 14.0, ..left(name, recipient).size(12.0) });
        }
        let right = |name, text| Line::new(name, Place::EndRight, text);
        if !draft.authority.is_empty() {
            self.add(right("quyen-han", draft.authority).bold());
        }
        for position in draft.position.split('|') {
            self.add(right("chuc-vu", position));
        }
        self.add(Line { leading: 108.0, ..right("cho-ky", "") });
        self.add(right("ho-ten", draft.name).bold());
    }

    fn appendix(&mut self, draft: &Draft) {
        let names = ["phu-luc", "ten-phu-luc", "kem-theo", "gach-phu-luc"];
        for (name, text) in names.into_iter().zip(draft.appendix) {
            let line = Line::new(name, Place::Appendix, text);
            let bold = matches!(name, "phu-luc" | "ten-phu-luc");
            self.add(Line { bold, italic: name == "kem-theo", ..line });
        }
    }

    pub(super) fn at(&self, place: Place) -> impl Iterator<Item = &Line> {
        self.lines.iter().filter(move |line| line.place == place)
    }

    /// How many lines of the head stand above the number: so many are left blank above the date.
    pub(super) fn above_number(&self) -> usize {
        let before = self.at(Place::HeadLeft).take_while(|line| line.name != "so").count();
        before.min(self.at(Place::HeadLeft).count().saturating_sub(1))
    }

    /// Every line of that name, of which there is at least one.
    #[track_caller]
    pub(super) fn named(&mut self, name: &str) -> Vec<&mut Line> {
        let named: Vec<&mut Line> =
            self.lines.iter_mut().filter(|line| line.name == name).collect();
        assert!(!named.is_empty(), "no line «{name}»");
        named
    }
}
