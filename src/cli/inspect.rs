//! The command `inspect`: files in, exit codes and printed words out. Not for what is inspected.

use std::io;
use std::path::{Path, PathBuf};

use super::reporter::say;
use crate::assets::files::template_files;
use crate::diagnostic::render::Format;
use crate::disk;
use crate::inspect::report::Inspection;
use crate::inspect::table::Tables;
use crate::inspect::tell::tell;
use crate::inspect::{Unreadable, inspect};
use crate::options::Paths;

/// What became of one file.
type Told = (PathBuf, Result<Inspection, Unreadable>);

/// Inspects each file.
///
/// # Errors
/// The tables of the profiles cannot be read.
pub fn inspect_files(
    files: &[PathBuf],
    profile: Option<&str>,
    paths: &Paths,
) -> Result<Vec<Told>, Unreadable> {
    let templates = template_files(paths).map_err(|error| Unreadable(error.to_string()))?;
    let tables = Tables::load(&templates)?;
    let one = |file: &PathBuf| (file.clone(), one(file, &tables, profile));
    Ok(files.iter().map(one).collect())
}

fn one(file: &Path, tables: &Tables, profile: Option<&str>) -> Result<Inspection, Unreadable> {
    let bytes = disk::bytes(file).ok_or_else(|| Unreadable("không mở được tệp".to_owned()))?;
    inspect(&bytes, tables, profile)
}

/// Prints what became of a file; the result is its exit code.
#[must_use]
pub fn show(file: &Path, told: Result<Inspection, Unreadable>, format: Format) -> u8 {
    let name = file.display().to_string();
    match told {
        Ok(inspection) => {
            say(&mut io::stdout(), &tell(&inspection, &name, format));
            u8::from(!inspection.deviations.is_empty())
        }
        Err(error) => {
            say(&mut io::stderr(), &format!("lỗi: {name}: {error}\n"));
            2
        }
    }
}
