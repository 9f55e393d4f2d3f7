//! The command line: what the user typed becomes options and a run. Not for what is printed ([`mod@self::reporter`]).

mod arguments;
mod closing;
mod explain;
pub mod import;
pub(crate) mod inspect;
pub mod reporter;
pub mod schema;
mod table_account;
pub(crate) mod terminal;
pub(crate) mod trace;
mod typed_period;
mod usage;
pub(crate) mod watch_reporter;

use std::io::{self, IsTerminal};

use clap::Parser;

use self::arguments::{
    Cli, Command, Common, Described, FindingFormat, Imported, Inspected, Orders,
};
use self::explain::explain;
use self::import::Effect;
use self::inspect::{inspect_files, show};
use self::reporter::{Detail, PrintedFindings, Reporter, Telling, say};
use self::terminal::Terminal;
use self::usage::usage;
use crate::diagnostic::Severity;
use crate::diagnostic::render::Format;
use crate::disk::file_system::Local;
use crate::import::{BadRows, ImportRequest, NumberStyle, ReadingOptions};
use crate::options::{Options, Paths, RunMode};
use crate::pipeline::run;
use crate::watch::watch;

/// Runs what the user typed; the result is the exit code. `colorless` is whether `NO_COLOR` is set.
#[must_use]
pub fn main(arguments: impl Iterator<Item = std::ffi::OsString>, colorless: bool) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match cli.command {
        None | Some(Command::Help) => {
            let help = <Cli as clap::CommandFactory>::command().render_help();
            say(&mut io::stdout(), &help.to_string());
            0
        }
        Some(Command::Build { common, orders }) => act(common, RunMode::Build, &orders, colorless),
        Some(Command::Watch { common }) => watching(common, colorless),
        Some(Command::Explain(explained)) => explain(explained),
        Some(Command::Import(imported)) => import(imported, colorless),
        Some(Command::Schema(described)) => schema(described, colorless),
        Some(Command::Inspect(inspected)) => inspect(inspected),
        Some(Command::Check { common }) => {
            act(common, RunMode::Check, &Orders::default(), colorless)
        }
    }
}

/// Inspects finished PDFs; the result is 0 if all conform, 1 if one deviates, 2 if one cannot be read.
fn inspect(inspected: Inspected) -> u8 {
    let paths = Paths { templates: inspected.templates, ..Paths::default() };
    let format = Format::from(inspected.format);
    match inspect_files(&inspected.files, inspected.profile.as_deref(), &paths) {
        Ok(told) => {
            told.into_iter().map(|(file, told)| show(&file, told, format)).max().unwrap_or(2)
        }
        Err(error) => {
            say(&mut io::stderr(), &format!("lỗi: {error}\n"));
            2
        }
    }
}

/// Writes schemas; the result is 0 if all were written.
fn schema(typed: Described, colorless: bool) -> u8 {
    let (inputs, templates) = (typed.figures.inputs, typed.templates);
    let paths = Paths { inputs, templates, ..Paths::default() };
    let reporter = reporter(&typed.told, colorless);
    self::schema::run(&typed.dossiers, &paths, &Local, &reporter)
}

/// Imports a table; the result is 0 if all of it was, 1 if some was not.
fn import(typed: Imported, colorless: bool) -> u8 {
    let reporter = reporter(&typed.told, colorless);
    let paths = Paths { inputs: typed.figures.inputs, ..Paths::default() };
    let request = ImportRequest {
        file: typed.file,
        sheet: typed.sheet,
        dossier: typed.dossier,
        period: typed.period,
        as_of: typed.chot_den,
        reading: ReadingOptions {
            numbers: if typed.so_viet { NumberStyle::Vietnamese } else { NumberStyle::Plain },
            bad_rows: if typed.bo_o_loi { BadRows::GoodCells } else { BadRows::LeftOut },
        },
    };
    let effect = if typed.dry_run { Effect::DryRun } else { Effect::Write(&Local) };
    self::import::run(&request, &paths, effect, &reporter)
}

fn reporter(told: &FindingFormat, colorless: bool) -> Reporter {
    let color = !colorless && io::stderr().is_terminal();
    let detail = if told.details { Detail::Each } else { Detail::Brief };
    Reporter { format: Format::from(told.format), color, detail }
}

fn act(common: Common, mode: RunMode, orders: &Orders, colorless: bool) -> u8 {
    let reporter = reporter(&common.told, colorless);
    let telling = telling(&common, orders);
    match run(&options(common, orders), mode, &Terminal::listening().environment()) {
        Ok(run) => reporter.report(&run, mode, telling),
        Err(error) => reporter.stopped(&error),
    }
}

fn telling(common: &Common, orders: &Orders) -> Telling {
    Telling {
        findings: if common.fail_fast { PrintedFindings::FirstError } else { PrintedFindings::All },
        reasons: orders.why,
        fails_from: if common.strict { Severity::Warning } else { Severity::Error },
    }
}

/// Builds again on every change until Ctrl-C, which is the way to end it.
fn watching(common: Common, colorless: bool) -> u8 {
    let mut reporter = reporter(&common.told, colorless);
    let options = options(common, &Orders::default());
    match watch(&options, &Terminal::listening().environment(), &mut reporter) {
        Ok(()) => 0,
        Err(error) => reporter.stopped(&error),
    }
}

fn options(common: Common, orders: &Orders) -> Options {
    Options {
        paths: Paths {
            inputs: common.figures.inputs,
            templates: common.templates,
            out: common.out,
        },
        dossiers: common.dossiers,
        period: common.period,
        unit: common.unit,
        jobs: common.jobs,
        force: orders.force,
        fail_fast: common.fail_fast,
        verify: orders.verify,
        prune: orders.prune,
        inspect: orders.inspect,
        typst: orders.typst.clone(),
    }
}
