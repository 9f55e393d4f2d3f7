//! Where a number of a report comes from, as `explain` tells it. Not for finding it out ([`crate::trace`]).

use serde::Serialize;

use super::page_error::PageError;
use super::place::{Place, PlaceTrail};
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
    ten: String,
    duong: PlaceTrail,
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
    let (ten, told) = told.map_err(PageError::Found)?.ok_or(PageError::NotThere)?;
    let view = NumberPage { ten, duong: place.trail(workspace.called(place)?), loi: told };
    Ok(site.templates.page("so.html", view))
}

/// What the number is called, and where it comes from.
fn told(views: &ViewTable<'_>, dossier: &str, number: Number<'_>) -> Option<(String, String)> {
    let plan = views.context.plan();
    let (name, trace) = match number.group {
        "chi-tieu" => {
            let own = plan.target(number.id)?;
            (own.short_name.to_string(), target(views, dossier, own))
        }
        "so-lieu" => {
            let own = plan.figure(number.id)?;
            (own.name.to_string(), figure(views, dossier, own))
        }
        _ => return None,
    };
    Some((name, tell(&Answer::Number(Box::new(trace)), Format::Human)))
}
