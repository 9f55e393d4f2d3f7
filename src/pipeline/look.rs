//! How a dossier is looked over: what was handed in for a period, what is wrong with it, and how each report stands. Not for which
//! dossiers and periods ([`mod@super::survey`]).

use std::collections::BTreeMap;
use std::sync::Arc;

use rayon::prelude::*;

use super::issued::is_changed;
use super::reuse::PreviousRun;
use super::sources::Sources;
use super::surveyed::{ReportFor, ReportState, SurveyedReport, SurveyedReturn};
use crate::assets::fonts::GlyphCoverage;
use crate::diagnostic::{Code, Finding, any_error};
use crate::inputs::folder::UnitFiles;
use crate::kinds::catalog::Kinds;
use crate::load::kept_units::KeptUnits;
use crate::load::unit_data::{UnitData, unit_data};
use crate::model::dossier::Dossier;
use crate::model::id::Id;
use crate::model::names::BOARD;
use crate::model::period::Period;
use crate::options::Options;
use crate::output::artifact;
use crate::output::artifact::{PDF, is_intact};
use crate::output::build_cache::{CachedReport, ReturnDates};
use crate::output::store::OutputStore;
use crate::register::archive::Archive;
use crate::register::entry::Entry;
use crate::report::due::{Job, Scope, due};

/// What units handed in.
pub(super) type Returns = BTreeMap<Id, SurveyedReturn>;

/// What the files of a unit, or of the board, say.
struct Looked {
    own: Option<SurveyedReturn>,
    data: Option<Arc<UnitData>>,
    found: Vec<Finding>,
}

/// What a dossier is looked over with.
pub(super) struct Look<'a, 'i> {
    pub(super) options: &'a Options,
    pub(super) previous: &'a PreviousRun<'a>,
    pub(super) sources: &'a Sources<'i>,
    pub(super) store: &'a OutputStore<'a>,
    pub(super) coverage: &'a GlyphCoverage<'a>,
    pub(super) archive: Archive<'a>,
    pub(super) kept: &'a KeptUnits,
}

