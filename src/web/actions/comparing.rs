//! What changed in reports since they were issued or built, by the command `diff`. Not for finding it ([`mod@crate::diff`]).

use serde::Serialize;

use super::command::ProgramCommand;
use super::issue_page::{ReportView, report, reports};
use super::outcome::Outcome;
use super::quarter::{Quarter, QuarterView};
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::{FileSystem as _, Local};
use crate::disk::links::leads_outside;
use crate::disk::read::{if_there, not_read};
use crate::error::Error;
use crate::output::lock::PRIVATE;
use crate::web::page_error::PageError;
use crate::web::reply::{Media, Reply};
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct ComparingPage {
    quy: QuarterView,
    /// The report; none: all of the period.
    bao_cao: Option<String>,
    /// Where the changes are to be had as pages to print.
    dia_chi_pdf: Option<String>,
    /// The reports one can look at alone.
    cac_bao_cao: Vec<(String, String)>,
    /// What the command tells.
    loi: String,
    /// What kept it from telling.
    vuong: Option<Outcome>,
}

/// The folder of such pages in the program's own, until they are handed out.
const FOLDER: &str = "so-sanh";

fn command(site: &Site, quarter: Quarter<'_>, stem: Option<&str>) -> ProgramCommand {
    let command = site.actions.command("diff").sources(&site.paths).value("out", &site.paths.out);
    let command = command.word(quarter.dossier).word(quarter.period.to_string());
    stem.into_iter().fold(command, ProgramCommand::word)
}

/// What changed in a report, or in all of the period.
///
/// # Errors
/// The period is not due, no such report is, or its plan cannot be used.
pub(super) fn page(
    site: &Site,
    quarter: Quarter<'_>,
    stem: Option<&str>,
) -> Result<Reply, PageError> {
    let reports = reports(site, quarter)?;
    let own = stem.map(|stem| reports.iter().find(|one| one.ten_tep == stem));
    let own = own.map(|own| own.ok_or(PageError::NotThere)).transpose()?;
    let told = command(site, quarter, stem).told();
    let link = |one: &ReportView| (one.ten.clone(), quarter.address(&["so-sanh", &one.ten_tep]));
    let page = ComparingPage {
        quy: quarter.view(),
        bao_cao: own.map(|one| one.ten.clone()),
        cac_bao_cao: reports.iter().map(link).collect(),
        dia_chi_pdf: stem.map(|stem| quarter.address(&["so-sanh", stem, "pdf"])),
        vuong: told.as_ref().err().cloned(),
        loi: told.unwrap_or_default(),
    };
    Ok(site.templates.page("viec-so-sanh.html", page))
}

/// The changes of a report as pages to print, as `diff --pdf` writes them.
///
/// # Errors
/// No such report is, or why the pages cannot be made.
pub(super) fn pdf(site: &Site, quarter: Quarter<'_>, stem: &str) -> Result<Reply, PageError> {
    report(site, quarter, stem)?;
    let file = format!("thay-doi-{}-{}-{stem}.pdf", quarter.dossier, quarter.period);
    let path = site.paths.out.join(PRIVATE).join(FOLDER).join(&file);
    if leads_outside(&site.paths.out, &path) {
        return Err(Error::NoNumber("thư mục kết quả dẫn ra ngoài".to_owned()).into());
    }
    let told = command(site, quarter, Some(stem)).value("pdf", &path).told();
    told.map_err(|outcome| Error::NoNumber(outcome.said))?;
    let bytes = if_there(&Local, &path);
    _ = Local.remove(&path);
    let unread = |fault: &_| PageError::Found(vec![not_read(fault, &slashed(&path))]);
    let bytes = bytes.map_err(|fault| unread(&fault))?.ok_or(PageError::NotThere)?;
    Ok(Reply::of(Media::Pdf, bytes).file(&file))
}
