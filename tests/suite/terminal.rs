//! The command line: what may be typed, what is answered, and with which exit code.

use crate::dossier::{Dossier, reports};

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

/// Both returns of the first quarter with an error.
fn two_broken() -> Dossier {
    let dossier = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 9500");
    dossier.replace(DOI_MAY, "nguoi_bhyt: 9000", "nguoi_bhyt: 90000")
}

#[test]
fn the_program_alone_explains_itself_in_vietnamese() {
    let told = Dossier::empty().run([]).ends_with(0);
    for words in ["Cách dùng:", "Lệnh:", "build", "check", "Kết thúc với mã 0", "HUONG-DAN.md"]
    {
        assert!(told.stdout.contains(words), "no «{words}» in:\n{}", told.stdout);
    }
    assert_eq!(told.stderr, "");
}

#[test]
fn every_command_explains_itself_in_vietnamese() {
    let dossier = Dossier::empty();
    for arguments in [&["--help"][..], &["build", "--help"], &["check", "-h"]] {
        let told = dossier.run(arguments.iter().copied()).ends_with(0);
        assert!(told.stdout.contains("Cách dùng:"), "{}", told.stdout);
        for english in
            ["Usage", "Options", "Arguments", "Commands", "Print", "default:", "possible values"]
        {
            assert!(!told.stdout.contains(english), "«{english}» in:\n{}", told.stdout);
        }
    }
    let version = dossier.run(["--version"]).ends_with(0);
    assert!(version.stdout.contains(env!("CARGO_PKG_VERSION")), "{}", version.stdout);
}

#[test]
fn an_unknown_name_ends_with_two_and_the_nearest_name() {
    let dossier = two_communes();
    for (arguments, nearest) in [
        (&["build", "hai-xã"][..], "hai-xa"),
        (&["build", "hai_xaa"], "hai-xa"),
        (&["build", "--unit", "suoi-bak"], "suoi-bac"),
        (&["build", "--unit", "Đồi Mây"], "doi-may"),
        (&["biuld"], "build"),
        (&["build", "--perod", "2024-Q1"], "--period"),
    ] {
        let told = dossier.run(arguments.iter().copied()).ends_with(2);
        assert!(told.stderr.starts_with("lỗi: "), "{}", told.stderr);
        let asked = format!("có phải là «{nearest}»?");
        assert!(told.stderr.contains(&asked), "{arguments:?}: {}", told.stderr);
        assert_eq!(told.stdout, "");
    }
    assert_eq!(dossier.output_files().len(), 0, "something was built");
}

#[test]
fn a_period_without_files_ends_with_two_and_those_that_have_some() {
    let told = two_communes().run(["check", "--period", "2025-Q1"]).ends_with(2);
    assert!(told.stderr.contains("2025-Q1"), "{}", told.stderr);
    assert!(told.stderr.contains("2024-Q1, 2024-Q2"), "{}", told.stderr);
}

#[test]
fn a_wrong_value_on_the_command_line_ends_with_two_in_vietnamese() {
    let dossier = two_communes();
    for arguments in [
        &["build", "--period", "2024-Q5"][..],
        &["build", "--period", "quý I"],
        &["build", "--jobs", "0"],
        &["build", "--jobs"],
        &["build", "--format", "xml"],
        &["build", "--unit"],
        &["check", "--force"],
        &["build", "hai-xa", "hai-xa", "khong-co-ho-so-nay-dau"],
    ] {
        let told = dossier.run(arguments.iter().copied()).ends_with(2);
        assert!(told.stderr.starts_with("lỗi: "), "{arguments:?}: {}", told.stderr);
        for english in ["error:", "invalid", "Usage", "unexpected"] {
            assert!(!told.stderr.contains(english), "{arguments:?}: {}", told.stderr);
        }
    }
}

#[test]
fn without_an_inputs_folder_there_is_nothing_to_run() {
    let nothing = Dossier::empty();
    let told = nothing.build().ends_with(2);
    assert!(told.stderr.contains("không có thư mục số liệu «inputs»"), "{}", told.stderr);
    assert_eq!(crate::dossier::files(&nothing.path("")), []);
    let a_file = Dossier::empty().write("inputs", "");
    a_file.build().ends_with(2);
    let no_plan = Dossier::empty().write("inputs/hai-xa/2024-Q1/suoi-bac.yaml", "");
    let told = no_plan.build().ends_with(2);
    assert!(told.stderr.contains("ke-hoach.yaml"), "{}", told.stderr);
    two_communes().run(["build", "--templates", "khong-co"]).ends_with(2);
}

