//! Checks or builds the reports of a quarter, by the pipeline the commands run: its page says how far it is, and it can be stopped. Not
//! for what a run does ([`mod@crate::pipeline`]).

use super::jobs::ActionJob;
use super::outcome::Outcome;
use super::quarter::{Quarter, begin};
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::options::{AskedPeriod, Options, RunMode};
use crate::pipeline::closing::closing;
use crate::pipeline::{Environment, run};
use crate::web::finding_view;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// Begins a run over a quarter.
pub(super) fn start(site: &Site, quarter: Quarter<'_>, mode: RunMode) -> Reply {
    let period = quarter.period;
    let (title, next) = match mode {
        RunMode::Check => (format!("Kiểm tra kỳ {period}"), ("Lập báo cáo", quarter.board())),
        RunMode::Build => {
            (format!("Lập báo cáo kỳ {period}"), ("Ban hành", quarter.address(&["ban-hanh"])))
        }
    };
    let mut head = quarter.head(title);
    head.stoppable = true;
    head.links.extend((mode == RunMode::Build).then_some(next));
    let options =
        Options { period: Some(AskedPeriod::Whole(period)), ..site.options(&[quarter.dossier]) };
    begin(site, head, move |job| done(&options, mode, job))
}

fn done(options: &Options, mode: RunMode, job: &ActionJob) -> Outcome {
    let environment = Environment { progress: job, cancel: job.cancel.clone(), files: &Local };
    match run(options, mode, &environment) {
        Ok(run) => Outcome {
            code: u8::from(run.is_held_back() || run.findings.iter().any(Finding::is_error)),
            found: finding_view::views(&run.findings),
            said: format!("{}.", closing(&run, mode)),
        },
        Err(error) => Outcome::stopped(&error),
    }
}
