//! Files that were sent, outside the inputs, until somebody confirms them: below `out/.baocao`, each sending in a folder nobody guesses.
//! Not for what is done with them ([`super::receiving`]).

use std::collections::VecDeque;
use std::io;
use std::path::{Path, PathBuf};
use std::sync::{Mutex, MutexGuard, PoisonError};
use std::time::Duration;

use crate::disk::file_system::{FileSystem, Local};
use crate::disk::links::leads_outside;
use crate::disk::read::up_to;
use crate::disk::write::replace;
use crate::output::lock::PRIVATE;
use crate::web::asked::SentFile;
use crate::web::multipart::LARGEST;
use crate::web::token::AccessToken;

/// The folder of what was sent, in the program's own.
const FOLDER: &str = "gui-len";
/// So many sendings wait to be confirmed.
const KEPT: usize = 32;
/// What is older is removed when the page is opened.
const OLD: Duration = Duration::from_hours(24);
/// The longest name of a file, in characters.
const LONGEST_NAME: usize = 100;
/// Letters of a name of ours.
const ID: usize = 64;

/// Files that were sent together.
#[derive(Debug, Clone)]
pub(super) struct Upload {
    /// A name nobody guesses.
    pub(super) id: String,
    /// The address they were sent to.
    pub(super) about: String,
    /// Where they lie.
    pub(super) folder: PathBuf,
    /// Their names.
    pub(super) names: Vec<String>,
    hashes: Vec<blake3::Hash>,
}

impl Upload {
    /// Where each file is.
    pub(super) fn files(&self) -> impl Iterator<Item = PathBuf> {
        self.names.iter().map(|name| self.folder.join(name))
    }

    /// Whether every file is what was sent.
    fn is_whole(&self) -> bool {
        let same = |(path, hash): (PathBuf, &blake3::Hash)| {
            up_to(&Local, &path, LARGEST).is_ok_and(|bytes| blake3::hash(&bytes) == *hash)
        };
        self.files().zip(&self.hashes).all(same)
    }
}

/// What was sent and waits.
pub(super) struct Uploads {
    out: PathBuf,
    folder: PathBuf,
    kept: Mutex<VecDeque<Upload>>,
}

impl Uploads {
    /// In this output folder.
    pub(super) fn below(out: &Path) -> Self {
        let folder = out.join(PRIVATE).join(FOLDER);
        Self { out: out.to_owned(), folder, kept: Mutex::default() }
    }

    fn kept(&self) -> MutexGuard<'_, VecDeque<Upload>> {
        self.kept.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// Keeps what was sent to an address.
    ///
    /// # Errors
    /// It cannot be written, or would lie outside the workspace.
    pub(super) fn keep(&self, about: &str, sent: &[SentFile]) -> io::Result<Upload> {
        let id = AccessToken::random()?.secret().to_owned();
        let folder = self.folder.join(&id);
        let mut upload =
            Upload { id, about: about.to_owned(), folder, names: Vec::new(), hashes: Vec::new() };
        for file in sent {
            let name = free_name(&safe_name(&file.name), &upload.names);
            let path = upload.folder.join(&name);
            if leads_outside(&self.out, &path) {
                return Err(io::Error::other("thư mục kết quả dẫn ra ngoài"));
            }
            replace(&Local, &path, &file.bytes)?;
            upload.names.push(name);
            upload.hashes.push(blake3::hash(&file.bytes));
        }
        let mut kept = self.kept();
        kept.push_front(upload.clone());
        let most = KEPT.min(kept.len());
        let old = kept.split_off(most);
        drop(kept);
        for upload in old {
            remove(&upload.folder);
        }
        Ok(upload)
    }

    /// What was sent to an address under this name, if every file is still what was sent.
    pub(super) fn whole(&self, about: &str, id: &str) -> Option<Upload> {
        let found = self.kept().iter().find(|own| own.id == id && own.about == about).cloned();
        found.filter(Upload::is_whole)
    }

    /// Removes what was sent.
    pub(super) fn forget(&self, id: &str) {
        let mut kept = self.kept();
        let found = kept.iter().position(|own| own.id == id).and_then(|at| kept.remove(at));
        drop(kept);
        if let Some(upload) = found {
            remove(&upload.folder);
        }
    }

