//! What happens to an office's folders: a register that is lost, old or rewritten, files somebody put there, units that are renamed
//! or gone. No number is given twice, nothing that is kept is written over.
#![expect(clippy::disallowed_methods, reason = "the tests do what offices do to files")]

use super::{KEPT, PLAN, REGISTER, SUOI_BAC, issue, issued, two_communes};
use crate::dossier::{Dossier, files};

const DATE: [&str; 3] = ["--date", "2024-06-18", "--with-warnings"];
const KEPT_ALL: &str = "inputs/hai-xa/da-ban-hanh";
const PAGE: &str = "hai-xa/2024-Q2/suoi-bac.pdf";

/// Both communes' reports with their first numbers, built.
fn both_issued() -> Dossier {
    let dossier = issued();
    let other = ["issue", "hai-xa", "2024-Q2", "doi-may"];
    dossier.run(other.into_iter().chain(DATE)).ends_with(0);
    dossier.build().ends_with(0);
    dossier
}

#[test]
fn a_lost_or_old_register_leaves_issued_pages_and_is_made_good_from_what_is_kept() {
    let dossier = both_issued();
    let (pages, register) = (dossier.output_files(), dossier.read(REGISTER));
    let second = register.find("  - muc: 2").expect("two entries");
    let header = register.find("  - muc: 1").expect("two entries");
    let old = register[header..second].to_owned();
    let seal = old.lines().last().expect("a seal").trim().trim_start_matches("dau: ").to_owned();
    let head = register[..header].replace("so_muc: 2", "so_muc: 1");
    let last = head.lines().find(|line| line.starts_with("dau_cuoi")).expect("a seal").to_owned();
    let old = format!("{}{old}", head.replace(&last, &format!("dau_cuoi: {seal}")));
    for backup in [None, Some(old)] {
        match backup {
            Some(text) => dossier.put(REGISTER, text),
            None => std::fs::remove_file(dossier.path(REGISTER)).expect("a register"),
        }
        assert!(!dossier.check().of("S04").is_empty());
        dossier.build().ends_with(0);
        assert!(dossier.output_files()[PAGE] == pages[PAGE], "the issued page stays");
        // Asked for once more, they are known to be issued.
        let told = issue(&dossier, &DATE).ends_with(1);
        assert!(told.stderr.contains("đã ban hành số 01-BC/ĐU"), "{}", told.stderr);
        assert_eq!(dossier.read(REGISTER), register);
    }
}

#[test]
fn over_a_register_that_lacks_entries_before_what_is_kept_nothing_is_issued() {
    let dossier = both_issued();
    let before = files(&dossier.path(KEPT_ALL));
    std::fs::remove_file(dossier.path(REGISTER)).expect("a register");
    std::fs::remove_dir_all(dossier.path(KEPT)).expect("a folder");
    let told = dossier.run(["check", "--format", "json"]).ends_with(1);
    let [found] = &told.of("S01")[..] else { panic!("{}", told.stdout) };
    assert!(found.noi_dung.contains("đã cấp mà sổ đăng ký không có mục nào"), "{}", found.noi_dung);
    let told = issue(&dossier, &DATE);
    assert_ne!(told.code, 0, "{}", told.stdout);
    let other = ["issue", "hai-xa", "2024-Q2", "doi-may"];
    assert_ne!(dossier.run(other.into_iter().chain(DATE)).code, 0);
    let mut after = before;
    after.retain(|(name, _)| !name.contains("suoi-bac"));
    assert!(files(&dossier.path(KEPT_ALL)) == after, "what is kept is as it was");
}

#[test]
fn a_register_that_was_rewritten_is_told_once_with_what_to_do() {
    let dossier = both_issued();
    let (pages, register) = (dossier.output_files(), dossier.read(REGISTER));
    let merged = register.replacen("  - muc: 2", "<<<<<<< HEAD\n  - muc: 2", 1);
    for (text, words) in [(register.replace('\n', "\r\n"), "CRLF"), (merged, "dấu gộp của Git")]
    {
        dossier.put(REGISTER, text);
        let told = dossier.run(["check", "--format", "json"]).ends_with(1);
        let [found] = &told.of("S01")[..] else { panic!("{}", told.stdout) };
        assert!(found.noi_dung.contains(words), "{}", found.noi_dung);
        assert!(told.of("S02").is_empty() && told.of("S04").is_empty(), "{}", told.stdout);
        dossier.build().ends_with(1);
        assert!(dossier.output_files()[PAGE] == pages[PAGE], "the issued page stays");
    }
    // A mark an editor puts at the beginning changes nothing.
    dossier.put(REGISTER, format!("\u{feff}{register}"));
    let other = ["issue", "hai-xa", "2024-Q1", "suoi-bac"];
    dossier.run(other.into_iter().chain(DATE)).ends_with(0);
    assert!(dossier.check().of("S01").is_empty());
}

