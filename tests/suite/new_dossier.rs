//! A dossier that is begun: a plan with every key explained, or one that goes on from another with the units of a table. Not
//! for opening its quarters ([`crate::opening`]).

use serde_json::Value;

use crate::dossier::{Dossier, reports};
use crate::told::Found;

const PLAN: &str = "inputs/moi/ke-hoach.yaml";
const UNITS: &str = "STT,Tên đơn vị,Nhóm,Tiền thân\n1,xã Lạc Dương,,\"Đạ Sar, Đạ Nhim và xã Đạ Chais\"\n2,Phường Lang Biang - Đà Lạt,khối phường,\"Phường 7 (Đà Lạt); Lát; thị trấn Lạc Dương\"\n,Tổng cộng,,\n";

const EMPTY: [&str; 3] = ["new", "--dossier", "moi"];
const AFTER: [&str; 7] =
    ["new", "--dossier", "moi", "--from", "lac-duong", "--units", "don-vi.csv"];

/// Every key of a schema, wherever it stands.
fn keys(schema: &Value, into: &mut Vec<String>) {
    match schema {
        Value::Object(entries) => {
            for (key, value) in entries {
                if key == "properties" {
                    into.extend(value.as_object().expect("keys").keys().cloned());
                }
                keys(value, into);
            }
        }
        Value::Array(items) => items.iter().for_each(|item| keys(item, into)),
        _ => {}
    }
}

#[test]
fn a_dossier_begins_with_a_plan_in_which_every_key_is_explained() {
    let dossier = Dossier::empty();
    let told = dossier.run(EMPTY).ends_with(0);
    assert!(told.stderr.is_empty(), "{}", told.stderr);
    assert!(told.stdout.contains("Việc tiếp theo: mở inputs/moi/ke-hoach.yaml"), "{}", told.stdout);
    dossier.run(["schema", "moi"]).ends_with(0);
    let schema = dossier.read("inputs/moi/.luoc-do/ke-hoach.json");
    let mut known = Vec::new();
    keys(&serde_json::from_str(&schema).expect("JSON"), &mut known);
    let plan = dossier.read(PLAN);
    for key in known {
        let explained = |line: &str| {
            let own = line.trim_start_matches(['#', ' ']);
            own.strip_prefix(&format!("{key}:")).is_some_and(|rest| !rest.trim().is_empty())
        };
        let above = plan.lines().zip(plan.lines().skip(1));
        let own = above.clone().any(|(_, line)| line.starts_with('#') && explained(line));
        let top = plan.contains(&format!("\n{key}:"));
        assert!(own || top, "{key} is not explained");
    }
}

#[test]
fn a_plan_that_was_begun_is_right_but_for_what_has_to_be_filled_in() {
    let dossier = Dossier::empty();
    dossier.run(EMPTY).ends_with(0);
    let told = dossier.run(["check", "--format", "json"]).ends_with(0);
    let findings = told.findings();
    assert!(findings.iter().all(|one| one.ma == "B09"), "{}", told.stdout);
    let marks =
        dossier.read(PLAN).lines().skip(5).filter(|line| line.contains("(chưa điền)")).count();
    assert_eq!(findings.len(), marks);
    assert_eq!(findings[0].noi_dung, "«ten» của kế hoạch chưa điền");
}

#[test]
fn a_quarter_is_opened_and_no_example_reaches_a_page() {
    let dossier = Dossier::empty();
    dossier.run(EMPTY).ends_with(0);
    dossier.run(["new", "2025-Q1"]).ends_with(0);
    let of_unit = "inputs/moi/2025-Q1/don-vi-1.yaml";
    let dossier = dossier.edit(of_unit, |text| {
        let text = text.replace("chot_den:", "chot_den: 2025-03-14");
        text.replace("  dan_so:", "  dan_so: 1000").replace("  nguoi_bhyt:", "  nguoi_bhyt: 960")
    });
    let told = dossier.build().ends_with(1);
    assert!(
        told.stderr.contains("kế hoạch còn 17 chỗ chưa điền nên chưa lập báo cáo"),
        "{}",
        told.stderr
    );
    assert!(reports(&dossier.output_files()).is_empty());
    let dossier =
        dossier.edit(PLAN, |text| text.replace("(chưa điền) ", "").replace(" (chưa điền)", ""));
    dossier.build().ends_with(0);
    assert!(dossier.has("moi/2025-Q1/don-vi-1"));
}

