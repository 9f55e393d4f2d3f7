//! Writes a document: an archive of XML parts (ISO/IEC 29500-2), the same bytes for the same document. Not for what is in it.

mod body;
mod headers;
mod parts;
mod pictures;
mod runs;
mod sections;
mod styles;
mod tables;
mod xml;

use std::io::{Cursor, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, DateTime, ZipWriter};

use self::parts::Relations;
use super::document::WordDocument;

/// The bytes of a document.
#[must_use]
pub(crate) fn docx(document: &WordDocument) -> Vec<u8> {
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    // An archive holds the time of each part; there is none here, so that the same words are the same bytes.
    let options = SimpleFileOptions::default()
        .compression_method(CompressionMethod::Deflated)
        .last_modified_time(DateTime::default());
    for (name, bytes) in all(document) {
        archive.start_file(name, options).expect("a part of this size can be written to memory");
        archive.write_all(&bytes).expect("memory can be written to");
    }
    archive.finish().expect("memory can be written to").into_inner()
}

/// The parts by their names, the list of their types first.
fn all(document: &WordDocument) -> Vec<(String, Vec<u8>)> {
    let mut relations = Relations::of(document);
    let body = body::document(document, &mut relations);
    let mut all = vec![
        ("[Content_Types].xml".to_owned(), parts::types(document, &relations)),
        ("_rels/.rels".to_owned(), parts::package_relations(document)),
        ("word/document.xml".to_owned(), body),
        ("word/styles.xml".to_owned(), styles::styles(document)),
        ("word/settings.xml".to_owned(), styles::settings(document)),
        ("word/fontTable.xml".to_owned(), styles::fonts()),
        ("docProps/core.xml".to_owned(), parts::core(document)),
        ("docProps/app.xml".to_owned(), parts::app()),
    ];
    all.extend(headers::headers(document));
    all.extend(relations.pictures().map(|(name, bytes)| (format!("word/{name}"), bytes.to_vec())));
    if let Some(kept) = &document.kept {
        all.extend(parts::kept(kept));
    }
    all.push(("word/_rels/document.xml.rels".to_owned(), relations.xml()));
    all
}
