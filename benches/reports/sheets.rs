//! A full build of the samples against a bare loop: the same markup laid out and exported by Typst with as many threads, the
//! fonts loaded once, and nothing else.

use std::path::Path;
use std::time::{Duration, Instant};

use baocao::dossier::{self, Dossier};
use baocao::make::markup;
use baocao::model::returns::Narrative;
use baocao::options::{Goal, Options};
use baocao::pipeline::{Around, run};
use baocao::report::scene::Scene;
use baocao::report::{Job, due};
use baocao::typeset::press::Press;
use baocao::workshop::Workshop;
use rayon::prelude::*;

use crate::{Row, median, ms, times};

const ROUNDS: usize = 7;

struct Silent;

impl Around for Silent {}

/// Wall and CPU time of one round.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    cpu: Duration,
}

/// CPU outside Typst, and throughput against the bare loop.
pub(crate) fn outside() -> Vec<Row> {
    let workshop = Workshop::open(&Options::default()).expect("the workshop opens");
    let sheets = sheets(&workshop);
    let (mut full, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        full.push(measured(build));
        bare.push(measured(|| typeset(&workshop, &sheets)));
    }
    let middle = |all: &[Spent], of: fn(&Spent) -> Duration| median(all.iter().map(of).collect());
    let (full_cpu, bare_cpu) = (middle(&full, |s| s.cpu), middle(&bare, |s| s.cpu));
    let (full_wall, bare_wall) = (middle(&full, |s| s.wall), middle(&bare, |s| s.wall));
    vec![
        Row {
            measure: "CPU outside Typst's compile and export, full build of the samples",
            figure: format!("{:.1} %", share(full_cpu, bare_cpu)),
            goal: "≤ 3 %",
        },
        Row {
            measure: "throughput against a bare loop",
            figure: format!(
                "{:.2} ({} reports: {} against {})",
                times(bare_wall, full_wall),
                sheets.len(),
                ms(full_wall),
                ms(bare_wall)
            ),
            goal: "≥ 0,97",
        },
    ]
}

/// Every sample report's markup and name.
pub(crate) fn sheets(workshop: &Workshop) -> Vec<(String, String)> {
    of(workshop, Path::new("inputs"))
}

/// The markup and name of every report of the dossiers in a folder.
pub(crate) fn of(workshop: &Workshop, inputs: &Path) -> Vec<(String, String)> {
    let coverage = workshop.press.fonts().coverage();
    let loaded = dossier::load(inputs, "inputs", &coverage);
    let of_plan = |dossier: &Dossier| -> Vec<(String, String)> {
        let jobs = due(&loaded.dossiers, dossier, &workshop.kinds);
        let forms = workshop.forms(jobs.iter().map(|job| &job.due.kind));
        let none = Narrative::default();
        let sheet = |job: &Job<'_>| {
            let form = forms[&job.due.kind].as_ref().as_ref().expect("the kind is right");
            let scene = Scene::new(job, &form.kind, &none);
            (markup(&scene, form, workshop).expect("the report renders"), job.name())
        };
        jobs.iter().map(sheet).collect()
    };
    loaded.dossiers.iter().flat_map(of_plan).collect()
}

fn build() {
    let out = tempfile::tempdir().expect("a folder");
    let options = Options { out: out.path().to_owned(), ..Options::default() };
    run(&options, Goal::Build, &Silent).expect("the samples are built");
}

fn typeset(workshop: &Workshop, sheets: &[(String, String)]) {
    let bytes: usize = sheets
        .par_iter()
        .map(|(markup, name)| {
            let pdf = workshop.press.typeset(markup.clone(), name).expect("the report is laid out");
            Press::forget(1);
            pdf.len()
        })
        .sum();
    assert!(bytes > 0, "PDFs are not empty");
}

/// Runs `work` with Typst's cache emptied first.
fn measured(work: impl FnOnce()) -> Spent {
    Press::forget(0);
    let (start, before) = (Instant::now(), cpu());
    work();
    Spent { wall: start.elapsed(), cpu: cpu().saturating_sub(before) }
}

#[cfg(unix)]
fn cpu() -> Duration {
    let time = rustix::time::clock_gettime(rustix::time::ClockId::ProcessCPUTime);
    Duration::try_from(time).unwrap_or_default()
}

#[cfg(not(unix))]
fn cpu() -> Duration {
    Duration::ZERO
}

fn share(full: Duration, bare: Duration) -> f64 {
    100.0 * (1.0 - times(bare, full))
}
