//! Builds, then builds again whenever an input or a template changes, until stopped. Not for what a build does
//! ([`crate::pipeline`]).

use std::collections::BTreeSet;
use std::path::{Path, PathBuf};
use std::sync::mpsc::{Receiver, RecvTimeoutError, channel};
use std::time::{Duration, Instant};

use notify::event::{AccessKind, AccessMode, EventKind};
use notify::{Event, RecommendedWatcher, RecursiveMode, Watcher};

use crate::assets::location::templates_folder;
use crate::diagnostic::Finding;
use crate::disk::file_system::{FileSystem, Local};
use crate::disk::links::is_there;
use crate::disk::walk::followed;
use crate::disk::{Stamp, stamp};
use crate::error::Error;
use crate::inputs::snapshot::InputSnapshot;
use crate::options::{Options, RunMode};
use crate::pipeline::{Environment, RunResult, Session};

/// A save is over when nothing more happened for so long.
const QUIET: Duration = Duration::from_millis(4);
/// Some editors empty a file before they fill it, some programs put it away first, and a drive may be gone for a moment: so long
/// an empty or missing file may yet come back.
const HALF_SAVED: Duration = Duration::from_secs(1);
/// Network folders do not always tell of changes: so often they are looked for.
const LOOK: Duration = Duration::from_secs(3);
/// How often it is asked whether to stop, in a wait for changes.
const POLL_INTERVAL: Duration = Duration::from_millis(200);

/// Told what happens.
pub(crate) trait Listener {
    /// A run is over; `before` is what was found in the run before, if there was one.
    fn built(&mut self, run: &RunResult, before: Option<&[Finding]>, took: Duration);
    /// A run could not go on.
    fn stopped(&mut self, error: &Error);
    /// Nobody tells of changes, as on many network drives: they are looked for once in so long.
    fn untold(&mut self, every: Duration);
}

/// Watches until `environment` says to stop.
///
/// # Errors
/// What keeps even the first build from starting.
pub(crate) fn watch(
    options: &Options,
    environment: &Environment<'_>,
    listener: &mut impl Listener,
) -> Result<(), Error> {
    let mut changes = Changes::of(options, environment.files);
    let mut knows_untold = false;
    let mut session = Session::new(options.clone())?;
    let mut seen: Option<InputSnapshot> = None;
    let mut found: Option<Vec<Finding>> = None;
    let mut trouble = None;
    while !environment.cancel.is_cancelled() {
        let start = Instant::now();
        changes.templates = template_stamps(options, environment.files);
        let snapshot = session.take(environment.files, seen.as_ref());
        match snapshot.and_then(|snapshot| {
            Ok((session.run_on(&snapshot, RunMode::Build, environment)?, snapshot))
        }) {
            Ok((run, snapshot)) => {
                listener.built(&run, found.as_deref(), start.elapsed());
                found = Some(run.findings);
                seen = Some(snapshot);
                trouble = None;
            }
            Err(error) => {
                // It is tried again now and then, and told once.
                let words = Some(error.to_string());
                if trouble != words {
                    listener.stopped(&error);
                    trouble = words;
                }
            }
        }
        if changes.are_untold && !knows_untold {
            listener.untold(LOOK);
            knows_untold = true;
        }
        let touched = changes.wait(environment, seen.as_ref(), options);
        seen = seen.map(|snapshot| snapshot.without(&touched));
    }
    Ok(())
}

/// Where changes are told of.
struct Changes {
    events: Receiver<Event>,
    /// Whether some came of which nobody had told, or will.
    are_untold: bool,
    /// Changes are told of only as long as it lives.
    _watcher: Option<RecommendedWatcher>,
    out: PathBuf,
    /// The template files at the last run, which nobody may tell of either, and where the folder may be made later.
    templates: TemplateStamps,
}

/// Template files with their sizes and times.
type TemplateStamps = Vec<(PathBuf, Option<Stamp>)>;

fn template_stamps(options: &Options, disk: &dyn FileSystem) -> TemplateStamps {
    let folder = templates_folder(disk, &options.paths);
    let files = folder.map_or_else(Vec::new, |folder| followed(disk, &folder, &folder).files);
    files.into_iter().map(|found| (found.path.clone(), stamp(disk, &found.path))).collect()
}

