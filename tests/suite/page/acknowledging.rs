//! Warnings acknowledged on the page with a reason, in the file they stand in. Not for what may be acknowledged ([`crate::findings`]).

use super::browser::{Page, words};
use crate::dossier::Dossier;

const UNIT: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac";
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

/// A return whose document is dated after the deadline.
fn late() -> Page {
    let dossier = Dossier::case("hai-xa").edit(FILE, |text| {
        text.replace("so_lieu:", "van_ban: { so: 5, ngay: 2024-06-28 }   # gửi muộn\nso_lieu:")
    });
    Page::open(dossier, "2024-07-01")
}

#[test]
fn a_warning_is_acknowledged_with_its_reason_and_nothing_else_changes() {
    let page = late();
    let before = page.dossier.read(FILE);
    let told = page.get(UNIT).page();
    assert!(told.contains("cảnh báo [V13]") && told.contains("Đúng như vậy, vì"), "{told}");
    let address = format!("{UNIT}/nhap/xac-nhan");
    let form = |reason| [("ma", "V13"), ("o", "van_ban"), ("ly_do", reason)];
    assert_eq!(page.post(&address, &form(" . ")).status, 422, "a reason says something");
    assert_eq!(page.dossier.read(FILE), before);
    let saved = words(&page.post(&address, &form("mưa lũ: \"cô lập\" # ba ngày")).page());
    assert!(saved.contains("Đã lưu") && saved.contains("V13, van_ban"), "{saved}");
    let now = page.dossier.read(FILE);
    let item = "chap_nhan:\n  - { ma: V13, o: \"van_ban\", ly_do: \"mưa lũ: \\\"cô lập\\\" # ba ngày\" }\n";
    assert!(now.contains(item) && now.contains("# gửi muộn"), "{now}");
    let told = page.get(UNIT).page();
    assert!(told.contains("ghi chú [V13]") && told.contains("đã xác nhận: mưa lũ"), "{told}");
    assert!(!told.contains("Đúng như vậy, vì"), "{told}");
}

#[test]
fn what_names_no_rule_or_no_file_acknowledges_nothing() {
    let page = late();
    let before = page.dossier.read(FILE);
    let address = format!("{UNIT}/nhap/xac-nhan");
    assert_eq!(page.post(&address, &[("ma", "Z99"), ("o", "a"), ("ly_do", "đúng")]).status, 404);
    let elsewhere = "/ho-so/hai-xa/2024-Q2/khong-co/nhap/xac-nhan";
    assert_eq!(page.post(elsewhere, &[("ma", "V13"), ("o", "a"), ("ly_do", "đúng")]).status, 404);
    assert_eq!(page.dossier.read(FILE), before);
}
