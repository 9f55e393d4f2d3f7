//! Finds and reads dossiers: the folders of `inputs/`. Not for rules between values ([`crate::validate`]), which are
//! called from here because a return that breaks a rule counts as broken.

pub mod amount_slips;
pub mod amounts;
pub mod cell_slips;
pub mod date_slips;
pub mod disk;
pub mod fields;
pub mod load;
pub mod number_slips;
pub mod path_slips;
pub mod plan;
pub mod plan_parts;
pub mod plan_targets;
pub mod returns;
pub mod values;
pub mod written_number;
pub mod yaml;
pub mod yaml_slips;

use std::collections::BTreeMap;

use crate::model::id::Id;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{BoardText, Recognitions, Return};

pub use load::{Loaded, load};

/// A file that was handed in: readable and right, or with errors.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filed<T> {
    /// Without errors.
    Good(T),
    /// With errors; its own report is refused and others treat it as not reported.
    Broken,
}

impl<T> Filed<T> {
    /// The content, if right.
    pub fn good(&self) -> Option<&T> {
        match self {
            Self::Good(content) => Some(content),
            Self::Broken => None,
        }
    }
}

/// What was handed in for one period.
#[derive(Debug, Default)]
pub struct Submitted {
    /// Returns by unit.
    pub returns: BTreeMap<Id, Filed<Return>>,
    /// The board's text.
    pub board: Option<Filed<BoardText>>,
}

/// One plan with all its periods.
#[derive(Debug)]
pub struct Dossier {
    /// The plan.
    pub plan: Plan,
    /// What was handed in, by period.
    pub periods: BTreeMap<Period, Submitted>,
    /// Recognitions by unit.
    pub recognitions: BTreeMap<Id, Recognitions>,
}
