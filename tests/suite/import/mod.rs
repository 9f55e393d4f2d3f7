//! A quarter's figures come as a table: they go into the returns, and nothing else in the returns changes. Not for what a
//! table can have wrong ([`slips`]).

mod as_sent;
mod at_random;
mod binary_book;
mod saves;
mod slips;
mod torn;
mod torn_book;

use crate::dossier::{Dossier, files};
use crate::told::Told;

/// A table of the third quarter of 2024 in Lạc Dương, as an office program saves it: titles, a merged head, units of measure,
/// numbered columns, shares, a totals row, a line for the signature, and a sheet of remarks before it.
const TABLE: &str = "inputs/bang-mau/bang-quy-3.xlsx";
const RETURNS: &str = "inputs/lac-duong/2024-Q3";

/// The samples with a table beside them.
fn with(table: &str) -> Dossier {
    let dossier = Dossier::samples().with_files("tests/cases/import");
    assert!(dossier.is_there(table), "no {table}");
    dossier
}

/// The two communes with a table in CSV.
fn two_communes(csv: &str) -> Dossier {
    Dossier::case("hai-xa").write("bang.csv", csv)
}

fn quarter(dossier: &Dossier, more: &[&str]) -> Told {
    let arguments = ["import", TABLE, "lac-duong", "--period", "2024-Q3"];
    dossier.run([&arguments[..], more].concat())
}

fn first_quarter(dossier: &Dossier, more: &[&str]) -> Told {
    dossier.run([&["import", "bang.csv", "--period", "2024-Q1"][..], more].concat())
}

#[test]
fn a_table_fills_the_returns_and_keeps_every_other_byte() {
    let dossier = with(TABLE);
    let before = files(&dossier.path("inputs"));
    let told = quarter(&dossier, &[]).ends_with(0);
    let said = "\
inputs/lac-duong/2024-Q3/dung-kno.yaml
  so_lieu.tram_yhct: 0 → khong-phat-sinh
  so_lieu.nguoi_bhyt: 2431 → 2470
Bảng: đọc 7 cột số liệu, 7 hàng đơn vị; đối chiếu cột F, hàng 15; bỏ qua cột A, K, hàng 7, 17.
Đã sửa 1 tệp, tạo 0 tệp: 2 số liệu; 6 đơn vị đã đúng như bảng; 1 ghi chú (thêm --details để xem đủ).
";
    assert_eq!(told.stdout, said);
    let wanted = |(path, bytes): &(String, Vec<u8>)| {
        if path != "lac-duong/2024-Q3/dung-kno.yaml" {
            return (path.clone(), bytes.clone());
        }
        let text = String::from_utf8(bytes.clone()).expect("UTF-8");
        let changed = text
            .replace("  nguoi_bhyt: 2431\n", "  nguoi_bhyt: 2470\n")
            .replace("  tram_yhct: 0\n", "  tram_yhct: khong-phat-sinh\n");
        (path.clone(), changed.into_bytes())
    };
    let wanted: Vec<_> = before.iter().map(wanted).collect();
    assert!(files(&dossier.path("inputs")) == wanted, "another byte changed");
    dossier.run(["check", "lac-duong"]).ends_with(0);
}

#[test]
fn a_second_import_changes_nothing_and_says_so() {
    let dossier = with(TABLE);
    quarter(&dossier, &[]).ends_with(0);
    let before = files(&dossier.path("inputs"));
    let told = quarter(&dossier, &[]).ends_with(0);
    assert_eq!(
        told.stdout,
        "Bảng: đọc 7 cột số liệu, 7 hàng đơn vị; đối chiếu cột F, hàng 15; bỏ qua cột A, K, hàng 7, 17.\n\
         Không có gì thay đổi; 7 đơn vị đã đúng như bảng; 1 ghi chú (thêm --details để xem đủ).\n"
    );
    assert!(files(&dossier.path("inputs")) == before);
}

