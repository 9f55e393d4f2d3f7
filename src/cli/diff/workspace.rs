//! Dossiers as they lie in a folder, and what their reports say. Not for reports that were kept ([`super::kept`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::PathBuf;
use std::sync::Arc;

use super::reports::{AskedReports, Page, StateReport, StateReports};
use crate::cli::trace::{dossier_of, period_of};
use crate::diff::content::Content;
use crate::diff::gather::with_places;
use crate::diff::places::Places;
use crate::disk::file_system::Local;
use crate::error::Error;
use crate::inputs::folder::folders;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::inputs::typed_names::unit_meant;
use crate::load::dossiers::{plans, read_units};
use crate::load::issued_returns::folders_with_issued;
use crate::load::loaded::Loaded;
use crate::model::dossier::Dossier;
use crate::model::names::AREA;
use crate::model::returns::Narrative;
use crate::model::unit::Predecessor;
use crate::options::Paths;
use crate::register::archive::Archive;
use crate::register::book::Register;
use crate::register::check::register;
use crate::register::entry::Entry;
use crate::register::stamp::stamp;
use crate::report::context::ReportContext;
use crate::report::due;
use crate::report::due::{Job, Scope};
use crate::report::views::table::ViewTable;
use crate::toolchain::{Toolchain, rendered};

/// Dossiers, and what their reports are made with. Their plans are read; of their units what [`Workspace::fill`] was asked for.
pub(super) struct Workspace {
    toolchain: Toolchain,
    snapshot: InputSnapshot,
    register: Register,
    loaded: Loaded,
    inputs: PathBuf,
}

impl Workspace {
    /// Reads the plans of the dossiers below these inputs.
    ///
    /// # Errors
    /// No such folder, or templates that cannot be used.
    pub(super) fn read(paths: &Paths) -> Result<Self, Error> {
        let toolchain = Toolchain::open(paths)?;
        if !toolchain.files().findings().is_empty() {
            return Err(Error::Templates(toolchain.files().findings().to_vec()));
        }
        let coverage = toolchain.typesetter.fonts().coverage();
        reach::is_there(&Local, &paths.inputs)?;
        let snapshot = InputSnapshot::take(&Local, &paths.inputs, &paths.inputs_shown(), None);
        reach::is_opened(&snapshot.unreached, &paths.inputs)?;
        let register = register(&Local, &snapshot);
        let loaded = plans(&snapshot, &folders(&snapshot), &coverage);
        Ok(Self { toolchain, snapshot, register, loaded, inputs: paths.inputs.clone() })
    }

    /// Reads what the reports asked for are made from: their units' files, and those of units that were others before.
    pub(super) fn fill(&mut self, asked: &AskedReports) {
        let dossiers = &self.loaded.dossiers;
        let own = dossiers.iter().find(|dossier| dossier.plan.id.as_str() == asked.dossier);
        let Some(plan) = own.map(|dossier| Arc::clone(&dossier.plan)) else { return };
        // A letter to a unit that handed nothing in tells of the others.
        let letters = own.is_some_and(|own| {
            let below = asked.below();
            let jobs = due(dossiers, own, &self.toolchain.kinds);
            let of_unit = |job: &Job<'_>| asked.unit.as_deref() == Some(job.scope.name());
            let is_letter = |job: &Job<'_>| matches!(job.scope, Scope::Missing(_)) && of_unit(job);
            jobs.iter().any(|job| is_letter(job) && job.name().starts_with(&below))
        });
        let whole = letters || asked.unit.as_deref().is_none_or(|unit| unit == AREA);
        let is_asked = |name: &str| whole || asked.unit.as_deref() == Some(name);
        let units = plan.units.iter().filter(|unit| is_asked(unit.id.as_str()));
        let before = units.flat_map(|unit| &unit.predecessors).filter_map(|one| match one {
            Predecessor::Unit { dossier, unit, .. } => Some((dossier.as_str(), unit.as_str())),
            Predecessor::Outside(_) => None,
        });
        let before: BTreeSet<(&str, &str)> = before.collect();
        let coverage = self.toolchain.typesetter.fonts().coverage();
        let folders = folders_with_issued(&Local, &self.snapshot, &self.register);
        read_units(&mut self.loaded, &folders, &coverage, |dossier, name| {
            dossier == asked.dossier && is_asked(name) || before.contains(&(dossier, name))
        });
    }

    /// The toolchain.
    pub(super) fn toolchain(&self) -> &Toolchain {
        &self.toolchain
    }

