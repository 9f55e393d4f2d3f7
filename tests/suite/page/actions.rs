//! What a clerk does in a quarter, done on the local page: on the disk it is what the command does, told in the same words. Not for what
//! is sent up ([`super::receiving`]), builds under way ([`super::runs`]) and the register ([`super::issuing`]).
#![expect(clippy::disallowed_methods, reason = "what is on the disk is looked at")]

use std::io::{Cursor, Read};

use zip::ZipArchive;

use super::browser::{Page, words};
use crate::dossier::{Dossier, files};

const TODAY: &str = "2024-06-25";
const BOARD: &str = "/ho-so/hai-xa/2024-Q2";
const QUARTER: &str = "/viec/hai-xa/2024-Q2";
const UNITS: [&str; 4] = ["_tong-hop", "doi-may", "suoi-bac", "trung-tam"];

/// The dossier before its second quarter is opened.
fn unopened() -> Dossier {
    let paths = UNITS.map(|unit| format!("inputs/hai-xa/2024-Q2/{unit}.yaml"));
    let dossier = paths.iter().fold(Dossier::case("hai-xa"), |dossier, path| dossier.remove(path));
    std::fs::remove_dir(dossier.path("inputs/hai-xa/2024-Q2")).expect("an empty folder");
    dossier
}

/// The dossier whose plan asks for letters.
fn with_letters(dossier: Dossier) -> Dossier {
    let due = "{ loai: 6-thang, han_nop: 06-20 }";
    let letters = format!("{due}, {{ loai: don-doc, han_nop: 06-30 }}");
    dossier.replace("inputs/hai-xa/ke-hoach.yaml", due, &letters)
}

/// The button the board offers first.
fn next_step(page: &Page) -> String {
    let board = page.get(BOARD).page();
    let section = board.split("id=\"viec-tiep\"").nth(1).expect("a next step");
    let first = section.split("class=\"han").next().expect("what stands before the deadline");
    let (_, button) = first.rsplit_once("chinh\"").expect("a button");
    words(&format!("<b {button}"))
}

#[test]
fn the_board_offers_what_is_to_be_done_next() {
    let page = Page::open(unopened(), "2024-06-10");
    assert_eq!(next_step(&page), "Mở kỳ 2024-Q2");
    let board = words(&page.get(BOARD).page());
    assert!(board.contains("Còn 10 ngày hạn nộp 20/6/2024"), "{board}");
    page.done(&format!("{QUARTER}/mo-ky"), &[]);
    assert_eq!(next_step(&page), "Lập biểu gửi đơn vị");
    page.done(&format!("{QUARTER}/bieu"), &[("kieu", "tung")]);
    assert_eq!(next_step(&page), "Nhập biểu, bảng, bản Word");
    for (name, bytes) in files(&Dossier::case("hai-xa").path("inputs/hai-xa/2024-Q2")) {
        page.dossier.put(&format!("inputs/hai-xa/2024-Q2/{name}"), bytes);
    }
    assert_eq!(next_step(&page), "Lập báo cáo");
    let return_file = "inputs/hai-xa/2024-Q2/doi-may.yaml";
    let right = page.dossier.read(return_file);
    page.dossier.put(return_file, right.replace("nguoi_bhyt: 9", "nguoi_bhyt: 99"));
    assert_eq!(next_step(&page), "Kiểm tra số liệu");
    page.dossier.put(return_file, right);
    page.done(&format!("{QUARTER}/lap"), &[]);
    assert_eq!(next_step(&page), "Ban hành");
}

#[test]
fn late_units_are_written_to_next_and_each_letter_can_be_taken_along() {
    let dossier = with_letters(unopened());
    let page = Page::open(dossier, TODAY);
    assert_eq!(next_step(&page), "Mở kỳ 2024-Q2");
    page.done(&format!("{QUARTER}/mo-ky"), &[]);
    assert_eq!(next_step(&page), "Công văn đôn đốc");
    let letters = format!("{QUARTER}/cong-van");
    assert!(words(&page.get(&letters).page()).contains("công văn chưa lập"));
    page.done(&format!("{QUARTER}/lap"), &[]);
    let made = page.dossier.output_files();
    let pdf = &made["hai-xa/2024-Q2/don-doc-doi-may.pdf"];
    let answer = page.get(&format!("{letters}/don-doc-doi-may"));
    assert_eq!((answer.status, &answer.bytes), (200, pdf));
    assert!(page.get(&letters).page().contains(&format!("{letters}/don-doc-doi-may")));
    for other in ["suoi-bac", "tong-hop", "..%2f..%2fmanifest", "khong-co"] {
        assert_eq!(page.get(&format!("{letters}/{other}")).status, 404, "{other}");
    }
}

