//! Looks over a period of a dossier without making anything: what was handed in, what is wrong with it, and how each report
//! stands. It reads and finds as a build does, and believes what the last build left where nothing has changed since. Not for
//! what is said of it ([`crate::status`]).

use super::look::Look;
use super::reuse::PreviousRun;
use super::sources::Sources;
use super::surveyed::{Survey, SurveyedPeriod};
use crate::assets::fonts::Fonts;
use crate::assets::location::template_files;
use crate::diagnostic::Finding;
use crate::disk::file_system::FileSystem;
use crate::error::Error;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::inputs::typed_names::{below, dossier_meant};
use crate::kinds::catalog::Kinds;
use crate::load::dossiers::plans;
use crate::load::issued_returns::folders_with_issued;
use crate::load::kept_units::KeptUnits;
use crate::model::dossier::Dossier;
use crate::model::period::Period;
use crate::options::Options;
use crate::output::build_cache::BuildCache;
use crate::output::manifest::Manifest;
use crate::output::store::OutputStore;
use crate::register::archive::Archive;
use crate::register::check::register;

/// Looks over a period of each dossier asked for; which one, or why none, is `chosen` for a dossier.
///
/// # Errors
/// No inputs, no dossier of a name, or templates that cannot be used.
pub(crate) fn survey(
    files: &dyn FileSystem,
    options: &Options,
    chosen: &(dyn Fn(&Dossier, &Kinds) -> Result<Period, String> + Sync),
    kept: &KeptUnits,
) -> Result<Survey, Error> {
    let (inputs, shown) = (&options.paths.inputs, options.paths.inputs_shown());
    reach::is_there(files, inputs)?;
    let templates = template_files(files, &options.paths)?;
    let (kinds, fonts) = (Kinds::read(&templates), Fonts::load(&templates));
    let snapshot = InputSnapshot::take(files, inputs, &shown, None);
    reach::is_opened(&snapshot.unreached, inputs)?;
    let register = register(files, &snapshot);
    let (folders, shared) = (folders_with_issued(files, &snapshot, &register), templates.hash());
    let coverage = fonts.coverage();
    let mut loaded = plans(&snapshot, &folders, &coverage);
    let unread = |named: &dyn Fn(&str) -> bool| loaded.unread_dossier(named).map(Error::unread);
    if folders.is_empty() {
        return Err(unread(&|_| true).unwrap_or_else(|| Error::NoDossiers(inputs.clone())));
    }
    let known = folders.iter().map(|folder| folder.id);
    let meant = |name: &String| {
        let named = |folder: &str| below(name, inputs) == [folder];
        let found = dossier_meant(name, inputs, known.clone());
        found.map_err(|error| unread(&named).unwrap_or(error))
    };
    let asked = options.dossiers.iter().map(meant).collect::<Result<Vec<&str>, Error>>()?;
    let out = &options.paths.out;
    let (manifest, hash) = Manifest::read(files, out)?;
    let look = Look {
        options,
        previous: &PreviousRun { snapshot: &snapshot, templates: &templates, shared, options },
        sources: &Sources { folders: &folders, shared, issued: register.in_force() },
        store: &OutputStore::new(files, out, manifest, BuildCache::read(files, out, &hash)),
        coverage: &coverage,
        archive: Archive { disk: files, snapshot: &snapshot },
        kept,
    };
    let is_asked = |id: &str| asked.is_empty() || asked.contains(&id);
    let of_plan = |one: &Finding| {
        let dossier = one.subject.dossier.as_deref();
        one.is_error() && one.subject.unit.is_none() && dossier.is_some_and(is_asked)
    };
    let mut refused: Vec<Finding> = loaded.findings.into_iter().filter(of_plan).collect();
    refused.extend(templates.findings().iter().cloned());
    let (mut read, mut absent) = (Vec::new(), Vec::new());
    for dossier in loaded.dossiers.iter_mut().filter(|one| is_asked(one.plan.id.as_str())) {
        match chosen(dossier, &kinds) {
            Ok(period) => read.push((dossier.plan.id.clone(), period, look.read(dossier, period))),
            Err(why) => absent.push(why),
        }
    }
    kept.keep_only(&folders, shared);
    let family = &loaded.dossiers;
    let periods = read.into_iter().filter_map(|(id, period, (returns, findings, unread))| {
        refused.extend(unread);
        let dossier = family.iter().find(|dossier| dossier.plan.id == id)?;
        let reports = look.reports((family, dossier, &kinds), period, &returns);
        Some(SurveyedPeriod { dossier: dossier.clone(), period, returns, findings, reports })
    });
    let periods = periods.collect();
    Ok(Survey { periods, refused, kinds, absent })
}
