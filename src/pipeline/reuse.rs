//! What need not be done again, because nothing it depends on has changed. Not for doing it.

use std::sync::Arc;

use super::result::{ReportResult, RunResult};
use crate::assets::files::TemplateFiles;
use crate::build_report::Outcome;
use crate::diagnostic::Finding;
use crate::inputs::snapshot::InputSnapshot;
use crate::options::Options;
use crate::output::artifact::is_intact;
use crate::output::build_cache::CachedReport;
use crate::output::store::OutputStore;
use crate::output::stored_finding;
use crate::source::SourceFile;

/// What this run is made from, to be held against what earlier runs recorded.
pub(super) struct PreviousRun<'a> {
    pub(super) snapshot: &'a InputSnapshot,
    pub(super) templates: &'a TemplateFiles,
    /// Hash of the templates.
    pub(super) shared: blake3::Hash,
    pub(super) options: &'a Options,
}

impl PreviousRun<'_> {
    /// Hash of all a run depends on.
    pub(super) fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.snapshot.hash().as_bytes()).update(self.shared.as_bytes());
        let options = self.options;
        let asked = (&options.dossiers, options.period.map(|one| one.to_string()), &options.unit);
        hasher.update(format!("{asked:?}").as_bytes());
        hasher.finalize().to_hex().to_string()
    }

    /// Whether each report is to be made even where its PDF stands as it should: to be inspected, or for its markup.
    fn makes_each(&self) -> bool {
        self.options.force || self.options.inspect || self.options.typst.is_some()
    }

    /// The last run once more, if it was run on the same and its reports stand as they were left.
    pub(super) fn whole(&self, store: &OutputStore<'_>) -> Option<RunResult> {
        if self.makes_each() || self.options.prune {
            return None;
        }
        let last = store.cache.lan_truoc.as_ref().filter(|last| last.khoa == self.key())?;
        let right = |name: &String| {
            let (entry, kept) = (store.manifest.bao_cao.get(name)?, store.cache.bao_cao.get(name)?);
            is_intact(&self.options.out, name, entry, kept, self.options.verify).then_some(())
        };
        if last.bao_cao.iter().any(|name| right(name).is_none()) {
            return None;
        }
        let unchanged = |name: &String| ReportResult {
            name: name.clone(),
            outcome: Outcome::Unchanged,
            reasons: Vec::new(),
        };
        Some(RunResult {
            reports: last.bao_cao.iter().map(unchanged).collect(),
            findings: self.findings(&last.phat_hien)?,
            ..RunResult::default()
        })
    }

    /// What became of a report that need not be made again, and what was found then.
    pub(super) fn settled(
        &self,
        name: &str,
        key: &str,
        store: &OutputStore<'_>,
    ) -> Option<(Outcome, Vec<Finding>)> {
        if self.makes_each() {
            return None;
        }
        let kept = store.cache.bao_cao.get(name).filter(|kept| kept.khoa == key)?;
        let outcome = self.outcome(name, kept, store)?;
        Some((outcome, self.findings(&kept.phat_hien)?))
    }

    fn outcome(&self, name: &str, kept: &CachedReport, store: &OutputStore<'_>) -> Option<Outcome> {
        if kept.giu_lai {
            return Some(Outcome::Refused);
        }
        let entry = store.manifest.bao_cao.get(name)?;
        let right = is_intact(&self.options.out, name, entry, kept, self.options.verify);
        right.then_some(Outcome::Unchanged)
    }

    /// What was found in the files of a unit or board, if they are as they were.
    pub(super) fn found(
        &self,
        name: &str,
        key: &str,
        store: &OutputStore<'_>,
    ) -> Option<Vec<Finding>> {
        let kept = store.cache.tap.get(name).filter(|kept| kept.khoa == key)?;
        self.findings(&kept.phat_hien)
    }

    fn findings(&self, notes: &[stored_finding::StoredFinding]) -> Option<Vec<Finding>> {
        stored_finding::findings(notes, &|name| self.text(name))
    }

    fn text(&self, name: &str) -> Option<Arc<SourceFile>> {
        self.snapshot.source(name).cloned().or_else(|| self.templates.named(name))
    }
}
