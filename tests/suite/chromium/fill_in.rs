//! A return filled in by the page: found, typed, saved, and a rule broken. Not for what happens when others write too
//! ([`super::conflict`]).

use super::walkthrough::Walkthrough;
use crate::dossier::Dossier;

const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

/// Two communes, one of whose returns has comments.
pub(super) fn dossier() -> Dossier {
    Dossier::case("hai-xa").edit(FILE, |text| {
        text.replace("dan_so: 1000", "dan_so: 1000   # theo Công an xã")
            .replace("so_lieu:", "# số liệu\nso_lieu:")
    })
}

#[test]
fn the_printed_address_opens_the_page_and_the_token_leaves_the_address_bar() {
    let Some(walk) = Walkthrough::begin(Dossier::samples(), "2024-10-01") else { return };
    assert_eq!(walk.path(), "/");
    walk.comes_to("Các hồ sơ");
    let seen = walk
        .browser
        .script("return document.cookie + performance.getEntriesByType('navigation')[0].name", &[]);
    assert!(!seen.to_string().contains(&walk.page.token), "no script sees the token: {seen}");
    walk.look("trang đầu");
}

#[test]
fn a_unit_is_found_without_accents_as_one_types() {
    let Some(walk) = Walkthrough::begin(Dossier::samples(), "2024-10-01") else { return };
    walk.go_to("/ho-so/lac-duong/2024-Q3");
    assert!(walk.finds("").len() > 3);
    assert_eq!(walk.finds("dung kno"), ["xã Đưng K'Nớ"]);
    walk.look("bảng đã lọc");
    assert!(walk.finds("khong co").is_empty());
    assert!(walk.words().contains("Không có đơn vị nào như thế."));
    walk.look("bảng không thấy ai");
    walk.finds("đưng");
    walk.follows("xã Đưng K'Nớ");
    walk.comes_to("Đưng K'Nớ");
}

#[test]
fn a_figure_is_typed_saved_and_told_and_the_file_keeps_all_else() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    let before = walk.page.dossier.read(FILE);
    walk.comes_to("Kế hoạch thử của hai xã");
    walk.follows("xã Suối Bạc");
    walk.comes_to("Suối Bạc");
    walk.look("một đơn vị");
    walk.follows("Điền số liệu");
    walk.comes_to("Điền số liệu");
    walk.look("nhập");
    walk.types("so.dan_so", "1012");
    walk.saves();
    walk.comes_to("Đã lưu");
    let told = walk.words();
    assert!(
        told.contains("so_lieu.dan_so") && told.contains("1000") && told.contains("1012"),
        "{told}"
    );
    assert_eq!(walk.page.dossier.read(FILE), before.replace("1000", "1012"));
    walk.look("đã lưu");
}

#[test]
fn a_broken_rule_is_found_in_the_words_of_check() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    walk.go_to("/ho-so/hai-xa/2024-Q2/suoi-bac/nhap");
    walk.types("so.nguoi_bhyt", "1100");
    walk.saves();
    walk.comes_to("Đã lưu");
    walk.follows("Xem báo cáo");
    walk.comes_to("Suối Bạc");
    let told = walk.page.dossier.check();
    let errors = told.errors();
    let [error] = errors.as_slice() else { panic!("one error: {}", told.stdout) };
    let words = walk.words();
    assert!(words.contains(&error.noi_dung) && words.contains(&error.ma), "{words}");
    assert!(words.contains(error.cach_sua.as_deref().unwrap_or_default()), "{words}");
    walk.look("đơn vị có lỗi");
}

#[test]
fn what_cannot_be_saved_is_named_leads_to_its_field_and_stays_as_typed() {
    let Some(walk) = Walkthrough::begin(dossier(), "2024-06-25") else { return };
    let before = walk.page.dossier.read(FILE);
    walk.go_to("/ho-so/hai-xa/2024-Q2/suoi-bac/nhap");
    walk.types("so.dan_so", "một nghìn");
    walk.types("loi.danh_gia.han_che", "Lời vừa gõ.");
    walk.saves();
    let told = || walk.browser.words("[role=alert]").contains("có 1 ô chưa đúng").then_some(());
    walk.browser.until("what is wrong is told first", told);
    assert!(walk.browser.title().starts_with("Chưa ghi: "), "{}", walk.browser.title());
    let said = "const field = document.getElementById('so.dan_so');
        return field.ariaInvalid + ' ' + document.getElementById(field.getAttribute('aria-describedby')).innerText";
    let said = walk.browser.script(said, &[]);
    assert!(said.as_str().is_some_and(|said| said.starts_with("true lỗi [")), "{said}");
    walk.look("nhập chưa đúng");
    walk.follows("Dân số");
    let focused = walk.browser.script("return document.querySelector(':target').id", &[]);
    assert_eq!(focused, "so.dan_so");
    assert_eq!(walk.has("so.dan_so"), "một nghìn");
    assert_eq!(walk.has("loi.danh_gia.han_che"), "Lời vừa gõ.");
    assert_eq!(walk.page.dossier.read(FILE), before);
    walk.types("so.dan_so", "1012");
    walk.saves();
    walk.comes_to("Đã lưu");
}
