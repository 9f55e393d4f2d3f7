//! Forms as they come back in practice: moved, pasted over, sorted, of another unit. They are read right or refused at the
//! cell, never half. Not for forms filled in as asked ([`super`]).

use super::book::{Book, FIGURES, TEXTS, Typed};
use super::{RETURN, SUOI_BAC, WANTED, asked, filled, form, import};
use crate::dossier::{Dossier, files};
use crate::told::Found;

/// What an import of the spoilt form leaves, which is the return of the whole one.
#[track_caller]
fn is_read_right(spoil: impl FnOnce(Book) -> Book) {
    let dossier = asked();
    let book = spoil(filled(form(&dossier, SUOI_BAC)));
    import(&dossier, &book, &[]).ends_with(0);
    assert_eq!(dossier.read(RETURN), WANTED);
}

/// The finding for which a spoilt form is refused, and nothing is written.
#[track_caller]
fn is_refused(code: &str, spoil: impl FnOnce(Book) -> Book) -> Found {
    let dossier = asked();
    let book = spoil(filled(form(&dossier, SUOI_BAC)));
    let before = files(&dossier.path("inputs"));
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    assert!(files(&dossier.path("inputs")) == before, "a refused form was imported");
    told.one(code)
}

/// The rows of all figures.
const ROWS: [u32; 8] = [8, 9, 10, 11, 12, 13, 14, 15];

#[test]
fn columns_put_in_and_taken_out_do_not_matter() {
    is_read_right(|book| book.move_columns(FIGURES, b'G', true));
    is_read_right(|book| book.move_columns(FIGURES, b'B', true));
    is_read_right(|book| book.move_columns(FIGURES, b'A', true).move_columns(TEXTS, b'C', true));
}

#[test]
fn rows_put_in_and_sorted_with_their_ids_do_not_matter() {
    is_read_right(|book| book.insert_row(FIGURES, 10).insert_row(TEXTS, 3));
    is_read_right(|book| book.sort(FIGURES, 8, &[15, 14, 13, 12, 11, 10, 9, 8], "ABCDEFGHIJ"));
}

#[test]
fn a_sheet_renamed_and_without_protection_is_known() {
    is_read_right(|book| book.part("xl/workbook.xml", |xml| xml.replace("Số liệu", "Sheet1")));
    is_read_right(|book| {
        let open = |xml: String| {
            let from = xml.find("<sheetProtection").expect("a protected sheet");
            let to = from + xml[from..].find("/>").expect("its end") + 2;
            format!("{}{}", &xml[..from], &xml[to..])
        };
        book.sheet(FIGURES, open).sheet(TEXTS, open)
    });
}

#[test]
fn a_form_is_known_without_its_hidden_row_or_column_or_properties() {
    // The ids are gone, the names are not.
    is_read_right(|book| {
        let book =
            ROWS.iter().fold(book, |book, row| book.type_at(FIGURES, &format!("A{row}"), ""));
        book.type_at(FIGURES, "A1", "").type_at(FIGURES, "A7", "")
    });
    // The words of the columns are gone, their heads are not.
    is_read_right(|book| {
        "BCDEFGHIJ"
            .chars()
            .fold(book, |book, column| book.type_at(FIGURES, &format!("{column}1"), ""))
    });
    is_read_right(|book| book.part("docProps/custom.xml", |xml| xml.replace("baocao-bieu", "x")));
    is_read_right(|book| book.type_at(FIGURES, "A1", "").type_at(TEXTS, "A1", ""));
}

#[test]
fn hidden_rows_are_read() {
    is_read_right(|book| {
        book.sheet(FIGURES, |xml| xml.replace("<row r=\"9\"", "<row r=\"9\" hidden=\"1\""))
    });
}

#[test]
fn words_pasted_over_and_half_sorted_rows_are_refused_at_the_cell() {
    let found = is_refused("N05", |book| book.type_at(FIGURES, "C8", "Số hộ"));
    assert_eq!(found.o_bang.as_deref(), Some("Số liệu!C8"));
    assert!(found.noi_dung.contains("hàng của «Dân số» (mã dan_so) có tên «Số hộ»"), "{found:?}");
    let found = is_refused("N05", |book| book.type_at(FIGURES, "D14", "đồng"));
    assert!(found.noi_dung.contains("đơn vị tính «đồng», kế hoạch ghi «triệu đồng»"), "{found:?}");
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    let book = book.sort(FIGURES, 8, &[9, 8], "BCDEFGHIJ");
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    assert_eq!(told.of("N05").len(), 2, "{}", told.stdout);
    assert!(!dossier.is_there(RETURN));
}

