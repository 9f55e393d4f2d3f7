//! What a clerk is told when forms come back: which say nothing, which have no date, what is issued already. Not for forms that
//! were spoiled ([`super::spoilt`]).

use super::book::{Book, FIGURES};
use super::{RETURN, SUOI_BAC, asked, filled, form, import};
use crate::dossier::Dossier;

/// The filled form without its as-of date.
fn undated(dossier: &Dossier) -> Book {
    let figures = [("dan_so", 1010), ("nguoi_bhyt", 980)];
    figures.into_iter().fold(form(dossier, SUOI_BAC), |book, (id, value)| book.value(id, value))
}

#[test]
fn a_form_without_its_date_is_told_and_a_date_named_for_it_fills_the_blank_one() {
    let dossier = asked();
    dossier.run(["new", "2025-Q1", "hai-xa"]).ends_with(0);
    let book = undated(&dossier);
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(0);
    let blank = told.one("Y04");
    assert_eq!(blank.muc_do, "cảnh báo");
    assert!(blank.noi_dung.contains("biểu của xã Suối Bạc chưa ghi ngày chốt"), "{blank:?}");
    assert!(blank.cach_sua.is_some_and(|cure| cure.contains("--chot-den 2025-03-31")));

    let named = ["--chot-den", "2025-03-14"];
    let told = import(&dossier, &book, &named).ends_with(0);
    assert!(told.stdout.contains("chot_den: (chưa có) → 2025-03-14"), "{}", told.stdout);
    assert!(!told.stderr.contains("Y04"), "{}", told.stderr);
    assert!(dossier.read(RETURN).contains("\nchot_den: 2025-03-14"), "{}", dossier.read(RETURN));
    // A date that is there is not put away by one that was named.
    import(&dossier, &book, &["--chot-den", "2025-03-20"]).ends_with(0);
    assert!(dossier.read(RETURN).contains("\nchot_den: 2025-03-14"));
}

#[test]
fn a_new_return_takes_the_date_of_the_others_and_that_is_said() {
    let dossier = asked();
    let other = "don_vi: doi-may\nky: 2025-Q1\nchot_den: 2025-03-14\nso_lieu:\n  dan_so: 10000\n";
    let dossier = dossier.write("inputs/hai-xa/2025-Q1/doi-may.yaml", other);
    let told = import(&dossier, &undated(&dossier), &["--details", "--format", "json"]);
    let said = told.ends_with(0).one("Y04");
    assert_eq!(said.muc_do, "ghi chú");
    assert!(said.noi_dung.contains("ghi ngày của các tệp cùng kỳ: 14/3/2025"), "{said:?}");
}

#[test]
fn a_table_names_the_date_of_returns_that_were_opened_and_changes_no_other() {
    let dossier = Dossier::case("hai-xa");
    dossier.run(["new", "2025-Q1", "hai-xa"]).ends_with(0);
    let dossier = dossier.write("bang.csv", "xã;dan_so\nSuối Bạc;1010\n");
    let named = |date: &str| {
        dossier.run(["import", "bang.csv", "--period", "2025-Q1", "--chot-den", date]).ends_with(0)
    };
    named("2025-03-14");
    assert!(dossier.read(RETURN).contains("\nchot_den: 2025-03-14"), "{}", dossier.read(RETURN));
    assert!(named("2025-03-20").stdout.contains("Không có gì thay đổi"));
}

#[test]
fn forms_that_came_back_empty_are_named_in_the_last_line() {
    let dossier = asked();
    let told = dossier.run(["import", "out/bieu/hai-xa/2025-Q1"]).ends_with(0).stdout;
    let last = told.lines().last().expect("a closing line");
    assert!(last.contains("biểu chưa điền gì: xã Đồi Mây, xã Suối Bạc, Trung tâm"), "{last}");
}

#[test]
fn a_number_of_a_form_that_may_be_two_is_put_right_in_the_form() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC)).value("dan_so", "1.010");
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    let cure = told.one("V01").cach_sua.expect("a cure");
    assert!(cure.contains("trong biểu") && !cure.contains("--so-viet"), "{cure}");
}

#[test]
fn what_is_not_there_is_said_to_be_neither_a_file_nor_a_folder() {
    let dossier = Dossier::case("hai-xa").write("bieu/bang.csv", "xã;dan_so\nSuối Bạc;1010\n");
    for words in [&["khong-co"][..], &["bieu/xa.xlsx"], &["bieu", "khong-co.xlsx"]] {
        let told = dossier.run(["import"].into_iter().chain(words.iter().copied())).ends_with(2);
        let named = format!("không có tệp hay thư mục «{}»", words.last().expect("a word"));
        assert!(told.stderr.contains(&named), "{}", told.stderr);
    }
}

#[test]
fn figures_for_a_report_that_is_issued_are_told_to_need_a_replacement() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let dossier = Dossier::case("hai-xa")
        .replace(plan, "      dia_danh:", "      nhiem_ky: 2020-2025\n      dia_danh:")
        .replace(plan, "ho_ten: null", "ho_ten: Trần Văn Mẫu");
    let issue = ["issue", "hai-xa", "2024-Q2", "suoi-bac", "--date", "2024-06-18"];
    dossier.run(issue.into_iter().chain(["--with-warnings"])).ends_with(0);
    let table = "xã;dan_so\nSuối Bạc;1001\nĐồi Mây;10001\n";
    let dossier = dossier.write("bang.csv", table);
    let own = ["import", "bang.csv", "--period", "2024-Q2", "--format", "json"];
    let said = dossier.run(own).ends_with(0).one("S03");
    assert_eq!(said.tep.as_deref(), Some("inputs/hai-xa/2024-Q2/suoi-bac.yaml"));
    assert!(said.noi_dung.contains("đã ban hành số 01-BC/ĐU, ngày 18/6/2024"), "{said:?}");
    let cure = said.cach_sua.expect("a cure");
    assert!(cure.contains("baocao diff hai-xa 2024-Q2 suoi-bac"), "{cure}");
    assert!(cure.contains("baocao issue hai-xa 2024-Q2 suoi-bac --date … --replace 1"), "{cure}");
    assert!(dossier.run(own).of("S03").is_empty(), "nothing changes any more");
}

#[test]
fn the_help_of_a_form_names_every_sheet_that_is_filled_in_and_the_date() {
    let help = form(&asked(), SUOI_BAC).cells("Hướng dẫn");
    let said = help.values().find(|line| line.starts_with("1. ")).expect("the first line");
    for named in [FIGURES, super::book::TEXTS, super::book::DOCUMENTS, "ngày chốt"] {
        assert!(said.contains(named), "{named} is not in: {said}");
    }
}