#[test]
fn a_dossier_goes_on_from_another_with_the_units_of_a_table() {
    let dossier = Dossier::samples().write("don-vi.csv", UNITS);
    dossier.run(AFTER).ends_with(0);
    let plan = dossier.read(PLAN);
    let units: Vec<&str> = plan
        .lines()
        .filter(|line| line.starts_with("  - { ma: ") && line.contains("hieu_luc"))
        .collect();
    assert_eq!(
        units,
        [
            "  - { ma: lac-duong, loai: xã, ten: Lạc Dương, hieu_luc: { tu: 2025-07-01 }, ke_thua: [{ ho_so: lac-duong, ma: da-sar }, { ho_so: lac-duong, ma: da-nhim }, { ho_so: lac-duong, ma: da-chais }] }",
            "  - { ma: lang-biang-da-lat, loai: phường, ten: Lang Biang - Đà Lạt, nhom: khối phường, hieu_luc: { tu: 2025-07-01 }, ke_thua: [{ ngoai: \"Phường 7 (Đà Lạt)\" }, { ho_so: lac-duong, ma: lat }, { ho_so: lac-duong, ma: thi-tran-lac-duong }] }",
        ]
    );
    let old = dossier.read("inputs/lac-duong/ke-hoach.yaml");
    let from = |text: &str, key: &str| text[text.find(key).expect("the key")..].to_owned();
    assert_eq!(from(&plan, "\nso_lieu:"), from(&old, "\nso_lieu:"));
    dossier.run(["check", "moi"]).ends_with(0);
    dossier.run(["new", "2025-Q3", "moi"]).ends_with(0);
    let told = dossier.run(["form", "2025-Q3", "moi"]).ends_with(0);
    assert!(told.stdout.contains("Đã lập 3 biểu"), "{}", told.stdout);
    dossier.run(["build", "moi"]).ends_with(0);
}

#[test]
fn what_still_speaks_of_the_old_area_is_told() {
    let dossier = Dossier::samples().write("don-vi.csv", UNITS);
    let told = dossier.run(AFTER.into_iter().chain(["--format", "json"])).ends_with(0);
    let names = ["Lạc Dương", "huyen", "huyện", "thị trấn"];
    for name in names {
        let begins = format!("kế hoạch mới còn «{name}» của hồ sơ lac-duong ở ");
        assert!(
            told.of("V21").iter().any(|one| one.noi_dung.starts_with(&begins)),
            "{name}: {}",
            told.stdout
        );
    }
    let narrowed = "«ap_dung» của xa_tcqg, xa_nhs_ysn chưa có đủ các loại đơn vị mới: phường, xã";
    assert!(told.of("V21").iter().any(|one| one.noi_dung == narrowed), "{}", told.stdout);
}

#[test]
fn a_dossier_that_is_there_stays_as_it_is() {
    let dossier = Dossier::samples().write("inputs/moi/ghi-chu.txt", "của tôi");
    let told = dossier.run(EMPTY).ends_with(2);
    assert!(told.stderr.contains("đã có thư mục inputs/moi; chọn mã khác"), "{}", told.stderr);
    assert!(!dossier.is_there(PLAN));
    let told = dossier.run(["new", "--dossier", "z", "--from", "lacduon"]).ends_with(2);
    assert!(told.stderr.contains("có phải là «lac-duong»?"), "{}", told.stderr);
    let told = dossier.run(["new", "--dossier", "Hồ sơ"]).ends_with(2);
    assert!(told.stderr.contains("không dùng làm mã hồ sơ được"), "{}", told.stderr);
}

/// What is found in a table of units, of which nothing may come.
#[track_caller]
fn refused(table: &str) -> Found {
    let dossier = Dossier::samples().write("don-vi.csv", table);
    let told = dossier.run(AFTER.into_iter().chain(["--format", "json"])).ends_with(1);
    assert!(!dossier.is_there("inputs/moi"), "a dossier of {table}");
    let errors = told.errors();
    assert_eq!(errors.len(), 1, "{}", told.stdout);
    errors.into_iter().next().expect("an error")
}

