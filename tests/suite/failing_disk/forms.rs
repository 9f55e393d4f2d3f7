//! `form` on a failing disk: each form is whole or not there, what was not written is told, the next run writes the rest.

use baocao::cli::reporter::exit_code;
use baocao::disk::file_system::FileSystem;
use baocao::forms::writing::{FilledForms, FormRequest, FormResult, Layout, write};
use baocao::model::period::Period;

use super::{Failing, paths};
use crate::dossier::{Dossier, OutputFiles, files};

fn asked(dossier: &Dossier, disk: &dyn FileSystem) -> FormResult {
    let request = FormRequest {
        period: Period::parse("2025-Q1").expect("a period"),
        dossiers: Vec::new(),
        unit: None,
        layout: Layout::EachUnit,
        folder: dossier.path("out/bieu"),
        filled: FilledForms::Keep,
    };
    write(&request, &paths(dossier), disk).expect("the plan is right")
}

/// The forms that lie in the folder; what a disk left half done is none of them.
fn forms(dossier: &Dossier) -> OutputFiles {
    let all = files(&dossier.path("out/bieu")).into_iter();
    all.filter(|(name, _)| !name.contains(".tmp")).collect()
}

#[test]
fn whichever_step_fails_forms_are_whole_and_the_next_run_writes_the_rest() {
    let (whole, counting) = (Dossier::case("hai-xa"), Failing::never());
    assert_eq!(asked(&whole, &counting).written, 3);
    let (wanted, steps) = (forms(&whole), counting.counted());
    for disk in Failing::each(steps) {
        let dossier = Dossier::case("hai-xa");
        let result = asked(&dossier, &disk);
        for (name, bytes) in forms(&dossier) {
            assert!(wanted[&name] == bytes, "{disk}: {name} is torn");
        }
        assert_eq!(exit_code(&result.findings), 1, "{disk}: nothing is told");
        assert!(result.findings.iter().all(|one| one.hint.is_some()), "{disk}");
        let next = asked(&dossier, &Failing::never());
        assert_eq!(exit_code(&next.findings), 0, "{disk}: {:?}", next.findings);
        assert!(forms(&dossier) == wanted, "{disk}: the next run does not finish the work");
    }
}