#[test]
fn a_dry_run_says_what_would_change_and_writes_nothing() {
    let dossier = with(TABLE);
    let before = files(&dossier.path("inputs"));
    let told = quarter(&dossier, &["--dry-run"]).ends_with(0);
    assert!(told.stdout.contains("  so_lieu.nguoi_bhyt: 2431 → 2470\n"), "{}", told.stdout);
    assert!(
        told.stdout.contains("Sẽ sửa 1 tệp, tạo 0 tệp: 2 số liệu; chưa ghi gì"),
        "{}",
        told.stdout
    );
    assert!(files(&dossier.path("inputs")) == before, "a dry run wrote");
}

#[test]
fn a_unit_without_a_return_gets_one_with_the_plans_figures_named() {
    let dossier = with(TABLE).remove(&format!("{RETURNS}/da-chais.yaml"));
    let told = quarter(&dossier, &[]).ends_with(0);
    assert!(told.stdout.contains("da-chais.yaml (tệp mới)\n"), "{}", told.stdout);
    let text = dossier.read(&format!("{RETURNS}/da-chais.yaml"));
    let head = "\
# yaml-language-server: $schema=../.luoc-do/bao-cao.json
# Số liệu kỳ 2024-Q3 của xã Đạ Chais.
don_vi: da-chais
ky: 2024-Q3
chot_den: 2024-09-13                      # ngày chốt số liệu
minh_hoa: true                            # số liệu minh họa
van_ban: { so: null, ngay: null }         # số và ngày, điền khi phát hành

so_lieu:
  dan_so: { gia_tri: 3737, nguon: Công an xã } # Dân số (người)
  so_ho: 864                              # Số hộ (hộ)
  so_thon: null                           # Số thôn (thôn)
";
    assert!(text.starts_with(head), "{text}");
    assert!(!text.contains("bs_cap_huyen") && !text.contains("cn_tcqg"), "{text}");
    let checked = dossier.run(["check", "lac-duong", "--period", "2024-Q3", "--format", "json"]);
    let new = |one: &crate::told::Found| one.place().0.ends_with("2024-Q3/da-chais.yaml");
    let found: Vec<_> = checked.ends_with(0).findings().into_iter().filter(new).collect();
    assert!(!found.is_empty() && found.iter().all(|one| one.ma == "B03"), "{found:?}");
}

#[test]
fn the_as_of_date_of_a_new_return_is_the_one_its_period_agrees_on_or_the_one_typed() {
    let csv = "xã;dan_so\nSuối Bạc;1000\nĐồi Mây;10000\n";
    let case = || two_communes(csv).remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    first_quarter(&case(), &[]).ends_with(0);
    let apart =
        || case().replace("inputs/hai-xa/2024-Q1/_tong-hop.yaml", "2024-03-15", "2024-03-20");
    let told = first_quarter(&apart(), &["--format", "json"]).ends_with(1);
    let found = told.one("Y04");
    assert!(
        found.noi_dung.contains("chot_den")
            && found.cach_sua.is_some_and(|hint| hint.contains("--chot-den"))
    );
    let dossier = apart();
    first_quarter(&dossier, &["--chot-den", "2024-03-18"]).ends_with(0);
    let text = dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml");
    assert!(text.contains("chot_den: 2024-03-18 ") && !text.contains("minh_hoa"), "{text}");
}

#[test]
fn an_empty_cell_is_no_zero_and_leaves_what_the_return_has() {
    let dossier = two_communes("xã;dan_so;nguoi_bhyt\nSuối Bạc;;951\nĐồi Mây;;\n");
    let told = first_quarter(&dossier, &[]).ends_with(0);
    assert_eq!(told.stdout.matches(" → ").count(), 1, "{}", told.stdout);
    let text = dossier.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml");
    assert!(text.contains("dan_so: 1000\n  nguoi_bhyt: 951\n"), "{text}");
}

