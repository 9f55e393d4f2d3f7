//! `new` makes files for people to fill in: on a failing disk each is whole or not there, and the next run makes the rest.

use baocao::cli::new::{OpeningResult, QuarterRequest, perform};
use baocao::cli::reporter::exit_code;
use baocao::disk::file_system::FileSystem;
use baocao::model::period::Period;
use baocao::opening::new_files::NewFileStatus;

use super::{Failing, are_told, are_whole, inputs, paths};
use crate::dossier::Dossier;

fn open(dossier: &Dossier, files: &dyn FileSystem) -> OpeningResult {
    let period = Period::parse("2025-Q1").expect("a period");
    let request = QuarterRequest { period, dossiers: Vec::new(), as_of: None };
    perform(&request, &paths(dossier), files).expect("the plan is right")
}

/// The names of the files with this status, as below the inputs folder.
fn with(result: &OpeningResult, status: NewFileStatus) -> Vec<&str> {
    let all = result.opened.iter().flat_map(|(_, files)| files);
    let those = all.filter(|file| file.status == status);
    those.filter_map(|file| file.shown.split("/inputs/").nth(1)).collect()
}

#[test]
fn whichever_step_fails_opened_files_are_whole_or_not_there() {
    let (before, whole) = (inputs(&Dossier::case("hai-xa")), Dossier::case("hai-xa"));
    let counting = Failing::never();
    assert_eq!(with(&open(&whole, &counting), NewFileStatus::Written).len(), 4);
    let (after, steps) = (inputs(&whole), counting.counted());
    assert_eq!(steps, 5 * 4 + 1, "five steps a file, and one for their folder");
    for disk in Failing::each(steps) {
        let dossier = Dossier::case("hai-xa");
        let result = open(&dossier, &disk);
        are_whole(&inputs(&dossier), &before, &after, &disk);
        let failed = with(&result, NewFileStatus::Failed);
        assert!(!failed.is_empty(), "{disk}: nothing is told");
        are_told(&result.findings, &failed, &disk);
        assert_eq!(exit_code(&result.findings), 1, "{disk}");
        let next = open(&dossier, &Failing::never());
        assert_eq!(exit_code(&next.findings), 0, "{disk}: {:?}", next.findings);
        assert!(inputs(&dossier) == after, "{disk}: the next run does not finish the work");
    }
}
