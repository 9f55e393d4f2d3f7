//! Everything one page needs to make reports: what lies in the inputs folder now, the register, templates and Typst. Not for keeping
//! them between pages, apart from the last ([`super::site`]), and not for building into `out`.

use std::sync::Arc;

use super::page_error::PageError;
use super::place::Place;
use super::site::Site;
use crate::diagnostic::Finding;
use crate::disk::file_system::Local;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::load::dossiers::from;
use crate::load::loaded::Loaded;
use crate::model::dossier::Dossier;
use crate::model::returns::Narrative;
use crate::register::book::Register;
use crate::register::check::register;
use crate::register::stamp::stamp;
use crate::report::context::ReportContext;
use crate::report::due;
use crate::report::due::{Job, Scope};
use crate::report::views::table::ViewTable;
use crate::toolchain::{CompiledKind, Toolchain, rendered};

/// What reports are made from.
pub(super) struct Workspace {
    /// Templates, fonts and Typst.
    pub(super) toolchain: Arc<Toolchain>,
    register: Register,
    loaded: Loaded,
}

impl Workspace {
    /// Reads what lies there now.
    ///
    /// # Errors
    /// No inputs, or templates that cannot be used.
    pub(super) fn open(site: &Site) -> Result<Self, PageError> {
        let paths = &site.paths;
        reach::is_there(&Local, &paths.inputs)?;
        let toolchain = site.toolchain()?;
        let snapshot = InputSnapshot::take(&Local, &paths.inputs, &paths.inputs_shown(), None);
        reach::is_opened(&snapshot.unreached, &paths.inputs)?;
        let register = register(&Local, &snapshot);
        let loaded = from(&Local, &snapshot, &register, &toolchain.typesetter.fonts().coverage());
        Ok(Self { toolchain, register, loaded })
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

    /// The report of a kind of a place.
    ///
    /// # Errors
    /// As [`Workspace::dossier`], or none of that kind is due.
    pub(super) fn job(&self, place: Place<'_>, kind: &str) -> Result<Job<'_>, PageError> {
        let mut jobs = self.jobs(place)?.into_iter();
        jobs.find(|job| job.due.kind.as_str() == kind).ok_or(PageError::NotThere)
    }

    /// What `made` makes of the view of a report, as a build has it.
    ///
    /// # Errors
    /// What is wrong with its templates; nothing where its own file has errors, which are told by themselves.
    pub(super) fn with_views<T>(
        &self,
        job: &Job<'_>,
        made: impl FnOnce(&ViewTable<'_>, &CompiledKind) -> Result<T, Vec<Finding>>,
    ) -> Result<T, Vec<Finding>> {
        let issued = self.register.in_force();
        let stamp = issued.get(job.name().as_str()).map(|entry| stamp(&self.register, entry));
        let present = job.present();
        let dossier = present.as_ref().unwrap_or(job.dossier);
        let job = &Job { dossier, stamp: stamp.as_ref(), ..*job };
        if job.broken() {
            return Err(Vec::new());
        }
        let compiled = self.toolchain.compiled(std::iter::once(&job.due.kind));
        let kind = compiled.get(&job.due.kind).map(AsRef::as_ref);
        match kind {
            Some(Ok(kind)) => {
                let none = Narrative::default();
                made(&ViewTable::new(ReportContext::new(job, &kind.kind, &none)), kind)
            }
            Some(Err(wrong)) => Err(wrong.clone()),
            None => Err(Vec::new()),
        }
    }

    /// The markup of a report's pages.
    ///
    /// # Errors
    /// As [`Workspace::with_views`].
    pub(super) fn markup(&self, job: &Job<'_>) -> Result<String, Vec<Finding>> {
        self.with_views(job, |views, kind| {
            let page = rendered(views, kind, &self.toolchain);
            page.map(|(_, markup)| markup).map_err(|finding| vec![finding])
        })
    }
}
