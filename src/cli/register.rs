//! The command `register`: prints the register, writes it as a workbook or pages, enters a document issued outside the program.
//! Not for what stands in it ([`crate::issuing::listing`]).

use std::path::Path;

use super::issue::told;
use super::output::print;
use super::register_arguments::RegisterAsked;
use super::reporter::{Reporter, exit_code};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::render::Format;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::issuing::enter::outside;
use crate::issuing::listing;
use crate::issuing::listing::{Row, rows};
use crate::issuing::register_book::workbook;
use crate::issuing::register_sheet::sheet;
use crate::issuing::workspace::Workspace;
use crate::model::issuing::term;
use crate::options::Paths;
use crate::register::archive::Archive;
use crate::register::check::{check, register};
use crate::register::entry::{Act, Entry, Series};
use crate::toolchain::Toolchain;
use crate::vietnamese::text::capitalised;

/// Runs the command; the result is the exit code: 1 if register or kept files are not as they were written.
#[must_use]
pub(super) fn run(
    typed: &RegisterAsked,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    let done = if typed.enter {
        enter(typed, paths, files, reporter)
    } else {
        list(typed, paths, files, reporter)
    };
    done.unwrap_or_else(|error| reporter.stopped(&error))
}

fn enter(
    typed: &RegisterAsked,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> Result<u8, Error> {
    let Some(entry) = entry(typed) else {
        let message = "nhiệm kỳ gồm năm đầu và năm cuối, ví dụ --term 2020-2025";
        return Err(Error::NoNumber(message.to_owned()));
    };
    let mut workspace = Workspace::open(paths, files)?;
    let entered = outside(&mut workspace, entry);
    Ok(told(entered, reporter, |entry| {
        format!("Đã vào sổ mục {}: {} số {}\n", entry.order, entry.series.kind, entry.numbered())
    }))
}

/// The document that was typed; none if its term is not one.
fn entry(typed: &RegisterAsked) -> Option<Entry> {
    let term = term(typed.term.as_deref()?)?.to_string();
    Some(Entry {
        order: 0,
        act: Act::Outside,
        series: Series {
            body: typed.body.clone()?,
            kind: capitalised(&typed.kind.as_ref()?.to_lowercase()),
            term,
        },
        number: typed.number?,
        symbol: typed.symbol.clone()?,
        date: typed.date?,
        subject: typed.subject.clone()?,
        signer: typed.signer.clone().unwrap_or_default(),
        recipients: typed.recipients.clone(),
        copies: typed.copies,
        note: typed.note.clone(),
        report: None,
        replaces: None,
        about: None,
        reason: None,
        gap: None,
        kept: None,
        signed: None,
    })
}

fn list(
    typed: &RegisterAsked,
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> Result<u8, Error> {
    reach::is_there(files, &paths.inputs)?;
    let snapshot = InputSnapshot::take(files, &paths.inputs, &paths.inputs_shown(), None);
    reach::is_opened(&snapshot.unreached, &paths.inputs)?;
    let book = register(files, &snapshot);
    let mut findings = check(&book, Archive { disk: files, snapshot: &snapshot });
    let rows = rows(&book, &typed.dossiers);
    let printed = match reporter.format {
        Format::Json => print(&format!("{}\n", serde_json::to_string(&rows).expect("plain data"))),
        Format::Human | Format::Short => print(&listing::told(&rows, &typed.dossiers)),
    };
    if let Some(path) = &typed.xlsx {
        let bytes = workbook(&rows)
            .map_err(|error| Error::NoNumber(format!("không lập được bảng Excel: {error}")))?;
        findings.extend(write(files, path, &bytes, reporter));
    }
    if let Some(path) = &typed.pdf {
        match pages(&rows, paths)? {
            Ok(bytes) => findings.extend(write(files, path, &bytes, reporter)),
            Err(found) => findings.extend(found),
        }
    }
    _ = reporter.findings(&findings.iter().collect::<Vec<_>>());
    Ok(reporter.code(exit_code(&findings).max(printed)))
}

fn pages(rows: &[Row], paths: &Paths) -> Result<Result<Vec<u8>, Vec<Finding>>, Error> {
    let toolchain = Toolchain::open(paths)?;
    let last = rows.last().and_then(|row| row.ngay.parse().ok()).unwrap_or_default();
    let profile = match toolchain.profiles.on(last) {
        Ok(profile) => profile,
        Err(finding) => return Ok(Err(vec![finding])),
    };
    Ok(toolchain.typesetter.typeset(sheet(rows, profile), "so-dang-ky"))
}

fn write(
    files: &dyn FileSystem,
    path: &Path,
    bytes: &[u8],
    reporter: &Reporter,
) -> Option<Finding> {
    match replace(files, path, bytes) {
        Ok(()) => {
            reporter.beside(&format!("Đã ghi {}\n", slashed(path)));
            None
        }
        Err(error) => Some(Finding::not_written(Unwritten::Output(path), &error)),
    }
}
