//! Keeps a document as it is issued: its PDF, what it was laid out from, the files it was made from, versions, and the list of all
//! their hashes; the register's entry comes last, so that a folder with it is whole. Not for entering it ([`super::issue`]).

use std::collections::BTreeSet;
use std::io;
use std::path::{Path, PathBuf};

use super::workspace::Workspace;
use crate::diff::content::Content;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace;
use crate::load::issued_returns::folders_with_issued;
use crate::model::names::ISSUED;
use crate::output::fingerprint::Fingerprint;
use crate::pipeline::inputs_of;
use crate::register::kept::{CONTENT, DATA, ENTRY, MARKUP, PDF, SUMS, VERSIONS, sums};
use crate::report::due::Job;

/// The files of a document, by name below its folder.
pub(crate) type KeptFiles = Vec<(String, Vec<u8>)>;

/// A document as it is laid out, and what it says.
pub(crate) struct Page {
    /// Its PDF.
    pub(crate) pdf: Vec<u8>,
    /// What that was laid out from.
    pub(crate) markup: String,
    /// What it says.
    pub(crate) content: Content,
}

/// The files of a document without the register's entry.
#[must_use]
pub(crate) fn gathered(
    workspace: &Workspace<'_>,
    job: &Job<'_>,
    page: Page,
    made_with: &Fingerprint,
) -> KeptFiles {
    let mut files: KeptFiles = vec![
        (PDF.to_owned(), page.pdf),
        (MARKUP.to_owned(), page.markup.into_bytes()),
        (CONTENT.to_owned(), page.content.to_json().into_bytes()),
        (VERSIONS.to_owned(), versions(workspace, made_with).into_bytes()),
    ];
    let folders = folders_with_issued(workspace.files, &workspace.snapshot, &workspace.register);
    let shown = &workspace.snapshot.shown;
    for (input, text) in inputs_of(&folders, job) {
        let place = input.name.strip_prefix(shown).unwrap_or(&input.name).trim_start_matches('/');
        files.extend(text.map(|text| (format!("{DATA}/{place}"), text.text().as_bytes().to_vec())));
    }
    files.sort();
    files
}

/// What the document was made with.
fn versions(workspace: &Workspace<'_>, made_with: &Fingerprint) -> String {
    format!(
        "chuong_trinh: \"{}\"\nkhuon_mau: \"{}\"\nthe_thuc: \"{}\"\nphong_chu: \"{}\"\n",
        made_with.program,
        workspace.toolchain.files().hash().to_hex(),
        made_with.format,
        made_with.fonts
    )
}

/// The list of the files' hashes.
#[must_use]
pub(crate) fn list(files: &KeptFiles) -> String {
    sums(files.iter().map(|(name, bytes)| (name.as_str(), bytes.as_slice())))
}

/// Writes the files, their list and last the entry; each is whole or not there.
///
/// # Errors
/// The first file that cannot be written.
pub(crate) fn keep(
    disk: &dyn FileSystem,
    folder: &Path,
    files: &KeptFiles,
    (list, entry): (&str, &str),
) -> Result<(), (PathBuf, io::Error)> {
    let path = |name: &str| name.split('/').fold(folder.to_owned(), |path, part| path.join(part));
    let write = |name: &str, bytes: &[u8]| {
        replace(disk, &path(name), bytes).map_err(|error| (path(name), error))
    };
    for (name, bytes) in files {
        write(name, bytes)?;
    }
    write(SUMS, list.as_bytes())?;
    // All names are on the disk before the entry is: with it the document counts as whole.
    let paths: Vec<PathBuf> = files.iter().map(|(name, _)| path(name)).collect();
    let above = paths.iter().flat_map(|path| path.ancestors().skip(1)).chain(folder.ancestors());
    let is_kept = |above: &&Path| above.components().any(|one| one.as_os_str() == ISSUED);
    let folders: BTreeSet<&Path> = above.filter(is_kept).collect();
    for above in folders.into_iter().rev() {
        disk.sync_folder(above).map_err(|error| (above.to_owned(), error))?;
    }
    write(ENTRY, entry.as_bytes())?;
    disk.sync_folder(folder).map_err(|error| (folder.to_owned(), error))
}
