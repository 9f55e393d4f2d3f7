//! Values by year: the base year, each year since, and now. Not for how a value changed ([`super::targets`]).

use serde::Serialize;

use super::comparison::ComparisonView;
use crate::model::comparator::Comparator;
use crate::model::exact::Exact;
use crate::model::period::Period;
use crate::model::target::{Measure, Target};
use crate::report::fact_table::FactTable;
use crate::report::facts::{Facts, none_arose, number, written};

/// A year of the series, as the head of a column.
#[derive(Debug, Clone, Serialize)]
pub struct YearView {
    /// The year.
    pub nam: u16,
    /// The quarter its values are of, Roman.
    pub quy: &'static str,
    /// Whether that is the year's last.
    pub(crate) ca_nam: bool,
    /// Whether it is the base year.
    pub(crate) goc: bool,
    /// Whether it is the report's own time.
    pub(crate) nay: bool,
}

/// A target's value in a year.
#[derive(Debug, Clone, Serialize)]
pub struct YearCell {
    /// The value with its unit, or `n/m`; none without figures.
    pub gia_tri: Option<String>,
    /// The value without its unit.
    pub(crate) so: Option<String>,
    /// For a count: whether the fact holds anywhere.
    pub(crate) co: Option<bool>,
    /// Whether it is a sum of what arose nowhere.
    pub(crate) khong_phat_sinh: bool,
    /// Whether it is (partly) estimated.
    pub uoc: bool,
    /// Whether every unit is counted in.
    pub(crate) du: bool,
    /// Units counted in.
    pub(crate) so_don_vi: usize,
    /// Units it should cover.
    pub(crate) tong_don_vi: usize,
}

/// The years of a report that compares by year, its own time last; none for another.
#[must_use]
pub(crate) fn years(table: &FactTable<'_>) -> Vec<YearView> {
    let year = |period: Period, goc: bool, nay: bool| YearView {
        nam: period.year(),
        quy: period.roman(),
        ca_nam: period.quarter() == 4,
        goc,
        nay,
    };
    let past = table.earlier.iter().filter(|then| then.is_year());
    let mut years: Vec<YearView> = past
        .map(|then| year(then.table.period, then.comparator == Comparator::BaseYear, false))
        .collect();
    if !years.is_empty() {
        years.push(year(table.period, false, true));
    }
    years
}

/// A target's values, one for each of [`years`]. Where a value may be compared with today's, it is written as in that
/// comparison.
#[must_use]
pub(crate) fn target_cells(
    table: &FactTable<'_>,
    target: &Target,
    compared: &[ComparisonView],
) -> Vec<YearCell> {
    let pairs = table.earlier.iter().zip(compared).filter(|(then, _)| then.is_year());
    let mut cells: Vec<YearCell> = pairs
        .map(|(then, comparison)| {
            let cell = year_cell(&table.in_column(&then.table, target), target);
            match (&comparison.truoc_cot, &comparison.so_truoc_cot) {
                (Some(value), Some(number)) => {
                    YearCell { gia_tri: Some(value.clone()), so: Some(number.clone()), ..cell }
                }
                _ => cell,
            }
        })
        .collect();
    if !cells.is_empty() {
        cells.push(year_cell(table.facts(target), target));
    }
    cells
}

fn year_cell(facts: &Facts<'_>, target: &Target) -> YearCell {
    let counted = matches!(target.measure, Measure::Count { .. });
    let coverage = &facts.value.coverage;
    YearCell {
        gia_tri: written(target, facts).map(|one| one.in_column),
        so: number(facts).map(|one| one.in_column),
        co: facts.value.known().filter(|_| counted).map(|value| value > Exact::ZERO),
        khong_phat_sinh: none_arose(target, &facts.value),
        uoc: facts.value.estimate,
        du: coverage.is_full(),
        so_don_vi: coverage.counted.len(),
        tong_don_vi: coverage.total(),
    }
}
