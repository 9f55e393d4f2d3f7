//! Reads the rows of a table: units with their values, totals and groups, rows nobody knows. Not for the head
//! ([`super::head`]), one row's values ([`super::unit_row`]) and the returns they go to ([`super::importer`]).

use std::collections::{BTreeMap, BTreeSet};

use super::cells;
use super::labels::{SumLabel, is_value, label, sum_label};
use super::names::{PlanNames, UnitMatch};
use super::problems::CellProblems;
use super::shifts::{second_head, second_table};
pub(crate) use super::table_row::{TableRow, TableValue};
use super::unit_row::TableReading;
use crate::diagnostic::{Code, Finding};
use crate::model::returns::Amount;
use crate::model::unit::Unit;
use crate::source::Span;
use crate::vietnamese::nearest::fold;

/// What a row of the table is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum BodyRow {
    /// A unit's: the place in [`TableRows::units`].
    Unit(usize),
    /// The sum of all units, or of some.
    Sum(u32, SumLabel),
    /// Anything else, with its name.
    Passed(u32, String),
}

/// The rows of a table.
#[derive(Debug, Default)]
pub(crate) struct TableRows<'p> {
    /// Rows of units, from the top.
    pub(crate) units: Vec<TableRow<'p>>,
    /// All rows, from the top.
    pub(crate) body: Vec<BodyRow>,
    /// Whether every row with values was understood, so that totals can be held against their sum.
    pub(crate) complete: bool,
}

/// Reads every row below the head.
#[must_use]
pub(crate) fn rows<'p>(
    reading: &TableReading<'_, 'p>,
    findings: &mut Vec<Finding>,
) -> TableRows<'p> {
    let mut rows = TableRows { complete: true, ..TableRows::default() };
    let mut problems = CellProblems::default();
    let (table, head) = (reading.table, reading.head);
    let mut done: BTreeSet<u32> = BTreeSet::new();
    for row in table.rows().into_iter().filter(|row| *row > head.lowest) {
        if done.contains(&row) {
            continue;
        }
        if let Some(place) = second_head(table, head, reading.names, row) {
            findings.push(second_table(table, place));
            rows.complete = false;
            break;
        }
        let label = label(table, head.units, row);
        if let Some(UnitMatch::Unit(unit)) = reading.names.unit(&label) {
            let lines = reading.lines(row);
            done.extend(lines.iter().copied());
            let values = lines.iter().copied().find(|line| reading.holds_values(*line));
            let read = match reading.several_lines(unit, &lines) {
                None => {
                    let place = (row, values.unwrap_or(row));
                    reading.unit(unit, place, &mut problems, findings)
                }
                Some(finding) => {
                    findings.push(finding);
                    rows.complete = false;
                    let span = table.span((row, head.units));
                    TableRow { unit, row, span, values: Vec::new(), refused: true }
                }
            };
            rows.body.push(BodyRow::Unit(rows.units.len()));
            rows.units.push(read);
        } else {
            reading.other_row(row, label, &mut rows, findings);
        }
    }
    findings.extend(problems.told());
    twice(&mut rows, findings);
    rows
}

impl<'p> TableReading<'_, 'p> {
    /// The rows over which the name of a unit is merged.
    fn lines(&self, row: u32) -> Vec<u32> {
        let region = self.table.region((row, self.head.units));
        region.map_or_else(|| vec![row], |(first, last)| (first.0..=last.0).collect())
    }

    /// The finding that a unit's name stands over several rows with values.
    fn several_lines(&self, unit: &Unit, lines: &[u32]) -> Option<Finding> {
        let valued: Vec<u32> =
            lines.iter().copied().filter(|line| self.holds_values(*line)).collect();
        let [first, _, ..] = valued.as_slice() else { return None };
        let said = |row: &u32| {
            let texts = self.table.row(*row).filter(|((_, column), text)| {
                *column > self.head.units && text.chars().any(char::is_alphabetic)
            });
            let text = texts.map(|(_, text)| format!(" «{text}»")).next().unwrap_or_default();
            format!("hàng {}{text}", row + 1)
        };
        let told: Vec<String> = valued.iter().map(said).collect();
        let message =
            format!("{} có {} hàng số liệu ({})", unit.full_name(), valued.len(), told.join(", "));
        let finding = Finding::new(Code::BadTable, message).about(&unit.id);
        Some(finding.at(&self.table.span((*first, self.head.units))).hint(
            "để mỗi đơn vị một hàng số thực hiện của kỳ này; hàng kế hoạch, hàng kỳ khác thì xóa",
        ))
    }

    /// Whether a row has a value in a column of figures; the line for signatures has not.
    pub(crate) fn holds_values(&self, row: u32) -> bool {
        let mut columns = self.head.figures.keys();
        columns.any(|column| self.table.cell((row, *column)).is_some_and(is_value))
    }

    /// Whether a row is the head again, as on a new page.
    fn is_head(&self, row: u32) -> bool {
        let again = |(column, heading): (&u32, &String)| {
            self.table.text((row, *column)).is_some_and(|text| fold(&text) == *heading)
        };
        self.head.headings.iter().any(again)
    }

    /// Keeps a row that is no unit's: a total, a group, a line to pass over, or one nobody knows.
    fn other_row(
        &self,
        row: u32,
        label: String,
        rows: &mut TableRows<'p>,
        findings: &mut Vec<Finding>,
    ) {
        let (table, head, plan) = (self.table, self.head, self.names.plan());
        let (known, near) = (self.names.unit(&label), self.names.nearest_unit(&label).is_some());
        let sum = sum_label(table, head.units, row, &label, plan)
            .filter(|sum| known.is_none() && (!near || matches!(sum, SumLabel::Total)));
        // Units of measure and the numbers of columns stand before the first unit.
        let numbering = row < head.first && is_numbering(&label, self.names);
        let passed = numbering || self.is_head(row) || !self.holds_values(row) && !near;
        match sum {
            Some(sum) if !self.is_head(row) && !numbering => rows.body.push(BodyRow::Sum(row, sum)),
            _ if passed => rows.body.push(BodyRow::Passed(row, label)),
            _ if known.is_none() && self.adds_up(row, rows) => {
                rows.body.push(BodyRow::Sum(row, SumLabel::Group(2)));
            }
            _ => {
                let after = if label.is_empty() { refuse_above(row, rows) } else { None };
                let span = table.span((row, head.units));
                findings
                    .push(unknown(&label, known, self.names, after).at(&span).value(label.clone()));
                rows.body.push(BodyRow::Passed(row, label));
                rows.complete = false;
            }
        }
    }

    /// Whether every value of a row is the sum of the units right above it.
    fn adds_up(&self, row: u32, rows: &TableRows<'p>) -> bool {
        let above = rows.body.iter().rev().map_while(|one| match one {
            BodyRow::Unit(at) => rows.units.get(*at),
            _ => None,
        });
        let above: Vec<&TableRow<'_>> = above.collect();
        let mut sums = 0;
        for (column, known) in &self.head.figures {
            let place = (row, *column);
            if self.table.cell(place).is_none() {
                continue;
            }
            let read = cells::read(self.table, place, known, self.style(*column));
            let Ok(Some(Amount::Value(total))) = read else { return false };
            let values = above.iter().flat_map(|row| &row.values);
            let of = values.filter(|value| value.figure.id == known.figure.id);
            let amounts: Vec<i64> = of.filter_map(|value| counted(value.amount)).collect();
            if amounts.len() < 2 || amounts.iter().sum::<i64>() != total {
                return false;
            }
            sums += 1;
        }
        sums > 0
    }
}

