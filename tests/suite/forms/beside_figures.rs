//! What a form takes besides figures and texts of its parts: marks of estimates, documents issued, remarks on targets. Not for
//! spoiled rows of figures ([`super::spoilt`]).

use super::book::{Book, DOCUMENTS, FIGURES};
use super::{RETURN, SUOI_BAC, asked, files, filled, form, import};
use crate::told::Found;

/// Marks a figure as an estimate, or types something else there.
#[track_caller]
fn marked(book: Book, figure: &str, typed: &str) -> Book {
    let row = book.row(FIGURES, figure);
    book.type_at(FIGURES, &format!("K{row}"), typed)
}

/// Two documents in the first rows of their sheet.
fn listed(book: Book) -> Book {
    let cells = [
        ("C4", "Kế hoạch"),
        ("D4", "12-KH/ĐU"),
        ("E4", "20/1/2025"),
        ("F4", "về chăm sóc sức khỏe: năm 2025"),
        ("C5", "Công văn"),
    ];
    cells.into_iter().fold(book, |book, (cell, typed)| book.type_at(DOCUMENTS, cell, typed))
}

#[test]
fn estimates_documents_and_remarks_come_into_the_return_and_a_second_import_changes_nothing() {
    let dossier = asked();
    let book = listed(marked(filled(form(&dossier, SUOI_BAC)), "dan_so", "x"));
    let book = book.text("chi_tieu.bhyt.nhan_xet", "Tăng nhờ vận động.");
    import(&dossier, &book, &[]).ends_with(0);
    let text = dossier.read(RETURN);
    assert!(text.contains("  dan_so: { gia_tri: 1010, uoc: true }    # Dân số"), "{text}");
    let documents = "\nlanh_dao:\n  van_ban:\n    - { loai: Kế hoạch, so: \"12-KH/ĐU\", ngay: 2025-01-20, trich_yeu: \"về chăm sóc sức khỏe: năm 2025\" }\n    - { loai: Công văn }\n";
    assert!(text.contains(documents), "{text}");
    let remark = "\nchi_tieu:\n  bhyt:\n    nhan_xet: |\n      Tăng nhờ vận động.\n";
    assert!(text.contains(remark), "{text}");
    assert!(dossier.check().errors().is_empty());
    let before = files(&dossier.path("inputs"));
    let told = import(&dossier, &book, &[]).ends_with(0);
    assert!(told.stdout.starts_with("Không có gì thay đổi"), "{}", told.stdout);
    assert!(files(&dossier.path("inputs")) == before);
}

#[test]
fn a_number_that_is_final_is_no_estimate_any_more() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    import(&dossier, &marked(book.clone(), "dan_so", "x"), &[]).ends_with(0);
    import(&dossier, &book, &[]).ends_with(0);
    assert!(dossier.read(RETURN).contains("{ gia_tri: 1010, uoc: true }"));
    import(&dossier, &book.value("dan_so", 1012), &[]).ends_with(0);
    assert!(dossier.read(RETURN).contains("{ gia_tri: 1012, uoc: false }"));
}

#[test]
fn documents_come_behind_those_a_return_has() {
    for (before, after) in [
        (
            "lanh_dao:\n  van_ban:   # của xã\n    - { loai: Kế hoạch, so: 12-KH/ĐU, ngay: 2025-01-20, trich_yeu: về chăm sóc sức khỏe - năm 2025 }   # một\n\n  kiem_tra: Không.\n",
            "# một\n    - { loai: Công văn }\n\n  kiem_tra",
        ),
        ("lanh_dao: { van_ban: [{ loai: Kế hoạch, so: 12-KH/ĐU }] }\n", ""),
        (
            "lanh_dao:\n  van_ban: []\n",
            "  van_ban: [{ loai: Kế hoạch, so: \"12-KH/ĐU\", ngay: 2025-01-20, trich_yeu: \"về chăm sóc sức khỏe: năm 2025\" }, { loai: Công văn }]\n",
        ),
        (
            "lanh_dao:\n  van_ban:   # mỗi văn bản một dòng\n",
            "  van_ban:   # mỗi văn bản một dòng\n    - { loai: Kế hoạch,",
        ),
    ] {
        let dossier = asked();
        let head =
            "don_vi: suoi-bac\nky: 2025-Q1\nchot_den: 2025-03-15\nso_lieu:\n  dan_so: 1010\n";
        let dossier = dossier.write(RETURN, format!("{head}{before}"));
        let told = import(&dossier, &listed(form(&dossier, SUOI_BAC)), &["--format", "json"]);
        if after.is_empty() {
            let found = told.ends_with(1).one("N04");
            assert_eq!(found.o_bang.as_deref(), Some("Văn bản!C4"));
            assert!(
                found
                    .noi_dung
                    .contains("Kế hoạch số 12-KH/ĐU ngày 20/01/2025 trong tệp báo cáo ghi"),
                "{}",
                found.noi_dung
            );
        } else {
            told.ends_with(0);
            let text = dossier.read(RETURN);
            assert!(text.contains(after), "{text}");
        }
    }
}

