//! Word documents among the files that were sent, each held against the report it is a draft of. Not for how it is told
//! ([`super::draft_account`]).

use std::cell::OnceCell;

use super::sent_files::SentFiles;
use crate::disk::file_system::FileSystem;
use crate::docx::settled::Tracked;
use crate::draft::account::DraftAccount;
use crate::draft::importing::import;
use crate::draft::request::{Present, ReceivedRequest};
use crate::drafting::workspace::{Workspace, kept};
use crate::error::Error;
use crate::import::ImportResult;
use crate::load::plan_file;
use crate::model::period::Period;
use crate::options::Paths;

/// Takes the documents out of what was sent: what each comes to, and what is told of those that are drafts.
///
/// # Errors
/// No inputs folder, or no dossier in it.
pub(super) fn came_back(
    sent: &mut SentFiles,
    tracked: Tracked,
    period: Option<Period>,
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Result<(Vec<ImportResult>, Vec<DraftAccount>), Error> {
    let (mut results, mut accounts) = (Vec::new(), Vec::new());
    let drafts = sent.take_drafts(disk);
    if drafts.is_empty() {
        return Ok((results, accounts));
    }
    let dossiers = plan_file::dossiers(disk, paths, &[])?.names;
    // Opened for the first draft that asks.
    let workspace = OnceCell::new();
    let present = |name: &str| {
        let opened = workspace.get_or_init(|| Workspace::open(paths, disk, |_| true).ok());
        opened.as_ref().and_then(|workspace| workspace.present(name))
    };
    let kept = |mark: &str| kept(disk, &paths.out, mark);
    let dossier = sent.dossier.as_deref();
    let (present, kept): (Present<'_>, Present<'_>) = (&present, &kept);
    let dossiers = &dossiers;
    let request = ReceivedRequest { tracked, dossier, period, dossiers, paths, present, kept };
    for file in drafts {
        match import(disk, &file, &request) {
            Ok((result, account)) => {
                results.push(result);
                accounts.push(account);
            }
            Err(finding) => {
                results.push(ImportResult { findings: vec![finding], ..ImportResult::default() });
            }
        }
    }
    Ok((results, accounts))
}