impl Changes {
    fn of(options: &Options, disk: &dyn FileSystem) -> Self {
        let (send, events) = channel();
        let tell = move |event: notify::Result<Event>| {
            // Nobody listens any more only when the program ends.
            _ = event.map(|event| send.send(event));
        };
        let mut watcher = notify::recommended_watcher(tell).ok();
        let folders = [Some(options.paths.inputs.clone()), templates_folder(disk, &options.paths)];
        // A folder nothing is told of is looked at now and then.
        let mut is_told_of = |folder: &PathBuf| {
            let watcher = watcher.as_mut();
            watcher.is_some_and(|own| own.watch(folder, RecursiveMode::Recursive).is_ok())
        };
        let untold = folders.into_iter().flatten().filter(|folder| !is_told_of(folder)).count();
        let out =
            std::path::absolute(&options.paths.out).unwrap_or_else(|_| options.paths.out.clone());
        let templates = template_stamps(options, disk);
        Self { events, are_untold: untold > 0, _watcher: watcher, out, templates }
    }

    /// Waits for the next change, or the end; the paths that were touched.
    fn wait(
        &mut self,
        environment: &Environment<'_>,
        seen: Option<&InputSnapshot>,
        options: &Options,
    ) -> BTreeSet<PathBuf> {
        let mut looked = Instant::now();
        while !environment.cancel.is_cancelled() {
            match self.events.recv_timeout(POLL_INTERVAL) {
                Ok(event) if self.matters(&event) => return self.settled(event, seen),
                Err(RecvTimeoutError::Disconnected) => std::thread::sleep(POLL_INTERVAL),
                Ok(_) | Err(RecvTimeoutError::Timeout) => {}
            }
            if looked.elapsed() >= LOOK {
                if self.found_changed(environment.files, seen, options) {
                    // Known once, it costs no further look.
                    let known = self.are_untold;
                    self.are_untold = known || self.is_untold(environment.files, seen, options);
                    return BTreeSet::new();
                }
                looked = Instant::now();
            }
        }
        BTreeSet::new()
    }

    /// Whether something changed that nobody told of. What is gone is given time to come back.
    fn found_changed(
        &self,
        disk: &dyn FileSystem,
        seen: Option<&InputSnapshot>,
        options: &Options,
    ) -> bool {
        let changed = || {
            let inputs = seen.is_none_or(|seen| seen.differs(disk, &options.paths.inputs));
            inputs || self.templates != template_stamps(options, disk)
        };
        if !changed() {
            return false;
        }
        if seen.is_some_and(InputSnapshot::has_lost) {
            std::thread::sleep(HALF_SAVED);
        }
        changed()
    }

    /// Whether inputs changed and nobody tells of it, be it a moment later. The folder of templates may have been made since.
    fn is_untold(
        &self,
        disk: &dyn FileSystem,
        seen: Option<&InputSnapshot>,
        options: &Options,
    ) -> bool {
        if !seen.is_some_and(|seen| seen.differs(disk, &options.paths.inputs)) {
            return false;
        }
        let end = Instant::now() + POLL_INTERVAL;
        let rest = || end.saturating_duration_since(Instant::now());
        let mut events = std::iter::from_fn(|| self.events.recv_timeout(rest()).ok());
        !events.any(|event| self.matters(&event))
    }

    /// Gathers what belongs to the same save.
    fn settled(&self, first: Event, seen: Option<&InputSnapshot>) -> BTreeSet<PathBuf> {
        let mut touched: BTreeSet<PathBuf> = first.paths.into_iter().collect();
        let start = Instant::now();
        loop {
            let half = seen.is_some_and(|seen| half_saved(&touched, seen));
            let patience = if half { HALF_SAVED.saturating_sub(start.elapsed()) } else { QUIET };
            match self.events.recv_timeout(patience) {
                Ok(event) if self.matters(&event) => touched.extend(event.paths),
                Ok(_) => {}
                Err(_) => return touched,
            }
        }
    }

    /// Whether something was written, outside the output folder. Reading is no change.
    fn matters(&self, event: &Event) -> bool {
        let written = match event.kind {
            EventKind::Access(AccessKind::Close(AccessMode::Write)) => true,
            EventKind::Access(_) => false,
            _ => true,
        };
        written && !event.paths.iter().all(|path| path.starts_with(&self.out))
    }
}

/// Whether a file is empty, as new ones are at first too, or gone, be it with its folder, as in the middle of a save.
fn half_saved(touched: &BTreeSet<PathBuf>, seen: &InputSnapshot) -> bool {
    let empty = |path: &Path| stamp(&Local, path).is_some_and(|stamp| stamp.size == 0);
    let was_there = |path: &Path| seen.has(path) || seen.has_below(path);
    touched.iter().any(|path| empty(path) || (!is_there(path) && was_there(path)))
}
