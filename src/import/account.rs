//! What became of every column, row and unit of a table: imported, compared, passed over and why. Not for how that is told
//! ([`crate::cli`]).

use std::collections::BTreeSet;

use super::labels::{SumLabel, label};
use super::problems::column_name;
use super::rows::{BodyRow, TableRow, TableRows};
use super::totals::members;
use super::unit_row::TableReading;
use crate::model::period::Period;
use crate::model::plan::Plan;

/// What became of a part of a table.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) enum PartUse {
    /// Imported, or found to be in the returns already.
    Imported,
    /// Held against what was computed.
    Compared,
    /// Not read.
    PassedOver,
    /// Left out because something is wrong with it.
    Refused,
}

/// A column or row with what became of it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TablePart {
    /// `cột C`, `hàng 12`.
    pub(crate) place: String,
    /// What it is called in the table.
    pub(crate) name: String,
    /// What became of it.
    pub(crate) used: PartUse,
    /// Why, or as what.
    pub(crate) why: String,
}

/// What became of a table.
#[derive(Debug, Default)]
pub(crate) struct TableAccount {
    /// Its columns, then its rows.
    pub(crate) parts: Vec<TablePart>,
    /// Whether the table is one unit's form, whose rows are figures.
    pub(crate) of_one: bool,
    /// The units of the period that are not in the table, though they report figures it has.
    pub(crate) absent: Vec<String>,
}

impl TableAccount {
    /// Adds another table's account; absent is who is in neither.
    pub(crate) fn join(&mut self, more: Self) {
        if self.parts.is_empty() {
            *self = more;
        } else if !more.parts.is_empty() {
            self.of_one &= more.of_one;
            self.absent.retain(|unit| more.absent.contains(unit));
            self.parts.extend(more.parts);
        }
    }

    /// Adds the columns and rows of a table.
    pub(crate) fn add(&mut self, reading: &TableReading<'_, '_>, rows: &TableRows<'_>) {
        self.parts.extend(columns(reading));
        let parts = (0..rows.body.len()).map(|at| body_row(reading, rows, at));
        self.parts.extend(parts);
    }

    /// Finds the units that are not in the table.
    pub(crate) fn find_absent(&mut self, rows: &[TableRow<'_>], plan: &Plan, period: Period) {
        let figures: BTreeSet<&str> = rows
            .iter()
            .flat_map(|row| row.values.iter().map(|value| value.figure.id.as_str()))
            .collect();
        let owes = |unit: &crate::model::unit::Unit| {
            let mut read = plan.figures.iter().filter(|one| figures.contains(one.id.as_str()));
            read.any(|figure| figure.is_owed_by(unit))
        };
        let absent = plan.units.iter().filter(|unit| {
            let there = rows.iter().any(|row| row.unit.id == unit.id);
            !there && unit.validity.contains(period.last_day()) && owes(unit)
        });
        self.absent = absent.map(crate::model::unit::Unit::full_name).collect();
    }
}

fn columns(reading: &TableReading<'_, '_>) -> Vec<TablePart> {
    let head = reading.head;
    let part = |column: u32, name: String, used, why: &str| {
        let place = format!("cột {}", column_name(column));
        (column, TablePart { place, name, used, why: why.to_owned() })
    };
    let mut parts = vec![part(head.units, String::new(), PartUse::Imported, "tên đơn vị")];
    for (column, known) in &head.figures {
        let name = known.figure.name.to_string();
        parts.push(part(*column, name, PartUse::Imported, known.figure.id.as_str()));
    }
    for (column, figure) in &head.sources {
        parts.push(part(*column, figure.name.to_string(), PartUse::Imported, "nguồn số liệu"));
    }
    for (column, target) in &head.shares {
        let target = target.or_else(|| super::ratios::between(reading, *column));
        let (used, why) = match target {
            Some(target) => (PartUse::Compared, target.id.as_str()),
            None => (PartUse::PassedOver, "tỷ lệ không rõ của số liệu nào"),
        };
        parts.push(part(*column, "tỷ lệ".to_owned(), used, why));
    }
    for (column, text) in &head.passed {
        parts.push(part(*column, text.clone(), PartUse::PassedOver, "không phải số liệu của kỳ"));
    }
    for column in reading.table.columns() {
        if !parts.iter().any(|(known, _)| *known == column) {
            parts.push(part(column, String::new(), PartUse::PassedOver, "không có tiêu đề"));
        }
    }
    parts.sort_by_key(|(column, _)| *column);
    parts.into_iter().map(|(_, part)| part).collect()
}

fn body_row(reading: &TableReading<'_, '_>, rows: &TableRows<'_>, at: usize) -> TablePart {
    let part = |row: u32, name: String, used, why: &str| {
        let place = format!("hàng {}", row + 1);
        TablePart { place, name, used, why: why.to_owned() }
    };
    match &rows.body[at] {
        BodyRow::Unit(at) => {
            let unit = &rows.units[*at];
            let used = if unit.refused { PartUse::Refused } else { PartUse::Imported };
            let why = if unit.refused { "có lỗi" } else { unit.unit.id.as_str() };
            part(unit.row, unit.unit.full_name(), used, why)
        }
        BodyRow::Sum(row, kind) => {
            let name = label(reading.table, reading.head.units, *row);
            let known = !members(rows, at, *kind).is_empty();
            let (used, why) = match kind {
                _ if !reading.holds_values(*row) => (PartUse::PassedOver, "tên nhóm"),
                _ if !known => (PartUse::PassedOver, "hàng cộng, không rõ của những hàng nào"),
                SumLabel::Total => (PartUse::Compared, "hàng tổng"),
                SumLabel::Group(_) => (PartUse::Compared, "hàng cộng của một nhóm"),
            };
            part(*row, name, used, why)
        }
        BodyRow::Passed(row, name) => part(
            *row,
            name.clone(),
            PartUse::PassedOver,
            "không có số liệu, hoặc không rõ của đơn vị nào",
        ),
    }
}
