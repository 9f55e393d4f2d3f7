//! Loads dossiers: their plans, and what was handed in for them. Not for finding files ([`crate::inputs::snapshot`]) and not for
//! what single files say ([`super::unit_data`]).

use std::collections::{BTreeMap, BTreeSet};
use std::path::Path;
use std::sync::Arc;

use rayon::prelude::*;

use super::file::file;
use super::issued_returns::folders_with_issued;
use super::kept_units::KeptUnits;
use super::loaded::Loaded;
use super::predecessors;
use super::unit_data::{UnitData, unit_data, unit_data_again};
use crate::assets::fonts::GlyphCoverage;
use crate::diagnostic::{Code, Finding, any_error};
use crate::disk::file_system::FileSystem;
use crate::disk::links::Unreached;
use crate::error::Error;
use crate::inputs::folder::{Folder, UnitFiles};
use crate::inputs::phases;
use crate::inputs::reach;
use crate::inputs::snapshot::InputSnapshot;
use crate::inputs::unreached::{self, Unread};
use crate::inputs::unused::{unused, without_plan};
use crate::model::dossier::Dossier;
use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::read::plan;
use crate::register::book::Register;
use crate::register::check::register;
use crate::validate;

/// Reads all dossiers below `root`. `shown` is how findings call that folder.
///
/// # Errors
/// There is no such folder, or it is not opened.
pub fn load(
    files: &dyn FileSystem,
    root: &Path,
    shown: &str,
    coverage: &GlyphCoverage<'_>,
) -> Result<Loaded, Error> {
    reach::is_there(files, root)?;
    let snapshot = InputSnapshot::take(files, root, shown, None);
    reach::is_opened(&snapshot.unreached, root)?;
    Ok(from(files, &snapshot, &register(files, &snapshot), coverage))
}

/// Reads all dossiers of what lies in the inputs folder.
#[must_use]
pub(crate) fn from(
    files: &dyn FileSystem,
    snapshot: &InputSnapshot,
    register: &Register,
    coverage: &GlyphCoverage<'_>,
) -> Loaded {
    let folders = folders_with_issued(files, snapshot, register);
    let mut loaded = plans(snapshot, &folders, coverage);
    read_units(&mut loaded, &folders, coverage, |_, _| true, |_, _| false);
    loaded
}

