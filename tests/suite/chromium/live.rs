//! The form of a return while one types: the page it will print, findings and shares follow, numbers and sentences lead on, no typed
//! word is lost. Not for saving ([`super::fill_in`]).

use serde_json::json;

use super::fill_in::dossier;
use super::walkthrough::Walkthrough;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap";

fn begin() -> Option<Walkthrough> {
    let walk = Walkthrough::begin(dossier(), "2024-06-25")?;
    walk.go_to(FORM);
    Some(walk)
}

impl Walkthrough {
    /// The addresses of the printed pages' pictures.
    fn pictures(&self) -> Vec<String> {
        let script = "return Array.from(document.querySelectorAll('svg.trang image'), (e) => e.getAttribute('href'))";
        let all = self.browser.script(script, &[]);
        let all = all.as_array().expect("addresses");
        all.iter().filter_map(|one| one.as_str().map(str::to_owned)).collect()
    }

    /// Waits until the words of an element have these in them.
    #[track_caller]
    fn says(&self, selector: &str, words: &str) {
        let there = || self.browser.words(selector).contains(words).then_some(());
        self.browser.until(&format!("{selector} says {words}"), there);
    }

    /// Clicks on the first region of a printed page that leads so.
    #[track_caller]
    fn clicks_on_page(&self, leads: &str) {
        let script = "const all = document.querySelectorAll(arguments[0]);
            if (all.length > 0) { all[0].dispatchEvent(new MouseEvent('click', { bubbles: true, cancelable: true })); }
            return all.length";
        let there = || {
            let count = self.browser.script(script, &[json!(leads)]);
            count.as_u64().filter(|count| *count > 0)
        };
        self.browser.until(&format!("a region {leads}"), there);
    }

    /// The field that has the focus.
    fn focused(&self) -> String {
        let id = self.browser.script("return document.activeElement.id", &[]);
        id.as_str().unwrap_or_default().to_owned()
    }
}

#[test]
fn the_printed_page_follows_what_is_typed_and_the_others_stay() {
    let Some(walk) = begin() else { return };
    let before = walk.pictures();
    assert!(before.len() > 1, "{before:?}");
    walk.types("loi.tinh_hinh", "Xã vừa qua mùa lũ.");
    let changed = || {
        let now = walk.pictures();
        let said = walk
            .browser
            .script("return document.querySelector('#xem figure details p').textContent", &[]);
        let there = said.as_str().is_some_and(|said| said.contains("mùa lũ."));
        (now.len() == before.len() && now[0] != before[0] && there).then_some(now)
    };
    let now = walk.browser.until("the first page is another", changed);
    assert_eq!(now.last(), before.last(), "a page that looks as before is not asked for again");
    walk.look("nhập, trang in theo lời vừa gõ");
    assert!(!walk.page.dossier.read("inputs/hai-xa/2024-Q2/suoi-bac.yaml").contains("mùa lũ"));
}

#[test]
fn a_broken_rule_its_question_and_the_share_stand_beside_the_figure_as_one_types() {
    let Some(walk) = begin() else { return };
    let beside = "[data-kem=\"so.nguoi_bhyt\"]";
    let share = walk.browser.words(beside);
    walk.types("so.nguoi_bhyt", "1100");
    walk.says(beside, "lỗi [V02]");
    walk.says("#xem-bao", "1 lỗi");
    walk.says("#xem-cu", "Sửa các lỗi");
    assert!(!walk.pictures().is_empty(), "the last right pages stay");
    walk.look("nhập, số vượt dân số");
    walk.types("so.nguoi_bhyt", "900");
    let other = || {
        let now = walk.browser.words(beside);
        (now.contains("mục tiêu") && now != share).then_some(())
    };
    walk.browser.until("the share is that of the new figure", other);
    walk.types("so.dan_so", "960");
    walk.says("[data-kem=\"so.dan_so\"]", "[V07]");
    let asked = || (walk.browser.shown("[id=\"loi.giai_trinh.dan_so\"]") == 1).then_some(());
    walk.browser.until("why it fell is asked", asked);
    walk.look("nhập, hỏi giải trình");
    walk.types("loi.giai_trinh.dan_so", "Hai mươi hộ chuyển đi.");
    let gone = || (!walk.browser.words("[data-kem=\"so.dan_so\"]").contains("[V07]")).then_some(());
    walk.browser.until("it is answered", gone);
    walk.saves();
    walk.comes_to("Đã lưu");
    assert!(walk.words().contains("Hai mươi hộ chuyển đi."), "{}", walk.words());
}

#[test]
fn a_sentence_leads_to_its_field_and_a_number_to_where_it_comes_from() {
    let Some(walk) = begin() else { return };
    walk.clicks_on_page("svg.trang a[href=\"#loi.danh_gia.han_che\"]");
    assert_eq!(walk.focused(), "loi.danh_gia.han_che");
    walk.types("so.nguoi_bhyt", "955");
    walk.clicks_on_page("svg.trang a[data-so=\"chi-tieu/bhyt\"]");
    walk.says("#nguon-so", "955");
    walk.says("#nguon-so", "suoi-bac.yaml");
    assert_eq!(walk.focused(), "so.nguoi_bhyt");
    walk.look("nhập, số từ đâu ra");
}

#[test]
fn a_figure_is_put_into_a_text_by_its_name() {
    let Some(walk) = begin() else { return };
    walk.types("loi.tinh_hinh", "Xã có ");
    walk.follows("Dẫn số liệu vào lời văn");
    let script = "const put = document.querySelector('[data-chen=\"{{ so_lieu.dan_so }}\"]');
        if (put && put.checkVisibility()) { put.click(); return true; } return false";
    let put = || (walk.browser.script(script, &[]) == json!(true)).then_some(());
    walk.browser.until("the figure can be put in", put);
    assert_eq!(walk.has("loi.tinh_hinh"), "Xã có {{ so_lieu.dan_so }}");
    walk.says("#xem-trang", "");
    let printed = || {
        let said = "return document.querySelector('#xem figure details p').textContent";
        let said = walk.browser.script(said, &[]);
        said.as_str().is_some_and(|said| said.contains("Xã có 1.000")).then_some(())
    };
    walk.browser.until("the number is printed", printed);
}

#[test]
fn a_closed_tab_loses_no_typed_word() {
    let Some(walk) = begin() else { return };
    walk.types("loi.tinh_hinh", "Lời gõ dở.");
    walk.says("#xem-bao", "Chưa lưu");
    walk.go_to("/");
    walk.go_to(FORM);
    assert_eq!(walk.has("loi.tinh_hinh"), "Lời gõ dở.");
    assert!(walk.words().contains("Có lời đã gõ mà chưa lưu"), "{}", walk.words());
    walk.look("nhập, có lời chưa lưu");
    walk.follows("Bỏ lời chưa lưu");
    let empty = || walk.has("loi.tinh_hinh").is_empty().then_some(());
    walk.browser.until("the file's words are back", empty);
}
