//! Everything one page needs to make reports: what lies in the inputs folder now, the register, templates and Typst. Not for keeping
//! it between pages ([`super::workspace_cache`]), not for what reports print ([`super::markups`]), and not for building into `out`.

use std::collections::BTreeMap;
use std::sync::{Arc, OnceLock};

use super::page_error::PageError;
use super::place::Place;
use super::remembered::Remembered;
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::import::scaffold::PeriodReturns;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::dossiers::{from_kept, with_unit};
use crate::load::issued_returns::folders_with_issued;
use crate::load::kept_units::KeptUnits;
use crate::load::loaded::Loaded;
use crate::model::dossier::Dossier;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::model::stamp::Stamp;
use crate::model::unit::Unit;
use crate::options::Paths;
use crate::register::book::Register;
use crate::register::check::register;
use crate::report::due;
use crate::report::due::{Job, Scope};
use crate::review::prose::Lexicons;
use crate::toolchain::Toolchain;

/// The kind of report each unit makes of itself, by the unit's id.
pub(super) type UnitKinds = BTreeMap<String, String>;

/// What reports are made from.
pub(super) struct Workspace {
    /// Templates, fonts and Typst.
    pub(super) toolchain: Arc<Toolchain>,
    /// The register.
    pub(super) register: Arc<Register>,
    /// What lies in the inputs folder.
    pub(super) snapshot: InputSnapshot,
    loaded: Loaded,
    lexicons: Arc<OnceLock<Lexicons>>,
    /// The stamps of issued reports, by the report's name.
    pub(super) stamps: Remembered<String, Stamp>,
    /// What the returns of a dossier's period have in common.
    pub(super) in_common: Remembered<(String, Period), PeriodReturns>,
}

impl Workspace {
    /// Reads what was taken in.
    pub(super) fn read(
        snapshot: InputSnapshot,
        toolchain: Arc<Toolchain>,
        kept: &KeptUnits,
    ) -> Self {
        let register = Arc::new(register(&Local, &snapshot));
        let coverage = toolchain.typesetter.fonts().coverage();
        let shared = (&coverage, toolchain.files().hash());
        let loaded = from_kept(&Local, &snapshot, &register, shared, kept);
        Self::of(toolchain, register, snapshot, loaded, Arc::default())
    }

    /// What it would be if a file of `owner`, by the name findings call it, said this; and what is found in that owner's files then.
    pub(super) fn with_text(
        &self,
        paths: &Paths,
        (place, owner): (Place<'_>, &str),
        (name, text): (&str, String),
    ) -> (Self, Vec<Finding>) {
        let snapshot = self.snapshot.with_text(&paths.inputs, name, text);
        let folders = folders_with_issued(&Local, &snapshot, &self.register);
        let coverage = self.toolchain.typesetter.fonts().coverage();
        let (mut dossiers, mut found) = (self.loaded.dossiers.clone(), Vec::new());
        let folder = folders.iter().find(|folder| folder.id == place.dossier);
        let own = dossiers.iter_mut().find(|one| one.plan.id.as_str() == place.dossier);
        if let Some((own, folder)) = own.zip(folder) {
            (*own, found) = with_unit(own, folder, owner, &coverage);
        }
        let loaded = Loaded { dossiers, ..Loaded::default() };
        let (toolchain, register) = (Arc::clone(&self.toolchain), Arc::clone(&self.register));
        (Self::of(toolchain, register, snapshot, loaded, Arc::clone(&self.lexicons)), found)
    }

    fn of(
        toolchain: Arc<Toolchain>,
        register: Arc<Register>,
        snapshot: InputSnapshot,
        loaded: Loaded,
        lexicons: Arc<OnceLock<Lexicons>>,
    ) -> Self {
        let (stamps, in_common) = (Remembered::default(), Remembered::default());
        Self { toolchain, register, snapshot, loaded, lexicons, stamps, in_common }
    }

    /// What figures and targets are called in prose.
    pub(super) fn lexicons(&self) -> &Lexicons {
        let plans = || self.loaded.dossiers.iter().map(|dossier| &*dossier.plan);
        self.lexicons.get_or_init(|| Lexicons::for_plans(plans()))
    }

    /// Every dossier whose plan is right.
    pub(super) fn family(&self) -> &[Dossier] {
        &self.loaded.dossiers
    }

    /// The dossier of a place.
    ///
    /// # Errors
    /// There is none, or its plan has errors.
    pub(super) fn dossier(&self, place: Place<'_>) -> Result<&Dossier, PageError> {
        let found = self.family().iter().find(|one| one.plan.id.as_str() == place.dossier);
        if found.is_none() && self.loaded.refused.iter().any(|refused| refused == place.dossier) {
            let of_plan = |one: &&Finding| one.is_error() && one.subject.unit.is_none();
            let found = self.loaded.findings.iter().filter(of_plan).cloned().collect();
            return Err(PageError::Found(found));
        }
        found.ok_or(PageError::NotThere)
    }

    /// What the unit of a place, or the whole area, is called.
    ///
    /// # Errors
    /// As [`Workspace::dossier`], or there is no such unit.
    pub(super) fn called(&self, place: Place<'_>) -> Result<String, PageError> {
        let plan = &self.dossier(place)?.plan;
        if place.unit == AREA {
            return Ok(format!("Tổng hợp {}", plan.wording.area));
        }
        plan.unit(place.unit).map(Unit::full_name).ok_or(PageError::NotThere)
    }

    /// The reports of a place: one of each kind that is due.
    ///
    /// # Errors
    /// As [`Workspace::dossier`].
    pub(super) fn jobs(&self, place: Place<'_>) -> Result<Vec<Job<'_>>, PageError> {
        let dossier = self.dossier(place)?;
        let own = |job: &Job<'_>| {
            let letter = matches!(job.scope, Scope::Missing(_));
            let here = job.period == place.period && job.phase.is_none();
            here && !letter && job.scope.name() == place.unit
        };
        let all = due::due(self.family(), dossier, &self.toolchain.kinds);
        Ok(all.into_iter().filter(own).collect())
    }

    /// The kind of report each unit makes of itself in the period of a roll-up, the first where there are several; none for a unit's
    /// own report, which shows no other's numbers.
    ///
    /// # Errors
    /// As [`Workspace::dossier`].
    pub(super) fn unit_kinds(&self, place: Place<'_>) -> Result<UnitKinds, PageError> {
        let dossier = self.dossier(place)?;
        let mut kinds = UnitKinds::new();
        if place.unit != AREA {
            return Ok(kinds);
        }
        for job in due::due(self.family(), dossier, &self.toolchain.kinds) {
            let Scope::Unit(unit) = job.scope else { continue };
            if job.period == place.period && job.phase.is_none() {
                kinds.entry(unit.id.to_string()).or_insert_with(|| job.due.kind.to_string());
            }
        }
        Ok(kinds)
    }

    /// The report of a kind of a place.
    ///
    /// # Errors
    /// As [`Workspace::dossier`], or none of that kind is due.
    pub(super) fn job(&self, place: Place<'_>, kind: &str) -> Result<Job<'_>, PageError> {
        let mut jobs = self.jobs(place)?.into_iter();
        jobs.find(|job| job.due.kind.as_str() == kind).ok_or(PageError::NotThere)
    }
}
