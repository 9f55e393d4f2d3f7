//! What a table can have wrong: named by its cell, in the words of a YAML value, and not imported.

use super::{first_quarter, two_communes, with};
use crate::dossier::{Dossier, files};
use crate::told::Found;

/// The findings of importing a table in CSV, with the cells they are of.
fn found(csv: &str) -> Vec<Found> {
    first_quarter(&two_communes(csv), &["--format", "json"]).findings()
}

/// The cell, code and words of every finding.
fn said(csv: &str) -> Vec<(String, String, String)> {
    let one = |one: Found| (one.o_bang.unwrap_or_default(), one.ma, one.noi_dung);
    found(csv).into_iter().map(one).collect()
}

#[test]
fn every_slip_of_a_workbook_is_named_by_its_cell_and_its_row_is_left_out() {
    let dossier = with("bang-loi.xlsx");
    let before = files(&dossier.path("inputs"));
    let told = dossier.run([
        "import",
        "bang-loi.xlsx",
        "lac-duong",
        "--period",
        "2024-Q3",
        "--format",
        "short",
    ]);
    let told = told.ends_with(1);
    for (cell, words) in [
        ("C4: lỗi[V01]", "35.699"),
        ("F5: lỗi[V01]", "«so_thon»: ô là ngày giờ (09/10/2024), không phải số"),
        ("C6: lỗi[V01]", "2 548"),
        ("E6: lỗi[V01]", "«so_ho»: ô là lỗi công thức #DIV/0!"),
        ("E8: lỗi[V01]", "900"),
        ("G8: lỗi[V01]", "95,4%"),
        ("G9: lỗi[V01]", "100%"),
        ("I8: lỗi[Y03]", "có lẽ"),
        ("K9: lỗi[V01]", "«-» không nói rõ là chưa có số liệu hay không phát sinh"),
        ("D3: lỗi[Y06]", "có phải là «Số người tham gia bảo hiểm y tế» (nguoi_bhyt)?"),
        ("J3: cảnh báo[N02]", "công nhận «cn_tcqg» không nhập từ bảng"),
        ("L9: cảnh báo[N02]", "xã Đạ Chais không phải đơn vị báo cáo số liệu «bs_cap_huyen»"),
        ("B7: lỗi[Y06]", "có phải là «xã Đạ Sar» (da-sar)?"),
        ("B11: lỗi[Y06]", "hàng có số liệu mà không có tên đơn vị"),
        ("B10: lỗi[N01]", "xã Đạ Chais có hai hàng, hàng kia ở bang-loi.xlsx!Sheet1!B9"),
    ] {
        let start = format!("bang-loi.xlsx!Sheet1!{cell}: ");
        let mut lines = told.stderr.lines().filter(|line| line.starts_with(&start));
        assert!(lines.any(|line| line.contains(words)), "{cell} {words} in:\n{}", told.stderr);
    }
    assert_eq!(
        told.stdout,
        "Bảng: đọc 9 cột số liệu, 0 hàng đơn vị; đối chiếu hàng 12; bỏ qua cột A, D, J, hàng 7, 11; không có trong bảng: xã Đạ Sar.\n\
         Chưa nhập được gì; bỏ qua vì có lỗi: thị trấn Lạc Dương, xã Lát, xã Đưng K'Nớ, xã Đạ Nhim, xã Đạ Chais.\n"
    );
    assert!(files(&dossier.path("inputs")) == before, "a refused row was written");
}

#[test]
fn a_cell_is_told_in_the_words_of_a_yaml_value() {
    let return_of = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    for typed in ["35.699", "35,699", "35 699", "96,5%", "-4", "1e3", "abc"] {
        let yaml = Dossier::case("hai-xa").replace(
            return_of,
            "dan_so: 1000",
            &format!("dan_so: \"{typed}\""),
        );
        let wanted = yaml.check().one("V01");
        let cell = found(&format!("xã;dan_so\nSuối Bạc;\"{typed}\"\n"));
        let [cell] = cell.as_slice() else { panic!("{typed}: {cell:?}") };
        assert_eq!((&cell.ma, &cell.noi_dung), (&wanted.ma, &wanted.noi_dung));
        let hint = |found: &Found| found.cach_sua.clone().unwrap_or_default();
        assert!(hint(cell).starts_with(&hint(&wanted)), "{cell:?}");
        assert_eq!(cell.place(), ("bang.csv", 2, 2));
        assert_eq!(cell.o_bang.as_deref(), Some("B2"));
        assert_eq!(cell.o.as_deref(), Some("dan_so"));
    }
}