impl Look<'_, '_> {
    /// Reads what was handed in for a period, what is wrong with it, and what of that and of earlier periods cannot be read.
    pub(super) fn read(
        &self,
        dossier: &mut Dossier,
        period: Period,
    ) -> (Returns, Vec<Finding>, Vec<Finding>) {
        let id = dossier.plan.id.clone();
        let Some(folder) = self.sources.folder(id.as_str()) else { return Default::default() };
        let units: Vec<(&str, &UnitFiles<'_>)> =
            folder.units.iter().map(|(name, files)| (*name, files)).collect();
        let looked: Vec<Looked> =
            units.par_iter().map(|(name, files)| self.look(dossier, name, files, period)).collect();
        let (mut returns, mut findings, mut unread) = (Returns::new(), Vec::new(), Vec::new());
        let of_period = period.to_string();
        for ((name, _), looked) in units.iter().zip(looked) {
            let Looked { own, data, found } = looked;
            if let Some(data) = data {
                dossier.add(name, &data);
            }
            let unit = dossier.plan.unit(name).map(|unit| unit.id.clone());
            returns.extend(unit.zip(own));
            for one in found {
                let own = one.subject.period.as_ref();
                if one.code == Code::Unreadable && own.is_none_or(|own| *own <= of_period) {
                    unread.push(one.clone());
                }
                if own == Some(&of_period) {
                    findings.push(one);
                }
            }
        }
        (returns, findings, unread)
    }

    /// What the files of a unit say of a period. Where a build found no error in them and they are as they were, nothing is
    /// read again: what it found and when the unit handed in is remembered.
    fn look(&self, dossier: &Dossier, name: &str, files: &UnitFiles<'_>, period: Period) -> Looked {
        let id = (dossier.plan.id.as_str(), name);
        let stored = format!("{}/{name}", id.0);
        let key = self.sources.key_of(id);
        let found = self.previous.found(&stored, &key, self.store);
        if let Some(found) = found.filter(|found| name != BOARD && !any_error(found)) {
            let known = self.store.cached_findings(&stored);
            let dates = known.and_then(|known| known.dates.get(&period.to_string()));
            let own = dates.map(|dates| SurveyedReturn::Good(self.issued(*dates, (id, period))));
            return Looked { own, data: None, found };
        }
        let read = || unit_data(&dossier.plan, name, files, self.coverage);
        let data = self.kept.get_or(key, read);
        let found = data.findings.clone();
        let handed_in = data.series.as_ref().and_then(|series| series.returns.get(&period));
        let own = handed_in.map(|one| {
            let dates = one.good().map(|read| ReturnDates::of(&read.heading));
            let dates = dates.map(|dates| self.issued(dates, (id, period)));
            dates.map_or(SurveyedReturn::Broken, SurveyedReturn::Good)
        });
        Looked { own, data: Some(data), found }
    }

    /// The dates of a return, whose document has that of its issued report.
    fn issued(
        &self,
        dates: ReturnDates,
        ((dossier, unit), period): ((&str, &str), Period),
    ) -> ReturnDates {
        let report = format!("{dossier}/{period}/{unit}");
        let issued = self.sources.issued.get(report.as_str()).map(|entry| entry.date);
        ReturnDates { document: issued.or(dates.document), ..dates }
    }

    /// The reports that are due for a period.
    pub(super) fn reports(
        &self,
        (family, dossier, kinds): (&[Dossier], &Dossier, &Kinds),
        period: Period,
        returns: &Returns,
    ) -> Vec<SurveyedReport> {
        let jobs = due(family, dossier, kinds).into_iter();
        let jobs: Vec<Job<'_>> =
            jobs.filter(|job| job.period == period && job.phase.is_none()).collect();
        let number = |job: &Job<'_>| Some(self.sources.issued.get(job.name().as_str())?.numbered());
        let surveyed = |job: &Job<'_>| {
            let made = self.made(job);
            SurveyedReport {
                number: number(job),
                name: job.name(),
                kind: job.due.kind.clone(),
                time: job.due.time,
                whom: match job.scope {
                    Scope::Unit(unit) => ReportFor::Unit(unit.id.clone()),
                    Scope::Area => ReportFor::Area,
                    Scope::Missing(unit) => ReportFor::Missing(unit.id.clone()),
                },
                state: self.state(job, returns, made),
                findings: made.and_then(|one| self.previous.findings(&one.findings)),
            }
        };
        jobs.iter().map(surveyed).collect()
    }

    /// What the last build made of a report, if what it is made from is as it was then.
    fn made(&self, job: &Job<'_>) -> Option<&CachedReport> {
        self.store.cached(&job.name()).filter(|one| one.key == self.sources.key(job))
    }

    /// How an issued report stands: by what the last build found, else by the files it is made from.
    fn issued_state(
        &self,
        job: &Job<'_>,
        entry: &Entry,
        made: Option<&CachedReport>,
    ) -> ReportState {
        let changed = match made {
            Some(cached) => cached.findings.iter().any(|one| one.is(Code::IssuedChanged)),
            None => is_changed(self.archive, &self.sources.read(job), entry),
        };
        if changed { ReportState::IssuedChanged } else { ReportState::Issued }
    }

    fn state(&self, job: &Job<'_>, returns: &Returns, made: Option<&CachedReport>) -> ReportState {
        if let Some(entry) = self.sources.issued.get(job.name().as_str()) {
            return self.issued_state(job, entry, made);
        }
        let broken = match job.scope {
            Scope::Unit(unit) => {
                let own = returns.get(&unit.id);
                job.dossier.is_unread(job.period, job.phase)
                    || !matches!(own, Some(SurveyedReturn::Good(_)))
            }
            Scope::Area | Scope::Missing(_) => job.broken(),
        };
        if broken {
            return ReportState::Held;
        }
        let (name, out) = (job.name(), &self.options.paths.out);
        let Some(entry) = self.store.entry(&name) else {
            let refused = made.is_some_and(|one| one.refused);
            return if refused { ReportState::Held } else { ReportState::NotBuilt };
        };
        if artifact::is_gone(self.store.files(), &artifact::path(out, &name, PDF)) {
            return ReportState::NotBuilt;
        }
        match made {
            Some(one) if one.refused => ReportState::Held,
            Some(one) if is_intact(self.store.files(), out, &name, entry, one, false) => {
                ReportState::Built
            }
            _ => ReportState::Outdated,
        }
    }
}
