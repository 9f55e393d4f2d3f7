//! A report to take along: its PDF, its Word draft. Not for how it looks on the page ([`super::unit_page`]).

use super::desk::Desk;
use super::fault::Fault;
use super::place::Place;
use super::reply::{Media, Reply};
use super::workspace::Workspace;
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
pub(super) fn pdf(workspace: &Workspace, place: Place<'_>, kind: &str) -> Result<Reply, Fault> {
    let desk = Desk::open(workspace)?;
    let job = desk.job(place, kind)?;
    let markup = desk.markup(&job).map_err(Fault::Found)?;
    let bytes = desk.toolchain.typesetter.typeset(markup, &job.name());
    Typesetter::forget(1);
    let bytes = bytes.map_err(Fault::Found)?;
    Ok(Reply::of(Media::Pdf, bytes).file(&file_name(&job, "pdf")))
}

/// The Word draft, written beside the PDF as `draft` does; one that somebody has corrected is handed out as it is.
///
/// # Errors
/// What keeps it from being made.
pub(super) fn word(workspace: &Workspace, place: Place<'_>, kind: &str) -> Result<Reply, Fault> {
    let desk = Desk::open(workspace)?;
    let job = desk.job(place, kind)?;
    desk.markup(&job).map_err(Fault::Found)?;
    let request = DraftRequest {
        paths: workspace.paths.clone(),
        reports: vec![job.name()],
        number: None,
        replaces: false,
    };
    let drafted = write(&request, &Environment { files: &Local, ..Environment::default() })?;
    let made = drafted.drafts.into_iter().next();
    let path = made.filter(|(_, outcome)| *outcome != DraftOutcome::Failed).map(|(path, _)| path);
    let Some(path) = path else { return Err(Fault::Found(drafted.findings)) };
    let unread = |fault: &_| Fault::Found(vec![not_read(fault, &path.display().to_string())]);
    let bytes = if_there(&Local, &path).map_err(|fault| unread(&fault))?.ok_or(Fault::NotThere)?;
    Ok(Reply::of(Media::Word, bytes).file(&file_name(&job, "docx")))
}
