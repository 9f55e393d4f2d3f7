//! Holds a table's totals against the sum of its rows. Not for published totals, which a board's text names
//! (`doi_chieu`).

use super::cells;
use super::head::TableHead;
use super::rows::TableRows;
use super::table::{CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::{Figure, FigureKind};
use crate::model::number::steps;
use crate::model::returns::Amount;

/// Every total that is not the sum of the units above it. Nothing is said over rows that could not be read.
#[must_use]
pub(crate) fn check(
    table: &SourceTable,
    head: &TableHead<'_>,
    rows: &TableRows<'_>,
) -> Vec<Finding> {
    if !rows.complete || rows.units.iter().any(|row| row.refused) {
        return Vec::new();
    }
    let counted = |(_, figure): &(&u32, &&Figure)| figure.kind != FigureKind::Fact;
    let columns: Vec<(&u32, &&Figure)> = head.figures.iter().filter(counted).collect();
    let places =
        rows.totals.iter().flat_map(|row| columns.iter().map(move |column| (*row, column)));
    places
        .filter_map(|(row, (column, figure))| total(table, (row, **column), figure, rows))
        .collect()
}

fn total(
    table: &SourceTable,
    place: CellPosition,
    figure: &Figure,
    rows: &TableRows<'_>,
) -> Option<Finding> {
    let written = match cells::read(table, place, figure) {
        Ok(Some(Amount::Value(total))) => total,
        Ok(_) => return None,
        Err(finding) => return Some(finding.severity(Severity::Warning)),
    };
    let values = rows.units.iter().flat_map(|row| &row.values);
    let amounts = values.filter(|value| value.figure.id == figure.id).map(|value| value.amount);
    let sum: i64 = amounts
        .filter_map(|amount| if let Amount::Value(value) = amount { Some(value) } else { None })
        .sum();
    let message = format!(
        "tổng «{}» trong bảng là {}, cộng các hàng được {}",
        figure.id,
        steps(written, figure.decimals),
        steps(sum, figure.decimals)
    );
    let finding = Finding::new(Code::TableTotal, message)
        .at(&table.span(place))
        .about(&figure.id)
        .value(steps(written, figure.decimals))
        .hint("xem lại số của từng đơn vị và hàng tổng; hàng tổng không được nhập");
    (sum != written).then_some(finding)
}
