//! One run: reads what has to be read, makes what has to be made, and gathers what was found. The units' own reports
//! come first.

use std::collections::{BTreeMap, BTreeSet, HashMap};
use std::sync::Arc;
use std::sync::atomic::AtomicBool;

use super::agenda::{Agenda, Done, agenda};
use super::clerk::{not_written, stale};
use super::recall::Past;
use super::select::{completeness, concerns, concerns_bundle};
use super::shift::Shift;
use super::sources::{BundleId, Sources};
use super::{Around, Run, orphans, why};
use crate::diagnostic::{Code, Finding, any_error, sort};
use crate::dossier::Loaded;
use crate::dossier::reading::Reading;
use crate::make::Outcome;
use crate::options::{Goal, Options};
use crate::output::ledger::Ledger;
use crate::output::manifest;
use crate::output::memory::{Kept, Whole};
use crate::output::note::notes;
use crate::workshop::{Forms, Workshop};

/// What the files of units said when they were last read, by the hash of what they depend on.
pub(super) type Cache = HashMap<String, Arc<Reading>>;
/// What was read in this run.
pub(super) type Readings<'i> = BTreeMap<BundleId<'i>, Arc<Reading>>;

/// What a run is made with.
pub(super) struct Round<'a, 'i> {
    pub(super) past: &'a Past<'a>,
    pub(super) sources: &'a Sources<'i>,
    pub(super) workshop: &'a Workshop,
    pub(super) threads: &'a rayon::ThreadPool,
    pub(super) goal: Goal,
    pub(super) around: &'a dyn Around,
    pub(super) options: &'a Options,
}

impl<'i> Round<'_, 'i> {
    /// Every step after the plans are read.
    pub(super) fn run(&self, loaded: Loaded, mut ledger: Ledger<'_>, cache: &mut Cache) -> Run {
        let Loaded { dossiers, refused, findings } = loaded;
        let kinds = &self.workshop.kinds;
        let set = || agenda(&dossiers, kinds, self.sources, self.past, &ledger, self.goal);
        let mut agenda = self.threads.install(set);
        let mut run = Run { findings, ..Run::default() };
        run.refused_dossiers = refused.iter().filter(|id| self.options.asks_for(id)).count();
        run.findings.extend(completeness(&dossiers, self.options));
        let stop = AtomicBool::new(self.options.fail_fast && any_error(&run.findings));
        let (forms, wrong) = self.forms(&agenda);
        run.findings.extend(wrong);
        self.around.start(agenda.keys.len());
        let shift = Shift { round: self, agenda: &agenda, forms: &forms, stop: &stop };
        let (readings, mut done) = shift.work(&dossiers, &mut ledger, cache);
        done.append(&mut agenda.settled);
        self.gather(&mut run, &agenda, &readings, done, &mut ledger);
        orphans::tell(&mut run, &dossiers, &refused, &mut ledger, self);
        sort(&mut run.findings);
        if self.goal == Goal::Build {
            why::enter(&mut run, &dossiers, &agenda, &readings, &mut ledger, self);
            self.close(&mut run, ledger);
        }
        run
    }

    /// The kinds of the reports to be made, and what is wrong with those that cannot be used.
    fn forms(&self, agenda: &Agenda<'_>) -> (Forms, Vec<Finding>) {
        let forms = self.workshop.forms(agenda.kinds.iter());
        let wrong = forms.values().filter_map(|form| form.as_ref().as_ref().err());
        let wrong = wrong.flatten().cloned().collect();
        (forms, wrong)
    }

    /// Puts everything found and done in one order, and remembers it.
    fn gather(
        &self,
        run: &mut Run,
        agenda: &Agenda<'i>,
        readings: &Readings<'i>,
        done: Vec<Done>,
        ledger: &mut Ledger<'_>,
    ) {
        for (id, reading) in readings {
            let kept =
                Kept { khoa: self.sources.bundle_key(*id), phat_hien: notes(&reading.findings) };
            ledger.memory.tap.insert(format!("{}/{}", id.0, id.1), kept);
            if concerns_bundle(id.0, id.1, self.options) {
                run.findings.extend(reading.findings.iter().cloned());
            }
        }
        let there: BTreeSet<String> =
            self.sources.all().map(|(dossier, name)| format!("{dossier}/{name}")).collect();
        ledger.memory.tap.retain(|name, _| there.contains(name));
        run.findings.extend(agenda.remembered.iter().cloned());
        let mut by_name: BTreeMap<String, Done> =
            done.into_iter().map(|one| (one.report.name.clone(), one)).collect();
        for name in &agenda.names {
            let Some(Done { report, findings }) = by_name.remove(name) else { continue };
            run.findings.extend(findings);
            run.findings.extend(stale(&report, self.options));
            run.reports.push(report);
        }
        run.findings.retain(|finding| concerns(finding, self.options));
        run.stopped = self.around.stopped();
    }

    /// Closes the books; what a run without a blemish found is kept as a whole.
    fn close(&self, run: &mut Run, mut ledger: Ledger<'_>) {
        ledger.memory.lan_truoc = whole(run).then(|| Whole {
            khoa: self.past.key(),
            bao_cao: run.reports.iter().map(|report| report.name.clone()).collect(),
            phat_hien: notes(&run.findings),
        });
        if let Err(error) = ledger.close() {
            let path = self.options.out.join(manifest::NAME);
            run.findings.push(not_written(&path, &error));
        }
    }
}

/// Whether nothing is left to be told or tried again when nothing changes.
fn whole(run: &Run) -> bool {
    let about_files = [Code::NotWritten, Code::StalePdf, Code::OrphanPdf];
    let done = |outcome| matches!(outcome, Outcome::Built | Outcome::Unchanged);
    run.refused_dossiers == 0
        && !run.stopped
        && run.reports.iter().all(|report| done(report.outcome))
        && !run.findings.iter().any(|finding| about_files.contains(&finding.code))
}
