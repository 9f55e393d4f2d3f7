//! The files of one dossier, sorted by what is read together: a unit's over time. Not for reading them.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;

use super::file_role::FileRole;
use super::snapshot::{Input, InputSnapshot};
use super::unreached;
use crate::model::dossier::UnreadFolders;
use crate::model::period::Period;
use crate::model::stamp::IssuedDocument;
use crate::source::SourceFile;

/// The files of one dossier.
#[derive(Debug)]
pub(crate) struct Folder<'i> {
    /// The folder's name, which is the dossier's id.
    pub(crate) id: &'i str,
    /// Its plan.
    pub(crate) plan: &'i Input,
    /// Everything else, by unit; the board's texts under [`crate::model::names::BOARD`].
    pub(crate) units: BTreeMap<&'i str, UnitFiles<'i>>,
    /// Periods there are files of.
    pub(crate) periods: BTreeSet<Period>,
    /// Folders in it that were not read.
    pub(crate) unread: UnreadFolders,
    /// What was issued of its reports, as far as somebody asks.
    pub(crate) issued: Arc<[IssuedDocument]>,
}

impl Folder<'_> {
    /// Hash of the plan, and of which folders were not read.
    #[must_use]
    pub(crate) fn plan_hash(&self) -> blake3::Hash {
        if self.unread == UnreadFolders::default() {
            return self.plan.hash;
        }
        let unread = format!("{} {:?}", self.plan.hash, self.unread);
        blake3::hash(unread.as_bytes())
    }

    /// Hash of everything that decides what the files of a unit or board say and what is found in them; `shared` is that of the templates.
    #[must_use]
    pub(crate) fn unit_key(&self, name: &str, shared: blake3::Hash) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(shared.as_bytes()).update(self.plan_hash().as_bytes());
        if let Some(files) = self.units.get(name) {
            hasher.update(files.hash(None).as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }
}

/// All files of one unit, or of the board, which are read together: what does not change first, then by period.
#[derive(Debug, Default)]
pub(crate) struct UnitFiles<'i> {
    /// The files.
    pub(crate) inputs: Vec<&'i Input>,
    /// The returns that were issued, where the files say something else by now.
    pub(crate) issued: BTreeMap<Period, Arc<SourceFile>>,
}

impl UnitFiles<'_> {
    /// Hash of names and contents of what a report of `period` may read: nothing of a later period shapes it. Without
    /// a period, of everything.
    #[must_use]
    pub(crate) fn hash(&self, period: Option<Period>) -> blake3::Hash {
        let mut hasher = blake3::Hasher::new();
        for input in self.until(period) {
            hasher.update(input.name.as_bytes()).update(&[0]).update(input.hash.as_bytes());
        }
        let issued = self.issued.iter().filter(|(own, _)| period.is_none_or(|last| **own <= last));
        for (_, file) in issued {
            hasher.update(&[1]).update(file.text().as_bytes());
        }
        hasher.finalize()
    }

    /// The files a report of `period` may read.
    pub(crate) fn until(&self, period: Option<Period>) -> impl Iterator<Item = &Input> {
        let early =
            move |input: &&&Input| period.is_none_or(|last| input.place.period() <= Some(last));
        self.inputs.iter().filter(early).copied()
    }

    /// The files of periods.
    pub(crate) fn of_periods(&self) -> impl Iterator<Item = (Period, &Input)> {
        self.inputs.iter().filter_map(|input| Some((input.place.period()?, *input)))
    }
}

/// Sorts a snapshot by dossier, in order of name. Folders without a plan are no dossiers.
#[must_use]
pub(crate) fn folders(snapshot: &InputSnapshot) -> Vec<Folder<'_>> {
    let mut folders: Vec<Folder<'_>> = Vec::new();
    for input in snapshot.files.iter().filter(|input| input.place == FileRole::Plan) {
        folders.push(Folder {
            id: &input.folder,
            plan: input,
            units: BTreeMap::new(),
            periods: BTreeSet::new(),
            unread: unreached::folders(snapshot.unreached.iter(), &input.folder),
            issued: Arc::default(),
        });
    }
    for input in &snapshot.files {
        let at = folders.binary_search_by(|folder| folder.id.cmp(&input.folder));
        let Some((folder, name)) = at.ok().map(|at| &mut folders[at]).zip(input.place.about())
        else {
            continue;
        };
        folder.periods.extend(input.place.period());
        folder.units.entry(name).or_default().inputs.push(input);
    }
    for files in folders.iter_mut().flat_map(|folder| folder.units.values_mut()) {
        files.inputs.sort_by_key(|input| input.place.period());
    }
    folders
}