#[test]
fn a_table_that_is_not_understood_is_refused_by_cell() {
    for (table, cell, message) in [
        (
            "mã,loại\na,xã\n",
            None,
            "bảng không có cột tên đơn vị nên không biết có những đơn vị nào",
        ),
        ("tên\nxã Lát\nXã Lát\n", Some("A3"), "hai hàng cùng là xã Lát"),
        ("tên\nLát\n", Some("A2"), "không biết «Lát» là xã, phường hay cấp nào khác"),
        ("tên,loại\n,xã\n", Some("B2"), "hàng này không có tên đơn vị"),
        ("tên,loại,mã\nA,xã,a\nB,xã,a\n", Some("C3"), "mã «a» đứng ở hai hàng"),
        (
            "tên,loại,mã\nA,xã,Xã A\n",
            Some("C2"),
            "«Xã A» không dùng làm mã được: mã có ký tự không được dùng",
        ),
        ("tên,loại,tiền thân\nA,xã,Da Sar\n", Some("C2"), "hồ sơ cũ không có đơn vị «Da Sar»"),
        ("tên,loại,tiền thân\nA,xã,Lạc Dươn\n", Some("C2"), "hồ sơ cũ không có đơn vị «Lạc Dươn»"),
        ("tên,loại,từ ngày\nA,xã,hôm qua\n", Some("C2"), "«hôm qua» không phải một ngày"),
        ("tên\nTổng cộng\n", None, "bảng không có đơn vị nào dưới hàng tiêu đề"),
    ] {
        let found = refused(table);
        assert_eq!(found.noi_dung, message, "{table}");
        assert_eq!(found.o_bang.as_deref(), cell, "{table}");
        assert!(found.cach_sua.is_some_and(|cure| !cure.is_empty()), "{table}");
    }
}

#[test]
fn units_of_a_table_stand_in_a_plan_that_is_begun_with_nothing() {
    let table = "Tên,Loại,Từ ngày\nTân Thành,xã,01/7/2025\nTân Thạnh,xã,\n";
    let dossier = Dossier::empty().write("don-vi.csv", table);
    dossier.run(["new", "--dossier", "moi", "--units", "don-vi.csv"]).ends_with(0);
    let plan = dossier.read(PLAN);
    assert!(plan.contains("\ngoi_chung: xã\n"), "{plan}");
    let units = "\ndon_vi:\n  - { ma: tan-thanh, loai: xã, ten: Tân Thành, hieu_luc: { tu: 2025-07-01 } }\n  - { ma: xa-tan-thanh, loai: xã, ten: Tân Thạnh }\n";
    assert!(plan.contains(units), "{plan}");
    dossier.run(["check"]).ends_with(0);
}

#[test]
fn each_place_that_speaks_of_the_old_area_is_listed_without_asking() {
    let dossier = Dossier::samples().write("don-vi.csv", UNITS);
    let told = dossier.run(AFTER).ends_with(0);
    for name in ["Lạc Dương", "huyen", "huyện", "thị trấn"] {
        let begins = format!("cảnh báo[V21]: kế hoạch mới còn «{name}»");
        assert!(told.stderr.contains(&begins), "{name}: {}", told.stderr);
    }
    let lines = told.stderr.lines().filter(|line| line.contains("kế hoạch mới còn"));
    for line in lines {
        let (count, named) = line.split_once(" dòng: ").expect("line numbers");
        let count = count.rsplit(' ').next().and_then(|count| count.parse::<usize>().ok());
        assert_eq!(Some(named.split(", ").count()), count, "{line}");
    }
}

#[test]
fn what_is_wrong_with_a_plan_that_is_not_written_is_told_where_it_was_copied_from() {
    let old = "inputs/lac-duong/ke-hoach.yaml";
    let table = "tên,loại\nTân Thành,xã\n";
    let dossier = Dossier::samples().write("don-vi.csv", table);
    let dossier = dossier.edit(old, |plan| {
        let first = plan.find("  - { ma: dan_so,").expect("a figure");
        let end = first + plan[first..].find(" }").expect("its end");
        format!("{}, bao_cao_boi: [lat]{}", &plan[..end], &plan[end..])
    });
    let told = dossier.run(AFTER.into_iter().chain(["--format", "json"])).ends_with(1);
    let errors = told.errors();
    assert!(!errors.is_empty(), "{}", told.stdout);
    for one in errors {
        let place = one.tep.as_deref().expect("a place");
        assert!(dossier.is_there(place), "{place} is not there: {one:?}");
    }
}

#[test]
fn a_quarter_opened_before_the_plan_is_filled_in_names_what_is_left() {
    let dossier = Dossier::empty();
    dossier.run(EMPTY).ends_with(0);
    let told = dossier.run(["new", "2025-Q1", "moi"]).ends_with(0).stdout;
    let line = told.lines().find(|line| line.contains("(chưa điền)")).expect("a line");
    assert!(line.contains("thay hết thì báo cáo mới lập được: ten, "), "{line}");
}

#[test]
fn a_quarter_no_unit_is_left_in_says_what_to_do() {
    let dossier = Dossier::samples();
    for command in ["new", "form"] {
        let told = dossier.run([command, "2025-Q4", "lac-duong"]).ends_with(2).stderr;
        assert!(told.contains("không đơn vị nào còn hiệu lực vào cuối kỳ 2025-Q4"), "{told}");
        assert!(told.contains("sửa «hieu_luc»") && told.contains("--from lac-duong"), "{told}");
    }
}
