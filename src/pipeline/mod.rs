//! The steps of a run: read, decide what is due and what of it need not be done again, make each report, write it,
//! remember. Not for the steps themselves, and not for printing.

mod absent;
mod context;
mod environment;
mod orphans;
mod result;
mod reuse;
mod run;
mod select;
mod selection;
mod session;
mod sources;
pub(crate) mod survey;
mod why;
mod workers;
mod worklist;
mod writer;

pub(crate) use self::absent::no_report;
pub use self::environment::{Cancel, Environment, Progress};
pub use self::result::{ReportResult, RunResult};
pub use self::session::Session;

use crate::error::Error;
use crate::options::{Options, RunMode};

/// Runs every step once. Reports are made in parallel; outcomes and findings come in one order.
///
/// # Errors
/// What keeps the whole run from going on.
pub fn run(
    options: &Options,
    mode: RunMode,
    environment: &Environment<'_>,
) -> Result<RunResult, Error> {
    Session::new(options.clone())?.run(mode, environment)
}
