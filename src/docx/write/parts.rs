//! What holds the parts of a document together: their types, what refers to what, who wrote it, what is kept for reading it back. Not
//! for what it says.

use super::sections::{header_name, header_relation};
use super::xml::Xml;
use crate::docx::document::{Kept, Picture, WordDocument};
use crate::docx::identity::{MARK, NAMESPACE, REPORT};

const TYPES: &str = "http://schemas.openxmlformats.org/package/2006/content-types";
const RELATIONS: &str = "http://schemas.openxmlformats.org/package/2006/relationships";
const OFFICE: &str = "http://schemas.openxmlformats.org/officeDocument/2006/relationships";
const PACKAGE: &str = "http://schemas.openxmlformats.org/package/2006/relationships/metadata";
const WORD: &str = "application/vnd.openxmlformats-officedocument.wordprocessingml";
/// The id of the part with what is kept; any would do.
const ITEM: &str = "{5B1A6C0E-0E5B-4B2B-9C5A-2F9B7D1E4A33}";

/// What the main part refers to.
#[derive(Debug, Default)]
pub(super) struct Relations {
    /// Id, type, target.
    all: Vec<(String, String, String)>,
    pictures: Vec<(String, Vec<u8>)>,
}

impl Relations {
    /// Styles, settings, fonts and headers.
    pub(super) fn of(document: &WordDocument) -> Self {
        let office = |name: &str| format!("{OFFICE}/{name}");
        let mut all = vec![
            ("rStyles".to_owned(), office("styles"), "styles.xml".to_owned()),
            ("rSettings".to_owned(), office("settings"), "settings.xml".to_owned()),
            ("rFonts".to_owned(), office("fontTable"), "fontTable.xml".to_owned()),
        ];
        for (at, section) in document.sections.iter().enumerate() {
            let mut header = |first| {
                all.push((header_relation(at, first), office("header"), header_name(at, first)));
            };
            if section.restarts {
                header(true);
            }
            header(false);
        }
        if document.kept.is_some() {
            let item = "../customXml/item1.xml".to_owned();
            all.push(("rKept".to_owned(), office("customXml"), item));
        }
        Self { all, pictures: Vec::new() }
    }

    /// Takes a picture in; its number from 1, and its relation.
    pub(super) fn picture(&mut self, picture: &Picture) -> (usize, String) {
        let number = self.pictures.len() + 1;
        let (name, id) = (format!("media/image{number}.png"), format!("rPicture{number}"));
        self.all.push((id.clone(), format!("{OFFICE}/image"), name.clone()));
        self.pictures.push((name, picture.png.clone()));
        (number, id)
    }

    /// The pictures taken in.
    pub(super) fn pictures(&self) -> impl Iterator<Item = (&str, &[u8])> {
        self.pictures.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice()))
    }

    /// `word/_rels/document.xml.rels`.
    pub(super) fn xml(&self) -> Vec<u8> {
        relations(
            self.all.iter().map(|(id, kind, target)| (id.as_str(), kind.as_str(), target.as_str())),
        )
    }
}

fn relations<'r>(all: impl Iterator<Item = (&'r str, &'r str, &'r str)>) -> Vec<u8> {
    Xml::part("Relationships", &[("xmlns", RELATIONS)], |xml| {
        for (id, kind, target) in all {
            xml.empty("Relationship", &[("Id", id), ("Type", kind), ("Target", target)]);
        }
    })
}

/// `_rels/.rels`.
pub(super) fn package_relations(document: &WordDocument) -> Vec<u8> {
    let (main, core) = (format!("{OFFICE}/officeDocument"), format!("{PACKAGE}/core-properties"));
    let (app, custom) =
        (format!("{OFFICE}/extended-properties"), format!("{OFFICE}/custom-properties"));
    let mut all = vec![
        ("rMain", main.as_str(), "word/document.xml"),
        ("rCore", core.as_str(), "docProps/core.xml"),
        ("rApp", app.as_str(), "docProps/app.xml"),
    ];
    if document.kept.is_some() {
        all.push(("rCustom", custom.as_str(), "docProps/custom.xml"));
    }
    relations(all.into_iter())
}

