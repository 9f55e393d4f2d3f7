//! Holds a table's totals, and the sums of its groups, against the sum of their rows. Not for published totals, which a
//! board's text names (`doi_chieu`).

use super::cells;
use super::columns::TableColumn;
use super::labels::{SumLabel, label};
use super::rows::{BodyRow, TableRow, TableRows, counted};
use super::table::CellPosition;
use super::unit_row::TableReading;
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::FigureKind;
use crate::model::number::steps;
use crate::model::returns::Amount;

/// Every total that is not the sum of its units. Nothing is said over rows that could not be read, nor of a total of all
/// units if the table does not hold them all (`whole`).
#[must_use]
pub(crate) fn check(
    reading: &TableReading<'_, '_>,
    rows: &TableRows<'_>,
    whole: bool,
) -> Vec<Finding> {
    if !rows.complete {
        return Vec::new();
    }
    let sums = rows.body.iter().enumerate().filter_map(|(at, row)| match row {
        BodyRow::Sum(_, SumLabel::Total) if !whole => None,
        BodyRow::Sum(row, kind) => Some((*row, *kind, members(rows, at, *kind))),
        _ => None,
    });
    let counted = |column: &TableColumn<'_>| {
        column.figure.kind != FigureKind::Fact && column.figure.is_additive()
    };
    let columns: Vec<_> = reading.head.figures.iter().filter(|(_, one)| counted(one)).collect();
    let mut findings = Vec::new();
    for (row, kind, members) in sums {
        if members.is_empty() || members.iter().any(|row| row.refused) {
            continue;
        }
        let wrong = columns
            .iter()
            .filter_map(|(at, column)| total(reading, (row, **at), column, kind, &members));
        findings.extend(wrong);
    }
    findings
}

/// The units a sum is over: all, or those below a group's name up to the next of its level. A sum with none below is over
/// those above, if other groups show where they begin; else nobody knows, and it is over none.
pub(crate) fn members<'r, 'p>(
    rows: &'r TableRows<'p>,
    at: usize,
    kind: SumLabel,
) -> Vec<&'r TableRow<'p>> {
    let unit = |row: &BodyRow| match row {
        BodyRow::Unit(at) => rows.units.get(*at),
        _ => None,
    };
    let SumLabel::Group(level) = kind else { return rows.units.iter().collect() };
    let ends = |row: &&BodyRow| match row {
        BodyRow::Sum(_, SumLabel::Group(other)) => *other > level,
        BodyRow::Sum(..) => false,
        _ => true,
    };
    let below: Vec<_> = rows.body[at + 1..].iter().take_while(ends).filter_map(unit).collect();
    if !below.is_empty() {
        return below;
    }
    let is_group = |row: &&BodyRow| matches!(row, BodyRow::Sum(_, SumLabel::Group(_)));
    if rows.body.iter().filter(is_group).count() < 2 {
        return Vec::new();
    }
    rows.body[..at].iter().rev().take_while(ends).filter_map(unit).collect()
}

fn total(
    reading: &TableReading<'_, '_>,
    place: CellPosition,
    column: &TableColumn<'_>,
    kind: SumLabel,
    members: &[&TableRow<'_>],
) -> Option<Finding> {
    let figure = column.figure;
    let written = match cells::read(reading.table, place, column, reading.style(place.1)) {
        Ok(Some(Amount::Value(total))) => total,
        Ok(_) => return None,
        Err(problem) => return Some(problem.finding.severity(Severity::Warning)),
    };
    let values = members.iter().flat_map(|row| &row.values);
    let amounts = values.filter(|value| value.figure.id == figure.id).map(|value| value.amount);
    let sum: i64 = amounts.filter_map(counted).sum();
    let of = label(reading.table, reading.head.units, place.0);
    let of = if kind == SumLabel::Total { String::new() } else { format!(" của «{of}»") };
    let message = format!(
        "tổng «{}»{of} trong bảng là {}, cộng các hàng được {}",
        figure.id,
        steps(written, figure.decimals),
        steps(sum, figure.decimals)
    );
    let hidden = if reading.table.hidden().next().is_some() {
        " (bảng có hàng, cột ẩn)"
    } else {
        ""
    };
    let finding = Finding::new(Code::TableTotal, message)
        .at(&reading.table.span(place))
        .about(&figure.id)
        .value(steps(written, figure.decimals))
        .hint(format!(
            "xem lại số của từng đơn vị và hàng tổng{hidden}; hàng tổng không được nhập"
        ));
    (sum != written).then_some(finding)
}
