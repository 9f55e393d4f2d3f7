//! The tables of a report as a template sees them: their columns in order, one for each year where they go by years, with
//! width and alignment. Not for what cells say: the phrase bank does.

use std::collections::BTreeMap;

use serde::Serialize;

use super::figures::FigureView;
use super::targets::TargetView;
use super::years::YearView;
use crate::kinds::table_layout::{TARGETS, TableLayout};
use crate::model::comparator::Comparator;
use crate::report::context::ReportContext;
use crate::report::due::Scope;

/// The column that stands for one column a year.
const BY_YEAR: &str = "theo_nam";
/// The column of the first period compared with; it takes that period's name.
const COMPARED: &str = "so_voi";
/// The column of remarks.
const REMARKS: &str = "ghi_chu";
/// Of so many rows one with a remark does not make a column of remarks: the mark stands in the value's cell.
const ROWS_TO_A_REMARK: usize = 4;
/// More years than this are many.
const FEW_YEARS: usize = 4;

/// A table as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct TableView {
    /// The size of its text, as Typst code.
    pub(crate) co_chu: String,
    /// Its columns, in order.
    pub(crate) cot: Vec<ColumnView>,
    /// Whether it shows so many years that it asks for a landscape page.
    pub(crate) ngang: bool,
}

/// A column as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct ColumnView {
    /// Its name.
    pub(crate) ma: String,
    /// Its width, as Typst code.
    pub(crate) rong: String,
    /// Its alignment, as Typst code.
    pub(crate) can: &'static str,
    /// The year it shows, in a table that goes by years.
    pub(crate) nam: Option<YearView>,
    /// Where in a list of values the one for this column is, from 0: of the years its own, in any other column the last;
    /// in the table by units the target.
    pub(crate) thu: usize,
}

/// Whether so many years are shown that they ask for a landscape page.
#[must_use]
pub(crate) fn are_many(years: &[YearView]) -> bool {
    years.len() > FEW_YEARS
}

/// Every table of the context's kind by name. The table of targets has the columns `asked` for, but for comparisons no target
/// is compared by; of the others a column with nothing in it is left out.
#[must_use]
pub(crate) fn tables(
    context: &ReportContext<'_>,
    asked: &[String],
    targets: &[TargetView],
    figures: &[FigureView],
    by_year: &[YearView],
) -> BTreeMap<String, TableView> {
    let empty = uncompared(context, targets);
    let asked = asked.iter().map(String::as_str).filter(|name| !empty.contains(name));
    let of_targets = expanded(context.kind.layout.table(TARGETS), asked, by_year);
    let now = [now(context)];
    let at_least_now = if by_year.is_empty() { &now } else { by_year };
    let of_others = |(name, layout): (&str, &TableLayout)| {
        let columns = layout.columns.iter().map(String::as_str);
        let columns = columns.filter(|column| !is_empty(context, column, figures));
        let table = expanded(layout, columns, at_least_now);
        (name.to_owned(), named_after(table, context))
    };
    let mut all: BTreeMap<String, TableView> =
        context.kind.layout.tables().map(of_others).collect();
    all.insert(TARGETS.to_owned(), of_targets);
    all
}

/// The comparisons by which no target has a value.
fn uncompared(context: &ReportContext<'_>, targets: &[TargetView]) -> Vec<&'static str> {
    let with =
        |voi| targets.iter().flat_map(|target| &target.so_sanh).filter(move |one| one.voi == voi);
    let all = context.earlier().iter().map(|then| then.comparator);
    all.filter(|voi| with(*voi).all(|one| one.truoc.is_none())).map(comparator_word).collect()
}

/// These columns of a table, the one by years as one for each year.
fn expanded<'c>(
    layout: &TableLayout,
    columns: impl Iterator<Item = &'c str>,
    years: &[YearView],
) -> TableView {
    let last = years.len().saturating_sub(1);
    let mut cot = Vec::new();
    for name in columns {
        if name == BY_YEAR {
            let of_year =
                |(at, year): (usize, &YearView)| column(layout, name, Some(year.clone()), at);
            cot.extend(years.iter().enumerate().map(of_year));
        } else {
            cot.push(column(layout, name, None, last));
        }
    }
    let ngang = cot.iter().any(|column| column.nam.is_some()) && are_many(years);
    TableView { co_chu: layout.size().to_owned(), cot, ngang }
}

/// A column of a table.
#[must_use]
pub(crate) fn column(
    layout: &TableLayout,
    name: &str,
    nam: Option<YearView>,
    thu: usize,
) -> ColumnView {
    let (rong, can) = (layout.width(name).to_owned(), layout.align(name));
    ColumnView { ma: name.to_owned(), rong, can, nam, thu }
}

/// Whether no figure has anything to say in a column; in that of remarks, whether few have.
fn is_empty(context: &ReportContext<'_>, column: &str, figures: &[FigureView]) -> bool {
    let gaps = context.scope() == Scope::Area;
    let partly = |figure: &FigureView| !figure.do_phu.du && figure.do_phu.co > 0;
    let remarked = |figure: &&FigureView| figure.uoc || gaps && partly(figure);
    match column {
        COMPARED => figures.iter().all(|figure| figure.ky_truoc.is_none()),
        REMARKS => figures.iter().filter(remarked).count() * ROWS_TO_A_REMARK <= figures.len(),
        _ => false,
    }
}

/// The column of the period compared with takes its name.
fn named_after(mut table: TableView, context: &ReportContext<'_>) -> TableView {
    let compared = context.earlier().first().map(|then| comparator_word(then.comparator));
    for column in table.cot.iter_mut().filter(|column| column.ma == COMPARED) {
        compared.unwrap_or(COMPARED).clone_into(&mut column.ma);
    }
    table
}

fn comparator_word(comparator: Comparator) -> &'static str {
    let word = Comparator::WORDS.iter().find(|(_, one)| *one == comparator);
    word.map(|(word, _)| *word).expect("every comparator has its word")
}

/// The report's own time as the only year.
fn now(context: &ReportContext<'_>) -> YearView {
    let (nam, quy) = (context.period().year(), context.period().roman());
    YearView { nam, quy, ca_nam: true, goc: false, nay: true }
}
