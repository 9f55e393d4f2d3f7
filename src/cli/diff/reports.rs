//! Reports in one state, and which are asked for. Not for how they are read.

use std::collections::BTreeMap;
use std::path::PathBuf;

use crate::diff::content::Content;
use crate::diff::places::Places;

/// A report in one state.
pub(super) struct StateReport {
    /// What it says, or why that cannot be told.
    pub(super) content: Result<Content, String>,
    /// What the state is called, where that differs from report to report.
    pub(super) words: String,
    /// Where its values stand.
    pub(super) places: Places,
    /// Its page.
    pub(super) page: Page,
}

/// The page of a report.
pub(super) enum Page {
    /// It is to be laid out from this markup.
    Markup(String),
    /// It is in this file.
    File(PathBuf),
}

/// The reports of a state, by the name of their file without folder and ending.
pub(super) type StateReports = BTreeMap<String, StateReport>;

/// Which reports are compared: the dossier, the folder of its period or phase, the unit, all by their ids.
#[derive(Debug, Clone)]
pub(super) struct AskedReports {
    pub(super) dossier: String,
    pub(super) folder: String,
    pub(super) unit: Option<String>,
}

impl AskedReports {
    /// What the names of the dossier's reports of that period begin with.
    pub(super) fn below(&self) -> String {
        format!("{}/{}/", self.dossier, self.folder)
    }

    /// Whether the report of this name, without its folder, may be one of them: each has its unit's id in its name.
    pub(super) fn may_be(&self, stem: &str) -> bool {
        self.unit.as_ref().is_none_or(|unit| stem.contains(unit.as_str()))
    }
}
