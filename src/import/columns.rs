//! A column of a figure, and how its numbers are put into the plan's unit of measure. Not for finding the column
//! ([`super::head`]) and not for its cells ([`super::cells`]).

use std::collections::BTreeMap;

use super::measures::TableMeasure;
use super::table::{CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::exact::Exact;
use crate::model::figure::{Figure, FigureKind};

/// A column of a figure.
#[derive(Debug, Clone)]
pub(crate) struct TableColumn<'p> {
    /// Which figure.
    pub(crate) figure: &'p Figure,
    /// Where it is named.
    pub(crate) place: CellPosition,
    /// The units of measure written for it, the first one right for all its cells.
    pub(crate) measures: Vec<TableMeasure>,
    /// What its numbers are multiplied by to be in the plan's unit of measure.
    pub(crate) factor: Exact,
}

/// A column named at `place`, with the units of measure that stand in its head.
#[must_use]
pub(crate) fn figure_column(
    figure: &Figure,
    place: CellPosition,
    measures: Vec<TableMeasure>,
) -> TableColumn<'_> {
    TableColumn { figure, place, measures, factor: Exact::ONE }
}

/// Holds the units of measure of the head, or of lines above the table, against the plan's. A column in a unit that is
/// none of the plan's kind is not imported, and found.
pub(crate) fn measured(
    table: &SourceTable,
    columns: &mut BTreeMap<u32, TableColumn<'_>>,
    stated: &[(CellPosition, TableMeasure)],
) -> Vec<Finding> {
    let mut findings = Vec::new();
    let fits = |column: &TableColumn<'_>, measure: &TableMeasure| {
        measure.in_terms_of(&TableMeasure::read(column.figure.measure.as_str()))
    };
    let fitting = |column: &TableColumn<'_>| {
        let fitting = stated.iter().filter(|(_, measure)| fits(column, measure).is_some());
        fitting.map(|(_, measure)| measure.clone()).collect::<Vec<_>>()
    };
    let useless = |(_, measure): &&(CellPosition, TableMeasure)| {
        !columns.values().any(|column| fits(column, measure).is_some())
    };
    let foreign: Option<(CellPosition, TableMeasure)> = stated.iter().find(useless).cloned();
    columns.retain(|_, column| {
        if column.figure.kind == FigureKind::Fact {
            return true;
        }
        let own = !column.measures.is_empty();
        if !own {
            column.measures = fitting(column);
        }
        let factors: Vec<Option<Exact>> =
            column.measures.iter().map(|measure| fits(column, measure)).collect();
        let first = factors.first().copied().unwrap_or(Some(Exact::ONE));
        let agree = factors.iter().all(|factor| *factor == first);
        let lost = !own && column.measures.is_empty() && foreign.is_some();
        if let Some(factor) = first.filter(|_| agree && !lost) {
            column.factor = factor;
            return true;
        }
        let place = foreign.as_ref().filter(|_| lost).map_or(column.place, |(place, _)| *place);
        let foreign = foreign.iter().filter(|_| lost).map(|(_, measure)| measure);
        let written: Vec<&TableMeasure> = column.measures.iter().chain(foreign).collect();
        findings.push(refusal(table, place, column.figure, &written));
        false
    });
    findings
}

/// Both readings named: the table's unit of measure and the plan's.
fn refusal(
    table: &SourceTable,
    place: CellPosition,
    figure: &Figure,
    measures: &[&TableMeasure],
) -> Finding {
    let written: Vec<&str> = measures.iter().map(|measure| measure.written.as_str()).collect();
    let message = format!(
        "«{}» trong bảng tính bằng {}, kế hoạch tính bằng {}: cột không được nhập",
        figure.id,
        written.join(" và "),
        figure.measure
    );
    Finding::new(Code::WrongMeasure, message)
        .at(&table.span(place))
        .about(&figure.id)
        .value(written.join(", "))
        .hint(format!("đổi số liệu ra {} và ghi đúng đơn vị tính ở tiêu đề", figure.measure))
}
