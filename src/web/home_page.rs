//! The first page: every dossier with the period that is due. Not for its units ([`super::board_page`]).

use serde::Serialize;

use super::addresses::address;
use super::board_source::surveyed;
use super::finding_view::{self, FindingView};
use super::page_error::PageError;
use super::reply::Reply;
use super::site::Site;
use crate::status::board::{Board, board};
use crate::status::table::summary;

/// The page.
#[derive(Debug, Default, Serialize)]
pub(super) struct HomeView {
    /// The dossiers.
    pub(super) ho_so: Vec<DossierView>,
    /// Dossiers without a period that is due, and why.
    pub(super) vang: Vec<String>,
    /// What is wrong with plans that cannot be used.
    pub(super) cac_phat_hien: Vec<FindingView>,
}

/// A dossier.
#[derive(Debug, Serialize)]
pub(super) struct DossierView {
    ma: String,
    ten: String,
    ky: String,
    tom_tat: String,
    dia_chi: String,
}

/// The page; where there is one dossier alone, its board.
///
/// # Errors
/// What stops the command `status`.
pub(super) fn page(site: &Site) -> Result<Reply, PageError> {
    let surveyed = surveyed(site, &[], None)?;
    let today = site.today();
    let boards = surveyed.periods.iter().map(|period| board(period, &surveyed.kinds, today));
    let dossiers: Vec<DossierView> = boards.map(|board| view(&board)).collect();
    if let [only] = dossiers.as_slice()
        && surveyed.refused.is_empty()
    {
        return Ok(Reply::see(&only.dia_chi));
    }
    let cac_phat_hien = finding_view::views(&surveyed.refused);
    let view = HomeView { ho_so: dossiers, vang: surveyed.absent, cac_phat_hien };
    Ok(site.templates.page("trang-dau.html", view))
}

fn view(board: &Board) -> DossierView {
    DossierView {
        dia_chi: address(&["ho-so", &board.dossier, &board.period]),
        ma: board.dossier.clone(),
        ten: board.name.clone(),
        ky: board.period.clone(),
        tom_tat: summary(board),
    }
}
