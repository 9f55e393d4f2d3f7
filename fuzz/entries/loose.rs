//! A workbook taken apart, so that its parts can be changed without a checksum in the way: each part behind a line with
//! its name. Not for what is in the parts.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

/// What stands before a part's name.
const PART: &[u8] = b"\n== ";
/// More parts than this are no workbook worth packing.
const MOST_PARTS: usize = 50;

/// A workbook's parts as one text.
pub(super) fn loose(book: &[u8]) -> Vec<u8> {
    let mut archive = ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut all = Vec::new();
    for at in 0..archive.len() {
        let mut part = archive.by_index(at).expect("a part");
        all.extend_from_slice(PART);
        all.extend_from_slice(part.name().as_bytes());
        all.push(b'\n');
        part.read_to_end(&mut all).expect("a part can be read");
    }
    all
}

/// The workbook of such a text; none if it is no such text.
pub(super) fn packed(text: &[u8]) -> Option<Vec<u8>> {
    let starts: Vec<usize> = (0..text.len()).filter(|at| text[*at..].starts_with(PART)).collect();
    if starts.first() != Some(&0) || starts.len() > MOST_PARTS {
        return None;
    }
    let mut archive = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    let ends = starts[1..].iter().copied().chain([text.len()]);
    for (start, end) in starts.iter().zip(ends) {
        let part = &text[start + PART.len()..end];
        let name = part.split(|byte| *byte == b'\n').next().unwrap_or_default();
        archive.start_file(String::from_utf8_lossy(name), stored).ok()?;
        archive.write_all(part.get(name.len() + 1..).unwrap_or_default()).ok()?;
    }
    Some(archive.finish().ok()?.into_inner())
}
