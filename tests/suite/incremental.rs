//! What is built again after an edit, and why: exactly what the edit shaped, told down to the value. Not for what a
//! build leaves in the folder ([`crate::output`]).
#![expect(clippy::disallowed_methods, reason = "the tests change times and remove folders")]

use std::fs::File;

use crate::dossier::{Dossier, SAMPLES, reports};
use crate::told::Told;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q2/doi-may.yaml";
const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";

fn built() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    dossier
}

fn why(dossier: &Dossier) -> Told {
    dossier.run(["build", "--why"])
}

/// What is said of one report.
#[track_caller]
fn reason<'t>(told: &'t Told, name: &str) -> &'t str {
    let mut lines = told.stdout.lines().filter_map(|line| line.split_once(": "));
    let line = lines.find(|(own, _)| *own == format!("hai-xa/{name}"));
    line.unwrap_or_else(|| panic!("{name} is not in:\n{}", told.stdout)).1
}

/// The reports that were built, without the dossier's name.
fn rebuilt(told: &Told) -> Vec<&str> {
    let lines =
        told.stdout.lines().filter_map(|line| line.strip_prefix("hai-xa/")?.split_once(": "));
    lines.filter(|(_, why)| *why != "không đổi").map(|(name, _)| name).collect()
}

#[test]
fn a_changed_figure_is_told_with_what_it_was_and_what_it_is() {
    let dossier = built().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    let told = why(&dossier).ends_with(0);
    let value = format!("so_lieu.nguoi_bhyt 950 → 940 ({SUOI_BAC})");
    for name in ["2024-Q1/suoi-bac", "2024-Q1/tong-hop", "2024-Q2/suoi-bac", "2024-Q2/tong-hop"] {
        assert_eq!(reason(&told, name), value);
    }
    assert_eq!(rebuilt(&told).len(), 4);
}

#[test]
fn a_value_is_named_even_if_others_were_built_in_between() {
    let dossier = built().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    dossier.run(["build", "--unit", "suoi-bac"]).ends_with(0);
    let dossier = dossier.replace(SUOI_BAC, "dan_so: 1000", "dan_so: 1002");
    let told = why(&dossier).ends_with(0);
    let people = format!("so_lieu.dan_so 1.000 → 1.002 ({SUOI_BAC})");
    assert_eq!(reason(&told, "2024-Q1/suoi-bac"), people);
    let both = format!("{people}; so_lieu.nguoi_bhyt 950 → 940 ({SUOI_BAC})");
    assert_eq!(reason(&told, "2024-Q1/tong-hop"), both);
}

#[test]
fn a_later_return_never_shapes_an_earlier_report() {
    let dossier = built().replace(DOI_MAY, "so_lieu:", "so_lieu:   # tháng 6");
    assert_eq!(rebuilt(&why(&dossier).ends_with(0)), Vec::<&str>::new());
    let later = Dossier::case("hai-xa");
    let later = later.edit(DOI_MAY, |text| text.replace("dan_so: ", "dan_so: 1"));
    let told = later.run(["build", "--format", "json"]);
    assert!(told.counts()[0] >= 3, "{}", told.stdout);
    let before = built().output_files();
    for name in ["suoi-bac", "doi-may", "tong-hop"].map(|name| format!("hai-xa/2024-Q1/{name}.pdf"))
    {
        assert!(later.output_files()[&name] == before[&name], "{name}");
    }
}

#[test]
fn a_plan_is_told_by_its_keys() {
    let dossier = built().replace(PLAN, "gia_tri: 100, nam: 2025", "gia_tri: 99, nam: 2025");
    let told = why(&dossier).ends_with(0);
    let reason = reason(&told, "2024-Q1/suoi-bac");
    assert!(reason.starts_with("chi_tieu.") && reason.contains(".gia_tri 100 → 99"), "{reason}");
    assert!(reason.ends_with(&format!("({PLAN})")), "{reason}");
}

