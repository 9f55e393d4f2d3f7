//! One report: everything that changed in it, for people, as JSON, as a PDF. Not for all reports of a period
//! ([`super::period`]).

use std::path::Path;

use super::comparison::{Comparison, both};
use super::lines::{json, line};
use super::reports::{Page, StateReport};
use crate::cli::output::{print, print_drawn};
use crate::cli::reporter::Reporter;
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::render::Format;
use crate::diagnostic::shown::slashed;
use crate::diff::differences::{Differences, differences};
use crate::diff::pages::{PagedText, changed_pages};
use crate::diff::places::locate;
use crate::diff::sheet::sheet;
use crate::diff::tell::{Drawing, report_line, tell};
use crate::disk;
use crate::disk::file_system::Local;
use crate::disk::write::replace;
use crate::error::Error;

/// How a report is told of.
#[derive(Clone, Copy)]
pub(super) struct Telling<'t> {
    /// For people, in a line, for programs.
    pub(super) format: Format,
    /// How changed words are drawn.
    pub(super) drawing: Drawing,
    /// Where a PDF goes, if one is asked for.
    pub(super) pdf: Option<&'t Path>,
}

/// Tells of one report; the result is the exit code.
#[must_use]
pub(super) fn tell_one(
    comparison: &Comparison,
    (stem, old, new): (&str, &StateReport, &StateReport),
    telling: Telling<'_>,
    reporter: &Reporter,
) -> u8 {
    let (was, is) = match both(old, new) {
        Ok(contents) => contents,
        Err(why) => return reporter.stopped(&Error::NoState(why)),
    };
    let mut found = differences(was, is);
    locate(&mut found, &new.places);
    if found.changes_the_page() {
        let text = paged_text(comparison, new);
        found.trang = text.map_or_else(Vec::new, |text| changed_pages(&text, &is.khoi, &found));
    }
    let signed = comparison.to_sign_again(stem);
    let text = match telling.format {
        Format::Json => json(&found, old, new, signed),
        Format::Short => line(stem, &found, signed),
        Format::Human => {
            let head = format!("{}\n{} → {}\n", report_line(&is.bao_cao), old.words, new.words);
            let sign =
                signed.map_or(String::new(), |document| format!("\nPhải ký lại: {document}\n"));
            format!("{head}{}{sign}", said(&found, telling.drawing))
        }
    };
    let colored = telling.drawing == Drawing::Colored;
    let printed = if colored { print_drawn(&text) } else { print(&text) };
    let written = telling.pdf.map_or(0, |path| {
        let markup = sheet((was, &old.words), (is, &new.words), &found, profile(comparison));
        write_pdf(comparison, markup, path, reporter)
    });
    printed.max(written)
}

fn said(found: &Differences, drawing: Drawing) -> String {
    if found.is_empty() { "Không có gì thay đổi.\n".to_owned() } else { tell(found, drawing) }
}

fn profile(comparison: &Comparison) -> &str {
    comparison.workspace.toolchain().profiles.latest().unwrap_or_default()
}

/// What the pages of a report say; nothing where there is no page to look at.
fn paged_text(comparison: &Comparison, report: &StateReport) -> Option<PagedText> {
    match &report.page {
        Page::File(path) => PagedText::read(&disk::bytes(path)?),
        Page::Markup(markup) => {
            let texts = comparison.workspace.toolchain().typesetter.texts(markup.clone());
            texts.ok().map(|texts| PagedText::of(&texts))
        }
    }
}

fn write_pdf(comparison: &Comparison, markup: String, path: &Path, reporter: &Reporter) -> u8 {
    let typesetter = &comparison.workspace.toolchain().typesetter;
    let written = typesetter.typeset(markup, "thay-doi").and_then(|bytes| {
        let failed = |error| vec![Finding::not_written(Unwritten::Output(path), &error)];
        replace(&Local, path, &bytes).map_err(failed)
    });
    match written {
        Ok(()) => {
            reporter.beside(&format!("Đã ghi {}\n", slashed(path)));
            0
        }
        Err(findings) => {
            _ = reporter.findings(&findings.iter().collect::<Vec<_>>());
            1
        }
    }
}
