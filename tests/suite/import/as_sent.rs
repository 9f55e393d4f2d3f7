//! Tables of the kinds offices really send: each is read right, or refused at the cell with what to do, never read wrong.
//! The figures in the files are illustrative. Not for tables made at random ([`super::at_random`]).

use crate::dossier::{Dossier, files};
use crate::told::Told;

/// A table of the samples, imported as the third quarter of 2024.
fn lac_duong(table: &str) -> Told {
    lac_duong_with(table, &[])
}

fn lac_duong_with(table: &str, more: &[&str]) -> Told {
    let dossier = Dossier::samples().with_files("tests/cases/bang-thuc-te");
    let arguments = ["import", table, "lac-duong", "--period", "2024-Q3", "--dry-run"];
    dossier.run([&arguments[..], more].concat())
}

/// A table of a province's plan with money and areas, imported as the third quarter of 2026.
fn province(table: &str, more: &[&str]) -> Told {
    let arguments =
        ["import", table, "tinh", "--period", "2026-Q3", "--chot-den", "2026-09-15", "--dry-run"];
    Dossier::case("bang-thuc-te").run([&arguments[..], more].concat())
}

/// A CSV in the province's plan.
fn province_csv(csv: &str, more: &[&str]) -> Told {
    let arguments = [
        "import",
        "bang.csv",
        "tinh",
        "--period",
        "2026-Q3",
        "--chot-den",
        "2026-09-15",
        "--dry-run",
    ];
    Dossier::case("bang-thuc-te").write("bang.csv", csv).run([&arguments[..], more].concat())
}

/// The values that would be written: `so_lieu.dan_so: 6852`.
fn values(told: &Told) -> Vec<String> {
    let changes = told.stdout.lines().filter_map(|line| line.trim().split_once(": "));
    let after = changes.filter_map(|(key, change)| {
        let (_, after) = change.split_once(" → ")?;
        Some(format!("{}: {after}", key.trim_start_matches("so_lieu.")))
    });
    after.collect()
}

#[track_caller]
fn reads(told: &Told, wanted: &[&str]) {
    assert_eq!(values(told), wanted, "{}\n{}", told.stdout, told.stderr);
}

#[track_caller]
fn refuses(told: Told, words: &[&str]) -> Told {
    let told = told.ends_with(1);
    reads(&told, &[]);
    for words in words {
        assert!(told.stderr.contains(words), "{words} in:\n{}", told.stderr);
    }
    told
}

#[test]
fn a_unit_over_two_rows_is_not_imported_and_both_rows_are_named() {
    refuses(
        lac_duong("two-rows-a-unit.xlsx"),
        &["xã Lát có 2 hàng số liệu (hàng 2 «Kế hoạch», hàng 3 «Thực hiện»)"],
    );
}

#[test]
fn a_row_that_goes_on_with_the_unit_above_keeps_both_out() {
    for csv in [
        "Đơn vị;Nội dung;Dân số\nPhường 7;Kế hoạch;15000\n;Thực hiện;14900\n",
        "Đơn vị;Nội dung;Dân số\nPhường 7;Thực hiện;14900\n;Kế hoạch;15000\n",
        "Đơn vị;Nội dung;Dân số\nPhường 7;Kế hoạch;15000\nPhường 7;Thực hiện;14900\n",
        "Đơn vị;Nội dung;Dân số\nPhường 7;Kế hoạch;15000\n",
        "Đơn vị;Nội dung;Dân số\nPhường 7;KH;15000\n",
        "Đơn vị;Dân số\nPhường 7;15000\n;14900\n",
    ] {
        refuses(province_csv(csv, &[]), &["lỗi["]);
    }
}

#[test]
fn a_value_merged_over_two_units_is_given_to_neither() {
    refuses(
        lac_duong("merged-value.xlsx"),
        &["ô trộn C2:C3 (13142)", "Xã Lát, Xã Đạ Sar", "Sheet!C2"],
    );
}

#[test]
fn formulas_that_were_never_computed_are_no_noughts() {
    refuses(
        lac_duong("formula-zero.xlsx"),
        &["2 ô có công thức chưa tính: C2; C3", "lưu lại rồi nhập"],
    );
}

