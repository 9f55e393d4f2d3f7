//! The working part of a run: reads files and makes reports on all processors, while one writer writes what is finished.
//! Not for deciding what is to be done ([`super::worklist`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};

use rayon::prelude::*;

use super::context::{RunContext, UnitDataById};
use super::select::select;
use super::sources::{Sources, UnitFilesId};
use super::worklist::{FinishedReport, Worklist};
use super::writer::{Attempt, receive};
use crate::build_report::{Before, BuildContext, BuiltReport, Outcome, build_report};
use crate::diagnostic::any_error;
use crate::load::unit_data::{unit_data, unit_data_again};
use crate::model::dossier::Dossier;
use crate::output::artifact;
use crate::output::artifact::{FileStatus, PDF, file_status};
use crate::output::manifest::ManifestEntry;
use crate::output::store::OutputStore;
use crate::report::due::{Job, Scope};
use crate::review::prose::Lexicons;
use crate::toolchain::CompiledKinds;
use crate::typeset::typesetter::Typesetter;

/// What the threads of a run share while they read and build.
pub(super) struct Workers<'a, 'i> {
    pub(super) context: &'a RunContext<'a, 'i>,
    pub(super) worklist: &'a Worklist<'i>,
    pub(super) compiled: &'a CompiledKinds,
    /// What figures and targets are called in prose.
    pub(super) lexicons: &'a Lexicons,
    pub(super) stop: &'a AtomicBool,
}

/// A run of no more reports is one after an edit, whose reports will be laid out again after the next one: what Typst
/// computed for them is kept. Of other runs it is not, since the more it keeps the slower it is.
const SMALL_RUN: usize = 10;

/// What is known of the reports to be made: the entry in the manifest, and when the PDF was written.
type EarlierReports = BTreeMap<String, (ManifestEntry, Option<u64>)>;

