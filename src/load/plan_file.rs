//! Reads one dossier's plan alone, for commands that need no returns. Not for runs over all dossiers ([`mod@super::dossiers`]).

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Finding, any_error};
use crate::disk;
use crate::error::Error;
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
    let plans = disk::files(inputs).into_iter().filter_map(|found| match found.parts.as_slice() {
        [folder, file] if file == names::PLAN => Some(folder.clone()),
        _ => None,
    });
    let known: BTreeSet<String> = plans.collect();
    if known.is_empty() {
        return Err(Error::NoDossiers(inputs.to_owned()));
    }
    if let Some(name) = asked.iter().find(|name| !known.contains(*name)) {
        return Err(Error::unknown("hồ sơ", name, known.iter().map(String::as_str)));
    }
    let wanted = |name: &String| asked.is_empty() || asked.contains(name);
    Ok(known.into_iter().filter(wanted).collect())
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
