//! Which rows a value is made from, and which it lacks. Not for the value ([`super::value`]).

use crate::model::unit::{Rank, Unit};

/// Which rows a value is made from.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub struct Coverage<'a> {
    /// Member units that are counted in.
    pub counted: Vec<&'a Unit>,
    /// Member units whose figures are missing.
    pub missing: Vec<&'a Unit>,
    /// Superior-level rows whose figures are missing.
    pub superior_missing: Vec<&'a Unit>,
    /// How many superior-level rows are counted in.
    pub(crate) superior_counted: usize,
}

impl Coverage<'_> {
    /// Counted and missing member units.
    #[must_use]
    pub fn total(&self) -> usize {
        self.counted.len() + self.missing.len()
    }

    /// Whether any row is counted in.
    #[must_use]
    pub(crate) fn counts_any(&self) -> bool {
        !self.counted.is_empty() || self.superior_counted > 0
    }

    /// Whether nothing is missing.
    #[must_use]
    pub fn is_full(&self) -> bool {
        self.missing.is_empty() && self.superior_missing.is_empty()
    }
}

impl<'a> Coverage<'a> {
    pub(super) fn add_missing(&mut self, unit: &'a Unit) {
        match unit.rank {
            Rank::Member => self.missing.push(unit),
            Rank::Superior => self.superior_missing.push(unit),
        }
    }
}