#[test]
fn units_and_figures_are_known_by_id_or_name_whatever_accents_case_and_spaces() {
    let header = "DVT;DAN SO (người);  Số  người có thẻ ;kinh-phi";
    for name in ["suoi-bac", "Xã Suối Bạc", "SUOI BAC", "X. Suối Bạc", "xã  suối bạc", "Suoi Bac"]
    {
        let dossier = two_communes(&format!("{header}\n{name};1001;951;1250.6\n"));
        let told = first_quarter(&dossier, &[]).ends_with(0);
        for change in ["dan_so: 1000 → 1001", "nguoi_bhyt: 950 → 951", "kinh_phi: 1250.5 → 1250.6"]
        {
            assert!(told.stdout.contains(change), "{name}: {}", told.stdout);
        }
    }
}

#[test]
fn facts_and_none_arose_are_understood_in_the_words_tables_use() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let fact = "so_lieu:\n  - { ma: co_tram, ten: Có trạm, loai: co-khong }\n";
    for (word, value) in [
        ("có", "true"),
        ("X", "true"),
        ("1", "true"),
        ("Không", "false"),
        ("0", "false"),
        ("KPS", "khong-phat-sinh"),
    ] {
        let dossier = two_communes(&format!("xã;Có trạm;buoi\nSuối Bạc;{word};không phát sinh\n"));
        let dossier = dossier.replace(plan, "so_lieu:\n", fact);
        first_quarter(&dossier, &[]).ends_with(0);
        let text = dossier.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml");
        assert!(
            text.contains(&format!("so_lieu:\n  co_tram: {value}\n  dan_so: 1000\n")),
            "{word}: {text}"
        );
        assert!(text.contains("  buoi: khong-phat-sinh\n"), "{text}");
    }
}

#[test]
fn a_long_form_keeps_its_other_keys_and_a_flow_group_its_shape() {
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let csv = "xã;dan_so;nguoi_bhyt\nSuối Bạc;1001;951\n";
    let dossier = two_communes(csv).replace(
        path,
        "dan_so: 1000",
        "dan_so: { gia_tri: 1000, nguon: \"Công an, xã\", uoc: true } # ước",
    );
    first_quarter(&dossier, &[]).ends_with(0);
    let text = dossier.read(path);
    assert!(
        text.contains("dan_so: { gia_tri: 1001, nguon: \"Công an, xã\", uoc: true } # ước\n"),
        "{text}"
    );
    let flow = "don_vi: suoi-bac\nky: 2024-Q1\nchot_den: 2024-03-15\nso_lieu: { dan_so: 1000, buoi: 1 } # gọn\n";
    let dossier = two_communes(csv).write(path, flow);
    first_quarter(&dossier, &[]).ends_with(0);
    let wanted =
        flow.replace("{ dan_so: 1000, buoi: 1 }", "{ dan_so: 1001, nguoi_bhyt: 951, buoi: 1 }");
    assert_eq!(dossier.read(path), wanted);
}

#[test]
fn line_ends_and_the_mark_of_windows_stay() {
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let csv = "\u{feff}xã;dan_so;so_thon\r\nSuối Bạc;1001;4\r\n";
    let windows = |text: &str| format!("\u{feff}{}", text.replace('\n', "\r\n"));
    let dossier = two_communes(csv);
    let before = windows(&dossier.read(path).replace("  so_thon: 4\n", ""));
    let dossier = dossier.write(path, &before);
    first_quarter(&dossier, &[]).ends_with(0);
    let after = before
        .replace("dan_so: 1000", "dan_so: 1001")
        .replace("  thon_nvyt", "  so_thon: 4\r\n  thon_nvyt");
    assert_eq!(dossier.read(path), after);
}