#[test]
fn a_quarter_is_opened_as_the_command_opens_it() {
    let twin = unopened();
    let told = twin.run(["new", "2024-Q2", "hai-xa", "--chot-den", "2024-06-14"]).ends_with(0);
    let page = Page::open(unopened(), TODAY);
    let path = format!("{QUARTER}/mo-ky");
    let said = page.done(&path, &[("chot_den", "2024-06-14")]);
    let own = told.stdout.split_whitespace().collect::<Vec<_>>().join(" ");
    assert!(said.contains(&own), "{said}\n{own}");
    assert!(files(&page.dossier.path("inputs")) == files(&twin.path("inputs")), "other files");
    let again = page.done(&path, &[]);
    assert!(again.contains("đã mở đủ 4 tệp") || again.contains("không có gì để làm"), "{again}");
    let wrong = page.done(&path, &[("chot_den", "2024-09-14")]);
    assert!(wrong.contains("Chưa làm được") && wrong.contains("lỗi: "), "{wrong}");
    let option = page.done(&path, &[("chot_den", "--dossier=x")]);
    assert!(option.contains("không dùng được cho «--chot-den"), "{option}");
}

#[test]
fn forms_are_made_as_the_command_makes_them_and_taken_along_in_one_archive() {
    let twin = Dossier::case("hai-xa");
    twin.run(["form", "2024-Q2", "hai-xa"]).ends_with(0);
    twin.run(["form", "2024-Q2", "hai-xa", "--gop"]).ends_with(0);
    let page = Page::open(Dossier::case("hai-xa"), TODAY);
    let path = format!("{QUARTER}/bieu");
    assert_eq!(page.get(&format!("{path}/tung-don-vi")).status, 404, "none is made yet");
    assert!(page.done(&path, &[("kieu", "tung")]).contains("Đã lập 3 biểu"));
    assert!(page.done(&path, &[("kieu", "gop")]).contains("Đã lập 1 biểu"));
    let made = files(&page.dossier.path("out/bieu"));
    assert!(made == files(&twin.path("out/bieu")), "other forms");
    let one = page.get(&format!("{path}/gop"));
    assert!(
        made.iter().any(|(name, bytes)| name.ends_with("cac-don-vi.xlsx") && *bytes == one.bytes)
    );
    let archive = page.get(&format!("{path}/tung-don-vi"));
    assert_eq!(archive.header("content-type"), Some("application/zip"));
    let mut archive = ZipArchive::new(Cursor::new(archive.bytes)).expect("an archive");
    assert_eq!(archive.len(), 3);
    for at in 0..3 {
        let mut part = archive.by_index(at).expect("a form");
        let mut bytes = Vec::new();
        part.read_to_end(&mut bytes).expect("its bytes");
        let name = format!("hai-xa/2024-Q2/{}", part.name());
        assert!(made.contains(&(name.clone(), bytes)), "{name}");
    }
}

#[test]
fn the_board_to_print_is_the_one_the_command_writes() {
    let page = Page::open(Dossier::case("hai-xa"), TODAY);
    page.dossier.run(["status", "2024-Q2", "--today", TODAY, "--pdf=bang.pdf"]).ends_with(0);
    let own = std::fs::read(page.dossier.path("bang.pdf")).expect("a page");
    let answer = page.get(&format!("{QUARTER}/bang"));
    assert_eq!(answer.header("content-type"), Some("application/pdf"));
    assert!(answer.bytes == own, "another page");
}

#[test]
fn what_changed_since_is_told_as_the_command_tells_it() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let dossier = dossier.replace("inputs/hai-xa/2024-Q2/suoi-bac.yaml", "buoi: 2", "buoi: 3");
    let told = |stem: &[&str]| {
        let told =
            dossier.run(["diff", "hai-xa", "2024-Q2"].into_iter().chain(stem.iter().copied()));
        told.stdout.split_whitespace().collect::<Vec<_>>().join(" ")
    };
    let (all, one) = (told(&[]), told(&["suoi-bac"]));
    let page = Page::open(dossier, TODAY);
    let path = format!("{QUARTER}/so-sanh");
    assert!(words(&page.get(&path).page()).contains(&all), "{all}");
    assert!(words(&page.get(&format!("{path}/suoi-bac")).page()).contains(&one), "{one}");
    assert_eq!(page.get(&format!("{path}/khong-co")).status, 404);
    assert_eq!(page.get(&format!("{path}/--pdf=x.pdf")).status, 404);
    assert!(!page.dossier.is_there("x.pdf"));
}

#[test]
fn nothing_is_done_for_a_dossier_or_period_there_is_none_of() {
    let page = Page::open(Dossier::case("hai-xa"), TODAY);
    for quarter in [
        "/viec/khong-co/2024-Q2",
        "/viec/--out=x/2024-Q2",
        "/viec/..%2fx/2024-Q2",
        "/viec/hai-xa/2024-Q9",
    ] {
        for step in ["mo-ky", "bieu", "kiem-tra", "lap", "ban-hanh"] {
            assert_eq!(
                page.post(&format!("{quarter}/{step}"), &[]).status,
                404,
                "{quarter}/{step}"
            );
        }
    }
    for path in ["/dang-lam/khong-co", "/dang-lam/..%2f..", &format!("{QUARTER}/khac")] {
        assert_eq!(page.get(path).status, 404, "{path}");
    }
    assert!(!page.dossier.is_there("out"), "nothing was written");
}
