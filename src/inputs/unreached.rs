//! What lies in the inputs folder and was not read: links that were not followed, folders and files that were not opened. What
//! may hold something a report depends on is an error, since it must not be taken for nothing. Not for files that nothing
//! reads ([`super::unused`]).

use std::path::Path;

use super::file_role::FileRole;
use super::path_slips::subject;
use crate::diagnostic::{Code, Finding, Subject};
use crate::disk::links::{Obstacle, Unreached};
use crate::model::dossier::UnreadFolders;
use crate::model::id::Id;
use crate::model::names::UNITS;
use crate::model::period::Period;
use crate::source::{SourceFile, Span};

/// What may be behind a name that was not read.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Unread {
    /// A file that is read where it can be: the dossier's folder, and its place in it.
    File(String, FileRole),
    /// A folder of a dossier whose files are read.
    Folder,
    /// A dossier.
    Dossier,
}

/// What may be behind it; none if nothing of it would be read.
#[must_use]
pub(crate) fn behind(found: &Unreached) -> Option<Unread> {
    if is_hidden(&found.parts) || found.why == Obstacle::Circle {
        return None;
    }
    match found.parts.as_slice() {
        [folder] => may_be_folder(found, folder).then_some(Unread::Dossier),
        [_, folder] if may_be_folder(found, folder) && is_read(folder) => Some(Unread::Folder),
        [folder, rest @ ..] => Some(Unread::File(folder.clone(), FileRole::of(rest)?)),
        [] => None,
    }
}

/// The folders of one dossier that were not read.
pub(super) fn folders<'u>(
    found: impl Iterator<Item = &'u Unreached>,
    dossier: &str,
) -> UnreadFolders {
    let mut unread = UnreadFolders::default();
    for found in found.filter(|found| behind(found) == Some(Unread::Folder)) {
        let [own, folder] = found.parts.as_slice() else { continue };
        match Period::parse(folder) {
            _ if own != dossier => {}
            Some(period) => _ = unread.periods.insert(period),
            None if folder == UNITS => unread.units = true,
            None => _ = unread.phases.insert(folder.clone()),
        }
    }
    unread
}

/// Whether it may be a folder: a link that leads nowhere may be one to a drive that is not connected.
fn may_be_folder(found: &Unreached, name: &str) -> bool {
    match found.why {
        Obstacle::FolderOutside | Obstacle::Closed(_) => true,
        Obstacle::Broken => Path::new(name).extension().is_none(),
        Obstacle::FileOutside | Obstacle::Circle | Obstacle::NoFile => false,
    }
}

/// Whether files in a folder of this name are read, if the plan has such a phase.
fn is_read(folder: &str) -> bool {
    folder == UNITS
        || Period::parse(folder).is_some()
        || (!Period::is_like(folder) && Id::parse(folder).is_ok())
}

fn is_hidden(parts: &[String]) -> bool {
    parts.iter().any(|part| part.starts_with('.'))
}

/// A finding for what was not read, where there may be returns behind it. Links some programs make beside a file while it
/// is open begin with a dot.
#[must_use]
pub(crate) fn told(found: &Unreached, shown: &str) -> Option<Finding> {
    let Unreached { parts, why } = found;
    let name = parts.last()?.to_ascii_lowercase();
    let other = Path::new(&name).extension().is_some_and(|end| end != "yaml" && end != "yml");
    let is_file = matches!(why, Obstacle::FileOutside | Obstacle::Broken | Obstacle::NoFile);
    if is_hidden(parts) || (is_file && other) {
        return None;
    }
    let (what, hint) = words(why);
    let path = format!("{shown}/{}", parts.join("/"));
    let place = Span::whole(&SourceFile::new(path.as_str(), ""));
    let code = behind(found).map_or(Code::UnusedFile, |_| Code::Unreadable);
    let finding = Finding::new(code, format!("{path}: {what}")).at(&place).hint(hint);
    Some(finding.subject(&of_unreached(parts)))
}

fn words(why: &Obstacle) -> (String, &'static str) {
    let (effect, hint) = match why {
        Obstacle::FileOutside => {
            (" nên không được đọc", "chép chính tệp ấy vào đây, thay cho liên kết")
        }
        Obstacle::FolderOutside => {
            (" nên không được đọc", "chép chính thư mục ấy vào đây, thay cho liên kết")
        }
        Obstacle::Broken => (
            "",
            "chép chính tệp ấy vào đây, hoặc nối lại ổ đĩa chứa nó; không cần nữa thì xóa liên kết",
        ),
        Obstacle::Circle => (" nên không được đọc", "xóa liên kết"),
        Obstacle::Closed(_) => (
            " nên những gì trong đó không được đọc",
            "xem quyền đọc và kết nối đến ổ đĩa, rồi chạy lại",
        ),
        Obstacle::NoFile => (" nên không được đọc", "đặt một tệp thường vào chỗ này, hoặc xóa nó"),
    };
    (format!("{why}{effect}"), hint)
}

/// Whom an unread file or folder is about: behind a folder of a dossier or period there may be any unit.
fn of_unreached(parts: &[String]) -> Subject {
    let whole = |folder: &String| Subject {
        unit: None,
        ..subject(&[parts, std::slice::from_ref(folder)].concat())
    };
    match parts {
        [folder] | [_, folder] => whole(folder),
        _ => subject(parts),
    }
}
