//! What the user asks an import for. Not for how it is typed ([`crate::cli`]).

use std::path::PathBuf;

use chrono::NaiveDate;

use crate::model::period::Period;

/// What to import, and into what.
#[derive(Debug, Clone)]
pub struct ImportRequest {
    /// The table's file.
    pub file: PathBuf,
    /// The sheet; none: the first that has units and figures.
    pub sheet: Option<String>,
    /// The dossier that takes the figures; none: the only one there is.
    pub dossier: Option<String>,
    /// The period the figures are of.
    pub period: Period,
    /// The as-of date of new returns; none: the one all other returns of the period have.
    pub as_of: Option<NaiveDate>,
}
