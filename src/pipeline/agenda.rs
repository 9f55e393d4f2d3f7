//! What a run has to do: which reports stand as they are, which are to be made, and whose files must be read for that.
//! Not for doing it.

use std::collections::{BTreeMap, BTreeSet};

use rayon::prelude::*;

use super::Report;
use super::recall::Past;
use super::select::{concerns_bundle, select};
use super::sources::{BundleId, Sources};
use crate::diagnostic::{Finding, any_error};
use crate::dossier::Dossier;
use crate::model::id::Id;
use crate::options::{Goal, Options};
use crate::output::ledger::Ledger;
use crate::report::Scope;
use crate::template::kinds::Kinds;

/// A report and what was found when it was made.
#[derive(Debug)]
pub(super) struct Done {
    pub(super) report: Report,
    pub(super) findings: Vec<Finding>,
}

/// What a run has to do.
#[derive(Debug, Default)]
pub(super) struct Agenda<'i> {
    /// Every report that is due and asked for, in order.
    pub(super) names: Vec<String>,
    /// Those that need not be made.
    pub(super) settled: Vec<Done>,
    /// Those to be made, with the hash of everything each may read.
    pub(super) keys: BTreeMap<String, String>,
    /// Their kinds.
    pub(super) kinds: BTreeSet<Id>,
    /// What the units' own reports need.
    pub(super) early: BTreeSet<BundleId<'i>>,
    /// What else has to be read: for roll-ups, and because nothing is known of it.
    pub(super) late: BTreeSet<BundleId<'i>>,
    /// What was found earlier in files that are not read again.
    pub(super) remembered: Vec<Finding>,
    /// What was found in files that are read again, are as they were, and had no error.
    pub(super) known: BTreeMap<BundleId<'i>, Vec<Finding>>,
}

/// Decides what has to be done.
pub(super) fn agenda<'i>(
    dossiers: &[Dossier],
    kinds: &Kinds,
    sources: &Sources<'i>,
    past: &Past<'_>,
    ledger: &Ledger<'_>,
    goal: Goal,
) -> Agenda<'i> {
    let mut agenda = Agenda::default();
    let jobs = select(dossiers, kinds, past.options).into_par_iter();
    let named: Vec<_> = jobs.map(|job| (job, job.name(), sources.key(&job))).collect();
    for (job, name, key) in named {
        agenda.names.push(name.clone());
        let settled = past.settled(&name, &key, ledger).filter(|_| goal == Goal::Build);
        if let Some((outcome, findings)) = settled {
            let report = Report { name, outcome, reasons: Vec::new() };
            agenda.settled.push(Done { report, findings });
            continue;
        }
        agenda.keys.insert(name, key);
        agenda.kinds.insert(job.due.kind.clone());
        match job.scope {
            Scope::Unit(_) => agenda.early.extend(sources.of(&job)),
            Scope::Area | Scope::Missing(_) => agenda.late.extend(sources.of(&job)),
        }
    }
    agenda.read_unknown(dossiers, sources, past, ledger);
    agenda.divide(past.options);
    agenda
}

impl<'i> Agenda<'i> {
    /// Findings in files that are as they were are remembered; files that no report needs are read only for them.
    fn read_unknown(
        &mut self,
        dossiers: &[Dossier],
        sources: &Sources<'i>,
        past: &Past<'_>,
        ledger: &Ledger<'_>,
    ) {
        let right = |id: &str| dossiers.iter().any(|dossier| dossier.plan.id.as_str() == id);
        for id in sources.all().filter(|(dossier, _)| right(dossier)) {
            let needed = self.early.contains(&id) || self.late.contains(&id);
            if !needed && !concerns_bundle(id.0, id.1, past.options) {
                continue;
            }
            let name = format!("{}/{}", id.0, id.1);
            match past.found(&name, &sources.bundle_key(id), ledger) {
                Some(findings) if !needed => self.remembered.extend(findings),
                None if !needed => _ = self.late.insert(id),
                Some(findings) if !any_error(&findings) && !past.options.force => {
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
