//! Which findings a run tells of when only a dossier, a period or a unit was asked for. Not for which reports are made
//! then ([`crate::samples`]).

use std::collections::BTreeSet;

use crate::dossier::Dossier;
use crate::told::{Found, Told};

/// Two dossiers in which files of every place have a finding: read or not, of a unit or of the board, of a quarter or of
/// the end of a phase.
fn with_slips() -> Dossier {
    let slip = |text: String| text + "khong_biet: 1\n";
    let plan = Dossier::case("hai-xa").read("inputs/hai-xa/ke-hoach.yaml");
    let plan = plan.replace("so: 14-KH/HU, ngay", "ngay")
        + "tong_ket: [{ ma: so-ket, tu: 2024-Q1, den: 2024-Q2 }]\n";
    let closing = "don_vi: suoi-bac\nky: so-ket\nchot_den: 2024-06-15\n";
    let other = plan.replace("ma: hai-xa", "ma: ba-xa");
    let lost = "họp {{ so_lieu.cong_nhan.truoc }}";
    let gap = |text: String| text + "tinh_hinh: Có {{ so_lieu.buoi.cung_ky }} buổi.\n";
    let accepted = |text: String| text + "chap_nhan: [{ ma: V11, o: buoi, ly_do: Đúng. }]\n";
    Dossier::case("hai-xa")
        .write("inputs/hai-xa/ke-hoach.yaml", plan)
        .write("inputs/ba-xa/ke-hoach.yaml", other)
        .write("inputs/ba-xa/2024-Q1/suoi-bac.yaml", "don_vi: suoi-bac\nky: 2024-Q1\n")
        .edit("inputs/hai-xa/2024-Q1/suoi-bac.yaml", slip)
        .edit("inputs/hai-xa/2024-Q1/_tong-hop.yaml", slip)
        .edit("inputs/hai-xa/2024-Q2/_tong-hop.yaml", gap)
        .replace("inputs/hai-xa/2024-Q2/suoi-bac.yaml", "họp", lost)
        .replace("inputs/hai-xa/2024-Q2/doi-may.yaml", "bac_si: 2", "bac_si: 1")
        .edit("inputs/hai-xa/2024-Q2/doi-may.yaml", |text| accepted(gap(text)))
        .write("inputs/hai-xa/2024-Q2/trung-tam.yaml", b"\xff")
        .remove("inputs/hai-xa/2024-Q1/trung-tam.yaml")
        .edit("inputs/hai-xa/don-vi/suoi-bac.yaml", |text| text.replace("12/QĐ", "12\u{200b}/QĐ"))
        .write("inputs/hai-xa/2024-Q1/khong-co.yaml", closing)
        .write("inputs/hai-xa/don-vi/khong-co.yaml", closing)
        .write("inputs/hai-xa/so-ket/suoi-bac.yaml", slip(closing.to_owned()))
        .write("inputs/hai-xa/so-ket/khong-co.yaml", closing)
        .write("inputs/hai-xa/nhap/doi-may.yaml", closing)
        .write("inputs/hai-xa/2024-q1/doi-may.yaml", closing)
        .write("inputs/hai-xa/2024-Q1/doi-may.yml", closing)
        .write("inputs/hai-xa/2024-Q1/cu/doi-may.yaml", closing)
        .write("inputs/hai-xa/ghi-chu.yaml", closing)
        .write("inputs/ghi-chu.yaml", closing)
        .write("inputs/xa-la/2024-Q1/doi-may.yaml", closing)
        .write("inputs/xa-la/nhap/doi-may.yaml", closing)
}

/// Code and file of each finding.
fn places(told: &Told) -> BTreeSet<String> {
    let place = |one: Found| {
        let file = one.tep.expect("a file");
        format!("{} {}", one.ma, file.strip_prefix("inputs/").expect("an input"))
    };
    told.findings().into_iter().map(place).collect()
}

/// What is asked for, and the letter it has below.
const ASKED: [(char, &str); 8] = [
    ('h', "hai-xa"),
    ('b', "ba-xa"),
    ('1', "--period 2024-Q1"),
    ('2', "--period 2024-Q2"),
    ('s', "--unit suoi-bac"),
    ('d', "--unit doi-may"),
    ('t', "--unit tong-hop"),
    ('e', "hai-xa --period 2024-Q2 --unit doi-may"),
];

