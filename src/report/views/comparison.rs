//! A comparison with an earlier period as a template sees it. Not for comparing ([`crate::rollup::compare`]).

use serde::Serialize;

use crate::model::comparator::Comparator;
use crate::model::target::Target;
use crate::report::fact_table::FactTable;
use crate::report::facts::{Facts, Written, none_arose};
use crate::rollup::compare::{Base, Change, difference};

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

/// A target compared with the earlier periods of its table.
#[must_use]
pub(super) fn comparisons(
    table: &FactTable<'_>,
    target: &Target,
    facts: &Facts<'_>,
) -> Vec<ComparisonView> {
    let pairs = table.earlier.iter().zip(&facts.bases);
    pairs
        .map(|(then, base)| {
            let plain = |change| (change, None, None);
            let (change, distance, old) =
                match (base, facts.value.known().zip(facts.shown.as_ref())) {
                    (Base::Not(why), _) => plain(*why),
                    (Base::Value(_), None) => plain(Change::NoBase),
                    (Base::Value(before), Some((now, shown))) => {
                        let old = facts.column.write(*before);
                        let (change, distance) = difference((now, *before), (shown, &old));
                        (change, Some(distance), Some(old))
                    }
                };
            let number = old.as_ref().map(Written::of);
            let value = number.clone().map(|number| number.with_unit(target.unit.as_str()));
            let (truoc, truoc_cot) = value.map(Written::both).unzip();
            let (so_truoc, so_truoc_cot) = number.map(Written::both).unzip();
            ComparisonView {
                voi: then.comparator,
                quy: then.table.period.roman(),
                nam: then.table.period.year(),
                thay_doi: change,
                chenh: distance,
                truoc,
                truoc_cot,
                so_truoc,
                so_truoc_cot,
                truoc_khong_phat_sinh: none_arose(target, then.table.value(target)),
                uoc: then.table.value(target).estimate,
            }
        })
        .collect()
}