#[test]
fn a_template_is_told_by_its_name() {
    let section = "report-templates/quy/muc/kien-nghi.typ.j2";
    let dossier = built().write(section, "Một câu do khuôn mẫu in.\n");
    let told = why(&dossier).ends_with(0);
    assert_eq!(reason(&told, "2024-Q1/suoi-bac"), "khuôn mẫu quy/muc/kien-nghi.typ.j2 đã đổi");
    assert_eq!(rebuilt(&told), ["2024-Q1/suoi-bac", "2024-Q1/doi-may", "2024-Q1/tong-hop"]);
}

#[test]
fn a_time_shapes_nothing() {
    let dossier = built();
    let later = std::time::SystemTime::UNIX_EPOCH + std::time::Duration::from_secs(4_000_000_000);
    for path in [SUOI_BAC, PLAN] {
        let file = File::options().append(true).open(dossier.path(path)).expect("the file");
        file.set_modified(later).expect("a time");
    }
    assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
}

#[test]
fn what_no_page_prints_rebuilds_nothing() {
    let source = "dan_so: { gia_tri: 1000, nguon: Công an xã }";
    let dossier = built().replace(SUOI_BAC, "dan_so: 1000", source);
    assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
}

#[test]
fn with_nothing_to_do_a_build_prints_one_line_and_what_is_new() {
    let dossier = Dossier::samples();
    let asked = ["build", "--period", "2024-Q1"];
    let first = dossier.run(asked).ends_with(0);
    assert!(first.stderr.contains("cảnh báo["), "{}", first.stderr);
    let second = dossier.run(asked).ends_with(0);
    assert_eq!((second.stderr.as_str(), second.stdout.lines().count()), ("", 1));
    assert!(second.stdout.contains("đã nêu lần trước"), "{}", second.stdout);
    assert_eq!(second.counts()[0], 0);
    let dossier = dossier.write("inputs/lac-duong/2024-Q1/lat.yml", "");
    let third = dossier.run(asked).ends_with(0);
    assert_eq!(third.stderr.matches("cảnh báo[").count(), 1, "{}", third.stderr);
    assert!(third.stderr.contains("cảnh báo[Y08]"), "{}", third.stderr);
    assert!(third.stdout.contains("chỉ nêu điều mới"), "{}", third.stdout);
    assert_eq!(dossier.run(asked).ends_with(0).stderr, "", "told once");
    let checked = dossier.run(["check", "--period", "2024-Q1"]).ends_with(0);
    let warnings = |text: &str| text.matches("cảnh báo[").count();
    assert_eq!(warnings(&checked.stderr), warnings(&first.stderr) + 1, "a check forgets nothing");
}

#[test]
fn what_was_told_before_is_told_again_where_it_is_asked_for_or_ends_with_one() {
    let dossier = Dossier::samples();
    let asked = ["build", "--period", "2024-Q1"];
    dossier.run(asked).ends_with(0);
    let again = |more: &[&'static str], code: i32| {
        dossier.run([&asked, more].concat()).ends_with(code).stderr.contains("cảnh báo[")
    };
    assert!(
        again(&["--details"], 0) && again(&["--format", "short"], 0) && again(&["--strict"], 1)
    );
    let json = dossier.run([&asked[..], &["--format", "json"]].concat()).findings();
    assert!(json.iter().any(|one| one.muc_do == "ghi chú") && json.len() > 2, "{json:?}");
}

#[test]
fn a_build_of_one_unit_makes_no_news_of_the_others() {
    let dossier = Dossier::samples();
    dossier.run(["build", "lac-duong", "--period", "2024-Q1"]).ends_with(0);
    dossier.run(["build", "lac-duong", "--period", "2024-Q1", "--unit", "lat"]).ends_with(0);
    let told = dossier.run(["build", "lac-duong", "--period", "2024-Q1"]).ends_with(0);
    assert_eq!(told.stderr, "");
}

#[test]
fn a_refused_report_is_told_until_it_is_right() {
    let dossier = built().replace(SUOI_BAC, "dan_so: 1000", "dan_so: một nghìn");
    let first = dossier.build().ends_with(1);
    let second = dossier.build().ends_with(1);
    assert_eq!(first.stderr, second.stderr);
    assert_eq!(second.counts(), [0, 5, 1, 0]);
    let dossier = dossier.replace(SUOI_BAC, "dan_so: một nghìn", "dan_so: 1000");
    assert_eq!(dossier.build().ends_with(0).counts(), [3, 3, 0, 0], "it, and what speaks of it");
}

