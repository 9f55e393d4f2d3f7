//! The command `schema`: writes the schemas of the dossiers asked for. Not for what is in them ([`crate::schema`]).

use std::io;

use super::reporter::{Reporter, exit_code};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_if_changed;
use crate::error::Error;
use crate::load::plan_file;
use crate::options::Paths;
use crate::schema::{FOLDER, schemas};

/// What became of the schemas.
#[derive(Debug, Default)]
pub struct SchemaResult {
    /// Those that are as they should be, by the names findings call them.
    pub written: Vec<String>,
    /// What is wrong with plans, and what could not be written.
    pub findings: Vec<Finding>,
}

/// Runs the command; the result is the exit code.
#[must_use]
pub fn run(dossiers: &[String], paths: &Paths, files: &dyn FileSystem, reporter: &Reporter) -> u8 {
    match perform(dossiers, paths, files) {
        Ok(SchemaResult { written, findings }) => {
            reporter.findings(&findings.iter().collect::<Vec<_>>());
            let (names, count) = (written.join("\n"), written.len());
            reporter.beside(&format!("{names}\nĐã viết {count} lược đồ.\n"));
            exit_code(&findings)
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes every schema of these dossiers, or of all if none is named; one that is right already is left alone.
///
/// # Errors
/// No inputs folder, no dossier, or a name that is none.
pub fn perform(
    dossiers: &[String],
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<SchemaResult, Error> {
    let mut result = SchemaResult::default();
    for dossier in plan_file::dossiers(&paths.inputs, dossiers)? {
        let folder = paths.inputs.join(&dossier);
        let shown = format!("{}/{dossier}", paths.inputs_shown());
        let plan = match plan_file::read(&folder, &shown) {
            Ok(plan) => plan,
            Err(found) => {
                result.findings.extend(found);
                continue;
            }
        };
        for (name, text) in schemas(&plan) {
            let shown = format!("{shown}/{FOLDER}/{name}");
            let path = folder.join(FOLDER).join(name);
            match replace_if_changed(files, &path, text.as_bytes()) {
                Ok(_) => result.written.push(shown),
                Err(error) => result.findings.push(not_written(&shown, &error)),
            }
        }
    }
    Ok(result)
}

fn not_written(shown: &str, error: &io::Error) -> Finding {
    Finding::not_written(Unwritten::Schema(shown), error)
}
