//! How a workbook shows its cells: number formats, hidden rows and columns, raised footnote marks, formulas never
//! computed. Not for values, which another reader gives without their looks.

use std::collections::{BTreeMap, BTreeSet};

use quick_xml::Reader;
use quick_xml::events::{BytesStart, Event};

use super::number_format::NumberFormat;
use super::package::{Package, attribute, is_set, place, tags};
use super::raised_marks::without_marks;
use super::table::CellPosition;

/// How the cells of one sheet are shown.
#[derive(Debug, Default)]
pub(super) struct SheetLooks {
    formats: BTreeMap<CellPosition, NumberFormat>,
    unmarked: BTreeMap<CellPosition, String>,
    /// Rows nobody sees.
    pub(super) hidden_rows: BTreeSet<u32>,
    /// First and last of columns nobody sees.
    pub(super) hidden_columns: Vec<(u32, u32)>,
}

impl SheetLooks {
    /// The number format of a cell, unless it shows values as they are.
    pub(super) fn format(&self, place: CellPosition) -> Option<&NumberFormat> {
        self.formats.get(&place)
    }

    /// The text of a cell without the marks raised in it, if it has any.
    pub(super) fn unmarked(&self, place: CellPosition) -> Option<&str> {
        self.unmarked.get(&place).map(String::as_str)
    }

    /// Whether a column is not shown.
    pub(super) fn hides(&self, column: u32) -> bool {
        self.hidden_columns.iter().any(|(first, last)| (*first..=*last).contains(&column))
    }
}

/// How a workbook shows its sheets.
#[derive(Debug, Default)]
pub(super) struct BookLooks {
    sheets: BTreeMap<String, SheetLooks>,
    /// Whether the results of its formulas are to be computed when it is opened: those it has are not to be trusted.
    pub(super) uncomputed: bool,
}

impl BookLooks {
    /// Searches an `.xlsx` file; any other says nothing of its cells' looks.
    #[must_use]
    pub(super) fn read(bytes: &[u8]) -> Self {
        let Some(mut package) = Package::open(bytes) else { return Self::default() };
        let styles = package.part("xl/styles.xml").map(|xml| formats(&xml)).unwrap_or_default();
        let texts = package.part("xl/sharedStrings.xml");
        let unmarked = texts.map(|xml| without_marks(&xml)).unwrap_or_default();
        let uncomputed = package.part("xl/workbook.xml").is_some_and(|xml| is_uncomputed(&xml));
        let mut sheets = BTreeMap::new();
        for (name, file) in package.sheets() {
            let Some(xml) = package.part(&file) else { continue };
            sheets.insert(name, looks(&xml, &styles, &unmarked));
        }
        Self { sheets, uncomputed }
    }

    /// Whether the file says how any sheet's cells look.
    #[must_use]
    pub(super) fn are_known(&self) -> bool {
        !self.sheets.is_empty()
    }

    /// How a sheet is shown.
    #[must_use]
    pub(super) fn sheet(&self, name: &str) -> Option<&SheetLooks> {
        self.sheets.get(name)
    }
}

fn is_uncomputed(book: &str) -> bool {
    tags(book).filter(|tag| tag.local_name().as_ref() == b"calcPr").any(|tag| {
        let incomplete = attribute(&tag, "calcCompleted");
        is_set(&tag, "fullCalcOnLoad")
            || is_set(&tag, "forceFullCalc")
            || incomplete.is_some_and(|value| matches!(value.as_str(), "0" | "false"))
    })
}

/// The number formats of cell styles that do not show values as they are, by the style's number.
fn formats(xml: &str) -> BTreeMap<usize, NumberFormat> {
    let mut named: BTreeMap<String, NumberFormat> = BTreeMap::new();
    let (mut styles, mut inside, mut at) = (BTreeMap::new(), false, 0);
    for tag in tags(xml) {
        match tag.local_name().as_ref() {
            b"numFmt" => {
                let pair = (attribute(&tag, "numFmtId"), attribute(&tag, "formatCode"));
                let (Some(id), Some(code)) = pair else { continue };
                named.insert(id, NumberFormat::read(&code));
            }
            b"cellXfs" => inside = true,
            b"cellStyleXfs" | b"cellStyles" | b"dxfs" => inside = false,
            b"xf" if inside => {
                let id = attribute(&tag, "numFmtId").unwrap_or_default();
                let format = named.get(&id).cloned().unwrap_or_else(|| NumberFormat::built_in(&id));
                if !format.is_plain() {
                    styles.insert(at, format);
                }
                at += 1;
            }
            _ => {}
        }
    }
    styles
}

/// Reads a sheet: which cells have such a style or text, what is hidden.
fn looks(
    xml: &str,
    styles: &BTreeMap<usize, NumberFormat>,
    texts: &BTreeMap<usize, String>,
) -> SheetLooks {
    let mut looks = SheetLooks::default();
    let (mut reader, mut cell, mut inside) = (Reader::from_str(xml), None, false);
    loop {
        match reader.read_event() {
            Ok(Event::Start(tag) | Event::Empty(tag)) => match tag.local_name().as_ref() {
                b"row" | b"col" => hide(&tag, &mut looks),
                b"c" => cell = seen(&tag, styles, &mut looks),
                b"v" => inside = true,
                _ => inside = false,
            },
            Ok(Event::Text(text)) if inside => {
                let number = std::str::from_utf8(&text).ok().and_then(|text| text.parse().ok());
                let unmarked = number.and_then(|number: usize| texts.get(&number));
                if let (Some(place), Some(text)) = (cell, unmarked) {
                    looks.unmarked.insert(place, text.clone());
                }
            }
            Ok(Event::End(_)) => inside = false,
            Ok(Event::Eof) | Err(_) => return looks,
            Ok(_) => {}
        }
    }
}

/// Keeps the format of a cell; its place, if its value is the number of a text.
fn seen(
    tag: &BytesStart<'_>,
    styles: &BTreeMap<usize, NumberFormat>,
    looks: &mut SheetLooks,
) -> Option<CellPosition> {
    let place = place(&attribute(tag, "r")?)?;
    let style = attribute(tag, "s").and_then(|style| style.parse::<usize>().ok());
    if let Some(format) = style.and_then(|style| styles.get(&style)) {
        looks.formats.insert(place, format.clone());
    }
    attribute(tag, "t").is_some_and(|kind| kind == "s").then_some(place)
}

/// Keeps a row or columns that are hidden, or have no height or width.
fn hide(tag: &BytesStart<'_>, looks: &mut SheetLooks) {
    let nothing = |name: &str| attribute(tag, name).is_some_and(|size| size.parse() == Ok(0.0_f64));
    let number = |name: &str| attribute(tag, name)?.parse::<u32>().ok()?.checked_sub(1);
    if !(is_set(tag, "hidden") || nothing("width") || nothing("ht")) {
        return;
    }
    if let (Some(first), Some(last)) = (number("min"), number("max")) {
        looks.hidden_columns.push((first, last));
    }
    looks.hidden_rows.extend(number("r"));
}
