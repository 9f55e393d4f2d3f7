//! Reads one dossier's plan alone, for commands that need no returns. Not for runs over all dossiers ([`mod@super::dossiers`]).

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Finding, any_error};
use crate::disk;
use crate::disk::links::followed;
use crate::error::Error;
use crate::inputs::typed_names::dossier_meant;
use crate::model::names;
use crate::model::plan::Plan;
use crate::read::plan;
use crate::validate;
use crate::yaml;
use crate::yaml::fields::Sink;

/// The dossiers of an inputs folder, by name, that are `asked` for; all if none is.
///
/// # Errors
/// No such folder, no dossier in it, or a name that is none.
pub(crate) fn dossiers(inputs: &Path, asked: &[String]) -> Result<Vec<String>, Error> {
    if !disk::is_folder(inputs) {
        return Err(Error::NoInputs(inputs.to_owned()));
    }
    let files = followed(inputs, inputs).files.into_iter();
    let plans = files.filter_map(|found| match found.parts.as_slice() {
        [folder, file] if file == names::PLAN => Some(folder.clone()),
        _ => None,
    });
    let known: BTreeSet<String> = plans.collect();
    if known.is_empty() {
        return Err(Error::NoDossiers(inputs.to_owned()));
    }
    let meant = |name: &String| dossier_meant(name, inputs, known.iter().map(String::as_str));
    let meant = asked.iter().map(meant).collect::<Result<Vec<_>, _>>()?;
    let wanted = |name: &&String| asked.is_empty() || meant.contains(&name.as_str());
    Ok(known.iter().filter(wanted).cloned().collect())
}

/// The plan in a dossier's folder, which findings call `shown`.
///
/// # Errors
/// Everything found, if any of it is an error.
pub fn read(folder: &Path, shown: &str) -> Result<Plan, Vec<Finding>> {
    let file = disk::read(&folder.join(names::PLAN), &format!("{shown}/{}", names::PLAN));
    let file = file.map_err(|finding| vec![finding])?;
    let node = yaml::parse(&file).map_err(|finding| vec![finding])?;
    let sink = Sink::default();
    let read = plan::plan(&node, &sink);
    if let Some(plan) = &read {
        validate::plan::check(plan, &sink);
    }
    let findings = sink.into_findings();
    read.filter(|_| !any_error(&findings)).ok_or(findings)
}
