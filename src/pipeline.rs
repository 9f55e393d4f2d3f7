//! The steps of a run: load, decide what is due, make each report, remember what was made. Not for the steps
//! themselves, and not for printing.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, Ordering};

use rayon::prelude::*;

use crate::diagnostic::{Code, Finding, any_error, sort};
use crate::dossier::{self, Dossier, Loaded};
use crate::error::Error;
use crate::make::{Made, Outcome, make, output_path};
use crate::model::id::Id;
use crate::model::period::Period;
use crate::options::{Goal, Options};
use crate::output::manifest::{Entry, Manifest};
use crate::report::{Job, due};
use crate::validate::submission;
use crate::vietnamese::nearest::nearest;
use crate::workshop::{Form, Workshop};

/// Stack of a worker thread: Typst recurses deeply on nested content.
const STACK: usize = 16 * 1024 * 1024;

/// What became of a run.
#[derive(Debug, Default)]
pub struct Run {
    /// What became of each report, in order of dossier, period and unit.
    pub reports: Vec<Report>,
    /// Dossiers whose plan has errors.
    pub refused_dossiers: usize,
    /// Everything found, sorted by file and place.
    pub findings: Vec<Finding>,
}

/// What became of one report.
#[derive(Debug)]
pub struct Report {
    /// Its name below `out/`, without extension.
    pub name: String,
    /// Built, unchanged, refused or failed.
    pub outcome: Outcome,
    /// Why it was built.
    pub reasons: Vec<&'static str>,
}

/// Told as reports are done, for a progress bar.
pub trait Progress: Sync {
    /// How many reports there are.
    fn start(&self, reports: usize);
    /// One more is done.
    fn step(&self);
}

/// Runs every step. Reports are made in parallel; outcomes and findings come in one order.
///
/// # Errors
/// What keeps the whole run from going on.
pub fn run(options: &Options, goal: Goal, progress: &impl Progress) -> Result<Run, Error> {
    let workshop = Workshop::open(options)?;
    let mut loaded = load(options, &workshop)?;
    let mut findings = std::mem::take(&mut loaded.findings);
    let jobs = select(&loaded, &workshop, options)?;
    findings.retain(|finding| concerns(finding, options));
    findings.extend(completeness(&loaded.dossiers, options));
    let stop = AtomicBool::new(options.fail_fast && any_error(&findings));
    let forms = workshop.forms(jobs.iter().map(|job| &job.due.kind));
    findings.extend(forms.values().filter_map(|form| form.as_ref().err()).flatten().cloned());
    let mut manifest = Manifest::read(&options.out);
    progress.start(jobs.len());
    let one = |job: &Job<'_>| {
        let made = (!stop.load(Ordering::Relaxed))
            .then(|| one(job, &forms, &workshop, options, goal, &manifest));
        if options.fail_fast && made.as_ref().is_some_and(|made| any_error(&made.findings)) {
            stop.store(true, Ordering::Relaxed);
        }
        progress.step();
        made.unwrap_or_default()
    };
    let made: Vec<Made> = pool(options)?.install(|| jobs.par_iter().map(one).collect());
    let mut run = Run { refused_dossiers: loaded.refused.len(), findings, ..Run::default() };
    for (job, made) in jobs.iter().zip(made) {
        record(&mut run, &mut manifest, job, made);
    }
    if goal == Goal::Build {
        manifest
            .write(&options.out)
            .map_err(|source| Error::Output { path: options.out.clone(), source })?;
    }
    sort(&mut run.findings);
    Ok(run)
}

fn one(
    job: &Job<'_>,
    forms: &BTreeMap<Id, Result<Form, Vec<Finding>>>,
    workshop: &Workshop,
    options: &Options,
    goal: Goal,
    manifest: &Manifest,
) -> Made {
    match forms.get(&job.due.kind) {
        _ if job.broken() => refused(job, options),
        Some(Ok(form)) => make(job, form, workshop, options, goal, manifest),
        _ => Made::failed(Vec::new()),
    }
}

/// A refused report; an older PDF of it that is still there is named, so that nobody sends it.
fn refused(job: &Job<'_>, options: &Options) -> Made {
    let path = output_path(&options.out, &job.name(), "pdf");
    let stale = path.is_file().then(|| {
        let message = format!("{} là bản cũ, không còn đúng với số liệu", path.display());
        Finding::new(Code::StalePdf, message).hint("đừng gửi bản này; sửa lỗi rồi chạy lại")
    });
    Made::refused(stale.into_iter().collect())
}

fn record(run: &mut Run, manifest: &mut Manifest, job: &Job<'_>, made: Made) {
    if let Some((fingerprint, size)) = made.written {
        manifest.bao_cao.insert(job.name(), Entry { dau_van_tay: fingerprint, kich_thuoc: size });
    }
    run.findings.extend(made.findings);
    run.reports.push(Report { name: job.name(), outcome: made.outcome, reasons: made.reasons });
}

