//! Periods, dossiers and forms that cannot be read, as the commands besides `build` see them. Not for reports ([`super`]).

use std::path::Path;

use super::{built, with_mode};
use crate::dossier::{Dossier, files, text_of};

#[test]
fn the_board_says_of_a_folder_nobody_can_read_that_nothing_is_known() {
    let Some(dossier) = built() else { return };
    let period = "inputs/hai-xa/2024-Q1";
    let asked = ["status", "2024-Q1", "--today", "2024-04-01"];
    let told = with_mode(&dossier, period, 0o000, &asked).expect("it ran before").ends_with(1);
    assert!(told.stdout.contains("Đã nộp 0/3 đơn vị; chưa đọc được 3;"), "{}", told.stdout);
    assert!(told.stdout.contains("mở lại được thư mục 2024-Q1"), "{}", told.stdout);
    for wrong in ["chưa nộp", "chưa lập", "Công văn", "161"] {
        assert!(!told.stdout.contains(wrong), "{wrong}: {}", told.stdout);
    }
    assert!(
        told.stderr.contains("lỗi[Y07]: inputs/hai-xa/2024-Q1: không mở được"),
        "{}",
        told.stderr
    );
    let json = [&asked[..], &["--format", "json"]].concat();
    let told = with_mode(&dossier, period, 0o000, &json).expect("it ran before").ends_with(1);
    let board: serde_json::Value = serde_json::from_str(&told.stdout).expect("a board");
    assert_eq!(board["dem"]["chua_doc_duoc"], 3);
    assert_eq!(board["don_vi"][0]["trang_thai"], "chua_doc_duoc");
    assert_eq!(board["don_vi"][0]["chua_doc"], serde_json::json!(["2024-Q1"]));
    let units = "inputs/hai-xa/don-vi";
    let told = with_mode(&dossier, units, 0o000, &asked).expect("it ran before").ends_with(1);
    assert!(told.stdout.contains("bị giữ lại 2"), "as a build would: {}", told.stdout);
    assert!(told.stdout.contains("mở lại được thư mục don-vi"), "{}", told.stdout);
    for path in ["inputs", "inputs/hai-xa"] {
        let told = with_mode(&dossier, path, 0o000, &asked).expect("it ran before").ends_with(2);
        assert!(told.stderr.contains("không mở được"), "{path}: {}", told.stderr);
    }
}

#[test]
fn what_a_period_is_compared_with_and_cannot_be_read_is_told_with_it() {
    let Some(dossier) = built() else { return };
    let asked = ["check", "--period", "2024-Q2", "--format", "json"];
    for (path, words) in [
        ("inputs/hai-xa/2024-Q1", "không đọc được nên kỳ 2024-Q2 chưa so sánh được"),
        ("inputs/hai-xa/2024-Q1/suoi-bac.yaml", "nên kỳ 2024-Q2 chưa so sánh được"),
    ] {
        let told = with_mode(&dossier, path, 0o000, &asked).expect("it ran before").ends_with(1);
        assert_eq!(told.one("Y07").place().0, path);
        let found = told.of("B02");
        assert!(!found.is_empty(), "{path}: {}", told.stdout);
        assert!(found.iter().all(|one| one.noi_dung.contains(words)), "{found:?}");
        let other = ["check", "--period", "2024-Q2", "--unit", "doi-may", "--format", "json"];
        let told = with_mode(&dossier, path, 0o000, &other).expect("it ran before");
        assert_eq!(told.of("Y07").len(), usize::from(path.ends_with("Q1")), "{path}");
    }
    let later = ["check", "--period", "2024-Q1", "--format", "json"];
    let told = with_mode(&dossier, "inputs/hai-xa/2024-Q2", 0o000, &later).expect("it ran before");
    assert_eq!(told.ends_with(0).findings(), [], "nothing later is compared with");
}

#[test]
fn a_period_is_not_opened_over_a_folder_nobody_can_read_nor_from_older_values() {
    let Some(dossier) = built() else { return };
    for folder in ["2024-Q2", "don-vi"] {
        let path = format!("inputs/hai-xa/{folder}");
        let before = files(&dossier.path("inputs"));
        let told = with_mode(&dossier, &path, 0o000, &["new", "2024-Q2"]).expect("it ran before");
        let told = told.ends_with(2);
        let said = format!("hồ sơ hai-xa: thư mục {path} không đọc được");
        assert!(told.stderr.contains(&said), "{}", told.stderr);
        assert!(told.stderr.contains("xem quyền đọc") || told.stderr.contains("Xem quyền đọc"));
        assert!(files(&dossier.path("inputs")) == before, "{folder}: something was written");
    }
    let last = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
    let told = with_mode(&dossier, last, 0o000, &["new", "2025-Q1"]).expect("it ran before");
    assert!(told.ends_with(1).stderr.contains("lỗi[Y07]: inputs/hai-xa/2024-Q2/suoi-bac.yaml"));
    let opened = dossier.read("inputs/hai-xa/2025-Q1/suoi-bac.yaml");
    assert!(!opened.contains("kỳ 2024-Q1"), "an older value is not the last: {opened}");
    let other = dossier.read("inputs/hai-xa/2025-Q1/doi-may.yaml");
    assert!(other.contains("kỳ 2024-Q2"), "{other}");
}

