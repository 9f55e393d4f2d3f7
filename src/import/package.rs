//! The parts of an `.xlsx` file as XML, for what the library that reads its values does not tell. Not for what a part
//! means ([`super::sheet_looks`], [`super::number_format`]).

use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::table::CellPosition;

/// Parts of a workbook larger than this are not searched: they say nothing of looks.
const LARGEST: u64 = 64 * 1024 * 1024;

/// A workbook as an archive of parts.
pub(super) struct Package<'b>(ZipArchive<Cursor<&'b [u8]>>);

impl<'b> Package<'b> {
    /// Opens the archive; none if it is no such file.
    pub(super) fn open(bytes: &'b [u8]) -> Option<Self> {
        ZipArchive::new(Cursor::new(bytes)).ok().map(Self)
    }

    /// A part that is there, is text, and is not too large.
    pub(super) fn part(&mut self, name: &str) -> Option<String> {
        let mut text = String::new();
        // What a part says of its size may be wrong.
        let read = self.0.by_name(name).ok()?.take(LARGEST + 1).read_to_string(&mut text);
        read.is_ok_and(|length| length as u64 <= LARGEST).then_some(text)
    }

    /// The sheets by name with the files they are in, in the workbook's order.
    pub(super) fn sheets(&mut self) -> Vec<(String, String)> {
        let Some(relations) = self.part("xl/_rels/workbook.xml.rels") else { return Vec::new() };
        let Some(book) = self.part("xl/workbook.xml") else { return Vec::new() };
        let files: Vec<(String, String)> =
            tags(&relations).filter_map(|tag| target(&tag)).collect();
        let named = tags(&book).filter_map(|tag| named_sheet(&tag));
        let found = |(name, id): (String, String)| {
            let (_, file) = files.iter().find(|(known, _)| *known == id)?;
            Some((name, file.clone()))
        };
        named.filter_map(found).collect()
    }
}

/// The opening tags of a part, in order.
pub(super) fn tags(xml: &str) -> impl Iterator<Item = BytesStart<'_>> {
    let mut reader = Reader::from_str(xml);
    std::iter::from_fn(move || {
        loop {
            match reader.read_event() {
                Ok(Event::Start(tag) | Event::Empty(tag)) => return Some(tag),
                Ok(Event::Eof) | Err(_) => return None,
                Ok(_) => {}
            }
        }
    })
}

/// The value of an attribute.
pub(super) fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|pair| pair.key.as_ref() == name.as_bytes())?;
    let raw = std::str::from_utf8(&found.value).ok()?;
    quick_xml::escape::unescape(raw).ok().map(std::borrow::Cow::into_owned)
}

/// Whether an attribute says yes.
pub(super) fn is_set(tag: &BytesStart<'_>, name: &str) -> bool {
    attribute(tag, name).is_some_and(|value| matches!(value.as_str(), "1" | "true"))
}

/// `C7` as row 6, column 2.
pub(super) fn place(name: &str) -> Option<CellPosition> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}

fn target(tag: &BytesStart<'_>) -> Option<(String, String)> {
    let target = attribute(tag, "Target")?;
    let file = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
    Some((attribute(tag, "Id")?, file))
}

fn named_sheet(tag: &BytesStart<'_>) -> Option<(String, String)> {
    if tag.local_name().as_ref() != b"sheet" {
        return None;
    }
    let id = tag.attributes().flatten().find(|pair| pair.key.as_ref().ends_with(b":id"))?;
    Some((attribute(tag, "name")?, String::from_utf8(id.value.into_owned()).ok()?))
}
