//! How `watch` speaks: what is new after each change, not everything again. Not for single runs ([`super::reporter::Reporter`]).

use std::collections::BTreeSet;
use std::time::Duration;

use super::closing::reasons_of;
use super::reporter::Reporter;
use crate::build_report::Outcome;
use crate::diagnostic::render::{Format, render};
use crate::diagnostic::{Finding, Severity};
use crate::error::Error;
use crate::options::RunMode;
use crate::pipeline::RunResult;
use crate::pipeline::closing::closing;
use crate::watch::Listener;

impl Listener for Reporter {
    fn built(&mut self, run: &RunResult, before: Option<&[Finding]>, took: Duration) {
        let line = |finding: &Finding| render(finding, Format::Short, false);
        let said = |finding: &&Finding| !self.is_brief() || finding.severity > Severity::Note;
        let earlier = before.unwrap_or_default();
        let known: BTreeSet<String> = earlier.iter().map(line).collect();
        let now: BTreeSet<String> = run.findings.iter().map(line).collect();
        let new = run.findings.iter().filter(|finding| !known.contains(&line(finding)));
        let more = match before {
            None => self.found(run, Severity::Error),
            Some(_) => self.findings(&new.collect::<Vec<_>>()),
        };
        let shown: BTreeSet<String> = earlier.iter().filter(said).map(line).collect();
        for gone in shown.difference(&now) {
            self.beside(&format!("đã hết: {gone}"));
        }
        if before.is_some() {
            self.beside(&rebuilt(run));
        }
        let line = closing(run, RunMode::Build);
        self.beside(&format!("{line}{more}. ({} ms)\n", took.as_millis()));
    }

    fn stopped(&mut self, error: &Error) {
        // The program goes on: there is no exit code yet.
        _ = Self::stopped(self, error);
    }

    fn untold(&mut self, every: Duration) {
        let every = every.as_secs();
        self.beside(&format!(
            "Ổ đĩa này không báo khi tệp thay đổi (thường là thư mục mạng): chương trình tự xem lại {every} giây một lần.\n"
        ));
    }
}

/// The reports that were built, a line each, and why.
fn rebuilt(run: &RunResult) -> String {
    let built = run.reports.iter().filter(|report| report.outcome == Outcome::Built);
    let line = |report: &crate::pipeline::ReportResult| {
        format!("đã lập {}: {}\n", report.name, reasons_of(report))
    };
    built.map(line).collect()
}
