//! Takes finished reports from the threads that make them and writes them, while the next ones are made. Not for making
//! them.

use std::collections::BTreeMap;
use std::path::PathBuf;
use std::sync::mpsc::Receiver;

use super::environment::Environment;
use super::result::ReportResult;
use super::worklist::FinishedReport;
use crate::build_report::{BuiltReport, Outcome};
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding, Subject};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::options::{Options, RunMode};
use crate::output::artifact;
use crate::output::artifact::PDF;
use crate::output::build_cache::CachedReport;
use crate::output::markup::MarkupFolder;
use crate::output::store::{OutputStore, Product};
use crate::output::stored_finding::stored;

/// A report that was attempted, and the hash of everything it may have read.
pub(super) struct Attempt {
    pub(super) name: String,
    pub(super) key: String,
    pub(super) made: BuiltReport,
}

/// Takes reports until nobody sends any more.
pub(super) fn receive(
    reports: &Receiver<Attempt>,
    store: &mut OutputStore<'_>,
    options: &Options,
    mode: RunMode,
    environment: &Environment<'_>,
) -> Vec<FinishedReport> {
    let mut done = Vec::new();
    let folder = markup_folder(options, environment);
    for attempt in reports {
        let entered = enter(attempt, store, folder);
        environment.progress.step(&entered.report.name);
        done.push(entered);
        if mode == RunMode::Build
            && disk::has_folder(environment.files, &options.paths.out).unwrap_or(true)
        {
            // If it cannot be saved now, the end of the run will tell.
            _ = store.save_if_due();
        }
    }
    done
}

/// The folder markup is written to, if it is asked for.
pub(super) fn markup_folder<'a>(
    options: &'a Options,
    environment: &Environment<'a>,
) -> Option<MarkupFolder<'a>> {
    let folder = options.typst.as_deref()?;
    Some(MarkupFolder { files: environment.files, folder })
}

fn enter(
    attempt: Attempt,
    store: &mut OutputStore<'_>,
    folder: Option<MarkupFolder<'_>>,
) -> FinishedReport {
    let Attempt { name, key, made } = attempt;
    let BuiltReport { mut outcome, mut findings, reasons, product, markup } = made;
    let cached = CachedReport {
        key,
        refused: outcome == Outcome::Refused,
        findings: stored(&findings),
        written: BTreeMap::new(),
    };
    match product {
        Some(product) => {
            let unwritten = written(&name, product, cached, store);
            if !unwritten.is_empty() {
                outcome = Outcome::Failed;
                findings.extend(unwritten);
            }
        }
        None if outcome == Outcome::Refused => store.cache_report(&name, cached),
        None => store.forget_cached(&name),
    }
    if let (Some(folder), Some(markup)) = (folder, markup)
        && let Err((path, error)) = folder.write_report(&name, &markup)
    {
        findings.push(Finding::not_written(Unwritten::Output(&path), &error));
    }
    FinishedReport { report: ReportResult { name, outcome, reasons }, findings }
}

fn written(
    name: &str,
    product: Product,
    cached: CachedReport,
    store: &mut OutputStore<'_>,
) -> Vec<Finding> {
    let failed = store.write_report(name, product, cached).err().unwrap_or_default();
    let told = |(path, error): &(PathBuf, std::io::Error)| {
        Finding::not_written(Unwritten::Output(path), error)
    };
    failed.iter().map(told).collect()
}

/// An older PDF of a refused report that is still there is named, so that nobody sends it.
pub(super) fn stale(
    files: &dyn FileSystem,
    report: &ReportResult,
    options: &Options,
) -> Option<Finding> {
    let path = artifact::path(&options.paths.out, &report.name, PDF);
    (report.outcome == Outcome::Refused && !artifact::is_gone(files, &path)).then(|| {
        let message = format!("{} là bản cũ, không còn đúng với số liệu", slashed(&path));
        Finding::new(Code::StalePdf, message)
            .at(&artifact::place(&path))
            .subject(&Subject::of_report(&report.name))
            .hint("đừng gửi bản này; sửa lỗi rồi chạy lại")
    })
}
