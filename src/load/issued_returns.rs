//! The returns that issued reports were made from: what roll-ups and later reports go by until a report is replaced. Not for the
//! units' own reports, which are made from their files as they are.

use std::sync::Arc;

use crate::disk::file_system::FileSystem;
use crate::disk::sha256::sha256;
use crate::inputs::file_role::FileRole;
use crate::inputs::folder::{Folder, folders};
use crate::inputs::records::Record;
use crate::inputs::snapshot::{Input, InputSnapshot};
use crate::model::stamp::IssuedDocument;
use crate::register::book::Register;
use crate::register::kept::DATA;
use crate::source::SourceFile;
use crate::yaml;
use crate::yaml::flat;

/// The inputs sorted by dossier, with what was issued of each, and the returns that were issued where the files say something else by now.
#[must_use]
pub(crate) fn folders_with_issued<'i>(
    disk: &dyn FileSystem,
    snapshot: &'i InputSnapshot,
    register: &Register,
) -> Vec<Folder<'i>> {
    let mut folders = folders(snapshot);
    let issued = register.issued();
    for folder in &mut folders {
        let own = |one: &&IssuedDocument| one.report.split('/').next() == Some(folder.id);
        folder.issued = issued.iter().filter(own).cloned().collect();
    }
    // Of two reports of a unit in a period the later one counts.
    let mut in_force: Vec<_> = register.in_force().into_iter().collect();
    in_force.sort_by_key(|(_, entry)| entry.order);
    for (report, entry) in in_force {
        let Some(kept) = &entry.kept else { continue };
        let [dossier, period, unit] = report.split('/').collect::<Vec<_>>()[..] else { continue };
        let Some(folder) = folders.iter_mut().find(|folder| folder.id == dossier) else { continue };
        // A further kind of report of a unit: `lat.quy`.
        let unit = unit.split('.').next().unwrap_or(unit);
        let Some(files) = folder.units.get_mut(unit) else { continue };
        let own = |input: &&&Input| matches!(&input.place, FileRole::Handed(own, _) if own.to_string() == period);
        let Some(input) = files.inputs.iter().find(own) else { continue };
        let Some(period) = input.place.period() else { continue };
        let place = format!("{}/{DATA}/{dossier}/{period}/{unit}.yaml", kept.folder);
        let own = input.text.as_ref().map(|own| sha256(own.text().as_bytes())).ok();
        let other = |record: &&Record| record.hash.as_ref().ok() != own.as_ref();
        let issued = snapshot.record(&place).filter(other).and_then(|one| one.text(disk).ok());
        let issued = issued.filter(|issued| says_other(issued, input));
        files.issued.extend(issued.map(|file| (period, file)));
    }
    folders
}

/// Whether a file says something else than the issued one; comments and answers to warnings say nothing.
fn says_other(issued: &Arc<SourceFile>, input: &Input) -> bool {
    let lines = |file: &Arc<SourceFile>| yaml::parse(file).map(|node| flat::flat(&node));
    let (was, now) = (lines(issued), input.text.as_ref().map(lines));
    match (was, now) {
        (Ok(was), Ok(Ok(now))) => flat::says_other(&was, &now),
        _ => true,
    }
}
