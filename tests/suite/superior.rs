//! What the plan asks beyond its calendar: letters to those who did not hand in, and the superior's own outline and form.
//! Not for kinds as folders ([`crate::new_kind`]).

use crate::dossier::{Dossier, reports};
use crate::told::Found;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const QUARTER: &str = "hai-xa/2024-Q1/suoi-bac";

fn with_letters() -> Dossier {
    let letter = "han_nop: 03-20 }, { loai: don-doc, han_nop: 04-10 }]";
    Dossier::case("hai-xa").replace(PLAN, "han_nop: 03-20 }]", letter)
}

fn letters(dossier: &Dossier) -> Vec<String> {
    dossier.build().ends_with(0);
    let output_files = dossier.output_files();
    let letters = reports(&output_files).into_iter().filter(|name| name.contains("don-doc"));
    letters.map(str::to_owned).collect()
}

#[test]
fn a_letter_goes_to_those_alone_who_did_not_hand_in() {
    assert!(letters(&with_letters()).is_empty());
    let without = with_letters().remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    assert_eq!(letters(&without), ["hai-xa/2024-Q1/don-doc-doi-may"]);
    let without = without.remove("inputs/hai-xa/2024-Q1/trung-tam.yaml");
    let both = ["hai-xa/2024-Q1/don-doc-doi-may", "hai-xa/2024-Q1/don-doc-trung-tam"];
    assert_eq!(letters(&without), both);
}

#[test]
fn a_letter_names_a_document_without_a_number_without_a_stray_comma() {
    let numbered = "so: 14-KH/HU, ngay: 2024-01-05";
    let without = with_letters().remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    for (typed, said) in [
        ("ngay: 2024-01", "Kế hoạch tháng 01/2024 của Ban Thường vụ"),
        ("ngay: 2024-01-05", "Kế hoạch ngày 05/01/2024 của Ban Thường vụ"),
        (numbered, "Kế hoạch số 14-KH/HU, ngày 05/01/2024 của Ban Thường vụ"),
    ] {
        let plan = without.read(PLAN);
        without.put(PLAN, plan.replace(numbered, typed));
        letters(&without);
        without.pdf("hai-xa/2024-Q1/don-doc-doi-may").must_say(said);
        without.put(PLAN, plan);
    }
}

#[test]
fn a_letter_names_both_deadlines_and_the_figures_that_very_unit_owes() {
    let without = with_letters()
        .remove("inputs/hai-xa/2024-Q1/doi-may.yaml")
        .remove("inputs/hai-xa/2024-Q1/trung-tam.yaml");
    letters(&without);
    let commune = without.pdf("hai-xa/2024-Q1/don-doc-doi-may");
    commune.must_say("Đảng ủy xã Đồi Mây");
    commune.must_say("phải gửi chậm nhất ngày 20/3/2024");
    commune.must_say("chậm nhất ngày 10/4/2024");
    let figures = [
        "Số người có thẻ",
        "Số thôn có nhân viên y tế",
        "Số buổi truyền thông",
        "Kinh phí đã bố trí",
    ];
    for figure in &figures {
        commune.must_say(figure);
    }
    commune.must_not_say("Số bác sĩ cấp huyện");
    let centre = without.pdf("hai-xa/2024-Q1/don-doc-trung-tam");
    centre.must_say("Số bác sĩ cấp huyện");
    for figure in &figures {
        centre.must_not_say(figure);
    }
}

#[test]
fn a_first_letter_asks_and_a_second_insists() {
    let twice = "han_nop: 04-10 }, { loai: don-doc, lan: 2, han_nop: 04-21 }]";
    let numbers = "van_ban_khac:\n  - { loai: don-doc, don_vi: doi-may, so: 41, ngay: 2024-04-02 }\n  - { loai: don-doc, don_vi: doi-may, lan: 2, so: 57, ngay: 2024-04-12 }\n";
    let dossier = with_letters()
        .replace(PLAN, "han_nop: 04-10 }]", twice)
        .edit("inputs/hai-xa/2024-Q1/_tong-hop.yaml", |text| text + numbers)
        .remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let both = ["hai-xa/2024-Q1/don-doc-doi-may-lan-2", "hai-xa/2024-Q1/don-doc-doi-may"];
    assert_eq!(letters(&dossier), both);
    let [second, first] = both.map(|name| dossier.pdf(name));
    first.must_say("chậm nhất ngày 10/4/2024");
    first.must_say("quan tâm chỉ đạo, thực hiện đúng thời hạn");
    for insists in ["lần 1", "khẩn trương", "vẫn chưa", "cấp có thẩm quyền", "chậm thêm"]
    {
        first.must_not_say(insists);
        second.must_say(insists);
    }
    second.must_say(
        "lần 1 (số 41-CV/BTGHU, ngày 02/4/2024), đề nghị gửi báo cáo chậm nhất ngày 10/4/2024",
    );
    second.must_say("Số 57-CV/BTGHU");
    second.must_say("chậm nhất ngày 21/4/2024");
    let alone = with_letters().replace(PLAN, "loai: don-doc,", "loai: don-doc, lan: 2,");
    let alone = alone.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    assert_eq!(letters(&alone), ["hai-xa/2024-Q1/don-doc-doi-may-lan-2"]);
    alone.pdf("hai-xa/2024-Q1/don-doc-doi-may-lan-2").must_say("đã có công văn đôn đốc lần 1.");
    let wrong = with_letters().replace(PLAN, "loai: don-doc,", "loai: don-doc, lan: 0,");
    wrong.check().one("Y03");
}

