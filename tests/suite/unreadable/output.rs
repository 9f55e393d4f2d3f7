//! An output folder of which not everything can be read: nothing in it is written over, deleted or forgotten. Not for inputs
//! ([`super::periods`]).

use std::process::Command;

use super::{built, hindered, set, with_mode};
use crate::dossier::{Dossier, files};

#[test]
fn a_manifest_that_cannot_be_read_stops_the_run_before_anything_is_written() {
    let Some(dossier) = built() else { return };
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let before = files(&dossier.path("out"));
    for arguments in [
        &["build", "--prune"][..],
        &["build", "--force"],
        &["status", "2024-Q1"],
        &["diff", "hai-xa", "2024-Q2"],
    ] {
        let told =
            with_mode(&dossier, "out/manifest.json", 0o000, arguments).expect("it ran before");
        let told = told.ends_with(2);
        let said = "lỗi: out/manifest.json: không đọc được tệp (không có quyền)";
        assert!(told.stderr.contains(said), "{}", told.stderr);
        assert!(told.stderr.contains("Xem quyền đọc tệp"), "{}", told.stderr);
        assert!(!told.stdout.contains("chưa lập"), "{}", told.stdout);
        set(&dossier.path("out/.baocao/khoa"), 0o644);
        let now = files(&dossier.path("out"));
        let report = |(name, _): &&(String, Vec<u8>)| !name.starts_with(".baocao/");
        assert!(now.iter().filter(report).eq(before.iter().filter(report)), "{arguments:?}");
    }
    let folder = dossier.remove("out/manifest.json").write("out/manifest.json/x", "");
    let told = hindered(&folder, &["build"]).expect("it ran before").ends_with(2);
    assert!(
        told.stderr.contains("out/manifest.json: không phải một tệp thường"),
        "{}",
        told.stderr
    );
}

#[test]
fn what_was_kept_of_a_report_and_cannot_be_read_is_not_taken_for_no_report() {
    let Some(dossier) = built() else { return };
    let last = "out/.baocao/noi-dung/hai-xa/2024-Q2/suoi-bac.json";
    let kept: serde_json::Value = serde_json::from_str(&dossier.read(last)).expect("JSON");
    let diff = |dossier: &Dossier, path: &str, unit: &str| {
        let told = with_mode(dossier, path, 0o000, &["diff", "hai-xa", "2024-Q2", unit]);
        told.expect("it ran before")
    };
    let told = diff(&dossier, last, "suoi-bac").ends_with(2);
    let said = format!("{last}: không đọc được tệp (không có quyền)");
    assert!(told.stderr.contains(&said), "{}", told.stderr);
    let document = "inputs/hai-xa/da-ban-hanh/2024-Q2/suoi-bac.so-12";
    let issued = format!("{document}/noi-dung.json");
    let dossier = dossier.write(&issued, kept["content"].to_string());
    let above = ["inputs/hai-xa/da-ban-hanh", "inputs/hai-xa/da-ban-hanh/2024-Q2"];
    for path in above.into_iter().chain([document, &issued]) {
        let told = diff(&dossier, path, "suoi-bac").ends_with(2);
        assert!(told.stderr.contains(&format!("{path}: không ")), "{path}: {}", told.stderr);
        assert!(!told.stdout.contains("lần lập gần nhất"), "{path}: {}", told.stdout);
    }
    // What is kept of one unit's report is nothing another's rests on.
    diff(&dossier, document, "doi-may").ends_with(0);
}

#[test]
fn an_old_report_in_a_folder_that_cannot_be_read_is_not_forgotten() {
    let Some(dossier) = built() else { return };
    let dossier = dossier.remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let orphan = "out/hai-xa/2024-Q1/doi-may.pdf";
    for (path, code) in [("out/hai-xa", 1), (orphan, 0)] {
        let arguments = ["build", "--prune", "--format", "json"];
        let told = with_mode(&dossier, path, 0o000, &arguments).expect("it ran before");
        let found = told.ends_with(code).one("G03");
        assert_eq!(found.place().0, orphan);
        assert!(found.noi_dung.contains("không đọc được nên không xóa"), "{found:?}");
        assert!(dossier.is_there(orphan), "{path}: it was deleted");
    }
    hindered(&dossier, &["build", "--prune"]).expect("it ran before").ends_with(0);
    assert!(!dossier.is_there(orphan), "once read, it is deleted");
}

#[test]
fn a_pipe_at_the_place_of_the_lock_or_the_manifest_is_refused_and_nobody_waits_for_it() {
    for path in ["out/.baocao/khoa", "out/manifest.json"] {
        let dossier = Dossier::case("hai-xa").write("out/.baocao/x", "");
        let made = Command::new("mkfifo").arg(dossier.path(path)).status();
        assert!(made.expect("mkfifo").success());
        let told = dossier.build().ends_with(2);
        assert!(told.stderr.contains("không phải một tệp thường"), "{path}: {}", told.stderr);
    }
}
