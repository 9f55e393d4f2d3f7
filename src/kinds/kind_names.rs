//! The names one kind's templates have for sections, appendices and columns, taken in either spelling: `ket-qua`, `ket_qua`.
//! Not for the names of all kinds together ([`super::known_names`]).

use super::phrases;
use super::{COMMON, TEMPLATE};
use crate::assets::files::TemplateFiles;
use crate::model::id::Id;
use crate::yaml::values::is_keyword;

/// What the keys of cells in the table of targets begin with.
pub(super) const CELLS: &str = "bang.o.";

/// The names a kind has templates and sentences for.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct KindNames {
    sections: Vec<String>,
    pub(super) appendices: Vec<String>,
    columns: Vec<String>,
}

impl KindNames {
    /// Those of a kind. What is wrong with its phrase bank is told where sentences are read.
    pub(super) fn of(files: &TemplateFiles, kind: &Id) -> Self {
        let bank = phrases::read(files, kind).unwrap_or_default();
        let cells = bank.keys().filter_map(|key| key.strip_prefix(CELLS));
        Self {
            sections: templates(files, kind, "muc/"),
            appendices: templates(files, kind, "phu-luc/"),
            columns: cells.map(str::to_owned).collect(),
        }
    }

    /// The name of the section that was typed, as its template is called.
    #[must_use]
    pub(crate) fn section(&self, typed: &str) -> String {
        spelt(self.sections.iter(), typed)
    }

    /// The name of the column that was typed, as its sentences call it.
    #[must_use]
    pub(crate) fn column(&self, typed: &str) -> String {
        spelt(self.columns.iter(), typed)
    }
}

/// The name that was typed, as it is known; a name nobody knows stays as it is.
pub(super) fn spelt<'k>(
    mut known: impl Iterator<Item = &'k String> + Clone,
    typed: &str,
) -> String {
    let exact = known.clone().find(|name| *name == typed);
    let known = exact.or_else(|| known.find(|name| is_keyword(typed, name)));
    known.map_or(typed, String::as_str).to_owned()
}

/// The names of the templates a kind has in a folder, of its own or common ones.
fn templates(files: &TemplateFiles, kind: &Id, folder: &str) -> Vec<String> {
    let names = [COMMON, kind.as_str()].into_iter().flat_map(|room| files.below(room));
    let name = |path: &str| Some(path.strip_prefix(folder)?.strip_suffix(TEMPLATE)?.to_owned());
    names.filter_map(|(path, _)| name(path)).collect()
}
