//! What lies in the inputs folder, read and hashed, before anybody asks what it means. Not for parsing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::file_role::FileRole;
use super::records::{Record, is_record};
use super::unfilled::unfilled;
use super::unreached;
use super::unreached::Unread;
use crate::diagnostic::{Finding, Subject};
use crate::disk::file_system::FileSystem;
use crate::disk::links::{Listing, Unreached, is_there};
use crate::disk::read::stamped;
use crate::disk::walk::followed;
use crate::disk::{Found, Stamp, bytes, read, stamp};
use crate::source::SourceFile;

/// A file of the inputs folder that is read.
#[derive(Debug)]
pub(crate) struct Input {
    /// The dossier's folder.
    pub(crate) folder: String,
    /// What it is for.
    pub(crate) place: FileRole,
    /// What findings call it.
    pub(crate) name: String,
    /// Hash of its content, or of the reason it cannot be read.
    pub(crate) hash: blake3::Hash,
    /// Its text, or why there is none.
    pub(crate) text: Result<Arc<SourceFile>, Finding>,
    /// Whether it is a file of a period in which nobody has written anything yet.
    pub(crate) unfilled: bool,
    found: Found,
    stamp: Option<Stamp>,
    /// Whether its place was reached; behind some links it is not.
    reached: bool,
}

/// Everything in the inputs folder at one moment.
#[derive(Debug, Default)]
pub(crate) struct InputSnapshot {
    /// The folder, as findings call it.
    pub(crate) shown: String,
    /// The files that are read, in order of name.
    pub(crate) files: Vec<Arc<Input>>,
    /// Files that nothing reads: the parts of their path below the folder.
    pub(crate) strays: Vec<Vec<String>>,
    /// Links and folders that could not be followed or opened.
    pub(crate) unreached: Vec<Unreached>,
    /// The register of issued documents and what is kept of them, in order of name.
    pub(crate) records: Vec<Record>,
}

impl InputSnapshot {
    /// Reads the folder. What has the same size and time as in `before` is not read again: give one only while
    /// somebody tells of changes, since a time alone proves nothing.
    #[must_use]
    pub(crate) fn take(
        disk: &dyn FileSystem,
        root: &Path,
        shown: &str,
        before: Option<&Self>,
    ) -> Self {
        let (mut those, mut strays) = (Vec::new(), Vec::new());
        let Listing { files, unreached } = followed(disk, root, root);
        let (records, files): (Vec<Found>, Vec<Found>) =
            files.into_iter().partition(|found| is_record(&found.parts));
        let known = before.map(|before| &before.records[..]).unwrap_or_default();
        let records = records.into_par_iter().map(|found| Record::read(disk, found, shown, known));
        let mut records: Vec<Record> = records.collect();
        records.sort_by(|a, b| a.place.cmp(&b.place));
        let lost = unreached.iter().filter_map(|found| Input::unreached(found, root, shown));
        let lost: Vec<Arc<Input>> = lost.map(Arc::new).collect();
        for found in files {
            match found
                .parts
                .split_first()
                .map(|(folder, rest)| (folder.clone(), FileRole::of(rest)))
            {
                Some((folder, Some(place))) => those.push((folder, place, found)),
                _ => strays.push(found.parts),
            }
        }
        let known = before.map(|before| &before.files[..]).unwrap_or_default();
        let files = those.into_par_iter().map(|(folder, place, found)| {
            // A right to read may come back without a trace in size and time.
            let at = known.binary_search_by(|input| input.found.parts.cmp(&found.parts));
            let same = at.ok().map(|at| &known[at]).filter(|input| input.text.is_ok());
            match same.filter(|input| input.stamp.is_some() && input.has_its_stamp(disk)) {
                Some(input) => Arc::clone(input),
                None => Arc::new(Input::read(disk, (folder, place), found, shown)),
            }
        });
        let mut files: Vec<Arc<Input>> = files.collect();
        files.extend(lost);
        files.sort_by(|a, b| a.found.parts.cmp(&b.found.parts));
        Self { shown: shown.to_owned(), files, strays, unreached, records }
    }

