//! The board's own texts written on the page, with the units' words at hand, and documents put right. Not for figures
//! ([`super::fill_in`]).

use super::fill_in::dossier;
use super::walkthrough::Walkthrough;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/tong-hop/nhap";
const FILE: &str = "inputs/hai-xa/2024-Q2/_tong-hop.yaml";

#[test]
fn a_unit_is_quoted_by_a_button_below_the_text_and_the_roll_up_prints_it() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    walk.go_to("/ho-so/hai-xa/2024-Q2");
    walk.follows("Điền lời văn của Ban");
    walk.comes_to("Điền lời văn");
    walk.look("lời của Ban");
    walk.browser.click("details:has([data-vao=\"loi.danh_gia.han_che\"]) > summary");
    walk.look("lời của Ban, lời đơn vị");
    walk.browser.click("[data-chen=\"{{ don_vi.doi-may.danh_gia.han_che }}\"]");
    assert_eq!(walk.has("loi.danh_gia.han_che"), "{{ don_vi.doi-may.danh_gia.han_che }}");
    let printed = || {
        let said = "return Array.from(document.querySelectorAll('#xem figure details p'), (e) => e.textContent).join(' ')";
        let said = walk.browser.script(said, &[]);
        said.as_str()
            .is_some_and(|said| said.contains("Còn một thôn thiếu nhân viên"))
            .then_some(())
    };
    walk.browser.until("the roll-up would print it", printed);
    walk.saves();
    walk.comes_to("Đã lưu");
    assert!(walk.page.dossier.read(FILE).contains("don_vi.doi-may.danh_gia.han_che"));
}

#[test]
fn a_listed_document_is_put_right_and_another_taken_out() {
    let list = "lanh_dao:\n  van_ban:\n    - { loai: Công văn, so: 12-CV/BTG, ngay: 2024-05-02 }\n    - { loai: Kế hoạch, so: 7-KH/BTG, ngay: 2024-05-20 }\n";
    let listed = dossier().edit(FILE, |text| format!("{text}{list}"));
    let Some(walk) = Walkthrough::begin(listed, "2024-06-25") else { return };
    walk.go_to(FORM);
    walk.types("vbc.1.trich_yeu", "về đôn đốc");
    walk.browser.click("[id=\"vbc.2.bo\"]");
    walk.look("văn bản đã kê");
    walk.saves();
    walk.comes_to("Đã lưu");
    walk.look("đã lưu văn bản");
    let now = walk.page.dossier.read(FILE);
    assert!(
        now.contains("trich_yeu: \"về đôn đốc\"") || now.contains("trich_yeu: về đôn đốc"),
        "{now}"
    );
    assert!(!now.contains("7-KH/BTG"), "{now}");
}
