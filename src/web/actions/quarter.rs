//! Whose quarter an action is about: a dossier there is, and a period. Not for how it stands ([`crate::status`]).

use serde::Serialize;

use super::jobs::{ActionJob, JobHead};
use super::outcome::Outcome;
use crate::disk::file_system::Local;
use crate::load::plan_file;
use crate::model::period::Period;
use crate::pipeline::surveyed::Survey;
use crate::web::addresses::address;
use crate::web::board_source::surveyed;
use crate::web::page_error::PageError;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// A dossier there is, and a period.
#[derive(Debug, Clone, Copy)]
pub(super) struct Quarter<'q> {
    /// The dossier's id.
    pub(super) dossier: &'q str,
    /// The period.
    pub(super) period: Period,
}

/// A quarter, for the templates of pages.
#[derive(Debug, Clone, Serialize)]
pub(super) struct QuarterView {
    ho_so: String,
    ky: String,
    dia_chi: String,
    dia_chi_bang: String,
}

impl<'q> Quarter<'q> {
    /// Reads the names of an address.
    ///
    /// # Errors
    /// No such dossier or period.
    pub(super) fn of(site: &Site, dossier: &'q str, period: &str) -> Result<Self, PageError> {
        let period = Period::parse(period).ok_or(PageError::NotThere)?;
        let known = plan_file::dossiers(&Local, &site.paths, &[])?.names;
        let is_known = known.iter().any(|name| name == dossier);
        if is_known { Ok(Self { dossier, period }) } else { Err(PageError::NotThere) }
    }

    /// The address of a page of its actions; `below` are the parts behind its own.
    pub(super) fn address(self, below: &[&str]) -> String {
        let period = self.period.to_string();
        address(&[&["viec", self.dossier, &period], below].concat())
    }

    /// The address of its board.
    pub(super) fn board(self) -> String {
        address(&["ho-so", self.dossier, &self.period.to_string()])
    }

    /// What pages need of it.
    pub(super) fn view(self) -> QuarterView {
        QuarterView {
            ho_so: self.dossier.to_owned(),
            ky: self.period.to_string(),
            dia_chi: self.address(&[]),
            dia_chi_bang: self.board(),
        }
    }

    /// What it stands like; there is a period in it.
    ///
    /// # Errors
    /// The period is not due, or its plan cannot be used.
    pub(super) fn surveyed(self, site: &Site) -> Result<Survey, PageError> {
        let surveyed = surveyed(site, &[self.dossier], Some(self.period))?;
        if surveyed.periods.is_empty() {
            return Err(PageError::Found(surveyed.refused));
        }
        Ok(surveyed)
    }

    /// The head of a job about it.
    pub(super) fn head(self, title: String) -> JobHead {
        let quarter = (self.dossier.to_owned(), self.period.to_string());
        JobHead { title, quarter, ..JobHead::default() }
    }
}

/// Begins a job and sends on to its page; where too much is under way it says so.
pub(super) fn begin(
    site: &Site,
    head: JobHead,
    work: impl FnOnce(&ActionJob) -> Outcome + Send + 'static,
) -> Reply {
    let job = site.actions.jobs.start(head, work);
    job.map_or_else(
        || {
            let why = "Nhiều việc đang làm cùng lúc nên chưa nhận thêm.";
            site.message("Chưa làm được", why, "Chờ việc trước xong rồi bấm lại.")
        },
        |job| Reply::see(&address(&["dang-lam", &job.id])),
    )
}