#[test]
fn a_row_put_in_with_a_number_is_refused_and_a_signature_is_not() {
    let found = is_refused("N05", |book| {
        let book = book.insert_row(FIGURES, 10);
        book.sheet(FIGURES, |xml| {
            xml.replace(
                "<row r=\"11\"",
                "<row r=\"10\"><c r=\"G10\"><v>7</v></c></row><row r=\"11\"",
            )
        })
    });
    assert_eq!(found.o_bang.as_deref(), Some("Số liệu!G10"));
    is_read_right(|book| {
        let line = "<row r=\"18\"><c r=\"G18\" t=\"inlineStr\"><is><t>NGƯỜI LẬP BIỂU</t></is></c></row></sheetData>";
        book.sheet(FIGURES, |xml| xml.replace("</sheetData>", line))
    });
}

#[test]
fn a_copied_row_is_refused_only_where_it_says_something_else() {
    let copied = |book: Book, number: i64| {
        let row = format!(
            "<row r=\"18\"><c r=\"A18\" t=\"inlineStr\"><is><t>dan_so</t></is></c><c r=\"G18\"><v>{number}</v></c></row></sheetData>"
        );
        book.sheet(FIGURES, |xml| xml.replace("</sheetData>", &row))
    };
    is_read_right(|book| copied(book, 1010));
    let found = is_refused("N05", |book| copied(book, 1011));
    assert!(found.noi_dung.contains("«Dân số» có ở hai hàng với hai số khác nhau"), "{found:?}");
}

#[test]
fn merged_cells_are_refused() {
    let found = is_refused("N05", |book| {
        let merge = "</sheetData><mergeCells count=\"1\"><mergeCell ref=\"G8:G9\"/></mergeCells>";
        let book = book.type_at(FIGURES, "G9", "");
        book.sheet(FIGURES, |xml| xml.replace("</sheetData>", merge))
    });
    assert_eq!(found.o_bang.as_deref(), Some("Số liệu!G8"));
}

#[test]
fn numbers_nobody_can_be_sure_of_are_refused_at_the_cell() {
    let words = ["1.234", "1.5 triệu", "1 010", "khoảng 1000", "-", "95%"];
    for typed in words {
        let found = is_refused("V01", |book| book.value("dan_so", typed));
        assert_eq!(found.o_bang.as_deref(), Some("Số liệu!G8"), "{typed}");
    }
    is_refused("V01", |book| book.value("bac_si", Typed::Number("12.5".to_owned())));
    is_refused("V01", |book| book.value("kinh_phi", "12,5"));
    is_refused("V01", |book| book.value("dan_so", Typed::Uncomputed));
    is_refused("V13", |book| book.type_at(FIGURES, "G5", "15/6/2025"));
    // A number kept as text is the number.
    is_read_right(|book| book.value("dan_so", "1010"));
}

#[test]
fn the_right_cells_of_a_form_are_taken_only_if_asked_for() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC)).value("dan_so", "1.010");
    let told = import(&dossier, &book, &["--mot-phan", "--format", "json"]).ends_with(1);
    told.one("V01");
    let wanted = WANTED.replace("dan_so: 1010 ", "dan_so: null ");
    assert_eq!(dossier.read(RETURN), wanted);
}

#[test]
fn forms_of_another_unit_period_or_dossier_are_refused() {
    let found = is_refused("N05", |book| book.type_at(FIGURES, "B3", "Đơn vị: xã Đồi Mây"));
    assert!(
        found.noi_dung.contains("biểu của xã Suối Bạc nhưng dòng đơn vị ghi «xã Đồi Mây»"),
        "{found:?}"
    );
    let found = is_refused("N05", |book| book.type_at(FIGURES, "B4", "Kỳ số liệu: quý II/2025"));
    assert!(found.noi_dung.contains("biểu của kỳ 2025-Q1 nhưng dòng kỳ ghi 2025-Q2"), "{found:?}");
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    let told = import(&dossier, &book, &["--period", "2025-Q2", "--format", "json"]).ends_with(1);
    assert!(
        told.one("N05").noi_dung.contains("biểu của kỳ 2025-Q1, lệnh ghi kỳ 2025-Q2"),
        "{}",
        told.stdout
    );
    let strange = Dossier::samples();
    let told = import(&strange, &book, &["--format", "json"]).ends_with(1);
    assert!(told.one("N05").noi_dung.contains("biểu của hồ sơ «hai-xa»"), "{}", told.stdout);
}

