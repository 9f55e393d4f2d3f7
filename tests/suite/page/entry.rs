//! A return filled in on the page: shown as the file is, written in place by the same road as a form; nothing typed and nothing on the
//! disk is lost. Not for who may do so ([`super::security`]).

#[cfg(unix)]
use baocao::disk::file_system::{FileSystem, Local};

use super::browser::Page;
use super::form::{fields, value, with};
use crate::dossier::Dossier;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap";
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

fn opened() -> Page {
    let dossier = Dossier::case("hai-xa").edit(FILE, |text| {
        text.replace("dan_so: 1000", "dan_so: 1000   # theo Công an xã")
            .replace("so_lieu:", "# số liệu\nso_lieu:")
    });
    Page::open(dossier, "2024-06-25")
}

fn post(page: &Page, form: &[(String, String)]) -> super::browser::Answer {
    super::form::post(page, FORM, form)
}

#[test]
fn a_figure_typed_on_the_page_changes_its_line_and_nothing_else() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let form = fields(&page.get(FORM).page());
    assert_eq!((value(&form, "so.dan_so"), value(&form, "chot_den")), ("1000", "2024-06-14"));
    let saved = post(&page, &with(form, &[("so.dan_so", "1012")])).page();
    assert!(saved.contains("so_lieu.dan_so") && saved.contains("1012"), "{saved}");
    assert_eq!(page.dossier.read(FILE), before.replace("1000", "1012"));
    page.dossier.run(["check", "--period", "2024-Q2"]).ends_with(0);
}

#[test]
fn what_is_sent_as_it_was_shown_writes_nothing() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let answer = post(&page, &fields(&page.get(FORM).page()));
    assert_eq!(
        (answer.status, answer.header("location")),
        (303, Some("/ho-so/hai-xa/2024-Q2/suoi-bac"))
    );
    assert_eq!(page.dossier.read(FILE), before);
}

#[test]
fn an_estimate_none_arose_and_a_text_are_chosen_and_typed() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let text = "Đường \"xa\": còn <khó> đi & dốc.\r\nCầu hỏng # chưa sửa.";
    let typed = [
        ("cach.dan_so", "uoc"),
        ("so.buoi", ""),
        ("cach.buoi", "khong_phat_sinh"),
        ("loi.danh_gia.han_che", text),
    ];
    post(&page, &with(form, &typed)).page();
    let now = page.dossier.read(FILE);
    for words in ["uoc: true", "buoi: khong-phat-sinh", "Cầu hỏng # chưa sửa.", "# theo Công an xã"]
    {
        assert!(now.contains(words), "{now}");
    }
    let again = fields(&page.get(FORM).page());
    assert_eq!(value(&again, "loi.danh_gia.han_che"), text, "it comes back as it was typed");
    assert_eq!(
        (value(&again, "cach.dan_so"), value(&again, "cach.buoi")),
        ("uoc", "khong_phat_sinh")
    );
}

#[test]
fn a_file_that_changed_meanwhile_is_not_written_over_and_both_are_shown() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let other = page.dossier.read(FILE).replace("1000", "1005").replace("so_thon: 4", "so_thon: 5");
    page.dossier.put(FILE, &other);
    let typed = [("so.dan_so", "1012"), ("loi.tinh_hinh", "Xã yên.")];
    let answer = post(&page, &with(form, &typed));
    assert_eq!(answer.status, 409);
    assert_eq!(page.dossier.read(FILE), other, "nothing is written");
    let told = answer.text();
    assert!(
        told.contains("Tệp đã đổi") && told.contains("Trong tệp nay là: <b>1005</b>"),
        "{told}"
    );
    let merged = fields(&told);
    assert_eq!(value(&merged, "so.dan_so"), "1012", "what was typed stays");
    assert_eq!(value(&merged, "loi.tinh_hinh"), "Xã yên.");
    assert_eq!(value(&merged, "so.so_thon"), "5", "what nobody typed follows the file");
    post(&page, &merged).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("1012") && now.contains("so_thon: 5") && now.contains("Xã yên."), "{now}");
}

