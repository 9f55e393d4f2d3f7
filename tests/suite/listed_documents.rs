//! Documents and their numbers: listed in their own time and by their own issuer, cited after they were issued, each number
//! used once. Not for the dates of a return itself ([`crate::figures`]).

use crate::dossier::Dossier;
use crate::told::{Found, Told};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const NEIGHBOUR: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";
const BOARD: &str = "inputs/hai-xa/2024-Q1/_tong-hop.yaml";

fn document(number: &str, date: &str) -> String {
    format!("{{ loai: Công văn, so: {number}, ngay: {date} }}")
}

/// A file with these documents listed.
fn listed(dossier: Dossier, file: &str, documents: &[String]) -> Dossier {
    let all = documents.join(", ");
    dossier.edit(file, |own| format!("{own}lanh_dao: {{ van_ban: [{all}] }}\n"))
}

fn told(file: &str, documents: &[String]) -> Vec<Found> {
    listed(Dossier::case("hai-xa"), file, documents).check().of("V22")
}

#[test]
fn a_document_of_another_time_is_not_listed() {
    let found = told(FIRST, &[document("31-CV/ĐU", "2023-10-04")]);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert_eq!(one.o.as_deref(), Some("31-CV/ĐU"));
    assert!(one.noi_dung.contains("từ 01/01/2024 đến 31/3/2024"), "{one:?}");
    assert_eq!(told(FIRST, &[document("31-CV/ĐU", "2024-04-02")]).len(), 1);
    assert_eq!(told(FIRST, &[document("31-CV/ĐU", "2024-02-06")]), []);
    // Six months have those since January; a quarter has those since the last report's figures.
    assert_eq!(told(SECOND, &[document("31-CV/ĐU", "2024-02-06")]), []);
    let quarterly = || Dossier::case("hai-xa").replace(PLAN, "loai: 6-thang", "loai: quy");
    let of = |date| listed(quarterly(), SECOND, &[document("31-CV/ĐU", date)]).check().of("V22");
    assert_eq!((of("2024-03-28"), of("2024-03-11").len()), (vec![], 1));
}

#[test]
fn a_document_of_another_body_says_whose_it_is() {
    let found = told(FIRST, &[document("31-CV/HU", "2024-02-06")]);
    let [one] = &found[..] else { panic!("{found:?}") };
    assert!(one.noi_dung.contains("…/ĐU"), "{one:?}");
    let whose = "{ loai: Công văn, so: 31-CV/HU, ngay: 2024-02-06, co_quan: Huyện ủy }".to_owned();
    assert_eq!(told(FIRST, &[whose]), []);
    assert_eq!(told(BOARD, &[document("5-CV/BTGHU", "2024-02-06")]), []);
    assert_eq!(told(BOARD, &[document("5-CV/ĐU", "2024-02-06")]).len(), 1);
}

fn numbered(number: u32, date: &str) -> String {
    format!("van_ban: {{ so: {number}, ngay: {date} }}\n")
}

fn with_numbers(first: &str, second: &str) -> Dossier {
    let dossier = Dossier::case("hai-xa").edit(FIRST, |own| own + first);
    dossier.edit(SECOND, |own| own + second)
}

#[track_caller]
fn twice(told: &Told, file: &str, first: &str) {
    let found = told.one("V22");
    assert_eq!((found.tep.as_deref(), &*found.cho_khac[0].tep), (Some(file), first), "{found:?}");
    assert!(found.noi_dung.contains("đã dùng"), "{found:?}");
}

#[test]
fn a_number_is_used_once_a_year() {
    let (first, second) = (numbered(17, "2024-03-18"), numbered(17, "2024-06-18"));
    twice(&with_numbers(&first, &second).check(), SECOND, FIRST);
    let other = with_numbers(&first, &numbered(29, "2024-06-18"));
    assert_eq!(other.check().of("V22"), []);
    // Listed: another document, the same once more, one of another type.
    let lists = |number: &str, date: &str| {
        let dossier = listed(Dossier::case("hai-xa"), FIRST, &[document("8-CV/ĐU", "2024-02-06")]);
        listed(dossier, SECOND, &[document(number, date)]).check()
    };
    twice(&lists("08-CV/ĐU", "2024-05-06"), SECOND, FIRST);
    assert_eq!(lists("8-CV/ĐU", "2024-02-06").of("V22"), []);
    assert_eq!(lists("8-KH/ĐU", "2024-05-06").of("V22"), []);
    // Two of one day under one number.
    let of = |subject: &str| {
        format!("{{ loai: Công văn, so: 8-CV/ĐU, ngay: 2024-02-06, trich_yeu: {subject} }}")
    };
    assert_eq!(told(FIRST, &[of("về tiêm chủng"), of("về nước sạch")]).len(), 1);
    assert_eq!(told(FIRST, &[of("về tiêm chủng"), of("về tiêm chủng")]), []);
    // A report listed under a number that is this report's.
    let own = with_numbers(&first, "");
    let own = listed(own, FIRST, &[document("17-BC/ĐU", "2024-02-20")]);
    assert_eq!(own.check().of("V22").len(), 1);
    // Every unit has its own numbers.
    let both = with_numbers(&first, "").edit(NEIGHBOUR, |own| own + &first);
    assert_eq!(both.check().of("V22"), []);
}

