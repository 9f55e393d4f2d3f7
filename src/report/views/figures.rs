//! The view of plain figures: what was reported, added up, and how it was before. Not for targets.

use std::collections::BTreeMap;

use serde::Serialize;

use super::coverage::{CoverageView, figure_coverage_view};
use crate::model::exact::{Exact, round};
use crate::model::figure::{Figure, FigureKind};
use crate::model::number;
use crate::report::fact_table::{Earlier, FactTable};
use crate::rollup::digits::{Column, declared};

/// A figure as a template sees it.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own a template asks")]
pub struct FigureView {
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// What is counted.
    pub don_vi_tinh: String,
    /// `thoi-diem`, `trong-nam`, `luy-ke`, `co-khong`, `cong-nhan`.
    pub(crate) loai: &'static str,
    /// The value; none when missing or none arose.
    pub so: Option<String>,
    /// The same with the noughts of its column.
    pub so_cot: Option<String>,
    /// For a yes/no fact in a unit's report.
    pub co: Option<bool>,
    /// Of several units' values that cannot be added: the least and the most.
    pub(crate) khoang: Option<[String; 2]>,
    /// The same with the noughts of their column.
    pub(crate) khoang_cot: Option<[String; 2]>,
    /// The middle of these.
    pub(crate) giua: Option<String>,
    /// Whether none arose.
    pub khong_phat_sinh: bool,
    /// The value of the first period the kind compares with, where that is comparable.
    pub ky_truoc: Option<String>,
    /// The same with the noughts of its column.
    pub ky_truoc_cot: Option<String>,
    /// Whether none arose then.
    pub(crate) ky_truoc_khong_phat_sinh: bool,
    /// Whether that value is (partly) estimated.
    pub(crate) ky_truoc_uoc: bool,
    /// Whether it is (partly) estimated.
    pub(crate) uoc: bool,
    /// Which units it covers.
    pub(crate) do_phu: CoverageView,
    /// Whether a superior-level row reports it, not the units.
    pub(crate) cap_tren: bool,
    /// The same in earlier years, for a report that compares by year.
    pub theo_nam: Vec<FigureView>,
}

/// Figures by id, for templates that print a single one.
#[must_use]
pub(crate) fn by_id(views: &[FigureView]) -> BTreeMap<String, FigureView> {
    views.iter().map(|view| (view.ma.clone(), view.clone())).collect()
}

/// A figure as a template sees it over the rows of a table.
pub(super) fn figure_view(table: &FactTable<'_>, figure: &Figure) -> FigureView {
    written_in(table.figure_column(figure), table, figure)
}

/// The same, with its numbers written in a column.
fn written_in(column: Column, table: &FactTable<'_>, figure: &Figure) -> FigureView {
    let text = |value: Exact| column.write(value).text;
    let words = |value: Exact| column.write(value).in_sentence();
    let now = table.total(figure);
    let single = table.rows.len() == 1;
    let fact = figure.kind.is_yes_no();
    let known = now.known();
    let before = first_earlier(table, figure);
    FigureView {
        ma: figure.id.to_string(),
        ten: figure.name.to_string(),
        don_vi_tinh: figure.measure.to_string(),
        loai: kind_word(figure.kind),
        khoang: now.spread.map(|all| column.in_sentence([all.low, all.high])),
        khoang_cot: now.spread.map(|all| [all.low, all.high].map(text)),
        giua: now.spread.map(|all| declared(all.middle).text),
        so: known.filter(|_| !now.none_arose).map(words),
        so_cot: known.filter(|_| !now.none_arose).map(text),
        co: known.filter(|_| fact && single).map(|sum| sum > Exact::ZERO),
        khong_phat_sinh: known.is_some() && now.none_arose,
        ky_truoc: before.map(|(_, sum)| words(sum)),
        ky_truoc_cot: before.map(|(_, sum)| text(sum)),
        ky_truoc_khong_phat_sinh: before.is_some_and(|(then, _)| then.total(figure).none_arose),
        ky_truoc_uoc: before.is_some_and(|(then, _)| then.total(figure).estimate),
        uoc: now.estimate,
        do_phu: figure_coverage_view(&now.coverage),
        cap_tren: !figure.reported_by.is_empty(),
        theo_nam: figure_cells(column, table, figure),
    }
}

/// A sum in the figure's own decimals, where it stands in no column: a distance, say.
#[must_use]
pub(crate) fn amount(sum: Exact, figure: &Figure) -> String {
    number::decimal(round(sum, figure.decimals), figure.decimals)
}

/// The value of the first period compared with.
fn first_earlier<'t, 'a>(
    table: &'t FactTable<'a>,
    figure: &Figure,
) -> Option<(&'t FactTable<'a>, Exact)> {
    let then = table.earlier.first()?;
    Some((&then.table, earlier_total(table, figure, then)?))
}

/// The value of an earlier period, unless the figure starts anew each year or covers other units.
#[must_use]
pub(crate) fn earlier_total(
    table: &FactTable<'_>,
    figure: &Figure,
    then: &Earlier<'_>,
) -> Option<Exact> {
    let (then, now) = (&then.table, table.total(figure));
    if figure.kind == FigureKind::YearToDate && then.period.quarter() != table.period.quarter() {
        return None;
    }
    let value = then.total(figure);
    let inherited = then.rows.iter().any(|row| row.origin.is_some());
    let comparable = if inherited {
        value.coverage.is_full() && now.coverage.is_full()
    } else {
        value.coverage == now.coverage
    };
    value.known().filter(|_| comparable)
}

fn kind_word(kind: FigureKind) -> &'static str {
    match kind {
        FigureKind::Stock => "thoi-diem",
        FigureKind::YearToDate => "trong-nam",
        FigureKind::Cumulative => "luy-ke",
        FigureKind::Fact => "co-khong",
        FigureKind::Recognition => "cong-nhan",
    }
}

/// A figure's values before now, one for each of [`years`](super::years::years) but the last.
fn figure_cells(column: Column, table: &FactTable<'_>, figure: &Figure) -> Vec<FigureView> {
    let past = table.earlier.iter().filter(|then| then.is_year());
    past.map(|then| written_in(column, &then.table, figure)).collect()
}
