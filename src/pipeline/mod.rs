//! The steps of a run: read, decide what is due and what of it need not be done again, make each report, write it,
//! remember. Not for the steps themselves, and not for printing.

mod absent;
mod changes;
pub(crate) mod closing;
mod context;
mod environment;
pub(crate) mod issued;
pub(crate) mod kept_report;
mod look;
mod orphans;
pub(crate) mod read_before;
mod result;
mod reuse;
mod run;
mod select;
mod selection;
mod session;
mod sources;
pub(crate) mod survey;
pub(crate) mod surveyed;
mod why;
mod workers;
mod worklist;
mod writer;

pub(crate) use self::absent::no_report;
pub use self::environment::{Cancel, Environment, Progress};
pub use self::result::{ReportResult, RunResult};
pub use self::session::Session;

use std::collections::BTreeMap;

use self::sources::{ReadInput, Sources};
use crate::error::Error;
use crate::inputs::folder::Folder;
use crate::options::{Options, RunMode};
use crate::report::due::Job;

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

/// The files a report is made from, in order, with what it reads in each.
#[must_use]
pub(crate) fn inputs_of<'i>(folders: &'i [Folder<'i>], job: &Job<'_>) -> Vec<ReadInput<'i>> {
    let sources = Sources { folders, shared: blake3::hash(b""), issued: BTreeMap::new() };
    sources.read(job)
}
