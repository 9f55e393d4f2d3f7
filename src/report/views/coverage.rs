//! Which units a value covers, as a template sees it. Not for deciding it ([`crate::rollup::value`]).

use serde::Serialize;

use crate::rollup::value::Coverage;

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
}

/// Coverage as a template sees it.
#[must_use]
pub(crate) fn coverage_view(coverage: &Coverage<'_>) -> CoverageView {
    CoverageView {
        du: coverage.is_full(),
        co: coverage.counted.len(),
        tong: coverage.total(),
        thieu: coverage.missing.iter().map(|unit| unit.full_name()).collect(),
        cap_tren_thieu: coverage.superior_missing.iter().map(|unit| unit.full_name()).collect(),
    }
}
