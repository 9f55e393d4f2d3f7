//! How pages of a kind are laid out is data: widths of columns, sizes of text, appendices and their numbers, headings. Not for a
//! kind made of nothing but files ([`crate::new_kind`]), nor for what a superior's form asks for ([`crate::superior`]).
#![expect(clippy::float_arithmetic, reason = "places on a page are measured")]

use baocao::assets::files::{TemplateFiles, is_a};
use baocao::disk::file_system::Local;
use baocao::kinds::kind;
use baocao::kinds::kind::Kind;
use baocao::model::id::Id;
use regex::Regex;

use crate::dossier::{Dossier, SAMPLES, files, reports, repository, text_of};
use crate::page_content::pages;
use crate::specimen::near;
use crate::views::kind as built_in;

const MANIFEST: &str = "report-templates/6-thang/loai.yaml";
const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const QUARTER: &str = "hai-xa/2024-Q1/suoi-bac";
const HALF_YEAR: &str = "hai-xa/2024-Q2/suoi-bac";
const COLUMNS: &str = "cot: [stt, ten, dich, so_lieu, gia_tri, ky_truoc, ket_luan]";

/// The half-year's manifest with other columns, and more lines.
fn half_year(columns: &str, more: &str) -> String {
    let own = text_of(MANIFEST).expect("a manifest");
    assert!(own.contains(COLUMNS), "{own}");
    own.replace(COLUMNS, columns) + more
}

/// Two communes whose half-year's manifest says this.
fn with(columns: &str, more: &str) -> Dossier {
    Dossier::case("hai-xa").write(MANIFEST, half_year(columns, more))
}

/// How wide the columns are of the first table of a report, in millimetres.
fn widths(dossier: &Dossier, report: &str) -> Vec<f64> {
    let pages = pages(&dossier.output_files()[&format!("{report}.pdf")]);
    let upright = |page: &&crate::measure::Page| {
        page.shapes.iter().any(|one| one.right - one.left < 1.0 && one.bottom - one.top > 4.0)
    };
    let page = pages.iter().find(upright).expect("a table");
    let rules = page.shapes.iter().filter(|one| one.right - one.left < 1.0);
    let mut at: Vec<f64> = rules.map(|one| f64::midpoint(one.left, one.right)).collect();
    at.sort_by(f64::total_cmp);
    at.dedup_by(|one, other| (*one - *other).abs() < 0.5);
    at.windows(2).map(|pair| pair[1] - pair[0]).collect()
}

#[track_caller]
fn are(widths: &[f64], wanted: &[f64]) {
    assert_eq!(widths.len(), wanted.len(), "{widths:?}");
    for (one, other) in widths.iter().zip(wanted) {
        near(*one, *other, 0.2, "the width of a column");
    }
}

#[test]
fn a_column_is_as_wide_as_the_manifest_says_else_as_all_kinds_have_it() {
    let dossier =
        with("cot: [stt, { ma: gia_tri, rong: 30.5mm }, { ma: ten, rong: 1fr }, dich]", "");
    dossier.build().ends_with(0);
    are(&widths(&dossier, HALF_YEAR), &[9.0, 30.5, 165.0 - 9.0 - 30.5 - 21.0, 21.0]);
}

#[test]
fn any_table_of_figures_has_the_columns_the_manifest_names_in_their_order() {
    let columns = "[so_lieu_ten, { ma: ky_nay, rong: 33, can: phai }, { ma: stt, rong: 12 }]";
    let dossier = with(COLUMNS, &format!("bang: {{ so_lieu: {{ cot: {columns} }} }}\n"));
    dossier.build().ends_with(0);
    dossier.pdf(HALF_YEAR).must_say("Số liệu Kỳ này TT Dân số 1.000 1 Số người có thẻ 950 2");
}

#[test]
fn a_bank_of_sentences_from_before_has_those_it_lacks_from_the_program() {
    let few = "vien_dan: { gon: '{{ vb.loai }}' }\n";
    let dossier = Dossier::case("hai-xa").write("report-templates/chung/cau-chu.yaml", few);
    dossier.build().ends_with(0);
    dossier.pdf(QUARTER).must_say("báo cáo kết quả thực hiện Kế hoạch quý I/2024 của");
}

#[test]
fn a_plans_own_form_takes_the_widths_of_the_kind_and_for_others_its_usual_one() {
    let form = "bieu_mau: { quy: { cot: [ten, dich, lo_trinh, so_lieu] } }\n";
    let dossier = Dossier::case("hai-xa").edit(PLAN, |plan| plan + form);
    dossier.build().ends_with(0);
    are(&widths(&dossier, QUARTER), &[165.0 - 20.0 - 17.0 - 25.0, 20.0, 17.0, 25.0]);
    let words = "bang: { cot: { rieng: Riêng }, o: { rieng: x } }\n";
    let dossier = dossier.write("report-templates/quy/cau-chu.yaml", words).replace(
        PLAN,
        "cot: [ten, dich, lo_trinh,",
        "cot: [ten, rieng,",
    );
    dossier.build().ends_with(0);
    are(&widths(&dossier, QUARTER), &[165.0 - 18.0 - 25.0, 18.0, 25.0]);
}

