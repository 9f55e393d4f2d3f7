//! The terminal a run is started from: a progress bar while it works, and Ctrl-C, which ends it once the reports under
//! way are written. Not for what is said afterwards ([`crate::voice`]).

use std::io::{self, IsTerminal};
use std::sync::atomic::{AtomicBool, Ordering};
use std::sync::{Arc, OnceLock};

use indicatif::{ProgressBar, ProgressStyle};

use crate::pipeline::Around;

/// A terminal, or what stands in for one.
#[derive(Default)]
pub struct Terminal {
    bar: OnceLock<ProgressBar>,
    stop: Arc<AtomicBool>,
}

impl Terminal {
    /// Listens to Ctrl-C from now on.
    #[must_use]
    pub fn listening() -> Self {
        let terminal = Self::default();
        let stop = Arc::clone(&terminal.stop);
        // Without a handler Ctrl-C ends the program at once, which loses no report either.
        _ = ctrlc::set_handler(move || stop.store(true, Ordering::Relaxed));
        terminal
    }
}

impl Around for Terminal {
    fn start(&self, reports: usize) {
        let style = ProgressStyle::with_template("{bar:40} {pos}/{len} báo cáo").ok();
        let bar = ProgressBar::new(reports as u64);
        if let Some(style) = style.filter(|_| io::stderr().is_terminal()) {
            bar.set_style(style);
        }
        _ = self.bar.set(bar);
    }

    fn step(&self) {
        if let Some(bar) = self.bar.get() {
            bar.inc(1);
            if Some(bar.position()) == bar.length() {
                bar.finish_and_clear();
            }
        }
    }

    fn stopped(&self) -> bool {
        self.stop.load(Ordering::Relaxed)
    }
}
