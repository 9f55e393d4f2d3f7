//! Documents issued on the local page: shown first, done when confirmed, as the command does it. Not for the register itself
//! ([`crate::issued`]).
#![expect(clippy::disallowed_methods, reason = "what is on the disk is looked at")]

use super::browser::{Page, words};
use crate::dossier::files;
use crate::issued::two_communes;

const ALL: &str = "/viec/hai-xa/2024-Q2/ban-hanh";
const ONE: &str = "/viec/hai-xa/2024-Q2/ban-hanh/suoi-bac";
const FIRST: [(&str, &str); 3] =
    [("viec", "ban-hanh"), ("ngay", "2024-06-18"), ("con_canh_bao", "co")];

fn opened() -> Page {
    Page::open(two_communes(), "2024-06-25")
}

/// Does what was looked at.
#[track_caller]
fn confirmed(page: &Page, path: &str, form: &[(&str, &str)]) -> String {
    let before = files(&page.dossier.path("inputs"));
    let looked = words(&page.post(path, form).page());
    assert!(looked.contains("Chưa làm gì"), "{looked}");
    assert!(files(&page.dossier.path("inputs")) == before, "done before it was confirmed");
    page.done(path, &[form, &[("xac_nhan", "co")]].concat())
}

#[test]
fn a_report_is_issued_as_the_command_issues_it_once_that_is_confirmed() {
    let twin = two_communes();
    let own = ["issue", "hai-xa", "2024-Q2", "suoi-bac", "--date", "2024-06-18", "--with-warnings"];
    let told = twin.run(own).ends_with(0);
    let page = opened();
    let looked = words(&page.post(ONE, &FIRST).page());
    for part in ["Ban hành: xã Suối Bạc", "18/6/2024", "Sẽ ban hành", "số 01-BC/ĐU"] {
        assert!(looked.contains(part), "{looked}");
    }
    let said = confirmed(&page, ONE, &FIRST);
    let first = told.stdout.lines().next().expect("a line");
    assert!(said.contains(first), "{said}\n{first}");
    assert!(files(&page.dossier.path("inputs")) == files(&twin.path("inputs")), "another register");
    assert!(page.dossier.has("hai-xa/2024-Q2/suoi-bac"));
    let again = confirmed(&page, ONE, &FIRST);
    assert!(again.contains("lỗi [S06]"), "{again}");
    assert!(files(&page.dossier.path("inputs")) == files(&twin.path("inputs")), "issued twice");
}

#[test]
fn an_issued_report_is_replaced_and_voided_with_the_reason_typed() {
    let page = opened();
    confirmed(&page, ONE, &FIRST);
    let reason = "sửa số <b>liệu</b>";
    let replace = [
        ("viec", "thay"),
        ("so_cu", "1"),
        ("ly_do", reason),
        ("ngay", "2024-06-19"),
        ("con_canh_bao", "co"),
    ];
    let seen = page.post(ONE, &replace).page();
    assert!(!seen.contains("<b>liệu</b>") && words(&seen).contains(reason), "{seen}");
    let replace = replace
        .map(|(name, value)| if name == "ly_do" { (name, "sửa số liệu") } else { (name, value) });
    let said = confirmed(&page, ONE, &replace);
    assert!(said.contains("số 02-BC/ĐU"), "{said}");
    let void = [("viec", "huy"), ("so_cu", "2"), ("ly_do", "cấp nhầm")];
    let said = confirmed(&page, ONE, &void);
    assert!(said.contains("Đã hủy số 02-BC/ĐU: cấp nhầm"), "{said}");
    let listed = words(&page.get("/so-dang-ky").page());
    for part in ["01-BC/ĐU", "02-BC/ĐU (đã hủy)", "đã hủy số: cấp nhầm", "Trần Văn Mẫu"]
    {
        assert!(listed.contains(part), "{part}: {listed}");
    }
}

#[test]
fn what_stands_against_a_number_is_told_before_it_is_asked_for_and_nothing_typed_is_lost() {
    let page = opened();
    let typed = [("viec", "ban-hanh"), ("ngay", "2024-06-18"), ("so", "7"), ("ghi_chu", "gửi gấp")];
    let looked = page.post(ONE, &typed).page();
    assert!(looked.contains("lỗi [S06]") && !looked.contains("Sẽ ban hành"), "{looked}");
    assert!(looked.contains("ô «Lý do nhảy số»"), "where it is on the page: {looked}");
    let (_, back) = looked.rsplit_once("class=\"nut\" href=\"").expect("a way back");
    let again = page.get(&back.split('"').next().unwrap_or_default().replace("&amp;", "&")).page();
    for kept in ["value=\"7\"", "value=\"gửi gấp\"", "value=\"2024-06-18\""] {
        assert!(again.contains(kept), "{kept}: {again}");
    }
}

