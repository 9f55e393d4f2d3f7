//! What is no Word draft, or is damaged, is told by its name and changes nothing. Not for what is in a draft.

use super::sample::{DRAFT, Draft, PROPOSALS, RETURN, dossier};
use super::{codes, imported};

/// What is told of bytes under the name of a draft.
fn told_of(bytes: &[u8]) -> String {
    let dossier = dossier().write(DRAFT, bytes);
    let before = dossier.read(RETURN);
    let told = dossier.run(["import", DRAFT, "--format", "json"]).ends_with(1);
    assert_eq!(dossier.read(RETURN), before);
    let found = told.one("W01");
    assert!(found.cach_sua.is_some_and(|hint| !hint.is_empty()));
    found.noi_dung
}

#[test]
fn other_files_under_the_name_of_a_draft_are_told_by_their_names() {
    let compound = [0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1];
    for (bytes, words) in [
        (&b""[..], "tệp rỗng"),
        (&compound, "Word kiểu cũ"),
        (b"{\\rtf1", "RTF"),
        (b"%PDF-1.7", "PDF"),
        (b"<html>", "trang web"),
        (b"PK\x03\x04", "bị hỏng"),
        ("chữ".as_bytes(), "không phải tệp Word"),
    ] {
        let said = told_of(bytes);
        assert!(said.contains(words), "{said}");
    }
}

#[test]
fn a_document_of_somebody_else_or_without_what_tells_it_is_refused() {
    let item = "customXml/item1.xml";
    assert!(told_of(&Draft::new().without(item).bytes()).contains("đã bị bỏ khi lưu"));
    let none = Draft::new().without(item).without("docProps/custom.xml");
    assert!(told_of(&none.bytes()).contains("không phải bản Word do chương trình lập"));
    let other = Draft::new().parts[2].1.replace("suoi-bac", "doi-may");
    assert!(
        told_of(&Draft::new().part("docProps/custom.xml", &other).bytes()).contains("ghép từ hai")
    );
    let elsewhere = |xml: &str| xml.replace("hai-xa/2024", "ba-xa/2024");
    let [place, property] = [1, 2].map(|at| elsewhere(&Draft::new().parts[at].1));
    let draft = Draft::new().part(item, &place).part("docProps/custom.xml", &property);
    assert!(told_of(&draft.bytes()).contains("hồ sơ «ba-xa»"));
    let newer = Draft::new().parts[1].1.replace("\"phien_ban\":1", "\"phien_ban\":9");
    assert!(told_of(&Draft::new().part(item, &newer).bytes()).contains("phiên bản khác"));
}

#[test]
fn damaged_bytes_never_end_the_program_and_never_change_a_file_wrongly() {
    let whole = Draft::new().replace(PROPOSALS, "sửa cầu", "làm cầu").bytes();
    let before = dossier().read(RETURN);
    let after =
        before.replace("huyen: Đề nghị huyện sửa cầu", "huyen: |\n    Đề nghị huyện làm cầu");
    for step in 0..60 {
        let mut bytes = whole.clone();
        let at = step * 977 % bytes.len();
        if step % 3 == 0 {
            bytes.truncate(at);
        } else {
            bytes[at] ^= 0x55;
        }
        let dossier = dossier().write(DRAFT, &bytes);
        let told = dossier.run(["import", DRAFT]);
        let now = dossier.read(RETURN);
        assert!(now == before || now == after, "{now}\n{}", told.stderr);
    }
}

#[test]
fn a_draft_in_a_folder_is_taken_and_a_letter_beside_it_is_not() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm cầu");
    let letter = Draft::new().without("customXml/item1.xml").without("docProps/custom.xml");
    let dossier =
        dossier().write("gui/ban.docx", draft.bytes()).write("gui/thu.docx", letter.bytes());
    let told = dossier.run(["import", "gui"]).ends_with(0);
    assert!(dossier.read(RETURN).contains("làm cầu"), "{}", told.stdout);
    assert!(!told.stdout.contains("thu.docx") && !told.stderr.contains("thu.docx"));
}

#[test]
fn another_dossier_on_the_command_line_is_told() {
    let (_, told) = imported(&Draft::new(), &["ba-xa"]);
    assert_ne!(told.code, 0);
    assert!(codes(&Draft::new()).is_empty());
}

#[test]
fn another_period_on_the_command_line_is_told_and_its_own_is_not() {
    let draft = Draft::new().replace(PROPOSALS, "sửa cầu", "làm cầu");
    let (dossier, told) = imported(&draft, &["--period", "2024-Q2", "--format", "json"]);
    let found = told.one("W01");
    assert!(found.noi_dung.contains("bản Word của kỳ 2024-Q1, lệnh ghi kỳ 2024-Q2"));
    assert!(dossier.read(RETURN).contains("sửa cầu"));
    let (dossier, told) = imported(&draft, &["--period", "2024-Q1"]);
    assert!(dossier.read(RETURN).contains("làm cầu"), "{}", told.stderr);
}
