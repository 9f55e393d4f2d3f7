//! What changed in reports since they were issued or built, by the command `diff`. Not for finding it ([`mod@crate::diff`]).

use serde::Serialize;

use super::command::ProgramCommand;
use super::outcome::Outcome;
use super::quarter::{Quarter, QuarterView};
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// The page.
#[derive(Debug, Serialize)]
struct ComparingPage {
    quy: QuarterView,
    /// The report; none: all of the period.
    bao_cao: Option<String>,
    /// The reports one can look at alone.
    cac_bao_cao: Vec<(String, String)>,
    /// What the command tells.
    loi: String,
    /// What kept it from telling.
    vuong: Option<Outcome>,
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
    let surveyed = quarter.surveyed(site)?;
    let seen = surveyed.periods.first().ok_or(PageError::NotThere)?;
    let stems = seen.reports.iter().filter_map(|report| report.name.rsplit('/').next());
    let stems: Vec<&str> = stems.collect();
    if stem.is_some_and(|stem| !stems.contains(&stem)) {
        return Err(PageError::NotThere);
    }
    let command = site.actions.command("diff").sources(&site.paths).value("out", &site.paths.out);
    let command = command.word(quarter.dossier).word(quarter.period.to_string());
    let told = stem.into_iter().fold(command, ProgramCommand::word).told();
    let link = |stem: &&str| ((*stem).to_owned(), quarter.address(&["so-sanh", stem]));
    let page = ComparingPage {
        quy: quarter.view(),
        bao_cao: stem.map(str::to_owned),
        cac_bao_cao: stems.iter().map(link).collect(),
        vuong: told.as_ref().err().cloned(),
        loi: told.unwrap_or_default(),
    };
    Ok(site.templates.page("viec-so-sanh.html", page))
}
