//! How `watch` speaks: what is new after each change, not everything again. Not for single runs ([`super::reporter::Reporter`]).

use std::collections::BTreeSet;
use std::time::Duration;

use super::reporter::{Reporter, closing};
use crate::build_report::Outcome;
use crate::diagnostic::Finding;
use crate::diagnostic::render::{Format, render};
use crate::error::Error;
use crate::options::RunMode;
use crate::pipeline::RunResult;
use crate::watch::Listener;

impl Listener for Reporter {
    fn built(&mut self, run: &RunResult, before: Option<&[Finding]>, took: Duration) {
        let line = |finding: &Finding| render(finding, Format::Short, false);
        let known: BTreeSet<String> = before.unwrap_or_default().iter().map(line).collect();
        let now: BTreeSet<String> = run.findings.iter().map(line).collect();
        let new = run.findings.iter().filter(|finding| !known.contains(&line(finding)));
        self.findings(&new.collect::<Vec<_>>());
        for gone in known.difference(&now) {
            self.beside(&format!("đã hết: {gone}"));
        }
        if before.is_some() {
            self.beside(&rebuilt(run));
        }
        let line = closing(run, RunMode::Build);
        self.beside(&format!("{} ({} ms)\n", line.trim_end(), took.as_millis()));
    }

    fn stopped(&mut self, error: &Error) {
        // The program goes on: there is no exit code yet.
        _ = Self::stopped(self, error);
    }
}

/// The reports that were built, a line each, and why.
fn rebuilt(run: &RunResult) -> String {
    let built = run.reports.iter().filter(|report| report.outcome == Outcome::Built);
    let line = |report: &crate::pipeline::ReportResult| {
        format!("đã lập {}: {}\n", report.name, super::reporter::reasons_of(report))
    };
    built.map(line).collect()
}
