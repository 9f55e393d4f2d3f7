//! The page of a job: how far it is, then what came of it. Not for what a job does ([`super::jobs`]).

use serde::Serialize;

use super::dry_run::DryRun;
use super::jobs::ActionJob;
use super::outcome::OutcomeView;
use crate::web::addresses::address;
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// What stands between columns of texts side by side.
const RULE: &str = " │ ";

/// The page.
#[derive(Debug, Serialize)]
struct JobPage<'j> {
    tieu_de: &'j str,
    ho_so: &'j str,
    ky: &'j str,
    dia_chi_bang: String,
    dia_chi: String,
    /// How many reports there are, how many are done, and the last.
    tat_ca: usize,
    da_xong: usize,
    vua_xong: String,
    dung_duoc: bool,
    dang_dung: bool,
    ket_qua: Option<OutcomeView>,
    /// Whether what is said stands in columns.
    thang_cot: bool,
    xem_truoc: Option<&'j DryRun>,
    di_tiep: &'j [(&'static str, String)],
}

/// The page.
///
/// # Errors
/// There is no such job, or it was forgotten.
pub(super) fn page(site: &Site, id: &str) -> Result<Reply, PageError> {
    let job = site.actions.jobs.get(id).ok_or(PageError::NotThere)?;
    Ok(site.templates.page("dang-lam.html", view(&job)))
}

fn view(job: &ActionJob) -> JobPage<'_> {
    let (head, state) = (&job.head, job.state());
    let (dossier, period) = (head.quarter.0.as_str(), head.quarter.1.as_str());
    JobPage {
        tieu_de: &head.title,
        ho_so: dossier,
        ky: period,
        dia_chi_bang: address(&["ho-so", dossier, period]),
        dia_chi: address(&["dang-lam", &job.id]),
        tat_ca: state.all,
        da_xong: state.done,
        vua_xong: state.last,
        dung_duoc: head.stoppable,
        dang_dung: job.cancel.is_cancelled(),
        xem_truoc: head.dry_run.as_ref(),
        thang_cot: state.outcome.as_ref().is_some_and(|one| one.said.contains(RULE)),
        ket_qua: state.outcome.map(|outcome| OutcomeView::of(outcome, (dossier, period))),
        di_tiep: &head.links,
    }
}

/// Asks a job to stop, and shows it.
///
/// # Errors
/// There is no such job.
pub(super) fn stop(site: &Site, id: &str) -> Result<Reply, PageError> {
    let job = site.actions.jobs.get(id).ok_or(PageError::NotThere)?;
    if job.head.stoppable {
        job.cancel.cancel();
    }
    Ok(Reply::see(&address(&["dang-lam", &job.id])))
}
