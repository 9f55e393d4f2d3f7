//! What was asked for: which reports, and which findings belong to them. Not for what happens to them.

use std::collections::BTreeSet;

use crate::diagnostic::{Finding, Subject};
use crate::error::Error;
use crate::kinds::catalog::Kinds;
use crate::load::dossiers::Loaded;
use crate::model::dossier::Dossier;
use crate::model::names::AREA;
use crate::model::period::Period;
use crate::options::Options;
use crate::report::due;
use crate::report::due::Job;
use crate::review::submission;

/// Holds the names the user typed against what there is.
///
/// # Errors
/// There is no dossier at all, or none, no unit or no period of that name.
pub(super) fn known_names(loaded: &Loaded, options: &Options) -> Result<(), Error> {
    let dossiers = &loaded.dossiers;
    if dossiers.is_empty() && loaded.refused.is_empty() {
        return Err(Error::NoDossiers(options.paths.inputs.clone()));
    }
    let ids = dossiers.iter().map(|dossier| dossier.plan.id.as_str());
    let known: Vec<&str> = ids.chain(loaded.refused.iter().map(String::as_str)).collect();
    for name in &options.dossiers {
        known_name("hồ sơ", name, known.iter().copied())?;
    }
    if let Some(name) = options.unit.as_deref().filter(|name| *name != AREA) {
        let units = dossiers.iter().flat_map(|dossier| &dossier.plan.units);
        known_name("đơn vị", name, units.map(|unit| unit.id.as_str()))?;
    }
    if let Some(period) = options.period.filter(|_| !dossiers.is_empty()) {
        let periods: BTreeSet<Period> =
            dossiers.iter().flat_map(|dossier| dossier.periods.iter().copied()).collect();
        if !periods.contains(&period) {
            let known = periods.iter().map(ToString::to_string).collect();
            return Err(Error::NoPeriod { period, known });
        }
    }
    Ok(())
}

fn known_name<'a>(
    what: &'static str,
    name: &str,
    known: impl Iterator<Item = &'a str> + Clone,
) -> Result<(), Error> {
    if known.clone().any(|other| other == name) {
        return Ok(());
    }
    Err(Error::unknown(what, name, known))
}

/// The reports that are due and asked for, in order of dossier, period and unit.
pub(super) fn select<'a>(
    dossiers: &'a [Dossier],
    kinds: &'a Kinds,
    options: &Options,
) -> Vec<Job<'a>> {
    let wanted = |job: &Job<'_>| {
        let name = job.scope.name();
        options.period.is_none_or(|period| period == job.period)
            && options.unit.as_deref().is_none_or(|unit| unit == name)
    };
    let asked = dossiers.iter().filter(|dossier| options.asks_for(dossier.plan.id.as_str()));
    asked.flat_map(|dossier| due(dossiers, dossier, kinds)).filter(wanted).collect()
}

/// Whether findings in the files of a unit, or of the board, belong to what was asked for.
pub(super) fn concerns_bundle(dossier: &str, name: &str, options: &Options) -> bool {
    let unit = options.unit.as_deref().is_none_or(|unit| unit == AREA || unit == name);
    options.asks_for(dossier) && unit
}

/// Who has not handed in, for every period whose roll-up was asked for.
pub(super) fn completeness(dossiers: &[Dossier], options: &Options) -> Vec<Finding> {
    if options.unit.as_deref().is_some_and(|unit| unit != AREA) {
        return Vec::new();
    }
    let shown = options.paths.inputs_shown();
    let asked = dossiers.iter().filter(|dossier| options.asks_for(dossier.plan.id.as_str()));
    let periods = asked
        .flat_map(|dossier| dossier.periods.iter().map(move |period| (dossier, *period)))
        .filter(|(dossier, period)| {
            options.period.is_none_or(|only| only == *period)
                && dossier.plan.base_year != Some(period.year())
        });
    periods
        .flat_map(|(dossier, period)| submission::completeness(dossier, period, &shown))
        .collect()
}

/// Whether a finding belongs to what was asked for: its dossier, and of its returns those of the period and unit.
pub(super) fn concerns(finding: &Finding, options: &Options) -> bool {
    let Subject { dossier, period, unit } = &finding.subject;
    let asked_period = options.period.map(|period| period.to_string());
    let asked_unit = options.unit.as_ref().filter(|unit| *unit != AREA);
    let same = |asked: Option<&String>, own: &Option<String>| {
        asked.zip(own.as_ref()).is_none_or(|(asked, own)| asked == own)
    };
    dossier.as_ref().is_none_or(|dossier| options.asks_for(dossier))
        && same(asked_period.as_ref(), period)
        && same(asked_unit, unit)
}