#[test]
fn files_somebody_put_beside_issued_documents_are_left_and_told() {
    let dossier = issued();
    let own = "inputs/hai-xa/da-ban-hanh/2024-Q2/sao-chep/cua-toi.txt";
    dossier.put(own, "của tôi");
    let cut = "inputs/hai-xa/da-ban-hanh/2024-Q2/doi-may.so-1";
    dossier.put(&format!("{cut}/bao-cao.pdf"), "dở");
    dossier.put(&format!("{cut}/ghi-chu.docx"), "của tôi");
    for (name, bytes) in files(&dossier.path(KEPT)) {
        dossier.put(&format!("{KEPT} - Copy/{name}"), bytes);
    }
    assert_eq!(dossier.check().of("S04").len(), 3);
    let other = ["issue", "hai-xa", "2024-Q2", "doi-may"];
    dossier.run(other.into_iter().chain(DATE)).ends_with(0);
    assert_eq!(dossier.read(own), "của tôi");
    assert_eq!(dossier.read(&format!("{cut}/bao-cao.pdf")), "dở");
    assert!(dossier.is_there(&format!("{cut}.muc-2/bao-cao.pdf")));
    assert!(dossier.check().of("S02").is_empty());
}

#[test]
fn a_renamed_unit_begins_its_numbers_anew_only_when_told_and_writes_over_nothing() {
    let dossier = issued();
    let kept = files(&dossier.path(KEPT));
    let dossier = dossier.replace(PLAN, "ten: Suối Bạc", "ten: Suối Vàng");
    let replace = [&DATE[..], &["--replace", "1", "--reason", "đổi tên xã"]].concat();
    let told = issue(&dossier, &replace).ends_with(1).stderr;
    assert!(told.contains("--number 1") && told.contains("--number 2 --gap"), "{told}");
    issue(&dossier, &[&replace[..], &["--number", "1"]].concat()).ends_with(0);
    assert!(files(&dossier.path(KEPT)) == kept, "the first document is kept");
    assert!(dossier.is_there(&format!("{KEPT}.muc-2/bao-cao.pdf")));
    assert!(dossier.check().of("S02").is_empty());
    let told = dossier.run(["diff", "hai-xa", "2024-Q2", "suoi-bac", "--format", "short"]);
    assert!(told.ends_with(0).stdout.contains("không có gì thay đổi"));
}

#[test]
fn an_issued_report_whose_files_are_gone_is_told_and_its_number_can_be_voided() {
    let dossier = issued().remove(SUOI_BAC);
    let told = dossier.check();
    let [gone] = &told.of("S03")[..] else { panic!("{}", told.stdout) };
    assert!(gone.noi_dung.contains("không còn tệp số liệu"), "{}", gone.noi_dung);
    issue(&dossier, &["--void", "1", "--reason", "nhầm", "--date", "2024-06-19"]).ends_with(0);
    assert!(dossier.check().of("S03").is_empty());
}

#[test]
fn what_a_signed_copy_cannot_be_is_refused_and_leaves_the_register_usable() {
    let dossier = issued();
    let kept = std::fs::read(dossier.path(&format!("{KEPT}/bao-cao.pdf"))).expect("a page");
    let register = dossier.read(REGISTER);
    let refused = |file: &str, date: &str, words: &str| {
        let told = issue(&dossier, &["--signed", file, "--date", date]).ends_with(1).stderr;
        assert!(told.contains(words), "{told}");
    };
    refused(&format!("{KEPT}/bao-cao.pdf"), "2024-06-19", "chưa có chữ ký");
    refused("inputs", "2024-06-19", "không phải một tệp thường");
    let scan = std::fs::File::create(dossier.path("lon.pdf")).expect("a file");
    scan.set_len(300 * 1024 * 1024).expect("a large file");
    refused("lon.pdf", "2024-06-19", "tệp lớn bất thường (300 MB)");
    dossier.put("ky.pdf", [kept.as_slice(), b"\n% signature"].concat());
    refused("ky.pdf", "2024-06-17", "trước ngày của văn bản");
    assert_eq!(dossier.read(REGISTER), register);
    issue(&dossier, &["--signed", "ky.pdf", "--date", "2024-06-19"]).ends_with(0);
    refused("ky.pdf", "2024-06-19", "đã vào sổ (mục 2, văn bản số 01-BC/ĐU)");
}