#[test]
fn a_size_that_is_none_is_found_at_its_line_of_the_manifest() {
    let wide = "cot: [{ ma: ten, rong: 90 }, { ma: dich, rong: 80 }]";
    let sized = |width: &str| format!("cot: [ten,\n  {{ ma: dich, rong: {width} }}]");
    let cases = [
        (sized("2cm"), "", "«2cm»", 1),
        (sized("rộng"), "", "«rộng»", 1),
        (sized("0fr"), "", "«0fr»", 1),
        (sized("0"), "", "rộng 0 mm", 1),
        (sized("-9"), "", "rộng -9 mm", 1),
        (sized("1e3"), "", "«1e3»", 1),
        (sized("{ it_nhat: 60, nhieu_nhat: 30 }"), "", "ít nhất (60mm)", 1),
        (sized("{ it_nhat: 60 }"), "", "thiếu «nhieu_nhat»", 1),
        (sized("20, can: duoi"), "", "«duoi»", 1),
        (sized("20, mau: do"), "", "«mau»", 1),
        (wide.to_owned(), "", "cần ít nhất 170 mm, trang chỉ rộng 165 mm", 0),
        (COLUMNS.to_owned(), "bang: { chi_tieu: { co_chu: 40 } }\n", "«40»", 1),
        (COLUMNS.to_owned(), "bang: { so_lieu: { rong: x } }\n", "«x»", 1),
        (COLUMNS.to_owned(), "bang: { so_lieuu: { co_chu: nho } }\n", "«so_lieuu»", 1),
        (
            COLUMNS.to_owned(),
            "bang: { so_lieu: { cot: [{ ma: stt, rong: 161 }, ten] } }\n",
            "166 mm",
            1,
        ),
        (COLUMNS.to_owned(), "de_muc_nho: lie\n", "«lie»", 1),
        (COLUMNS.to_owned(), "phu_luc:\n  - bieu-ddo\n", "không có phụ lục «bieu-ddo»", 2),
        (COLUMNS.to_owned(), "phu_luc: [{ ma: so-lieu, ngang: doc }]\n", "«doc»", 1),
    ];
    for (columns, more, words, below) in cases {
        let before = half_year(COLUMNS, "").lines().count();
        let told = with(&columns, more).check().ends_with(1);
        let errors = told.errors();
        let found = errors.iter().find(|one| one.noi_dung.contains(words));
        let found = found.unwrap_or_else(|| panic!("{columns} {more}\n{}", told.stdout));
        assert_eq!((found.place().0, found.place().1), (MANIFEST, before + below), "{words}");
    }
}

#[test]
fn a_slip_in_the_name_of_an_appendix_or_a_table_is_told_with_the_nearest() {
    for (more, near) in [
        ("phu_luc: [theo-don-vii]\n", "«theo-don-vi»"),
        ("bang: { so_lieuu: { co_chu: nho } }\n", "«so_lieu»"),
        ("de_muc_nho: lin\n", "«lien»"),
    ] {
        let told = with(COLUMNS, more).check().ends_with(1);
        let helps = |help: &String| help.contains(near);
        assert!(told.errors().iter().any(|one| one.cach_sua.as_ref().is_some_and(helps)), "{more}");
    }
}

#[test]
fn what_holds_for_all_kinds_is_changed_in_one_file_that_says_only_what_is_other() {
    let common = "report-templates/chung/bo-cuc.yaml";
    let wider = "bang: { chi_tieu: { cot: [{ ma: dich, rong: 33 }] } }\n";
    let dossier = Dossier::case("hai-xa").write(common, wider);
    dossier.build().ends_with(0);
    assert!(widths(&dossier, HALF_YEAR).iter().any(|width| (width - 33.0).abs() < 0.2));
    // The quarter has a width of its own.
    assert!(!widths(&dossier, QUARTER).iter().any(|width| (width - 33.0).abs() < 0.2));
    let told = dossier.write(common, "bang: { chi_tieu: { rong: x } }\n").check().ends_with(1);
    assert!(told.errors().iter().all(|one| one.place() == (common, 1, 27)), "{}", told.stdout);
}