#[test]
fn json_has_one_object_a_line_with_its_place() {
    let told = two_broken().run(["build", "--format", "json"]).ends_with(1);
    for found in told.findings() {
        assert_eq!(found.phien_ban, 1);
        assert!(["lỗi", "cảnh báo", "ghi chú"].contains(&found.muc_do.as_str()), "{found:?}");
        assert!(!found.noi_dung.contains('\n') && !found.noi_dung.is_empty(), "{found:?}");
        assert_eq!(found.tep.is_some(), found.dong.is_some() && found.cot.is_some(), "{found:?}");
    }
    assert_eq!(told.of("V02").len(), 2);
    assert_eq!(told.counts(), [4, 0, 2, 0]);
}

#[test]
fn short_has_one_line_a_finding() {
    let told = two_broken().run(["check", "--format", "short"]).ends_with(1);
    let json = two_broken().check();
    assert_eq!(told.stderr.lines().count(), json.findings().len());
    for (line, found) in told.stderr.lines().zip(json.findings()) {
        let severity = format!("{}[{}]: {}", found.muc_do, found.ma, found.noi_dung);
        assert!(line.contains(&severity), "{line}\n{severity}");
        if let (Some(file), Some(row), Some(column)) = (found.tep, found.dong, found.cot) {
            assert!(line.starts_with(&format!("{file}:{row}:{column}: ")), "{line}");
        }
    }
}

#[test]
fn people_see_the_line_itself_and_what_to_do() {
    let told = two_broken().run(["check"]).ends_with(1);
    for words in [
        "lỗi[V02]: «nguoi_bhyt» là 9.500, lớn hơn «dan_so» là 1.000",
        "--> inputs/hai-xa/2024-Q1/suoi-bac.yaml:6:15",
        "  nguoi_bhyt: 9500",
        "cách sửa: ",
    ] {
        assert!(told.stderr.contains(words), "no «{words}» in:\n{}", told.stderr);
    }
    assert!(!told.stderr.contains('\u{1b}'), "colours where nobody sees them");
}

#[test]
fn warnings_end_with_one_only_when_strict() {
    let warned = two_communes().replace(SUOI_BAC, "  buoi: 1\n", "");
    warned.run(["check"]).ends_with(0);
    warned.run(["check", "--strict"]).ends_with(1);
    warned.run(["build", "--strict"]).ends_with(1);
    assert_eq!(reports(&warned.output_files()).len(), 6, "a warning refuses no report");
    two_communes().run(["build", "--strict"]).ends_with(0);
}

#[test]
fn the_first_error_stops_a_run_that_should() {
    let dossier = two_broken();
    let told = dossier.run(["build", "--fail-fast", "--format", "json"]).ends_with(1);
    assert_eq!(told.errors().len(), 1);
    assert!(told.stderr.contains("chưa làm"), "{}", told.stderr);
    assert_eq!(reports(&dossier.output_files()).len(), 0);
    two_communes().run(["build", "--fail-fast"]).ends_with(0);
}

#[test]
fn only_what_is_asked_for_is_built() {
    for (arguments, built) in [
        (
            &["--period", "2024-Q1"][..],
            &["2024-Q1/doi-may", "2024-Q1/suoi-bac", "2024-Q1/tong-hop"][..],
        ),
        (&["--unit", "doi-may"], &["2024-Q1/doi-may", "2024-Q2/doi-may"]),
        (&["--unit", "tong-hop", "--period", "2024-Q2"], &["2024-Q2/tong-hop"]),
        (&["hai-xa", "--unit", "suoi-bac", "--period", "2024-Q1"], &["2024-Q1/suoi-bac"]),
    ] {
        let dossier = two_communes();
        dossier.run([&["build"], arguments].concat()).ends_with(0);
        let names: Vec<String> = built.iter().map(|name| format!("hai-xa/{name}")).collect();
        assert_eq!(reports(&dossier.output_files()), names, "{arguments:?}");
    }
}

#[test]
fn one_dossier_is_built_and_judged_without_the_others() {
    let plan =
        two_communes().read("inputs/hai-xa/ke-hoach.yaml").replace("ma: hai-xa", "ma: ba-xa");
    let dossier = two_broken().write("inputs/ba-xa/ke-hoach.yaml", plan);
    let good = two_communes().read(SUOI_BAC);
    let dossier = dossier.write("inputs/ba-xa/2024-Q1/suoi-bac.yaml", good);
    let told = dossier.run(["build", "ba-xa", "--format", "json"]).ends_with(0);
    let here = |one: &crate::told::Found| one.place().0.starts_with("inputs/ba-xa/");
    assert!(told.findings().iter().all(here), "{}", told.stdout);
    assert!(reports(&dossier.output_files()).iter().all(|name| name.starts_with("ba-xa/")));
    dossier.build().ends_with(1);
}

#[test]
fn other_folders_than_the_usual_ones_can_be_named() {
    let dossier = two_communes();
    let named = ["build", "--inputs", "./inputs/", "--out", "ket-qua/nam-2024"];
    dossier.run(named).ends_with(0);
    assert!(dossier.is_there("ket-qua/nam-2024/hai-xa/2024-Q1/tong-hop.pdf"));
    assert!(!dossier.is_there("out"));
}
