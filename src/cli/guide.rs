//! The command `guide`: the guide in the terminal, or as a PDF. Not for the guide itself ([`crate::guide`]).

use std::path::Path;

use super::output::print;
use super::reporter::Reporter;
use crate::assets::files::TemplateFiles;
use crate::assets::fonts::Fonts;
use crate::diagnostic::Finding;
use crate::diagnostic::not_written::Unwritten;
use crate::diagnostic::shown::slashed;
use crate::disk::file_system::FileSystem;
use crate::disk::write::replace_if_changed;
use crate::guide::{self, plain::plain};
use crate::typeset::typesetter::Typesetter;

/// The widest line in the terminal: what is comfortably read.
const WIDTH: usize = 90;

/// Runs the command; the result is the exit code.
#[must_use]
pub(crate) fn run(pdf: Option<&Path>, files: &dyn FileSystem, reporter: &Reporter) -> u8 {
    match pdf {
        None => print(&plain(guide::TEXT, WIDTH)),
        Some(path) => write(path, files, reporter),
    }
}

fn write(path: &Path, files: &dyn FileSystem, reporter: &Reporter) -> u8 {
    let templates = TemplateFiles::embedded();
    let typesetter = Typesetter::new(&templates, Fonts::load(&templates));
    let findings = match guide::pdf(&typesetter) {
        Err(findings) => findings,
        Ok(bytes) => match replace_if_changed(files, path, &bytes) {
            Ok(_) => {
                reporter.beside(&format!("Đã viết {}.\n", slashed(path)));
                return 0;
            }
            Err(error) => vec![Finding::not_written(Unwritten::Output(path), &error)],
        },
    };
    reporter.findings(&findings.iter().collect::<Vec<_>>());
    1
}
