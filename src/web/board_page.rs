//! The page of a dossier's period: its units and how they stand. Not for one unit.

use serde::Serialize;

use super::actions::next_step::{StepsView, steps};
use super::asked::Asked;
use super::board_source::surveyed;
use super::board_view::{BoardView, view};
use super::finding_view::{self, FindingView};
use super::home_page::HomeView;
use super::page_error::PageError;
use super::reply::Reply;
use super::site::Site;
use crate::model::period::Period;
use crate::status::board::board;

/// The page.
#[derive(Debug, Serialize)]
struct BoardPage {
    bang: BoardView,
    /// What is to be done.
    viec: StepsView,
    cac_phat_hien: Vec<FindingView>,
}

/// The page; without a period, that of the one that is due.
///
/// # Errors
/// There is no such dossier or period, or what stops the command `status`.
pub(super) fn page(
    site: &Site,
    dossier: &str,
    period: Option<&str>,
    asked: &Asked,
) -> Result<Reply, PageError> {
    let period = period.map(|typed| Period::parse(typed).ok_or(PageError::NotThere)).transpose()?;
    let surveyed = surveyed(site, &[dossier], period)?;
    let cac_phat_hien = finding_view::views(&surveyed.refused);
    let Some(seen) = surveyed.periods.first() else {
        let view = HomeView { vang: surveyed.absent, cac_phat_hien, ..HomeView::default() };
        return Ok(site.templates.page("trang-dau.html", view));
    };
    let board = board(seen, &surveyed.kinds, site.today());
    let next = steps(site, &board, (seen, &surveyed.kinds));
    let view = BoardPage { bang: view(&board, seen, asked), viec: next, cac_phat_hien };
    Ok(site.templates.page("bang.html", view))
}
