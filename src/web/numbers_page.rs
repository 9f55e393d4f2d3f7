//! Where a number of a report comes from, as `explain` tells it. Not for finding it out ([`crate::trace`]).

use serde::Serialize;

use super::page_error::PageError;
use super::place::Place;
use super::reply::Reply;
use super::site::Site;
use super::workspace::Workspace;
use crate::diagnostic::render::Format;
use crate::report::views::table::ViewTable;
use crate::trace::tell::{Answer, tell};
use crate::trace::{figure, target};

/// The page.
#[derive(Debug, Serialize)]
struct NumberPage {
    ma: String,
    don_vi: String,
    dia_chi_don_vi: String,
    loi: String,
}

/// Which number of which report.
#[derive(Debug, Clone, Copy)]
pub(super) struct Number<'n> {
    /// The kind of report.
    pub(super) kind: &'n str,
    /// `so-lieu` or `chi-tieu`.
    pub(super) group: &'n str,
    /// Its id.
    pub(super) id: &'n str,
}

/// The page.
///
/// # Errors
/// There is no such number.
pub(super) fn page(site: &Site, place: Place<'_>, number: Number<'_>) -> Result<Reply, PageError> {
    told_number(site, &*site.workspace()?, place, number)
}

/// The page of a number among what a workspace has.
///
/// # Errors
/// There is no such number.
pub(super) fn told_number(
    site: &Site,
    workspace: &Workspace,
    place: Place<'_>,
    number: Number<'_>,
) -> Result<Reply, PageError> {
    let job = workspace.job(place, number.kind)?;
    let told = workspace.with_views(&job, |views, _| Ok(told(views, place.dossier, number)));
    let told = told.map_err(PageError::Found)?.ok_or(PageError::NotThere)?;
    let view = NumberPage {
        ma: number.id.to_owned(),
        don_vi: place.unit.to_owned(),
        dia_chi_don_vi: place.address(&[]),
        loi: told,
    };
    Ok(site.templates.page("so.html", view))
}

fn told(views: &ViewTable<'_>, dossier: &str, number: Number<'_>) -> Option<String> {
    let plan = views.context.plan();
    let trace = match number.group {
        "chi-tieu" => target(views, dossier, plan.target(number.id)?),
        "so-lieu" => figure(views, dossier, plan.figure(number.id)?),
        _ => return None,
    };
    Some(tell(&Answer::Number(Box::new(trace)), Format::Human))
}