fn pool(options: &Options) -> Result<rayon::ThreadPool, Error> {
    let threads = options.jobs.map_or(0, std::num::NonZero::get);
    Ok(rayon::ThreadPoolBuilder::new().num_threads(threads).stack_size(STACK).build()?)
}

fn load(options: &Options, workshop: &Workshop) -> Result<Loaded, Error> {
    if !options.inputs.is_dir() {
        return Err(Error::NoInputs(options.inputs.clone()));
    }
    let shown = options.inputs_shown();
    let coverage = workshop.press.fonts().coverage();
    let mut loaded = dossier::load(&options.inputs, &shown, &coverage);
    if loaded.dossiers.is_empty() && loaded.refused.is_empty() {
        return Err(Error::NoDossiers(options.inputs.clone()));
    }
    let known: Vec<String> = loaded
        .dossiers
        .iter()
        .map(|d| d.plan.id.to_string())
        .chain(loaded.refused.iter().cloned())
        .collect();
    for name in &options.dossiers {
        known_name("hồ sơ", name, known.iter().map(String::as_str))?;
    }
    loaded.refused.retain(|id| options.asks_for(id));
    Ok(loaded)
}

/// The reports that are due and asked for.
fn select<'a>(
    loaded: &'a Loaded,
    workshop: &'a Workshop,
    options: &Options,
) -> Result<Vec<Job<'a>>, Error> {
    let dossiers = &loaded.dossiers;
    if let Some(name) = options.unit.as_deref().filter(|name| *name != "tong-hop") {
        known_name(
            "đơn vị",
            name,
            dossiers.iter().flat_map(|d| d.plan.units.iter().map(|unit| unit.id.as_str())),
        )?;
    }
    if let Some(period) = options.period.filter(|_| !dossiers.is_empty()) {
        let periods: Vec<String> =
            dossiers.iter().flat_map(|d| d.periods.iter().map(ToString::to_string)).collect();
        if !periods.contains(&period.to_string()) {
            return Err(Error::NoPeriod {
                period,
                known: periods.into_iter().collect::<BTreeSet<_>>(),
            });
        }
    }
    let wanted = |job: &Job<'_>| {
        let name = job.scope.name();
        options.period.is_none_or(|period| period == job.period)
            && options.unit.as_deref().is_none_or(|unit| unit == name)
    };
    let asked = |dossier: &&Dossier| options.asks_for(dossier.plan.id.as_str());
    Ok(dossiers
        .iter()
        .filter(asked)
        .flat_map(|dossier| due(dossiers, dossier, &workshop.kinds))
        .filter(wanted)
        .collect())
}

fn known_name<'a>(
    what: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), Error> {
    if known.clone().any(|other| other == name) {
        return Ok(());
    }
    let nearest = nearest(name, known).map(str::to_owned);
    Err(Error::Unknown { what, name: name.to_owned(), nearest })
}

/// Who has not handed in, for every period whose roll-up was asked for.
fn completeness(dossiers: &[Dossier], options: &Options) -> Vec<Finding> {
    if options.unit.as_deref().is_some_and(|unit| unit != "tong-hop") {
        return Vec::new();
    }
    let shown = options.inputs_shown();
    let asked = |dossier: &&Dossier| options.asks_for(dossier.plan.id.as_str());
    let periods = dossiers
        .iter()
        .filter(asked)
        .flat_map(|dossier| dossier.periods.iter().map(move |period| (dossier, *period)));
    periods
        .filter(|(dossier, period)| {
            options.period.is_none_or(|only| only == *period)
                && dossier.plan.base_year != Some(period.year())
        })
        .flat_map(|(dossier, period)| submission::completeness(dossier, period, &shown))
        .collect()
}

/// Whether a finding belongs to what was asked for: the dossier, and of its returns those of the period and unit.
fn concerns(finding: &Finding, options: &Options) -> bool {
    let Some(span) = &finding.span else { return true };
    let inputs = options.inputs_shown();
    let path = span.file().path();
    let Some(below) = path.strip_prefix(inputs.as_str()).map(|rest| rest.trim_start_matches('/'))
    else {
        return true;
    };
    let parts: Vec<&str> = below.split('/').collect();
    let dossier = parts.first().is_none_or(|name| options.asks_for(name));
    let [_, folder, file] = parts[..] else { return dossier };
    let period =
        Period::parse(folder).is_none_or(|own| options.period.is_none_or(|only| only == own));
    let unit = match options.unit.as_deref() {
        None | Some("tong-hop") => true,
        Some(unit) => file.strip_suffix(".yaml") == Some(unit),
    };
    dossier && period && unit
}
