//! How a run speaks to the terminal: findings, reasons, the closing line. The only place that prints, but for the
//! progress bar ([`super::terminal`]). Not for how the closing line is worded ([`mod@super::closing`]).

use std::cell::Cell;

use super::closing::{More, reasons};
use super::output::{print, tell, tell_drawn};
use crate::diagnostic::render::{Format, render};
use crate::diagnostic::summary::{Summary, mildest_first, summary};
use crate::diagnostic::{Finding, Severity, any_error};
use crate::error::Error;
use crate::options::RunMode;
use crate::pipeline::RunResult;
use crate::pipeline::closing::closing;

/// How this run speaks.
pub(crate) struct Reporter {
    /// How findings are drawn.
    pub(crate) format: Format,
    /// Whether in colour.
    pub(crate) color: bool,
    /// How much of what was found is said for people.
    pub(crate) detail: Detail,
    /// Whether something could not be printed.
    pub(crate) unprinted: Cell<bool>,
}

/// How much of what was found is said for people. What programs read is always whole.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Detail {
    /// Many warnings of a kind as one, notes only counted, of a run with nothing to do what is new.
    Brief,
    /// Each finding.
    Each,
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
    /// For what has no findings of its own.
    #[must_use]
    pub(crate) fn plain() -> Self {
        Self {
            format: Format::Human,
            color: false,
            detail: Detail::Brief,
            unprinted: Cell::default(),
        }
    }

    /// Tells what became of a run; the result is the exit code.
    #[must_use]
    pub(crate) fn report(&self, run: &RunResult, mode: RunMode, telling: Telling) -> u8 {
        let first = run.findings.iter().find(|finding| finding.is_error());
        let left_out = match first.filter(|_| telling.findings == PrintedFindings::FirstError) {
            Some(first) => self.findings(&[first]),
            None => self.found(run, telling.fails_from),
        };
        if telling.reasons {
            self.beside(&reasons(run));
        }
        self.beside(&format!("{}{left_out}.\n", closing(run, mode)));
        let fails = |finding: &Finding| finding.severity >= telling.fails_from;
        self.code(u8::from(run.is_held_back() || run.findings.iter().any(fails)))
    }

    /// Prints what a run found; where it had nothing to do, what is new or makes it fail.
    pub(crate) fn found(&self, run: &RunResult, fails_from: Severity) -> More {
        let all: Vec<&Finding> = run.findings.iter().collect();
        if !self.is_brief() || !run.had_nothing_to_do() {
            return self.findings(&all);
        }
        let told = |one: &&Finding| one.severity >= fails_from || run.is_new(one);
        let new: Vec<&Finding> = all.iter().copied().filter(told).collect();
        match self.findings(&new) {
            _ if new.is_empty() && !all.is_empty() => More::ToldBefore,
            _ if new.len() < all.len() => More::OnlyNew,
            more => more,
        }
    }

    /// Whether less than everything may be said.
    pub(super) fn is_brief(&self) -> bool {
        self.format == Format::Human && self.detail == Detail::Brief
    }

    /// Tells why a run could not go on; the result is the exit code.
    #[must_use]
    pub(crate) fn stopped(&self, error: &Error) -> u8 {
        if let Error::Templates(findings) | Error::RegisterChanged(findings) = error {
            _ = self.findings(&findings.iter().collect::<Vec<_>>());
        }
        tell(&format!("lỗi: {error}\n"));
        2
    }

    /// The exit code of a command that came to `code`: 2 if what it had to say could not be printed.
    #[must_use]
    pub(crate) fn code(&self, code: u8) -> u8 {
        if self.unprinted.get() { 2 } else { code }
    }

    /// Prints, and tells of a failure once.
    fn print(&self, text: &str) {
        if !self.unprinted.get() {
            self.unprinted.set(print(text) != 0);
        }
    }

    /// Prints what is for people; beside JSON it must not stand in the same stream.
    pub(crate) fn beside(&self, text: &str) {
        match self.format {
            Format::Json => tell(text),
            Format::Human | Format::Short => self.print(text),
        }
    }

    /// Prints findings where the format has them, errors last; what the closing line has to add.
    pub(crate) fn findings(&self, findings: &[&Finding]) -> More {
        let draw = |finding: &Finding| render(finding, self.format, self.color);
        match self.format {
            Format::Json => {
                let text: String = findings.iter().map(|finding| draw(finding)).collect();
                self.print(&text);
            }
            _ if self.is_brief() => {
                let Summary { told, leaves_out } = summary(findings);
                tell_drawn(&told.iter().map(draw).collect::<String>());
                return if leaves_out { More::Counted } else { More::Nothing };
            }
            Format::Human | Format::Short => {
                let sorted = mildest_first(findings).into_iter();
                tell_drawn(&sorted.map(draw).collect::<String>());
            }
        }
        More::Nothing
    }
}

/// The exit code of a command that found this: 1 if any of it is an error.
#[must_use]
pub fn exit_code(findings: &[Finding]) -> u8 {
    u8::from(any_error(findings))
}
