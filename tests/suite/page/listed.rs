//! Documents that a file lists, put right and taken out on the page: their values change in place and nothing else does. Not for new ones
//! ([`super::entry`]).

use super::browser::Page;
use super::form::{fields, post, value, with};
use crate::dossier::Dossier;

const FORM: &str = "/ho-so/hai-xa/2024-Q2/suoi-bac/nhap";
const FILE: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const LIST: &str = "lanh_dao:
  van_ban:   # trong quý
    # của Đảng ủy
    - { loai: Công văn, so: 12-CV/ĐU, ngay: 2024-05-02, trich_yeu: \"về đôn đốc\" }   # đã gửi
    - loai: Kế hoạch   # chữ ký số
      so: 7-KH/ĐU
      ngay: 2024-05-20
      co_quan: Đảng ủy xã Suối Bạc
    - { loai: Tờ trình, so: 3-TTr/ĐU, ngay: 2024-06-01 }
";

fn listing(list: &str) -> Page {
    let dossier = Dossier::case("hai-xa");
    let text = dossier.read(FILE);
    Page::open(
        dossier.edit(FILE, |_| text.replace("nhiem_vu:", &format!("{list}nhiem_vu:"))),
        "2024-06-25",
    )
}

#[test]
fn a_listed_document_is_put_right_where_it_stands() {
    let page = listing(LIST);
    let before = page.dossier.read(FILE);
    let form = fields(&page.get(FORM).page());
    assert_eq!(value(&form, "vbc.1.so"), "12-CV/ĐU");
    assert_eq!(value(&form, "vbc.2.trich_yeu"), "");
    let typed = [
        ("vbc.1.so", "13-CV/ĐU"),
        ("vbc.1.trich_yeu", "về đôn đốc \"lần hai\": # gấp"),
        ("vbc.2.ngay", "21/5/2024"),
        ("vbc.2.loai", "Chương trình"),
        ("vbc.2.trich_yeu", "tiêm chủng"),
        ("vbc.3.so", ""),
    ];
    let saved = post(&page, FORM, &with(form, &typed)).page();
    assert!(saved.contains("lanh_dao.van_ban.1.so") && saved.contains("13-CV"), "{saved}");
    let wanted = before
        .replace("12-CV/ĐU", "\"13-CV/ĐU\"")
        .replace("\"về đôn đốc\"", "\"về đôn đốc \\\"lần hai\\\": # gấp\"")
        .replace("Kế hoạch   # chữ", "Chương trình   # chữ")
        .replace("2024-05-20\n", "2024-05-21\n      trich_yeu: tiêm chủng\n")
        .replace("3-TTr/ĐU", "null");
    let now = page.dossier.read(FILE);
    // Keys of a document come in their order: the subject before the body that issued it, or behind it.
    assert_eq!(
        now.replace("      trich_yeu: tiêm chủng\n", ""),
        wanted.replace("      trich_yeu: tiêm chủng\n", "")
    );
    assert!(now.contains("      trich_yeu: tiêm chủng\n"), "{now}");
    let again = fields(&page.get(FORM).page());
    assert_eq!(value(&again, "vbc.1.trich_yeu"), "về đôn đốc \"lần hai\": # gấp");
}

#[test]
fn a_listed_document_is_taken_out_and_another_added_in_one_go() {
    let page = listing(LIST);
    let form = fields(&page.get(FORM).page());
    let typed = [
        ("vbc.1.bo", "bo"),
        ("vbc.3.bo", "bo"),
        ("vbc.2.so", "8-KH/ĐU"),
        ("vb.1.loai", "Báo cáo"),
        ("vb.1.so", "4-BC/ĐU"),
    ];
    post(&page, FORM, &with(form, &typed)).page();
    let now = page.dossier.read(FILE);
    let wanted = "lanh_dao:
  van_ban:   # trong quý
    # của Đảng ủy
    - loai: Kế hoạch   # chữ ký số
      so: \"8-KH/ĐU\"
      ngay: 2024-05-20
      co_quan: Đảng ủy xã Suối Bạc
    - { loai: Báo cáo, so: \"4-BC/ĐU\" }
";
    assert!(now.contains(wanted), "{now}");
    let form = fields(&page.get(FORM).page());
    post(&page, FORM, &with(form, &[("vbc.1.bo", "bo"), ("vbc.2.bo", "bo")])).page();
    let now = page.dossier.read(FILE);
    assert!(!now.contains("loai:") && now.contains("van_ban:   # trong quý"), "{now}");
    page.dossier.run(["check", "--period", "2024-Q2"]).ends_with(0);
}

#[test]
fn a_document_taken_out_may_come_back_in_the_same_save() {
    let page = listing(LIST);
    let form = fields(&page.get(FORM).page());
    let again = [
        ("vbc.1.bo", "bo"),
        ("vb.1.loai", "Công văn"),
        ("vb.1.so", "12-CV/ĐU"),
        ("vb.1.ngay", "2/5/2024"),
    ];
    post(&page, FORM, &with(form, &again)).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("{ loai: Công văn, so: \"12-CV/ĐU\", ngay: 2024-05-02 }"), "{now}");
    let form = fields(&page.get(FORM).page());
    let twice = [("vb.1.loai", "cong van"), ("vb.1.so", "12-cv/đu")];
    let answer = post(&page, FORM, &with(form, &twice));
    assert_eq!(answer.status, 422, "one that is listed already is not passed over");
    assert!(answer.text().contains("văn bản này đã kê ở «Văn bản 3»"), "{}", answer.text());
}

#[test]
fn edits_follow_their_document_where_the_file_changed() {
    let page = listing(LIST);
    let form = fields(&page.get(FORM).page());
    let first = "    - { loai: Nghị quyết, so: 1-NQ/ĐU, ngay: 2024-04-01 }\n    # của";
    let other = page.dossier.read(FILE).replace("    # của", first);
    page.dossier.put(FILE, &other);
    let answer = post(&page, FORM, &with(form, &[("vbc.1.bo", "bo"), ("vbc.3.so", "33-TTr/ĐU")]));
    assert_eq!(answer.status, 409);
    post(&page, FORM, &fields(&answer.text())).page();
    let now = page.dossier.read(FILE);
    assert!(
        now.contains("1-NQ/ĐU") && now.contains("7-KH/ĐU") && now.contains("33-TTr/ĐU"),
        "{now}"
    );
    assert!(!now.contains("12-CV/ĐU"), "{now}");
}

#[test]
fn an_edit_of_a_document_that_is_gone_is_shown() {
    let page = listing(LIST);
    let form = with(fields(&page.get(FORM).page()), &[("vbc.3.so", "33-TTr/ĐU")]);
    post(&page, &format!("{FORM}/xem-ngay"), &form).page();
    let gone = "    - { loai: Tờ trình, so: 3-TTr/ĐU, ngay: 2024-06-01 }\n";
    let other = page.dossier.read(FILE).replace(gone, "");
    page.dossier.put(FILE, &other);
    let told = "Tờ trình, 33-TTr/ĐU, 2024-06-01» không còn trong tệp";
    assert!(page.get(FORM).page().contains(told), "in the words that were not saved");
    let answer = post(&page, FORM, &form);
    assert!(answer.status == 409 && answer.text().contains(told), "{}", answer.text());
}

#[test]
fn nothing_typed_into_documents_is_lost_where_the_file_cannot_be_read() {
    let page = listing(LIST);
    let form =
        with(fields(&page.get(FORM).page()), &[("vbc.1.so", "13-CV/ĐU"), ("vbc.2.bo", "bo")]);
    let right = page.dossier.read(FILE);
    page.dossier.put(FILE, "don_vi: [\n");
    let answer = post(&page, FORM, &form);
    assert_eq!(answer.status, 409);
    let back = fields(&answer.text());
    assert_eq!((value(&back, "vbc.1.so"), value(&back, "vbc.2.bo")), ("13-CV/ĐU", "bo"));
    page.dossier.put(FILE, &right);
    post(&page, FORM, &back).page();
    let now = page.dossier.read(FILE);
    assert!(now.contains("13-CV/ĐU") && !now.contains("7-KH/ĐU"), "{now}");
}

#[test]
fn words_somebody_wrote_where_a_list_belongs_are_not_put_away() {
    let page = listing("lanh_dao:\n  van_ban: \"Kế hoạch 5\"\n");
    let before = page.dossier.read(FILE);
    let form = with(fields(&page.get(FORM).page()), &[("vb.1.loai", "Tờ trình")]);
    assert_eq!(post(&page, FORM, &form).status, 422);
    assert_eq!(page.dossier.read(FILE), before);
}

#[test]
fn a_list_in_brackets_is_changed_too() {
    let page = listing(
        "lanh_dao: { van_ban: [{ loai: Công văn, so: 1-CV/ĐU }, { loai: Kế hoạch, so: 2-KH/ĐU }] }\n",
    );
    let form = fields(&page.get(FORM).page());
    post(&page, FORM, &with(form, &[("vbc.1.bo", "bo"), ("vbc.2.so", "5-KH/ĐU")])).page();
    let now = page.dossier.read(FILE);
    assert!(
        now.contains("lanh_dao: { van_ban: [{ loai: Kế hoạch, so: \"5-KH/ĐU\" }] }\n"),
        "{now}"
    );
}

#[test]
fn what_cannot_be_a_document_comes_back_beside_its_field() {
    let page = listing(LIST);
    let before = page.dossier.read(FILE);
    for (name, typed) in [("vbc.1.loai", ""), ("vbc.2.ngay", "hôm qua")] {
        let form = fields(&page.get(FORM).page());
        let answer = post(&page, FORM, &with(form, &[(name, typed)]));
        assert_eq!(answer.status, 422, "{name}");
        assert!(answer.text().contains(&format!("<li><a href=\"#{name}\">")), "{}", answer.text());
    }
    assert_eq!(page.dossier.read(FILE), before);
}

#[test]
fn a_document_the_file_changed_meanwhile_is_shown_in_both_versions() {
    let page = listing(LIST);
    let form = fields(&page.get(FORM).page());
    let other = page.dossier.read(FILE).replace("12-CV/ĐU", "14-CV/ĐU");
    page.dossier.put(FILE, &other);
    let answer = post(&page, FORM, &with(form, &[("vbc.1.so", "13-CV/ĐU")]));
    assert_eq!(answer.status, 409);
    assert!(answer.text().contains("Trong tệp nay là: <b>14-CV/ĐU</b>"), "{}", answer.text());
    assert_eq!(page.dossier.read(FILE), other);
}
