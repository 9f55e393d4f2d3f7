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
        &["build", "--period", "quý"],
        &["build", "--period", "3/2024"],
        &["build", "--jobs", "0"],
        &["build", "--jobs", "-1"],
        &["build", "--jobs", "257"],
        &["build", "--jobs", "99999999999"],
        &["build", "--jobs", "99999999999999999999999"],
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
    let mut sorted = json.findings();
    sorted.sort_by_key(|found| {
        ["ghi chú", "cảnh báo", "lỗi"].iter().position(|word| *word == found.muc_do)
    });
    for (line, found) in told.stderr.lines().zip(sorted) {
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

#[test]
fn a_value_that_cannot_be_used_is_answered_with_one_that_can() {
    let dossier = two_communes();
    for (option, typed, form) in [
        ("--jobs", "99999999999", "ghi một số từ 1 đến 256; không nêu thì theo số nhân của máy"),
        ("--jobs", "-1", "ghi một số từ 1 đến 256"),
        ("--jobs", "hai", "ghi một số từ 1 đến 256"),
        ("--period", "2024-Q5", "kỳ viết năm-Qsố, ví dụ 2024-Q3, số quý từ 1 đến 4"),
        ("--period", "3/2024", "nếu là quý III năm 2024 thì viết 2024-Q3"),
    ] {
        let told = dossier.run(["build", option, typed]).ends_with(2);
        let start = format!("lỗi: «{typed}» không dùng được cho «{option} <");
        assert!(told.stderr.starts_with(&start) && told.stderr.contains(form), "{}", told.stderr);
    }
    for (command, option, typed, form) in [
        ("draft", "--lan", "0", "ghi lần dự thảo bằng một số từ 1 đến 255"),
        ("draft", "--lan", "-1", "ghi lần dự thảo bằng một số từ 1 đến 255"),
        ("draft", "--lan", "hai", "ghi lần dự thảo bằng một số từ 1 đến 255"),
        ("serve", "--port", "80", "ghi một số từ 1024 đến 65535"),
        ("serve", "--port", "chín", "ghi một số từ 1024 đến 65535"),
    ] {
        let told = dossier.run([command, option, typed]).ends_with(2);
        let start = format!("lỗi: «{typed}» không dùng được cho «{option} <");
        assert!(told.stderr.starts_with(&start) && told.stderr.contains(form), "{}", told.stderr);
    }
    dossier.run(["check", "--jobs", "256"]).ends_with(0);
}

#[test]
fn a_name_is_understood_however_it_is_written() {
    let dossier = two_communes();
    let expected = dossier.run(["check", "hai-xa", "--period", "2024-Q2", "--unit", "suoi-bac"]);
    assert!(expected.stdout.starts_with("Đã kiểm tra 1 báo cáo"), "{}", expected.stdout);
    for asked in [
        "inputs/hai-xa --period 2024-q2 --unit suoi_bac",
        "inputs/hai-xa/ --period Q2 --unit Suoi-Bac",
        "./inputs/hai_xa --period 2024q2 --unit suoi-bac.yaml",
        "hai_xa --period II/2024 --unit suoi-bac",
        "Hai-Xa --period 2024-quy-2 --unit suoi-bac",
    ] {
        let told = dossier.run(["check"].into_iter().chain(asked.split(' ')));
        assert_eq!((told.code, told.stdout), (0, expected.stdout.clone()), "{asked}");
    }
    let told = dossier.run(["check", "inputs/hai-xa/2024-Q1/suoi-bac.yaml"]).ends_with(2);
    let asked = "có phải là «hai-xa --period 2024-Q1 --unit suoi-bac»?";
    assert!(told.stderr.contains(asked), "{}", told.stderr);
    dossier.run(["schema", "inputs/hai_xa/"]).ends_with(0);
    dossier.run(["explain", "inputs/hai-xa", "quý I", "Tong_hop"]).ends_with(0);
}

#[test]
fn a_quarter_of_several_years_is_asked_about() {
    let told = Dossier::samples().run(["check", "--period", "Q3"]).ends_with(2);
    let asked = "quý 3 của năm nào? Ghi cả năm: 2024-Q3, 2026-Q3";
    assert!(told.stderr.contains(asked), "{}", told.stderr);
    let told = Dossier::samples().run(["check", "ninh-hai", "--period", "Q3"]).ends_with(0);
    assert!(told.stdout.starts_with("Đã kiểm tra"), "{}", told.stdout);
}

#[test]
fn many_warnings_of_a_kind_are_one_line_and_errors_stand_last() {
    let gaps = ["bac_si", "nguoi_bhyt", "dan_so", "buoi"];
    let without = |text: String| -> String {
        let kept = |line: &&str| !gaps.iter().any(|gap| line.trim_start().starts_with(gap));
        text.split_inclusive('\n').filter(kept).collect()
    };
    let dossier = two_broken().edit("inputs/hai-xa/2024-Q2/suoi-bac.yaml", without);
    let brief = dossier.run(["check"]).ends_with(1);
    let count = dossier.check().of("B03").len();
    assert!(count > 3, "{count}");
    let line = format!("cảnh báo[B03]: {count} số liệu thiếu ở suoi-bac, kỳ 2024-Q2\n");
    assert!(brief.stderr.contains(&line), "{}", brief.stderr);
    let last_warning = brief.stderr.rfind("cảnh báo[").expect("a warning");
    assert!(
        brief.stderr.find("lỗi[V02]").is_some_and(|first| first > last_warning),
        "{}",
        brief.stderr
    );
    assert!(brief.stdout.ends_with("(thêm --details để xem đủ).\n"), "{}", brief.stdout);
    let full = dossier.run(["check", "--details"]).ends_with(1);
    assert_eq!(full.stderr.matches("cảnh báo[B03]").count(), count);
    assert!(full.stdout.ends_with(" ghi chú.\n"), "{}", full.stdout);
}

#[test]
fn notes_are_only_counted_unless_they_are_asked_for() {
    let dossier = Dossier::samples();
    let told = dossier.run(["check", "ninh-hai"]).ends_with(0);
    assert!(!told.stderr.contains("ghi chú["), "{}", told.stderr);
    assert!(told.stdout.contains(" ghi chú (thêm --details để xem đủ)"), "{}", told.stdout);
    for option in [&["--details"][..], &["--format", "short"]] {
        let told = dossier.run([&["check", "ninh-hai"], option].concat()).ends_with(0);
        assert!(told.stderr.contains("ghi chú[B04]"), "{option:?}: {}", told.stderr);
    }
}

#[test]
fn a_slip_in_a_commands_words_leads_to_that_commands_help() {
    let dossier = Dossier::empty();
    for (typed, help) in [
        (&["import", "a.xlsx", "--khong-co"][..], "baocao import --help"),
        (&["status", "--today", "hôm nay"], "baocao status --help"),
        (&["khong-co"], "baocao --help"),
    ] {
        let told = dossier.run(typed.iter().copied()).ends_with(2).stderr;
        assert!(told.contains(&format!("Gõ «{help}» để xem cách dùng.")), "{told}");
    }
}
