//! The terminal a run is started from: a progress bar while it works, and Ctrl-C, which ends it once the reports under
//! way are written. Not for what is said afterwards ([`mod@super::reporter`]).

use std::io::{self, IsTerminal};
use std::sync::OnceLock;

use anstyle_query::windows::enable_ansi_colors;

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::{Cancel, Environment, Progress};

/// A terminal, or what stands in for one.
#[derive(Default)]
pub(crate) struct Terminal {
    bar: OnceLock<ProgressBar>,
    cancel: Cancel,
}

impl Terminal {
    /// Listens to Ctrl-C from now on.
    #[must_use]
    pub(crate) fn listening() -> Self {
        let terminal = Self::default();
        let cancel = terminal.cancel.clone();
        // Without a handler Ctrl-C ends the program at once, which loses no report either.
        _ = ctrlc::set_handler(move || cancel.cancel());
        terminal
    }

    /// A run that this terminal watches and may stop.
    #[must_use]
    pub(crate) fn environment(&self) -> Environment<'_> {
        Environment { progress: self, cancel: self.cancel.clone(), ..Environment::default() }
    }
}

/// Whether what is said there is in colour: a terminal that takes colours. The one of Windows has to be asked to.
#[must_use]
pub(super) fn paints(stream: &impl IsTerminal, colorless: bool) -> bool {
    !colorless && stream.is_terminal() && enable_ansi_colors().unwrap_or(true)
}

impl Progress for Terminal {
    fn start(&self, reports: usize) {
        let bar = ProgressBar::new(reports as u64);
        if io::stderr().is_terminal() {
            let style = ProgressStyle::with_template("{bar:40} {pos}/{len} báo cáo");
            bar.set_style(style.expect("a literal template"));
        }
        _ = self.bar.set(bar);
    }

    fn step(&self, _report: &str) {
        if let Some(bar) = self.bar.get() {
            bar.inc(1);
            if Some(bar.position()) == bar.length() {
                bar.finish_and_clear();
            }
        }
    }
}