#[test]
fn parts_of_two_forms_in_one_file_and_two_forms_of_one_unit_are_refused() {
    let other = "baocao-bieu|1|hai-xa|2025-Q1|doi-may|000000000000";
    let found = is_refused("N05", |book| book.type_at(FIGURES, "A1", other));
    assert!(found.noi_dung.contains("một tệp có phần của hai biểu"), "{found:?}");
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    let dossier = dossier.write("gui-ve/ban-hai.xlsx", book.clone().value("dan_so", 1011).bytes());
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    assert_eq!(told.of("N05").len(), 2, "{}", told.stdout);
    assert!(
        told.of("N05")[0].noi_dung.contains("xã Suối Bạc có 2 biểu đã điền"),
        "{}",
        told.stdout
    );
    assert!(!dossier.is_there(RETURN));
    // One of them sent again without a word in it does no harm.
    let empty = form(&dossier, SUOI_BAC).bytes();
    let dossier = dossier.write("gui-ve/ban-hai.xlsx", empty);
    import(&dossier, &book, &[]).ends_with(0);
}

#[test]
fn a_text_that_belongs_nowhere_is_refused() {
    let found = is_refused("N05", |book| {
        let row = book.row(TEXTS, "tinh_hinh");
        book.type_at(TEXTS, &format!("C{row}"), "Phần khác")
    });
    assert_eq!(found.o_bang.as_deref(), Some("Lời văn!E3"));
    is_refused("V01", |book| {
        let row = book.row(TEXTS, "tinh_hinh");
        book.type_at(TEXTS, &format!("E{row}"), Typed::Uncomputed)
    });
}

#[test]
fn a_column_put_in_is_told_and_not_read() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC)).move_columns(FIGURES, b'H', true);
    let book = book
        .sheet(FIGURES, |xml| xml.replace("<c r=\"I8\"", "<c r=\"H8\"><v>7</v></c><c r=\"I8\""));
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(0);
    assert_eq!(told.one("N02").o_bang.as_deref(), Some("Số liệu!H8"));
    assert_eq!(dossier.read(RETURN), WANTED);
}

#[test]
fn a_plan_that_changed_since_refuses_what_changed_and_says_so() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC));
    let dossier = dossier.replace(
        plan,
        "  - { ma: cong_nhan,",
        "  - { ma: moi, ten: Số mới, don_vi_tinh: cái, loai: thoi-diem }\n  - { ma: cong_nhan,",
    );
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(0);
    assert!(told.one("N06").noi_dung.contains("lập khi kế hoạch còn khác"), "{}", told.stdout);
    assert!(dossier.read(RETURN).contains("dan_so: 1010 "));
    let dossier = dossier.replace(
        plan,
        "don_vi_tinh: triệu đồng, loai: luy-ke, le: 1",
        "don_vi_tinh: tỷ đồng, loai: luy-ke, le: 1",
    );
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(1);
    assert_eq!(told.one("N05").o_bang.as_deref(), Some("Số liệu!D14"));
}

#[test]
fn a_form_retyped_without_what_tells_whose_it_is_is_no_form() {
    let dossier = asked();
    let book = filled(form(&dossier, SUOI_BAC))
        .part("docProps/custom.xml", |xml| xml.replace("baocao-bieu", "x"));
    let book = book.part("xl/sharedStrings.xml", |xml| xml.replace("baocao-bieu", "x"));
    let before = files(&dossier.path("inputs"));
    let told = import(&dossier, &book, &["--format", "json"]).ends_with(0);
    assert!(
        told.one("N02").noi_dung.contains("không phải biểu của chương trình"),
        "{}",
        told.stdout
    );
    let told =
        dossier.run(["import", "gui-ve/suoi-bac.xlsx", "--period", "2025-Q1", "--format", "json"]);
    told.ends_with(1).one("N01");
    assert!(files(&dossier.path("inputs")) == before);
    let without = filled(form(&dossier, SUOI_BAC)).without("xl/sharedStrings.xml");
    import(&dossier, &without, &[]);
    assert!(files(&dossier.path("inputs")) == before);
}

#[test]
fn a_form_whose_column_of_values_is_gone_is_refused_whole() {
    let found =
        is_refused("N05", |book| book.type_at(FIGURES, "G1", "").type_at(FIGURES, "G7", "Năm nay"));
    assert!(found.noi_dung.contains("«Số liệu»"), "{found:?}");
}
