//! The command line: what the user typed becomes options and a run. Not for what is printed ([`mod@self::reporter`]).

mod arguments;
mod came_back;
mod closing;
mod diff;
mod draft;
mod draft_account;
mod explain;
pub mod form;
mod guide;
pub mod import;
mod import_told;
pub(crate) mod inspect;
mod issue;
pub mod new;
mod new_dossier;
mod output;
mod quarter_arguments;
mod register;
mod register_arguments;
mod register_values;
pub mod reporter;
pub mod schema;
mod sent_files;
mod serve;
mod shared_arguments;
pub mod status;
mod surroundings;
mod table_account;
pub(crate) mod terminal;
mod today;
pub(crate) mod trace;
mod typed_period;
mod usage;
pub(crate) mod watch_reporter;

use std::cell::Cell;
use std::io::{self, IsTerminal};

use clap::Parser;

use self::arguments::{Cli, Command, Common, Described, Drafted, Inspected, Orders};
use self::draft::DraftOrders;
use self::explain::explain;
use self::import::{AskedImport, Effect};
use self::inspect::{inspect_files, show};
use self::new::QuarterRequest;
use self::new_dossier::DossierRequest;
use self::output::{print, tell};
use self::quarter_arguments::{FormsAsked, Imported, Opened, StatusAsked};
use self::reporter::{Detail, PrintedFindings, Reporter, Telling};
use self::shared_arguments::{FindingFormat, FormatName};
use self::status::StatusRequest;
pub use self::surroundings::Surroundings;
use self::terminal::{Terminal, paints};
use self::usage::usage;
use crate::diagnostic::Severity;
use crate::diagnostic::render::Format;
use crate::disk::file_system::Local;
use crate::forms::importing::Taking;
use crate::forms::writing::{FilledForms, FormRequest, Layout};
use crate::import::{BadRows, NumberStyle, ReadingOptions};
use crate::options::{Options, Paths, RunMode};
use crate::pipeline::run;
use crate::watch::watch;

/// Runs what the user typed, or opens the local page where the program was clicked on; the result is the exit code.
#[must_use]
pub fn main(
    arguments: impl Iterator<Item = std::ffi::OsString>,
    Surroundings { colorless, desktop }: Surroundings,
) -> u8 {
    let cli = match Cli::try_parse_from(arguments) {
        Ok(cli) => cli,
        Err(error) => return usage(&error),
    };
    match cli.command {
        None if desktop && is_clicked() => serve::clicked(),
        None | Some(Command::Help) => {
            let help = <Cli as clap::CommandFactory>::command().render_help();
            print(&help.to_string())
        }
        Some(Command::Build { common, orders }) => act(common, RunMode::Build, &orders, colorless),
        Some(Command::Watch { common }) => watching(common, colorless),
        Some(Command::Explain(explained)) => explain(&explained),
        Some(Command::Diff(compared)) => {
            let told = FindingFormat { format: compared.format, details: true };
            diff::run(compared, colorless, &reporter(&told, colorless))
        }
        Some(Command::Draft(asked)) => drafting(asked, colorless),
        Some(Command::Form(asked)) => form(asked, colorless),
        Some(Command::Import(imported)) => import(imported, colorless),
        Some(Command::New(opened)) => open(opened, colorless),
        Some(Command::Status(asked)) => status(asked, colorless),
        Some(Command::Issue(asked)) => {
            let reporter = reporter(&asked.told, colorless);
            issue::run(&asked, &asked.workspace.paths(), &Local, &reporter)
        }
        Some(Command::Register(asked)) => {
            let reporter = reporter(&asked.told, colorless);
            register::run(&asked, &asked.sources.paths(), &Local, &reporter)
        }
        Some(Command::Serve(asked)) => serve::run(&asked),
        Some(Command::Schema(described)) => schema(described, colorless),
        Some(Command::Inspect(inspected)) => inspect(inspected),
        Some(Command::Guide(guided)) => {
            let told = FindingFormat { format: FormatName::Human, details: true };
            guide::run(guided.pdf.as_deref(), &Local, &reporter(&told, colorless))
        }
        Some(Command::Check { common }) => {
            act(common, RunMode::Check, &Orders::default(), colorless)
        }
    }
}