    /// Removes what earlier starts left, unless another page may still be using it.
    pub(super) fn sweep(&self) {
        if leads_outside(&self.out, &self.folder.join(FOLDER)) {
            return;
        }
        for (name, _) in Local.entries(&self.folder).unwrap_or_default() {
            let own = name.to_str().is_some_and(|name| {
                name.len() == ID && name.bytes().all(|b| b.is_ascii_hexdigit())
            });
            let folder = self.folder.join(&name);
            let written = Local.metadata(&folder).and_then(|data| data.modified());
            let age = written.ok().and_then(|written| written.elapsed().ok());
            if own && age.is_some_and(|age| age > OLD) {
                remove(&folder);
            }
        }
    }
}

/// Removes a folder of ours with its files; what stays is swept another day.
fn remove(folder: &Path) {
    for (name, kind) in Local.entries(folder).unwrap_or_default() {
        if kind.is_file() {
            _ = Local.remove(&folder.join(name));
        }
    }
    _ = Local.remove_folder(folder);
}

/// The name of a file as every system takes it: no folders, nothing that is no letter to be seen, none of a system's own names.
fn safe_name(sent: &str) -> String {
    let last = sent.rsplit(['/', '\\']).next().unwrap_or_default();
    let plain = |c: &char| {
        let turns = matches!(c, '\u{200b}'..='\u{200f}' | '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}' | '\u{feff}');
        !(c.is_control() || turns || "<>:\"|?*".contains(*c))
    };
    let kept: String = last.chars().filter(plain).collect();
    let kept = kept.trim_matches([' ', '.']);
    let (stem, ending) = kept.rsplit_once('.').map_or((kept, String::new()), |(stem, ending)| {
        (stem, format!(".{}", ending.chars().take(8).collect::<String>()))
    });
    let stem: String = stem.chars().take(LONGEST_NAME).collect();
    let first = stem.split('.').next().unwrap_or_default().trim_end().to_ascii_uppercase();
    let numbered = |word: &str| {
        first.len() == 4 && first.starts_with(word) && first.ends_with(|c: char| c.is_ascii_digit())
    };
    let taken = ["", "CON", "PRN", "AUX", "NUL"].contains(&first.as_str())
        || numbered("COM")
        || numbered("LPT");
    format!("{}{stem}{ending}", if taken { "tep-" } else { "" })
}

/// The name, or with a number where another file has it.
fn free_name(name: &str, taken: &[String]) -> String {
    let is_taken = |name: &str| taken.iter().any(|one| one.to_lowercase() == name.to_lowercase());
    let (stem, ending) = name.rsplit_once('.').unwrap_or((name, ""));
    let numbered = (2..).map(|number| format!("{stem} ({number}).{ending}"));
    let mut names = std::iter::once(name.to_owned()).chain(numbered);
    names.find(|name| !is_taken(name)).expect("numbers do not end")
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_name_is_a_files_alone_on_every_system() {
        for (sent, kept) in [
            ("bieu.xlsx", "bieu.xlsx"),
            ("Biểu quý III (lần 2).xlsx", "Biểu quý III (lần 2).xlsx"),
            ("../../inputs/ke-hoach.yaml", "ke-hoach.yaml"),
            ("C:\\Users\\lan\\bieu.xlsx", "bieu.xlsx"),
            ("..", "tep-"),
            ("con.xlsx", "tep-con.xlsx"),
            ("LPT1.csv", "tep-LPT1.csv"),
            ("a\u{202e}xslx.exe\n.csv", "axslx.exe.csv"),
            ("x:y<z>.csv ", "xyz.csv"),
            ("--out=x.xlsx", "--out=x.xlsx"),
        ] {
            assert_eq!(safe_name(sent), kept, "{sent:?}");
        }
        assert!(safe_name(&"ă".repeat(500)).chars().count() <= LONGEST_NAME);
        assert_eq!(free_name("A.csv", &["a.csv".to_owned()]), "A (2).csv");
    }
}