#[test]
fn an_issued_report_that_changed_is_shown_as_a_draft_beside_it() {
    let page = opened();
    confirmed(&page, ONE, &FIRST);
    let unit = "/ho-so/hai-xa/2024-Q2/suoi-bac";
    let shown = words(&page.get(unit).page());
    assert!(shown.contains("Đã ban hành số 01-BC/ĐU.") && shown.contains("Số 01-BC/ĐU"), "{shown}");
    let issued = page.get(&format!("{unit}/ban-hanh/6-thang"));
    assert!(issued.header("content-type") == Some("application/pdf"), "as it was issued");
    let file = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
    let other = page.dossier.read(file).replace("nguoi_bhyt: 950", "nguoi_bhyt: 940");
    page.dossier.put(file, &other);
    let shown = words(&page.get(unit).page());
    assert!(shown.contains("Từ đó số liệu, lời văn hoặc khuôn mẫu đã đổi"), "{shown}");
    let (_, sheet) = shown.split_once("Chữ của trang 1").expect("the page in words");
    assert!(sheet.contains("940") && !sheet.contains("Số 01-BC/ĐU"), "{sheet}");
    assert!(sheet.contains("Dự thảo"), "{sheet}");
    assert!(page.get(&format!("{unit}/nhap")).page().contains("đã ban hành số 01-BC/ĐU"));
    let kept = page.get(&format!("{unit}/ban-hanh/6-thang"));
    assert!(kept.bytes == issued.bytes, "the issued one stays");
}

#[test]
fn a_signed_copy_is_entered_once_it_was_looked_at() {
    let page = opened();
    confirmed(&page, ONE, &FIRST);
    let kept = "inputs/hai-xa/da-ban-hanh/2024-Q2/suoi-bac.so-1/bao-cao.pdf";
    let kept = std::fs::read(page.dossier.path(kept)).expect("what was kept");
    let copy = [kept.as_slice(), b"\n% signature"].concat();
    let path = format!("{ONE}/ban-ky");
    assert_eq!(page.send(&path, &[], &[]).status, 400, "nothing was chosen");
    let before = files(&page.dossier.path("inputs"));
    let looked = page.send(&path, &[("bản ký.pdf", &copy)], &[("ngay", "2024-06-19")]).page();
    assert!(words(&looked).contains("bản ký.pdf"), "{looked}");
    assert!(files(&page.dossier.path("inputs")) == before, "entered before it was confirmed");
    let at = looked.split(&format!("action=\"{path}/")).nth(1).expect("a button");
    let at = format!("{path}/{}", at.split('"').next().expect("an address"));
    let said = page.done(&at, &[("ngay", "2024-06-19"), ("xac_nhan", "co")]);
    assert!(said.contains("phần đầu trùng từng byte"), "{said}");
    assert_eq!(page.dossier.read("inputs/so-dang-ky.yaml").matches("viec: ban-ky").count(), 1);
    assert_eq!(page.post(&at, &[]).status, 410, "once more");
}

#[test]
fn every_unit_gets_its_number_at_once() {
    let page = opened();
    let seen = words(&page.get(ALL).page());
    for part in ["xã Suối Bạc", "xã Đồi Mây", "Tổng hợp toàn huyện"] {
        assert!(seen.contains(part), "{seen}");
    }
    let said = confirmed(&page, ALL, &[("ngay", "2024-06-18"), ("con_canh_bao", "co")]);
    assert!(said.contains("Đã cấp 2 số"), "{said}");
    assert_eq!(words(&page.get(ALL).page()).matches("01-BC/ĐU").count(), 2);
}

#[test]
fn what_is_typed_is_a_value_and_never_an_option() {
    let page = opened();
    let before = files(&page.dossier.path("inputs"));
    for (field, typed) in
        [("ngay", "--all"), ("so", "--void=1"), ("so_ban", "x"), ("so", "1 --inputs /")]
    {
        let form =
            [("viec", "ban-hanh"), (field, typed), ("xac_nhan", "co"), ("ngay", "2024-06-18")];
        let said = page.done(ONE, &form);
        assert!(
            said.contains("Chưa làm được") && said.contains("không dùng được"),
            "{field}: {said}"
        );
    }
    for (path, form) in [
        (format!("{ALL}/--all"), FIRST),
        (format!("{ALL}/khong-co"), FIRST),
        (ONE.to_owned(), [("viec", "huy"), ("ngay", "2024-06-18"), ("xac_nhan", "co")]),
        (ONE.to_owned(), [("viec", "khac"), ("ngay", "2024-06-18"), ("xac_nhan", "co")]),
    ] {
        assert_eq!(page.post(&path, &form).status, 404, "{path}");
    }
    assert!(files(&page.dossier.path("inputs")) == before, "something was issued");
}

#[test]
fn the_register_is_taken_along_as_the_command_writes_it() {
    let page = opened();
    assert!(words(&page.get("/so-dang-ky").page()).contains("chưa có văn bản nào"));
    confirmed(&page, ONE, &FIRST);
    page.dossier.run(["register", "--xlsx", "so.xlsx", "--pdf", "so.pdf"]).ends_with(0);
    for ending in ["xlsx", "pdf"] {
        let own = std::fs::read(page.dossier.path(&format!("so.{ending}"))).expect("a sheet");
        let answer = page.get(&format!("/so-dang-ky/{ending}"));
        assert!(answer.status == 200 && answer.bytes == own, "another {ending}");
    }
}
