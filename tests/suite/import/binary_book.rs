//! Binary workbooks, `.xls` and `.xlsb`: they are read like any other, and one that is damaged or claims cells where no sheet has
//! any is refused in bounded time and memory. Not for `.ods` ([`super::torn_book`]).

use std::io::{Cursor, Write};
use std::path::Path;

use baocao::disk::file_system::Local;
use baocao::import::{ImportRequest, ReadingOptions, import};
use baocao::load::plan_file;
use baocao::model::period::Period;
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::Index;
use zip::ZipWriter;
use zip::write::SimpleFileOptions;

use super::{two_communes, with};
use crate::dossier::{Dossier, files};
use crate::told::Told;

const BOOK: &str = "bang-quy-3.xls";

/// Where the last record of a kind stands in an `.xls` file: the beginning of its bytes.
fn record(book: &[u8], kind: [u8; 2], length: u8) -> usize {
    let head = [kind[0], kind[1], length, 0];
    let found = book.windows(4).rposition(|four| four == head);
    found.expect("a record of this kind") + 4
}

fn quarterly() -> (Dossier, Vec<u8>) {
    let dossier = with(BOOK);
    let all = files(&dossier.path(""));
    let book = all.into_iter().find(|(name, _)| name == BOOK).expect("the workbook").1;
    (dossier, book)
}

fn imported(dossier: &Dossier, book: &str) -> Told {
    dossier.run(["import", book, "lac-duong", "--period", "2024-Q3", "--format", "json"])
}

#[test]
fn an_xls_fills_the_same_returns_as_the_xlsx_it_was_saved_from() {
    let filled = |book: &str| {
        let dossier = with(book);
        imported(&dossier, book).ends_with(0);
        files(&dossier.path("inputs"))
    };
    assert!(filled(BOOK) == filled("inputs/bang-mau/bang-quy-3.xlsx"));
}

#[test]
fn an_xls_with_a_cell_past_the_end_of_its_sheet_is_refused_at_that_sheet() {
    let (dossier, book) = quarterly();
    let changed = |at: usize, bytes: &[u8]| {
        let mut book = book.clone();
        book[at..at + bytes.len()].copy_from_slice(bytes);
        book
    };
    let (text, claim) = (record(&book, [0xFD, 0], 10), record(&book, [0, 2], 14));
    let dossier = dossier
        .write("cot.xls", changed(text, &[1, 0, 0xFF, 0xFF]))
        .write("xa.xls", changed(text, &[0xFF, 0xFF, 0xFF, 0]))
        .write("khai.xls", changed(claim, &[0, 0, 0, 0, 0xFF, 0xFF, 0xFF, 0xFF]))
        .write("nguoc.xls", changed(claim, &[9, 0, 0, 0, 2, 0, 0, 0]));
    for claims in ["cot.xls", "xa.xls", "khai.xls", "nguoc.xls"] {
        let found = imported(&dossier, claims).ends_with(1).one("Y07");
        assert!(found.noi_dung.contains("có ô nằm quá xa"), "{claims}: {found:?}");
        assert!(!found.noi_dung.contains("«»"), "{claims}: {found:?}");
    }
    let near = dossier.write("gan.xls", changed(text, &[1, 0, 200, 0]));
    assert_eq!(imported(&near, "gan.xls").of("Y07"), []);
}

#[test]
fn an_xls_whose_sectors_lead_back_to_themselves_is_refused() {
    let (dossier, book) = quarterly();
    // The first table of sectors, by the number in the header; its own sector has a mark of its own.
    let table = u32::from_le_bytes(book[76..80].try_into().expect("four bytes"));
    let table = 512 + usize::try_from(table).expect("a sector") * 512;
    let next = |sector: usize| table + 4 * sector;
    let looped = (0..16_u8).map(|sector| {
        let mut book = book.clone();
        let at = next(usize::from(sector));
        book[at..at + 4].copy_from_slice(&[sector, 0, 0, 0]);
        book
    });
    let mut refused = 0;
    for (number, book) in looped.enumerate() {
        let name = format!("vong-{number}.xls");
        let dossier = Dossier::samples().write(&name, book);
        refused += imported(&dossier, &name).of("Y07").len();
    }
    assert!(refused > 8, "{refused} were refused");
    imported(&dossier, BOOK).ends_with(0);
}

/// A record of an `.xlsb` part.
fn part(kind: u16, data: &[u8]) -> Vec<u8> {
    let seven = |number: usize| u8::try_from(number & 0x7F).expect("seven bits");
    let kind = usize::from(kind);
    let kind =
        if kind < 0x80 { vec![seven(kind)] } else { vec![seven(kind) | 0x80, seven(kind >> 7)] };
    let length = [seven(data.len()) | 0x80, seven(data.len() >> 7)];
    [&kind[..], &length, data].concat()
}

fn wide(text: &str) -> Vec<u8> {
    let halves: Vec<u16> = text.encode_utf16().collect();
    let length = u32::try_from(halves.len()).expect("a short text").to_le_bytes();
    length.into_iter().chain(halves.into_iter().flat_map(u16::to_le_bytes)).collect()
}

/// An `.xlsb` workbook with one sheet of these texts and numbers by row and column.
fn binary(cells: &[(u32, u32, &str)]) -> Vec<u8> {
    packed(&book_part(), &sheet_part(cells))
}

