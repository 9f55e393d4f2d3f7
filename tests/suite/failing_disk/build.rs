//! `build` on a failing disk: each PDF is the old one or the new one.

use baocao::assets::files::is_a;
use baocao::build_report::Outcome;
use baocao::diagnostic::Code;
use baocao::disk::file_system::FileSystem;
use baocao::error::Error;
use baocao::options::{Options, RunMode};
use baocao::pipeline::{Environment, RunResult, run};

use super::{Failing, Lasting, paths, unlocked};
use crate::dossier::{Dossier, OutputFiles, reports};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const OLD: &str = "gia_tri: 100, nam: 2025";
const NEW: &str = "gia_tri: 99, nam: 2025";

fn build(dossier: &Dossier, files: &dyn FileSystem) -> Result<RunResult, Error> {
    let typst = Some(dossier.path("out/typst"));
    let options = Options { paths: paths(dossier), typst, ..Options::default() };
    run(&options, RunMode::Build, &Environment { files, ..Environment::default() })
}

/// A dossier with its old reports, and an edit that changes them all; and the reports before and after.
fn edited() -> (Dossier, [OutputFiles; 2]) {
    let dossier = Dossier::case("hai-xa");
    unlocked(|| build(&dossier, &Failing::never())).expect("a build");
    let before = dossier.output_files();
    let after = Dossier::case("hai-xa").replace(PLAN, OLD, NEW);
    unlocked(|| build(&after, &Failing::never())).expect("a build");
    (dossier.replace(PLAN, OLD, NEW), [before, after.output_files()])
}

/// Holds what a failing run left and said against what was there and what should be.
#[track_caller]
fn holds(
    dossier: &Dossier,
    [before, after]: &[OutputFiles; 2],
    ended: &Result<RunResult, Error>,
    disk: &Failing,
) {
    let output_files = dossier.output_files();
    let markup = after.keys().filter(|name| is_a(name, &["typ"])).cloned();
    for name in reports(after).iter().map(|name| format!("{name}.pdf")).chain(markup) {
        let bytes = output_files.get(&name).unwrap_or_else(|| panic!("{disk}: {name} is lost"));
        assert!(*bytes == before[&name] || *bytes == after[&name], "{disk}: {name} is torn");
    }
    let Ok(run) = ended else { return };
    for report in &run.reports {
        let name = format!("{}.pdf", report.name);
        if report.outcome == Outcome::Built {
            assert!(output_files[&name] == after[&name], "{disk}: {name} is said to be built");
        }
    }
    let failed = run.reports.iter().filter(|report| report.outcome == Outcome::Failed);
    let told = run.findings.iter().filter(|finding| finding.code == Code::NotWritten);
    assert!(told.count() >= failed.count(), "{disk}: {:?}", run.findings);
    assert!(
        !output_files.keys().any(|name| name.contains(".tmp")),
        "{disk}: {:?}",
        output_files.keys()
    );
}

#[test]
fn whichever_step_of_writing_fails_nothing_is_torn_and_the_next_build_is_right() {
    let (dossier, shelves) = edited();
    let counting = Failing::never();
    build(&dossier, &counting).expect("a build");
    let steps = counting.counted();
    assert!(steps > 40, "only {steps} steps");
    let mut told = 0;
    let mut dossier = dossier;
    for at in 0..steps {
        dossier = dossier.replace(PLAN, NEW, OLD);
        unlocked(|| build(&dossier, &Failing::never())).expect("a build");
        dossier = dossier.replace(PLAN, OLD, NEW);
        let disk = Failing::at(at, if at % 2 == 1 { Lasting::Always } else { Lasting::Once });
        let ended = build(&dossier, &disk);
        holds(&dossier, &shelves, &ended, &disk);
        told += usize::from(
            ended.is_err()
                || ended
                    .is_ok_and(|run| run.findings.iter().any(|one| one.code == Code::NotWritten)),
        );
        unlocked(|| build(&dossier, &Failing::never())).expect("the next build");
        assert!(dossier.output_files() == shelves[1], "{disk}: the next build is not right");
    }
    assert!(told * 10 > steps * 8, "only {told} of {steps} failures were told");
}