#[test]
fn what_is_hidden_is_left_out_and_said() {
    for (table, value, words) in [
        ("hidden-sheet.xlsx", "dan_so: 6852", "không đọc trang bị ẩn «Quý II»"),
        ("hidden-column.xlsx", "dan_so: 6852", "không đọc phần bị ẩn của bảng: cột C"),
        ("hidden-row.xlsx", "dan_so: 6290", "không đọc phần bị ẩn của bảng: hàng 2 («Xã Lát»)"),
    ] {
        let told = lac_duong(table).ends_with(0);
        reads(&told, &[value]);
        assert!(told.stderr.contains(words), "{table}: {}", told.stderr);
    }
}

#[test]
fn a_format_that_leaves_out_thousands_is_read_as_it_shows_where_the_head_says_so() {
    reads(&province("scaled-number-format.xlsx", &[]).ends_with(0), &["kinh_phi: 1250"]);
}

#[test]
fn text_with_points_is_asked_about_once_a_column_and_read_as_the_user_says() {
    let told = refuses(
        province("three-decimals.csv", &[]),
        &["C2 «152.500» là 152500 hay 152,5; C3 «1.250» là 1250 hay 1,25", "--so-viet"],
    );
    assert_eq!(told.stderr.matches("lỗi[").count(), 1, "{}", told.stderr);
    let told = province("three-decimals.csv", &["--so-viet"]).ends_with(0);
    reads(&told, &["kinh_phi: 152500", "kinh_phi: 1250"]);
    let mixed = "Đơn vị;Kinh phí\nPhường 7;152.500\nPhường 12;12.5\n";
    let told = refuses_some(province_csv(mixed, &["--so-viet"]), &["kinh_phi: 12.500"]);
    assert!(told.stderr.contains("«152.500» là 152500 hay 152,5"), "{}", told.stderr);
    let spoken = "Đơn vị;Kinh phí\nPhường 7;1.250,5\nPhường 12;15.260\n";
    refuses(province_csv(spoken, &[]), &["C2".replace('C', "B").as_str(), "1250,5"]);
    reads(
        &province_csv(spoken, &["--so-viet"]).ends_with(0),
        &["kinh_phi: 1250.500", "kinh_phi: 15260"],
    );
}

/// A table of which some rows are read and others are not.
#[track_caller]
fn refuses_some(told: Told, wanted: &[&str]) -> Told {
    let told = told.ends_with(1);
    reads(&told, wanted);
    told
}

#[test]
fn a_number_of_a_workbook_is_what_it_is_and_too_fine_for_the_plan() {
    refuses(
        province("three-decimals.xlsx", &[]),
        &["ô là số 12,345, kế hoạch chỉ lấy 2 chữ số lẻ"],
    );
}

#[test]
fn a_table_of_another_period_is_refused() {
    refuses(lac_duong("other-period.xlsx"), &["lỗi[N07]", "không phải kỳ 2024-Q3"]);
    let titled = |title: &str| format!("{title}\nĐơn vị;Dân số\nPhường 7;15000\n");
    for title in [
        "SỐ LIỆU QUÝ II NĂM 2026",
        "Biểu quý 3/2025",
        "6 tháng đầu năm 2026",
        "Báo cáo năm 2025",
        "Số liệu tính đến ngày 30/6/2026",
        "Tháng 5 năm 2026",
    ] {
        refuses(province_csv(&titled(title), &[]), &["lỗi[N07]"]);
    }
    for title in [
        "SỐ LIỆU QUÝ III NĂM 2026",
        "BIỂU 9 THÁNG ĐẦU NĂM 2026",
        "Kèm theo Kế hoạch số 15-KH/TU ngày 10/6/2026",
        "Giai đoạn 2026-2030",
        "Số liệu tính đến ngày 15/9/2026",
        "Đà Lạt ngày 05 tháng 10 năm 2026",
    ] {
        reads(&province_csv(&titled(title), &[]).ends_with(0), &["dan_so: 15000"]);
    }
}

#[test]
fn a_date_the_title_states_is_proposed_for_new_returns() {
    let csv = "Số liệu tính đến ngày 14/9/2026\nĐơn vị;Dân số\nPhường 7;15000\n";
    let dossier = Dossier::case("bang-thuc-te").write("bang.csv", csv);
    let told = dossier.run(["import", "bang.csv", "tinh", "--period", "2026-Q3"]).ends_with(1);
    assert!(told.stderr.contains("thêm --chot-den 2026-09-14"), "{}", told.stderr);
}

#[test]
fn a_sheet_with_only_a_chart_is_passed_over() {
    reads(&lac_duong("chart-sheet.xlsx").ends_with(0), &["dan_so: 6852"]);
}

