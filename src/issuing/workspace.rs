//! What documents are issued from: inputs and register under one lock, templates, and the reports that are due. Not for issuing
//! ([`super::issue`]).

use std::collections::BTreeSet;
use std::fs::File;
use std::path::PathBuf;

use super::recover::recover;
use super::request::Which;
use crate::diagnostic::{Finding, any_error};
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_own;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::records::is_record;
use crate::inputs::snapshot::InputSnapshot;
use crate::inputs::typed_names::{dossier_meant, unit_meant};
use crate::inputs::unreached;
use crate::load::dossiers::from;
use crate::load::loaded::Loaded;
use crate::model::names::{AREA, REGISTER};
use crate::options::Paths;
use crate::register::archive::Archive;
use crate::register::book::Register;
use crate::register::check::{check, register};
use crate::report::due;
use crate::report::due::{Job, Scope};
use crate::source::SourceFile;
use crate::toolchain::Toolchain;

/// Inputs, register and templates, held until the documents are entered.
pub struct Workspace<'w> {
    /// The folders.
    pub(crate) paths: &'w Paths,
    /// Where files are written.
    pub(crate) files: &'w dyn FileSystem,
    /// The inputs.
    pub(crate) snapshot: InputSnapshot,
    /// The register; entries are added as documents are issued.
    pub(crate) register: Register,
    /// The bytes of its file as they were read.
    register_bytes: Option<Vec<u8>>,
    /// What the inputs say.
    pub(crate) loaded: Loaded,
    /// What reports are made with.
    pub(crate) toolchain: Toolchain,
    /// What an earlier command had left half done and was finished now.
    pub(crate) finished: Vec<String>,
    _held: Option<File>,
}

impl<'w> Workspace<'w> {
    /// Opens the inputs for issuing, one command at a time, and finishes what a command that was cut off left half done.
    ///
    /// # Errors
    /// No inputs, another command that issues, templates that cannot be used, or a register that is not as it was written.
    pub fn open(paths: &'w Paths, files: &'w dyn FileSystem) -> Result<Self, Error> {
        reach::is_there(files, &paths.inputs)?;
        let locked = |_| Error::RegisterLocked(paths.inputs.clone());
        let held = files.lock(&paths.inputs).map_err(locked)?;
        let toolchain = Toolchain::open(paths)?;
        let shown = paths.inputs_shown();
        let take = || InputSnapshot::take(files, &paths.inputs, &shown, None);
        let mut snapshot = take();
        reach::is_opened(&snapshot.unreached, &paths.inputs)?;
        let mut book = register(files, &snapshot);
        let finished = recover(&book, &snapshot, paths, files)?;
        if !finished.is_nothing() {
            snapshot = take();
            book = register(files, &snapshot);
        }
        let mut found: Vec<Finding> = check(&book, Archive { disk: files, snapshot: &snapshot });
        let closed = snapshot.unreached.iter().filter(|found| is_record(&found.parts));
        found.extend(closed.filter_map(|found| unreached::told(found, &shown)));
        if any_error(&found) {
            return Err(Error::RegisterChanged(found));
        }
        let coverage = toolchain.typesetter.fonts().coverage();
        let loaded = from(files, &snapshot, &book, &coverage);
        let register_bytes = snapshot.record(REGISTER).and_then(|record| record.bytes(files));
        let finished = finished.entered;
        Ok(Self {
            paths,
            files,
            snapshot,
            register: book,
            register_bytes,
            loaded,
            toolchain,
            finished,
            _held: held,
        })
    }

    /// Where the register is.
    #[must_use]
    pub(crate) fn register_path(&self) -> PathBuf {
        self.paths.inputs.join(REGISTER)
    }

    /// Writes the register with an entry's lines at its end, if it is still what was read.
    ///
    /// # Errors
    /// It was changed meanwhile, or cannot be written; it is then as it was.
    pub(crate) fn enter(&mut self, text: String) -> std::io::Result<()> {
        let path = self.register_path();
        replace_own(self.files, &path, self.register_bytes.as_deref(), text.as_bytes())?;
        self.register_bytes = Some(text.clone().into_bytes());
        let name = format!("{}/{REGISTER}", self.paths.inputs_shown());
        self.register = Register::read(&SourceFile::new(name, text));
        self.files.sync_folder(&self.paths.inputs)
    }

    /// Every report that is due; a unit's as its files are now, whatever was issued of it.
    #[must_use]
    pub(crate) fn all_jobs(&self) -> Vec<Job<'_>> {
        let dossiers = self.loaded.dossiers.iter();
        dossiers.flat_map(|one| due(&self.loaded.dossiers, one, &self.toolchain.kinds)).collect()
    }

    /// The reports that are meant, in the plan's order.
    ///
    /// # Errors
    /// A name that nothing has, or a report that is not due.
    pub(crate) fn jobs(&self, which: &Which) -> Result<Vec<Job<'_>>, Error> {
        let known = self.loaded.dossiers.iter().map(|one| one.plan.id.as_str());
        let refused = self.loaded.refused.iter().map(String::as_str);
        let id = dossier_meant(&which.dossier, &self.paths.inputs, known.chain(refused))?;
        let dossier = self.loaded.dossiers.iter().find(|one| one.plan.id.as_str() == id);
        let Some(dossier) = dossier else {
            let told = format!("kế hoạch của hồ sơ «{id}» có lỗi; chạy «baocao check {id}» để xem");
            return Err(Error::NoNumber(told));
        };
        let jobs = due(&self.loaded.dossiers, dossier, &self.toolchain.kinds);
        let folder = |job: &Job<'_>| job.name().split('/').nth(1) == Some(&which.period);
        let folders: BTreeSet<String> =
            jobs.iter().filter_map(|job| job.name().split('/').nth(1).map(str::to_owned)).collect();
        if !folders.contains(&which.period) {
            let known = folders.into_iter().collect::<Vec<_>>().join(", ");
            let told =
                format!("hồ sơ «{id}» không có báo cáo nào của kỳ «{}»; có: {known}", which.period);
            return Err(Error::NoNumber(told));
        }
        let jobs: Vec<Job<'_>> = jobs.into_iter().filter(folder).collect();
        let Some(typed) = &which.unit else {
            return Ok(jobs
                .into_iter()
                .filter(|job| matches!(job.scope, Scope::Unit(_)))
                .collect());
        };
        let stem = |job: &Job<'_>| job.name().rsplit('/').next() == Some(typed);
        if let Some(job) = jobs.iter().find(|job| stem(job)) {
            return Ok(vec![*job]);
        }
        let units = dossier.plan.units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str()));
        let unit = unit_meant(typed, units)?;
        let own = |job: &&Job<'_>| match job.scope {
            Scope::Unit(own) => own.id.as_str() == unit,
            Scope::Area => unit == AREA,
            Scope::Missing(_) => false,
        };
        let found = jobs.iter().find(own).copied();
        found.map(|job| vec![job]).ok_or_else(|| {
            let told = format!(
                "hồ sơ «{id}» không có báo cáo «{}» của «{unit}»; xem «baocao status {} {id}»",
                which.period, which.period
            );
            Error::NoNumber(told)
        })
    }
}
