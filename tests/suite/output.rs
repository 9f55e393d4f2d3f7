//! What lies in `out/` after a run: whole files, only what had to change, and the reason for each.

use crate::dossier::{Dossier, OutputFiles};
use crate::told::Told;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

fn two_communes() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    dossier
}

/// The files of `after` that are new or differ.
fn touched<'a>(before: &OutputFiles, after: &'a OutputFiles) -> Vec<&'a str> {
    let differs = |(name, bytes): &(&String, &Vec<u8>)| before.get(*name) != Some(*bytes);
    after.iter().filter(differs).map(|(name, _)| name.as_str()).collect()
}

/// The reports `--why` says were built, and why.
fn why(told: &Told) -> Vec<(&str, &str)> {
    let lines = told.stdout.lines().filter_map(|line| line.split_once(": "));
    let named = lines.filter(|(name, _)| name.contains("/2024-Q"));
    named.filter(|(_, why)| *why != "không đổi").collect()
}

#[test]
fn a_build_leaves_reports_suggestions_and_a_manifest_and_nothing_else() {
    let output_files = two_communes().output_files();
    let names: Vec<&str> = output_files.keys().map(String::as_str).collect();
    let expected = [
        "hai-xa/2024-Q1/doi-may.pdf",
        "hai-xa/2024-Q1/suoi-bac.pdf",
        "hai-xa/2024-Q1/tong-hop.goi-y.yaml",
        "hai-xa/2024-Q1/tong-hop.pdf",
        "hai-xa/2024-Q2/doi-may.pdf",
        "hai-xa/2024-Q2/suoi-bac.pdf",
        "hai-xa/2024-Q2/tong-hop.goi-y.yaml",
        "hai-xa/2024-Q2/tong-hop.pdf",
        "manifest.json",
    ];
    assert_eq!(names, expected);
}

#[test]
fn checking_writes_nothing() {
    let dossier = Dossier::case("hai-xa");
    dossier.run(["check"]).ends_with(0);
    assert!(!dossier.is_there("out"));
}

#[test]
fn suggestions_gather_the_units_own_words_by_name() {
    let dossier = two_communes();
    let text = dossier.read("out/hai-xa/2024-Q1/tong-hop.goi-y.yaml");
    let read: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
    let limits = read["danh_gia"]["han_che"].as_str().expect("limits");
    assert!(
        limits.contains("xã Suối Bạc") && limits.contains("Đường vào thôn xa còn khó đi."),
        "{limits}"
    );
    assert!(
        limits.contains("xã Đồi Mây") && limits.contains("Còn một thôn thiếu nhân viên."),
        "{limits}"
    );
    let proposals = read["kien_nghi"]["huyen"].as_str().expect("proposals");
    assert!(proposals.contains("Đề nghị huyện sửa cầu Suối Bạc."), "{proposals}");
    assert!(text.is_ascii() || text.contains("Suối Bạc"), "names are written as they are");
}

#[test]
fn suggestions_hold_hostile_text_as_text() {
    let words = "- [a]: {b} # c & *d !e | > % @ ` \\\"\\\\ : -";
    let line = format!("han_che: \"{words}\"");
    let dossier =
        Dossier::case("hai-xa").replace(SUOI_BAC, "han_che: Đường vào thôn xa còn khó đi.", &line);
    dossier.build().ends_with(0);
    let text = dossier.read("out/hai-xa/2024-Q1/tong-hop.goi-y.yaml");
    let read: serde_json::Value = serde_yaml::from_str(&text).expect("YAML");
    let limits = read["danh_gia"]["han_che"].as_str().expect("limits");
    assert!(limits.contains("[a]: {b} # c & *d !e | > % @ ` \"\\ : -"), "{limits}");
}

#[test]
fn one_edited_figure_rebuilds_what_it_shapes_and_nothing_else() {
    let dossier = two_communes();
    let before = dossier.output_files();
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    let told = dossier.run(["build", "--why"]).ends_with(0);
    let built: Vec<&str> = why(&told).iter().map(|(name, _)| *name).collect();
    let shaped = ["2024-Q1/suoi-bac", "2024-Q1/tong-hop", "2024-Q2/suoi-bac", "2024-Q2/tong-hop"];
    assert_eq!(built, shaped.map(|name| format!("hai-xa/{name}")), "{}", told.stdout);
    let mut files: Vec<String> = shaped.iter().map(|name| format!("hai-xa/{name}.pdf")).collect();
    files.push("manifest.json".to_owned());
    assert_eq!(touched(&before, &dossier.output_files()), files);
}

#[test]
fn one_edited_sentence_rebuilds_its_own_report_only() {
    let dossier = two_communes();
    let dossier = dossier.replace(SUOI_BAC, "bốn thôn.", "cả bốn thôn.");
    let told = dossier.run(["build", "--why"]).ends_with(0);
    assert_eq!(told.counts(), [1, 5, 0, 0]);
    let words = "nhiem_vu.nhan_thuc Xã Suối Bạc đã họp dân ở bốn thôn. → Xã Suối Bạc đã họp dân ở cả bốn thôn.";
    assert_eq!(why(&told), [("hai-xa/2024-Q1/suoi-bac", &*format!("{words} ({SUOI_BAC})"))]);
}

#[test]
fn a_comment_or_another_order_of_keys_rebuilds_nothing() {
    let dossier = two_communes().edit(SUOI_BAC, |text| {
        let moved = "  buoi: 1\n";
        text.replace(moved, "").replace("so_lieu:\n", &format!("so_lieu:   # tháng 3\n{moved}"))
    });
    assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
}

