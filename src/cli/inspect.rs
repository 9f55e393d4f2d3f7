//! The command `inspect`: files in, exit codes and printed words out. Not for what is inspected.

use std::path::{Path, PathBuf};

use super::output;
use super::output::print;
use crate::assets::location::template_files;
use crate::diagnostic::render::{Format, render};
use crate::diagnostic::shown::slashed;
use crate::disk;
use crate::disk::file_system::Local;
use crate::inspect::error::InspectionError;
use crate::inspect::inspect;
use crate::inspect::inspection::Inspection;
use crate::inspect::table::RuleTables;
use crate::inspect::tell::tell;
use crate::options::Paths;

/// A file and what became of it.
type InspectedFile = (PathBuf, Result<Inspection, InspectionError>);

/// Inspects each file.
///
/// # Errors
/// The tables of the profiles cannot be read.
pub(crate) fn inspect_files(
    files: &[PathBuf],
    profile: Option<&str>,
    paths: &Paths,
) -> Result<Vec<InspectedFile>, InspectionError> {
    let templates = template_files(&Local, paths)
        .map_err(|error| InspectionError::Templates(error.to_string()))?;
    if let Some(finding) = templates.findings().first() {
        return Err(InspectionError::Templates(render(finding, Format::Short, false)));
    }
    let tables = RuleTables::load(&templates)?;
    let inspected = |file: &PathBuf| (file.clone(), inspect_file(file, &tables, profile));
    Ok(files.iter().map(inspected).collect())
}

fn inspect_file(
    file: &Path,
    tables: &RuleTables,
    profile: Option<&str>,
) -> Result<Inspection, InspectionError> {
    let bytes = disk::bytes(file).ok_or(InspectionError::NotOpened)?;
    inspect(&bytes, tables, profile)
}

/// Prints what became of a file; the result is its exit code.
#[must_use]
pub(crate) fn show(
    file: &Path,
    inspected: Result<Inspection, InspectionError>,
    format: Format,
) -> u8 {
    let name = slashed(file);
    match inspected {
        Ok(inspection) => {
            let deviates = u8::from(!inspection.deviations.is_empty());
            deviates.max(print(&tell(&inspection, &name, format)))
        }
        Err(error) => {
            output::tell(&format!("lỗi: {name}: {error}\n"));
            2
        }
    }
}
