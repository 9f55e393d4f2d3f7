//! The command `status`: has the period looked over and says who has handed in. Not for what is on the board
//! ([`crate::status`]).

use std::path::{Path, PathBuf};

use chrono::NaiveDate;

use super::output::{print, print_drawn};
use super::reporter::{Detail, Reporter, exit_code};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::render::Format;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::{FileSystem, Local};
use crate::disk::write::replace;
use crate::error::Error;
use crate::load::kept_units::KeptUnits;
use crate::options::{AskedPeriod, Options, Paths};
use crate::pipeline::survey::survey;
use crate::status::board::{Board, board};
use crate::status::period::period_meant;
use crate::status::sheet::sheet;
use crate::status::table::{Drawing, table};
use crate::toolchain::Toolchain;

/// What was asked for.
#[derive(Debug)]
pub struct StatusRequest {
    /// The period; none: the one that is due.
    pub period: Option<AskedPeriod>,
    /// The day it is asked on.
    pub today: NaiveDate,
    /// Columns of the terminal, if it is one.
    pub width: Option<usize>,
    /// Where a page to print goes, if one is asked for; `.` stands for a name below `out/`.
    pub pdf: Option<PathBuf>,
}

/// What was looked over.
#[derive(Debug)]
pub struct StatusResult {
    /// The board of each dossier.
    pub(crate) boards: Vec<Board>,
    /// What is wrong with plans that cannot be used, and what cannot be read.
    pub refused: Vec<Finding>,
    /// Dossiers without such a period, and why.
    pub(crate) absent: Vec<String>,
}

impl StatusResult {
    /// The boards as JSON, a line each.
    #[must_use]
    pub fn json(&self) -> String {
        let line = |board: &Board| {
            format!("{}\n", serde_json::to_string(board).expect("a board is plain data"))
        };
        self.boards.iter().map(line).collect()
    }
}

/// Looks over the period asked for.
///
/// # Errors
/// No inputs, no dossier of a name, no period that is due, or templates or a manifest that cannot be read.
pub fn perform(
    request: &StatusRequest,
    options: &Options,
    files: &dyn FileSystem,
) -> Result<StatusResult, Error> {
    let chosen =
        |dossier: &_, kinds: &_| period_meant(request.period, request.today, dossier, kinds);
    let surveyed = survey(files, options, &chosen, &KeptUnits::default())?;
    if surveyed.periods.is_empty() && surveyed.refused.is_empty() {
        return Err(Error::NotDue(surveyed.absent.join("; ")));
    }
    let periods = surveyed.periods.iter();
    let boards = periods.map(|period| board(period, &surveyed.kinds, request.today)).collect();
    Ok(StatusResult { boards, refused: surveyed.refused, absent: surveyed.absent })
}

/// Runs the command; the result is the exit code: 1 if a plan cannot be used.
#[must_use]
pub(crate) fn run(request: &StatusRequest, options: &Options, reporter: &Reporter) -> u8 {
    let result = match perform(request, options, &Local) {
        Ok(result) => result,
        Err(error) => return reporter.stopped(&error),
    };
    if reporter.format != Format::Json {
        _ = reporter.findings(&result.refused.iter().collect::<Vec<_>>());
    }
    let told = told(&result, request, reporter);
    let printed = if reporter.color { print_drawn(&told) } else { print(&told) };
    for why in result.absent.iter().filter(|_| request.period.is_some()) {
        reporter.beside(&format!("{why}.\n"));
    }
    let pages = request.pdf.as_ref().map_or(Ok(0), |named| {
        let named = Some(named.as_path()).filter(|named| named.as_os_str() != ".");
        pages(&result.boards, named, &options.paths, reporter)
    });
    match pages {
        Ok(code) => code.max(printed).max(exit_code(&result.refused)),
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes a page for each board; the result is 1 if one could not be written.
fn pages(
    boards: &[Board],
    named: Option<&Path>,
    paths: &Paths,
    reporter: &Reporter,
) -> Result<u8, Error> {
    if named.is_some() && boards.len() > 1 {
        return Err(Error::NotDue(
            "có nhiều hồ sơ; ghi rõ một hồ sơ khi đặt tên tệp PDF".to_owned(),
        ));
    }
    let toolchain = Toolchain::open(paths)?;
    let mut findings = Vec::new();
    for board in boards {
        let file = format!("tinh-hinh-nop-{}-{}.pdf", board.dossier, board.period);
        let path = named.map_or_else(|| paths.out.join(&file), Path::to_owned);
        match page(board, &toolchain) {
            Ok(bytes) => match replace(&Local, &path, &bytes) {
                Ok(()) => reporter.beside(&format!("Đã ghi {}\n", slashed(&path))),
                Err(error) => {
                    findings.push(Finding::not_written(Unwritten::Output(&path), &error));
                }
            },
            Err(found) => findings.extend(found),
        }
    }
    _ = reporter.findings(&findings.iter().collect::<Vec<_>>());
    Ok(exit_code(&findings))
}

fn page(board: &Board, toolchain: &Toolchain) -> Result<Vec<u8>, Vec<Finding>> {
    let profile = toolchain.profiles.on(board.today).map_err(|finding| vec![finding])?;
    let name = format!("{}/{}/tinh-hinh-nop", board.dossier, board.period);
    toolchain.typesetter.typeset(sheet(board, profile), &name)
}

fn told(result: &StatusResult, request: &StatusRequest, reporter: &Reporter) -> String {
    if reporter.format == Format::Json {
        return result.json();
    }
    let each = reporter.detail == Detail::Each || reporter.format == Format::Short;
    let drawing = Drawing { width: request.width, color: reporter.color, each };
    let tables: Vec<String> = result.boards.iter().map(|board| table(board, drawing)).collect();
    tables.join("\n")
}
