//! What a clerk is told while documents get their numbers: what has changed and what has not, where it stands, what to do next.
//! Not for what is refused as such ([`super::refusals`]).

use super::{KEPT, PLAN, REGISTER, SUOI_BAC, issue, issued, two_communes};
use crate::dossier::{Dossier, files};
use crate::told::Told;

const AREA_FILE: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";
const ALLOWED: &str = "  nhan_thuc: Xã Suối Bạc đã họp dân ở bốn thôn.\n";

fn issue_area(dossier: &Dossier, date: &str) -> Told {
    dossier.run(["issue", "hai-xa", "2024-Q2", "tong-hop", "--date", date, "--with-warnings"])
}

fn status(dossier: &Dossier, period: &str) -> String {
    dossier.run(["status", period, "--today", "2024-06-25"]).ends_with(0).stdout
}

/// What is told of changes since a report was issued.
fn changes(dossier: &Dossier, report: &str) -> Vec<String> {
    let told = dossier.check().of("S03").into_iter();
    let of = told.filter(|one| one.cach_sua.as_deref().is_some_and(|cure| cure.contains(report)));
    of.map(|one| one.noi_dung).collect()
}

#[test]
fn a_roll_up_has_changed_only_where_what_it_reads_has_and_names_that() {
    let dossier = issued();
    issue_area(&dossier, "2024-06-20").ends_with(0);
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 961");
    assert_eq!(changes(&dossier, "suoi-bac").len(), 1);
    assert!(changes(&dossier, "tong-hop").is_empty(), "it goes by the issued return");
    assert!(status(&dossier, "2024-Q2").contains("(hai-xa/2024-Q2/tong-hop): đã ban hành."));

    // Of a number that is void nothing is issued: the roll-up would read the file.
    issue(&dossier, &["--void", "1", "--reason", "cấp nhầm", "--date", "2024-06-21"]).ends_with(0);
    let [changed] = &changes(&dossier, "tong-hop")[..] else { panic!("one change") };
    assert!(changed.contains("so_lieu.nguoi_bhyt 950 → 961"), "{changed}");
    assert!(!changed.contains("khuôn mẫu"), "{changed}");
}

#[test]
fn answers_to_warnings_and_remarks_are_no_change_of_an_issued_report() {
    let dossier = issued();
    issue_area(&dossier, "2024-06-20").ends_with(0);
    dossier.build().ends_with(0);
    let answer = "chap_nhan: [{ ma: V13, o: van_ban, ly_do: đã hỏi }]\nso_lieu: # đã soát\n";
    let dossier = dossier.replace(SUOI_BAC, "so_lieu:\n", answer);
    let told = dossier.run(["check", "--details", "--format", "json"]);
    assert!(told.of("S03").is_empty() && told.of("S05").is_empty(), "{}", told.stdout);
    let board = status(&dossier, "2024-Q2");
    assert!(!board.contains("nay đã đổi"), "{board}");
    // Beside a figure that has changed they are not named.
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 961");
    let [changed] = &changes(&dossier, "suoi-bac")[..] else { panic!("one change") };
    assert!(changed.contains("nguoi_bhyt") && !changed.contains("chap_nhan"), "{changed}");
}

#[test]
fn an_issued_report_is_compared_with_what_was_built_last_too() {
    let dossier = issued();
    dossier.build().ends_with(0);
    let compared = |dossier: &Dossier| {
        let own = ["diff", "hai-xa", "2024-Q2", "suoi-bac", "--with", "lan-lap"];
        dossier.run(own).ends_with(0).stdout
    };
    assert!(compared(&dossier).contains("Không có gì thay đổi"));
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 961");
    assert!(compared(&dossier).contains("950 → 961"));
    // Then the draft is what was built last.
    dossier.build().ends_with(0);
    assert!(compared(&dossier).contains("Không có gì thay đổi"));
}

#[test]
fn a_number_or_date_in_the_file_that_is_not_the_registers_is_told_at_its_line() {
    let typed = |line: &str| issued().replace(SUOI_BAC, "so_lieu:", &format!("{line}\nso_lieu:"));
    let other = typed("van_ban: { so: 1, ngay: 2024-06-19 }").check().one("V22");
    assert!(other.noi_dung.contains("đã ban hành số 01, ngày 18/6/2024"), "{}", other.noi_dung);
    assert_eq!(other.place(), (SUOI_BAC, 4, 10));
    assert!(typed("van_ban: { so: 1, ngay: 2024-06-18 }").check().of("V22").is_empty());
    assert!(typed("van_ban: { so: null, ngay: null }").check().of("V22").is_empty());
}