#[test]
fn documents_that_share_a_number_or_have_none_are_known_again_by_what_else_was_typed() {
    let dossier = asked();
    let cells = [
        ("C4", "Kế hoạch"),
        ("D4", "12-KH/ĐU"),
        ("E4", "20/1/2025"),
        ("C5", "Kế hoạch"),
        ("D5", "12-KH/ĐU"),
        ("E5", "21/1/2025"),
        ("C6", "Công văn"),
        ("E6", "3/2/2025"),
        ("C7", "Công văn"),
        ("E7", "4/2/2025"),
    ];
    let typed = |book: Book, cells: &[(&str, &str)]| {
        cells.iter().fold(book, |book, (cell, typed)| book.type_at(DOCUMENTS, cell, *typed))
    };
    let book = typed(filled(form(&dossier, SUOI_BAC)), &cells);
    import(&dossier, &book, &[]).ends_with(0);
    let first = dossier.read(RETURN);
    assert_eq!(first.matches("{ loai: ").count(), 4, "{first}");
    let told = import(&dossier, &book, &[]).ends_with(0);
    assert!(told.stdout.starts_with("Không có gì thay đổi"), "{}", told.stdout);
    let book = typed(book, &[("C8", "Công văn"), ("E8", "5/2/2025")]);
    import(&dossier, &book, &[]).ends_with(0);
    let line = "    - { loai: Công văn, ngay: 2025-02-04 }\n";
    let wanted =
        first.replace(line, &format!("{line}    - {{ loai: Công văn, ngay: 2025-02-05 }}\n"));
    assert_eq!(dossier.read(RETURN), wanted);
}

/// The one error of a form of which nothing may come.
#[track_caller]
fn refused(spoil: impl FnOnce(Book) -> Book) -> Found {
    let dossier = asked();
    let book = spoil(filled(form(&dossier, SUOI_BAC)));
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    assert!(!dossier.is_there(RETURN), "something of the form came in");
    let errors = told.errors();
    assert_eq!(errors.len(), 1, "{}", told.stdout);
    errors.into_iter().next().expect("an error")
}

#[test]
fn rows_that_are_not_understood_are_refused_by_cell() {
    let found = refused(|book| marked(book, "dan_so", "1010"));
    assert!(found.noi_dung.contains("không phải dấu của số ước"), "{}", found.noi_dung);
    let found = refused(|book| marked(book.value("dan_so", ""), "dan_so", "x"));
    assert!(found.noi_dung.contains("đánh dấu số ước mà chưa có số"), "{}", found.noi_dung);
    let found = refused(|book| book.type_at(DOCUMENTS, "D4", "12-KH/ĐU"));
    assert_eq!(
        (found.noi_dung.as_str(), found.o_bang.as_deref()),
        ("văn bản chưa ghi loại", Some("Văn bản!D4"))
    );
    let found = refused(|book| listed(book).type_at(DOCUMENTS, "E5", "hôm qua"));
    assert_eq!(
        (found.noi_dung.as_str(), found.o_bang.as_deref()),
        ("ngày văn bản «hôm qua» không đọc được", Some("Văn bản!E5"))
    );
}
