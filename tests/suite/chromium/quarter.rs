//! A quarter done on the page: a filled form taken in, reports built, one issued, corrected and issued anew. Not for filling a return in
//! by hand ([`super::fill_in`]).

use super::walkthrough::Walkthrough;
use crate::forms::{SUOI_BAC, filled, form};
use crate::issued::two_communes;

const FILE: &str = "inputs/hai-xa/2025-Q1/suoi-bac.yaml";

/// The page of a quarter for which the form of one commune came back.
pub(super) fn begin() -> Option<Walkthrough> {
    let dossier = two_communes();
    dossier.run(["new", "2025-Q1", "hai-xa"]).ends_with(0);
    dossier.run(["form", "2025-Q1"]).ends_with(0);
    let came_back = filled(form(&dossier, SUOI_BAC)).bytes();
    let walk = Walkthrough::begin(dossier.write("gui-ve/suoi-bac.xlsx", came_back), "2025-03-18")?;
    walk.go_to("/ho-so/hai-xa/2025-Q1");
    Some(walk)
}

impl Walkthrough {
    /// Waits until the page says so.
    #[track_caller]
    pub(super) fn tells(&self, words: &str) {
        let there = || self.words().contains(words).then_some(());
        self.browser.until(&format!("the page tells {words}"), there);
    }
}

#[test]
fn a_form_is_dropped_looked_at_and_taken_in_then_a_report_is_issued_and_corrected() {
    let Some(walk) = begin() else { return };
    let before = walk.page.dossier.read(FILE);
    walk.follows("Nhập biểu, bảng, bản Word");
    walk.comes_to("Nhập biểu, bảng, bản Word");
    walk.look("nhập tệp");
    walk.browser.choose("#tep", &walk.page.dossier.path("gui-ve/suoi-bac.xlsx"));
    walk.follows("Xem trước");
    walk.tells("Xem trước: đọc được hết");
    assert!(walk.words().contains("Chưa ghi gì."), "{}", walk.words());
    assert_eq!(walk.page.dossier.read(FILE), before, "a dry run writes nothing");
    walk.look("nhập tệp, xem trước");
    walk.carries_out();
    walk.tells("Xong");
    assert!(walk.page.dossier.read(FILE).contains("dan_so: 1010"));
    walk.look("đã nhập tệp");

    walk.go_to("/ho-so/hai-xa/2025-Q1");
    walk.look("kỳ có việc tiếp theo");
    walk.follows("Lập báo cáo");
    walk.tells("Về bảng tình hình");
    assert!(walk.page.dossier.has("hai-xa/2025-Q1/suoi-bac"));
    walk.look("đã lập");

    let issue = "/viec/hai-xa/2025-Q1/ban-hanh/suoi-bac";
    walk.go_to(issue);
    walk.look("ban hành một báo cáo");
    walk.browser.click("[name=con_canh_bao]");
    walk.follows("Xem lại trước khi ban hành");
    walk.tells("Chưa làm gì");
    walk.look("ban hành, xem lại");
    walk.carries_out();
    walk.tells("01-BC/ĐU");

    walk.go_to("/ho-so/hai-xa/2025-Q1/suoi-bac/nhap");
    walk.types("so.nguoi_bhyt", "985");
    walk.saves();
    walk.comes_to("Đã lưu");
    assert!(walk.words().contains("[S03]"), "what was issued is told: {}", walk.words());
    walk.go_to(issue);
    walk.follows("Ban hành bản thay thế");
    walk.types("y-ly-do", "sửa số người có thẻ");
    walk.browser.click("#y-ngay ~ label.chon input");
    walk.follows("Xem lại trước khi thay thế");
    walk.tells("Chưa làm gì");
    walk.carries_out();
    walk.tells("02-BC/ĐU");
    walk.go_to("/so-dang-ky");
    walk.tells("02-BC/ĐU");
    walk.look("sổ đăng ký");
}

#[test]
fn a_document_drawn_up_elsewhere_is_entered_and_what_changed_is_had_as_pages() {
    let Some(walk) = begin() else { return };
    walk.go_to("/so-dang-ky");
    walk.follows("Vào sổ văn bản lập ngoài chương trình");
    walk.comes_to("Vào sổ văn bản");
    walk.look("vào sổ");
    for (field, words) in [
        ("co_quan", "Đảng ủy xã Suối Bạc"),
        ("loai", "Báo cáo"),
        ("so", "4"),
        ("ky_hieu", "BC/ĐU"),
        ("nhiem_ky", "2025"),
        ("trich_yeu", "về phòng dịch"),
        ("noi_nhan", "Huyện ủy\nLưu Văn phòng"),
    ] {
        walk.types(field, words);
    }
    let day = "document.getElementById('ngay').value = '2025-02-10'";
    walk.browser.script(day, &[]);
    walk.follows("Xem lại trước khi vào sổ");
    walk.tells("Chưa làm gì");
    walk.look("vào sổ, xem lại");
    walk.carries_out();
    walk.tells("nhiệm kỳ gồm năm đầu và năm cuối");
    walk.go_to("/so-dang-ky/vao-so?co_quan=Đảng ủy xã Suối Bạc&loai=Báo cáo&so=4&ky_hieu=BC/ĐU&nhiem_ky=2020-2025&ngay=2025-02-10&trich_yeu=về phòng dịch");
    walk.follows("Xem lại trước khi vào sổ");
    walk.tells("Chưa làm gì");
    walk.carries_out();
    walk.tells("Đã vào sổ mục 1");
    walk.follows("Sổ đăng ký");
    walk.tells("04-BC/ĐU");
}

#[test]
fn every_page_of_an_action_is_as_it_must_be() {
    let Some(walk) = begin() else { return };
    for path in ["mo-ky", "bieu", "nhap", "cong-van", "ban-hanh", "so-sanh"] {
        walk.go_to(&format!("/viec/hai-xa/2025-Q1/{path}"));
        walk.look(path);
    }
}
