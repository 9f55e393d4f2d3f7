//! Which units a value covers, as a template sees it. Not for deciding it ([`crate::rollup::value`]).

use serde::Serialize;

use super::names::{NameGroup, by_kind};
use crate::rollup::coverage::Coverage;

/// Which units a value covers.
#[derive(Debug, Clone, Serialize)]
pub struct CoverageView {
    /// Whether nothing is missing.
    pub(crate) du: bool,
    /// Units counted in.
    pub co: usize,
    /// Units it should cover.
    pub tong: usize,
    /// Names of the missing units.
    pub(crate) thieu: Vec<String>,
    /// Names of missing superior-level rows.
    pub(crate) cap_tren_thieu: Vec<String>,
    /// All that are missing, by kind.
    pub(crate) ke_thieu: Vec<NameGroup>,
}

/// Coverage of a figure as a template sees it: every row that owes it counts, superior ones too.
#[must_use]
pub(crate) fn figure_coverage_view(coverage: &Coverage<'_>) -> CoverageView {
    let (counted, missing) = (coverage.superior_counted, coverage.superior_missing.len());
    let own = coverage_view(coverage);
    CoverageView { co: own.co + counted, tong: own.tong + counted + missing, ..own }
}

/// Coverage as a template sees it.
#[must_use]
pub(crate) fn coverage_view(coverage: &Coverage<'_>) -> CoverageView {
    let all = coverage.missing.iter().chain(&coverage.superior_missing).copied();
    CoverageView {
        du: coverage.is_full(),
        co: coverage.counted.len(),
        tong: coverage.total(),
        thieu: coverage.missing.iter().map(|unit| unit.full_name()).collect(),
        ke_thieu: by_kind(all),
        cap_tren_thieu: coverage.superior_missing.iter().map(|unit| unit.full_name()).collect(),
    }
}
