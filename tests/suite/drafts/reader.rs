//! Reads a Word document back, independently of the code that wrote it. Not for what a word processor makes of it.

use std::collections::BTreeMap;
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

/// The parts of a document by their names.
pub(super) struct Docx(BTreeMap<String, String>);

/// An element with what it is in.
#[derive(Debug, Clone)]
pub(super) struct Element {
    /// Its name and those of the elements it stands in, the outermost first.
    pub(super) path: Vec<String>,
    /// Its attributes.
    pub(super) attributes: BTreeMap<String, String>,
    /// The words in it.
    pub(super) text: String,
}

impl Element {
    /// An attribute.
    pub(super) fn get(&self, name: &str) -> &str {
        self.attributes.get(name).map_or("", String::as_str)
    }

    /// Its name.
    pub(super) fn name(&self) -> &str {
        self.path.last().map_or("", String::as_str)
    }
}

impl Docx {
    /// Reads an archive; its XML parts are text.
    pub(super) fn read(bytes: &[u8]) -> Self {
        let mut archive = ZipArchive::new(Cursor::new(bytes)).expect("an archive");
        let mut parts = BTreeMap::new();
        for at in 0..archive.len() {
            let mut part = archive.by_index(at).expect("a part");
            let (name, mut bytes) = (part.name().to_owned(), Vec::new());
            part.read_to_end(&mut bytes).expect("a whole part");
            parts.insert(name, String::from_utf8_lossy(&bytes).into_owned());
        }
        Self(parts)
    }

    /// A part.
    pub(super) fn part(&self, name: &str) -> &str {
        self.0.get(name).unwrap_or_else(|| panic!("no part {name}"))
    }

    /// The names of the parts.
    pub(super) fn names(&self) -> impl Iterator<Item = &str> {
        self.0.keys().map(String::as_str)
    }

    /// Everything printed in reading order: what stands above the first page's text, then the text.
    pub(super) fn words(&self) -> String {
        let first = self.0.get("word/header1.xml").map(String::as_str).unwrap_or_default();
        [first, self.part("word/document.xml")].map(text).concat()
    }

    /// The elements of the main part, in the order they end.
    pub(super) fn elements(&self) -> Vec<Element> {
        elements(self.part("word/document.xml"))
    }
}

/// The words of a part; a line end where a paragraph ends.
fn text(xml: &str) -> String {
    let paragraphs = elements(xml).into_iter().filter(|one| one.name() == "w:p");
    paragraphs.map(|one| one.text + "\n").collect()
}

/// The elements of a part in the order they end, each with the words in it.
pub(super) fn elements(xml: &str) -> Vec<Element> {
    let mut reader = Reader::from_str(xml);
    let mut open: Vec<Element> = Vec::new();
    let mut all = Vec::new();
    loop {
        match reader.read_event().expect("XML") {
            Event::Start(start) => open.push(element(&start, &open)),
            Event::Empty(start) => {
                let one = element(&start, &open);
                match one.name() {
                    "w:noBreakHyphen" => add(&mut open, "-"),
                    "w:br" | "w:tab" => add(&mut open, " "),
                    _ => {}
                }
                all.push(one);
            }
            Event::Text(text) => {
                let printed = open.last().is_some_and(|one| one.name() == "w:t");
                let text = text.decode().expect("UTF-8").replace('\u{a0}', " ");
                if printed {
                    add(&mut open, &text);
                } else if let Some(last) = open.last_mut() {
                    last.text.push_str(&text);
                }
            }
            Event::GeneralRef(reference) => {
                let name = reference.decode().expect("UTF-8").into_owned();
                let sign = match name.as_str() {
                    "amp" => "&",
                    "lt" => "<",
                    "gt" => ">",
                    "quot" => "\"",
                    "apos" => "'",
                    other => panic!("an entity {other}"),
                };
                add(&mut open, sign);
            }
            Event::End(_) => all.extend(open.pop()),
            Event::Eof => return all,
            _ => {}
        }
    }
}

fn add(open: &mut [Element], words: &str) {
    for one in open {
        one.text.push_str(words);
    }
}

fn element(start: &BytesStart<'_>, open: &[Element]) -> Element {
    let name = String::from_utf8_lossy(start.name().as_ref()).into_owned();
    let mut path = open.last().map(|one| one.path.clone()).unwrap_or_default();
    path.push(name);
    let attributes = start.attributes().map(|one| one.expect("an attribute")).map(|one| {
        let key = String::from_utf8_lossy(one.key.as_ref()).into_owned();
        let value = String::from_utf8_lossy(&one.value).into_owned();
        (key, value)
    });
    Element { path, attributes: attributes.collect(), text: String::new() }
}
