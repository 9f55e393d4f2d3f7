//! The board's own texts filled in on the page: read from and written to `_tong-hop.yaml`, with what units wrote at hand. Not for
//! returns of units ([`super::entry`]).

use super::browser::Page;
use super::form::{fields, post, value, with};
use crate::dossier::Dossier;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/tong-hop/nhap";
const FILE: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";

fn opened() -> Page {
    Page::open(Dossier::case("hai-xa"), "2024-06-25")
}

#[test]
fn the_board_writes_its_texts_and_the_roll_up_prints_them() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let shown = page.get(FORM).page();
    assert!(!shown.contains("name=\"so.dan_so\""), "the area has no figures of its own");
    let form = with(
        fields(&shown),
        &[("loi.danh_gia.han_che", "Lời của Ban."), ("vb.1.loai", "Công văn")],
    );
    let live = post(&page, &format!("{FORM}/xem-ngay"), &form).page();
    assert!(live.contains("Lời của Ban."), "the page it would print has it: {live}");
    assert_eq!(page.dossier.read(FILE), before, "nothing is written while one types");
    let saved = post(&page, FORM, &form).page();
    assert!(saved.contains("danh_gia.han_che") && saved.contains("_tong-hop.yaml"), "{saved}");
    let now = page.dossier.read(FILE);
    assert!(now.starts_with(before.trim_end()) && now.contains("Lời của Ban."), "{now}");
    let told = page.get("/ho-so/hai-xa/2024-Q2/tong-hop").page();
    assert!(told.contains("Lời của Ban."), "{told}");
    assert!(
        told.contains("/tong-hop/nhap#loi.danh_gia.han_che"),
        "its sentence leads to its field"
    );
}

#[test]
fn what_units_wrote_is_at_hand_by_the_name_it_is_quoted_by() {
    let page = opened();
    let shown = page.get(FORM).page();
    assert!(shown.contains("Còn một thôn thiếu nhân viên."), "{shown}");
    let quoted = "{{ don_vi.doi-may.danh_gia.han_che }}";
    assert!(
        shown.contains(&format!("data-chen=\"{quoted}\" data-vao=\"loi.danh_gia.han_che\"")),
        "{shown}"
    );
    post(&page, FORM, &with(fields(&shown), &[("loi.danh_gia.han_che", quoted)])).page();
    let told = page.get("/ho-so/hai-xa/2024-Q2/tong-hop").page();
    assert!(told.contains("Còn một thôn thiếu nhân viên."), "{told}");
}

#[test]
fn a_file_that_is_not_there_is_begun() {
    let page = Page::open(Dossier::case("hai-xa").remove(FILE), "2024-06-25");
    let form = fields(&page.get(FORM).page());
    assert_eq!(value(&form, "chot_den"), "");
    let typed = [("chot_den", "2024-06-14"), ("loi.phuong_huong", "- Họp dân.")];
    post(&page, FORM, &with(form, &typed)).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("tong-hop.json") && now.contains("chot_den: 2024-06-14"), "{now}");
    assert!(now.contains("phuong_huong: |\n  - Họp dân.") && !now.contains("don_vi:"), "{now}");
    page.dossier.run(["check", "--period", "2024-Q2"]).ends_with(0);
}

#[test]
fn a_file_another_changed_is_not_written_over_and_unsaved_words_stay() {
    let page = opened();
    let form = with(fields(&page.get(FORM).page()), &[("loi.tinh_hinh", "Lời gõ dở.")]);
    post(&page, &format!("{FORM}/xem-ngay"), &form).page();
    assert_eq!(value(&fields(&page.get(FORM).page()), "loi.tinh_hinh"), "Lời gõ dở.");
    let other = format!("{}tinh_hinh: Lời người khác.\n", page.dossier.read(FILE));
    page.dossier.put(FILE, &other);
    let answer = post(&page, FORM, &form);
    assert_eq!(answer.status, 409);
    assert!(
        answer.text().contains("Trong tệp nay là: <b>Lời người khác.</b>"),
        "{}",
        answer.text()
    );
    assert_eq!(page.dossier.read(FILE), other);
}