/// Whether nobody typed the program's name: on Windows a window of its own opens for it, elsewhere none does.
fn is_clicked() -> bool {
    if cfg!(windows) {
        return io::stdin().is_terminal() && io::stdout().is_terminal();
    }
    !io::stdin().is_terminal() && !io::stdout().is_terminal() && !io::stderr().is_terminal()
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
            tell(&format!("lỗi: {error}\n"));
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

/// Writes forms; the result is 0 if all were written.
fn form(typed: FormsAsked, colorless: bool) -> u8 {
    let reporter = reporter(&typed.told, colorless);
    let paths = typed.sources.paths();
    let request = FormRequest {
        period: typed.period,
        dossiers: typed.dossiers,
        unit: typed.unit,
        layout: if typed.gop { Layout::AllInOne } else { Layout::EachUnit },
        folder: typed.out,
        filled: if typed.force { FilledForms::Replace } else { FilledForms::Keep },
    };
    self::form::run(&request, &paths, &Local, &reporter)
}

/// Opens a quarter or begins a dossier; the result is 0 if all its files are there.
fn open(typed: Opened, colorless: bool) -> u8 {
    let reporter = reporter(&typed.told, colorless);
    let paths = typed.sources.paths();
    if let Some(id) = typed.dossier {
        let request = DossierRequest { id, from: typed.from, units: typed.units };
        return self::new_dossier::run(&request, &paths, &Local, &reporter);
    }
    let (dossiers, as_of) = (typed.dossiers, typed.chot_den);
    let period = typed.period.expect("a period is asked for where no dossier is begun");
    self::new::run(&QuarterRequest { period, dossiers, as_of }, &paths, &Local, &reporter)
}

/// Says who has handed in; the result is 0 if every plan can be used.
fn status(typed: StatusAsked, colorless: bool) -> u8 {
    let color = paints(&io::stdout(), colorless);
    let reporter = Reporter { color, ..reporter(&typed.told, colorless) };
    let (period, dossiers) = match typed.meant() {
        Ok(meant) => meant,
        Err(error) => return reporter.stopped(&error),
    };
    let today = typed.today.unwrap_or_else(today::today);
    let width = terminal_size::terminal_size().map(|(width, _)| usize::from(width.0));
    let width = width.filter(|_| io::stdout().is_terminal());
    let options = Options { paths: typed.workspace.paths(), dossiers, ..Options::default() };
    let request = StatusRequest { period, today, width, pdf: typed.pdf };
    self::status::run(&request, &options, &reporter)
}

/// Imports forms and tables; the result is 0 if all of them were, 1 if some was not.
fn import(typed: Imported, colorless: bool) -> u8 {
    let reporter = reporter(&typed.told, colorless);
    let paths = Paths { inputs: typed.figures.inputs, ..Paths::default() };
    let request = AskedImport {
        words: typed.words,
        sheet: typed.sheet,
        period: typed.period,
        as_of: typed.chot_den,
        taking: if typed.mot_phan { Taking::RightCells } else { Taking::Whole },
        reading: ReadingOptions {
            numbers: if typed.so_viet { NumberStyle::Vietnamese } else { NumberStyle::Plain },
            bad_rows: if typed.mot_phan { BadRows::GoodCells } else { BadRows::LeftOut },
        },
    };
    let effect = if typed.dry_run { Effect::DryRun } else { Effect::Write(&Local) };
    self::import::run(&request, typed.theo_doi.into(), &paths, effect, &reporter)
}

fn reporter(told: &FindingFormat, colorless: bool) -> Reporter {
    let color = paints(&io::stderr(), colorless);
    let detail = if told.details { Detail::Each } else { Detail::Brief };
    Reporter { format: Format::from(told.format), color, detail, unprinted: Cell::default() }
}

fn act(common: Common, mode: RunMode, orders: &Orders, colorless: bool) -> u8 {
    let reporter = reporter(&common.told, colorless);
    let telling = telling(&common, orders);
    match run(&options(common, orders), mode, &Terminal::listening().environment()) {
        Ok(run) => reporter.report(&run, mode, telling),
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes Word drafts; the result is 0 if no report asked for has errors.
fn drafting(asked: Drafted, colorless: bool) -> u8 {
    let reporter = reporter(&asked.common.told, colorless);
    let orders = DraftOrders { number: asked.lan, replaces: asked.force };
    let options = options(asked.common, &Orders::default());
    draft::run(&options, orders, &Terminal::listening().environment(), &reporter)
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
        Ok(()) => reporter.code(0),
        Err(error) => reporter.stopped(&error),
    }
}

fn options(common: Common, orders: &Orders) -> Options {
    Options {
        paths: common.workspace.paths(),
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