#[test]
fn what_is_typed_for_the_register_is_a_line_a_number_and_a_date_of_the_term() {
    let dossier = two_communes();
    for (more, words) in [
        (&["--number", "0"][..], "từ 1 đến"),
        (&["--number", "4294967295"], "từ 1 đến"),
        (&["--gap", " . "], "không để trống"),
        (&["--reason", "x"], "--replace hoặc --void"),
        (&["--all"], "không ghi «"),
    ] {
        let told = issue(&dossier, &[&DATE[..], more].concat()).ends_with(2).stderr;
        assert!(told.contains(words), "{told}");
    }
    let told = issue(&dossier, &["--date", "2018-06-18", "--with-warnings"]).ends_with(1).stderr;
    assert!(told.contains("không thuộc nhiệm kỳ 2020 - 2025"), "{told}");
    for (period, words) in [("Q2", "thiếu năm"), ("2024-Q9", "có: 2024-Q1, 2024-Q2")] {
        let told = dossier.run(["issue", "hai-xa", period, "suoi-bac", "--date", "2024-06-18"]);
        assert!(told.ends_with(2).stderr.contains(words));
    }
    issue(&dossier, &[&DATE[..], &["--gap", "không có khoảng trống"]].concat()).ends_with(0);
    assert!(!dossier.read(REGISTER).contains("nhay_so"), "no number was left out");
    let reason = "sửa \"số\": # {{ so_lieu.x }}\nhai dòng\u{7}";
    let odd = [&DATE[..], &["--replace", "1", "--reason", "sửa 😀"]].concat();
    let told = issue(&dossier, &odd).ends_with(1).stderr;
    assert!(told.contains("lý do có ký tự «😀»"), "{told}");
    issue(&dossier, &[&DATE[..], &["--replace", "1", "--reason", reason]].concat()).ends_with(0);
    let line = r#"ly_do: "sửa \"số\": # {{ so_lieu.x }} hai dòng""#;
    assert!(dossier.read(REGISTER).contains(line), "{}", dossier.read(REGISTER));
    assert!(dossier.check().of("S01").is_empty());
}

#[test]
fn what_a_unit_was_before_is_compared_as_it_was_issued_and_that_is_said() {
    let file = "inputs/lac-duong/2025-Q2/da-sar.yaml";
    let dossier = Dossier::samples().edit(file, |text| {
        let lines = text.lines().filter(|line| !line.starts_with("van_ban:"));
        lines.collect::<Vec<_>>().join("\n")
    });
    let own = ["issue", "lac-duong", "2025-Q2", "da-sar", "--date", "2025-06-20"];
    dossier.run(own.into_iter().chain(["--with-warnings", "--illustrative"])).ends_with(0);
    let dossier = dossier.replace(file, "nguoi_bhyt: 5731", "nguoi_bhyt: 5732");
    let told = dossier.run(["check", "lam-dong-2026", "--details", "--format", "json"]);
    let told = told.ends_with(0).of("S05");
    assert!(told.iter().any(|one| one.noi_dung.contains("xã Đạ Sar đã ban hành cho kỳ 2025-Q2")));
}

#[test]
fn a_letter_to_a_unit_that_handed_nothing_in_is_compared_as_it_is_built() {
    let dossier = Dossier::samples();
    dossier.run(["build", "lac-duong", "--period", "2024-Q1"]).ends_with(0);
    let told = dossier.run(["diff", "lac-duong", "2024-Q1", "da-chais"]).ends_with(0);
    assert!(told.stdout.contains("Không có gì thay đổi"), "{}", told.stdout);
}
