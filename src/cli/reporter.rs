//! How a run speaks to the terminal: findings, reasons, the closing line. The only place that prints, but for the
//! progress bar ([`super::terminal`]).

use std::io::{self, Write};

use crate::build_report::Outcome;
use crate::diagnostic::render::{Format, render};
use crate::diagnostic::{Finding, Severity, any_error};
use crate::error::Error;
use crate::options::RunMode;
use crate::pipeline::{ReportResult, RunResult};

/// How this run speaks.
pub(crate) struct Reporter {
    /// How findings are drawn.
    pub(crate) format: Format,
    /// Whether in colour.
    pub(crate) color: bool,
}

/// Which findings of a run are printed.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum PrintedFindings {
    /// All.
    All,
    /// The first error alone; if there is none, all.
    FirstError,
}

/// What is told of a run, and from what on it fails.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) struct Telling {
    /// Which findings are printed.
    pub(crate) findings: PrintedFindings,
    /// Whether it is said why each report was built or left alone.
    pub(crate) reasons: bool,
    /// The mildest finding that makes the exit code 1.
    pub(crate) fails_from: Severity,
}

impl Reporter {
    /// Tells what became of a run; the result is the exit code.
    #[must_use]
    pub(crate) fn report(&self, run: &RunResult, mode: RunMode, telling: Telling) -> u8 {
        let first = run.findings.iter().find(|finding| finding.is_error());
        match first.filter(|_| telling.findings == PrintedFindings::FirstError) {
            Some(first) => self.findings(&[first]),
            None => self.findings(&run.findings.iter().collect::<Vec<_>>()),
        }
        if telling.reasons {
            self.beside(&reasons(run));
        }
        self.beside(&closing(run, mode));
        let fails = |finding: &Finding| finding.severity >= telling.fails_from;
        u8::from(held_back(run) || run.findings.iter().any(fails))
    }

    /// Tells why a run could not go on; the result is the exit code.
    #[must_use]
    pub(crate) fn stopped(&self, error: &Error) -> u8 {
        if let Error::Templates(findings) = error {
            self.findings(&findings.iter().collect::<Vec<_>>());
        }
        say(&mut io::stderr(), &format!("lỗi: {error}\n"));
        2
    }

    /// Prints what is for people; beside JSON it must not stand in the same stream.
    pub(crate) fn beside(&self, text: &str) {
        match self.format {
            Format::Json => say(&mut io::stderr(), text),
            Format::Human | Format::Short => say(&mut io::stdout(), text),
        }
    }

    /// Prints findings where the format has them.
    pub(crate) fn findings(&self, findings: &[&Finding]) {
        let text: String =
            findings.iter().map(|finding| render(finding, self.format, self.color)).collect();
        if self.format == Format::Json {
            say(&mut io::stdout(), &text);
        } else {
            say(&mut io::stderr(), &text);
        }
    }
}

/// The exit code of a command that found this: 1 if any of it is an error.
#[must_use]
pub fn exit_code(findings: &[Finding]) -> u8 {
    u8::from(any_error(findings))
}

fn held_back(run: &RunResult) -> bool {
    let held = |outcome| matches!(outcome, Outcome::Refused | Outcome::Failed | Outcome::Skipped);
    run.refused_dossiers > 0 || run.reports.iter().any(|report| held(report.outcome))
}

/// The closing line, which counts what became of the reports.
pub(super) fn closing(run: &RunResult, mode: RunMode) -> String {
    let count = |outcome| run.reports.iter().filter(|report| report.outcome == outcome).count();
    let found =
        |severity| run.findings.iter().filter(|finding| finding.severity == severity).count();
    let mut line = match mode {
        _ if run.reports.is_empty() && run.refused_dossiers == 0 => nothing(run),
        RunMode::Build => format!(
            "Đã lập {} báo cáo; {} báo cáo không đổi; {} bị giữ lại vì lỗi số liệu; {} không thành công",
            count(Outcome::Built),
            count(Outcome::Unchanged),
            count(Outcome::Refused),
            count(Outcome::Failed)
        ),
        RunMode::Check => format!(
            "Đã kiểm tra {} báo cáo: {} sẵn sàng, {} có lỗi",
            run.reports.len(),
            count(Outcome::Built),
            count(Outcome::Refused) + count(Outcome::Failed)
        ),
    };
    if !run.pruned.is_empty() {
        line = format!("{line}, đã xóa {} báo cáo thừa", run.pruned.len());
    }
    if count(Outcome::Skipped) > 0 {
        let why = if run.stopped {
            "đã dừng theo yêu cầu; chạy lại để làm tiếp"
        } else {
            "dừng ở lỗi đầu tiên"
        };
        line = format!("{line}, chưa làm {} ({why})", count(Outcome::Skipped));
    }
    if run.refused_dossiers > 0 {
        line = format!("{line}, {} hồ sơ không đọc được kế hoạch", run.refused_dossiers);
    }
    let (errors, warnings, notes) =
        (found(Severity::Error), found(Severity::Warning), found(Severity::Note));
    format!("{line}; {errors} lỗi, {warnings} cảnh báo, {notes} ghi chú.\n")
}

/// That nothing asked for is due, and why.
fn nothing(run: &RunResult) -> String {
    let why = run.absent.join("; ");
    let why = if why.is_empty() { why } else { format!(" ({why})") };
    format!("Không có báo cáo nào đến kỳ ứng với lựa chọn{why}")
}

fn reasons(run: &RunResult) -> String {
    let why = |report: &ReportResult| match report.outcome {
        Outcome::Built => reasons_of(report),
        Outcome::Unchanged => "không đổi".to_owned(),
        Outcome::Refused => "bị giữ lại vì lỗi số liệu".to_owned(),
        Outcome::Failed => "không thành công".to_owned(),
        Outcome::Skipped => "chưa làm".to_owned(),
    };
    let lines = run.reports.iter().map(|report| format!("{}: {}\n", report.name, why(report)));
    let pruned = run.pruned.iter().map(|name| format!("{name}: đã xóa, báo cáo thừa\n"));
    lines.chain(pruned).collect()
}

/// Why a report was built.
pub(super) fn reasons_of(report: &ReportResult) -> String {
    report.reasons.iter().map(ToString::to_string).collect::<Vec<_>>().join("; ")
}

/// Prints; a closed pipe is nobody's error.
pub(crate) fn say(to: &mut impl Write, text: &str) {
    _ = to.write_all(text.as_bytes()).and_then(|()| to.flush());
}