/// Each finding, and what has to be asked for to be told of it.
const TOLD: [(&str, &str); 28] = [
    ("B01 ba-xa/2024-Q1/doi-may.yaml", "b1dt"),
    ("B01 ba-xa/2024-Q1/trung-tam.yaml", "b1t"),
    ("B01 hai-xa/2024-Q1/trung-tam.yaml", "h1t"),
    ("B01 hai-xa/so-ket/doi-may.yaml", "h2dte"),
    ("B04 ba-xa/ke-hoach.yaml", "b12sdt"),
    ("B04 hai-xa/ke-hoach.yaml", "h12sdte"),
    ("B06 hai-xa/2024-Q2/doi-may.yaml", "h2dte"),
    ("K02 hai-xa/don-vi/suoi-bac.yaml", "h12st"),
    ("V07 hai-xa/2024-Q2/doi-may.yaml", "h2dte"),
    ("V17 hai-xa/2024-Q2/_tong-hop.yaml", "h2t"),
    ("V17 hai-xa/2024-Q2/doi-may.yaml", "h2de"),
    ("Y02 hai-xa/2024-Q1/_tong-hop.yaml", "h1t"),
    ("Y02 hai-xa/2024-Q1/suoi-bac.yaml", "h1st"),
    ("Y02 hai-xa/so-ket/suoi-bac.yaml", "h12st"),
    ("Y04 ba-xa/2024-Q1/suoi-bac.yaml", "b1st"),
    ("Y06 hai-xa/2024-Q1/khong-co.yaml", "h1t"),
    ("Y06 hai-xa/2024-Q2/suoi-bac.yaml", "h2st"),
    ("Y06 hai-xa/don-vi/khong-co.yaml", "h12t"),
    ("Y06 hai-xa/so-ket/khong-co.yaml", "h12t"),
    ("Y07 hai-xa/2024-Q2/trung-tam.yaml", "h2t"),
    ("Y08 ghi-chu.yaml", "hb12sdte"),
    ("Y08 hai-xa/2024-Q1/cu/doi-may.yaml", "h1dt"),
    ("Y08 hai-xa/2024-Q1/doi-may.yml", "h1dt"),
    ("Y08 hai-xa/2024-q1/doi-may.yaml", "h1dt"),
    ("Y08 hai-xa/ghi-chu.yaml", "h12sdte"),
    ("Y08 hai-xa/nhap/doi-may.yaml", "h12dte"),
    ("Y08 xa-la", "b1sdt"),
    ("Y08 xa-la/nhap/doi-may.yaml", "b12dt"),
];

/// What a run tells of, by what was asked for.
fn told_of(dossier: &Dossier, command: &str) -> Vec<(char, BTreeSet<String>)> {
    let run = |asked: &str| {
        dossier.run([command, "--format", "json"].into_iter().chain(asked.split(' ')))
    };
    ASKED.iter().map(|(letter, asked)| (*letter, places(&run(asked)))).collect()
}

#[test]
#[cfg_attr(windows, ignore = "two names that differ in case alone are one there")]
fn a_finding_is_told_when_its_dossier_its_period_and_its_unit_are_asked_for() {
    let dossier = with_slips();
    let all: BTreeSet<String> = TOLD.iter().map(|(finding, _)| (*finding).to_owned()).collect();
    assert_eq!(places(&dossier.check()), all);
    let told_of = told_of(&dossier, "check");
    for (finding, asked) in TOLD {
        let told = told_of.iter().filter(|(_, told)| told.contains(finding));
        assert_eq!(told.map(|(letter, _)| *letter).collect::<String>(), asked, "{finding}");
    }
    for (letter, told) in &told_of {
        assert!(told.is_subset(&all), "{letter}: {:?}", told.difference(&all));
    }
}

#[test]
#[cfg_attr(windows, ignore = "two names that differ in case alone are one there")]
fn what_was_found_by_an_earlier_run_is_told_for_the_same_wishes() {
    let dossier = with_slips();
    let first = told_of(&dossier, "check");
    dossier.build();
    assert_eq!(told_of(&dossier, "build"), first);
}

/// What is told of `file` beside the rest when only the unit `doi-may` is asked for.
fn told_beside(file: &str, arguments: &str) -> BTreeSet<String> {
    let dossier = Dossier::case("hai-xa").write(&format!("inputs/hai-xa/{file}"), "ky: 2024-Q1\n");
    places(
        &dossier
            .run(["check", "--format", "json", "--unit"].into_iter().chain(arguments.split(' '))),
    )
}