/// A row without a name may go on with the unit above it, which then has two rows.
fn refuse_above<'p>(row: u32, rows: &mut TableRows<'p>) -> Option<&'p Unit> {
    let above = rows.units.last_mut().filter(|above| above.row + 1 == row)?;
    above.refused = true;
    Some(above.unit)
}

/// Whether a row's name is no name: a column's number or letter, a unit of measure.
fn is_numbering(label: &str, names: &PlanNames<'_>) -> bool {
    let letters = fold(label).chars().filter(|c| c.is_alphabetic()).count();
    letters < 2 || names.is_measure(label)
}

/// An amount as a number to add.
#[must_use]
pub(crate) fn counted(amount: Amount) -> Option<i64> {
    match amount {
        Amount::Value(value) => Some(value),
        Amount::NoneArose => None,
    }
}

/// A row with values whose name is no unit of the period.
fn unknown(
    label: &str,
    known: Option<UnitMatch<'_>>,
    names: &PlanNames<'_>,
    after: Option<&Unit>,
) -> Finding {
    let of = |message: String| Finding::new(Code::UnknownName, message);
    match known {
        Some(UnitMatch::Gone(unit)) => {
            of(format!("{} không là đơn vị báo cáo của kỳ này (hieu_luc)", unit.full_name()))
                .about(&unit.id)
                .hint("xóa hàng này, hoặc xem lại kỳ và hieu_luc của đơn vị trong ke-hoach.yaml")
        }
        Some(_) => of(format!("nhiều đơn vị của kế hoạch mang tên «{label}»"))
            .hint("ghi mã đơn vị, hoặc tên có cả cấp và đủ dấu, ví dụ «xã Lát»"),
        None if label.is_empty() => {
            let above = after.map_or(String::new(), |unit| {
                format!("; {} ở hàng trên cũng không được nhập", unit.full_name())
            });
            of(format!("hàng có số liệu mà không có tên đơn vị{above}"))
                .hint("ghi tên hoặc mã đơn vị; hàng không cần nhập thì xóa")
        }
        None => {
            let near = names.nearest_unit(label);
            let hint = near.map_or_else(
                || {
                    "ghi tên hoặc mã đơn vị như trong ke-hoach.yaml; hàng không cần nhập thì xóa"
                        .to_owned()
                },
                |unit| format!("có phải là «{}» ({})?", unit.full_name(), unit.id),
            );
            of(format!("hàng «{label}» không phải đơn vị nào của kế hoạch")).hint(hint)
        }
    }
}

/// A unit in two rows is imported from neither.
pub(crate) fn twice(rows: &mut TableRows<'_>, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    let mut refused = Vec::new();
    for (at, row) in rows.units.iter().enumerate() {
        let Some((before, span)) = first.get(row.unit.id.as_str()) else {
            first.insert(row.unit.id.as_str(), (at, row.span.clone()));
            continue;
        };
        let message = format!("{} có hai hàng, hàng kia ở {span}", row.unit.full_name());
        let finding = Finding::new(Code::BadTable, message).at(&row.span).about(&row.unit.id);
        findings.push(finding.hint("giữ một hàng cho mỗi đơn vị"));
        refused.extend([*before, at]);
    }
    rows.complete &= refused.is_empty();
    for at in refused {
        rows.units[at].refused = true;
    }
}
