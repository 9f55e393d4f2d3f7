//! Runs that follow each other on the same inputs: what was read once is kept while it does not change. Not for the
//! steps of one run ([`mod@super::run`]).

use std::sync::Arc;

use super::context::RunContext;
use super::environment::Environment;
use super::result::RunResult;
use super::reuse::PreviousRun;
use super::selection::Selection;
use super::sources::Sources;
use crate::assets::files::TemplateFiles;
use crate::assets::location::{template_files, templates_folder};
use crate::disk::file_system::FileSystem;
use crate::disk::links::is_below;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::dossiers;
use crate::load::issued_returns::folders_with_issued;
use crate::load::kept_units::KeptUnits;
use crate::options::{Options, Paths, RunMode};
use crate::output::build_cache::BuildCache;
use crate::output::lock::Lock;
use crate::output::manifest::Manifest;
use crate::output::store::OutputStore;
use crate::register::check::register;
use crate::toolchain::Toolchain;

/// Stack of a worker thread: Typst recurses deeply on nested content.
const STACK: usize = 16 * 1024 * 1024;

/// Options, and what was read with them so far.
pub struct Session {
    options: Options,
    threads: rayon::ThreadPool,
    toolchain: Option<(blake3::Hash, Arc<Toolchain>)>,
    kept: KeptUnits,
}

impl Session {
    /// Starts without anything read.
    ///
    /// # Errors
    /// When no threads can be started.
    pub(crate) fn new(options: Options) -> Result<Self, Error> {
        let number = options.jobs.map_or(0, std::num::NonZero::get);
        let threads =
            rayon::ThreadPoolBuilder::new().num_threads(number).stack_size(STACK).build()?;
        Ok(Self { options, threads, toolchain: None, kept: KeptUnits::default() })
    }

    /// The same with what others read already.
    #[must_use]
    pub(crate) fn sharing(self, kept: &KeptUnits) -> Self {
        Self { kept: kept.clone(), ..self }
    }

    /// Runs every step on what lies in the inputs folder.
    ///
    /// # Errors
    /// What keeps the whole run from going on.
    pub(crate) fn run(
        &mut self,
        mode: RunMode,
        environment: &Environment<'_>,
    ) -> Result<RunResult, Error> {
        let snapshot = self.take(environment.files, None)?;
        self.run_on(&snapshot, mode, environment)
    }

    /// Reads the inputs folder; what has the size and time it had in `before` is not read again.
    ///
    /// # Errors
    /// There is no such folder, or it is not opened.
    pub(crate) fn take(
        &self,
        files: &dyn FileSystem,
        before: Option<&InputSnapshot>,
    ) -> Result<InputSnapshot, Error> {
        let (path, shown) = (&self.options.paths.inputs, self.options.paths.inputs_shown());
        reach::is_there(files, path)?;
        let snapshot = self.threads.install(|| InputSnapshot::take(files, path, &shown, before));
        reach::is_opened(&snapshot.unreached, path)?;
        Ok(snapshot)
    }

    /// Runs every step on what was taken in.
    ///
    /// # Errors
    /// What keeps the whole run from going on.
    pub(crate) fn run_on(
        &mut self,
        snapshot: &InputSnapshot,
        mode: RunMode,
        environment: &Environment<'_>,
    ) -> Result<RunResult, Error> {
        let templates = template_files(environment.files, &self.options.paths)?;
        if mode == RunMode::Check {
            let out = self.options.paths.out.clone();
            let nothing = OutputStore::new(
                environment.files,
                &out,
                Manifest::default(),
                BuildCache::default(),
            );
            return self.steps(snapshot, &templates, nothing, mode, environment);
        }
        let out = self.options.paths.out.clone();
        free(environment.files, &self.options.paths)?;
        let lock = Lock::take(environment.files, &out)?;
        let (manifest, hash) = Manifest::read(environment.files, &out)?;
        let cache = BuildCache::read(environment.files, &out, &hash);
        let store = OutputStore::new(environment.files, &out, manifest, cache);
        let run = self.steps(snapshot, &templates, store, mode, environment);
        // A mark that stays only makes the next run look for leftovers.
        _ = lock.release(environment.files);
        run
    }

    fn steps(
        &mut self,
        snapshot: &InputSnapshot,
        templates: &TemplateFiles,
        store: OutputStore<'_>,
        mode: RunMode,
        environment: &Environment<'_>,
    ) -> Result<RunResult, Error> {
        let shared = templates.hash();
        let previous = PreviousRun { snapshot, templates, shared, options: &self.options };
        if let Some(run) = previous.whole(&store) {
            return Ok(run);
        }
        let toolchain = self.threads.install(|| opened(&mut self.toolchain, &previous))?;
        let register = register(environment.files, snapshot);
        let folders = folders_with_issued(environment.files, snapshot, &register);
        let sources = Sources { folders: &folders, shared, issued: register.in_force() };
        let coverage = toolchain.typesetter.fonts().coverage();
        let loaded = self.threads.install(|| dossiers::plans(snapshot, &folders, &coverage));
        let options = &self.options;
        let selection = Selection::of(options, &loaded, &folders)?;
        let context = RunContext {
            previous: &previous,
            sources: &sources,
            register: &register,
            toolchain: &toolchain,
            threads: &self.threads,
            mode,
            environment,
            options,
            kept: &self.kept,
            selection: &selection,
        };
        Ok(context.run(loaded, store))
    }
}

/// Whether nobody's own files are where results are to be written.
fn free(files: &dyn FileSystem, paths: &Paths) -> Result<(), Error> {
    let templates = templates_folder(files, paths);
    let folders = [(Some(&paths.inputs), "số liệu"), (templates.as_ref(), "khuôn mẫu")];
    let mut used = folders
        .into_iter()
        .filter(|(folder, _)| folder.is_some_and(|folder| is_below(&paths.out, folder)));
    match used.next() {
        Some((_, what)) => Err(Error::OutInUse { out: paths.out.clone(), what }),
        None => Ok(()),
    }
}

/// Templates, fonts and typesetter, opened again only when a template changed.
fn opened(
    open: &mut Option<(blake3::Hash, Arc<Toolchain>)>,
    previous: &PreviousRun<'_>,
) -> Result<Arc<Toolchain>, Error> {
    if let Some((_, toolchain)) = open.as_ref().filter(|(hash, _)| *hash == previous.shared) {
        return Ok(Arc::clone(toolchain));
    }
    let toolchain =
        Arc::new(Toolchain::with(previous.templates.clone(), previous.options.inspect)?);
    *open = Some((previous.shared, Arc::clone(&toolchain)));
    Ok(toolchain)
}