#[test]
fn a_roll_up_dated_before_an_issued_report_it_adds_up_is_told_at_both() {
    let early = issued().replace(AREA_FILE, "ngay: null", "ngay: 2024-06-17");
    let told = early.check().one("V13");
    assert!(told.noi_dung.contains("trước báo cáo của xã Suối Bạc (ngày 18/6/2024)"));
    assert_eq!((told.place().0, &*told.cho_khac[0].tep), (AREA_FILE, REGISTER));
    assert!(early.replace(AREA_FILE, "06-17", "06-18").check().of("V13").is_empty());
}

#[test]
fn who_has_handed_in_is_told_by_the_date_of_issue_and_an_issued_letter_is_made() {
    let letters = "{ loai: quy, han_nop: 03-20 }, { loai: don-doc, han_nop: 04-10 }";
    let dossier = two_communes().replace(PLAN, "{ loai: quy, han_nop: 03-20 }", letters);
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let letter = ["issue", "hai-xa", "2024-Q1", "don-doc-doi-may", "--date", "2024-04-02"];
    dossier.run(letter.into_iter().chain(["--with-warnings"])).ends_with(0);
    let board = status(&dossier, "2024-Q1");
    assert!(board.contains("Công văn cần gửi 1 (đã lập 1): don-doc-doi-may."), "{board}");
    issue(&dossier, &["--date", "2024-06-23", "--with-warnings"]).ends_with(0);
    let told = dossier.run(["status", "2024-Q2", "--today", "2024-06-25", "--details"]);
    let told = told.ends_with(0).stdout;
    let line = told.lines().find(|line| line.starts_with("xã Suối Bạc")).expect("a line");
    assert!(line.contains("23/6/2024") && line.contains("3 ngày"), "{line}");
}

#[test]
fn after_what_stands_against_a_number_comes_that_none_was_given_and_what_to_do() {
    let warned = two_communes().replace(SUOI_BAC, "  buoi: 2\n", "  buoi: null\n");
    let told = issue(&warned, &["--date", "2024-06-18"]).ends_with(1).stderr;
    assert!(told.contains("chưa cấp số: còn 2 cảnh báo chưa xác nhận"), "{told}");
    assert!(told.contains("thêm --with-warnings"), "{told}");
    let wrong = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1950");
    let told = issue(&wrong, &["--date", "2024-06-18", "--with-warnings"]).ends_with(1).stderr;
    assert!(told.contains("chưa cấp số: còn 1 lỗi"), "{told}");
    assert!(!told.contains("--with-warnings"), "an error is let pass by nothing: {told}");
}

#[test]
fn what_a_report_lacks_is_told_where_it_stands_and_by_what_was_typed() {
    let at = |dossier: &Dossier, more: &[&str], words: &[&str]| {
        let told = issue(dossier, more).ends_with(1).stderr;
        assert!(words.iter().all(|word| told.contains(word)), "{words:?}\n{told}");
        told
    };
    let unnamed = two_communes().replace(PLAN, "ho_ten: Trần Văn Mẫu", "ho_ten: null");
    at(&unnamed, &["--date", "2024-06-18"], &["họ tên người ký", &format!("--> {PLAN}:")]);
    at(&two_communes(), &["--date", "2024-06-10"], &[&format!("--> {SUOI_BAC}:3:11")]);
    let typed = |line: &str| {
        two_communes().replace(SUOI_BAC, "so_lieu:", &format!("van_ban: {line}\nso_lieu:"))
    };
    let dated = typed("{ so: 1, ngay: 2024-06-18 }");
    at(&dated, &["--date", "2024-06-19"], &[&format!("--> {SUOI_BAC}:4:10")]);

    // A number of the file is put right in the file, one that was asked for in the command.
    let first = ["issue", "hai-xa", "2024-Q1", "suoi-bac", "--date", "2024-06-17"];
    let used = typed("{ so: 1, ngay: null }");
    used.run(first.into_iter().chain(["--with-warnings"])).ends_with(0);
    let told = at(&used, &["--date", "2024-06-18", "--with-warnings"], &["ghi ở «van_ban»"]);
    assert!(!told.contains("bỏ --number"), "{told}");
    let asked = two_communes();
    asked.run(first.into_iter().chain(["--with-warnings"])).ends_with(0);
    at(&asked, &["--date", "2024-06-18", "--with-warnings", "--number", "1"], &["bỏ --number"]);
}