#[test]
fn appendices_are_listed_once_and_numbered_by_the_program() {
    let usual = Dossier::case("hai-xa");
    usual.build().ends_with(0);
    let area = usual.pdf("hai-xa/2024-Q2/tong-hop");
    area.must_say("(kèm theo Phụ lục 1 và Phụ lục 2).");
    area.must_say("Phụ lục 1 Kết quả thực hiện các chỉ tiêu theo từng đơn vị");

    let dossier = with(COLUMNS, "phu_luc: [so-lieu, { ma: theo_don_vi, ngang: true }]\n");
    dossier.build().ends_with(0);
    let area = dossier.pdf("hai-xa/2024-Q2/tong-hop");
    area.must_say("(kèm theo Phụ lục 1 và Phụ lục 2).");
    area.must_say("Phụ lục 1 Số liệu tổng hợp");
    area.must_say("Phụ lục 2 Kết quả thực hiện các chỉ tiêu theo từng đơn vị");
    let unit = dossier.pdf(HALF_YEAR);
    unit.must_say("(kèm theo Phụ lục).");
    unit.must_say("Phụ lục Số liệu báo cáo");

    let none = with(COLUMNS, "phu_luc: []\n");
    none.build().ends_with(0);
    let area = none.pdf("hai-xa/2024-Q2/tong-hop");
    area.must_not_say("Phụ lục");
    area.must_not_say("kèm theo");
}

#[test]
fn the_table_of_targets_stands_where_it_is_listed_and_only_there() {
    let dossier = with(COLUMNS, "phu_luc: [{ ma: chi-tieu, cho: [don_vi_da_nop] }]\n");
    dossier.build().ends_with(0);
    let unit = dossier.pdf(HALF_YEAR);
    unit.must_say("Phụ lục Kết quả thực hiện các mục tiêu, chỉ tiêu của xã Suối Bạc");
    unit.must_not_say("Biểu kết quả thực hiện các mục tiêu, chỉ tiêu");
    assert_eq!(unit.text().matches("TTChỉ tiêuMục tiêu").count(), 1, "{}", unit.text());
    let area = dossier.pdf("hai-xa/2024-Q2/tong-hop");
    area.must_say("Biểu kết quả thực hiện các mục tiêu, chỉ tiêu");
    area.must_not_say("Phụ lục");
}

#[test]
fn small_headings_run_in_where_the_manifest_says_so() {
    let apart = Dossier::case("hai-xa");
    apart.build().ends_with(0);
    apart.pdf(HALF_YEAR).must_say("1. Đối với huyện Đề nghị");
    apart.pdf(QUARTER).must_say("1. Đối với huyện: Đề nghị");
    let run_in = with(COLUMNS, "de_muc_nho: lien\n");
    run_in.build().ends_with(0);
    run_in.pdf(HALF_YEAR).must_say("1. Đối với huyện: Đề nghị");
}

#[test]
fn a_manifest_from_before_keeps_the_layout_of_the_one_it_stands_for() {
    let old = text_of("tests/cases/khuon-cu/report-templates/quy/loai.yaml").expect("a manifest");
    assert!(!old.contains("phu_luc") && !old.contains("rong"), "{old}");
    let dossier = Dossier::case("hai-xa").write("report-templates/quy/loai.yaml", old);
    let files =
        TemplateFiles::with_folder(&Local, &dossier.path("report-templates"), "report-templates");
    let read: Kind = kind::read(&files, &Id::parse("quy").expect("an id")).expect("a kind");
    assert_eq!(read, built_in("quy"));
}

/// Reports of the samples, laid out with these files in the place of some of the program's own, are the same pages.
#[track_caller]
fn lay_the_same_pages(only: Option<&Regex>) {
    let case = files(&repository().join("tests/cases/khuon-cu"));
    let chosen = case.iter().filter(|(path, _)| only.is_none_or(|only| only.is_match(path)));
    let chosen: Vec<_> = chosen.collect();
    assert!(chosen.len() > 10, "{chosen:?}");
    let dossier = chosen.iter().fold(Dossier::samples(), |to, (path, bytes)| to.write(path, bytes));
    for unit in ["tong-hop", "lat", "da-sar"] {
        dossier.run(["build", "lac-duong", "--unit", unit]);
    }
    let output_files = dossier.output_files();
    assert!(output_files.len() > 20, "{:?}", output_files.keys());
    for name in reports(&output_files) {
        let name = format!("{name}.pdf");
        assert!(SAMPLES.1[&name] == output_files[&name], "{name}");
    }
}

#[test]
fn templates_with_widths_and_numbers_of_their_own_lay_the_pages_they_did() {
    lay_the_same_pages(None);
}

#[test]
fn single_tables_with_widths_of_their_own_do_so_among_the_templates_of_now() {
    let tables = Regex::new(r"/bang/|don-doc/phu-luc|quy/muc/").expect("a pattern");
    lay_the_same_pages(Some(&tables));
}

#[test]
fn no_template_holds_a_size() {
    let size = Regex::new(r#"\d(?:mm|cm|pt|fr|em)\b|"nho""#).expect("a pattern");
    assert!(size.is_match("cot: (9mm, 1fr)") && !size.is_match("số 1 mới"));
    let all = files(&repository().join("report-templates"));
    let templates: Vec<_> = all.iter().filter(|(path, _)| is_a(path, &["j2"])).collect();
    assert!(templates.len() > 30);
    for (path, bytes) in templates {
        let text = std::str::from_utf8(bytes).expect("UTF-8");
        let found = text.lines().find(|line| size.is_match(line));
        assert_eq!(found, None, "{path}");
    }
}
