//! What a run has to do: which reports stand as they are, which are to be made, and whose files must be read for that.
//! Not for doing it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::result::ReportResult;
use super::reuse::PreviousRun;
use super::select::{Relevance, select};
use super::sources::{Sources, UnitFilesId};
use crate::diagnostic::{Finding, any_error};
use crate::kinds::catalog::Kinds;
use crate::model::id::Id;
use crate::options::Options;
use crate::output::store::OutputStore;
use crate::report::due::Scope;

/// A report and what was found when it was made.
#[derive(Debug)]
pub(super) struct FinishedReport {
    pub(super) report: ReportResult,
    pub(super) findings: Vec<Finding>,
}

/// What a run has to do.
#[derive(Debug, Default)]
pub(super) struct Worklist<'i> {
    /// Every report that is due and asked for, in order.
    pub(super) names: Vec<String>,
    /// Those that need not be made.
    pub(super) settled: Vec<FinishedReport>,
    /// Those to be made, with the hash of everything each may read.
    pub(super) keys: BTreeMap<String, String>,
    /// Their kinds.
    pub(super) kinds: BTreeSet<Id>,
    /// What the units' own reports need.
    pub(super) early: BTreeSet<UnitFilesId<'i>>,
    /// What else has to be read: for roll-ups, and because nothing is known of it.
    pub(super) late: BTreeSet<UnitFilesId<'i>>,
    /// What was found earlier in files that are not read again.
    pub(super) remembered: Vec<Finding>,
    /// What was found in files that are read again, are as they were, and had no error.
    pub(super) known: BTreeMap<UnitFilesId<'i>, Vec<Finding>>,
}

/// Decides what has to be done. A check looks at no earlier report: its store is empty.
pub(super) fn worklist<'i>(
    relevance: Relevance<'_>,
    kinds: &Kinds,
    sources: &Sources<'i>,
    previous: &PreviousRun<'_>,
    store: &OutputStore<'_>,
) -> Worklist<'i> {
    let mut worklist = Worklist::default();
    let jobs = select(relevance.dossiers, kinds, relevance.selection).into_par_iter();
    let named: Vec<_> = jobs.map(|job| (job, job.name(), sources.key(&job))).collect();
    for (job, name, key) in named {
        worklist.names.push(name.clone());
        let settled = previous.settled(&name, &key, store);
        if let Some((outcome, findings)) = settled {
            let report = ReportResult { name, outcome, reasons: Vec::new() };
            worklist.settled.push(FinishedReport { report, findings });
            continue;
        }
        worklist.keys.insert(name, key);
        worklist.kinds.insert(job.due.kind.clone());
        match job.scope {
            Scope::Unit(_) => worklist.early.extend(sources.of(&job)),
            Scope::Area | Scope::Missing(_) => worklist.late.extend(sources.of(&job)),
        }
    }
    worklist.read_unknown(relevance, sources, previous, store);
    worklist.divide(previous.options);
    worklist
}

impl<'i> Worklist<'i> {
    /// Findings in files that are as they were are remembered; files that no report needs are read only for them.
    fn read_unknown(
        &mut self,
        relevance: Relevance<'_>,
        sources: &Sources<'i>,
        previous: &PreviousRun<'_>,
        store: &OutputStore<'_>,
    ) {
        let right =
            |id: &str| relevance.dossiers.iter().any(|dossier| dossier.plan.id.as_str() == id);
        for id in sources.all().filter(|(dossier, _)| right(dossier)) {
            let needed = self.early.contains(&id) || self.late.contains(&id);
            if !needed && !relevance.concerns_bundle(id.0, id.1) {
                continue;
            }
            let name = format!("{}/{}", id.0, id.1);
            match previous.found(&name, &sources.key_of(id), store) {
                Some(findings) if !needed => self.remembered.extend(findings),
                None if !needed => _ = self.late.insert(id),
                Some(findings) if !any_error(&findings) && !previous.options.force => {
                    self.known.insert(id, findings);
                }
                _ => {}
            }
        }
    }

    /// Nothing is read twice; a run that stops at the first error reads everything before it makes anything.
    fn divide(&mut self, options: &Options) {
        if options.fail_fast {
            self.early.append(&mut self.late);
        }
        self.late = &self.late - &self.early;
    }
}