#[test]
fn bytes_are_looked_at_only_on_request() {
    let dossier = built();
    let path = dossier.path("out/hai-xa/2024-Q1/suoi-bac.pdf");
    let written = std::fs::metadata(&path).and_then(|data| data.modified()).expect("a time");
    let whole = dossier.output_files()["hai-xa/2024-Q1/suoi-bac.pdf"].clone();
    let mut damaged = whole.clone();
    damaged[100] ^= 1;
    let dossier = dossier.write("out/hai-xa/2024-Q1/suoi-bac.pdf", &damaged);
    let file = File::options().write(true).open(&path).expect("the file");
    file.set_modified(written).expect("a time");
    drop(file);
    assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
    let told = dossier.run(["build", "--verify", "--why"]).ends_with(0);
    assert_eq!(reason(&told, "2024-Q1/suoi-bac"), "tệp PDF đã bị thay đổi");
    assert!(dossier.output_files()["hai-xa/2024-Q1/suoi-bac.pdf"] == whole);
}

#[test]
fn a_report_without_a_return_is_named_and_removed_on_request() {
    let dossier = built().remove(SUOI_BAC);
    let told = dossier.run(["build", "--format", "json"]).ends_with(0);
    let orphan = told.one("G03");
    assert!(orphan.noi_dung.contains("hai-xa/2024-Q1/suoi-bac.pdf"), "{orphan:?}");
    assert!(orphan.cach_sua.is_some_and(|hint| hint.contains("--prune")));
    assert!(dossier.has("hai-xa/2024-Q1/suoi-bac"), "only named");
    let told = dossier.run(["build", "--prune", "--why"]).ends_with(0);
    assert!(
        told.stdout.contains("hai-xa/2024-Q1/suoi-bac: đã xóa, báo cáo thừa"),
        "{}",
        told.stdout
    );
    assert!(told.stdout.contains("đã xóa 1 báo cáo thừa"), "{}", told.stdout);
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac"));
    assert_eq!(reports(&dossier.output_files()).len(), 5);
    assert!(!dossier.read("out/manifest.json").contains("2024-Q1/suoi-bac"));
}

#[test]
fn a_part_of_the_work_prunes_its_own_leftovers_alone() {
    let doi_may = "inputs/hai-xa/2024-Q1/doi-may.yaml";
    let dossier = built().remove(SUOI_BAC).remove(doi_may);
    let told = dossier.run(["build", "--unit", "suoi-bac", "--format", "json"]).ends_with(0);
    assert!(told.one("G03").noi_dung.contains("suoi-bac.pdf"), "{}", told.stdout);
    let other = dossier.run(["build", "--period", "2024-Q2", "--format", "json"]).ends_with(0);
    assert_eq!(other.of("G03"), []);
    let pruned = ["build", "--prune", "--unit", "suoi-bac", "--period", "2024-Q1"];
    let told = dossier.run(pruned).ends_with(0);
    assert!(told.stdout.contains("đã xóa 1 báo cáo thừa"), "{}", told.stdout);
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac") && dossier.has("hai-xa/2024-Q1/doi-may"));
}

#[test]
fn a_leftover_somebody_worked_on_is_not_removed() {
    let dossier = built().remove(SUOI_BAC).write("out/hai-xa/2024-Q1/suoi-bac.pdf", "%PDF mine");
    let told = dossier.run(["build", "--prune", "--format", "json"]).ends_with(0);
    assert!(told.one("G03").noi_dung.contains("không xóa"), "{}", told.stdout);
    assert!(dossier.has("hai-xa/2024-Q1/suoi-bac"));
}

#[test]
fn a_plan_with_errors_loses_no_report() {
    let dossier = built().replace(PLAN, "chi_tieu:", "chi_tiêu:");
    let told = dossier.run(["build", "--prune"]).ends_with(1);
    assert!(!told.stderr.contains("G03"), "{}", told.stderr);
    assert!(told.stdout.contains("nên chưa xóa báo cáo thừa"), "{}", told.stdout);
    assert_eq!(reports(&dossier.output_files()).len(), 6);
}

