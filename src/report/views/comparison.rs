//! A comparison with an earlier period as a template sees it. Not for comparing ([`crate::rollup::compare`]).

use serde::Serialize;

use crate::model::comparator::Comparator;
use crate::rollup::compare::Change;

/// A comparison with an earlier period.
#[derive(Debug, Clone, Serialize)]
pub struct ComparisonView {
    /// What it is compared with.
    pub voi: Comparator,
    /// The earlier quarter, Roman.
    pub(crate) quy: &'static str,
    /// The earlier year.
    pub nam: u16,
    /// How it changed, or why that cannot be said.
    pub thay_doi: Change,
    /// The distance.
    pub chenh: Option<String>,
    /// The earlier value with its unit.
    pub truoc: Option<String>,
    /// The same with the noughts of its column.
    pub truoc_cot: Option<String>,
    /// The earlier value without its unit.
    pub so_truoc: Option<String>,
    /// The same with the noughts of its column.
    pub so_truoc_cot: Option<String>,
    /// Whether the earlier value is a sum of what arose nowhere.
    pub(crate) truoc_khong_phat_sinh: bool,
    /// Whether the earlier value is (partly) estimated.
    pub uoc: bool,
}
