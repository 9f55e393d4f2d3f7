//! Whether the content of an `.ods` file ends as it begins. The library that reads workbooks looks for the end of a table
//! even behind the end of the file, for ever. Not for reading it ([`super::workbook`]).

use std::io::{BufReader, Cursor};

use quick_xml::Reader;
use quick_xml::events::Event;
use zip::ZipArchive;

/// Whether every element of the content is closed; true of a file that has no such content.
pub(super) fn ends(bytes: &[u8]) -> bool {
    let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return true };
    let Ok(content) = archive.by_name("content.xml") else { return true };
    let mut reader = Reader::from_reader(BufReader::new(content));
    let (mut open, mut buffer) = (0_usize, Vec::new());
    loop {
        match reader.read_event_into(&mut buffer) {
            Ok(Event::Start(_)) => open += 1,
            // One that closes nothing is an error of the reader.
            Ok(Event::End(_)) => open -= 1,
            Ok(Event::Eof) => return open == 0,
            Ok(_) => {}
            Err(_) => return false,
        }
        buffer.clear();
    }
}