/// The same, of which nothing is read again that is as it was for `kept`; `shared` is the hash of the templates.
#[must_use]
pub(crate) fn from_kept(
    files: &dyn FileSystem,
    snapshot: &InputSnapshot,
    register: &Register,
    (coverage, shared): (&GlyphCoverage<'_>, blake3::Hash),
    kept: &KeptUnits,
) -> Loaded {
    let folders = folders_with_issued(files, snapshot, register);
    let mut loaded = plans(snapshot, &folders, coverage);
    let one = |plan: &Plan, folder: &Folder<'_>, name: &str, files: &UnitFiles<'_>| {
        kept.get_or(folder.unit_key(name, shared), || unit_data(plan, name, files, coverage))
    };
    add_units(&mut loaded, &folders, |_, _| true, one);
    kept.keep_only(&folders, shared);
    loaded
}

/// Reads the files of the units and boards that are `wanted` by dossier and name; of those that were `right` before, what they
/// say without what is found in them.
pub(crate) fn read_units(
    loaded: &mut Loaded,
    folders: &[Folder<'_>],
    coverage: &GlyphCoverage<'_>,
    wanted: impl Fn(&str, &str) -> bool,
    right: impl Fn(&str, &str) -> bool + Sync,
) {
    let one = |plan: &Plan, folder: &Folder<'_>, name: &str, files: &UnitFiles<'_>| {
        Arc::new(if right(folder.id, name) {
            unit_data_again(plan, name, files, coverage, Vec::new())
        } else {
            unit_data(plan, name, files, coverage)
        })
    };
    add_units(loaded, folders, wanted, one);
}

/// Reads the files of the units and boards that are `wanted` as `read` does, and adds what they say.
fn add_units<'i>(
    loaded: &mut Loaded,
    folders: &[Folder<'i>],
    wanted: impl Fn(&str, &str) -> bool,
    read: impl Fn(&Plan, &Folder<'_>, &str, &UnitFiles<'_>) -> Arc<UnitData> + Sync,
) {
    for dossier in &mut loaded.dossiers {
        let own = folders.iter().find(|folder| folder.id == dossier.plan.id.as_str());
        let Some(folder) = own else { continue };
        let units: Vec<_> =
            folder.units.iter().filter(|(name, _)| wanted(folder.id, name)).collect();
        let plan = &dossier.plan;
        let one =
            |(name, files): (&&'i str, &UnitFiles<'_>)| (*name, read(plan, folder, name, files));
        let read: Vec<(&str, Arc<UnitData>)> = units.into_par_iter().map(one).collect();
        for (name, unit_data) in read {
            dossier.add(name, &unit_data);
            loaded.findings.extend(unit_data.findings.iter().cloned());
        }
    }
}

/// Reads every plan. The dossiers know what was handed in, but nothing of it is read yet.
#[must_use]
pub(crate) fn plans(
    snapshot: &InputSnapshot,
    folders: &[Folder<'_>],
    coverage: &GlyphCoverage<'_>,
) -> Loaded {
    let strays = snapshot.strays.iter().filter_map(|parts| unused(parts, &snapshot.shown));
    let strays = strays.chain(phases::without_plan(snapshot, folders));
    let strays = strays.chain(without_plan(snapshot, folders));
    // Those of files are found where the files are read, unless there is no plan to read them by.
    let is_file = |found: &&Unreached| match unreached::behind(found) {
        Some(Unread::File(folder, _)) => folders.iter().any(|own| own.id == folder),
        _ => false,
    };
    let links = snapshot.unreached.iter().filter(|found| !is_file(found));
    let strays = strays.chain(links.filter_map(|link| unreached::told(link, &snapshot.shown)));
    let mut loaded = Loaded { findings: strays.collect(), ..Loaded::default() };
    let closed = snapshot.unreached.iter();
    let closed = closed.filter(|found| unreached::behind(found) == Some(Unread::Dossier));
    loaded.refused.extend(closed.flat_map(|found| found.parts.clone()));
    let read: Vec<_> =
        folders.par_iter().map(|folder| (folder, read_plan(folder, coverage))).collect();
    for (folder, (plan, findings)) in read {
        loaded.findings.extend(findings);
        match plan {
            Some(plan) => loaded.dossiers.push(unread(Arc::new(plan), folder)),
            None => loaded.refused.push(folder.id.to_owned()),
        }
    }
    predecessors::check(&mut loaded, &snapshot.shown);
    loaded
}

fn read_plan(folder: &Folder<'_>, coverage: &GlyphCoverage<'_>) -> (Option<Plan>, Vec<Finding>) {
    let read = file(folder.plan, coverage, |node, sink| {
        let plan = plan::plan(node, sink)?;
        if plan.id.as_str() != folder.id {
            let message = format!("«ma: {}» khác tên thư mục «{}»", plan.id, folder.id);
            let finding = Finding::new(Code::BadId, message).at(&node.span);
            sink.push(finding.hint("đặt mã trùng tên thư mục"));
        }
        validate::plan::check(&plan, sink);
        Some(plan)
    });
    let plan = read.content.filter(|_| !any_error(&read.findings));
    let subject = folder.plan.subject();
    (plan, read.findings.into_iter().map(|finding| finding.subject(&subject)).collect())
}

/// A dossier that was read, with the files of one unit as they are in `folder` now, and what is found in them.
#[must_use]
pub(crate) fn with_unit(
    before: &Dossier,
    folder: &Folder<'_>,
    name: &str,
    coverage: &GlyphCoverage<'_>,
) -> (Dossier, Vec<Finding>) {
    let mut dossier = Dossier {
        series: before.series.clone(),
        boards: Arc::clone(&before.boards),
        closings: Arc::clone(&before.closings),
        ..unread(Arc::clone(&before.plan), folder)
    };
    let Some(files) = folder.units.get(name) else { return (dossier, Vec::new()) };
    let data = unit_data(&before.plan, name, files, coverage);
    dossier.add(name, &data);
    (dossier, data.findings)
}

type UnitsByPeriod = BTreeMap<Period, BTreeSet<Id>>;

/// A dossier of which only the plan was read. Of a folder that was not opened each unit counts as having handed in what nobody
/// can read.
fn unread(plan: Arc<Plan>, folder: &Folder<'_>) -> Dossier {
    let (mut filed, mut opened) = (UnitsByPeriod::new(), UnitsByPeriod::new());
    let mut unbegun = folder.periods.clone();
    for (name, files) in &folder.units {
        let unit = plan.unit(name);
        for (period, input) in files.of_periods() {
            if !input.unfilled {
                unbegun.remove(&period);
            }
            let Some(unit) = unit else { continue };
            let by_period = if input.unfilled { &mut opened } else { &mut filed };
            by_period.entry(period).or_default().insert(unit.id.clone());
        }
    }
    let mut closed = phases::closed(&plan, folder);
    let all = || plan.units.iter().map(|unit| unit.id.clone());
    for period in &folder.unread.periods {
        filed.entry(*period).or_default().extend(all());
    }
    for phase in plan.phases.iter().filter(|one| folder.unread.phases.contains(one.id.as_str())) {
        closed.entry(phase.id.clone()).or_default().extend(all());
    }
    Dossier {
        opened,
        unbegun,
        closed,
        unread: folder.unread.clone(),
        issued: Arc::clone(&folder.issued),
        periods: &folder.periods | &folder.unread.periods,
        plan,
        filed,
        series: BTreeMap::new(),
        boards: Arc::default(),
        closings: Arc::default(),
    }
}

impl Dossier {
    /// Adds what was read of `name`.
    pub(crate) fn add(&mut self, name: &str, unit_data: &UnitData) {
        if let Some((series, unit)) = unit_data.series.as_ref().zip(self.plan.unit(name)) {
            let unit = unit.id.clone();
            self.add_series(&unit, series);
        }
        if let Some(boards) = &unit_data.boards {
            self.boards = Arc::clone(boards);
        }
        if let Some(closings) = &unit_data.closings {
            self.closings = Arc::clone(closings);
        }
    }
}
