//! The earlier values a number is compared with, with their own addends. Not for which periods those are (a kind's
//! manifest).

use serde::Serialize;

use super::sums::{SumTrace, sums};
use crate::model::comparator::Comparator;
use crate::model::figure::{Figure, FigureKind};
use crate::model::target::Target;
use crate::report::context::ReportContext;
use crate::report::earlier::Earlier;
use crate::report::views::figures::{amount, earlier};
use crate::report::views::targets::TargetView;
use crate::rollup::compare::{Change, difference};
use crate::rollup::contribution::{shares, shares_of_figure};
use crate::rollup::digits::Shown;
use crate::rollup::value::{MeasuredValue, measure, total};

/// A comparison with an earlier period.
#[derive(Debug, Serialize)]
pub struct Comparison {
    /// What it is compared with.
    pub voi: Comparator,
    /// The earlier period.
    pub ky: String,
    /// How it changed, or why that cannot be said.
    pub thay_doi: Change,
    /// The earlier number as printed.
    pub gia_tri: Option<String>,
    /// The distance as printed, without sign.
    pub chenh: Option<String>,
    /// The earlier addends.
    pub tong: SumTrace,
}

/// The comparisons of a target, as its view has them.
#[must_use]
pub fn of_target(
    context: &ReportContext<'_>,
    target: &Target,
    view: &TargetView,
) -> Vec<Comparison> {
    let pairs = context.earlier.iter().zip(&view.so_sanh);
    let one = |(then, seen): (&Earlier<'_>, &crate::report::views::comparison::ComparisonView)| {
        Comparison {
            voi: then.comparator,
            ky: then.period.to_string(),
            thay_doi: seen.thay_doi,
            gia_tri: seen.so_truoc.clone(),
            chenh: seen.chenh.clone(),
            tong: sums(
                &shares(context.plan, target, &then.rows),
                &measure(context.plan, target, &then.rows),
            ),
        }
    };
    pairs.map(one).collect()
}

/// The comparisons of a plain figure.
#[must_use]
pub fn of_figure(
    context: &ReportContext<'_>,
    figure: &Figure,
    now: &MeasuredValue<'_>,
) -> Vec<Comparison> {
    let shown = |sum| Shown { rounded: sum, digits: figure.decimals, text: amount(sum, figure) };
    let one = |then: &Earlier<'_>| {
        let value = total(context.plan, figure, &then.rows);
        let before = earlier(context, figure, now, then);
        let changed = now
            .known()
            .zip(before)
            .map(|(now, before)| difference((now, before), (&shown(now), &shown(before))));
        let (change, distance) = changed.unzip();
        Comparison {
            voi: then.comparator,
            ky: then.period.to_string(),
            thay_doi: change.unwrap_or_else(|| no_base(context, figure, &value, then)),
            gia_tri: before.map(|sum| amount(sum, figure)),
            chenh: distance,
            tong: sums(&shares_of_figure(context.plan, figure, &then.rows), &value),
        }
    };
    context.earlier.iter().map(one).collect()
}

/// Why an earlier figure cannot be held against the present one.
fn no_base(
    context: &ReportContext<'_>,
    figure: &Figure,
    then: &MeasuredValue<'_>,
    at: &Earlier<'_>,
) -> Change {
    let broken = |row: &&crate::rollup::rows::Row<'_>| {
        row.broken && then.coverage.missing.contains(&row.unit)
    };
    let other_quarter = at.period.quarter() != context.period.quarter();
    match then.known() {
        _ if figure.kind == FigureKind::YearToDate && other_quarter => Change::NotComparable,
        _ if at.rows.iter().any(|row| broken(&row)) => Change::BrokenBase,
        Some(_) => Change::OtherCoverage,
        None => Change::NoBase,
    }
}