#[test]
fn groups_shares_totals_and_the_line_of_place_and_date_are_no_errors() {
    let told = lac_duong("usual-extras.xlsx").ends_with(0);
    reads(&told, &["dan_so: 6852", "nguoi_bhyt: 6453", "dan_so: 6290", "nguoi_bhyt: 5795"]);
    assert_eq!(told.stderr, "", "nothing is wrong with it");
    let account =
        "Bảng: đọc 2 cột số liệu, 2 hàng đơn vị; đối chiếu cột E, hàng 2, 5; bỏ qua cột A, hàng 6;";
    assert!(told.stdout.contains(account), "{}", told.stdout);
}

#[test]
fn text_of_an_older_encoding_is_named_with_what_it_says() {
    let told = refuses(lac_duong("old-encoding-sheet.xlsx"), &["lỗi[K06]", "TCVN3", "«Đơn vị»"]);
    assert_eq!(told.stderr.matches("lỗi[").count(), 1, "{}", told.stderr);
}

#[test]
fn one_units_form_and_tables_side_by_side_are_read() {
    reads(&lac_duong("one-unit-form.xlsx").ends_with(0), &["dan_so: 6852", "so_ho: 1617"]);
    let wanted = ["dan_so: 6852", "dan_so: 6290", "dan_so: 4930", "dan_so: 3738"];
    reads(&lac_duong("one-unit-form-side.xlsx").ends_with(0), &wanted);
}

#[test]
fn everything_is_accounted_for_with_details() {
    let told = lac_duong_with("usual-extras.xlsx", &["--details"]).ends_with(0);
    for line in [
        "  cột A «TT»: bỏ qua",
        "  cột C «Dân số»: nhập (dan_so)",
        "  cột E «tỷ lệ»: đối chiếu",
        "  hàng 2 «Các xã khu vực III»: đối chiếu (hàng cộng của một nhóm)",
        "  hàng 3 «xã Lát»: nhập (lat)",
        "  hàng 5 «Tổng cộng»: đối chiếu (hàng tổng)",
        "  hàng 6: bỏ qua",
        "  xã Đạ Nhim: không có trong bảng",
    ] {
        assert!(told.stdout.contains(line), "{line} in:\n{}", told.stdout);
    }
}

#[test]
fn lines_of_a_form_with_errors_are_accounted_for_as_such() {
    let csv = "Biểu số liệu của Phường 7\nChỉ tiêu;ĐVT;Thực hiện\nDân số;người;khoảng 14900\nSố hộ;hộ;3900\nSố voi;con;5\nGhi chú;;xem sau\n";
    let told = province_csv(csv, &["--details"]).ends_with(1);
    for line in [
        "  hàng 3 «Dân số»: không nhập (có lỗi)",
        "  hàng 4 «Số hộ»: không nhập (biểu có hàng lỗi)",
        "  hàng 5 «Số voi»: không nhập (có lỗi)",
        "  hàng 6 «Ghi chú»: bỏ qua (không có số liệu của kế hoạch)",
    ] {
        assert!(told.stdout.contains(line), "{line} in:\n{}", told.stdout);
    }
    let told = province_csv(csv, &["--details", "--mot-phan"]).ends_with(1);
    assert!(told.stdout.contains("  hàng 4 «Số hộ»: nhập (so_ho)"), "{}", told.stdout);
}