#[test]
fn what_cannot_be_written_comes_back_with_the_reason_beside_its_field() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let form = fields(&page.get(FORM).page());
    for (name, typed) in [
        ("so.dan_so", "một nghìn"),
        ("so.dan_so", "1.012"),
        ("cach.buoi", "khong_phat_sinh"),
        ("chot_den", "2024-09-30"),
        ("chot_den", ""),
    ] {
        let sent = with(form.clone(), &[(name, typed), ("loi.tinh_hinh", "Lời vừa gõ <b>.")]);
        let answer = post(&page, &sent);
        assert_eq!(answer.status, 422, "{name} {typed}");
        let told = answer.text();
        assert!(told.contains("aria-invalid=\"true\""), "{name} {typed}: {told}");
        let place = name.replace("cach.", "so.");
        assert!(told.contains("Chưa ghi gì: có 1 ô chưa đúng"), "{name} {typed}: {told}");
        assert!(told.contains(&format!("<li><a href=\"#{place}\">")), "{name} {typed}: {told}");
        let back = fields(&told);
        assert_eq!((value(&back, name), value(&back, "loi.tinh_hinh")), (typed, "Lời vừa gõ <b>."));
        assert_eq!(page.dossier.read(FILE), before, "{name} {typed}");
    }
}

#[test]
fn a_number_is_read_as_the_page_shows_it() {
    let page = opened();
    for (typed, written) in [("1260,5", "1260.5"), ("1.270,5", "1270.5"), ("1280.5", "1280.5")] {
        let form = fields(&page.get(FORM).page());
        post(&page, &with(form, &[("so.kinh_phi", typed)])).page();
        assert!(page.dossier.read(FILE).contains(&format!("kinh_phi: {written}")), "{typed}");
        let again = fields(&page.get(FORM).page());
        assert_eq!(value(&again, "so.kinh_phi"), written.replace('.', ","), "shown with a comma");
    }
    let form = fields(&page.get(FORM).page());
    post(&page, &with(form, &[("cach.kinh_phi", "uoc")])).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("gia_tri: 1280.5") && now.contains("uoc: true"), "{now}");
    // Three digits behind a comma may be thousands, and are asked about.
    let form = fields(&page.get(FORM).page());
    assert_eq!(post(&page, &with(form, &[("so.kinh_phi", "1,280")])).status, 422);
}

#[test]
fn what_a_decision_gives_is_not_asked_for() {
    let page = opened().get(FORM).page();
    assert!(!page.contains("name=\"so.cong_nhan\""), "{page}");
    assert!(
        page.contains("Được công nhận: theo quyết định công nhận, không điền ở đây."),
        "{page}"
    );
}

#[test]
fn what_changes_nothing_is_told_instead_of_passed_over() {
    let page = Page::open(Dossier::case("hai-xa").remove(FILE), "2024-06-25");
    let form = fields(&page.get(FORM).page());
    let answer = post(&page, &with(form, &[("chot_den", "2024-06-14")]));
    assert!(answer.text().contains("những ô vừa sửa chưa làm tệp đổi gì"), "{}", answer.text());
    assert_eq!(value(&fields(&answer.text()), "chot_den"), "2024-06-14");
}

#[test]
fn a_character_nobody_sees_is_told_at_its_field() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let answer = post(&page, &with(form, &[("loi.tinh_hinh", "Xã \u{7}yên.")]));
    assert_eq!(answer.status, 422);
    assert!(answer.text().contains("<a href=\"#loi.tinh_hinh\">"), "{}", answer.text());
    assert!(answer.text().contains("U+0007"), "{}", answer.text());
}

#[test]
fn what_is_emptied_on_the_page_says_nothing_in_the_file() {
    let page = opened();
    let before = page.dossier.read(FILE);
    let form = fields(&page.get(FORM).page());
    let typed = [("so.dan_so", ""), ("so.buoi", ""), ("loi.danh_gia.han_che", " ")];
    let saved = post(&page, &with(form, &typed)).page();
    assert_eq!(saved.matches("(bỏ trống)").count(), 3, "{saved}");
    let now = page.dossier.read(FILE);
    assert!(now.contains("dan_so:   # theo Công an xã") && now.contains("buoi:\n"), "{now}");
    let again = fields(&page.get(FORM).page());
    for name in ["so.dan_so", "so.buoi", "loi.danh_gia.han_che"] {
        assert_eq!(value(&again, name), "", "{now}");
    }
    let lines = |text: &str| text.lines().filter(|line| line.contains('#')).count();
    assert_eq!(lines(&now), lines(&before), "comments stay");
}

