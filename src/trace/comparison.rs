//! The earlier values a number is compared with, with their own addends. Not for which periods those are (a kind's
//! manifest).

use serde::Serialize;

use super::sums::{SumTrace, sums};
use crate::model::comparator::Comparator;
use crate::model::figure::{Figure, FigureKind};
use crate::model::target::Target;
use crate::report::fact_table::{Earlier, FactTable};
use crate::report::views::comparison::ComparisonView;
use crate::report::views::figures::earlier_total;
use crate::report::views::targets::TargetView;
use crate::rollup::compare::{Change, difference};
use crate::rollup::contribution::{shares, shares_of_figure};
use crate::rollup::rows::Row;

/// A comparison with an earlier period.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What it is compared with.
    pub(crate) voi: Comparator,
    /// The earlier period.
    pub(crate) ky: String,
    /// How it changed, or why that cannot be said.
    pub(crate) thay_doi: Change,
    /// The earlier number as printed.
    pub gia_tri: Option<String>,
    /// The distance as printed, without sign.
    pub chenh: Option<String>,
    /// The earlier addends.
    pub tong: SumTrace,
}

/// The comparisons of a target, as its view has them.
#[must_use]
pub(crate) fn target_comparisons(
    table: &FactTable<'_>,
    target: &Target,
    view: &TargetView,
) -> Vec<Comparison> {
    let pairs = table.earlier.iter().zip(&view.so_sanh);
    let traced = |(then, seen): (&Earlier<'_>, &ComparisonView)| Comparison {
        voi: then.comparator,
        ky: then.table.period.to_string(),
        thay_doi: seen.thay_doi,
        gia_tri: seen.so_truoc.clone(),
        chenh: seen.chenh.clone(),
        tong: sums(&shares(table.plan, target, &then.table.rows), then.table.value(target)),
    };
    pairs.map(traced).collect()
}

/// The comparisons of a plain figure.
#[must_use]
pub(crate) fn figure_comparisons(table: &FactTable<'_>, figure: &Figure) -> Vec<Comparison> {
    let now = table.total(figure);
    let shown = |sum| table.figure_column(figure).write(sum);
    let traced = |then: &Earlier<'_>| {
        let value = then.table.total(figure);
        let before = earlier_total(table, figure, then);
        let changed = now
            .known()
            .zip(before)
            .map(|(now, before)| difference((now, before), (&shown(now), &shown(before))));
        let (change, distance) = changed.unzip();
        Comparison {
            voi: then.comparator,
            ky: then.table.period.to_string(),
            thay_doi: change.unwrap_or_else(|| no_base(table, figure, then)),
            gia_tri: before.map(|sum| shown(sum).in_sentence()),
            chenh: distance,
            tong: sums(&shares_of_figure(figure, &then.table.rows), value),
        }
    };
    table.earlier.iter().map(traced).collect()
}

/// Why an earlier figure cannot be held against the present one.
fn no_base(table: &FactTable<'_>, figure: &Figure, then: &Earlier<'_>) -> Change {
    let then = &then.table;
    let value = then.total(figure);
    let broken = |row: &Row<'_>| row.broken && value.coverage.missing.contains(&row.unit);
    let other_quarter = then.period.quarter() != table.period.quarter();
    match value.known() {
        _ if figure.kind == FigureKind::YearToDate && other_quarter => Change::NotComparable,
        _ if then.rows.iter().any(broken) => Change::BrokenBase,
        Some(_) => Change::OtherCoverage,
        None => Change::NoBase,
    }
}
