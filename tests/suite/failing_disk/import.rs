//! `import` writes the users' own files: on a failing disk each return is as it was or as the table wants it.

use baocao::cli::import::perform;
use baocao::cli::reporter::exit_code;
use baocao::disk::file_system::FileSystem;
use baocao::import::draft::DraftStatus;
use baocao::import::{ImportRequest, ImportResult};
use baocao::model::period::Period;

use super::{Failing, are_told, are_whole, inputs, paths};
use crate::dossier::Dossier;

const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";
const TABLE: &str = "\
xã;dan_so;nguoi_bhyt;bac_si_huyen
Suối Bạc;1001;951;
Đồi Mây;10001;9001;
Trung tâm Y tế huyện;;;8
";

/// A dossier that lacks a return, with a table beside it.
fn case() -> Dossier {
    Dossier::case("hai-xa").write("bang.csv", TABLE).remove(DOI_MAY)
}

fn import(dossier: &Dossier, period: &str, files: &dyn FileSystem) -> ImportResult {
    let period = Period::parse(period).expect("a period");
    let request = ImportRequest {
        file: dossier.path("bang.csv"),
        sheet: None,
        dossier: None,
        period,
        as_of: Some(period.last_day()),
        reading: baocao::import::ReadingOptions::default(),
    };
    perform(&request, &paths(dossier), files).expect("the table is right")
}

/// The names of the drafts with this status, as below the inputs folder.
fn with(result: &ImportResult, status: DraftStatus) -> Vec<&str> {
    let drafts = result.drafts.iter().filter(|draft| draft.status == status);
    drafts.filter_map(|draft| draft.shown.split("/inputs/").nth(1)).collect()
}

/// Imports on a disk that fails in every way, and each time once more on a sound one.
#[track_caller]
fn survives(period: &str, drafts: usize) {
    let (before, whole) = (inputs(&case()), case());
    let counting = Failing::never();
    let result = import(&whole, period, &counting);
    assert_eq!(with(&result, DraftStatus::Written).len(), drafts);
    let (after, steps) = (inputs(&whole), counting.counted());
    assert_eq!(steps, 5 * drafts + 1, "five steps a return, and one for their folder");
    for disk in Failing::each(steps) {
        let dossier = case();
        let result = import(&dossier, period, &disk);
        let now = inputs(&dossier);
        are_whole(&now, &before, &after, &disk);
        let failed = with(&result, DraftStatus::Failed);
        assert!(!failed.is_empty(), "{disk}: nothing is told");
        are_told(&result.findings, &failed, &disk);
        assert_eq!(exit_code(&result.findings), 1, "{disk}");
        let written = with(&result, DraftStatus::Written);
        assert_eq!(failed.len() + written.len(), drafts, "{disk}");
        for name in written {
            assert!(now[name] == after[name], "{disk}: {name} is said to be written");
        }
        let next = import(&dossier, period, &Failing::never());
        assert_eq!(exit_code(&next.findings), 0, "{disk}: {:?}", next.findings);
        assert!(inputs(&dossier) == after, "{disk}: the next import does not finish the work");
    }
}

#[test]
fn whichever_step_fails_returns_are_as_before_or_as_the_import_wants_them() {
    survives("2024-Q1", 3);
}

#[test]
fn whichever_step_fails_the_first_returns_of_a_period_are_whole_or_not_there() {
    survives("2024-Q3", 3);
}

#[test]
fn a_folder_in_the_way_of_a_return_costs_that_return_only() {
    let dossier = case().write(&format!("{DOI_MAY}/x"), "");
    let before = inputs(&dossier);
    let told = dossier.run(["import", "bang.csv", "--period", "2024-Q1"]).ends_with(1);
    assert!(
        told.stderr.contains(&format!("lỗi[G01]: không ghi được {DOI_MAY} (")),
        "{}",
        told.stderr
    );
    assert!(
        told.stderr.contains("đóng tệp nếu đang mở, xem quyền ghi thư mục, rồi nhập lại"),
        "{}",
        told.stderr
    );
    assert!(told.stdout.ends_with("Đã sửa 2 tệp, tạo 0 tệp: 3 số liệu.\n"), "{}", told.stdout);
    let now = inputs(&dossier);
    assert!(now.keys().eq(before.keys()), "{:?}", now.keys());
    let text = dossier.read("inputs/hai-xa/2024-Q1/suoi-bac.yaml");
    assert!(text.contains("dan_so: 1001\n  nguoi_bhyt: 951\n"), "{text}");
}
