//! `draft` on a failing disk: each document is whole or not there, what was not written is told, the next run writes the rest; one that
//! cannot be read is never written over.

use baocao::cli::reporter::exit_code;
use baocao::disk::file_system::FileSystem;
use baocao::drafting::{DraftRequest, Drafted, write};
use baocao::error::Error;
use baocao::pipeline::Environment;

use super::{Failing, paths, unlocked};
use crate::dossier::{Dossier, OutputFiles};

const NAME: &str = "hai-xa/2024-Q1/suoi-bac";

fn asked(dossier: &Dossier, files: &dyn FileSystem) -> Result<Drafted, Error> {
    let paths = baocao::options::Paths { out: dossier.path("out"), ..paths(dossier) };
    let request =
        DraftRequest { paths, reports: vec![NAME.to_owned()], number: None, replaces: false };
    write(&request, &Environment { files, ..Environment::default() })
}

/// The documents; what a disk left half done is none of them.
fn documents(dossier: &Dossier) -> OutputFiles {
    let all = dossier.output_files().into_iter();
    all.filter(|(name, _)| name.ends_with("docx")).collect()
}

#[test]
fn whichever_step_fails_drafts_are_whole_and_the_next_run_writes_the_rest() {
    let (whole, counting) = (Dossier::case("hai-xa"), Failing::never());
    assert_eq!(asked(&whole, &counting).expect("it runs").drafts.len(), 1);
    let (wanted, steps) = (documents(&whole), counting.counted());
    for disk in Failing::each(steps) {
        let dossier = Dossier::case("hai-xa");
        let told = asked(&dossier, &disk).map_or(2, |drafted| exit_code(&drafted.findings));
        assert!(told > 0, "{disk}: nothing is told");
        for (name, bytes) in documents(&dossier) {
            assert!(wanted[&name] == bytes, "{disk}: {name} is torn");
        }
        let next = unlocked(|| asked(&dossier, &Failing::never())).expect("it runs");
        assert_eq!(exit_code(&next.findings), 0, "{disk}: {:?}", next.findings);
        assert!(documents(&dossier) == wanted, "{disk}: the next run does not finish the work");
    }
}

#[test]
fn whichever_step_of_reading_fails_no_corrected_draft_is_written_over() {
    let file = format!("out/{NAME}.docx");
    let dossier = Dossier::case("hai-xa").write(&file, "đã sửa");
    let counting = Failing::reading(usize::MAX);
    asked(&dossier, &counting).expect("it runs");
    for at in 0..counting.counted() {
        let told = asked(&dossier, &Failing::reading(at));
        assert_eq!(dossier.read(&file), "đã sửa", "reading step {at}");
        let told = told.map_or(1, |drafted| drafted.findings.len());
        assert!(told > 0, "reading step {at}: nothing is told");
    }
}
