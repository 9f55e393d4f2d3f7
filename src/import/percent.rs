//! Which cells of a workbook show a percentage, so that 100% is never read as 1. Not for values, which another reader
//! gives without their looks.

use std::collections::{BTreeMap, BTreeSet};
use std::io::{Cursor, Read};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};
use zip::ZipArchive;

use super::table::CellPosition;

/// Parts of a workbook larger than this are not searched: they say nothing of looks.
const LARGEST: u64 = 64 * 1024 * 1024;

/// The cells shown as percentages, by sheet.
#[derive(Debug, Default)]
pub(crate) struct PercentCells(BTreeMap<String, BTreeSet<CellPosition>>);

impl PercentCells {
    /// Searches an `.xlsx` file; any other says nothing of its cells' looks.
    #[must_use]
    pub(crate) fn read(bytes: &[u8]) -> Self {
        let Ok(mut archive) = ZipArchive::new(Cursor::new(bytes)) else { return Self::default() };
        let mut part = |name: &str| part(&mut archive, name);
        let styles = part("xl/styles.xml").map(|xml| percent_styles(&xml)).unwrap_or_default();
        let files = part("xl/_rels/workbook.xml.rels").map(|xml| targets(&xml));
        let (files, named) = (files.unwrap_or_default(), part("xl/workbook.xml"));
        let of = |(name, id): (String, String)| {
            let sheet = part(files.get(&id)?)?;
            Some((name, styled(&sheet, &styles)))
        };
        let named = named.map(|xml| sheets(&xml)).unwrap_or_default();
        Self(named.into_iter().filter_map(of).collect())
    }

    /// Whether the file says how any sheet's cells look.
    #[must_use]
    pub(crate) fn are_known(&self) -> bool {
        !self.0.is_empty()
    }

    /// Whether the cell at `place` shows a percentage.
    #[must_use]
    pub(crate) fn contains(&self, sheet: &str, place: CellPosition) -> bool {
        self.0.get(sheet).is_some_and(|cells| cells.contains(&place))
    }
}

/// A part that is there, is text, and is not too large.
fn part(archive: &mut ZipArchive<Cursor<&[u8]>>, name: &str) -> Option<String> {
    let mut text = String::new();
    // What a part says of its size may be wrong.
    let read = archive.by_name(name).ok()?.take(LARGEST + 1).read_to_string(&mut text);
    read.is_ok_and(|length| length as u64 <= LARGEST).then_some(text)
}

/// The opening tags of a part, in order.
fn tags(xml: &str) -> impl Iterator<Item = BytesStart<'_>> {
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

fn attribute(tag: &BytesStart<'_>, name: &str) -> Option<String> {
    let found = tag.attributes().flatten().find(|pair| pair.key.as_ref() == name.as_bytes())?;
    let raw = std::str::from_utf8(&found.value).ok()?;
    quick_xml::escape::unescape(raw).ok().map(std::borrow::Cow::into_owned)
}

/// The cell styles with a percent sign in their number format; 9 and 10 are built in.
fn percent_styles(xml: &str) -> BTreeSet<usize> {
    let mut formats: BTreeSet<String> = ["9".to_owned(), "10".to_owned()].into();
    let (mut styles, mut inside, mut at) = (BTreeSet::new(), false, 0);
    for tag in tags(xml) {
        match tag.local_name().as_ref() {
            b"numFmt" if attribute(&tag, "formatCode").is_some_and(|code| code.contains('%')) => {
                formats.extend(attribute(&tag, "numFmtId"));
            }
            b"cellXfs" => inside = true,
            b"cellStyleXfs" | b"cellStyles" | b"dxfs" => inside = false,
            b"xf" if inside => {
                if attribute(&tag, "numFmtId").is_some_and(|id| formats.contains(&id)) {
                    styles.insert(at);
                }
                at += 1;
            }
            _ => {}
        }
    }
    styles
}

/// The files of a workbook's parts, by the id its sheets name them with.
fn targets(xml: &str) -> BTreeMap<String, String> {
    let named = |tag: BytesStart<'_>| {
        let target = attribute(&tag, "Target")?;
        let file = target.strip_prefix('/').map_or_else(|| format!("xl/{target}"), str::to_owned);
        Some((attribute(&tag, "Id")?, file))
    };
    tags(xml).filter_map(named).collect()
}

/// The names of the sheets and the ids of their files.
fn sheets(xml: &str) -> Vec<(String, String)> {
    let sheet = |tag: &BytesStart<'_>| tag.local_name().as_ref() == b"sheet";
    let id = |tag: &BytesStart<'_>| {
        let prefixed =
            tag.attributes().flatten().find(|pair| pair.key.as_ref().ends_with(b":id"))?;
        String::from_utf8(prefixed.value.into_owned()).ok()
    };
    let named = |tag: BytesStart<'_>| Some((attribute(&tag, "name")?, id(&tag)?));
    tags(xml).filter(sheet).filter_map(named).collect()
}

/// The cells of a sheet that have one of these styles.
fn styled(xml: &str, styles: &BTreeSet<usize>) -> BTreeSet<CellPosition> {
    let cell = |tag: &BytesStart<'_>| tag.local_name().as_ref() == b"c";
    let percentage = |tag: BytesStart<'_>| {
        let style = attribute(&tag, "s")?.parse().ok()?;
        styles.contains(&style).then(|| place(&attribute(&tag, "r")?)).flatten()
    };
    tags(xml).filter(cell).filter_map(percentage).collect()
}

/// `C7` as row 6, column 2.
fn place(name: &str) -> Option<CellPosition> {
    let digits = name.find(|c: char| c.is_ascii_digit())?;
    let (letters, row) = name.split_at(digits);
    let column = letters.bytes().try_fold(0_u32, |column, letter| {
        let value = letter.is_ascii_uppercase().then(|| u32::from(letter - b'A') + 1)?;
        column.checked_mul(26)?.checked_add(value)
    })?;
    Some((row.parse::<u32>().ok()?.checked_sub(1)?, column.checked_sub(1)?))
}
