//! Which files and which dossier were meant by what was typed after `import`: files, folders of files, a dossier's name.
//! Not for what the files are.

use std::path::{Path, PathBuf};

use crate::diagnostic::shown::slashed;
use crate::diagnostic::{Code, Finding};
use crate::disk::file_system::FileSystem;
use crate::disk::links::{Listing, Obstacle, Unreached, is_there};
use crate::disk::walk::followed;
use crate::disk::{has_file, has_folder};
use crate::draft::importing::{is_document, is_draft};
use crate::error::Error;
use crate::load::plan_file;
use crate::model::names;
use crate::options::Paths;
use crate::source::{SourceFile, Span};

/// What `import` is to take.
#[derive(Debug, Default)]
pub(super) struct SentFiles {
    /// The dossier, if one was named.
    pub(super) dossier: Option<String>,
    /// The files.
    pub(super) files: Vec<PathBuf>,
    /// The folders some of them are in.
    pub(super) folders: Vec<PathBuf>,
    /// What is in those folders and was not reached: there may be forms in it.
    pub(super) unread: Vec<Finding>,
}

impl SentFiles {
    /// Takes the Word documents out; of those in folders only the program's own, for letters lie there too.
    pub(super) fn take_drafts(&mut self, disk: &dyn FileSystem) -> Vec<PathBuf> {
        let in_folder = |file: &Path| self.folders.iter().any(|folder| file.starts_with(folder));
        let is_word = |file: &PathBuf| {
            if in_folder(file) { has_ending(file, &WORD) } else { is_document(disk, file) }
        };
        let (words, others) = std::mem::take(&mut self.files).into_iter().partition(is_word);
        let words: Vec<PathBuf> = words;
        let own = |file: &PathBuf| !in_folder(file) || is_draft(disk, file);
        let drafts = words.into_iter().filter(own).collect();
        self.files = others;
        drafts
    }
}

/// The endings of Word documents.
const WORD: [&str; 2] = ["docx", "docm"];

/// The endings of what can be taken.
const TAKEN: [&str; 9] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "et", "csv", "tsv", "txt"];

/// Sorts the words: the first is a file or folder, a later one the dossier if it is called like one, or like no file.
///
/// # Errors
/// A dossier, file or folder there is none of, or a folder without anything to take.
pub(super) fn sent_files(
    files: &dyn FileSystem,
    words: &[PathBuf],
    paths: &Paths,
) -> Result<SentFiles, Error> {
    let mut sent = SentFiles::default();
    for (at, word) in words.iter().enumerate() {
        let text = word.to_string_lossy();
        if at > 0 && is_dossier(files, word, &paths.inputs) {
            sent.dossier = plan_file::dossiers(files, paths, &[text.into_owned()])?.names.pop();
        } else if has_folder(files, word).unwrap_or(false) {
            let (found, unread) = inside(files, word);
            if found.is_empty() && unread.is_empty() {
                return Err(Error::NothingSent(word.clone()));
            }
            sent.files.extend(found);
            sent.unread.extend(unread);
            sent.folders.push(word.clone());
        } else if is_gone(files, word) {
            return Err(Error::NothingThere(word.clone()));
        } else {
            sent.files.push(word.clone());
        }
    }
    Ok(sent)
}

fn is_dossier(files: &dyn FileSystem, word: &Path, inputs: &Path) -> bool {
    let plan = |folder: PathBuf| has_file(files, &folder.join(names::PLAN)).unwrap_or(false);
    let named = plan(inputs.join(word)) || plan(word.to_owned());
    named || word.extension().is_none() && is_gone(files, word)
}

/// Whether there is nothing of this name for certain, neither a file nor a folder nor what is none of both.
fn is_gone(files: &dyn FileSystem, word: &Path) -> bool {
    let gone = |there: std::io::Result<bool>| there.is_ok_and(|is_there| !is_there);
    gone(has_folder(files, word)) && gone(has_file(files, word)) && !is_there(word)
}

/// The workbooks and tables of a folder, and what was not reached; not what an office program keeps beside one that is open.
fn inside(files: &dyn FileSystem, folder: &Path) -> (Vec<PathBuf>, Vec<Finding>) {
    let taken = |path: &Path| {
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let lock = name.starts_with("~$") || name.starts_with('.');
        (has_ending(path, &TAKEN) || has_ending(path, &WORD)) && !lock
    };
    let Listing { files, unreached } = followed(files, folder, folder);
    let may_hold = |found: &&Unreached| {
        matches!(found.why, Obstacle::Closed(_) | Obstacle::FolderOutside)
            || found.parts.last().is_some_and(|name| taken(Path::new(name)))
    };
    let closed = unreached.iter().filter(may_hold);
    let found = files.into_iter().map(|found| found.path).filter(|path| taken(path)).collect();
    (found, closed.map(|closed| unread(folder, closed)).collect())
}

fn has_ending(path: &Path, endings: &[&str]) -> bool {
    let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
    endings.contains(&ending.to_ascii_lowercase().as_str())
}

/// A form, or a folder that may hold some, that was not reached.
fn unread(folder: &Path, closed: &Unreached) -> Finding {
    let path = closed.parts.iter().fold(folder.to_owned(), |path, part| path.join(part));
    let shown = slashed(&path);
    let message = format!("{shown}: {} nên không được nhập", closed.why);
    let place = Span::whole(&SourceFile::new(shown, ""));
    let finding = Finding::new(Code::Unreadable, message).at(&place);
    finding.hint("xem quyền đọc và kết nối đến ổ đĩa, rồi nhập lại")
}