#[test]
fn a_row_with_an_error_is_left_out_whole_and_the_others_are_imported() {
    let dossier = two_communes("xã;dan_so;nguoi_bhyt\nSuối Bạc;1001;chưa rõ\nĐồi Mây;10001;9001\n");
    let told = first_quarter(&dossier, &[]).ends_with(1);
    assert!(
        told.stdout
            .ends_with("Đã sửa 1 tệp, tạo 0 tệp: 2 số liệu; bỏ qua vì có lỗi: xã Suối Bạc.\n"),
        "{}",
        told.stdout
    );
    assert!(dossier.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml").contains("dan_so: 1000\n"));
    assert!(dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml").contains("dan_so: 10001\n"));
}

#[test]
fn a_total_is_held_against_the_rows_and_not_imported() {
    let table = |total: &str, label: &str| {
        format!("xã;dan_so\nSuối Bạc;1000\nĐồi Mây;10000\n{label};{total}\n")
    };
    for label in ["Tổng cộng", "TỔNG SỐ", "Cộng", "Toàn huyện", "Tổng cộng toàn huyện"]
    {
        assert_eq!(said(&table("11000", label)), [], "{label}");
        let wanted = "tổng «dan_so» trong bảng là 11.001, cộng các hàng được 11.000";
        assert_eq!(
            said(&table("11001", label)),
            [("B4".into(), "N03".into(), wanted.into())],
            "{label}"
        );
    }
    assert_eq!(said(&table("1000", "Cộng khu vực phía bắc")), [], "a part of the rows is no total");
    let refused = "xã;dan_so\nSuối Bạc;nghìn\nĐồi Mây;10000\nTổng cộng;11000\n";
    assert_eq!(said(refused).len(), 1, "nothing is said of a total over a row that was not read");
}

#[test]
fn a_misspelt_first_unit_is_no_heading() {
    let found = said("STT;xã;dan_so\n1;Suối Bạcc;1001\n2;Đồi Mây;10000\n");
    assert_eq!(
        found,
        [("B2".into(), "Y06".into(), "hàng «Suối Bạcc» không phải đơn vị nào của kế hoạch".into())]
    );
}

#[test]
fn a_table_without_units_or_figures_or_with_them_the_other_way_round_is_refused_whole() {
    for (csv, words) in [
        ("thôn;dan_so\nThôn 1;5\n", "không có hàng nào mang tên đơn vị"),
        ("xã;số nhà\nSuối Bạc;5\n", "không có cột nào là số liệu"),
        (
            "Số liệu;Suối Bạc;Đồi Mây\nDân số;5;6\nSố người có thẻ;5;6\n",
            "mỗi đơn vị một cột; cần mỗi đơn vị một hàng",
        ),
        ("", "không có ô nào"),
    ] {
        let found = found(csv);
        assert!(
            found.iter().any(|one| one.ma == "N01" && one.noi_dung.contains(words)),
            "{csv}: {found:?}"
        );
    }
}

#[test]
fn a_figure_in_two_columns_is_imported_from_neither() {
    let csv = "xã;dan_so;Dân số;nguoi_bhyt\nSuối Bạc;1001;1002;951\n";
    let dossier = two_communes(csv);
    let told = first_quarter(&dossier, &["--format", "json"]).ends_with(1);
    assert_eq!(told.one("N01").noi_dung, "nhiều cột cùng là «dan_so»: bang.csv!B1, bang.csv!C1");
    let text = dossier.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml");
    assert!(text.contains("dan_so: 1000\n  nguoi_bhyt: 951\n"), "{text}");
}

#[test]
fn a_file_that_is_no_table_is_told_with_what_to_do() {
    let latin: &[u8] = b"x\xe3;dan_so\nSu\xe8i;5\n";
    for (name, bytes, hint) in [
        ("bang.csv", latin, "CSV UTF-8"),
        ("bang.xlsx", b"PK\x03\x04 no workbook".as_slice(), ".xlsx"),
    ] {
        let dossier = Dossier::case("hai-xa").write(name, bytes);
        let told =
            dossier.run(["import", name, "--period", "2024-Q1", "--format", "json"]).ends_with(1);
        let found = told.one("Y07");
        assert_eq!(found.place().0, name);
        assert!(found.cach_sua.as_ref().is_some_and(|told| told.contains(hint)), "{found:?}");
    }
}

#[test]
fn a_unit_that_is_gone_and_a_name_two_units_share_are_told() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let csv = "xã;dan_so\nSuối Bạc;1001\nĐồi Mây;10000\n";
    let gone = two_communes(csv).replace(
        plan,
        "ten: Suối Bạc }",
        "ten: Suối Bạc, hieu_luc: { den: 2023-12-31 } }",
    );
    let told = first_quarter(&gone, &["--format", "json"]).ends_with(1);
    assert!(told.one("Y06").noi_dung.contains("xã Suối Bạc không là đơn vị báo cáo của kỳ này"));
    let town = "  - { ma: thi-tran, loai: thị trấn, ten: Suối Bạc }\n  - { ma: doi-may,";
    let shared = two_communes(csv).replace(plan, "  - { ma: doi-may,", town);
    let told = first_quarter(&shared, &["--format", "json"]).ends_with(1);
    assert_eq!(told.one("Y06").noi_dung, "nhiều đơn vị của kế hoạch mang tên «Suối Bạc»");
    let shared = two_communes("xã;dan_so\nTT Suối Bạc;5\nXã Suối Bạc;1001\n").replace(
        plan,
        "  - { ma: doi-may,",
        town,
    );
    let told = first_quarter(&shared, &[]).ends_with(0);
    assert!(
        told.stdout.contains("thi-tran.yaml (tệp mới)\n") && told.stdout.contains("1000 → 1001"),
        "{}",
        told.stdout
    );
}

#[test]
fn a_return_that_cannot_be_edited_safely_is_left_alone() {
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let csv = "xã;dan_so\nSuối Bạc;1001\n";
    // The alias would change with its anchor.
    let dossier = two_communes(csv).replace(path, "dan_so: 1000", "dan_so: &n 1000").replace(
        path,
        "bac_si: 1",
        "bac_si: *n",
    );
    let before = dossier.read(path);
    let told = first_quarter(&dossier, &["--format", "json"]).ends_with(1);
    assert_eq!(told.one("N04").place().0, path);
    assert_eq!(dossier.read(path), before);
    let dossier = two_communes(csv).write(path, "don_vi: [\n");
    let told = first_quarter(&dossier, &["--format", "json"]).ends_with(1);
    assert_eq!(told.one("Y01").place().0, path);
}

#[test]
fn figures_a_table_computes_are_left_to_the_program() {
    let found = found("xã;dan_so;Tỷ lệ dân số có thẻ\nSuối Bạc;1000;95%\n");
    let [found] = found.as_slice() else { panic!("{found:?}") };
    assert_eq!(
        (found.ma.as_str(), found.muc_do.as_str(), found.o.as_deref()),
        ("N02", "ghi chú", Some("bhyt"))
    );
}

#[test]
fn a_table_never_shifts_and_says_at_which_cell_it_would() {
    for (csv, cell, words) in [
        ("xã;dan_so\nSuối Bạc;\"1001\nĐồi Mây;10001\n", "B2", "không có dấu đóng"),
        ("xã;dan_so\n\"Suối Bạc;1001\n\"Đồi Mây\";10001\n", "A2", "không có dấu đóng"),
        ("xã,dan_so,nguoi_bhyt\nSuối Bạc,1,613,950\n", "D2", "nhiều ô hơn hàng tiêu đề"),
        ("xã;dan_so\nSuối Bạc;1000\n\nBiểu 2\nxã;so_thon\nĐồi Mây;5\n", "B5", "là một bảng khác"),
        ("xã;dan_so\nSuối Bạc;1000\nxã;số họp\nĐồi Mây;5\n", "B3", "là một bảng khác"),
    ] {
        let dossier = two_communes(csv);
        let before = files(&dossier.path("inputs"));
        let found = first_quarter(&dossier, &["--format", "json"]).ends_with(1).one("N01");
        assert_eq!(found.o_bang.as_deref(), Some(cell), "{csv}: {found:?}");
        assert!(found.noi_dung.contains(words), "{csv}: {found:?}");
        assert!(files(&dossier.path("inputs")) == before, "{csv}: a shifted value was written");
    }
}

#[test]
fn what_is_right_beside_a_shifted_row_is_imported_and_a_total_shows_what_is_left_out() {
    let csv = "xã,dan_so,nguoi_bhyt\nSuối Bạc,1,613,950\nĐồi Mây,\"10001\",9001\n";
    let dossier = two_communes(csv);
    let told = first_quarter(&dossier, &[]).ends_with(1);
    assert!(told.stdout.contains("bỏ qua vì có lỗi: xã Suối Bạc"), "{}", told.stdout);
    assert!(dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml").contains("nguoi_bhyt: 9001"));
    let again = "xã;dan_so\nSuối Bạc;1000\nxã;dan_so\nĐồi Mây;10000\nTổng cộng;11000\n";
    assert_eq!(said(again), [], "the same head on a new page is no other table");
    let notes = "xã;dan_so;Ghi chú\nSuối Bạc;1000;\nNgười lập biểu;;Trưởng ban\n";
    assert_eq!(said(notes), [], "a line for signatures is no head");
    let unnamed = "xã;dan_so\nSuối Bạc;1000\nĐồi Mây;\nTổng cộng;11000\n";
    assert_eq!(said(unnamed).len(), 1, "a total is held against what was in the table");
}
