//! One run: reads what has to be read, makes what has to be made, and gathers what was found. The units' own reports
//! come first.

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::AtomicBool;

use super::absent::nothing_due;
use super::context::{RunContext, UnitDataById};
use super::result::RunResult;
use super::select::{Relevance, completeness};
use super::workers::Workers;
use super::worklist::{FinishedReport, Worklist, worklist};
use super::writer::{markup_folder, stale};
use super::{orphans, why};
use crate::build_report::Outcome;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::{Code, Finding, any_error, sort};
use crate::load::loaded::Loaded;
use crate::load::unit_data::UnitData;
use crate::options::RunMode;
use crate::output::build_cache::{CachedFindings, LastRun, ReturnDates};
use crate::output::manifest;
use crate::output::store::OutputStore;
use crate::output::stored_finding::{identity, stored};
use crate::register::archive::Archive;
use crate::register::check::check;
use crate::review::prose::Lexicons;
use crate::toolchain::CompiledKinds;

impl<'i> RunContext<'_, 'i> {
    /// Every step after the plans are read.
    pub(super) fn run(&self, loaded: Loaded, mut store: OutputStore<'_>) -> RunResult {
        let Loaded { dossiers, refused, findings } = loaded;
        let kinds = &self.toolchain.kinds;
        let (selection, shown) = (self.selection, self.options.paths.inputs_shown());
        let relevance = Relevance { selection, dossiers: &dossiers, refused: &refused };
        let set = || worklist(relevance, kinds, self.sources, self.previous, &store);
        let mut worklist = self.threads.install(set);
        let told_before = store.told().clone();
        let mut run = RunResult { told_before, findings, ..RunResult::default() };
        run.refused_dossiers = refused.iter().filter(|id| selection.asks_for(id)).count();
        run.findings.extend(completeness(&dossiers, selection, &shown));
        run.findings.extend(check(self.register, self.archive()));
        run.findings.extend(orphans::issued(&dossiers, self));
        run.findings.extend(self.library());
        run.findings.extend(self.toolchain.files().findings().iter().cloned());
        if worklist.names.is_empty() {
            run.absent = nothing_due(&dossiers, selection);
        }
        let stop = AtomicBool::new(self.options.fail_fast && any_error(&run.findings));
        let (compiled, wrong) = self.compiled(&worklist);
        run.findings.extend(wrong);
        self.environment.progress.start(worklist.keys.len());
        let lexicons = Lexicons::for_plans(dossiers.iter().map(|dossier| &*dossier.plan));
        let workers = Workers {
            context: self,
            worklist: &worklist,
            compiled: &compiled,
            lexicons: &lexicons,
            stop: &stop,
        };
        let (unit_data, mut done) = workers.work(&dossiers, &mut store);
        done.append(&mut worklist.settled);
        self.gather(&mut run, (&mut worklist, relevance), &unit_data, done, &mut store);
        orphans::tell(&mut run, &dossiers, &refused, &mut store, self);
        sort(&mut run.findings);
        if self.mode == RunMode::Build {
            why::enter(&mut run, &dossiers, &worklist, &unit_data, &mut store, self);
            self.save(&mut run, store);
        }
        run
    }

    /// What is kept of issued documents.
    fn archive(&self) -> Archive<'_> {
        Archive { disk: self.environment.files, snapshot: self.previous.snapshot }
    }

    /// Writes what the markup of reports needs, if that is asked for; a file that could not be written.
    fn library(&self) -> Option<Finding> {
        let asked = markup_folder(self.options, self.environment);
        let folder = asked.filter(|_| self.mode == RunMode::Build)?;
        let written = folder.write_library(self.toolchain.files());
        written.err().map(|(path, error)| Finding::not_written(Unwritten::Output(&path), &error))
    }

    /// The kinds of the reports to be made, and what is wrong with those that cannot be used.
    fn compiled(&self, worklist: &Worklist<'_>) -> (CompiledKinds, Vec<Finding>) {
        let compiled = self.toolchain.compiled(worklist.kinds.iter());
        let wrong =
            compiled.values().filter_map(|compiled_kind| compiled_kind.as_ref().as_ref().err());
        let wrong = wrong.flatten().cloned().collect();
        (compiled, wrong)
    }

    /// Puts everything found and done in one order, and remembers it.
    fn gather(
        &self,
        run: &mut RunResult,
        (worklist, relevance): (&mut Worklist<'i>, Relevance<'_>),
        unit_data: &UnitDataById<'i>,
        done: Vec<FinishedReport>,
        store: &mut OutputStore<'_>,
    ) {
        for (id, data) in unit_data {
            let key = self.sources.key_of(*id);
            let (findings, dates) = (stored(&data.findings), dates(data));
            let findings = CachedFindings { key, findings, dates };
            store.cache_findings(format!("{}/{}", id.0, id.1), findings);
            if relevance.concerns_bundle(id.0, id.1) {
                run.findings.extend(data.findings.iter().cloned());
            }
        }
        let there: BTreeSet<String> =
            self.sources.all().map(|(dossier, name)| format!("{dossier}/{name}")).collect();
        store.retain_findings(|name| there.contains(name));
        run.findings.append(&mut worklist.remembered);
        let mut by_name: BTreeMap<String, FinishedReport> =
            done.into_iter().map(|one| (one.report.name.clone(), one)).collect();
        for name in &worklist.names {
            let Some(FinishedReport { report, findings }) = by_name.remove(name) else { continue };
            run.findings.extend(findings);
            run.findings.extend(stale(self.environment.files, &report, self.options));
            run.reports.push(report);
        }
        run.findings.retain(|finding| relevance.concerns(finding));
        run.stopped = self.environment.cancel.is_cancelled();
    }

    /// Writes manifest and cache; a run in which nothing was refused or failed is remembered as a whole.
    fn save(&self, run: &mut RunResult, mut store: OutputStore<'_>) {
        store.set_last_run(whole(run).then(|| LastRun {
            key: self.previous.key(),
            reports: run.reports.iter().map(|report| report.name.clone()).collect(),
            findings: stored(&run.findings),
        }));
        let mut told: BTreeSet<String> = run.findings.iter().map(identity).collect();
        if !self.selection.is_everything() {
            told.extend(run.told_before.iter().cloned());
        }
        store.set_told(told);
        if let Err(error) = store.save() {
            let path = self.options.paths.out.join(manifest::NAME);
            run.findings.push(Finding::not_written(Unwritten::Output(&path), &error));
        }
    }
}

/// The dates of a unit's right returns, for who asks when it handed in.
fn dates(data: &UnitData) -> BTreeMap<String, ReturnDates> {
    let returns = data.series.iter().flat_map(|series| &series.returns);
    let good = returns.filter_map(|(period, filed)| Some((period, filed.good()?)));
    good.map(|(period, read)| (period.to_string(), ReturnDates::of(&read.heading))).collect()
}

/// Whether nothing is left to be told or done again when nothing changes.
fn whole(run: &RunResult) -> bool {
    let about_files = [Code::NotWritten, Code::StalePdf, Code::OrphanPdf];
    let done = |outcome| matches!(outcome, Outcome::Built | Outcome::Unchanged);
    run.refused_dossiers == 0
        && !run.stopped
        && run.reports.iter().all(|report| done(report.outcome))
        && !run.findings.iter().any(|finding| about_files.contains(&finding.code))
}
