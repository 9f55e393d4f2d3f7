//! What a run needs, after the command line has been understood. Not for parsing it ([`crate::cli`]).

use std::num::NonZero;
use std::path::PathBuf;

use crate::model::period::Period;

/// What a run does with each report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Goal {
    /// Write PDFs.
    Build,
    /// Only find what is wrong with data and templates.
    Check,
}

/// Which reports, from where, to where.
#[derive(Debug, Clone)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// The folder of dossiers.
    pub inputs: PathBuf,
    /// The folder of templates; none: the one beside the inputs, if any, else the embedded ones.
    pub templates: Option<PathBuf>,
    /// The folder PDFs are written to.
    pub out: PathBuf,
    /// Only these dossiers; empty: all.
    pub dossiers: Vec<String>,
    /// Only this period.
    pub period: Option<Period>,
    /// Only this unit's report (`tong-hop`: the roll-up's).
    pub unit: Option<String>,
    /// Reports worked on at once; none: as many as there are processors.
    pub jobs: Option<NonZero<usize>>,
    /// Rebuild what has not changed.
    pub force: bool,
    /// Stop at the first error.
    pub fail_fast: bool,
    /// Trust no PDF by its size and time: compare its bytes.
    pub verify: bool,
    /// Remove reports that no longer belong to any dossier.
    pub prune: bool,
    /// Hold every PDF against its format profile, and write none that deviates.
    pub inspect: bool,
    /// The folder the markup of reports is written to, with the format library beside it; none: nowhere.
    pub typst: Option<PathBuf>,
}

impl Default for Options {
    fn default() -> Self {
        Self {
            inputs: PathBuf::from("inputs"),
            templates: None,
            out: PathBuf::from("out"),
            dossiers: Vec::new(),
            period: None,
            unit: None,
            jobs: None,
            force: false,
            fail_fast: false,
            verify: false,
            prune: false,
            inspect: false,
            typst: None,
        }
    }
}

impl Options {
    /// What findings call the inputs folder: with `/` between folders and none at the end.
    #[must_use]
    pub fn inputs_shown(&self) -> String {
        self.inputs.to_string_lossy().replace('\\', "/").trim_end_matches('/').to_owned()
    }

    /// Whether a dossier is among those asked for.
    #[must_use]
    pub fn asks_for(&self, dossier: &str) -> bool {
        self.dossiers.is_empty() || self.dossiers.iter().any(|name| name == dossier)
    }
}
