//! Runs that follow each other on the same inputs: what was read once is kept while it does not change. Not for the
//! steps of one run ([`super::round`]).

use std::sync::Arc;

use super::recall::Past;
use super::round::{Cache, Round};
use super::select::known_names;
use super::sources::Sources;
use super::{Around, Run};
use crate::dossier::folder::folders;
use crate::dossier::intake::Intake;
use crate::dossier::load;
use crate::error::Error;
use crate::options::{Goal, Options};
use crate::output::ledger::Ledger;
use crate::output::lock::Lock;
use crate::output::manifest::Manifest;
use crate::output::memory::Memory;
use crate::template::files::TemplateFiles;
use crate::workshop::{Workshop, template_files};

/// Stack of a worker thread: Typst recurses deeply on nested content.
const STACK: usize = 16 * 1024 * 1024;

/// Options, and what was read with them so far.
pub struct Session {
    options: Options,
    threads: rayon::ThreadPool,
    workshop: Option<(blake3::Hash, Arc<Workshop>)>,
    cache: Cache,
}

impl Session {
    /// Starts without anything read.
    ///
    /// # Errors
    /// When no threads can be started.
    pub fn new(options: Options) -> Result<Self, Error> {
        let number = options.jobs.map_or(0, std::num::NonZero::get);
        let threads =
            rayon::ThreadPoolBuilder::new().num_threads(number).stack_size(STACK).build()?;
        Ok(Self { options, threads, workshop: None, cache: Cache::default() })
    }

    /// Runs every step on what lies in the inputs folder.
    ///
    /// # Errors
    /// What keeps the whole run from going on.
    pub fn run(&mut self, goal: Goal, around: &dyn Around) -> Result<Run, Error> {
        let intake = self.take(None)?;
        self.run_on(&intake, goal, around)
    }

    /// Reads the inputs folder; what has the size and time it had in `before` is not read again.
    ///
    /// # Errors
    /// There is no such folder.
    pub fn take(&self, before: Option<&Intake>) -> Result<Intake, Error> {
        let options = &self.options;
        if !options.inputs.is_dir() {
            return Err(Error::NoInputs(options.inputs.clone()));
        }
        let shown = options.inputs_shown();
        Ok(self.threads.install(|| Intake::take(&options.inputs, &shown, before)))
    }

    /// Runs every step on what was taken in.
    ///
    /// # Errors
    /// What keeps the whole run from going on.
    pub fn run_on(
        &mut self,
        intake: &Intake,
        goal: Goal,
        around: &dyn Around,
    ) -> Result<Run, Error> {
        let templates = template_files(&self.options)?;
        if goal == Goal::Check {
            let out = self.options.out.clone();
            let nothing = Ledger::new(around.drive(), &out, Manifest::default(), Memory::default());
            return self.steps(intake, &templates, nothing, goal, around);
        }
        let out = self.options.out.clone();
        let lock = Lock::take(around.drive(), &out)?;
        let (manifest, hash) = Manifest::read(&out);
        let memory = Memory::read(&out, &hash);
        let ledger = Ledger::new(around.drive(), &out, manifest, memory);
        let run = self.steps(intake, &templates, ledger, goal, around);
        // A mark that stays only makes the next run look for leftovers.
        _ = lock.release();
        run
    }

    fn steps(
        &mut self,
        intake: &Intake,
        templates: &TemplateFiles,
        ledger: Ledger<'_>,
        goal: Goal,
        around: &dyn Around,
    ) -> Result<Run, Error> {
        let shared = templates.hash();
        let past = Past { intake, templates, shared, options: &self.options };
        if let Some(run) = past.whole(&ledger) {
            return Ok(run);
        }
        let workshop = self.threads.install(|| opened(&mut self.workshop, &past))?;
        let folders = folders(intake);
        let sources = Sources { folders: &folders, shared };
        let coverage = workshop.press.fonts().coverage();
        let loaded = self.threads.install(|| load::plans(intake, &folders, &coverage));
        known_names(&loaded, &self.options)?;
        let options = &self.options;
        let round = Round {
            past: &past,
            sources: &sources,
            workshop: &workshop,
            threads: &self.threads,
            goal,
            around,
            options,
        };
        Ok(round.run(loaded, ledger, &mut self.cache))
    }
}

/// Templates, fonts and press, opened again only when a template changed.
fn opened(
    open: &mut Option<(blake3::Hash, Arc<Workshop>)>,
    past: &Past<'_>,
) -> Result<Arc<Workshop>, Error> {
    if let Some((_, workshop)) = open.as_ref().filter(|(hash, _)| *hash == past.shared) {
        return Ok(Arc::clone(workshop));
    }
    let workshop = Arc::new(Workshop::with(past.templates.clone(), past.options.inspect)?);
    *open = Some((past.shared, Arc::clone(&workshop)));
    Ok(workshop)
}
