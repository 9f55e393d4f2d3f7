//! Which files and which dossier were meant by what was typed after `import`: files, folders of files, a dossier's name.
//! Not for what the files are.

use std::path::{Path, PathBuf};

use crate::disk;
use crate::disk::listing::files;
use crate::error::Error;
use crate::load::plan_file;
use crate::model::names;

/// What `import` is to take.
#[derive(Debug, Default)]
pub(super) struct SentFiles {
    /// The dossier, if one was named.
    pub(super) dossier: Option<String>,
    /// The files.
    pub(super) files: Vec<PathBuf>,
    /// The folders some of them are in.
    pub(super) folders: Vec<PathBuf>,
}

/// The endings of what can be taken.
const TAKEN: [&str; 9] = ["xlsx", "xlsm", "xlsb", "xls", "ods", "et", "csv", "tsv", "txt"];

/// Sorts the words: the first is a file or folder, a later one the dossier if it is called like one, or like no file.
///
/// # Errors
/// A dossier there is none of, or a folder without anything to take.
pub(super) fn sent_files(words: &[PathBuf], inputs: &Path) -> Result<SentFiles, Error> {
    let mut sent = SentFiles::default();
    for (at, word) in words.iter().enumerate() {
        let text = word.to_string_lossy();
        if at > 0 && is_dossier(word, inputs) {
            sent.dossier = plan_file::dossiers(inputs, &[text.into_owned()])?.pop();
        } else if disk::is_folder(word) {
            let found = inside(word);
            if found.is_empty() {
                return Err(Error::NothingSent(word.clone()));
            }
            sent.files.extend(found);
            sent.folders.push(word.clone());
        } else {
            sent.files.push(word.clone());
        }
    }
    Ok(sent)
}

fn is_dossier(word: &Path, inputs: &Path) -> bool {
    let plan = |folder: PathBuf| disk::is_file(&folder.join(names::PLAN));
    let named = plan(inputs.join(word)) || plan(word.to_owned());
    let no_file = word.extension().is_none() && !disk::is_folder(word) && !disk::is_file(word);
    named || no_file
}

/// The workbooks and tables of a folder; not what an office program keeps beside one that is open.
fn inside(folder: &Path) -> Vec<PathBuf> {
    let taken = |path: &Path| {
        let ending = path.extension().and_then(|ending| ending.to_str()).unwrap_or_default();
        let name = path.file_name().and_then(|name| name.to_str()).unwrap_or_default();
        let lock = name.starts_with("~$") || name.starts_with('.');
        TAKEN.contains(&ending.to_ascii_lowercase().as_str()) && !lock
    };
    files(folder).into_iter().map(|found| found.path).filter(|path| taken(path)).collect()
}
