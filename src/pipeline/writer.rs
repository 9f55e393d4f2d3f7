//! Takes finished reports from the threads that build them and writes and records them, while the next ones are built.
//! One thread does, so that waiting for the disk costs no processor. Not for building them.

use std::collections::BTreeMap;
use std::path::Path;
use std::sync::mpsc::Receiver;

use super::environment::Environment;
use super::result::ReportResult;
use super::worklist::FinishedReport;
use crate::build_report::{BuiltReport, Outcome};
use crate::diagnostic::{Code, Finding};
use crate::options::{Goal, Options};
use crate::output::artifact;
use crate::output::artifact::PDF;
use crate::output::build_cache::CachedReport;
use crate::output::markup::MarkupFolder;
use crate::output::store::{OutputStore, Product};
use crate::output::stored_finding::notes;

/// A report that was attempt, and the hash of everything it may have read.
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
    goal: Goal,
    environment: &Environment<'_>,
) -> Vec<FinishedReport> {
    let mut done = Vec::new();
    let folder = markup_folder(options, environment);
    for attempt in reports {
        done.push(enter(attempt, store, folder));
        environment.progress.step();
        if goal == Goal::Build && options.out.is_dir() {
            // If the manifest cannot be saved now, the end of the run will tell.
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
    let kept = CachedReport {
        khoa: key,
        giu_lai: outcome == Outcome::Refused,
        phat_hien: notes(&findings),
        luc_ghi: BTreeMap::new(),
    };
    match product {
        Some(product) => {
            let unwritten = written(&name, product, kept, store);
            if !unwritten.is_empty() {
                outcome = Outcome::Failed;
                findings.extend(unwritten);
            }
        }
        None if outcome == Outcome::Refused => store.remember(&name, kept),
        None => _ = store.cache.bao_cao.remove(&name),
    }
    if let (Some(folder), Some(markup)) = (folder, markup)
        && let Err((path, error)) = folder.write_report(&name, &markup)
    {
        findings.push(not_written(&path, &error));
    }
    FinishedReport { report: ReportResult { name, outcome, reasons }, findings }
}

fn written(
    name: &str,
    product: Product,
    kept: CachedReport,
    store: &mut OutputStore<'_>,
) -> Vec<Finding> {
    let failed = store.enter(name, product, kept).err().unwrap_or_default();
    failed.iter().map(|(path, error)| not_written(path, error)).collect()
}

/// A file that could not be written.
pub(super) fn not_written(path: &Path, error: &std::io::Error) -> Finding {
    Finding::new(Code::NotWritten, format!("không ghi được {}: {error}", path.display()))
        .hint("đóng tệp nếu đang mở, kiểm tra ổ đĩa và quyền ghi, rồi chạy lại; bản cũ còn nguyên")
}

/// An older PDF of a refused report that is still there is named, so that nobody sends it.
pub(super) fn stale(report: &ReportResult, options: &Options) -> Option<Finding> {
    let path = artifact::path(&options.out, &report.name, PDF);
    (report.outcome == Outcome::Refused && path.is_file()).then(|| {
        let message = format!("{} là bản cũ, không còn đúng với số liệu", path.display());
        Finding::new(Code::StalePdf, message).hint("đừng gửi bản này; sửa lỗi rồi chạy lại")
    })
}