#[test]
fn a_form_shows_no_older_value_where_the_last_one_cannot_be_read() {
    let Some(dossier) = built() else { return };
    for (path, empty) in [
        ("inputs/hai-xa/2024-Q2/suoi-bac.yaml", &["suoi-bac"][..]),
        ("inputs/hai-xa/2024-Q2", &["suoi-bac", "doi-may", "trung-tam"]),
    ] {
        let folder = format!("bieu-{}", empty.len());
        let asked = ["form", "2025-Q1", "--out", &folder, "--format", "json"];
        let told = with_mode(&dossier, path, 0o000, &asked).expect("it ran before").ends_with(1);
        assert_eq!(told.one("Y07").place().0, path);
        let found = told.of("B02");
        assert_eq!(found.len(), empty.len(), "{found:?}");
        assert!(found.iter().all(|one| one.noi_dung.contains("cột «Kỳ trước» của biểu để trống")));
        for unit in ["suoi-bac", "doi-may"] {
            let form = format!("{folder}/hai-xa/2025-Q1/bieu-2025-Q1-{unit}.xlsx");
            let shown = shared_strings(&dossier.path(&form));
            let head = if empty.contains(&unit) {
                "Kỳ trước (quý II/2024: chưa đọc được)"
            } else {
                "Kỳ trước (quý II/2024)"
            };
            assert!(shown.contains(head), "{unit}: {shown}");
            assert!(!shown.contains("quý I/2024"), "{unit}: {shown}");
        }
    }
}

/// The texts of a workbook.
fn shared_strings(book: &Path) -> String {
    let file = std::fs::File::open(book).expect("a form");
    let mut archive = zip::ZipArchive::new(file).expect("a workbook");
    let mut texts = archive.by_name("xl/sharedStrings.xml").expect("its texts");
    let mut shown = String::new();
    std::io::Read::read_to_string(&mut texts, &mut shown).expect("UTF-8");
    shown
}

#[test]
fn a_folder_of_forms_that_is_not_opened_is_told_and_the_others_are_imported() {
    let dossier = Dossier::case("hai-xa").with_files("tests/cases/forms");
    let form = std::fs::read(dossier.path("dien.xlsx")).expect("a form");
    let dossier = dossier.write("nhan/dien.xlsx", form).write("nhan/huyen/x.xlsx", "");
    let asked = ["import", "nhan", "--format", "json"];
    let Some(told) = with_mode(&dossier, "nhan/huyen", 0o000, &asked) else { return };
    assert_eq!(told.ends_with(1).one("Y07").place().0, "nhan/huyen");
}

#[test]
fn a_dossier_that_is_not_opened_is_told_by_every_command_that_asks_for_all() {
    for command in [&["form", "2025-Q1"][..], &["new", "2025-Q1"], &["schema"]] {
        let dossier = Dossier::samples().with_files("tests/cases/hai-xa");
        let Some(told) = with_mode(&dossier, "inputs/hai-xa", 0o000, command) else { return };
        let told = told.ends_with(1);
        assert!(told.stderr.contains("lỗi[Y07]: inputs/hai-xa: không mở được"), "{}", told.stderr);
        let one = [command, &["hai-xa"]].concat();
        let told = with_mode(&dossier, "inputs/hai-xa", 0o000, &one).expect("it ran before");
        assert!(told.ends_with(2).stderr.contains("inputs/hai-xa: không mở được"), "{one:?}");
    }
}

#[test]
fn a_template_that_cannot_be_read_is_told_by_whatever_rests_on_it() {
    let path = "report-templates/quy/loai.yaml";
    for command in [&["status", "2024-Q1"][..], &["form", "2025-Q1"], &["new", "2025-Q1"]] {
        let kind = text_of(path).expect("a kind");
        let dossier = Dossier::case("hai-xa").write(path, kind);
        let Some(told) = with_mode(&dossier, path, 0o000, command) else { return };
        let said = format!("lỗi[Y07]: {path}: không đọc được tệp");
        assert!(told.ends_with(1).stderr.contains(&said), "{command:?}");
    }
}