#[test]
fn a_file_that_cannot_be_read_any_more_takes_no_typed_word_away() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let before = page.dossier.read(FILE);
    page.dossier.put(FILE, "so_lieu: [");
    let sent = with(form, &[("so.dan_so", "1012"), ("loi.tinh_hinh", "Xã yên.")]);
    let answer = post(&page, &sent);
    assert_eq!((answer.status, page.dossier.read(FILE)), (409, "so_lieu: [".to_owned()));
    let told = answer.text();
    assert!(told.contains("Chưa ghi gì.") && told.contains("suoi-bac.yaml:1:"), "{told}");
    let back = fields(&told);
    assert_eq!(back, sent, "all stands as it was typed");
    page.dossier.put(FILE, before.replace("so_thon: 4", "so_thon: 5"));
    let answer = post(&page, &back);
    assert_eq!(answer.status, 409, "it is another file than the form was made from");
    post(&page, &fields(&answer.text())).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("1012") && now.contains("so_thon: 5") && now.contains("Xã yên."), "{now}");
}

#[cfg(unix)]
#[test]
fn while_another_command_writes_nothing_is_written_and_what_was_typed_stays() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let before = page.dossier.read(FILE);
    let folder = page.dossier.path("inputs/hai-xa");
    let other = Local.lock(&folder).expect("nobody has it");
    let sent = with(form, &[("so.dan_so", "1012")]);
    let answer = post(&page, &sent);
    assert_eq!((answer.status, page.dossier.read(FILE)), (409, before));
    let told = answer.text();
    assert!(told.contains("một lần nhập khác đang ghi"), "{told}");
    assert_eq!(fields(&told), sent, "all stands as it was typed");
    drop(other);
    post(&page, &fields(&told)).page();
    assert!(page.dossier.read(FILE).contains("dan_so: 1012"));
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "a file that may only be read is made")]
fn what_could_not_be_written_is_shown_as_it_would_print() {
    let page = opened();
    let form = with(fields(&page.get(FORM).page()), &[("so.nguoi_bhyt", "955")]);
    let live = super::form::post(&page, &format!("{FORM}/xem-ngay"), &form).page();
    let picture = |page: &str| {
        let rest = page.split_once("<image href=\"").expect("a page").1;
        rest.split('"').next().expect("an end").to_owned()
    };
    let pages: Vec<String> =
        live.split("<image").skip(1).map(|part| picture(&format!("<image{part}"))).collect();
    std::fs::set_permissions(
        page.dossier.path(FILE),
        std::os::unix::fs::PermissionsExt::from_mode(0o444),
    )
    .expect("its mode");
    let answer = post(&page, &form);
    let told = answer.text();
    assert_eq!(answer.status, 422, "{told}");
    assert!(told.contains("Chưa ghi gì."), "{told}");
    for picture in pages {
        assert!(told.contains(&picture), "the page of what was typed");
    }
    let shares = |page: &str| {
        let parts = page.split("class=\"ty-le\"").skip(1);
        parts.map(|part| part.split("</p>").next().expect("its end").to_owned()).collect::<Vec<_>>()
    };
    let (mut typed, mut back) = (shares(&live), shares(&told));
    typed.sort();
    back.sort();
    assert!(!typed.is_empty() && typed == back, "the shares of what was typed: {typed:?} {back:?}");
}

#[test]
fn a_field_the_form_did_not_have_is_left_as_the_file_has_it() {
    let page = opened();
    let form = fields(&page.get(FORM).page());
    let sent: Vec<_> = with(form, &[("so.dan_so", "1012")])
        .into_iter()
        .filter(|(name, _)| !["buoi", "han_che"].iter().any(|end| name.ends_with(end)))
        .collect();
    post(&page, &sent).page();
    assert!(page.dossier.read(FILE).contains("dan_so: 1012"));
}

#[test]
fn a_return_that_is_not_there_is_begun_on_the_page() {
    let page = Page::open(Dossier::case("hai-xa").remove(FILE), "2024-06-25");
    let form = fields(&page.get(FORM).page());
    assert_eq!(value(&form, "so.dan_so"), "");
    let typed = [("chot_den", "2024-06-14"), ("so.dan_so", "1012"), ("loi.tinh_hinh", "Xã yên.")];
    post(&page, &with(form, &typed)).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("dan_so: 1012") && now.contains("chot_den: 2024-06-14"), "{now}");
    page.dossier.run(["check", "--period", "2024-Q2"]).ends_with(0);
}

#[test]
fn the_last_value_and_the_unit_of_measure_stand_beside_each_figure() {
    let page = opened().get(FORM).page();
    assert!(page.contains("Kỳ trước (2024-Q1)"), "{page}");
    let row = page.split("<tr>").find(|row| row.contains("for=\"so.dan_so\"")).expect("a row");
    assert!(row.contains("(người, tại ngày chốt)"), "{row}");
    let last = "<td class=\"so\" data-dau=\"Kỳ trước\">";
    assert!(row.contains(last) && !row.contains(&format!("{last}–")), "{row}");
}
