//! A disk that fails at any one of its steps: every PDF stays whole, the run says what it could not write, and the next
//! build is right. Not for builds that are cut off ([`crate::killed`]).

use std::fs::File;
use std::io::{self, Write};
use std::path::Path;
use std::sync::atomic::{AtomicUsize, Ordering};

use baocao::assets::files::is_a;
use baocao::build_report::Outcome;
use baocao::diagnostic::Code;
use baocao::disk::file_system::{FileSystem, Local};
use baocao::options::{Goal, Options};
use baocao::pipeline::{Environment, RunResult, run};
use tempfile::NamedTempFile;

use crate::dossier::{Dossier, Shelf, reports};

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const OLD: &str = "gia_tri: 100, nam: 2025";
const NEW: &str = "gia_tri: 99, nam: 2025";

/// A file system whose step of this number fails, and all later ones if it is `full`.
struct Failing {
    at: usize,
    full: bool,
    steps: AtomicUsize,
}

impl Failing {
    fn step(&self) -> io::Result<()> {
        let now = self.steps.fetch_add(1, Ordering::Relaxed);
        if now == self.at || (self.full && now > self.at) {
            return Err(io::Error::from(io::ErrorKind::StorageFull));
        }
        Ok(())
    }
}

impl FileSystem for Failing {
    fn folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.folder(path))
    }
    fn temporary(&self, folder: &Path) -> io::Result<NamedTempFile> {
        self.step().and_then(|()| Local.temporary(folder))
    }
    fn fill(&self, file: &mut File, bytes: &[u8]) -> io::Result<()> {
        if let Err(error) = self.step() {
            // A full disk takes what still fits.
            file.write_all(&bytes[..bytes.len() / 2])?;
            return Err(error);
        }
        Local.fill(file, bytes)
    }
    fn sync(&self, file: &File) -> io::Result<()> {
        self.step().and_then(|()| Local.sync(file))
    }
    fn rename(&self, file: NamedTempFile, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.rename(file, path))
    }
    fn sync_folder(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.sync_folder(path))
    }
    fn remove(&self, path: &Path) -> io::Result<()> {
        self.step().and_then(|()| Local.remove(path))
    }
}

fn options(dossier: &Dossier) -> Options {
    Options {
        inputs: dossier.path("inputs"),
        out: dossier.path("out"),
        typst: Some(dossier.path("out/typst")),
        ..Options::default()
    }
}

fn build(dossier: &Dossier, files: &dyn FileSystem) -> Result<RunResult, baocao::error::Error> {
    run(&options(dossier), Goal::Build, &Environment { files, ..Environment::default() })
}

fn sound() -> Failing {
    Failing { at: usize::MAX, full: false, steps: AtomicUsize::new(0) }
}

/// A dossier with its old reports, and an edit that changes them all; and the reports before and after.
fn edited() -> (Dossier, [Shelf; 2]) {
    let dossier = Dossier::case("hai-xa");
    build(&dossier, &sound()).expect("a build");
    let before = dossier.shelf();
    let after = Dossier::case("hai-xa").replace(PLAN, OLD, NEW);
    build(&after, &sound()).expect("a build");
    (dossier.replace(PLAN, OLD, NEW), [before, after.shelf()])
}

/// Holds what a failing run left and said against what was there and what should be.
#[track_caller]
fn holds(
    dossier: &Dossier,
    [before, after]: &[Shelf; 2],
    ended: &Result<RunResult, baocao::error::Error>,
    at: usize,
) {
    let shelf = dossier.shelf();
    let markup = after.keys().filter(|name| is_a(name, &["typ"])).cloned();
    for name in reports(after).iter().map(|name| format!("{name}.pdf")).chain(markup) {
        let own = shelf.get(&name).unwrap_or_else(|| panic!("step {at}: {name} is lost"));
        assert!(*own == before[&name] || *own == after[&name], "step {at}: {name} is torn");
    }
    let Ok(run) = ended else { return };
    for report in &run.reports {
        let name = format!("{}.pdf", report.name);
        if report.outcome == Outcome::Built {
            assert!(shelf[&name] == after[&name], "step {at}: {name} is said to be built");
        }
    }
    let failed = run.reports.iter().filter(|report| report.outcome == Outcome::Failed);
    let told = run.findings.iter().filter(|finding| finding.code == Code::NotWritten);
    assert!(told.count() >= failed.count(), "step {at}: {:?}", run.findings);
    assert!(!shelf.keys().any(|name| name.contains(".tmp")), "step {at}: {:?}", shelf.keys());
}

#[test]
fn whichever_step_of_writing_fails_nothing_is_torn_and_the_next_build_is_right() {
    let (dossier, shelves) = edited();
    let counting = sound();
    build(&dossier, &counting).expect("a build");
    let steps = counting.steps.load(Ordering::Relaxed);
    assert!(steps > 40, "only {steps} steps");
    let mut told = 0;
    let mut dossier = dossier;
    for at in 0..steps {
        dossier = dossier.replace(PLAN, NEW, OLD);
        build(&dossier, &sound()).expect("a build");
        dossier = dossier.replace(PLAN, OLD, NEW);
        let failing = Failing { at, full: at % 2 == 1, steps: AtomicUsize::new(0) };
        let ended = build(&dossier, &failing);
        holds(&dossier, &shelves, &ended, at);
        told += usize::from(
            ended.is_err()
                || ended
                    .is_ok_and(|run| run.findings.iter().any(|one| one.code == Code::NotWritten)),
        );
        build(&dossier, &sound()).expect("the next build");
        assert!(dossier.shelf() == shelves[1], "step {at}: the next build is not right");
    }
    assert!(told * 10 > steps * 8, "only {told} of {steps} failures were told");
}
