//! Where the template files are: in the folder that is named, in the one beside the inputs, or in the program. Not for the files
//! themselves ([`super::files`]).

use std::path::PathBuf;

use super::files::TemplateFiles;
use crate::disk;
use crate::disk::links::is_there;
use crate::error::Error;
use crate::options::Paths;

/// The template files of the folder that is named, else of the one beside the inputs, else the embedded ones.
///
/// # Errors
/// The folder that is named is not there, or what has its name is none.
pub(crate) fn template_files(paths: &Paths) -> Result<TemplateFiles, Error> {
    let lost = |folder: &PathBuf| !disk::is_folder(folder);
    // A link to a drive that is not connected must not be taken for no folder at all.
    let there = Some(beside(paths)).filter(|folder| is_there(folder));
    if let Some(folder) = paths.templates.clone().or(there).filter(lost) {
        return Err(Error::NoTemplates(folder));
    }
    Ok(templates_folder(paths).map_or_else(TemplateFiles::embedded, |folder| {
        TemplateFiles::with_folder(&folder, &folder.to_string_lossy())
    }))
}

/// The folder whose templates stand in the place of the embedded ones: the one named, else the one beside the inputs.
#[must_use]
pub(crate) fn templates_folder(paths: &Paths) -> Option<PathBuf> {
    paths.templates.clone().or_else(|| Some(beside(paths))).filter(|one| disk::is_folder(one))
}

fn beside(paths: &Paths) -> PathBuf {
    paths.inputs.with_file_name("report-templates")
}
