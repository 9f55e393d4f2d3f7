//! What takes time: each job in a thread of its own, watched by its page, told once it is done. Not for what a job does.

use std::collections::VecDeque;
use std::panic::{AssertUnwindSafe, catch_unwind};
use std::sync::{Arc, Condvar, Mutex, MutexGuard, PoisonError};
use std::thread;
use std::time::{Duration, Instant};

use super::dry_run::DryRun;
use super::outcome::Outcome;
use crate::pipeline::{Cancel, Progress};
use crate::web::token::AccessToken;

/// So many are remembered.
const KEPT: usize = 64;
/// So many at once: nobody does more things at a time.
const MOST: usize = 8;
/// Typst recurses deeply on nested content.
const STACK: usize = 16 * 1024 * 1024;
/// A short job is done before its page is asked for.
const SHORT: Duration = Duration::from_millis(500);

/// What a job is.
#[derive(Debug, Default)]
pub(super) struct JobHead {
    /// What is done, as a heading.
    pub(super) title: String,
    /// Whose quarter it is about: dossier and period.
    pub(super) quarter: (String, String),
    /// Whether it may be stopped half way.
    pub(super) stoppable: bool,
    /// What it tried out, which can be confirmed.
    pub(super) dry_run: Option<DryRun>,
    /// Where to go from there: a name and an address.
    pub(super) links: Vec<(&'static str, String)>,
}

/// How far a job is.
#[derive(Debug, Clone, Default)]
pub(super) struct JobState {
    /// How many reports there are.
    pub(super) all: usize,
    /// How many are done.
    pub(super) done: usize,
    /// The last that is.
    pub(super) last: String,
    /// What came of it.
    pub(super) outcome: Option<Outcome>,
}

/// Something under way, or done.
#[derive(Debug)]
pub(super) struct ActionJob {
    /// A name nobody guesses.
    pub(super) id: String,
    /// What it is.
    pub(super) head: JobHead,
    /// Asks it to stop.
    pub(super) cancel: Cancel,
    state: Mutex<JobState>,
    ended: Condvar,
}

impl ActionJob {
    /// How far it is.
    pub(super) fn state(&self) -> JobState {
        self.locked().clone()
    }

    fn locked(&self) -> MutexGuard<'_, JobState> {
        self.state.lock().unwrap_or_else(PoisonError::into_inner)
    }

    fn is_done(&self) -> bool {
        self.locked().outcome.is_some()
    }

    /// Waits for its end, but not longer.
    fn wait(&self, longest: Duration) {
        let waiting = |state: &mut JobState| state.outcome.is_none();
        drop(self.ended.wait_timeout_while(self.locked(), longest, waiting));
    }

    fn end(&self, outcome: Outcome) {
        self.locked().outcome = Some(outcome);
        self.ended.notify_all();
    }
}

impl Progress for ActionJob {
    fn start(&self, reports: usize) {
        self.locked().all = reports;
    }

    fn step(&self, report: &str) {
        let mut state = self.locked();
        state.done += 1;
        report.clone_into(&mut state.last);
    }
}

/// What is under way or was done, the last first.
#[derive(Default)]
pub(in crate::web) struct Jobs(Mutex<VecDeque<Arc<ActionJob>>>);

impl Jobs {
    fn all(&self) -> MutexGuard<'_, VecDeque<Arc<ActionJob>>> {
        self.0.lock().unwrap_or_else(PoisonError::into_inner)
    }

    /// The job of this name.
    pub(super) fn get(&self, id: &str) -> Option<Arc<ActionJob>> {
        self.all().iter().find(|job| job.id == id).cloned()
    }

    /// Begins a job; a short one is done when this returns. None if too many are under way, or the system has no more room.
    pub(super) fn start(
        &self,
        head: JobHead,
        work: impl FnOnce(&ActionJob) -> Outcome + Send + 'static,
    ) -> Option<Arc<ActionJob>> {
        let id = AccessToken::random().ok()?.secret().to_owned();
        let (cancel, state, ended) = Default::default();
        let job = Arc::new(ActionJob { id, head, cancel, state, ended });
        {
            let mut all = self.all();
            if all.iter().filter(|job| !job.is_done()).count() >= MOST {
                return None;
            }
            let old = all.iter().rposition(|job| job.is_done()).filter(|_| all.len() >= KEPT);
            old.and_then(|at| all.remove(at));
            all.push_front(Arc::clone(&job));
        }
        let own = Arc::clone(&job);
        let begun = thread::Builder::new().stack_size(STACK).spawn(move || {
            // What panicked is a fault of ours, told on standard error; its page says so.
            let done = catch_unwind(AssertUnwindSafe(|| work(&own)));
            own.end(
                done.unwrap_or_else(|_| Outcome::failed("chương trình gặp lỗi; xem cửa sổ lệnh")),
            );
        });
        if begun.is_err() {
            job.end(Outcome::failed(
                "máy không còn chỗ để làm việc này; đóng bớt chương trình rồi thử lại",
            ));
        }
        job.wait(SHORT);
        Some(job)
    }

    /// Asks all to stop, and waits for them as long as that.
    pub(in crate::web) fn end(&self, longest: Duration) {
        let all: Vec<_> = self.all().iter().cloned().collect();
        let begun = Instant::now();
        for job in &all {
            job.cancel.cancel();
        }
        for job in all {
            job.wait(longest.saturating_sub(begun.elapsed()));
        }
    }
}
