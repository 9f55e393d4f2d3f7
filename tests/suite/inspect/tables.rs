//! The tables of what a regulation asks: each answers every rule, and the one in force is used. Not for what they ask.

use super::tester::{PageTester, changed, report};
use crate::dossier::{Dossier, text_of};
use crate::told::Told;

const HD36: &str = "report-templates/the-thuc-kiem-tra/hd36.yaml";
const HD05: &str = "report-templates/the-thuc-kiem-tra/hd05.yaml";
/// A table whose name comes before all others.
const NEWEST: &str = "report-templates/the-thuc-kiem-tra/a-moi.yaml";
const PAGE_NUMBER: &str = "  so_trang: {";

/// A folder with a page that is right and the table of the older regulation with `from` changed to `to`.
#[track_caller]
fn with_table(from: &str, to: &str) -> Dossier {
    let table = text_of(HD36).expect("the table");
    assert!(table.contains(from), "no «{from}» in the table");
    with_page(report()).write(HD36, table.replace(from, to))
}

fn with_page(page: String) -> Dossier {
    Dossier::empty().write("trang.pdf", PageTester::new().pdf(page).expect("a page"))
}

#[track_caller]
fn refused(dossier: &Dossier) -> String {
    let Told { code, stderr, .. } = dossier.run(["inspect", "trang.pdf"]);
    assert_eq!(code, 2, "{stderr}");
    let reason = stderr.strip_prefix("lỗi: bảng the-thuc-kiem-tra/hd36.yaml không dùng được: ");
    reason.unwrap_or_else(|| panic!("{stderr}")).trim_end().to_owned()
}

#[test]
fn a_table_without_a_rule_is_refused_by_its_name_and_the_rule_s() {
    let line = text_of(HD36).expect("the table");
    let line = line.lines().find(|line| line.starts_with(PAGE_NUMBER)).expect("the rule");
    assert_eq!(refused(&with_table(line, "")), "thiếu mục «so_trang»");
}

#[test]
fn a_misspelt_rule_is_refused_with_the_name_it_may_be() {
    assert_eq!(
        refused(&with_table(PAGE_NUMBER, "  so_trng: {")),
        "thiếu mục «so_trang»; không có mục nào là «so_trng» (có phải là «so_trang»?)"
    );
}

#[test]
fn a_rule_without_what_it_goes_by_is_refused() {
    for (from, to, reason) in [
        (", khoang: [210, 297]", "", "mục «kho_giay» cần 2 số trong «khoang»"),
        (
            "khoang: [30] }\n  le_phai",
            "khoang: [] }\n  le_phai",
            "mục «le_trai» cần 1 số trong «khoang»",
        ),
        (", chu: \"-----\"", "", "mục «gach» thiếu «chu»"),
        (", danh: [Times New Roman, Liberation Serif]", "", "mục «phong_chu» thiếu «danh»"),
    ] {
        assert_eq!(refused(&with_table(from, to)), reason);
    }
}

#[test]
fn days_and_conditions_that_mean_nothing_are_refused() {
    let reason = refused(&with_table("2018-04-03", "03/4/2018"));
    assert!(reason.contains("«03/4/2018» không phải ngày"), "{reason}");
    let reason = refused(&with_table("khi: bieu-do", "khi: bieu_do_cot"));
    assert!(reason.contains("bieu_do_cot"), "{reason}");
}

#[test]
fn conditions_are_read_in_either_spelling() {
    let mut table = text_of(HD36).expect("the table");
    for word in ["bieu-do", "phu-luc", "lien-tich", "khong-loai"] {
        let line = format!("khi: {word},");
        assert!(table.contains(&line), "{word}");
        table = table.replace(&line, &line.replace('-', "_"));
    }
    let told = |dossier: &Dossier| dossier.run(["inspect", "trang.pdf"]).stdout;
    let plain = with_page(report());
    assert_eq!(told(&plain.write(HD36, table)), told(&with_page(report())));
}

#[test]
fn a_build_that_inspects_says_so_too() {
    let table = text_of(HD36).expect("the table").replace(PAGE_NUMBER, "  so_trng: {");
    let told = Dossier::case("hai-xa").write(HD36, table).run(["build", "--inspect"]);
    assert_eq!(told.code, 2, "{}", told.stdout);
    let said = told.stdout + &told.stderr;
    assert!(said.contains("hd36.yaml") && said.contains("thiếu mục «so_trang»"), "{said}");
}

#[test]
fn a_table_that_cannot_be_read_is_told_at_its_line_in_vietnamese() {
    let table = text_of(HD36).expect("the table");
    let line_of =
        |words: &str| 1 + table.lines().position(|line| line.starts_with(words)).expect("the line");
    let changed = |from: &str, to: &str| table.replacen(from, to, 1).into_bytes();
    let mut torn = table.clone().into_bytes();
    torn[table.find(PAGE_NUMBER).expect("the rule") + 2] = 0xFF;
    let number = line_of(PAGE_NUMBER);
    for (bytes, line, said) in [
        (changed("quy_dinh:", "quy_dnh:"), line_of("quy_dinh:"), "không có khóa «quy_dnh»"),
        (changed(PAGE_NUMBER, "  so_trang: 7 #"), number, "giá trị không đúng dạng"),
        (changed(PAGE_NUMBER, "  so_trang: ]{"), number, "sai cú pháp YAML"),
        (torn, number, "không phải UTF-8"),
    ] {
        let dossier = Dossier::case("hai-xa").write(HD36, bytes);
        let told = dossier.run(["build", "--inspect", "--format", "json"]).ends_with(2);
        let found = told.one("M01");
        assert!(found.noi_dung.contains(said), "{found:?}");
        assert!(found.tep.as_deref().is_some_and(|file| file.ends_with("hd36.yaml")), "{found:?}");
        assert!(found.dong.is_some_and(|at| at.abs_diff(line) <= 1), "{found:?}");
        for english in ["utf-8 sequence", "expected", "field", "invalid"] {
            assert!(!told.stdout.contains(english), "{}", told.stdout);
        }
    }
}

#[test]
fn a_page_without_a_date_is_held_against_the_regulation_that_came_last() {
    let undated = &[("Đồi Xanh, ngày 03 tháng 6 năm 2026", "Đồi Xanh, mùa hè")];
    let newer = text_of(HD05).expect("the table").replace("2026-05-27", "2027-01-01");
    let page = changed(&report(), undated);
    for (dossier, latest) in
        [(with_page(page.clone()), "hd05"), (with_page(page).write(NEWEST, newer), "a-moi")]
    {
        let told = dossier.run(["inspect", "trang.pdf"]);
        assert!(told.stdout.contains(&format!("lệch thể thức {latest} (")), "{}", told.stdout);
    }
}

#[test]
fn a_page_from_before_every_regulation_is_refused_with_its_date() {
    let old = &[("ngày 03 tháng 6 năm 2026", "ngày 03 tháng 6 năm 2016")];
    let told = with_page(changed(&report(), old)).run(["inspect", "trang.pdf"]).ends_with(2);
    assert!(told.stderr.contains("không có thể thức nào có hiệu lực ngày 03/06/2016"));
}
