//! What is wrong with a plan is marked where it stands, though the same letters stand elsewhere too: in a longer id, in
//! another role, in a comment. Not for what is wrong with returns ([`crate::findings`]).

use baocao::diagnostic::Finding;
use baocao::read::plan;
use baocao::source::SourceFile;
use baocao::validate;
use baocao::yaml;
use baocao::yaml::fields::Sink;

use crate::dossier::Dossier;

/// The plan of the two communes with `to` in the place of `from`, and the bytes between `⟦` and `⟧`, which are taken out.
fn marked(changes: &[(&str, &str)]) -> (String, std::ops::Range<usize>) {
    let plan = Dossier::case("hai-xa").read("inputs/hai-xa/ke-hoach.yaml");
    let text = changes.iter().fold(plan, |text, (from, to)| {
        assert!(text.contains(from), "no «{from}»");
        text.replacen(from, to, 1)
    });
    let start = text.find('⟦').expect("a mark");
    let end = text.find('⟧').expect("its end") - '⟦'.len_utf8();
    (text.replace(['⟦', '⟧'], ""), start..end)
}

fn found(text: &str) -> Vec<Finding> {
    let sink = Sink::default();
    let node = yaml::parse(&SourceFile::new("ke-hoach.yaml", text)).expect("YAML");
    if let Some(plan) = plan::plan(&node, &sink) {
        validate::plan::check(&plan, &sink);
    }
    sink.into_findings()
}

/// Holds a changed plan to one finding with these words, at the mark.
#[track_caller]
fn told_at_the_mark(words: &str, changes: &[(&str, &str)]) {
    let (text, place) = marked(changes);
    let found: Vec<Finding> =
        found(&text).into_iter().filter(|one| one.message.contains(words)).collect();
    let [one] = &found[..] else { panic!("{} findings say {words}: {found:?}", found.len()) };
    let span = one.span.as_ref().expect("a place");
    assert_eq!(span.range(), place, "{words}: marked «{}» at {span}", span.text());
}

#[test]
fn an_id_nobody_declares_is_marked_where_it_is_used() {
    let rows: [(&str, &[(&str, &str)]); 7] = [
        ("số liệu «nguoi»", &[("tu_so: nguoi_bhyt", "tu_so: [nguoi_bhyt, ⟦nguoi⟧]")]),
        ("số liệu «nvyt»", &[("tu_so: thon_nvyt", "tu_so: ⟦nvyt⟧")]),
        ("số liệu «so»", &[("khong_qua: so_thon", "khong_qua: [so_thon, ⟦so⟧]")]),
        ("số liệu «bac»", &[("loai: trong-nam", "loai: trong-nam, tong_cua: [bac_si, ⟦bac⟧]")]),
        ("số liệu «don»", &[("dem: cong_nhan", "dem: ⟦don⟧")]),
        ("đơn vị «trung»", &[("[trung-tam]", "[trung-tam, ⟦trung⟧]")]),
        ("nhiệm vụ «nhan»", &[("nhan: 10000", "nhan: 10000\n    trong_nhiem_vu: ⟦nhan⟧")]),
    ];
    for (words, changes) in rows {
        told_at_the_mark(&format!("{words}, chưa được khai báo"), changes);
    }
}

#[test]
fn an_id_declared_twice_is_marked_at_its_second_declaration() {
    let figure = "  - { ma: ⟦dan_so⟧, ten: Dân, loai: thoi-diem }\nchi_tieu:\n";
    told_at_the_mark("số liệu «dan_so» được khai báo hai lần", &[("chi_tieu:\n", figure)]);
    let target = "  - { ma: ⟦bhyt⟧, ten: Thẻ, loi_van: Thẻ, tu_so: nguoi_bhyt, mau_so: dan_so }\n  - ma: thon\n";
    told_at_the_mark("chỉ tiêu «bhyt» được khai báo hai lần", &[("  - ma: thon\n", target)]);
    let phase = |id: &str| format!("  - {{ ma: {id}, tu: 2024-Q1, den: 2024-Q2 }}\n");
    let phases = ["ket", "⟦ket⟧", "ket-2"].map(phase).concat();
    let phases = format!("tong_ket:\n{phases}kien_nghi:\n");
    told_at_the_mark("đợt tổng kết «ket» được khai báo hai lần", &[("kien_nghi:\n", &phases)]);
    let first = "  - { ma: suoi, loai: xã, ten: Suối, stt: 9 }\n  - { ma: suoi-bac, loai: xã,";
    let second =
        "  - { ma: ⟦suoi⟧, loai: xã, ten: Suối, stt: 1 }\n  - { ma: trung-tam, ten_khac: suoi,";
    told_at_the_mark(
        "mã «suoi» được khai báo hai lần",
        &[("  - { ma: suoi-bac, loai: xã,", first), ("  - { ma: trung-tam,", second)],
    );
}

