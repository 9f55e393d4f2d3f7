//! The names an office's templates know: sections, appendices, columns, sentences. Not for whether a kind uses them.

use std::collections::BTreeSet;

use super::kind_names::CELLS;
use super::phrases;
use super::{COMMON, TEMPLATE};
use crate::assets::files::TemplateFiles;
use crate::diagnostic::Finding;
use crate::schema::template_names::TemplateNames;

/// The names of all kinds together, and what is wrong with phrase banks that could not be read.
#[must_use]
pub fn known_names(files: &TemplateFiles) -> (TemplateNames, Vec<Finding>) {
    let mut names = TemplateNames {
        sections: templates(files, "muc"),
        appendices: templates(files, "phu-luc"),
        ..TemplateNames::default()
    };
    let mut findings = Vec::new();
    let folders = files.paths().filter_map(|path| path.strip_suffix("/cau-chu.yaml"));
    let others = folders.filter(|folder| *folder != COMMON);
    // The wording of all kinds stands before that of one.
    for folder in std::iter::once(COMMON).chain(others) {
        match phrases::of_folder(files, folder) {
            Ok(bank) => {
                for (key, sentence) in bank {
                    names.sentences.entry(key).or_insert_with(|| sentence.text().to_owned());
                }
            }
            Err(finding) => findings.push(finding),
        }
    }
    let cells = names.sentences.keys().filter_map(|key| key.strip_prefix(CELLS));
    names.columns = cells.map(str::to_owned).collect();
    (names, findings)
}

/// The names of the templates in folders of this name, of any kind.
fn templates(files: &TemplateFiles, folder: &str) -> BTreeSet<String> {
    let name = |path: &str| {
        let (_, rest) = path.split_once('/')?;
        let name = rest.strip_prefix(folder)?.strip_prefix('/')?.strip_suffix(TEMPLATE)?;
        Some(name.to_owned())
    };
    files.paths().filter_map(name).collect()
}