fn book_part() -> Vec<u8> {
    let bundle = [&[0; 4][..], &1_u32.to_le_bytes(), &wide("rId1"), &wide("Bảng")].concat();
    [part(0x9C, &bundle), part(0x90, &[]), part(0x9D, &[])].concat()
}

fn sheet_part(cells: &[(u32, u32, &str)]) -> Vec<u8> {
    let mut sheet = [part(0x81, &[]), part(0x94, &[0; 16]), part(0x91, &[])].concat();
    for (row, column, text) in cells {
        let place = [column.to_le_bytes(), [0; 4]].concat();
        sheet.extend(part(0x00, &[&row.to_le_bytes()[..], &[0; 13]].concat()));
        sheet.extend(match text.parse::<f64>() {
            Ok(number) => part(0x05, &[&place[..], &number.to_le_bytes()].concat()),
            Err(_) => part(0x06, &[&place[..], &wide(text)].concat()),
        });
    }
    sheet.extend([part(0x92, &[]), part(0x82, &[])].concat());
    sheet
}

fn packed(book: &[u8], sheet: &[u8]) -> Vec<u8> {
    let kind = "http://schemas.openxmlformats.org";
    let relation = format!(
        "<Relationships xmlns=\"{kind}/package/2006/relationships\"><Relationship Id=\"rId1\" Type=\"{kind}/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet1.bin\"/></Relationships>"
    );
    let mut zip = ZipWriter::new(Cursor::new(Vec::new()));
    let parts = [
        ("xl/workbook.bin", book),
        ("xl/_rels/workbook.bin.rels", relation.as_bytes()),
        ("xl/worksheets/sheet1.bin", sheet),
    ];
    for (name, bytes) in parts {
        zip.start_file(name, SimpleFileOptions::default()).expect("a part");
        zip.write_all(bytes).expect("a part is written");
    }
    zip.finish().expect("a workbook").into_inner()
}

const TABLE: [(u32, u32, &str); 6] = [
    (0, 0, "xã"),
    (0, 1, "nguoi_bhyt"),
    (0, 2, "buoi"),
    (1, 0, "Suối Bạc"),
    (1, 1, "951"),
    (1, 2, "7"),
];

#[test]
fn an_xlsb_is_read_cell_by_cell_and_refused_past_the_end_of_its_sheet() {
    let more = |cell| [&TABLE[..], &[cell]].concat();
    let dossier = two_communes("")
        .write("bang.xlsb", binary(&TABLE))
        .write("cuoi.xlsb", binary(&more((1_048_575, 16_383, "x"))))
        .write("hang.xlsb", binary(&more((1_048_576, 0, "x"))))
        .write("cot.xlsb", binary(&more((2, u32::MAX, "x"))));
    let import = |book: &str| {
        dossier.run(["import", book, "--period", "2024-Q1", "--dry-run", "--format", "json"])
    };
    for right in ["bang.xlsb", "cuoi.xlsb"] {
        let told = import(right).ends_with(0);
        assert_eq!(told.of("Y07"), [], "{right}");
    }
    for claims in ["hang.xlsb", "cot.xlsb"] {
        let found = import(claims).ends_with(1).one("Y07");
        assert!(found.noi_dung.contains("có ô nằm quá xa"), "{claims}: {found:?}");
    }
}

/// An import of these bytes ends, with drafts or with what is wrong.
fn ends(bytes: &[u8], name: &str) {
    let dossier = two_communes("").write(name, bytes);
    let folder = dossier.path("inputs/hai-xa");
    let plan =
        plan_file::read(&Local, Path::new(&folder), "inputs/hai-xa").expect("the plan is right");
    let period = Period::parse("2024-Q1").expect("a period");
    let file = dossier.path(name);
    let reading = ReadingOptions::default();
    let request = ImportRequest { file, sheet: None, dossier: None, period, as_of: None, reading };
    let result =
        import(&Local, &request, &plan, &folder, "inputs/hai-xa").expect("no sheet is named");
    assert!(!result.drafts.is_empty() || !result.findings.is_empty());
}

/// Bytes changed at some places, and what is behind a place cut off.
type Damage = (Vec<(Index, u8)>, Option<Index>);

fn damage() -> impl Strategy<Value = Damage> {
    let places = vec((any::<Index>(), any::<u8>()), 1..12);
    (places, prop::option::weighted(0.2, any::<Index>()))
}

fn damaged(bytes: &[u8], (changes, cut): &Damage) -> Vec<u8> {
    let mut bytes = bytes.to_vec();
    for (place, byte) in changes {
        *place.get_mut(&mut bytes) = *byte;
    }
    if let Some(cut) = cut {
        bytes.truncate(cut.index(bytes.len()));
    }
    bytes
}

proptest! {
    #![proptest_config(ProptestConfig::with_cases(100))]

    #[test]
    fn a_damaged_binary_workbook_never_keeps_an_import_busy(damage in damage()) {
        let xls = include_bytes!("../../cases/import/bang-quy-3.xls");
        ends(&damaged(xls, &damage), "bang.xls");
        // What is at the head of the file leads to everything else.
        let head = damaged(&xls[..1024], &(damage.0.clone(), None));
        ends(&[&head, &xls[1024..]].concat(), "bang.xls");
        let (book, sheet) = (book_part(), sheet_part(&TABLE));
        ends(&packed(&book, &damaged(&sheet, &damage)), "bang.xlsb");
        ends(&packed(&damaged(&book, &damage), &sheet), "bang.xlsb");
    }
}
