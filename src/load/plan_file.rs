//! Reads one dossier's plan alone, for commands that need no returns. Not for runs over all dossiers ([`mod@super::dossiers`]).

use std::collections::BTreeSet;
use std::path::Path;

use crate::diagnostic::{Finding, any_error};
use crate::disk;
use crate::disk::file_system::FileSystem;
use crate::disk::links::{Listing, Unreached};
use crate::disk::walk::followed;
use crate::error::Error;
use crate::inputs::file_role::FileRole;
use crate::inputs::reach;
use crate::inputs::typed_names::{below, dossier_meant};
use crate::inputs::unreached::{self, Unread};
use crate::model::names;
use crate::model::plan::Plan;
use crate::options::Paths;
use crate::read::plan;
use crate::validate;
use crate::yaml;
use crate::yaml::fields::Sink;

/// The dossiers that were asked for.
#[derive(Debug)]
pub(crate) struct KnownDossiers {
    /// Their names.
    pub(crate) names: Vec<String>,
    /// Those that may be there too, where all are asked for, and are not reached.
    pub(crate) unread: Vec<Finding>,
}

impl KnownDossiers {
    /// Why a dossier of this name is not among them, if it is there and not reached.
    pub(crate) fn unread_dossier(&self, name: &str) -> Option<&Finding> {
        self.unread.iter().find(|one| one.subject.dossier.as_deref() == Some(name))
    }
}

/// The dossiers of an inputs folder, that are `asked` for; all if none is.
///
/// # Errors
/// No such folder, no dossier in it, a name that is none, or one of a dossier that is not reached.
pub(crate) fn dossiers(
    files: &dyn FileSystem,
    paths: &Paths,
    asked: &[String],
) -> Result<KnownDossiers, Error> {
    let inputs = &paths.inputs;
    reach::is_there(files, inputs)?;
    let Listing { files, unreached } = followed(files, inputs, inputs);
    reach::is_opened(&unreached, inputs)?;
    let unread = unread(&unreached, paths);
    let plans = files.into_iter().filter_map(|found| match found.parts.as_slice() {
        [folder, file] if file == names::PLAN => Some(folder.clone()),
        _ => None,
    });
    let known: BTreeSet<String> = plans.collect();
    if known.is_empty() && unread.is_empty() {
        return Err(Error::NoDossiers(inputs.to_owned()));
    }
    let meant = |name: &String| {
        let found = dossier_meant(name, inputs, known.iter().map(String::as_str));
        let own = |one: &&Finding| one.subject.dossier.as_deref() == Some(&below(name, inputs)[0]);
        found.map_err(|error| unread.iter().find(own).map_or(error, Error::unread))
    };
    let meant = asked.iter().map(meant).collect::<Result<Vec<_>, _>>()?;
    let wanted = |name: &&String| asked.is_empty() || meant.contains(&name.as_str());
    let names = known.iter().filter(wanted).cloned().collect();
    Ok(KnownDossiers { names, unread: if asked.is_empty() { unread } else { Vec::new() } })
}

/// Dossiers whose plan is not known, since the folder or the plan was not reached.
fn unread(unreached: &[Unreached], paths: &Paths) -> Vec<Finding> {
    let is_plan = |found: &&Unreached| {
        matches!(unreached::behind(found), Some(Unread::Dossier | Unread::File(_, FileRole::Plan)))
    };
    let those = unreached.iter().filter(is_plan);
    those.filter_map(|found| unreached::told(found, &paths.inputs_shown())).collect()
}

/// The plan in a dossier's folder, which findings call `shown`.
///
/// # Errors
/// Everything found, if any of it is an error.
pub fn read(files: &dyn FileSystem, folder: &Path, shown: &str) -> Result<Plan, Vec<Finding>> {
    let file = disk::read(files, &folder.join(names::PLAN), &format!("{shown}/{}", names::PLAN));
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
