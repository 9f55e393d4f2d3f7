//! The page of a return's form: with what the file has, with what was typed and not saved, or with what was sent; and the part of it
//! that changes while one types. Not for writing what was sent ([`super::saving`]).

use std::collections::BTreeMap;

use hyper::StatusCode;

use super::acknowledging::acknowledge;
use super::field_views::Shown;
use super::fields::{VERSION, sent, unread};
use super::opened::{Opened, Typed, mark, opened};
use super::preview::{PreviewView, preview};
use super::saving::save;
use super::typed::Wrong;
use super::unit_words::{WordsByKey, unit_words};
use super::unsaved;
use super::view::view;
use crate::diagnostic::Finding;
use crate::web::asked::{Pairs, first};
use crate::web::numbers_page::{Number, told_number};
use crate::web::page_error::PageError;
use crate::web::place::Place;
use crate::web::reply::Reply;
use crate::web::site::Site;

/// The form with what the file has, or with what was typed into it and not saved.
///
/// # Errors
/// There is no such unit, or its file cannot be read.
pub(in crate::web) fn page(site: &Site, place: Place<'_>) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    opened(site, place, &workspace, |opened| {
        let returns = opened.returns();
        let unread = |finding| PageError::Found(vec![finding]);
        let (file, disk) = opened.file(&returns).map_err(unread)?;
        if let Some(kept) = unsaved::kept(site, place, &disk) {
            let typed = opened.typed(&returns, &kept).map_err(unread)?;
            return Ok(opened.with(&typed, &[], true));
        }
        let (fields, wrong, others) = (disk.clone(), Wrong::new(), BTreeMap::new());
        let (changed, lost) = (false, Vec::new());
        let typed = Typed { file, fields, disk, others, changed, lost, wrong };
        Ok(opened.with(&typed, &[], false))
    })
}

/// Writes what was sent, or shows the form again with it.
///
/// # Errors
/// There is no such unit.
pub(in crate::web) fn saved(
    site: &Site,
    place: Place<'_>,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    opened(site, place, &workspace, |opened| Ok(save(opened, form)))
}

/// The form with what was sent and what that would print; nothing is written but what keeps it from being lost.
///
/// # Errors
/// As [`page`].
pub(in crate::web) fn previewed(
    site: &Site,
    place: Place<'_>,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    opened(site, place, &workspace, |opened| {
        let typed = opened.sent(form)?;
        unsaved::keep(site, place, form, &typed.disk);
        Ok(opened.with(&typed, &[], true))
    })
}

/// What of the form changes with what was typed: the report it would print, what is found, the shares beside the figures.
///
/// # Errors
/// As [`page`].
pub(in crate::web) fn live(
    site: &Site,
    place: Place<'_>,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let workspace = site.recent_workspace()?;
    opened(site, place, &workspace, |opened| {
        let typed = opened.sent(form)?;
        let kept = || unsaved::keep(site, place, form, &typed.disk);
        let (view, ()) = rayon::join(|| preview(opened, &typed), kept);
        Ok(site.templates.page("xem.html", view))
    })
}

/// Where a number comes from, as it would be with what was typed.
///
/// # Errors
/// As [`page`], or there is no such number.
pub(in crate::web) fn number(
    site: &Site,
    place: Place<'_>,
    number: Number<'_>,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let workspace = site.recent_workspace()?;
    opened(site, place, &workspace, |opened| {
        let (name, text) = opened.text(&opened.sent(form)?).0.ok_or(PageError::NotThere)?;
        let (workspace, _) = opened.with_text((&name, text));
        told_number(site, &workspace, place, number)
    })
}

/// Acknowledges a warning.
///
/// # Errors
/// As [`page`], or why it cannot be written.
pub(in crate::web) fn acknowledged(
    site: &Site,
    place: Place<'_>,
    form: &Pairs,
) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    opened(site, place, &workspace, |opened| acknowledge(opened, form))
}

/// Forgets what was typed and not saved.
///
/// # Errors
/// There is no such unit.
pub(in crate::web) fn forgotten(site: &Site, place: Place<'_>) -> Result<Reply, PageError> {
    let workspace = site.recent_workspace()?;
    opened(site, place, &workspace, |_| {
        unsaved::forget(site, place);
        Ok(Reply::see(&place.address(&["nhap"])))
    })
}

impl Opened<'_> {
    /// The form with what stands in its fields and what that would print.
    pub(super) fn with(&self, typed: &Typed, found: &[Finding], unsaved: bool) -> Reply {
        let shown = Shown {
            typed: &typed.fields,
            disk: &typed.disk,
            others: &typed.others,
            version: &mark(typed.file.as_ref()),
            changed: typed.changed,
            lost: &typed.lost,
            unsaved,
            wrong: &typed.wrong,
            found,
        };
        let (seen, words) = rayon::join(|| preview(self, typed), || unit_words(self));
        let view = view(self.place, &self.content, &shown, (seen, words), self.issued());
        self.site.templates.page("nhap.html", view)
    }

    /// The form as it was sent, where the file was not looked at; why.
    pub(super) fn as_sent(&self, form: &Pairs, why: Finding) -> Reply {
        let (typed, before) = sent(form, &unread(&self.content, form));
        let shown = Shown {
            typed: &typed,
            disk: &before,
            others: &BTreeMap::new(),
            version: first(form, VERSION).unwrap_or_default(),
            changed: false,
            lost: &[],
            unsaved: false,
            wrong: &Wrong::new(),
            found: &[why],
        };
        let seen = (PreviewView::default(), WordsByKey::new());
        let view = view(self.place, &self.content, &shown, seen, self.issued());
        self.site.templates.page("nhap.html", view).status(StatusCode::CONFLICT)
    }
}
