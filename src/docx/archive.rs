//! A Word document as an archive of parts, opened within bounds: a small file may hold more than memory has. Not for what a
//! part says ([`super::reading`]).

use std::io::{Cursor, Read};

use zip::ZipArchive;
use zip::result::ZipError;

use super::fault::DocxFault;

/// A larger file is no report.
pub(crate) const LARGEST_FILE: u64 = 64 * 1024 * 1024;
/// Nor is one with a larger part of words.
const LARGEST_PART: u64 = 48 * 1024 * 1024;
/// All parts of words together.
const LARGEST_CONTENT: u64 = 96 * 1024 * 1024;
/// Nor one with more parts.
const MOST_PARTS: usize = 4096;

/// How compound files begin: documents before 2007, and those with a password.
const COMPOUND: &[u8] = &[0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];

/// A document as an archive.
#[derive(Debug)]
pub(crate) struct Package<'b> {
    archive: ZipArchive<Cursor<&'b [u8]>>,
    left: u64,
}

impl<'b> Package<'b> {
    /// Opens a document.
    ///
    /// # Errors
    /// What the file is instead.
    pub(crate) fn open(bytes: &'b [u8]) -> Result<Self, DocxFault> {
        if !bytes.starts_with(b"PK") {
            return Err(other(bytes));
        }
        let archive = ZipArchive::new(Cursor::new(bytes)).map_err(|_| DocxFault::Damaged)?;
        if archive.len() > MOST_PARTS {
            return Err(DocxFault::TooLarge);
        }
        let mut package = Self { archive, left: LARGEST_CONTENT };
        if package.has("word/document.xml") || package.names().any(is_document) {
            return Ok(package);
        }
        let kind = package.part("mimetype").ok().flatten().unwrap_or_default();
        let open = kind.trim() == "application/vnd.oasis.opendocument.text";
        Err(if open { DocxFault::OpenDocument } else { DocxFault::OtherArchive })
    }

    /// The names of the parts.
    pub(crate) fn names(&self) -> impl Iterator<Item = &str> {
        self.archive.file_names()
    }

    fn has(&self, name: &str) -> bool {
        self.archive.index_for_name(name).is_some()
    }

    /// The text of a part; none if there is no such part.
    ///
    /// # Errors
    /// It is damaged, or holds too much.
    pub(crate) fn part(&mut self, name: &str) -> Result<Option<String>, DocxFault> {
        let file = match self.archive.by_name(name) {
            Ok(file) => file,
            Err(ZipError::FileNotFound) => return Ok(None),
            Err(_) => return Err(DocxFault::Damaged),
        };
        let most = LARGEST_PART.min(self.left);
        let mut bytes = Vec::new();
        // What a part says of its size may be wrong.
        let read = file.take(most + 1).read_to_end(&mut bytes).map_err(|_| DocxFault::Damaged)?;
        self.left = self.left.checked_sub(read as u64).ok_or(DocxFault::TooLarge)?;
        if read as u64 > most {
            return Err(DocxFault::TooLarge);
        }
        text(bytes).map(Some).ok_or(DocxFault::Damaged)
    }
}

/// Whether a part may be the text of a document of another name.
pub(super) fn is_document(name: &str) -> bool {
    let stem = name.strip_prefix("word/document").and_then(|rest| rest.strip_suffix(".xml"));
    stem.is_some_and(|stem| !stem.contains('/'))
}

/// XML as text: UTF-8, or UTF-16 as its first bytes say.
fn text(bytes: Vec<u8>) -> Option<String> {
    let wide = |pairs: &[u8], of: fn([u8; 2]) -> u16| {
        let units: Vec<u16> = pairs.chunks_exact(2).map(|pair| of([pair[0], pair[1]])).collect();
        String::from_utf16(&units).ok()
    };
    match bytes.as_slice() {
        [0xff, 0xfe, rest @ ..] => wide(rest, u16::from_le_bytes),
        [0xfe, 0xff, rest @ ..] => wide(rest, u16::from_be_bytes),
        _ => String::from_utf8(bytes).ok(),
    }
}

/// What a file is that is no archive.
fn other(bytes: &[u8]) -> DocxFault {
    let head = &bytes[..bytes.len().min(1024)];
    let begins = |with: &[u8]| head.starts_with(with);
    let holds = |name: &str| {
        let wide: Vec<u8> = name.encode_utf16().flat_map(u16::to_le_bytes).collect();
        bytes.windows(wide.len()).take(1 << 22).any(|part| part == wide)
    };
    let html = String::from_utf8_lossy(head).to_lowercase();
    match () {
        () if bytes.is_empty() => DocxFault::Empty,
        () if begins(COMPOUND) && holds("EncryptedPackage") => DocxFault::Encrypted,
        () if begins(COMPOUND) => DocxFault::OldWord,
        () if begins(b"{\\rtf") => DocxFault::RichText,
        () if begins(b"%PDF") => DocxFault::Pdf,
        () if html.contains("<html") || html.contains("mime-version") => DocxFault::Html,
        () => DocxFault::Unknown,
    }
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    fn packed(name: &str, content: &[u8]) -> Vec<u8> {
        let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(content).expect("written");
        zip.finish().expect("an archive").into_inner()
    }

    fn fault(bytes: &[u8]) -> DocxFault {
        Package::open(bytes).expect_err("no document")
    }

    #[test]
    fn what_is_no_document_is_called_by_its_name() {
        let odt = packed("mimetype", b"application/vnd.oasis.opendocument.text");
        let password: Vec<u8> =
            "EncryptedPackage".encode_utf16().flat_map(u16::to_le_bytes).collect();
        assert_eq!(fault(b""), DocxFault::Empty);
        assert_eq!(fault(&odt), DocxFault::OpenDocument);
        assert_eq!(fault(&packed("xl/workbook.xml", b"<a/>")), DocxFault::OtherArchive);
        assert_eq!(fault(&[COMPOUND, &password].concat()), DocxFault::Encrypted);
        assert_eq!(fault(COMPOUND), DocxFault::OldWord);
        assert_eq!(fault(b"{\\rtf1 a}"), DocxFault::RichText);
        assert_eq!(fault(b"%PDF-1.7"), DocxFault::Pdf);
        assert_eq!(fault(b"<!DOCTYPE html><HTML>"), DocxFault::Html);
        assert_eq!(fault(b"PK\x03\x04 cut off"), DocxFault::Damaged);
        assert_eq!(fault("lời văn".as_bytes()), DocxFault::Unknown);
    }

    #[test]
    fn a_part_that_holds_too_much_is_not_read() {
        let zeros = packed("word/document.xml", &vec![b' '; 50 << 20]);
        let mut package = Package::open(&zeros).expect("a document");
        assert_eq!(package.part("word/document.xml"), Err(DocxFault::TooLarge));
        assert_eq!(package.part("word/other.xml"), Ok(None));
    }

    #[test]
    fn words_of_two_bytes_each_are_read() {
        let wide: Vec<u8> = "\u{feff}Xã".encode_utf16().flat_map(u16::to_le_bytes).collect();
        let packed = packed("word/document.xml", &wide);
        let mut package = Package::open(&packed).expect("a document");
        assert_eq!(package.part("word/document.xml"), Ok(Some("Xã".to_owned())));
    }
}