impl<'i> Workers<'_, 'i> {
    /// Reads and makes what is on the worklist.
    pub(super) fn work(
        &self,
        dossiers: &[Dossier],
        store: &mut OutputStore<'_>,
    ) -> (UnitDataById<'i>, Vec<FinishedReport>) {
        let context = self.context;
        let earlier = self.earlier(store);
        let (send, reports) = sync_channel(2 * context.threads.current_num_threads());
        std::thread::scope(|scope| {
            let writer = scope.spawn(move || {
                receive(&reports, store, context.options, context.mode, context.environment)
            });
            let send = send;
            let unit_data = context.threads.install(|| self.phases(dossiers, &earlier, &send));
            drop(send);
            let done = writer.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (unit_data, done)
        })
    }

    fn earlier(&self, store: &OutputStore<'_>) -> EarlierReports {
        let known = |name: &String| {
            let entry = store.entry(name)?.clone();
            let cached = store.cached(name);
            let written = cached.and_then(|cached| cached.written.get(PDF).copied());
            Some((name.clone(), (entry, written)))
        };
        self.worklist.keys.keys().filter_map(known).collect()
    }

    /// Everything is read and then made, unless much has to be read for roll-ups alone, as after an edit: then the units'
    /// own reports come before that. (Beside it they would wait: Typst shares these threads while it lays a page out,
    /// and on other threads the reading would take their time.)
    fn phases(
        &self,
        dossiers: &[Dossier],
        earlier: &EarlierReports,
        send: &SyncSender<Attempt>,
    ) -> UnitDataById<'i> {
        let Worklist { early, late, .. } = self.worklist;
        let mut unit_data = self.read(dossiers, early);
        let at_once = late.len() <= early.len();
        if at_once {
            unit_data.extend(self.read(dossiers, late));
        }
        if self.context.options.fail_fast && unit_data.values().any(|one| any_error(&one.findings))
        {
            self.stop.store(true, Ordering::Relaxed);
        }
        let read = with(dossiers, &unit_data);
        if at_once {
            // In order: reports of one period have most in common, of which Typst keeps the last one's results.
            self.make_each(&self.jobs(&read, |_| true), earlier, send);
        } else {
            self.make_each(&self.jobs(&read, of_unit), earlier, send);
            unit_data.extend(self.read(dossiers, late));
            let all = with(dossiers, &unit_data);
            self.make_each(&self.jobs(&all, |job| !of_unit(job)), earlier, send);
        }
        let Sources { folders, shared, .. } = self.context.sources;
        self.context.kept.keep_only(folders, *shared);
        unit_data
    }

    fn read(&self, dossiers: &[Dossier], wanted: &BTreeSet<UnitFilesId<'i>>) -> UnitDataById<'i> {
        let coverage = self.context.toolchain.typesetter.fonts().coverage();
        let one = |id: &UnitFilesId<'i>| {
            // Nothing is made any more of what is not read.
            if self.context.environment.cancel.is_cancelled() {
                return None;
            }
            let dossier = dossiers.iter().find(|dossier| dossier.plan.id.as_str() == id.0)?;
            let files = self.context.sources.files(*id)?;
            let (plan, name) = (&dossier.plan, id.1);
            let read = || match self.worklist.known.get(id) {
                Some(found) => unit_data_again(plan, name, files, &coverage, found.clone()),
                None => unit_data(plan, name, files, &coverage),
            };
            Some((*id, self.context.kept.get_or(self.context.sources.key_of(*id), read)))
        };
        let wanted: Vec<&UnitFilesId<'i>> = wanted.iter().collect();
        wanted.into_par_iter().filter_map(one).collect::<Vec<_>>().into_iter().collect()
    }

    /// What is to be made of the wanted ones.
    fn jobs<'d>(
        &'d self,
        dossiers: &'d [Dossier],
        wanted: impl Fn(&Job<'_>) -> bool,
    ) -> Vec<Job<'d>> {
        let mut jobs = select(dossiers, &self.context.toolchain.kinds, self.context.selection);
        jobs.retain(|job| wanted(job) && self.worklist.keys.contains_key(&job.name()));
        jobs
    }

    fn make_each(&self, jobs: &[Job<'_>], earlier: &EarlierReports, send: &SyncSender<Attempt>) {
        let kept = if self.worklist.keys.len() > SMALL_RUN { 1 } else { SMALL_RUN };
        in_turn(jobs, |job| {
            let name = job.name();
            let made = self.make(job, earlier.get(&name));
            // A report that failed was laid out too.
            if matches!(made.outcome, Outcome::Built | Outcome::Failed) {
                Typesetter::forget(kept);
            }
            if self.context.options.fail_fast && any_error(&made.findings) {
                self.stop.store(true, Ordering::Relaxed);
            }
            let key = self.worklist.keys[&name].clone();
            // Nobody to send to means that the writer has panicked, which ends the run anyway.
            _ = send.send(Attempt { name, key, made });
        });
    }

    fn make(&self, job: &Job<'_>, earlier: Option<&(ManifestEntry, Option<u64>)>) -> BuiltReport {
        let context = self.context;
        if self.stop.load(Ordering::Relaxed) || context.environment.cancel.is_cancelled() {
            return BuiltReport::default();
        }
        let present = job.present();
        let job = &Job { dossier: present.as_ref().unwrap_or(job.dossier), ..*job };
        let issued = context.sources.issued.get(job.name().as_str());
        if issued.is_none() && job.broken() {
            return BuiltReport::refused(Vec::new());
        }
        let Some(Ok(compiled_kind)) = self.compiled.get(&job.due.kind).map(AsRef::as_ref) else {
            return BuiltReport::failed(Vec::new());
        };
        if let Some(entry) = issued {
            return self.make_issued(job, entry, compiled_kind, earlier.map(|(entry, _)| entry));
        }
        let before = self.before(&job.name(), earlier);
        let with = BuildContext {
            toolchain: context.toolchain,
            lexicons: self.lexicons,
            options: context.options,
            mode: context.mode,
        };
        build_report(job, compiled_kind, with, before)
    }

    fn before<'e>(
        &self,
        name: &str,
        earlier: Option<&'e (ManifestEntry, Option<u64>)>,
    ) -> Before<'e> {
        let options = self.context.options;
        let entry = earlier.map(|(entry, _)| entry);
        let mark = entry.and_then(|entry| entry.files.get(PDF));
        let pdf = mark.map_or(FileStatus::Missing, |mark| {
            let written = earlier.and_then(|(_, written)| *written);
            file_status(
                self.context.environment.files,
                &artifact::path(&options.paths.out, name, PDF),
                mark,
                written,
                options.verify,
            )
        });
        Before { entry, pdf }
    }
}

/// The dossiers with what was read.
fn with(dossiers: &[Dossier], unit_data: &UnitDataById<'_>) -> Vec<Dossier> {
    let mut dossiers = dossiers.to_vec();
    for ((id, name), data) in unit_data {
        let own = dossiers.iter_mut().find(|dossier| dossier.plan.id.as_str() == *id);
        if let Some(dossier) = own {
            dossier.add(name, data);
        }
    }
    dossiers
}

fn of_unit(job: &Job<'_>) -> bool {
    matches!(job.scope, Scope::Unit(_))
}

/// Does `work` on all processors, beginning with the first and going on in order.
fn in_turn<T: Sync>(items: &[T], work: impl Fn(&T) + Sync) {
    let next = AtomicUsize::new(0);
    let one_after_another = || {
        while let Some(item) = items.get(next.fetch_add(1, Ordering::Relaxed)) {
            work(item);
        }
    };
    rayon::scope(|scope| {
        for _ in 0..rayon::current_num_threads().min(items.len()) {
            scope.spawn(|_| one_after_another());
        }
    });
}