#[test]
fn a_dossier_that_is_gone_leaves_its_reports_until_they_are_pruned() {
    let dossier = Dossier::samples().with_files("tests/cases/hai-xa");
    dossier.run(["build", "hai-xa"]).ends_with(0);
    std::fs::remove_dir_all(dossier.path("inputs/hai-xa")).expect("removed");
    let told =
        dossier.run(["build", "--prune", "--period", "2024-Q1", "--unit", "lat"]).ends_with(0);
    assert!(!told.stdout.contains("báo cáo thừa"), "a part of the work prunes nothing");
    let told = dossier.run(["build", "--prune", "--unit", "lat"]).ends_with(0);
    assert!(!told.stdout.contains("báo cáo thừa"), "{}", told.stdout);
    assert_eq!(dossier.output_files().keys().filter(|name| name.contains("hai-xa")).count(), 8);
}

#[test]
fn without_its_memory_a_build_says_and_leaves_the_same() {
    let others = [&b""[..], b"{", b"\xff", b"{\"phien_ban\":1}", b"{\"version\":9}"];
    for broken in others.into_iter().map(Some).chain([None]) {
        let dossier = built();
        let before = dossier.output_files();
        let memory = "out/.baocao/da-doc.json";
        let dossier = match broken {
            None => dossier.remove(memory),
            Some(bytes) => dossier.write(memory, bytes),
        };
        assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
        assert!(dossier.output_files() == before);
    }
}

#[test]
fn a_report_alone_is_the_one_made_among_all() {
    let dossier = Dossier::samples();
    for unit in ["dung-kno", "ttyt", "thanh-hai", "tong-hop"] {
        let told = dossier.run(["build", "--unit", unit, "--format", "json"]);
        assert_ne!(told.code, 2, "{}", told.stderr);
    }
    let alone = dossier.output_files();
    let names = reports(&alone);
    assert!(names.len() >= 20, "{names:?}");
    for name in names.iter().map(|name| format!("{name}.pdf")) {
        assert!(alone[&name] == SAMPLES.1[&name], "{name}");
    }
}

#[test]
fn what_is_found_after_edits_is_what_a_cold_build_finds() {
    let lat = "inputs/lac-duong/2025-Q1/lat.yaml";
    let da_sar = "inputs/lac-duong/2025-Q1/da-sar.yaml";
    let dossier = Dossier::samples();
    dossier.build().ends_with(0);
    let told = |dossier: &Dossier, out: &str| {
        let told = dossier.run(["build", "lac-duong", "--format", "json", "--out", out]);
        // Only the other folder holds an older PDF of a report that is now refused.
        let found = told.findings().into_iter().filter(|one| one.ma != "G02");
        let found = found.map(|one| format!("{one:?}"));
        (told.code, found.collect::<Vec<_>>())
    };
    let dossier = dossier.replace(lat, "nguoi_bhyt: 6531", "nguoi_bhyt: 6530");
    assert_eq!(told(&dossier, "out"), told(&dossier, "cold"));
    let dossier = dossier.replace(lat, "nguoi_bhyt: 6530", "nguoi_bhyt: nhiều");
    assert_eq!(told(&dossier, "out").0, 1);
    let dossier = dossier.edit(da_sar, |text| text.replace("tinh_hinh:", "# một dòng\ntinh_hinh:"));
    let broken = told(&dossier, "out");
    assert!(broken.1.iter().any(|one| one.contains("nhiều")), "{broken:?}");
    assert_eq!(broken, told(&dossier, "colder"));
}

#[test]
fn after_many_edits_the_folder_is_that_of_a_cold_build() {
    let dossier = built().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940").replace(
        PLAN,
        "gia_tri: 100, nam: 2025",
        "gia_tri: 99, nam: 2025",
    );
    dossier.build().ends_with(0);
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 940", "nguoi_bhyt: 945").remove(DOI_MAY);
    dossier.run(["build", "--prune"]).ends_with(0);
    let cold = Dossier::case("hai-xa")
        .replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 945")
        .replace(PLAN, "gia_tri: 100, nam: 2025", "gia_tri: 99, nam: 2025")
        .remove(DOI_MAY);
    cold.run(["build", "--jobs", "1"]).ends_with(0);
    assert!(dossier.output_files() == cold.output_files());
}