    /// Whether everything that may hold something a report depends on could be read. A link nothing would be read behind
    /// hides nothing.
    #[must_use]
    pub(crate) fn is_whole(&self) -> bool {
        let mut unreached = self.unreached.iter();
        self.files.iter().all(|input| input.text.is_ok())
            && unreached.all(|found| unreached::behind(found).is_none())
    }

    /// Hash of all names and contents.
    #[must_use]
    pub(crate) fn hash(&self) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for input in &self.files {
            hasher.update(input.name.as_bytes()).update(&[0]).update(input.hash.as_bytes());
        }
        for parts in &self.strays {
            hasher.update(parts.join("/").as_bytes()).update(&[0]);
        }
        for unreached in &self.unreached {
            hasher.update(format!("{unreached:?}").as_bytes());
        }
        for record in &self.records {
            hasher.update(record.place.as_bytes()).update(&[0]);
            hasher.update(record.hash.as_deref().unwrap_or("-").as_bytes());
        }
        hasher.finalize()
    }

    /// The same without these files, which are then read again.
    #[must_use]
    pub(crate) fn without(mut self, touched: &BTreeSet<PathBuf>) -> Self {
        let same = |input: &Input| touched.iter().all(|path| !is(path, &input.found.path));
        self.files.retain(|input| same(input));
        self
    }

    /// The same, as it would be if a file said this; what findings call the file names its place.
    #[must_use]
    pub(crate) fn with_text(&self, root: &Path, name: &str, text: String) -> Self {
        let below = name.strip_prefix(&self.shown).and_then(|rest| rest.strip_prefix('/'));
        let parts: Vec<String> = below.unwrap_or(name).split('/').map(str::to_owned).collect();
        let mut files = self.files.clone();
        if let Some(input) = Input::written(root, &parts, name, text) {
            match files.binary_search_by(|one| one.found.parts.cmp(&parts)) {
                Ok(at) => files[at] = Arc::new(input),
                Err(at) => files.insert(at, Arc::new(input)),
            }
        }
        let (strays, unreached) = (self.strays.clone(), self.unreached.clone());
        Self { shown: self.shown.clone(), files, strays, unreached, records: self.records.clone() }
    }

    /// Whether this file was there.
    #[must_use]
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.files.iter().any(|input| is(path, &input.found.path))
    }

    /// Whether there were files below this folder.
    #[must_use]
    pub(crate) fn has_below(&self, folder: &Path) -> bool {
        let below =
            |input: &Arc<Input>| input.found.path.ancestors().skip(1).any(|own| is(folder, own));
        self.files.iter().any(below)
    }

    /// Whether a file that was there is gone.
    #[must_use]
    pub(crate) fn has_lost(&self) -> bool {
        let mut reached = self.files.iter().filter(|input| input.reached);
        reached.any(|input| !is_there(&input.found.path))
    }

    /// Whether files were added, removed or written since, by their sizes and times.
    #[must_use]
    pub(crate) fn differs(&self, disk: &dyn FileSystem, root: &Path) -> bool {
        let Listing { files: now, unreached } = followed(disk, root, root);
        let mut reached = self.files.iter().filter(|input| input.reached);
        let known = reached.clone().count() + self.strays.len() + self.records.len();
        unreached != self.unreached
            || now.len() != known
            || reached.any(|input| input.differs(disk))
            || self.records.iter().any(|record| record.differs(disk))
    }

    /// The record at this place below the inputs folder.
    #[must_use]
    pub(crate) fn record(&self, place: &str) -> Option<&Record> {
        let at = self.records.binary_search_by(|one| one.place.as_str().cmp(place)).ok()?;
        Some(&self.records[at])
    }

    /// The text of a file by the name findings call it.
    #[must_use]
    pub(crate) fn source(&self, name: &str) -> Option<&Arc<SourceFile>> {
        let below = name.strip_prefix(&self.shown)?.strip_prefix('/')?;
        let own =
            |input: &Arc<Input>| input.found.parts.iter().map(String::as_str).cmp(below.split('/'));
        let at = self.files.binary_search_by(own).ok()?;
        self.files[at].text.as_ref().ok()
    }
}

