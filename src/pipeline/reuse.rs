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
use crate::output::stored_finding::{StoredFinding, identity, restored};
use crate::source::SourceFile;

/// What earlier runs are held against, and the texts their findings point into.
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
        let asked = (&options.dossiers, options.period, &options.unit);
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
        let last = store.last_run().filter(|last| last.key == self.key())?;
        let right = |name: &String| {
            let (entry, cached) = (store.entry(name)?, store.cached(name)?);
            is_intact(
                store.files(),
                &self.options.paths.out,
                name,
                entry,
                cached,
                self.options.verify,
            )
            .then_some(())
        };
        if last.reports.iter().any(|name| right(name).is_none()) {
            return None;
        }
        let unchanged = |name: &String| ReportResult {
            name: name.clone(),
            outcome: Outcome::Unchanged,
            reasons: Vec::new(),
        };
        let findings = self.findings(&last.findings)?;
        Some(RunResult {
            reports: last.reports.iter().map(unchanged).collect(),
            told_before: findings.iter().map(identity).collect(),
            findings,
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
        let cached = store.cached(name).filter(|cached| cached.key == key)?;
        let outcome = self.outcome(name, cached, store)?;
        Some((outcome, self.findings(&cached.findings)?))
    }

    fn outcome(
        &self,
        name: &str,
        cached: &CachedReport,
        store: &OutputStore<'_>,
    ) -> Option<Outcome> {
        if cached.refused {
            return Some(Outcome::Refused);
        }
        let entry = store.entry(name)?;
        let right = is_intact(
            store.files(),
            &self.options.paths.out,
            name,
            entry,
            cached,
            self.options.verify,
        );
        right.then_some(Outcome::Unchanged)
    }

    /// What was found in the files of a unit or board, if they are as they were.
    pub(super) fn found(
        &self,
        name: &str,
        key: &str,
        store: &OutputStore<'_>,
    ) -> Option<Vec<Finding>> {
        let cached = store.cached_findings(name).filter(|cached| cached.key == key)?;
        self.findings(&cached.findings)
    }

    /// Findings that were kept, with the texts they point into; none where one of those is not there any more.
    pub(super) fn findings(&self, stored: &[StoredFinding]) -> Option<Vec<Finding>> {
        restored(stored, &|name| self.text(name))
    }

    fn text(&self, name: &str) -> Option<Arc<SourceFile>> {
        self.snapshot.source(name).cloned().or_else(|| self.templates.named(name))
    }
}