/// `[Content_Types].xml`.
pub(super) fn types(document: &WordDocument, relations: &Relations) -> Vec<u8> {
    let main = |part: &str| format!("{WORD}.{part}+xml");
    let mut parts = vec![
        ("/word/document.xml".to_owned(), main("document.main")),
        ("/word/styles.xml".to_owned(), main("styles")),
        ("/word/settings.xml".to_owned(), main("settings")),
        ("/word/fontTable.xml".to_owned(), main("fontTable")),
        (
            "/docProps/core.xml".to_owned(),
            "application/vnd.openxmlformats-package.core-properties+xml".to_owned(),
        ),
        (
            "/docProps/app.xml".to_owned(),
            "application/vnd.openxmlformats-officedocument.extended-properties+xml".to_owned(),
        ),
    ];
    let headers = relations.all.iter().filter(|(_, kind, _)| kind.ends_with("/header"));
    parts.extend(headers.map(|(_, _, target)| (format!("/word/{target}"), main("header"))));
    if document.kept.is_some() {
        let office = "application/vnd.openxmlformats-officedocument";
        parts.push(("/docProps/custom.xml".to_owned(), format!("{office}.custom-properties+xml")));
        let properties = format!("{office}.customXmlProperties+xml");
        parts.push(("/customXml/itemProps1.xml".to_owned(), properties));
    }
    Xml::part("Types", &[("xmlns", TYPES)], |xml| {
        let rels = "application/vnd.openxmlformats-package.relationships+xml";
        for (extension, kind) in [("rels", rels), ("xml", "application/xml"), ("png", "image/png")]
        {
            xml.empty("Default", &[("Extension", extension), ("ContentType", kind)]);
        }
        for (name, kind) in &parts {
            xml.empty("Override", &[("PartName", name), ("ContentType", kind)]);
        }
    })
}

/// `docProps/core.xml`. It has no time: the same words are the same bytes.
pub(super) fn core(document: &WordDocument) -> Vec<u8> {
    let names = [
        ("xmlns:cp", "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"),
        ("xmlns:dc", "http://purl.org/dc/elements/1.1/"),
    ];
    Xml::part("cp:coreProperties", &names, |xml| {
        let keywords = document.keywords.join(", ");
        let all = [
            ("dc:title", document.title.as_str()),
            ("dc:creator", &document.author),
            ("cp:keywords", &keywords),
            ("dc:language", "vi-VN"),
        ];
        for (name, text) in all {
            xml.with(name, &[], |xml| xml.text(text));
        }
    })
}

/// `docProps/app.xml`.
pub(super) fn app() -> Vec<u8> {
    let names = "http://schemas.openxmlformats.org/officeDocument/2006/extended-properties";
    Xml::part("Properties", &[("xmlns", names)], |xml| {
        xml.with("Application", &[], |xml| xml.text("baocao"));
    })
}

/// What is kept for reading the document back: the report's name as a property, its words as a part.
pub(super) fn kept(kept: &Kept) -> Vec<(String, Vec<u8>)> {
    let words = Xml::part(REPORT, &[("xmlns", NAMESPACE)], |xml| xml.text(&kept.words));
    let names = [
        ("xmlns", "http://schemas.openxmlformats.org/officeDocument/2006/custom-properties"),
        ("xmlns:vt", "http://schemas.openxmlformats.org/officeDocument/2006/docPropsVTypes"),
    ];
    let custom = Xml::part("Properties", &names, |xml| {
        for (number, (name, value)) in
            [(REPORT, &kept.name), (MARK, &kept.mark)].into_iter().enumerate()
        {
            let id = (number + 2).to_string();
            let set = "{D5CDD505-2E9C-101B-9397-08002B2CF9AE}";
            let property = [("fmtid", set), ("pid", id.as_str()), ("name", name)];
            xml.with("property", &property, |xml| {
                xml.with("vt:lpwstr", &[], |xml| xml.text(value));
            });
        }
    });
    // A program keeps a part of nobody's it knows only with its properties.
    let names = [("xmlns:ds", "http://schemas.openxmlformats.org/officeDocument/2006/customXml")];
    let id = [("ds:itemID", ITEM), names[0]];
    let properties = Xml::part("ds:datastoreItem", &id, |xml| xml.empty("ds:schemaRefs", &[]));
    let kind = format!("{OFFICE}/customXmlProps");
    let relations = relations([("rProps", kind.as_str(), "itemProps1.xml")].into_iter());
    [
        ("customXml/item1.xml", words),
        ("customXml/itemProps1.xml", properties),
        ("customXml/_rels/item1.xml.rels", relations),
        ("docProps/custom.xml", custom),
    ]
    .map(|(name, bytes)| (name.to_owned(), bytes))
    .into()
}
