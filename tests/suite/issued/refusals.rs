//! What stands against a number, each told with what to do, and nothing given.

use super::{PLAN, REGISTER, SUOI_BAC, issue, issued, two_communes};
use crate::dossier::Dossier;
use crate::told::Found;

const DATE: [&str; 3] = ["--date", "2024-06-18", "--with-warnings"];

/// Nothing is given, and the reason is told.
#[track_caller]
fn is_refused(dossier: &Dossier, more: &[&str], told: &str) {
    let before = dossier.is_there(REGISTER).then(|| dossier.read(REGISTER));
    let said = issue(dossier, more).ends_with(1).stderr;
    assert!(said.contains(told), "{said}");
    assert!(said.contains("cách sửa"), "{said}");
    assert_eq!(dossier.is_there(REGISTER).then(|| dossier.read(REGISTER)), before);
}

#[test]
fn what_a_document_lacks_stands_against_its_number() {
    let unnamed = two_communes().replace(PLAN, "ho_ten: Trần Văn Mẫu", "ho_ten: null");
    is_refused(&unnamed, &DATE, "chưa ghi họ tên người ký");
    let termless = two_communes().replace(PLAN, "      nhiem_ky: 2020-2025\n", "");
    is_refused(&termless, &DATE, "chưa ghi nhiệm kỳ");
    let shown = two_communes().replace(SUOI_BAC, "so_lieu:", "minh_hoa: true\nso_lieu:");
    is_refused(&shown, &DATE, "số liệu ghi là minh họa");
    is_refused(&two_communes(), &["--date", "2024-06-10"], "trước ngày chốt số liệu 14/6/2024");
    let wrong = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1950");
    is_refused(&wrong, &DATE, "nguoi_bhyt");
    let warned = two_communes().replace(SUOI_BAC, "  buoi: 2\n", "");
    is_refused(&warned, &["--date", "2024-06-18"], "B03");
    issue(&warned, &DATE).ends_with(0);
}

#[test]
fn numbers_are_neither_skipped_nor_used_twice_and_dates_follow_them() {
    let dossier = two_communes();
    is_refused(&dossier, &[&DATE[..], &["--number", "5"]].concat(), "các số từ 1 đến 4");
    let gap = [&DATE[..], &["--number", "5", "--gap", "cấp trước khi dùng chương trình"]].concat();
    issue(&dossier, &gap).ends_with(0);
    is_refused(&dossier, &DATE, "đã ban hành số 05-BC/ĐU");
    let second = |number: &'static str, date: &'static str| {
        [
            "issue",
            "hai-xa",
            "2024-Q1",
            "suoi-bac",
            "--with-warnings",
            "--number",
            number,
            "--date",
            date,
        ]
    };
    let told = dossier.run(second("5", "2024-06-19")).ends_with(1).stderr;
    assert!(told.contains("số 05-BC/ĐU đã cấp (mục 1 của sổ"), "{told}");
    let told = dossier.run(second("6", "2024-06-17")).ends_with(1).stderr;
    assert!(told.contains("không theo thứ tự ngày"), "{told}");
    dossier.run(second("6", "2024-06-18")).ends_with(0);
}

