//! A report from its number to the one that takes its place.

use serde_json::Value;

use super::{KEPT, REGISTER, SUOI_BAC, issue, issued, two_communes};
use crate::dossier::{Dossier, files};

const NAME: &str = "hai-xa/2024-Q2/suoi-bac";

fn bytes(dossier: &Dossier, path: &str) -> Vec<u8> {
    dossier.output_files().get(path).unwrap_or_else(|| panic!("no {path}")).clone()
}

#[expect(clippy::disallowed_methods, reason = "a test looks at what was written")]
fn read(dossier: &Dossier, path: &str) -> Vec<u8> {
    std::fs::read(dossier.path(path)).expect("a file")
}

fn states(dossier: &Dossier) -> Vec<(String, String)> {
    let told = dossier.run(["status", "2024-Q2", "--today", "2024-06-25", "--format", "json"]);
    let board: Value = serde_json::from_str(&told.ends_with(0).stdout).expect("a board");
    let text = |unit: &Value, key: &str| unit[key].as_str().unwrap_or_default().to_owned();
    let units = board["don_vi"].as_array().expect("units");
    units.iter().map(|unit| (text(unit, "ma"), text(unit, "trang_thai"))).collect()
}

fn state(dossier: &Dossier) -> String {
    states(dossier).into_iter().find(|(unit, _)| unit == "suoi-bac").expect("the commune").1
}

#[test]
fn an_issued_report_stays_as_it_was_and_is_replaced_under_a_number_of_its_own() {
    let dossier = issued();
    dossier.build().ends_with(0);
    let page = dossier.pdf(NAME);
    page.must_say("Số 01-BC/ĐU");
    page.must_say("Suối Bạc, ngày 18 tháng 6 năm 2024");
    let first = bytes(&dossier, &format!("{NAME}.pdf"));
    assert_eq!(state(&dossier), "da_ban_hanh");
    assert!(!dossier.has(&format!("{NAME}.du-thao")));

    // A figure turns out to be wrong.
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 961");
    let told = dossier.run(["check", "--format", "json"]).ends_with(0);
    let [changed] = &told.of("S03")[..] else { panic!("{}", told.stdout) };
    assert!(changed.noi_dung.contains("01-BC/ĐU, ngày 18/6/2024"), "{}", changed.noi_dung);
    assert!(changed.noi_dung.contains("nguoi_bhyt 950 → 961"), "{}", changed.noi_dung);
    assert_eq!(state(&dossier), "ban_hanh_da_doi");
    dossier.build().ends_with(0);
    assert!(bytes(&dossier, &format!("{NAME}.pdf")) == first, "the issued page stays");
    let draft = dossier.pdf(&format!("{NAME}.du-thao"));
    draft.must_say("Dự thảo");
    draft.must_say("96,10% (961/1.000 người)");
    draft.must_not_say("Số 01-BC/ĐU");
    // The roll-up goes by what was issued, and says so.
    dossier.pdf("hai-xa/2024-Q2/tong-hop").must_not_say("961");
    let told = dossier.run(["check", "--details", "--format", "json"]);
    assert_eq!(told.of("S05").len(), 1, "{}", told.stdout);

    let reason = "đính chính số người có thẻ";
    let again = ["--date", "2024-06-28", "--with-warnings", "--replace", "1", "--reason", reason];
    issue(&dossier, &again).ends_with(0);
    dossier.build().ends_with(0);
    let page = dossier.pdf(NAME);
    page.must_say("Số 02-BC/ĐU");
    page.must_say(&format!(
        "Báo cáo này thay thế Báo cáo số 01-BC/ĐU, ngày 18/6/2024 của Đảng ủy xã Suối Bạc; lý do: {reason}."
    ));
    assert!(!dossier.has(&format!("{NAME}.du-thao")), "no draft is left over");
    dossier.pdf("hai-xa/2024-Q2/tong-hop").must_say("961");
    assert_eq!(state(&dossier), "da_ban_hanh");
    let register = dossier.run(["register", "--format", "json"]).ends_with(0);
    let rows: Value = serde_json::from_str(&register.stdout).expect("rows");
    assert_eq!(
        (&rows[0]["bi_thay"], &rows[1]["thay_the"]),
        (&"02-BC/ĐU".into(), &"01-BC/ĐU".into())
    );
    let kept = read(&dossier, &format!("{KEPT}/bao-cao.pdf"));
    assert!(kept == first, "the first document is kept");
}

#[test]
fn what_prints_nothing_else_is_no_change_and_a_slip_put_right_leaves_no_draft() {
    let dossier = issued();
    dossier.build().ends_with(0);
    let dossier = dossier.edit(SUOI_BAC, |text| format!("# đã soát\n{text}"));
    assert!(dossier.check().of("S03").is_empty());
    let dossier = dossier.replace(SUOI_BAC, "buoi: 2", "buoi: 3");
    dossier.build().ends_with(0);
    assert!(dossier.has(&format!("{NAME}.du-thao")));
    let dossier = dossier.replace(SUOI_BAC, "buoi: 3", "buoi: 2");
    dossier.build().ends_with(0);
    assert!(!dossier.has(&format!("{NAME}.du-thao")));
    assert!(dossier.check().of("S03").is_empty());
}

#[test]
fn broken_or_removed_files_leave_the_issued_page_where_it_is() {
    let dossier = issued();
    dossier.build().ends_with(0);
    let first = bytes(&dossier, &format!("{NAME}.pdf"));
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: chín trăm");
    let told = dossier.build().ends_with(1);
    assert!(told.stderr.contains("đang có lỗi"), "{}", told.stderr);
    assert!(bytes(&dossier, &format!("{NAME}.pdf")) == first);
    dossier.pdf("hai-xa/2024-Q2/tong-hop").must_say("2/2 xã");
    let dossier = dossier.remove(SUOI_BAC);
    dossier.run(["build", "--prune"]);
    assert!(bytes(&dossier, &format!("{NAME}.pdf")) == first, "it is not pruned");
}