    /// The reports that were asked for by name.
    ///
    /// # Errors
    /// A name nothing has.
    pub(super) fn asked(&self, words: &[String]) -> Result<AskedReports, Error> {
        let dossier = dossier_of(&words[0], &self.inputs, &self.loaded)?;
        let plan = &dossier.plan;
        let folder = folder_of(&words[1], dossier)?;
        let units = plan.units.iter().map(|unit| (unit.id.as_str(), unit.name.as_str()));
        let unit = words.get(2).map(|typed| unit_meant(typed, units)).transpose()?;
        Ok(AskedReports { dossier: plan.id.to_string(), folder, unit: unit.map(str::to_owned) })
    }

    /// What is kept of issued documents.
    pub(super) fn archive(&self) -> Archive<'_> {
        Archive { disk: &Local, snapshot: &self.snapshot }
    }

    /// The folders of documents that are void or replaced.
    pub(super) fn out_of_force(&self) -> BTreeSet<&str> {
        let folders = self.register.entries.iter().filter_map(folder_of_entry);
        let mut past: BTreeSet<&str> = folders.collect();
        for valid in self.register.in_force().into_values().filter_map(folder_of_entry) {
            past.remove(valid);
        }
        past
    }

    /// The reports asked for, in a period or phase by what was typed for it.
    ///
    /// # Errors
    /// There is no such period.
    pub(super) fn of_period(
        &self,
        asked: &AskedReports,
        typed: &str,
    ) -> Result<AskedReports, Error> {
        let dossier = dossier_of(&asked.dossier, &self.inputs, &self.loaded)?;
        Ok(AskedReports { folder: folder_of(typed, dossier)?, ..asked.clone() })
    }

    /// The reports asked for, as these dossiers have them.
    ///
    /// # Errors
    /// No such dossier or period here.
    pub(super) fn reports(&self, asked: &AskedReports, words: &str) -> Result<StateReports, Error> {
        let dossier = dossier_of(&asked.dossier, &self.inputs, &self.loaded)?;
        let below = asked.below();
        let jobs = due(&self.loaded.dossiers, dossier, &self.toolchain.kinds);
        let issued = self.register.in_force();
        let is_asked = |job: &Job<'_>| {
            let unit = asked.unit.as_deref();
            job.name().starts_with(&below) && unit.is_none_or(|unit| job.scope.name() == unit)
        };
        let reports = jobs
            .iter()
            .filter(|job| is_asked(job))
            .map(|job| (job.name()[below.len()..].to_owned(), self.report(job, words, &issued)));
        Ok(reports.collect())
    }

    fn report(&self, job: &Job<'_>, words: &str, issued: &BTreeMap<&str, &Entry>) -> StateReport {
        let entry = issued.get(job.name().as_str());
        let stamp = entry.map(|entry| stamp(&self.register, entry));
        let present = job.present();
        let dossier = present.as_ref().unwrap_or(job.dossier);
        let gathered = self.gathered(&Job { dossier, stamp: stamp.as_ref(), ..*job });
        let (content, places, markup) = match gathered {
            Ok((content, places, markup)) => (Ok(content), places, markup),
            Err(why) => (Err(why), Places::new(), String::new()),
        };
        StateReport { content, words: words.to_owned(), places, page: Page::Markup(markup) }
    }

    fn gathered(&self, job: &Job<'_>) -> Result<(Content, Places, String), String> {
        if job.broken() {
            return Err("tệp số liệu đang có lỗi nên báo cáo bị giữ lại".to_owned());
        }
        let compiled = self.toolchain.compiled(std::iter::once(&job.due.kind));
        let kind = compiled.get(&job.due.kind).map(AsRef::as_ref);
        let Some(Ok(kind)) = kind else {
            return Err("khuôn mẫu của loại này có lỗi".to_owned());
        };
        let none = Narrative::default();
        let views = ViewTable::new(ReportContext::new(job, &kind.kind, &none));
        let page = rendered(&views, kind, &self.toolchain);
        let (view, markup) = page.map_err(|finding| finding.message)?;
        let (content, places) = with_places(&views, &view, &markup);
        Ok((content, places, markup))
    }
}

/// The folder in which the document of an entry is kept.
fn folder_of_entry(entry: &Entry) -> Option<&str> {
    entry.kept.as_ref().map(|kept| kept.folder.as_str())
}

/// The folder of a period or phase.
fn folder_of(typed: &str, dossier: &Dossier) -> Result<String, Error> {
    match dossier.plan.phase(typed) {
        Some(phase) => Ok(phase.id.to_string()),
        None => Ok(period_of(typed, dossier)?.to_string()),
    }
}
