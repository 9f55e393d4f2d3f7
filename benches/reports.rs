//! Reports per second on the samples, and the share of CPU spent outside Typst's own compile and export.
//!
//! `cargo bench`: each round builds every sample report into an empty folder, then lays out the same markup with
//! nothing but Typst, with as many threads and an equally cold cache. Medians over the rounds are printed.

use std::path::Path;
use std::time::{Duration, Instant};

use baocao::dossier::{self, Dossier};
use baocao::make::markup;
use baocao::model::returns::Narrative;
use baocao::options::{Goal, Options};
use baocao::pipeline::{Around, run};
use baocao::report::due;
use baocao::report::scene::Scene;
use baocao::workshop::Workshop;
use rayon::prelude::*;

const ROUNDS: usize = 7;

struct Silent;

impl Around for Silent {}

/// Wall and CPU time of one round.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    cpu: Duration,
}

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
fn main() {
    let (mut full, mut bare) = (Vec::new(), Vec::new());
    let workshop = Workshop::open(&Options::default()).expect("the workshop opens");
    let sheets = sheets(&workshop);
    for _ in 0..ROUNDS {
        full.push(measured(build));
        bare.push(measured(|| typeset(&workshop, &sheets)));
    }
    let reports = sheets.len();
    let (full_wall, full_cpu) = (median(&full, |s| s.wall), median(&full, |s| s.cpu));
    let (bare_wall, bare_cpu) = (median(&bare, |s| s.wall), median(&bare, |s| s.cpu));
    println!(
        "{reports} sample reports, {} threads, medians of {ROUNDS} rounds",
        rayon::current_num_threads()
    );
    println!(
        "full build:  {:>7.1} ms, CPU {:>7.1} ms, {:>5.1} reports/s",
        ms(full_wall),
        ms(full_cpu),
        per_second(reports, full_wall)
    );
    println!(
        "Typst alone: {:>7.1} ms, CPU {:>7.1} ms, {:>5.1} reports/s",
        ms(bare_wall),
        ms(bare_cpu),
        per_second(reports, bare_wall)
    );
    println!("CPU outside Typst's compile and export: {:.1} %", outside(full_cpu, bare_cpu));
}

/// Every sample report's markup and name.
fn sheets(workshop: &Workshop) -> Vec<(String, String)> {
    let coverage = workshop.press.fonts().coverage();
    let loaded = dossier::load(Path::new("inputs"), "inputs", &coverage);
    let of = |dossier: &Dossier| -> Vec<(String, String)> {
        let jobs = due(&loaded.dossiers, dossier, &workshop.kinds);
        let forms = workshop.forms(jobs.iter().map(|job| &job.due.kind));
        let none = Narrative::default();
        let sheet = |job: &baocao::report::Job<'_>| {
            let form = forms[&job.due.kind].as_ref().as_ref().expect("the kind is right");
            let scene = Scene::new(job, &form.kind, &none);
            (markup(&scene, form, workshop).expect("the report renders"), job.name())
        };
        jobs.iter().map(sheet).collect()
    };
    loaded.dossiers.iter().flat_map(of).collect()
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
            workshop.press.typeset(markup.clone(), name).expect("the report is laid out").len()
        })
        .sum();
    assert!(bytes > 0, "PDFs are not empty");
}

/// Runs `work` with Typst's cache emptied first.
fn measured(work: impl FnOnce()) -> Spent {
    comemo::evict(0);
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

fn median(spent: &[Spent], of: impl Fn(&Spent) -> Duration) -> Duration {
    let mut times: Vec<Duration> = spent.iter().map(of).collect();
    times.sort();
    times[times.len() / 2]
}

#[expect(clippy::float_arithmetic, reason = "milliseconds for people to read")]
fn ms(time: Duration) -> f64 {
    time.as_secs_f64() * 1000.0
}

#[expect(
    clippy::cast_precision_loss,
    clippy::float_arithmetic,
    reason = "a rate for people to read"
)]
fn per_second(reports: usize, time: Duration) -> f64 {
    reports as f64 / time.as_secs_f64()
}

#[expect(clippy::float_arithmetic, reason = "a share for people to read")]
fn outside(full: Duration, bare: Duration) -> f64 {
    100.0 * (1.0 - bare.as_secs_f64() / full.as_secs_f64())
}
