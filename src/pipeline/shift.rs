//! The working part of a run: reads files and makes reports on all processors, while one clerk writes what is finished.
//! Not for deciding what is to be done ([`super::agenda`]).

use std::collections::{BTreeMap, BTreeSet};
use std::sync::Arc;
use std::sync::atomic::{AtomicBool, AtomicUsize, Ordering};
use std::sync::mpsc::{SyncSender, sync_channel};

use rayon::prelude::*;

use super::agenda::{Agenda, Done};
use super::clerk::{Tried, receive};
use super::round::{Cache, Readings, Round};
use super::select::select;
use super::sources::BundleId;
use crate::diagnostic::any_error;
use crate::dossier::Dossier;
use crate::dossier::reading::{reading, reading_again};
use crate::make::{Before, Made, Outcome, make};
use crate::output::ledger::Ledger;
use crate::output::manifest::Entry;
use crate::output::shelf::{self, PDF, Standing, standing};
use crate::report::{Job, Scope};
use crate::typeset::press::Press;
use crate::workshop::Forms;

/// What everybody at work needs.
pub(super) struct Shift<'a, 'i> {
    pub(super) round: &'a Round<'a, 'i>,
    pub(super) agenda: &'a Agenda<'i>,
    pub(super) forms: &'a Forms,
    pub(super) stop: &'a AtomicBool,
}

/// A run of no more reports is one after an edit, whose sheets will be laid out again after the next one: what Typst
/// computed for them is kept. Of other runs it is not, since the more it keeps the slower it is.
const AN_EDIT: usize = 10;

/// What the books say of the reports to be made: the entry, and when the PDF was written.
type Earlier = BTreeMap<String, (Entry, Option<u64>)>;

