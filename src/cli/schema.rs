//! The command `schema`: writes the schemas of the dossiers asked for, and of the templates where there is a folder of them. Not
//! for what is in them ([`crate::schema`]).

use std::path::Path;

use super::reporter::{Reporter, exit_code};
use crate::assets::location::{template_files, templates_folder};
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_if_changed;
use crate::error::Error;
use crate::import::lock::DossierLock;
use crate::kinds::known_names::known_names;
use crate::load::plan_file;
use crate::options::Paths;
use crate::schema::{FOLDER, schemas, template_schemas};

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
pub(crate) fn run(
    dossiers: &[String],
    paths: &Paths,
    files: &dyn FileSystem,
    reporter: &Reporter,
) -> u8 {
    match perform(dossiers, paths, files) {
        Ok(SchemaResult { written, findings }) => {
            let more = reporter.findings(&findings.iter().collect::<Vec<_>>());
            let (names, count) = (written.join("\n"), written.len());
            reporter.beside(&format!("{names}\nĐã viết {count} lược đồ{more}.\n"));
            reporter.code(exit_code(&findings))
        }
        Err(error) => reporter.stopped(&error),
    }
}

/// Writes every schema of these dossiers, or of all if none is named, and of the templates' folder; one that is right already is
/// left alone.
///
/// # Errors
/// No inputs folder, no dossier, a name that is none, or no folder of templates where one was named.
pub fn perform(
    dossiers: &[String],
    paths: &Paths,
    files: &dyn FileSystem,
) -> Result<SchemaResult, Error> {
    let templates = template_files(files, paths)?;
    let asked = plan_file::dossiers(files, paths, dossiers)?;
    let mut result = SchemaResult { findings: asked.unread, ..SchemaResult::default() };
    for dossier in asked.names {
        let folder = paths.inputs.join(&dossier);
        let _lock = DossierLock::take(files, &folder)?;
        let shown = format!("{}/{dossier}", paths.inputs_shown());
        let plan = match plan_file::read(files, &folder, &shown) {
            Ok(plan) => plan,
            Err(found) => {
                result.findings.extend(found);
                continue;
            }
        };
        result.write((&folder, &shown), schemas(&plan), files, |name| Unwritten::Schema(name));
    }
    // Those that are in the program have no folder.
    if let Some(folder) = templates_folder(files, paths) {
        result.findings.extend(templates.findings().iter().cloned());
        let (names, findings) = known_names(&templates);
        result.findings.extend(findings);
        let shown = folder.to_string_lossy();
        let schemas = template_schemas(&names);
        result.write((&folder, &shown), schemas, files, |name| Unwritten::TemplateSchema(name));
    }
    Ok(result)
}

impl SchemaResult {
    /// Writes schemas below a folder, which findings call `shown`.
    fn write(
        &mut self,
        (folder, shown): (&Path, &str),
        schemas: Vec<(&'static str, String)>,
        files: &dyn FileSystem,
        file: fn(&str) -> Unwritten<'_>,
    ) {
        for (name, text) in schemas {
            let shown = format!("{shown}/{FOLDER}/{name}");
            let path = folder.join(FOLDER).join(name);
            match replace_if_changed(files, &path, text.as_bytes()) {
                Ok(_) => self.written.push(shown),
                Err(error) => self.findings.push(Finding::not_written(file(&shown), &error)),
            }
        }
    }
}
