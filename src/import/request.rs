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
    /// How the table is read.
    pub reading: ReadingOptions,
}

/// How a table is read where it leaves a choice.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct ReadingOptions {
    /// How numbers typed as text are read.
    pub numbers: NumberStyle,
    /// What becomes of a row with a bad cell.
    pub bad_rows: BadRows,
}

/// How numbers typed as text are to be read.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum NumberStyle {
    /// As a return has them; those that may mean something else are asked about.
    #[default]
    Plain,
    /// A dot between thousands, a decimal comma, as the user said.
    Vietnamese,
}

/// What becomes of a row with a bad cell.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum BadRows {
    /// Nothing of it is imported.
    #[default]
    LeftOut,
    /// Its good cells are imported.
    GoodCells,
}
