//! What lies in the inputs folder, read and hashed, before anybody asks what it means. Not for parsing.

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::Arc;

use rayon::prelude::*;

use super::unfilled::unfilled;
use crate::diagnostic::{Finding, Subject};
use crate::disk;
use crate::disk::links::{Listing, Unreached, followed};
use crate::disk::{Found, Stamp};
use crate::model::id::Id;
use crate::model::names;
use crate::model::period::Period;
use crate::source::SourceFile;

/// What a file is for, by its place.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum FileRole {
    /// `ke-hoach.yaml`.
    Plan,
    /// `don-vi/<unit>.yaml`: what does not change each quarter.
    Unit(String),
    /// `<period>/<name>.yaml`: a unit's return, or the board's text.
    Handed(Period, String),
    /// `<phase>/<name>.yaml`: what a unit or the board says at the end of a phase, if the plan has such a phase.
    Phase(String, String),
}

impl FileRole {
    /// The place of a file by the parts of its path below the dossier's folder; none if nothing reads it.
    #[must_use]
    pub(crate) fn of(parts: &[String]) -> Option<Self> {
        let name = |file: &str| {
            let name = file.strip_suffix(".yaml").filter(|name| !name.starts_with('.'));
            name.map(str::to_owned)
        };
        match parts {
            [file] if file == names::PLAN => Some(Self::Plan),
            [folder, file] if folder == names::UNITS => Some(Self::Unit(name(file)?)),
            [folder, file] => match Period::parse(folder) {
                Some(period) => Some(Self::Handed(period, name(file)?)),
                None if Period::is_like(folder) || Id::parse(folder).is_err() => None,
                None => Some(Self::Phase(folder.clone(), name(file)?)),
            },
            _ => None,
        }
    }

    /// The unit a file is about, or [`names::BOARD`]; none for the plan.
    #[must_use]
    pub(crate) fn about(&self) -> Option<&str> {
        match self {
            Self::Plan => None,
            Self::Unit(name) | Self::Handed(_, name) | Self::Phase(_, name) => Some(name),
        }
    }

    /// The folder of the phase the file is of, if its place is that of one.
    #[must_use]
    pub(crate) fn phase(&self) -> Option<&str> {
        match self {
            Self::Phase(phase, _) => Some(phase),
            _ => None,
        }
    }

    /// The period, if the file is of one.
    #[must_use]
    pub(crate) fn period(&self) -> Option<Period> {
        match self {
            Self::Handed(period, _) => Some(*period),
            _ => None,
        }
    }
}

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
}

impl InputSnapshot {
    /// Reads the folder. What has the same size and time as in `before` is not read again: give one only while
    /// somebody tells of changes, since a time alone proves nothing.
    #[must_use]
    pub(crate) fn take(root: &Path, shown: &str, before: Option<&Self>) -> Self {
        let (mut read, mut strays) = (Vec::new(), Vec::new());
        let Listing { files, unreached } = followed(root, root);
        for found in files {
            match found
                .parts
                .split_first()
                .map(|(folder, rest)| (folder.clone(), FileRole::of(rest)))
            {
                Some((folder, Some(place))) => read.push((folder, place, found)),
                _ => strays.push(found.parts),
            }
        }
        let known = before.map(|before| &before.files[..]).unwrap_or_default();
        let files = read.into_par_iter().map(|(folder, place, found)| {
            let stamp = disk::stamp(&found.path);
            let at = known.binary_search_by(|input| input.found.parts.cmp(&found.parts));
            let same = at.ok().map(|at| &known[at]).filter(|input| input.stamp == stamp);
            match same.filter(|_| stamp.is_some()) {
                Some(input) => Arc::clone(input),
                None => Arc::new(Input::read(folder, place, found, stamp, shown)),
            }
        });
        Self { shown: shown.to_owned(), files: files.collect(), strays, unreached }
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
        hasher.finalize()
    }

    /// The same without these files, which are then read again.
    #[must_use]
    pub(crate) fn without(mut self, touched: &BTreeSet<PathBuf>) -> Self {
        let same = |input: &Input| touched.iter().all(|path| !is(path, &input.found.path));
        self.files.retain(|input| same(input));
        self
    }

    /// Whether this file was there.
    #[must_use]
    pub(crate) fn has(&self, path: &Path) -> bool {
        self.files.iter().any(|input| is(path, &input.found.path))
    }

    /// Whether files were added, removed or written since, by their sizes and times.
    #[must_use]
    pub(crate) fn differs(&self, root: &Path) -> bool {
        let Listing { files: now, unreached } = followed(root, root);
        let kept = self.files.iter().filter(|input| disk::stamp(&input.found.path) == input.stamp);
        let others = now.len() != self.files.len() + self.strays.len();
        unreached != self.unreached || others || kept.count() != self.files.len()
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
    told.ends_with(own)
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
        disk::bytes(&self.found.path)
    }

    fn read(
        folder: String,
        place: FileRole,
        found: Found,
        stamp: Option<Stamp>,
        shown: &str,
    ) -> Self {
        let name = format!("{shown}/{}", found.parts.join("/"));
        let text = disk::read(&found.path, &name);
        let hash = match &text {
            Ok(file) => blake3::hash(file.text().as_bytes()),
            Err(finding) => blake3::hash(finding.message.as_bytes()),
        };
        let of_period = place.period().is_some();
        let unfilled = of_period && text.as_ref().is_ok_and(|file| unfilled(file.text()));
        Self { folder, place, name, hash, text, unfilled, found, stamp }
    }
}
