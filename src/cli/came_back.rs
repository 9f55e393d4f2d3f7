//! Word documents among the files that were sent, each held against the report it is a draft of. Not for how it is told
//! ([`super::draft_account`]).

use super::sent_files::SentFiles;
use crate::disk::file_system::FileSystem;
use crate::docx::settled::Tracked;
use crate::draft::account::DraftAccount;
use crate::draft::importing::import;
use crate::draft::request::DraftRequest;
use crate::error::Error;
use crate::import::ImportResult;
use crate::load::plan_file;
use crate::options::Paths;

/// Takes the documents out of what was sent: what each comes to, and what is told of those that are drafts.
///
/// # Errors
/// No inputs folder, or no dossier in it.
pub(super) fn came_back(
    sent: &mut SentFiles,
    tracked: Tracked,
    paths: &Paths,
    disk: &dyn FileSystem,
) -> Result<(Vec<ImportResult>, Vec<DraftAccount>), Error> {
    let (mut results, mut accounts) = (Vec::new(), Vec::new());
    let drafts = sent.take_drafts(disk);
    if drafts.is_empty() {
        return Ok((results, accounts));
    }
    let dossiers = plan_file::dossiers(disk, paths, &[])?.names;
    let (dossier, present) = (sent.dossier.as_deref(), |_: &str| None);
    let request = DraftRequest { tracked, dossier, dossiers: &dossiers, paths, present: &present };
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