/// Whether a path the system tells of is this file's, which may be given below the working folder.
fn is(told: &Path, own: &Path) -> bool {
    let own = own.strip_prefix(".").unwrap_or(own);
    !own.as_os_str().is_empty() && told.ends_with(own)
}

impl Input {
    /// Whom findings in it are about.
    #[must_use]
    pub(crate) fn subject(&self) -> Subject {
        Subject {
            dossier: Some(self.folder.clone()),
            period: self.place.period().map(|period| period.to_string()),
            unit: self.place.about().map(str::to_owned),
        }
    }

    /// Its bytes as they are now, for a file that is no text.
    #[must_use]
    pub(crate) fn bytes(&self) -> Option<Vec<u8>> {
        bytes(&self.found.path)
    }

    fn has_its_stamp(&self, disk: &dyn FileSystem) -> bool {
        stamp(disk, &self.found.path) == self.stamp
    }

    /// Whether it was written since, by its size and time; what could not be read is tried again.
    fn differs(&self, disk: &dyn FileSystem) -> bool {
        if !self.has_its_stamp(disk) {
            return true;
        }
        self.text.is_err() && self.hash != hash(&read(disk, &self.found.path, &self.name))
    }

    /// The file behind a link or name that was not reached, if it would be read.
    fn unreached(found: &Unreached, root: &Path, shown: &str) -> Option<Self> {
        let Some(Unread::File(folder, place)) = unreached::behind(found) else { return None };
        let finding = unreached::told(found, shown)?;
        let (parts, text) = (found.parts.clone(), Err(finding));
        let path = parts.iter().fold(root.to_owned(), |path, part| path.join(part));
        let (name, hash) = (format!("{shown}/{}", parts.join("/")), hash(&text));
        let found = Found { path, parts };
        Some(Self {
            folder,
            place,
            name,
            hash,
            text,
            unfilled: false,
            found,
            stamp: None,
            reached: false,
        })
    }

    /// A file that says this, without one on the disk; none if nothing reads a file of that place.
    fn written(root: &Path, parts: &[String], name: &str, text: String) -> Option<Self> {
        let (folder, rest) = parts.split_first()?;
        let (folder, place) = (folder.clone(), FileRole::of(rest)?);
        let path = parts.iter().fold(root.to_owned(), |path, part| path.join(part));
        let unfilled = place.period().is_some() && unfilled(&text);
        let (text, name) = (Ok(SourceFile::new(name, text)), name.to_owned());
        let (hash, found) = (hash(&text), Found { path, parts: parts.to_vec() });
        let stamp = None;
        Some(Self { folder, place, name, hash, text, unfilled, found, stamp, reached: true })
    }

    fn read(
        disk: &dyn FileSystem,
        (folder, place): (String, FileRole),
        found: Found,
        shown: &str,
    ) -> Self {
        let name = format!("{shown}/{}", found.parts.join("/"));
        let (stamp, text) = stamped(disk, &found.path, &name);
        let hash = hash(&text);
        let of_period = place.period().is_some();
        let unfilled = of_period && text.as_ref().is_ok_and(|file| unfilled(file.text()));
        Self { folder, place, name, hash, text, unfilled, found, stamp, reached: true }
    }
}

/// Hash of a file's content, or of the reason it cannot be read.
fn hash(text: &Result<Arc<SourceFile>, Finding>) -> blake3::Hash {
    match text {
        Ok(file) => blake3::hash(file.text().as_bytes()),
        Err(finding) => blake3::hash(finding.message.as_bytes()),
    }
}
