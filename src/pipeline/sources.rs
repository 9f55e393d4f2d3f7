//! What a report may read, and nothing else: its plan, its units' files up to its period, those of their predecessors,
//! and the templates. Not for what it says with them.

use std::collections::BTreeMap;
use std::sync::Arc;

use crate::inputs::folder::{Folder, UnitFiles};
use crate::inputs::snapshot::Input;
use crate::model::unit::{Predecessor, Unit};
use crate::output::input_history;
use crate::output::input_history::short;
use crate::register::entry::Entry;
use crate::report::due::{Job, Scope};
use crate::source::SourceFile;

/// The files of a unit or board, by dossier and name.
pub(super) type UnitFilesId<'i> = (&'i str, &'i str);

/// A file, and what a report reads in it; none where it cannot be read.
pub(crate) type ReadInput<'i> = (&'i Input, Option<&'i Arc<SourceFile>>);

/// The inputs, sorted by dossier, and a hash of what all reports share.
pub(super) struct Sources<'i> {
    pub(super) folders: &'i [Folder<'i>],
    pub(super) shared: blake3::Hash,
    /// The issued document of each report that is in force.
    pub(super) issued: BTreeMap<&'i str, &'i Entry>,
}

impl<'i> Sources<'i> {
    /// The files of these units or boards.
    pub(super) fn files(&self, (dossier, name): UnitFilesId<'_>) -> Option<&'i UnitFiles<'i>> {
        self.folder(dossier)?.units.get(name)
    }

    pub(super) fn folder(&self, id: &str) -> Option<&'i Folder<'i>> {
        let at = self.folders.binary_search_by(|folder| folder.id.cmp(id)).ok()?;
        Some(&self.folders[at])
    }

    /// Every unit and board there are files of.
    pub(super) fn all(&self) -> impl Iterator<Item = UnitFilesId<'i>> {
        self.folders.iter().flat_map(|folder| folder.units.keys().map(|name| (folder.id, *name)))
    }

    /// The units, and for a roll-up the board, whose files a report may read.
    pub(super) fn of(&self, job: &Job<'_>) -> Vec<UnitFilesId<'i>> {
        let own = job.dossier.plan.id.as_str();
        let (names, units): (Vec<&str>, Vec<&Unit>) = match job.scope {
            Scope::Unit(unit) => (vec![unit.id.as_str()], vec![unit]),
            Scope::Area | Scope::Missing(_) => {
                let names = self.folder(own).into_iter().flat_map(|folder| folder.units.keys());
                (names.copied().collect(), job.dossier.plan.units.iter().collect())
            }
        };
        let before = units.into_iter().flat_map(|unit| &unit.predecessors);
        let before = before.filter_map(|one| match one {
            Predecessor::Unit { dossier, unit, .. } => Some((dossier.as_str(), unit.as_str())),
            Predecessor::Outside(_) => None,
        });
        let wanted = names.into_iter().map(|name| (own, name)).chain(before);
        wanted.filter_map(|(dossier, name)| self.known(dossier, name)).collect()
    }

    fn known(&self, dossier: &str, name: &str) -> Option<UnitFilesId<'i>> {
        let folder = self.folder(dossier)?;
        folder.units.get_key_value(name).map(|(name, _)| (folder.id, *name))
    }

    /// Hash of everything a report may read.
    pub(super) fn key(&self, job: &Job<'_>) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.shared.as_bytes()).update(job.name().as_bytes());
        hasher.update(job.due.kind.as_str().as_bytes());
        let mut last = None;
        for id in self.of(job) {
            if last.replace(id.0) != Some(id.0) {
                hasher.update(self.plan(id.0).as_bytes());
            }
            hasher.update(id.1.as_bytes()).update(&[0]);
            if let Some(files) = self.files(id) {
                hasher.update(files.hash(Some(job.period)).as_bytes());
            }
        }
        hasher.update(self.plan(job.dossier.plan.id.as_str()).as_bytes());
        let area = matches!(job.scope, Scope::Area);
        let own = job.dossier.issued.iter().filter(|one| area || one.is_of(job.scope.name()));
        for one in own {
            let issued = (&one.report, one.number, one.date, one.in_force);
            hasher.update(format!("{issued:?}").as_bytes());
        }
        if let Some(entry) = self.issued.get(job.name().as_str()) {
            hasher.update(format!("{entry:?}").as_bytes());
        }
        hasher.finalize().to_hex().to_string()
    }

    /// Hash of what the findings in the files of a unit or board depend on.
    pub(super) fn key_of(&self, id: UnitFilesId<'_>) -> String {
        self.folder(id.0).map_or_else(String::new, |folder| folder.unit_key(id.1, self.shared))
    }

    fn plan(&self, dossier: &str) -> blake3::Hash {
        self.folder(dossier).map_or_else(|| blake3::hash(b""), Folder::plan_hash)
    }

    /// The files a report may read.
    pub(super) fn inputs(&self, job: &Job<'_>) -> Vec<&'i Input> {
        let plan = self.folder(job.dossier.plan.id.as_str()).map(|folder| folder.plan);
        let units = self.of(job).into_iter().filter_map(|id| self.files(id));
        let files = units.flat_map(|files| files.until(Some(job.period)));
        plan.into_iter().chain(files).collect()
    }

    /// The same with what the report reads in each: of a unit's return that was issued that, unless the report is its own.
    pub(super) fn read(&self, job: &Job<'_>) -> Vec<ReadInput<'i>> {
        let text = |input: &'i Input| {
            let name = input.place.about()?;
            let period = input.place.period()?;
            let own = period == job.period && name == job.scope.name();
            let files = self.files((&input.folder, name)).filter(|_| !own)?;
            files.issued.get(&period)
        };
        let read = |input: &'i Input| (input, text(input).or(input.text.as_ref().ok()));
        self.inputs(job).into_iter().map(read).collect()
    }

    /// Their names and hashes.
    pub(super) fn hashes(&self, job: &Job<'_>) -> input_history::FileHashes {
        let inputs = self.inputs(job).into_iter();
        inputs.map(|input| (input.name.clone(), short(&input.hash))).collect()
    }
}