#[test]
fn a_late_return_is_built_and_changes_the_roll_ups_it_shapes() {
    let doi_may = "inputs/hai-xa/2024-Q1/doi-may.yaml";
    let late = Dossier::case("hai-xa").read(doi_may);
    let dossier = Dossier::case("hai-xa").remove(doi_may);
    dossier.build().ends_with(0);
    let dossier = dossier.write(doi_may, late);
    let told = dossier.run(["build", "--why"]).ends_with(0);
    assert_eq!(why(&told)[0], ("hai-xa/2024-Q1/doi-may", "báo cáo mới"));
    let built: Vec<&str> = why(&told).iter().map(|(name, _)| *name).collect();
    assert!(
        built.contains(&"hai-xa/2024-Q1/tong-hop") && !built.contains(&"hai-xa/2024-Q2/suoi-bac"),
        "{built:?}"
    );
}

#[test]
fn a_deleted_or_damaged_pdf_is_made_again() {
    let dossier = two_communes();
    let before = dossier.output_files();
    let dossier = dossier
        .remove("out/hai-xa/2024-Q1/suoi-bac.pdf")
        .write("out/hai-xa/2024-Q2/doi-may.pdf", "%PDF");
    let told = dossier.run(["build", "--why"]).ends_with(0);
    let again = [
        ("hai-xa/2024-Q1/suoi-bac", "tệp PDF không còn"),
        ("hai-xa/2024-Q2/doi-may", "tệp PDF đã bị thay đổi"),
    ];
    assert_eq!(why(&told), again);
    assert!(dossier.output_files() == before, "the bytes are those of before");
}

#[test]
fn the_manifest_keeps_the_keys_it_has_always_had() {
    let text = two_communes().read("out/manifest.json");
    let manifest: serde_json::Value = serde_json::from_str(&text).expect("JSON");
    assert_eq!(manifest["phien_ban"], 2);
    let report = &manifest["bao_cao"]["hai-xa/2024-Q1/suoi-bac"];
    for key in ["noi_dung", "the_thuc", "phong_chu", "chuong_trinh"] {
        assert!(report["dau_van_tay"][key].is_string(), "no {key} in {report}");
    }
    let pdf = &report["tep"]["pdf"];
    assert!(pdf["kich_thuoc"].is_u64() && pdf["bam"].is_string(), "{report}");
}

#[test]
fn a_broken_or_foreign_manifest_means_rebuilding() {
    for manifest in
        [&b""[..], b"{", b"\xff", b"[]", b"{\"phien_ban\":0,\"bao_cao\":{}}", b"{\"phien_ban\":1}"]
    {
        let dossier = two_communes().write("out/manifest.json", manifest);
        assert_eq!(dossier.build().ends_with(0).counts(), [6, 0, 0, 0]);
        assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
    }
    let dossier = two_communes().remove("out/manifest.json");
    assert_eq!(dossier.build().ends_with(0).counts(), [6, 0, 0, 0]);
}

#[test]
fn all_is_rebuilt_on_request() {
    let dossier = two_communes();
    let before = dossier.output_files();
    let told = dossier.run(["build", "--force", "--why"]).ends_with(0);
    assert_eq!(told.counts(), [6, 0, 0, 0]);
    assert!(why(&told).iter().all(|(_, why)| why.contains("--force")), "{}", told.stdout);
    assert!(dossier.output_files() == before);
}

#[test]
fn building_one_report_keeps_what_is_known_of_the_others() {
    let dossier = two_communes();
    dossier.run(["build", "--unit", "suoi-bac", "--force"]).ends_with(0);
    assert_eq!(dossier.build().ends_with(0).counts(), [0, 6, 0, 0]);
}

#[test]
fn a_file_in_the_way_costs_one_report_and_leaves_no_trace() {
    let dossier = Dossier::case("hai-xa").write("out/hai-xa/2024-Q1/suoi-bac.pdf/x", "");
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    assert_eq!(told.counts(), [5, 0, 0, 1]);
    assert!(told.one("G01").noi_dung.contains("suoi-bac.pdf"), "{}", told.stdout);
    let output_files = dossier.output_files();
    assert!(
        !output_files.keys().any(|name| name.contains(".tmp") || name.contains(".baocao")),
        "{:?}",
        output_files.keys()
    );
}

#[test]
fn an_output_folder_that_is_a_file_is_told_without_a_crash() {
    let dossier = Dossier::case("hai-xa").write("out", "");
    let told = dossier.build();
    assert_ne!(told.code, 0, "{}", told.stdout);
    assert!(told.stderr.contains("không ghi được"), "{}", told.stderr);
}

#[cfg(unix)]
#[test]
#[expect(clippy::disallowed_methods, reason = "the test takes a permission away")]
fn a_folder_that_may_not_be_written_keeps_its_old_reports() {
    use std::os::unix::fs::PermissionsExt;
    let dossier = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    let before = dossier.output_files();
    let folder = dossier.path("out/hai-xa/2024-Q1");
    let allow = |mode| {
        std::fs::set_permissions(&folder, PermissionsExt::from_mode(mode)).expect("permissions");
    };
    allow(0o555);
    // Whoever may do everything is not stopped by permissions.
    if std::fs::File::create(folder.join("x")).is_err() {
        let told = dossier.build().ends_with(1);
        assert!(told.stderr.contains("lỗi[G01]"), "{}", told.stderr);
        assert!(
            dossier.output_files()["hai-xa/2024-Q1/suoi-bac.pdf"]
                == before["hai-xa/2024-Q1/suoi-bac.pdf"]
        );
        assert_eq!(crate::dossier::reports(&dossier.output_files()).len(), 6);
    }
    allow(0o755);
}