#[test]
fn an_upper_heading_makes_another_column_of_a_name() {
    for (csv, wanted) in [
        (";Dân số;\nĐơn vị;Kế hoạch;Thực hiện\nPhường 7;15000;14900\n", &["dan_so: 14900"][..]),
        ("Đơn vị;Dân số;\n;Kế hoạch;Thực hiện\nPhường 7;15000;14900\n", &["dan_so: 14900"]),
        (
            ";Kế hoạch;;Thực hiện;\nĐơn vị;Dân số;Số hộ;Dân số;Số hộ\nPhường 7;15000;4000;14900;3900\n",
            &["dan_so: 14900", "so_ho: 3900"],
        ),
        (";Dân số;\nĐơn vị;KH;TH\nPhường 7;15000;14900\n", &["dan_so: 14900"]),
        (";Dân số;;\nĐơn vị;TH;KH;TH/KH\nPhường 7;14900;15000;99\n", &["dan_so: 14900"]),
        (
            ";Dân số;;\nĐơn vị;KH năm 2026;TH quý III/2026;TH/KH (%)\nPhường 7;15000;14900;99\n",
            &["dan_so: 14900"],
        ),
        ("Đơn vị;Dân số KH;Dân số\nPhường 7;15000;14900\n", &["dan_so: 14900"]),
        ("Đơn vị;Dân số quý II;Dân số quý III\nPhường 7;15000;14900\n", &["dan_so: 14900"]),
        ("Đơn vị;Dân số (người);Kế hoạch dân số\nPhường 7;14900;15000\n", &["dan_so: 14900"]),
        (";Hộ nghèo;\nĐơn vị;Số hộ nghèo;Tỷ lệ\nPhường 7;15;2\n", &["ho_ngheo: 15"]),
    ] {
        reads(&province_csv(csv, &[]).ends_with(0), wanted);
    }
    for csv in [
        "Đơn vị;Dân số;\n;Nữ;Nam\nPhường 7;7000;7900\n",
        ";Hộ nghèo;\nĐơn vị;Số hộ;Số khẩu\nPhường 7;15;40\n",
        ";Kế hoạch;\nĐơn vị;Dân số;Số hộ\nPhường 7;15000;4000\n",
        "Đơn vị;Dân số KH\nPhường 7;15000\n",
        ";Dân số;\nĐơn vị;TH;THCS\nPhường 7;700;800\n",
        "Đơn vị;Dân số dự kiến\nPhường 7;15000\n",
        "Đơn vị;Kinh phí quý III\nPhường 7;15\n",
        "Đơn vị;Dân số năm trước\nPhường 7;15000\n",
    ] {
        refuses(province_csv(csv, &[]), &[]);
    }
}

#[test]
fn a_unit_of_measure_is_put_into_the_plans_or_refused_wherever_it_stands() {
    for (csv, wanted) in [
        ("Đơn vị;Kinh phí (đồng)\nPhường 7;152500000\n", "kinh_phi: 152.500"),
        ("Đơn vị;Kinh phí (tỷ đồng)\nPhường 7;2\n", "kinh_phi: 2000"),
        ("Đơn vị;Kinh phí\n;nghìn đồng\nPhường 7;152500\n", "kinh_phi: 152.500"),
        ("Đơn vị tính: 1.000 đồng\nĐơn vị;Kinh phí\nPhường 7;152500\n", "kinh_phi: 152.500"),
        ("Biểu 2;;ĐVT: triệu đồng\nĐơn vị;Kinh phí\nPhường 7;152\n", "kinh_phi: 152"),
        ("Đơn vị;Diện tích (m²)\nPhường 7;25000\n", "dien_tich: 2.50"),
        ("Đơn vị;Dân số (nghìn người)\nPhường 7;15\n", "dan_so: 15000"),
    ] {
        reads(&province_csv(csv, &[]).ends_with(0), &[wanted]);
    }
    for (csv, words) in [
        ("Đơn vị;Số lượt khám (người)\nPhường 7;15\n", "tính bằng người, kế hoạch tính bằng lượt"),
        ("Đơn vị tính: %\nĐơn vị;Dân số\nPhường 7;15\n", "tính bằng %, kế hoạch tính bằng người"),
        ("Đơn vị;Kinh phí (đồng)\nPhường 7;152500001\n", "đổi ra triệu đồng"),
    ] {
        refuses(province_csv(csv, &[]), &[words]);
    }
}

#[test]
fn a_name_is_right_to_its_last_mark_whoever_signs_for_it() {
    let table = |name: &str| format!("Đơn vị;Dân số\n{name};15000\nPhường 7;\n");
    for (name, file) in [
        ("Xã Tân Thành", "tan-thanh.yaml"),
        ("XÃ TÂN THẠNH", "tan-thanh-2.yaml"),
        ("Đảng ủy xã Tân Thạnh", "tan-thanh-2.yaml"),
        ("UBND xã Tân Thành", "tan-thanh.yaml"),
        ("Đảng bộ phường 12", "phuong-12.yaml"),
        ("1. Xã Krông Pắc (*)", "krong-pac.yaml"),
        ("Chi bộ xã Ea H’leo", "ea-hleo.yaml"),
        ("xa Krong Pac", "krong-pac.yaml"),
    ] {
        let told = province_csv(&table(name), &[]).ends_with(0);
        assert!(told.stdout.contains(file), "{name}: {}", told.stdout);
    }
    for (name, words) in [
        ("Xã Tân Thanh", "có phải là «xã Tân"),
        ("Xã Krông Păc", "có phải là «xã Krông Pắc»"),
        ("xa Tan Thanh", "nhiều đơn vị của kế hoạch mang tên"),
    ] {
        refuses(province_csv(&table(name), &[]), &[words]);
    }
}

