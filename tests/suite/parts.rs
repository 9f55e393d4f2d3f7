//! A PDF's objects: catalog, metadata, structure, bookmarks. Not for what is painted on its pages ([`crate::page_content`]).

use lopdf::{Dictionary, Document as File, Object, decode_text_string};

use crate::specimen::Document;

/// A document's file, taken apart.
pub(crate) struct Parts {
    pub(crate) name: String,
    pub(crate) file: File,
}

impl Parts {
    /// Opens a document.
    pub(crate) fn of(document: &Document) -> Self {
        let file = File::load_mem(&document.bytes).expect("a PDF");
        Self { name: format!("{} {}", document.name, document.profile), file }
    }

    pub(crate) fn catalog(&self) -> &Dictionary {
        self.file.catalog().expect("a catalog")
    }

    /// What `key` of `from` leads to.
    pub(crate) fn follow<'a>(&'a self, from: &'a Dictionary, key: &str) -> Option<&'a Object> {
        let found = from.get(key.as_bytes()).ok()?;
        self.file.dereference(found).ok().map(|(_, object)| object)
    }

    /// The dictionary `key` of `from` leads to.
    pub(crate) fn dictionary<'a>(&'a self, from: &'a Dictionary, key: &str) -> &'a Dictionary {
        let found = self.follow(from, key).and_then(|object| object.as_dict().ok());
        found.unwrap_or_else(|| panic!("{} has no {key}", self.name))
    }

    /// The XMP packet.
    pub(crate) fn metadata(&self) -> String {
        let stream = self.follow(self.catalog(), "Metadata").expect("metadata");
        let stream = stream.as_stream().expect("a stream");
        let text = stream.decompressed_content().unwrap_or_else(|_| stream.content.clone());
        String::from_utf8(text).expect("UTF-8")
    }

    /// The structure elements in reading order: depth and dictionary.
    pub(crate) fn structure(&self) -> Vec<(usize, &Dictionary)> {
        let mut found = Vec::new();
        self.descend(self.dictionary(self.catalog(), "StructTreeRoot"), 0, &mut found);
        found
    }

    fn descend<'a>(
        &'a self,
        from: &'a Dictionary,
        depth: usize,
        found: &mut Vec<(usize, &'a Dictionary)>,
    ) {
        let Some(below) = self.follow(from, "K") else { return };
        let one = std::slice::from_ref(below);
        for child in below.as_array().map_or(one, Vec::as_slice) {
            let child = self.file.dereference(child).map(|(_, object)| object);
            let Some(child) = child.ok().and_then(|object| object.as_dict().ok()) else { continue };
            if child.has(b"S") {
                found.push((depth, child));
                self.descend(child, depth + 1, found);
            }
        }
    }

    /// The bookmarks in order: depth and title.
    pub(crate) fn bookmarks(&self) -> Vec<(usize, String)> {
        let mut found = Vec::new();
        if let Some(outlines) = self.follow(self.catalog(), "Outlines") {
            self.marks(outlines.as_dict().expect("outlines"), 0, &mut found);
        }
        found
    }

    fn marks<'a>(&'a self, from: &'a Dictionary, depth: usize, found: &mut Vec<(usize, String)>) {
        let mut next = self.follow(from, "First");
        while let Some(mark) = next.and_then(|object| object.as_dict().ok()) {
            let title = self.follow(mark, "Title").expect("a title");
            found.push((depth, decode_text_string(title).expect("text")));
            self.marks(mark, depth + 1, found);
            next = self.follow(mark, "Next");
        }
    }
}

/// What a structure element is: `H1`, `TH`.
pub(crate) fn kind(element: &Dictionary) -> String {
    let name = element.get(b"S").and_then(Object::as_name).expect("a kind");
    String::from_utf8_lossy(name).into_owned()
}
