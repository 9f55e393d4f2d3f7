//! What a run needs, after the command line has been understood. Not for parsing it ([`crate::cli`]).

use std::collections::BTreeSet;
use std::num::NonZero;
use std::path::PathBuf;

use crate::diagnostic::shown::slashed;
use crate::model::period::Period;

/// What a run does with each report.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum RunMode {
    /// Writes its PDF.
    Build,
    /// Only finds what is wrong with its data and templates.
    Check,
}

/// The folders the program reads and writes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Paths {
    /// The folder of dossiers.
    pub inputs: PathBuf,
    /// The folder of templates; none: the one beside the inputs, if any, else the embedded ones.
    pub templates: Option<PathBuf>,
    /// The folder PDFs are written to.
    pub out: PathBuf,
}

impl Default for Paths {
    fn default() -> Self {
        Self { inputs: PathBuf::from("inputs"), templates: None, out: PathBuf::from("out") }
    }
}

impl Paths {
    /// What findings call the inputs folder: with `/` between folders and none at the end.
    #[must_use]
    pub(crate) fn inputs_shown(&self) -> String {
        slashed(&self.inputs).trim_end_matches('/').to_owned()
    }
}

/// A period as it was asked for.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum AskedPeriod {
    /// A quarter of a year.
    Whole(Period),
    /// A quarter of the only year that has returns of it.
    Quarter(u8),
}

impl AskedPeriod {
    /// The one of the periods there are that is meant.
    ///
    /// # Errors
    /// Those it may be: none, or several years have such a quarter.
    pub(crate) fn among(self, there: &BTreeSet<Period>) -> Result<Period, Vec<Period>> {
        let fits = |period: &Period| match self {
            Self::Whole(whole) => *period == whole,
            Self::Quarter(quarter) => period.quarter() == quarter,
        };
        let fitting: Vec<Period> = there.iter().copied().filter(fits).collect();
        if let [period] = fitting[..] { Ok(period) } else { Err(fitting) }
    }
}

/// Which reports, from where, to where. Names are as typed; the inputs tell what they mean.
#[derive(Debug, Clone, Default)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of the command line")]
pub struct Options {
    /// From where, to where.
    pub paths: Paths,
    /// Only these dossiers; empty: all.
    pub dossiers: Vec<String>,
    /// Only this period.
    pub period: Option<AskedPeriod>,
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
