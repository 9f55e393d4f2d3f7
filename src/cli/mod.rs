//! The command line: what the user typed becomes options and a run. Not for what is printed ([`crate::voice`]).

mod arguments;
mod explain;
mod usage;

use std::io::{self, IsTerminal};

use clap::Parser;

use self::arguments::{Cli, Command, Common, Inspected, Orders};
use self::explain::explain;
use self::usage::usage;
use crate::diagnostic::render::Format;
use crate::inspect::command::{inspect_files, show};
use crate::options::{Goal, Options};
use crate::pipeline::run;
use crate::voice::{Bar, Voice, say};

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
        Some(Command::Build { common, orders }) => act(common, Goal::Build, &orders, colorless),
        Some(Command::Explain(explained)) => explain(explained),
        Some(Command::Inspect(inspected)) => inspect(inspected),
        Some(Command::Check { common }) => act(common, Goal::Check, &Orders::default(), colorless),
    }
}

/// Inspects finished PDFs; the result is 0 if all conform, 1 if one deviates, 2 if one cannot be read.
fn inspect(inspected: Inspected) -> u8 {
    let options = Options { templates: inspected.templates, ..Options::default() };
    let format = Format::from(inspected.format);
    match inspect_files(&inspected.files, inspected.profile.as_deref(), &options) {
        Ok(told) => {
            told.into_iter().map(|(file, told)| show(&file, told, format)).max().unwrap_or(2)
        }
        Err(error) => {
            say(&mut io::stderr(), &format!("lỗi: {error}\n"));
            2
        }
    }
}

fn act(common: Common, goal: Goal, orders: &Orders, colorless: bool) -> u8 {
    let format = Format::from(common.format);
    let (strict, fail_fast) = (common.strict, common.fail_fast);
    let options = Options {
        inputs: common.inputs,
        templates: common.templates,
        out: common.out,
        dossiers: common.dossiers,
        period: common.period,
        unit: common.unit,
        jobs: common.jobs,
        force: orders.force,
        fail_fast,
        inspect: orders.inspect,
    };
    let voice = Voice { format, color: !colorless && io::stderr().is_terminal() };
    match run(&options, goal, &Bar::default()) {
        Ok(run) => voice.report(&run, goal, orders.why, strict, fail_fast),
        Err(error) => voice.stopped(&error),
    }
}