#[test]
fn a_superior_body_is_asked_again_and_never_urged() {
    let twice = "han_nop: 04-10 }, { loai: don-doc, lan: 2, han_nop: 04-21 }]";
    let number =
        "van_ban_khac:\n  - { loai: don-doc, don_vi: trung-tam, so: 5, ngay: 2024-04-02 }\n";
    let dossier = with_letters()
        .replace(PLAN, "han_nop: 04-10 }]", twice)
        .edit("inputs/hai-xa/2024-Q1/_tong-hop.yaml", |text| text + number)
        .remove("inputs/hai-xa/2024-Q1/trung-tam.yaml");
    letters(&dossier);
    let second = dossier.pdf("hai-xa/2024-Q1/don-doc-trung-tam-lan-2");
    second.must_say("lần 1 (số 05-CV/BTGHU, ngày 02/4/2024), đề nghị gửi số liệu");
    second.must_say("tiếp tục đề nghị Trung tâm Y tế huyện quan tâm, phối hợp cung cấp số liệu");
    for urges in
        ["khẩn trương", "vẫn chưa", "cấp có thẩm quyền", "nghiêm túc", "chậm thêm", "cán bộ chịu"]
    {
        second.must_not_say(urges);
    }
}

fn with_outline(outline: &str) -> Dossier {
    Dossier::case("hai-xa").edit(PLAN, |plan| format!("{plan}{outline}\n"))
}

#[test]
fn a_superiors_outline_and_form_change_order_headings_and_columns_of_one_kind() {
    let own = "de_cuong: { quy: { muc: [kien-nghi, ket-qua], de_muc: { kien_nghi: Nguyện vọng của cơ sở } } }\n\
        bieu_mau: { quy: { cot: [ten, gia_tri], ten_cot: { gia_tri: Thực hiện }, chi_tieu: [thon, bhyt] } }";
    let dossier = with_outline(own);
    dossier.build().ends_with(0);
    let page = dossier.pdf(QUARTER);
    page.must_say(
        "I- NGUYỆN VỌNG CỦA CƠ SỞ 1. Đối với huyện: Đề nghị huyện sửa cầu Suối Bạc. II- KẾT QUẢ",
    );
    page.must_say("Chỉ tiêu Thực hiện Tỷ lệ thôn có nhân viên y tế");
    // Where the form has no column for figures, a row below names each.
    page.must_say("Số liệu khác: Dân số: 1.000 người; Số người có thẻ: 950; Số thôn: 4;");
    page.must_not_say("Được công nhận:");
    let area = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    area.must_say("Toàn huyện 88,89% 90,45%");
    area.must_say("Số người có thẻ: 9.950");
    area.must_say("Số thôn: 9");
    let plain = Dossier::case("hai-xa");
    plain.build().ends_with(0);
    let half_year = "hai-xa/2024-Q2/suoi-bac.pdf";
    assert!(
        dossier.output_files()[half_year] == plain.output_files()[half_year],
        "the other kind is as it was"
    );
}

#[test]
fn sections_and_columns_are_asked_for_in_either_spelling() {
    let asked = |sections: &str, column: &str| {
        let outline = format!("de_cuong: {{ quy: {{ muc: [{sections}] }} }}");
        let form = format!("bieu_mau: {{ quy: {{ cot: [ten, {column}] }} }}");
        let dossier = with_outline(&format!("{outline}\n{form}"));
        dossier.build().ends_with(0);
        dossier.output_files()[&format!("{QUARTER}.pdf")].clone()
    };
    let same = asked("kien-nghi, ket-qua", "gia_tri") == asked("kien_nghi, ket_qua", "gia-tri");
    assert!(same, "the pages are the same");
}

#[test]
fn a_wrong_name_in_an_outline_or_form_is_told_with_the_nearest_one() {
    for (outline, near) in [
        ("de_cuong: { quy: { muc: [kien-ngi, ket-qua] } }", "kien-nghi"),
        ("de_cuong: { quy: { de_muc: { kien_ngi: Nguyện vọng } } }", "kien_nghi"),
        ("de_cuong: { 6-thag: { muc: [ket-qua] } }", "6-thang"),
        ("bieu_mau: { quy: { cot: [ten, gia_tr] } }", "gia_tri"),
        ("bieu_mau: { quy: { ten_cot: { gia_tr: Thực hiện } } }", "gia_tri"),
        ("bieu_mau: { quy: { chi_tieu: [bhytt] } }", "bhyt"),
    ] {
        let dossier = with_outline(outline);
        let line = dossier.read(PLAN).lines().count();
        let told = dossier.check().ends_with(1);
        let here = |one: &Found| {
            let (file, at, _) = one.place();
            let helped =
                one.cach_sua.as_ref().is_some_and(|help| help.contains(&format!("«{near}»")));
            file == PLAN && at == line && helped
        };
        assert!(told.errors().iter().any(here), "{outline}\n{}", told.stdout);
    }
}
