//! Where the template files are: in the folder that is named, in the one beside the inputs, or in the program. Not for the files
//! themselves ([`super::files`]).

use std::path::PathBuf;

use super::files::TemplateFiles;
use crate::disk::file_system::FileSystem;
use crate::disk::has_folder;
use crate::disk::links::is_there;
use crate::error::Error;
use crate::options::Paths;

/// The template files of the folder that is named, else of the one beside the inputs, else the embedded ones. A folder that is
/// not opened is told as one whose files are not read.
///
/// # Errors
/// The folder that is named is not there, or what has its name is none.
pub(crate) fn template_files(
    files: &dyn FileSystem,
    paths: &Paths,
) -> Result<TemplateFiles, Error> {
    let folder = paths.templates.clone().unwrap_or_else(|| beside(paths));
    match has_folder(files, &folder) {
        // A link to a drive that is not connected must not be taken for no folder at all.
        Ok(false) if paths.templates.is_some() || is_there(&folder) => {
            Err(Error::NoTemplates(folder))
        }
        Ok(false) => Ok(TemplateFiles::embedded()),
        Ok(true) | Err(_) => {
            Ok(TemplateFiles::with_folder(files, &folder, &folder.to_string_lossy()))
        }
    }
}

/// The folder whose templates stand in the place of the embedded ones: the one named, else the one beside the inputs.
#[must_use]
pub(crate) fn templates_folder(files: &dyn FileSystem, paths: &Paths) -> Option<PathBuf> {
    let folder = paths.templates.clone().unwrap_or_else(|| beside(paths));
    has_folder(files, &folder).unwrap_or(true).then_some(folder)
}

fn beside(paths: &Paths) -> PathBuf {
    paths.inputs.with_file_name("report-templates")
}