#[test]
fn two_reports_of_one_file_have_two_numbers() {
    let two = "Q1: [{ loai: quy, han_nop: 03-20 }, { loai: 6-thang, han_nop: 03-25 }]";
    let dossier =
        || Dossier::case("hai-xa").replace(PLAN, "Q1: [{ loai: quy, han_nop: 03-20 }]", two);
    let same = dossier().edit(FIRST, |own| own + &numbered(17, "2024-03-18"));
    twice(&same.check(), FIRST, FIRST);
    let apart = "van_ban_khac: [{ loai: 6-thang, so: 18, ngay: 2024-03-19 }]\n";
    assert_eq!(same.edit(FIRST, |own| own + apart).check().of("V22"), []);
}

#[test]
fn letters_of_one_day_have_each_its_number() {
    let late = "Q1: [{ loai: quy, han_nop: 03-20 }, { loai: don-doc, han_nop: 03-31 }]";
    let letters = |second: u32| {
        let dossier = Dossier::case("hai-xa").remove(FIRST).remove(NEIGHBOUR);
        let dossier = dossier.replace(PLAN, "Q1: [{ loai: quy, han_nop: 03-20 }]", late);
        let all = format!(
            "van_ban_khac:\n  - {{ loai: don-doc, don_vi: suoi-bac, so: 40, ngay: 2024-03-22 }}\n  - {{ loai: don-doc, don_vi: doi-may, so: {second}, ngay: 2024-03-22 }}\n"
        );
        dossier.edit(BOARD, |own| own + &all).check()
    };
    twice(&letters(40), BOARD, BOARD);
    assert_eq!(letters(41).of("V22"), []);
}

#[test]
fn what_is_cited_was_there_before_the_report() {
    let dated = numbered(17, "2024-03-18");
    let late = listed(with_numbers(&dated, ""), FIRST, &[document("8-CV/ĐU", "2024-03-20")]);
    let found = late.check().one("V13");
    assert_eq!((&*found.muc_do, &*found.cho_khac[0].nhan), ("cảnh báo", "ngày báo cáo"));
    let cites = |text: &str| {
        let dossier = with_numbers(&dated, &format!("tinh_hinh: \"{text}\"\n"));
        let dossier = dossier.edit(FIRST, |own| format!("{own}tinh_hinh: \"{text}\"\n"));
        dossier.check().of("V13").len()
    };
    assert_eq!(cites("Theo Công văn số 12-CV/HU, ngày 21/3/2024 của Huyện ủy."), 1);
    assert_eq!(cites("Theo Công văn số 12-CV/HU, ngày 11/3/2024 của Huyện ủy."), 0);
    assert_eq!(cites("Hẹn khám lại trước ngày 21/4/2024."), 0);
    let before = Dossier::case("hai-xa").replace(PLAN, "ngay: 2024-01-05", "ngay: 2024-03-29");
    let before = before.edit(FIRST, |own| own + &dated);
    assert_eq!(before.check().one("V13").cho_khac[0].tep, PLAN);
}

#[test]
fn a_roll_up_is_not_older_than_what_it_adds_up() {
    let rolled = |date: &str| {
        let dossier =
            Dossier::case("hai-xa").edit(NEIGHBOUR, |own| own + &numbered(9, "2024-03-19"));
        dossier.replace(BOARD, "ngay: null", &format!("ngay: {date}")).check()
    };
    let found = rolled("2024-03-18").one("V13");
    assert_eq!((found.tep.as_deref(), &*found.cho_khac[0].tep), (Some(BOARD), NEIGHBOUR));
    assert_eq!(rolled("2024-03-19").of("V13"), []);
}

#[test]
fn a_year_that_cannot_be_is_told() {
    let text = |words: &str| {
        let dossier = Dossier::case("hai-xa");
        dossier.edit(FIRST, |own| format!("{own}tinh_hinh: \"{words}\"\n")).check().of("V13").len()
    };
    assert_eq!(text("Trạm xây năm 2107, sửa năm 1204."), 2);
    assert_eq!(text("Khám ngày 12/3/1024."), 1);
    assert_eq!(text("Trạm xây năm 1987, khám 1024 người, cấp 2204 thẻ."), 0);
    let listed = listed(Dossier::case("hai-xa"), FIRST, &[document("8-CV/ĐU", "1024-02-06")]);
    assert_eq!(listed.check().one("V13").muc_do, "lỗi");
    let other = "van_ban_khac: [{ loai: quy, so: 18, ngay: 2024-03-02 }]\n";
    let other = Dossier::case("hai-xa").edit(FIRST, |own| own + other);
    assert_eq!(other.check().one("V13").muc_do, "lỗi", "before its figures");
}
