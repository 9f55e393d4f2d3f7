//! Which files are of a phase, and which only look so: any folder may be named like a phase, the plan says which are.
//! Not for reading them ([`crate::read::closing`]).

use std::collections::{BTreeMap, BTreeSet};

use super::folder::Folder;
use super::path_slips::path_meant;
use super::snapshot::{Input, InputSnapshot};
use super::unused;
use crate::diagnostic::{Finding, did_you_mean};
use crate::model::id::Id;
use crate::model::names::BOARD;
use crate::model::plan::{Phase, Plan};

/// Which units there are texts of, by phase.
#[must_use]
pub(crate) fn closed(plan: &Plan, folder: &Folder<'_>) -> BTreeMap<Id, BTreeSet<Id>> {
    let mut closed: BTreeMap<Id, BTreeSet<Id>> = BTreeMap::new();
    for (name, files) in &folder.units {
        let unit = plan.unit(name).map(|unit| &unit.id);
        for phase in files.inputs.iter().filter_map(|input| phase(plan, input)) {
            if unit.is_some() || *name == BOARD {
                closed.entry(phase.id.clone()).or_default().extend(unit.cloned());
            }
        }
    }
    closed
}

/// The phase a file is of.
#[must_use]
pub(crate) fn phase<'p>(plan: &'p Plan, input: &Input) -> Option<&'p Phase> {
    plan.phase(input.place.phase()?)
}

/// A finding for a file whose folder is named like a phase but is none of the plan's.
#[must_use]
pub(crate) fn stray(plan: &Plan, input: &Input) -> Option<Finding> {
    if phase(plan, input).is_some() { None } else { of_no_phase(input) }
}

/// Files in folders named like a phase, where there is no plan at all.
pub(crate) fn without_plan<'a>(
    snapshot: &'a InputSnapshot,
    folders: &'a [Folder<'_>],
) -> impl Iterator<Item = Finding> + 'a {
    let known = |input: &Input| folders.iter().any(|folder| folder.id == input.folder);
    let lost = snapshot.files.iter().filter(move |input| !known(input));
    lost.filter_map(|input| of_no_phase(input))
}

fn of_no_phase(input: &Input) -> Option<Finding> {
    let folder = input.place.phase().filter(|_| !input.folder.starts_with('.'))?;
    let file = input.name.rsplit('/').next().unwrap_or_default();
    let meant = path_meant(&[folder, file], false);
    let meant = meant.map_or_else(String::new, |meant| format!("{} Hoặc ", did_you_mean(meant)));
    let hint = format!(
        "{meant}chuyển tệp vào thư mục kỳ, như 2024-Q1; nếu «{folder}» là một đợt tổng kết thì khai ở «tong_ket» trong ke-hoach.yaml"
    );
    Some(unused::told(&input.name, &hint).subject(&input.subject()))
}