#[test]
fn a_group_is_held_against_its_own_rows() {
    let table = |group: &str, sum: u32| {
        format!(
            "TT;Đơn vị;Dân số\n{group};{sum}\n1;Phường 7;100\n2;Phường 12;200\nII;Các xã;50\n3;Ea H'leo;50\n;Tổng cộng;350\n"
        )
    };
    for group in ["I;Các phường", "I;Thành phố Đà Lạt cũ", ";Các phường"] {
        let told = province_csv(&table(group, 300), &[]).ends_with(0);
        assert_eq!(told.stderr, "", "{group}");
        assert_eq!(values(&told).len(), 3, "{group}");
        let told = province_csv(&table(group, 301), &[]).ends_with(0);
        assert!(
            told.stderr.contains("trong bảng là 301, cộng các hàng được 300"),
            "{}",
            told.stderr
        );
    }
}

#[test]
fn a_share_that_is_not_what_its_row_makes_is_told() {
    let table = |share: &str| {
        format!(
            "Đơn vị;Số hộ;Số hộ nghèo;Tỷ lệ (%)\nPhường 7;1000;25;{share}\nPhường 12;1000;10;1\n"
        )
    };
    for right in ["2,5", "2,50%", "3"] {
        assert_eq!(province_csv(&table(right), &[]).ends_with(0).stderr, "", "{right}");
    }
    let told = province_csv(&table("25"), &[]).ends_with(0);
    assert!(
        told.stderr.contains("cảnh báo[N08]") && told.stderr.contains("25%"),
        "{}",
        told.stderr
    );
}

#[test]
fn the_good_cells_of_a_bad_row_are_imported_only_when_asked() {
    let csv = "Đơn vị;Dân số;Số hộ\nPhường 7;15000;chưa rõ\nPhường 12;9000;2000\n";
    refuses_some(province_csv(csv, &[]), &["dan_so: 9000", "so_ho: 2000"]);
    let wanted = ["dan_so: 15000", "dan_so: 9000", "so_ho: 2000"];
    refuses_some(province_csv(csv, &["--mot-phan"]), &wanted);
}

#[test]
fn many_bad_cells_of_a_column_are_one_finding() {
    let rows = ["Phường 7", "Phường 12", "Đắk R'Moan", "Ea H'leo", "Krông Pắc", "Tân Thành"];
    let rows = rows.join(";-\n") + ";-\n";
    let told =
        refuses(province_csv(&format!("Đơn vị;Dân số\n{rows}"), &[]), &["6 ô chỉ có dấu gạch"]);
    assert_eq!(told.stderr.matches("lỗi[").count(), 1, "{}", told.stderr);
}

#[test]
fn a_refused_table_changes_no_byte() {
    let dossier = Dossier::samples().with_files("tests/cases/bang-thuc-te");
    let before = files(&dossier.path("inputs"));
    for table in
        ["two-rows-a-unit.xlsx", "merged-value.xlsx", "formula-zero.xlsx", "other-period.xlsx"]
    {
        dossier.run(["import", table, "lac-duong", "--period", "2024-Q3"]).ends_with(1);
    }
    assert!(files(&dossier.path("inputs")) == before);
}

#[test]
fn words_in_a_column_of_shares_are_no_share_and_break_nothing() {
    for words in ["1. chưa có số liệu", "2.đang tính toán lại", "–.ốốốốốố"]
    {
        let csv = format!("Đơn vị;Số hộ;Số hộ nghèo;Tỷ lệ (%)\nPhường 7;1000;25;{words}\n");
        let told = province_csv(&csv, &[]).ends_with(0);
        assert!(told.stdout.contains("so_ho: "), "{words}: {}", told.stdout);
    }
}

#[test]
fn a_folder_without_anything_to_import_is_told() {
    let empty = Dossier::samples().write("gui-ve/doc-toi.docx", "");
    let told = empty.run(["import", "gui-ve"]).ends_with(2);
    assert!(told.stderr.contains("gui-ve không có biểu hay bảng nào"), "{}", told.stderr);
}