#[test]
fn a_source_comes_from_its_column_from_the_return_or_from_the_last_one() {
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let sourced = |csv: &str| {
        two_communes(csv).replace(
            plan,
            "ten: Dân số, don_vi_tinh: người,",
            "ten: Dân số, don_vi_tinh: người, nguon: bat-buoc,",
        )
    };
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let dossier = sourced("xã;Dân số;Nguồn dân số\nSuối Bạc;1000;Công an xã, ngày 10/3\n");
    first_quarter(&dossier, &[]).ends_with(0);
    assert!(
        dossier
            .read(path)
            .contains("  dan_so: { gia_tri: 1000, nguon: \"Công an xã, ngày 10/3\" }\n")
    );
    let next = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
    let dossier = dossier.write("bang.csv", "xã;Dân số\nSuối Bạc;1009\n");
    dossier.run(["import", "bang.csv", "--period", "2024-Q2"]).ends_with(0);
    assert!(
        dossier
            .read(next)
            .contains("  dan_so: { gia_tri: 1009, nguon: \"Công an xã, ngày 10/3\" }\n")
    );
    let dossier = sourced("xã;Dân số\nSuối Bạc;1009\n");
    let told = first_quarter(&dossier, &["--format", "json"]).ends_with(0);
    assert_eq!(told.one("Y04").muc_do, "cảnh báo");
    assert!(dossier.read(path).contains("  dan_so: 1009\n"), "the value itself is not lost");
}

#[test]
fn other_kinds_of_table_are_read_alike() {
    let dossier = two_communes("xã,dan_so\nSuối Bạc,1001\n");
    first_quarter(&dossier, &[]).ends_with(0);
    let dossier = two_communes("xã\tdan_so\nSuối Bạc\t1001\n");
    assert!(first_quarter(&dossier, &[]).ends_with(0).stdout.contains("1000 → 1001"));
    let dossier = with("bang-quy-3.ods");
    let told = dossier.run(["import", "bang-quy-3.ods", "lac-duong", "--period", "2024-Q3"]);
    let told = told.ends_with(0);
    assert!(told.stdout.contains("so_lieu.nguoi_bhyt: 2431 → 2470"), "{}", told.stdout);
    assert!(told.stderr.contains("ô 100% được đọc là 1"), "{}", told.stderr);
}

#[test]
fn one_sheet_can_be_named_and_its_nearest_name_is_offered() {
    let dossier = with(TABLE);
    quarter(&dossier, &["--sheet", "biểu 1", "--dry-run"]).ends_with(0);
    let told = quarter(&dossier, &["--sheet", "Biểu 2"]).ends_with(2);
    assert!(
        told.stderr.contains("không có trang «Biểu 2»; có phải là «Biểu 1»?"),
        "{}",
        told.stderr
    );
}

#[test]
fn what_is_missing_on_the_command_line_is_said() {
    let dossier = with(TABLE);
    for (arguments, words) in [
        (&["import", TABLE][..], "thiếu «--period <KỲ>»"),
        (
            &["import", TABLE, "--period", "2024-Q3"],
            "có nhiều hồ sơ; ghi rõ một hồ sơ sau tên bảng: chuyen-doi-so, lac-duong, lam-dong-2026, ninh-hai",
        ),
        (
            &["import", TABLE, "lac-duong", "--period", "2042-Q3"],
            "kỳ 2042-Q3 nằm ngoài giai đoạn 2024-2030",
        ),
        (
            &["import", TABLE, "lac-duong", "--period", "2024-Q3", "--chot-den", "2024-12-20"],
            "ngày chốt 2024-12-20 không nằm trong kỳ 2024-Q3",
        ),
        (&["import", TABLE, "lac-duon", "--period", "2024-Q3"], "có phải là «lac-duong»?"),
        (
            &["import", TABLE, "lac-duong", "--period", "2024-Q3", "--chot-den", "20/9/2024"],
            "«20/9/2024» không dùng được",
        ),
    ] {
        let told = dossier.run(arguments.iter().copied()).ends_with(2);
        assert!(told.stderr.contains(words), "{arguments:?}: {}", told.stderr);
    }
}