#[test]
fn a_return_under_a_wrong_name_is_told_to_who_asks_for_its_unit() {
    for (file, code) in [
        ("2024-Q1/doi-may.yml", "Y08"),
        ("2024-Q1/doi-may.yaml.txt", "Y08"),
        #[cfg(not(windows))] // the same name there
        ("2024-Q1/Doi-May.yaml", "Y06"),
        ("2024-Q1/đồi mây.yaml", "Y06"),
        ("2024-Q1/bao-cao-doi-may (1).yaml", "Y06"),
        ("2024-quy-1/doi-may.yaml", "Y08"),
        ("doi-may.yaml", "Y08"),
    ] {
        let finding = BTreeSet::from([format!("{code} hai-xa/{file}")]);
        assert_eq!(told_beside(file, "doi-may --period 2024-Q1"), finding, "{file}");
        let other = told_beside(file, "suoi-bac --period 2024-Q1");
        assert_eq!(other, BTreeSet::new(), "{file} is another unit's");
    }
    for elsewhere in ["2024-Q2/doi-may.yml", "2024-q2/doi-may.yaml", "2024-Q2/cu/doi-may.yaml"] {
        assert_eq!(
            told_beside(elsewhere, "doi-may --period 2024-Q1"),
            BTreeSet::new(),
            "{elsewhere}"
        );
    }
}

#[test]
fn a_file_of_no_unit_may_be_the_return_that_is_missing() {
    let dossier = Dossier::case("hai-xa");
    let text = dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let dossier = dossier.write("inputs/hai-xa/2024-Q1/xa-moi.yaml", text);
    let asked = ["check", "--format", "json", "--unit", "doi-may", "--period", "2024-Q1"];
    assert_eq!(places(&dossier.run(asked)), BTreeSet::new());
    let lacking = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let told = ["B01 hai-xa/2024-Q1/doi-may.yaml", "Y06 hai-xa/2024-Q1/xa-moi.yaml"];
    assert_eq!(places(&lacking.run(asked)), BTreeSet::from(told.map(str::to_owned)));
}

#[test]
fn what_is_wrong_with_the_plan_is_told_whatever_is_asked_for() {
    let dossier =
        Dossier::case("hai-xa").replace("inputs/hai-xa/ke-hoach.yaml", "chi_tieu:", "chi_tiêu:");
    for asked in ["--unit suoi-bac", "--unit khong-co", "--period 2024-Q1", "--period 2030-Q1"] {
        let told = dossier.run(["check", "--format", "json"].into_iter().chain(asked.split(' ')));
        let told = told.ends_with(1);
        assert!(told.errors().iter().any(|one| one.ma == "Y02"), "{asked}: {}", told.stdout);
    }
}

#[test]
fn where_nothing_is_due_the_reason_is_said() {
    let dossier = Dossier::samples();
    for (asked, reason) in [
        ("--unit ttyt --period 2024-Q1", "hàng cấp trên không có báo cáo riêng"),
        ("ninh-hai --period 2026-Q3", "hồ sơ ninh-hai chưa có số liệu kỳ 2026-Q3"),
        ("ninh-hai --unit lat", "hồ sơ ninh-hai không có đơn vị lat"),
        ("lac-duong --period 2023-Q4", "kỳ của năm gốc không lập báo cáo"),
    ] {
        let told = dossier.run(["check"].into_iter().chain(asked.split(' '))).ends_with(0);
        let line = told.stdout.lines().last().unwrap_or_default();
        assert!(
            line.starts_with("Không có báo cáo nào") && line.contains(reason),
            "{asked}: {line}"
        );
    }
}

#[test]
fn a_period_whose_folder_is_misnamed_is_led_to_it() {
    let dossier = Dossier::case("hai-xa")
        .write("inputs/hai-xa/2024-quy-3/doi-may.yaml", "")
        .write("inputs/hai-xa/2024-quy-3/suoi-bac.yaml", "");
    let told = dossier.run(["check", "--period", "2024-Q3"]).ends_with(2);
    let led = "không được dùng: inputs/hai-xa/2024-quy-3/doi-may.yaml (và 1 tệp khác)";
    assert!(told.stderr.contains(led), "{}", told.stderr);
}
