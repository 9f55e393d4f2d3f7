//! A workbook whose content breaks off, or claims cells without end, is refused. Not for tables that are only filled in wrongly
//! ([`super::slips`]).

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use super::with;
use crate::dossier::files;

const BOOK: &str = "bang-quy-3.ods";

/// The workbook with `change`d content; everything else in it is as it was.
fn changed(book: &[u8], change: impl Fn(&mut Vec<u8>)) -> Vec<u8> {
    let mut from = ZipArchive::new(Cursor::new(book)).expect("a workbook");
    let mut to = ZipWriter::new(Cursor::new(Vec::new()));
    let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Stored);
    for at in 0..from.len() {
        let mut part = from.by_index(at).expect("a part");
        let (name, mut bytes) = (part.name().to_owned(), Vec::new());
        part.read_to_end(&mut bytes).expect("a part can be read");
        if name == "content.xml" {
            change(&mut bytes);
        }
        to.start_file(name, stored).expect("a part");
        to.write_all(&bytes).expect("a part is written");
    }
    to.finish().expect("a workbook").into_inner()
}

#[test]
fn an_ods_whose_content_breaks_off_is_refused_and_the_whole_one_is_not() {
    let dossier = with(BOOK);
    let all = files(&dossier.path(""));
    let book = &all.iter().find(|(name, _)| name == BOOK).expect("the workbook").1;
    let torn = changed(book, |content| content.truncate(content.len() / 2));
    let dossier = dossier.write("lanh.ods", changed(book, |_| {})).write("rach.ods", torn);
    let import = |book| {
        dossier.run(["import", book, "lac-duong", "--period", "2024-Q3", "--format", "json"])
    };
    import("lanh.ods").ends_with(0);
    let found = import("rach.ods").ends_with(1).one("Y07");
    assert!(found.noi_dung.contains("tệp hỏng"), "{found:?}");
}

#[test]
fn an_ods_that_claims_cells_without_end_is_refused_at_its_sheet() {
    let dossier = with(BOOK);
    let all = files(&dossier.path(""));
    let book = &all.iter().find(|(name, _)| name == BOOK).expect("the workbook").1;
    let cell = "<table:table-cell office:value-type=\"float\" office:value=\"7\"";
    let repeated = |rows: &str, columns: &str| {
        let row = format!(
            "<table:table-row table:number-rows-repeated=\"{rows}\">{cell} table:number-columns-repeated=\"{columns}\"/></table:table-row></table:table>"
        );
        changed(book, |content| {
            let text = String::from_utf8(content.clone()).expect("XML");
            *content = text.replacen("</table:table>", &row, 1).into_bytes();
        })
    };
    let far = repeated("1", "1\"/><table:table-cell table:number-columns-repeated=\"99999999999");
    let dossier = dossier
        .write("hang.ods", repeated("4294967295", "3"))
        .write("cot.ods", repeated("2", "99999999999999999999999"))
        .write("nho.ods", repeated("2", "2"))
        .write("trong.ods", far);
    let import = |book| {
        dossier.run(["import", book, "lac-duong", "--period", "2024-Q3", "--format", "json"])
    };
    for claims in ["hang.ods", "cot.ods"] {
        let found = import(claims).ends_with(1).one("Y07");
        assert!(found.noi_dung.contains("quá nhiều ô"), "{claims}: {found:?}");
    }
    for right in ["nho.ods", "trong.ods"] {
        assert_eq!(import(right).of("Y07"), [], "{right}");
    }
}
