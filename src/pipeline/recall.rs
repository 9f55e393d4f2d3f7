//! What need not be done again, because nothing it depends on has changed. Not for doing it.

use std::sync::Arc;

use super::{Report, Run};
use crate::diagnostic::Finding;
use crate::dossier::intake::Intake;
use crate::make::Outcome;
use crate::options::Options;
use crate::output::ledger::Ledger;
use crate::output::memory::KeptReport;
use crate::output::note;
use crate::output::shelf::stands;
use crate::source::SourceFile;
use crate::template::files::TemplateFiles;

/// The books of earlier runs, and the texts their findings point into.
pub(super) struct Past<'a> {
    pub(super) intake: &'a Intake,
    pub(super) templates: &'a TemplateFiles,
    /// Hash of the templates.
    pub(super) shared: blake3::Hash,
    pub(super) options: &'a Options,
}

impl Past<'_> {
    /// Hash of all a run depends on.
    pub(super) fn key(&self) -> String {
        let mut hasher = blake3::Hasher::new();
        hasher.update(self.intake.hash().as_bytes()).update(self.shared.as_bytes());
        let options = self.options;
        let asked = (&options.dossiers, options.period.map(|one| one.to_string()), &options.unit);
        hasher.update(format!("{asked:?}").as_bytes());
        hasher.finalize().to_hex().to_string()
    }

    /// The last run once more, if it was run on the same and its reports stand as they were left.
    pub(super) fn whole(&self, ledger: &Ledger<'_>) -> Option<Run> {
        if self.options.force || self.options.inspect || self.options.prune {
            return None;
        }
        let last = ledger.memory.lan_truoc.as_ref().filter(|last| last.khoa == self.key())?;
        let right = |name: &String| {
            let (entry, kept) =
                (ledger.manifest.bao_cao.get(name)?, ledger.memory.bao_cao.get(name)?);
            stands(&self.options.out, name, entry, kept, self.options.verify).then_some(())
        };
        if last.bao_cao.iter().any(|name| right(name).is_none()) {
            return None;
        }
        let unchanged = |name: &String| Report {
            name: name.clone(),
            outcome: Outcome::Unchanged,
            reasons: Vec::new(),
        };
        Some(Run {
            reports: last.bao_cao.iter().map(unchanged).collect(),
            findings: self.findings(&last.phat_hien)?,
            ..Run::default()
        })
    }

    /// What became of a report that need not be made again, and what was found then.
    pub(super) fn settled(
        &self,
        name: &str,
        key: &str,
        ledger: &Ledger<'_>,
    ) -> Option<(Outcome, Vec<Finding>)> {
        if self.options.force || self.options.inspect {
            return None;
        }
        let kept = ledger.memory.bao_cao.get(name).filter(|kept| kept.khoa == key)?;
        let outcome = self.outcome(name, kept, ledger)?;
        Some((outcome, self.findings(&kept.phat_hien)?))
    }

    fn outcome(&self, name: &str, kept: &KeptReport, ledger: &Ledger<'_>) -> Option<Outcome> {
        if kept.giu_lai {
            return Some(Outcome::Refused);
        }
        let entry = ledger.manifest.bao_cao.get(name)?;
        let right = stands(&self.options.out, name, entry, kept, self.options.verify);
        right.then_some(Outcome::Unchanged)
    }

    /// What was found in the files of a unit or board, if they are as they were.
    pub(super) fn found(&self, name: &str, key: &str, ledger: &Ledger<'_>) -> Option<Vec<Finding>> {
        let kept = ledger.memory.tap.get(name).filter(|kept| kept.khoa == key)?;
        self.findings(&kept.phat_hien)
    }

    fn findings(&self, notes: &[note::Note]) -> Option<Vec<Finding>> {
        note::findings(notes, &|name| self.text(name))
    }

    fn text(&self, name: &str) -> Option<Arc<SourceFile>> {
        self.intake.source(name).cloned().or_else(|| self.templates.named(name))
    }
}
