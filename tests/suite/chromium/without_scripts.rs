//! The page where the browser runs no scripts: found, filled in, previewed, saved, taken in, built and issued by forms alone. Not for
//! what scripts add ([`super::live`]).

use serde_json::json;

use super::fill_in;
use super::quarter;
use super::walkthrough::Walkthrough;

impl Walkthrough {
    /// Lets the browser run no script of any page from now on.
    fn without_scripts(self) -> Self {
        self.browser.devtools("Emulation.setScriptExecutionDisabled", &json!({ "value": true }));
        self
    }

    /// Nothing is shown that would do nothing.
    #[track_caller]
    fn offers_what_works(&self) {
        for dead in [
            "[data-chen]",
            "[data-nhu]",
            "[data-co]:not(section)",
            "[data-moi]",
            "button[type=button]",
        ] {
            assert_eq!(self.browser.shown(dead), 0, "{dead} does nothing without scripts");
        }
    }
}

#[test]
fn a_return_is_found_filled_in_previewed_and_saved() {
    let Some(walk) = Walkthrough::begin(fill_in::dossier(), "2024-06-25") else { return };
    let walk = walk.without_scripts();
    walk.go_to("/ho-so/hai-xa/2024-Q2");
    walk.browser.type_into("#tim", "suoi bac");
    walk.follows("Tìm");
    let one = || (walk.browser.shown("[data-tim]") == 1).then_some(());
    walk.browser.until("one unit is left", one);
    walk.follows("xã Suối Bạc");
    walk.comes_to("xã Suối Bạc");
    walk.follows("Điền số liệu");
    walk.comes_to("Điền số liệu");
    walk.offers_what_works();
    walk.types("so.nguoi_bhyt", "1100");
    walk.types("loi.tinh_hinh", "Xã vừa qua mùa lũ.");
    walk.follows("Xem trước, chưa lưu");
    let told = || walk.words().contains("[V02]").then_some(());
    walk.browser.until("the broken rule is told", told);
    assert!(walk.words().contains("Có lời đã gõ mà chưa lưu"), "{}", walk.words());
    walk.types("so.nguoi_bhyt", "960");
    walk.follows("Xem trước, chưa lưu");
    let printed = || {
        let said = "return document.querySelector('#xem figure details p')?.textContent ?? ''";
        let said = walk.browser.script(said, &[]);
        said.as_str().is_some_and(|said| said.contains("mùa lũ.")).then_some(())
    };
    walk.browser.until("the page it would print is shown", printed);
    walk.offers_what_works();
    walk.saves();
    walk.comes_to("Đã lưu");
    let now = walk.page.dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    assert!(now.contains("nguoi_bhyt: 960") && now.contains("Xã vừa qua mùa lũ."), "{now}");
}

#[test]
fn a_quarter_goes_its_way() {
    let Some(walk) = quarter::begin() else { return };
    let walk = walk.without_scripts();
    walk.go_to("/viec/hai-xa/2025-Q1/nhap");
    walk.offers_what_works();
    walk.browser.choose("#tep", &walk.page.dossier.path("gui-ve/suoi-bac.xlsx"));
    walk.follows("Xem trước");
    walk.tells("Xem trước: đọc được hết");
    walk.carries_out();
    walk.tells("Xong");
    walk.go_to("/ho-so/hai-xa/2025-Q1");
    walk.follows("Lập báo cáo");
    walk.tells("Về bảng tình hình");
    assert!(walk.page.dossier.has("hai-xa/2025-Q1/suoi-bac"));
    walk.go_to("/viec/hai-xa/2025-Q1/ban-hanh/suoi-bac");
    walk.browser.click("[name=con_canh_bao]");
    walk.follows("Xem lại trước khi ban hành");
    walk.tells("Chưa làm gì");
    walk.carries_out();
    walk.tells("01-BC/ĐU");
}
