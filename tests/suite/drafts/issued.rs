//! A draft of a report that is issued: it says so, and what comes back changes the file, never the document.

use std::io::{Cursor, Read, Write};

use zip::write::SimpleFileOptions;
use zip::{ZipArchive, ZipWriter};

use super::draft_in;
use crate::dossier::Dossier;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const NAME: &str = "hai-xa/2024-Q2/suoi-bac";

/// The bytes of a document with other words in the place of some.
fn with_words(bytes: &[u8], from: &str, to: &str) -> Vec<u8> {
    let mut old = ZipArchive::new(Cursor::new(bytes)).expect("a document");
    let mut new = ZipWriter::new(Cursor::new(Vec::new()));
    for at in 0..old.len() {
        let mut part = old.by_index(at).expect("a part");
        let (name, mut bytes) = (part.name().to_owned(), Vec::new());
        part.read_to_end(&mut bytes).expect("a whole part");
        if name == "word/document.xml" {
            let xml = String::from_utf8(bytes).expect("UTF-8");
            assert!(xml.contains(from), "no «{from}»");
            bytes = xml.replacen(from, to, 1).into_bytes();
        }
        new.start_file(name, SimpleFileOptions::default()).expect("a part");
        new.write_all(&bytes).expect("written");
    }
    new.finish().expect("a document").into_inner()
}

#[test]
fn a_draft_of_an_issued_report_is_called_one_and_its_words_come_back_with_what_to_do() {
    let case = Dossier::case("hai-xa").replace(PLAN, "ho_ten: null", "ho_ten: Trần Văn Mẫu");
    let case = case.replace(PLAN, "      dia_danh:", "      nhiem_ky: 2020-2025\n      dia_danh:");
    let file = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
    let case = case.edit(file, |text| text + "\nphuong_huong: Mở rộng tuyên truyền ở các thôn.\n");
    let number = ["--number", "7", "--gap", "các số trước cấp trên giấy", "--with-warnings"];
    let issue = ["issue", "hai-xa", "2024-Q2", "suoi-bac", "--date", "2024-06-18"];
    case.run([&issue[..], &number].concat()).ends_with(0);
    case.run(["draft", "--period", "2024-Q2", "--unit", "suoi-bac"]).ends_with(0);
    let words = draft_in(&case, NAME).words();
    assert!(words.contains("Dự thảo") && !words.contains("Số 07-"), "{words}");
    let bytes = case.output_files().remove(&format!("{NAME}.docx")).expect("a draft");
    case.put("sua.docx", with_words(&bytes, "Mở rộng tuyên truyền", "Đẩy mạnh tuyên truyền"));
    let told = case.run(["import", "sua.docx"]).ends_with(0);
    assert!(told.stderr.contains("báo cáo này đã ban hành số 07"), "{}", told.stderr);
    assert!(told.stderr.contains("--replace 7"), "{}", told.stderr);
    assert!(case.read(file).contains("phuong_huong: |\n  Đẩy mạnh tuyên truyền ở các thôn.\n"));
    // A draft has the figures of now beside the words of now.
    let case = case.edit(file, |text| text.replace("nguoi_bhyt: 950", "nguoi_bhyt: 940"));
    case.run(["draft", "--period", "2024-Q2", "--unit", "suoi-bac", "--force"]).ends_with(0);
    let words = draft_in(&case, NAME).words();
    assert!(words.contains("940/1.000") && !words.contains("950/1.000"), "{words}");
}
