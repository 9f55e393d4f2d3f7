//! The command `draft`: has reports checked, writes Word drafts of those whose data is right, and tells where they are and what to
//! do with them. Not for writing them ([`mod@crate::drafting`]).

use super::reporter::{Reporter, exit_code};
use crate::build_report::Outcome;
use crate::diagnostic::Severity;
use crate::diagnostic::shown::slashed;
use crate::drafting::{DraftOutcome, DraftRequest, Drafted, write};
use crate::error::Error;
use crate::options::{Options, RunMode};
use crate::pipeline::{Environment, RunResult, run as check};

/// What is asked for besides which reports.
#[derive(Debug, Clone, Copy)]
pub(super) struct DraftOrders {
    /// Which draft it is.
    pub(super) number: Option<u8>,
    /// Whether drafts that were corrected are written over.
    pub(super) replaces: bool,
}

/// Runs the command; the result is the exit code.
pub(super) fn run(
    options: &Options,
    orders: DraftOrders,
    environment: &Environment<'_>,
    reporter: &Reporter,
) -> u8 {
    match drafted(options, orders, environment) {
        Ok((run, drafted)) => {
            let found = run.findings.iter().chain(&drafted.findings).cloned().collect();
            let run = RunResult { findings: found, ..run };
            let more = reporter.found(&run, Severity::Error);
            reporter.beside(&format!("{}{more}.\n", closing(&run, &drafted)));
            reporter.code(exit_code(&run.findings))
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// Checks the reports asked for, and writes drafts of those that are right.
fn drafted(
    options: &Options,
    orders: DraftOrders,
    environment: &Environment<'_>,
) -> Result<(RunResult, Drafted), Error> {
    let run = check(options, RunMode::Check, environment)?;
    let right = run.reports.iter().filter(|report| report.outcome == Outcome::Built);
    let request = DraftRequest {
        paths: options.paths.clone(),
        reports: right.map(|report| report.name.clone()).collect(),
        number: orders.number,
        replaces: orders.replaces,
    };
    let drafted = write(&request, environment)?;
    Ok((run, drafted))
}

/// The closing line without its end, which says what to do next.
fn closing(run: &RunResult, drafted: &Drafted) -> String {
    let of = |outcome| drafted.drafts.iter().filter(move |(_, became)| *became == outcome);
    let (written, unchanged) =
        (of(DraftOutcome::Written).count(), of(DraftOutcome::Unchanged).count());
    let right = run.reports.iter().filter(|report| report.outcome == Outcome::Built).count();
    let counted = [
        (unchanged, "bản không đổi"),
        (of(DraftOutcome::Corrected).count(), "bản giữ nguyên vì đã được sửa"),
        (of(DraftOutcome::Failed).count(), "bản không lập được"),
        (run.reports.len() - right, "báo cáo chưa lập vì số liệu có lỗi"),
    ];
    let told = counted.into_iter().filter(|(count, _)| *count > 0);
    let more: Vec<String> = told.map(|(count, what)| format!("; {count} {what}")).collect();
    let line = format!("Đã lập {written} bản Word{}", more.concat());
    let Some((path, _)) = of(DraftOutcome::Written).chain(of(DraftOutcome::Unchanged)).next()
    else {
        return line;
    };
    let path = slashed(path);
    if run.reports.len() == 1 {
        return format!(
            "{line}: {path}. Sửa lời văn trong Word, lưu, rồi gõ: baocao import {path}"
        );
    }
    format!(
        "{line}. Bản Word nằm cạnh PDF của báo cáo: sửa lời văn, lưu, rồi nhập từng bản, ví dụ: baocao import {path}"
    )
}
