//! How much a workbook holds once it is unpacked: a small file may hold more than memory has. Not for reading it
//! ([`super::workbook`]).

use std::io::{Cursor, Read, copy, sink};

use zip::ZipArchive;

/// A larger file is no table of units and figures.
pub(crate) const LARGEST_BOOK: u64 = 32 * 1024 * 1024;
/// Nor is one that holds more than this.
const LARGEST_CONTENT: u64 = 256 * 1024 * 1024;
/// No packed byte holds more than this many.
const DENSEST: u64 = 1032;

/// Whether what is in a workbook is no more than a table has. Its own word is not taken for that; what is no archive holds
/// nothing more.
pub(super) fn is_bounded(bytes: &[u8]) -> bool {
    if bytes.len() as u64 * DENSEST <= LARGEST_CONTENT {
        return true;
    }
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let mut left = LARGEST_CONTENT;
    for part in 0..archive.len() {
        // A damaged part is found where it is read.
        let Ok(part) = archive.by_index(part) else { continue };
        let read = copy(&mut part.take(left + 1), &mut sink()).unwrap_or_default();
        let Some(rest) = left.checked_sub(read) else { return false };
        left = rest;
    }
    true
}

#[cfg(test)]
mod tests {
    use std::io::Write;

    use zip::ZipWriter;
    use zip::write::SimpleFileOptions;

    use super::*;

    #[test]
    fn a_small_file_that_holds_very_much_is_told_from_one_that_does_not() {
        let packed = |megabytes: usize| {
            let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
            zip.start_file("content.xml", SimpleFileOptions::default()).expect("a part");
            let zeros = vec![0_u8; 1024 * 1024];
            (0..megabytes).for_each(|_| zip.write_all(&zeros).expect("written"));
            zip.finish().expect("an archive").into_inner()
        };
        assert!(is_bounded(&packed(200)));
        assert!(!is_bounded(&packed(300)));
        assert!(is_bounded(b"no archive"));
    }
}