#[test]
fn ten_later_edits_and_a_lost_output_folder_give_the_same_bytes() {
    let dossier = issued();
    let kept = read(&dossier, &format!("{KEPT}/bao-cao.pdf"));
    let mut dossier = dossier;
    for edit in 1..=10 {
        let (from, to) = (format!("buoi: {}", edit + 1), format!("buoi: {}", edit + 2));
        dossier = dossier.replace(SUOI_BAC, &from, &to);
    }
    dossier.build().ends_with(0);
    assert!(bytes(&dossier, &format!("{NAME}.pdf")) == kept);
}

#[test]
fn all_reports_of_a_period_are_numbered_in_the_plans_order_and_a_letter_by_its_name() {
    let dossier = two_communes();
    let all = ["issue", "hai-xa", "2024-Q2", "--all", "--date", "2024-06-18", "--with-warnings"];
    dossier.run(all).ends_with(0);
    let register = dossier.read(REGISTER);
    let order: Vec<&str> = register
        .lines()
        .filter_map(|line| line.trim().strip_prefix("bao_cao: "))
        .map(|name| name.trim_matches('"'))
        .collect();
    assert_eq!(order, ["hai-xa/2024-Q2/suoi-bac", "hai-xa/2024-Q2/doi-may"]);
    let told = dossier.run(all).ends_with(0);
    assert!(told.stdout.contains("Không còn báo cáo nào"), "{}", told.stdout);
    let area =
        ["issue", "hai-xa", "2024-Q2", "tong-hop", "--date", "2024-06-20", "--with-warnings"];
    dossier.run(area).ends_with(0);
    assert_eq!(dossier.read(REGISTER).matches("so: 1\n").count(), 3, "each body has its series");
}

#[test]
fn a_signed_copy_is_proved_byte_by_byte_or_held_against_the_words() {
    let dossier = issued();
    let kept = read(&dossier, &format!("{KEPT}/bao-cao.pdf"));
    dossier.put("ky.pdf", [kept.as_slice(), b"\n% signature"].concat());
    let told = issue(&dossier, &["--signed", "ky.pdf", "--date", "2024-06-19"]).ends_with(0);
    assert!(told.stdout.contains("phần đầu trùng từng byte"), "{}", told.stdout);
    dossier.build().ends_with(0);
    let other = dossier.path("out/hai-xa/2024-Q2/doi-may.pdf");
    let other = other.to_string_lossy().into_owned();
    let told = issue(&dossier, &["--signed", &other]).ends_with(1);
    assert!(told.stderr.contains("«Đồi May") || told.stderr.contains("MÂY"), "{}", told.stderr);
    dossier.put("khong.pdf", "không phải PDF");
    issue(&dossier, &["--signed", "khong.pdf"]).ends_with(1);
    assert!(dossier.check().of("S02").is_empty());
    assert_eq!(dossier.read(REGISTER).matches("viec: ban-ky").count(), 1);
}

#[test]
fn a_number_given_in_error_is_voided_and_never_given_again() {
    let dossier = issued();
    issue(&dossier, &["--void", "1", "--reason", "cấp nhầm báo cáo", "--date", "2024-06-19"])
        .ends_with(0);
    let told = dossier.run(["register"]).ends_with(0);
    assert!(told.stdout.contains("đã hủy số: cấp nhầm báo cáo"), "{}", told.stdout);
    issue(&dossier, &["--date", "2024-06-20", "--with-warnings"]).ends_with(0);
    dossier.build().ends_with(0);
    dossier.pdf(NAME).must_say("Số 02-BC/ĐU");
}

#[test]
fn the_register_is_printed_as_a_table_a_workbook_and_pages() {
    let dossier = issued();
    let told = dossier.run(["register", "--xlsx", "so.xlsx", "--pdf", "so.pdf"]).ends_with(0);
    assert!(told.stdout.contains("01-BC/ĐU, 18/6/2024"), "{}", told.stdout);
    let once = read(&dossier, "so.xlsx");
    dossier.run(["register", "--xlsx", "so.xlsx"]).ends_with(0);
    assert!(once == read(&dossier, "so.xlsx"), "the same bytes");
    let pages = crate::pdf::Pdf::read(&read(&dossier, "so.pdf"));
    pages.must_say("SỔ ĐĂNG KÝ VĂN BẢN ĐI");
    pages.must_say("Trần Văn Mẫu");
}

#[test]
fn a_signed_copy_whose_entry_was_cut_off_is_told_and_the_command_run_again_enters_it() {
    let dossier = issued();
    let copy =
        [read(&dossier, &format!("{KEPT}/bao-cao.pdf")).as_slice(), b"\n% signature"].concat();
    dossier.put("ky.pdf", &copy);
    issue(&dossier, &["--signed", "ky.pdf", "--date", "2024-06-19"]).ends_with(0);
    let (before, after) = (issued(), dossier);
    // The copy is there, the register is as it was before.
    for (name, bytes) in files(&after.path(KEPT)) {
        before.put(&format!("{KEPT}/{name}"), bytes);
    }
    before.put("ky.pdf", &copy);
    assert_eq!(before.check().of("S04").len(), 1);
    assert!(before.check().of("S02").is_empty());
    issue(&before, &["--signed", "ky.pdf", "--date", "2024-06-19"]).ends_with(0);
    assert!(before.check().of("S04").is_empty());
}
