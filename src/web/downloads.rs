//! A report to take along: its PDF, its Word draft. Not for how it looks on the page ([`super::unit_page`]).

use super::page_error::PageError;
use super::place::Place;
use super::reply::{Media, Reply};
use super::site::Site;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::Local;
use crate::disk::read::{if_there, not_read};
use crate::drafting::{DraftOutcome, DraftRequest, write};
use crate::pipeline::Environment;
use crate::report::due::Job;
use crate::typeset::typesetter::Typesetter;

fn file_name(job: &Job<'_>, ending: &str) -> String {
    format!("{}.{ending}", job.name())
}

/// The PDF, as a build would write it.
///
/// # Errors
/// What keeps it from being made.
pub(super) fn pdf(site: &Site, place: Place<'_>, kind: &str) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    let job = workspace.job(place, kind)?;
    let markup = workspace.markup(&job).map_err(PageError::Found)?;
    let bytes = workspace.toolchain.typesetter.typeset(markup, &job.name());
    Typesetter::forget(1);
    let bytes = bytes.map_err(PageError::Found)?;
    Ok(Reply::of(Media::Pdf, bytes).file(&file_name(&job, "pdf")))
}

/// The PDF of an issued report as it was issued.
///
/// # Errors
/// It is not issued, or what is kept of it is not as it was.
pub(super) fn issued(site: &Site, place: Place<'_>, kind: &str) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    let job = workspace.job(place, kind)?;
    let entry = workspace.issued(&job).ok_or(PageError::NotThere)?;
    let kept = workspace.kept(entry).ok_or(PageError::NotThere)?;
    let name = format!("{}-{}", job.name(), entry.numbered());
    Ok(Reply::of(Media::Pdf, kept.pdf).file(&format!("{name}.pdf")))
}

/// The Word draft, written beside the PDF as `draft` does; one that somebody has corrected is handed out as it is.
///
/// # Errors
/// What keeps it from being made.
pub(super) fn word(site: &Site, place: Place<'_>, kind: &str) -> Result<Reply, PageError> {
    let workspace = site.workspace()?;
    let job = workspace.job(place, kind)?;
    workspace.markup(&job).map_err(PageError::Found)?;
    let request = DraftRequest {
        paths: site.paths.clone(),
        reports: vec![job.name()],
        number: None,
        replaces: false,
    };
    let drafted = write(&request, &Environment { files: &Local, ..Environment::default() })?;
    let made = drafted.drafts.into_iter().next();
    let path = made.filter(|(_, outcome)| *outcome != DraftOutcome::Failed).map(|(path, _)| path);
    let Some(path) = path else { return Err(PageError::Found(drafted.findings)) };
    let unread = |fault: &_| PageError::Found(vec![not_read(fault, &slashed(&path))]);
    let bytes =
        if_there(&Local, &path).map_err(|fault| unread(&fault))?.ok_or(PageError::NotThere)?;
    Ok(Reply::of(Media::Word, bytes).file(&file_name(&job, "docx")))
}