#[test]
fn a_document_from_outside_takes_its_number_in_the_series() {
    let dossier = two_communes();
    let enter = |body: &'static str, number: &'static str| {
        [
            "register",
            "--enter",
            "--body",
            body,
            "--type",
            "Báo cáo",
            "--symbol",
            "BC/ĐU",
            "--term",
            "2020-2025",
            "--number",
            number,
            "--date",
            "2024-05-02",
            "--subject",
            "về công tác phát triển đảng",
        ]
    };
    let told = dossier.run(enter("Đảng uỷ xã Suối Bạc", "1")).ends_with(1).stderr;
    assert!(told.contains("Đảng ủy xã Suối Bạc"), "{told}");
    let late = enter("Đảng ủy xã Suối Bạc", "1").map(|word| match word {
        "2024-05-02" => "3024-05-02",
        word => word,
    });
    let told = dossier.run(late).ends_with(1).stderr;
    assert!(told.contains("không thuộc nhiệm kỳ 2020 - 2025"), "{told}");
    let small = enter("Đảng ủy xã Suối Bạc", "1").map(|word| match word {
        "Báo cáo" => "báo cáo",
        word => word,
    });
    dossier.run(small).ends_with(0);
    let told = dossier.run(enter("Đảng ủy xã Suối Bạc", "1")).ends_with(1).stderr;
    assert!(told.contains("đã có ở mục 1"), "{told}");
    issue(&dossier, &DATE).ends_with(0);
    assert!(dossier.read(REGISTER).contains("    so: 2\n"), "{}", dossier.read(REGISTER));
    assert!(dossier.check().of("S01").is_empty());
}

#[test]
fn a_number_typed_by_hand_is_the_one_or_is_told() {
    let typed = two_communes().replace(
        SUOI_BAC,
        "so_lieu:",
        "van_ban: { so: 1, ngay: 2024-06-18 }\nso_lieu:",
    );
    is_refused(&typed, &["--date", "2024-06-19", "--with-warnings"], "khác --date 2024-06-19");
    is_refused(&typed, &[&DATE[..], &["--number", "2"]].concat(), "khác --number 2");
    issue(&typed, &DATE).ends_with(0);
}

#[test]
fn what_is_replaced_is_what_is_in_force() {
    let dossier = issued();
    let replace = |number: &'static str| {
        ["--date", "2024-06-20", "--with-warnings", "--replace", number, "--reason", "sai số"]
    };
    is_refused(&dossier, &replace("7"), "bản đang có hiệu lực là số 01-BC/ĐU");
    let told = issue(&two_communes(), &replace("1")).ends_with(1).stderr;
    assert!(told.contains("chưa ban hành bản nào số 1"), "{told}");
    is_refused(&dossier, &["--void", "3", "--reason", "nhầm"], "không phải số 3");
}

#[test]
fn a_number_of_the_register_typed_by_hand_for_another_report_is_told() {
    const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let typed = |number: u32, date: &str| {
        let line = format!("van_ban: {{ so: {number}, ngay: {date} }}\nso_lieu:");
        issued().replace(FIRST, "so_lieu:", &line).check()
    };
    // Of two reports with one number each is told.
    let at_first = |told: Vec<Found>| {
        let mut own = told.into_iter().filter(|one| one.tep.as_deref() == Some(FIRST));
        own.next().expect("a finding in the return")
    };
    let twice = at_first(typed(1, "2024-03-18").of("V22"));
    assert!(twice.noi_dung.contains("số 01-BC/ĐU đã dùng"), "{}", twice.noi_dung);
    assert_eq!(twice.cho_khac[0].tep, REGISTER);
    let late = at_first(typed(2, "2024-03-18").of("V22"));
    assert!(late.noi_dung.contains("không theo thứ tự với số 01-BC/ĐU"), "{}", late.noi_dung);
    let told = typed(2, "2024-06-19").of("V22");
    assert!(told.is_empty(), "{told:?}");
    let own =
        issued().replace(SUOI_BAC, "so_lieu:", "van_ban: { so: 1, ngay: 2024-06-18 }\nso_lieu:");
    assert!(own.check().of("V22").is_empty(), "its own number is no second one");
}

#[test]
fn all_of_a_period_with_one_report_left_or_none_is_no_error() {
    let dossier = two_communes().remove("inputs/hai-xa/2024-Q2/doi-may.yaml");
    let all = ["issue", "hai-xa", "2024-Q2", "--all", "--date", "2024-06-18", "--with-warnings"];
    dossier.run(all).ends_with(0);
    let told = dossier.run(all).ends_with(0);
    assert!(told.stdout.contains("Không còn báo cáo nào"), "{}", told.stdout);
}
