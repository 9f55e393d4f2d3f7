//! Writes the markup of reports beside the format library and the fonts, so that their author sees what was made and any
//! Typst can lay it out. Not for PDFs ([`super::store`]): nothing here is remembered.

use std::io;
use std::path::{Path, PathBuf};

use crate::assets::files::TemplateFiles;
use crate::disk::file_system::FileSystem;
use crate::disk::write;

/// What markup needs besides itself, by the folders of the templates.
const LIBRARY: [&str; 2] = ["van-ban-dang", "fonts"];

/// The folder markup is written to, which is the root that its paths to the library begin at.
#[derive(Clone, Copy)]
pub(crate) struct MarkupFolder<'a> {
    /// Where files are written.
    pub(crate) files: &'a dyn FileSystem,
    /// The folder.
    pub(crate) folder: &'a Path,
}

impl MarkupFolder<'_> {
    /// Writes the library and the fonts. A file that is right already is left alone.
    ///
    /// # Errors
    /// The first file that was not written, and why.
    pub(crate) fn write_library(
        &self,
        templates: &TemplateFiles,
    ) -> Result<(), (PathBuf, io::Error)> {
        for folder in LIBRARY {
            for (name, bytes) in templates.below(folder) {
                self.write(&format!("{folder}/{name}"), bytes)?;
            }
        }
        Ok(())
    }

    /// Writes the markup of a report, such as `lac-duong/2024-Q1/lat`.
    ///
    /// # Errors
    /// The file, and why it was not written.
    pub(crate) fn write_report(
        &self,
        name: &str,
        markup: &str,
    ) -> Result<(), (PathBuf, io::Error)> {
        self.write(&format!("{name}.typ"), markup.as_bytes())
    }

    fn write(&self, name: &str, bytes: &[u8]) -> Result<(), (PathBuf, io::Error)> {
        let path = self.folder.join(name);
        match write::replace_if_changed(self.files, &path, bytes) {
            Ok(_) => Ok(()),
            Err(error) => Err((path, error)),
        }
    }
}