#[test]
fn a_day_that_is_not_yet_or_never_was_is_no_date_of_a_document() {
    let dossier = two_communes();
    let told = issue(&dossier, &["--date", "2204-06-18"]).ends_with(2).stderr;
    assert!(told.contains("ngày 18/6/2204 chưa đến"), "{told}");
    let told = issue(&dossier, &["--date", "2024-06-31"]).ends_with(2).stderr;
    assert!(told.contains("không có ngày ấy"), "{told}");
    assert!(!dossier.is_there(REGISTER));
}

#[test]
fn what_was_issued_is_said_with_its_folder_and_what_comes_next() {
    let dossier = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 1950");
    let all = ["issue", "hai-xa", "2024-Q2", "--all", "--date", "2024-06-18", "--with-warnings"];
    let told = dossier.run(all).ends_with(1).stdout;
    assert!(told.contains("lưu ở inputs/hai-xa/da-ban-hanh/2024-Q2/doi-may.so-1\n"), "{told}");
    let last =
        "Đã cấp 1 số; 1 báo cáo chưa cấp được, vì các điều nêu trên. Việc tiếp theo: baocao build";
    assert!(told.lines().last().is_some_and(|line| line.starts_with(last)), "{told}");
}

#[test]
fn the_draft_beside_an_issued_report_is_named_by_its_path() {
    let dossier = issued().replace(SUOI_BAC, ALLOWED, "  nhan_thuc: Xã Suối Bạc đã họp dân.\n");
    dossier.build().ends_with(0);
    let cure = dossier.check().one("S03").cach_sua.expect("a cure");
    let named = "out/hai-xa/2024-Q2/suoi-bac.du-thao.pdf";
    assert!(cure.contains(named) && dossier.is_there(named), "{cure}");
}

#[test]
fn the_register_says_how_a_signed_copy_was_proved() {
    let dossier = issued();
    let kept = files(&dossier.path(KEPT)).into_iter().find(|(name, _)| name == "bao-cao.pdf");
    let kept = kept.expect("the page").1;
    dossier.put("ky.pdf", [kept.as_slice(), b"\n% signature"].concat());
    issue(&dossier, &["--signed", "ky.pdf", "--date", "2024-06-19"]).ends_with(0);
    let told = dossier.run(["register"]).ends_with(0).stdout;
    let told = told.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(told.contains("có bản ký ngày 19/6/2024: phần đầu trùng từng byte"), "{told}");
}

#[test]
fn a_replacement_that_says_nothing_else_is_asked_about() {
    let dossier = issued();
    let again = ["--date", "2024-06-28", "--replace", "1", "--reason", "đính chính"];
    let told = issue(&dossier, &again).ends_with(1).stderr;
    assert!(told.contains("không khác gì bản đã ban hành số 01-BC/ĐU"), "{told}");
    assert!(told.contains("sửa số liệu, lời văn trong tệp trước"), "{told}");
    assert_eq!(dossier.read(REGISTER).matches("bao_cao: ").count(), 1);
    issue(&dossier, &[&again[..], &["--with-warnings"]].concat()).ends_with(0);
    let dossier = issued().replace(SUOI_BAC, ALLOWED, "  nhan_thuc: Xã Suối Bạc họp dân.\n");
    let told = issue(&dossier, &again);
    assert!(!told.stderr.contains("không khác gì"), "{}", told.stderr);
}

#[test]
fn what_is_written_has_the_ending_of_its_kind() {
    let dossier = issued();
    for (option, name, ending) in [("--xlsx", "so.pdf", ".xlsx"), ("--pdf", "so.xlsx", ".pdf")] {
        let told = dossier.run(["register", option, name]).ends_with(2).stderr;
        assert!(told.contains(&format!("tên tệp phải có đuôi {ending}")), "{told}");
        assert!(!dossier.is_there(name));
    }
}