#[test]
fn a_word_written_otherwise_is_marked() {
    let issuer = ("- cap_tren: Huyện", "- loai: [quy, ⟦6-Thang⟧]\n      cap_tren: Huyện");
    told_at_the_mark("không có loại báo cáo «6-Thang»", &[issuer]);
    let kinds = ("  - ma: thon\n", "  - ma: thon\n    ap_dung: { loai: [xã, ⟦Xã⟧] }\n");
    told_at_the_mark("không có loại đơn vị «Xã»", &[kinds]);
    let level = ("cap_danh_gia: huyen", "# cap_danh_gia: Huyen\n    cap_danh_gia:  ⟦Huyen⟧");
    told_at_the_mark("không có cấp tổng hợp «Huyen»", &[level]);
    let outline = ("kien_nghi:\n", "de_cuong: { ⟦quys⟧: {} }\n# quys: quý\nkien_nghi:\n");
    told_at_the_mark("nêu loại báo cáo «quys»", &[outline]);
}

#[test]
fn a_percentage_of_unlike_things_is_marked_at_its_target() {
    told_at_the_mark(
        "chỉ tiêu «thon» tính phần trăm từ các đơn vị tính khác nhau",
        &[("- ma: thon\n", "- ma: ⟦thon⟧\n"), ("mau_so: so_thon", "mau_so: dan_so")],
    );
}

#[test]
fn two_units_of_one_full_name_at_one_time_are_marked_at_the_second() {
    let plan = Dossier::case("hai-xa").read("inputs/hai-xa/ke-hoach.yaml");
    let same = plan.replace("ten: Đồi Mây", "ten: Suối Bạc");
    assert_ne!(same, plan, "the plan has the other name");
    let told: Vec<Finding> = found(&same);
    let told: Vec<&Finding> = told.iter().filter(|one| one.message.contains("cùng tên")).collect();
    let [one] = &told[..] else { panic!("{} findings: {told:?}", told.len()) };
    assert_eq!(one.message, "«suoi-bac» và «doi-may» cùng tên là xã Suối Bạc");
    let span = one.span.as_ref().expect("a place");
    assert_eq!(&same[span.range()], "doi-may");
    assert!(one.hint.as_ref().is_some_and(|hint| hint.contains("«hieu_luc»")), "{one:?}");
}

#[test]
fn what_ends_before_it_begins_is_marked_at_both_ends() {
    let years = "giai_doan: { tu: 2024, den: 2030 }";
    let unit = "ma: suoi-bac,";
    let rows = [
        (
            "giai đoạn của kế hoạch bắt đầu năm 2030, sau năm kết thúc 2024",
            years,
            "giai_doan: { tu: ⟦2030⟧, den: 2024 }",
            "2024",
        ),
        (
            "bắt đầu ngày 2025-07-01, sau ngày kết thúc 2025-06-30",
            unit,
            "ma: suoi-bac, hieu_luc: { tu: ⟦2025-07-01⟧, den: 2025-06-30 },",
            "2025-06-30",
        ),
        (
            "giai đoạn bắt đầu ở 2025-Q2, sau khi kết thúc ở 2024-Q1",
            "lich_bao_cao:",
            "tong_ket: [{ ma: g, tu: ⟦2025-Q2⟧, den: 2024-Q1 }]\nlich_bao_cao:",
            "2024-Q1",
        ),
    ];
    for (words, from, to, end) in rows {
        told_at_the_mark(words, &[(from, to)]);
        let (text, _) = marked(&[(from, to)]);
        let found = found(&text).into_iter().find(|one| one.message.contains(words));
        let other = found.expect("the finding").also;
        assert_eq!(other.iter().map(|(span, _)| span.text()).collect::<Vec<_>>(), [end]);
    }
}