impl<'i> Shift<'_, 'i> {
    /// Reads and makes what is on the agenda.
    pub(super) fn work(
        &self,
        dossiers: &[Dossier],
        ledger: &mut Ledger<'_>,
        cache: &mut Cache,
    ) -> (Readings<'i>, Vec<Done>) {
        let round = self.round;
        let earlier = self.earlier(ledger);
        let (send, reports) = sync_channel(2 * round.threads.current_num_threads());
        std::thread::scope(|scope| {
            let clerk = scope
                .spawn(move || receive(&reports, ledger, round.options, round.goal, round.around));
            let send = send;
            let readings = round.threads.install(|| self.phases(dossiers, &earlier, &send, cache));
            drop(send);
            let done = clerk.join().unwrap_or_else(|panic| std::panic::resume_unwind(panic));
            (readings, done)
        })
    }

    fn earlier(&self, ledger: &Ledger<'_>) -> Earlier {
        let known = |name: &String| {
            let entry = ledger.manifest.bao_cao.get(name)?.clone();
            let kept = ledger.memory.bao_cao.get(name);
            let written = kept.and_then(|kept| kept.luc_ghi.get(PDF).copied());
            Some((name.clone(), (entry, written)))
        };
        self.agenda.keys.keys().filter_map(known).collect()
    }

    /// Everything is read and then made, unless much has to be read for roll-ups alone, as after an edit: then the units'
    /// own reports come before that. (Beside it they would wait: Typst shares these threads while it lays a page out,
    /// and on other threads the reading would take their time.)
    fn phases(
        &self,
        dossiers: &[Dossier],
        earlier: &Earlier,
        send: &SyncSender<Tried>,
        cache: &mut Cache,
    ) -> Readings<'i> {
        let Agenda { early, late, .. } = self.agenda;
        let mut readings = self.read(dossiers, early, cache);
        let at_once = late.len() <= early.len();
        if at_once {
            readings.extend(self.read(dossiers, late, cache));
        }
        if self.round.options.fail_fast && readings.values().any(|one| any_error(&one.findings)) {
            self.stop.store(true, Ordering::Relaxed);
        }
        let read = with(dossiers, &readings);
        if at_once {
            // In order: reports of one period have most in common, of which Typst keeps the last one's results.
            self.make_each(&self.jobs(&read, |_| true), earlier, send);
        } else {
            self.make_each(&self.jobs(&read, of_unit), earlier, send);
            readings.extend(self.read(dossiers, late, cache));
            let all = with(dossiers, &readings);
            self.make_each(&self.jobs(&all, |job| !of_unit(job)), earlier, send);
        }
        self.keep(&readings, cache);
        readings
    }

    fn read(
        &self,
        dossiers: &[Dossier],
        wanted: &BTreeSet<BundleId<'i>>,
        cache: &Cache,
    ) -> Readings<'i> {
        let coverage = self.round.workshop.press.fonts().coverage();
        let one = |id: &BundleId<'i>| {
            if let Some(known) = cache.get(&self.round.sources.bundle_key(*id)) {
                return Some((*id, Arc::clone(known)));
            }
            let dossier = dossiers.iter().find(|dossier| dossier.plan.id.as_str() == id.0)?;
            let bundle = self.round.sources.bundle(*id)?;
            let (plan, name) = (&dossier.plan, id.1);
            let read = match self.agenda.known.get(id) {
                Some(found) => reading_again(plan, name, bundle, &coverage, found.clone()),
                None => reading(plan, name, bundle, &coverage),
            };
            Some((*id, Arc::new(read)))
        };
        let wanted: Vec<&BundleId<'i>> = wanted.iter().collect();
        wanted.into_par_iter().filter_map(one).collect::<Vec<_>>().into_iter().collect()
    }

    /// Keeps what was read as long as the files stay as they are.
    fn keep(&self, readings: &Readings<'i>, cache: &mut Cache) {
        let sources = self.round.sources;
        let current: BTreeSet<String> = sources.all().map(|id| sources.bundle_key(id)).collect();
        cache.retain(|key, _| current.contains(key));
        let read = readings.iter().map(|(id, one)| (sources.bundle_key(*id), Arc::clone(one)));
        cache.extend(read);
    }

    /// What is to be made of the wanted ones.
    fn jobs<'d>(
        &'d self,
        dossiers: &'d [Dossier],
        wanted: impl Fn(&Job<'_>) -> bool,
    ) -> Vec<Job<'d>> {
        let mut jobs = select(dossiers, &self.round.workshop.kinds, self.round.options);
        jobs.retain(|job| wanted(job) && self.agenda.keys.contains_key(&job.name()));
        jobs
    }

    fn make_each(&self, jobs: &[Job<'_>], earlier: &Earlier, send: &SyncSender<Tried>) {
        let kept = if self.agenda.keys.len() > AN_EDIT { 1 } else { AN_EDIT };
        in_turn(jobs, |job| {
            let name = job.name();
            let made = self.made(job, earlier.get(&name));
            // A failed sheet was laid out too.
            if matches!(made.outcome, Outcome::Built | Outcome::Failed) {
                Press::forget(kept);
            }
            if self.round.options.fail_fast && any_error(&made.findings) {
                self.stop.store(true, Ordering::Relaxed);
            }
            let key = self.agenda.keys.get(&name).cloned().unwrap_or_default();
            // Nobody to send to means that the clerk has panicked, which ends the run anyway.
            _ = send.send(Tried { name, key, made });
        });
    }

    fn made(&self, job: &Job<'_>, earlier: Option<&(Entry, Option<u64>)>) -> Made {
        let round = self.round;
        if self.stop.load(Ordering::Relaxed) || round.around.stopped() {
            return Made::default();
        }
        if job.broken() {
            return Made::refused(Vec::new());
        }
        let Some(Ok(form)) = self.forms.get(&job.due.kind).map(AsRef::as_ref) else {
            return Made::failed(Vec::new());
        };
        let before = self.before(&job.name(), earlier);
        make(job, form, round.workshop, round.options, round.goal, before)
    }

    fn before<'e>(&self, name: &str, earlier: Option<&'e (Entry, Option<u64>)>) -> Before<'e> {
        let options = self.round.options;
        let entry = earlier.map(|(entry, _)| entry);
        let mark = entry.and_then(|entry| entry.tep.get(PDF));
        let pdf = mark.map_or(Standing::Missing, |mark| {
            let written = earlier.and_then(|(_, written)| *written);
            standing(&shelf::path(&options.out, name, PDF), mark, written, options.verify)
        });
        Before { entry, pdf }
    }
}

/// The dossiers with what was read.
fn with(dossiers: &[Dossier], readings: &Readings<'_>) -> Vec<Dossier> {
    let mut dossiers = dossiers.to_vec();
    for ((id, name), reading) in readings {
        let own = dossiers.iter_mut().find(|dossier| dossier.plan.id.as_str() == *id);
        if let Some(dossier) = own {
            dossier.add(name, reading);
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
