//! What an import comes to, and writing it. Not for finding it out ([`super::importer`]).

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::account::TableAccount;
use super::draft::{DraftStatus, ReturnDraft};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_own;

/// What an import comes to.
#[derive(Debug, Default)]
pub struct ImportResult {
    /// The returns that change.
    pub drafts: Vec<ReturnDraft>,
    /// How many rows are in their returns already.
    pub(crate) unchanged: usize,
    /// The units whose rows are not imported.
    pub(crate) refused: Vec<String>,
    /// The units whose forms came back as they went out.
    pub(crate) blank: Vec<String>,
    /// What became of every column, row and unit of the table.
    pub(crate) account: TableAccount,
    /// Everything found, in the order of the table.
    pub findings: Vec<Finding>,
}

impl ImportResult {
    /// Writes every return; one that cannot be written stays as it was, and is found. A return counts as written once
    /// its name, too, is on the disk.
    pub(crate) fn write(&mut self, files: &dyn FileSystem) {
        for draft in &mut self.drafts {
            match replace_own(files, &draft.path, draft.before.as_deref(), &draft.bytes) {
                Ok(()) => draft.status = DraftStatus::Written,
                Err(error) => self.findings.push(failed(draft, &error)),
            }
        }
        let written = self.drafts.iter_mut().filter(|draft| draft.status == DraftStatus::Written);
        let mut written: Vec<&mut ReturnDraft> = written.collect();
        let folders: BTreeSet<PathBuf> =
            written.iter().filter_map(|draft| draft.path.parent().map(Path::to_owned)).collect();
        for folder in folders {
            let Err(error) = files.sync_folder(&folder) else { continue };
            let inside = written.iter_mut().filter(|draft| draft.path.starts_with(&folder));
            self.findings.extend(inside.map(|draft| failed(draft, &error)));
        }
    }

    /// The returns that are as wanted, or would be after a dry run.
    pub(crate) fn done(&self) -> impl Iterator<Item = &ReturnDraft> {
        self.drafts.iter().filter(|draft| draft.status != DraftStatus::Failed)
    }
}

fn failed(draft: &mut ReturnDraft, error: &io::Error) -> Finding {
    draft.status = DraftStatus::Failed;
    Finding::not_written(Unwritten::Return(&draft.shown), error)
}
