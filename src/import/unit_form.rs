//! Finds one unit's form: a figure in each row, the unit named in the title. Not for what its rows say ([`super::unit_form_lines`])
//! and not for tables with a row per unit ([`super::rows`]).

use std::collections::BTreeMap;

use super::headings::{Heading, Qualifier, read};
use super::labels::is_value;
use super::names::{Column, PlanNames, UnitMatch};
use super::problems::column_name;
use super::stacks::{HeadRows, StackedText};
use super::table::{CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::unit::Unit;
use crate::vietnamese::nearest::fold;

/// Where the figures of a form stand.
#[derive(Debug)]
pub(crate) struct UnitForm<'p> {
    /// Whose it is.
    pub(crate) unit: &'p Unit,
    /// The cell that names the unit.
    pub(crate) named: CellPosition,
    /// The column of the figures' names.
    pub(super) names: u32,
    /// The first row with a figure.
    pub(crate) first: u32,
    /// The column of values.
    pub(super) values: u32,
    /// What is said of the values in its heading.
    pub(super) said: Vec<Qualifier>,
    /// The column of units of measure.
    pub(super) measures: Option<u32>,
}

/// Finds a form; none if the sheet is none.
pub(crate) fn form<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
) -> Option<Result<UnitForm<'p>, Finding>> {
    let (column, first) = figure_names(table, names)?;
    let (title, unit) = match units(table, names, first).as_slice() {
        [] => return None,
        [one] => *one,
        // Units beside each other are headings of a table the other way round.
        [first, second, ..] if first.0.0 == second.0.0 => return None,
        [first, second, ..] => return Some(Err(several(table, first, second))),
    };
    let head = HeadRows { units: column, start: 0, top: first, end: first };
    let ValueColumns { values, measures } = value_columns(table, names, head);
    Some(match <[_; 1]>::try_from(values) {
        Ok([(values, said)]) => {
            Ok(UnitForm { unit, named: title, names: column, first, values, said, measures })
        }
        Err(several) => Err(no_value_column(table, first, &several)),
    })
}

/// What stands beside the figures' names.
#[derive(Default)]
struct ValueColumns {
    /// The columns that may be of values, with what is said of each in its heading.
    values: Vec<(u32, Vec<Qualifier>)>,
    /// The column of units of measure.
    measures: Option<u32>,
}

fn value_columns(table: &SourceTable, names: &PlanNames<'_>, head: HeadRows) -> ValueColumns {
    let mut found = ValueColumns::default();
    for at in table.columns().into_iter().filter(|at| *at > head.units) {
        let stack = head.stack(table, names, at);
        let is_measure = |one: &StackedText<'_>| {
            matches!(fold(&one.text).as_str(), "donvitinh" | "dvt" | "donvi")
        };
        if stack.iter().any(is_measure) {
            found.measures = Some(at);
            continue;
        }
        let mut below = table.cells().filter(|((row, other), _)| *row >= head.end && *other == at);
        if below.any(|(_, cell)| is_value(cell)) {
            found.values.extend(said(&stack).map(|said| (at, said)));
        }
    }
    found
}

/// What a heading says of the values below it; none if they may be other values.
fn said(stack: &[StackedText<'_>]) -> Option<Vec<Qualifier>> {
    let unknown = |one: &StackedText<'_>| {
        matches!(one.heading, Heading::Unknown | Heading::Share | Heading::Name(..))
            || one.heading == Heading::Qualifier(Qualifier::Other)
    };
    let qualifier = |one: &StackedText<'_>| match one.heading {
        Heading::Qualifier(qualifier) => Some(qualifier),
        _ => None,
    };
    (!stack.iter().any(unknown)).then(|| stack.iter().filter_map(qualifier).collect())
}

/// The column in which most figures are named, and the row of the first.
fn figure_names(table: &SourceTable, names: &PlanNames<'_>) -> Option<(u32, u32)> {
    let mut columns: BTreeMap<u32, Vec<u32>> = BTreeMap::new();
    for ((row, column), cell) in table.cells() {
        if matches!(read(&cell.shown(), names), Heading::Name(Column::Figure(_), ..)) {
            columns.entry(column).or_default().push(row);
        }
    }
    let most = columns
        .into_iter()
        .max_by_key(|(column, rows)| (rows.len(), std::cmp::Reverse(*column)))?;
    Some((most.0, most.1.first().copied()?))
}

/// The units named above a row, each once.
fn units<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
    first: u32,
) -> Vec<(CellPosition, &'p Unit)> {
    let mut found: Vec<(CellPosition, &Unit)> = Vec::new();
    for (place, cell) in table.cells().take_while(|(place, _)| place.0 < first) {
        let Some(unit) = unit_in(&cell.shown(), names) else { continue };
        if !found.iter().any(|(_, known)| known.id == unit.id) {
            found.push((place, unit));
        }
    }
    found
}

/// The unit a title ends with: «Đơn vị báo cáo: Xã Lát», «BIỂU SỐ LIỆU CỦA XÃ LÁT».
fn unit_in<'p>(text: &str, names: &PlanNames<'p>) -> Option<&'p Unit> {
    let behind = text.rsplit_once(':').map_or(text, |(_, behind)| behind).trim();
    let words: Vec<&str> = behind.split_whitespace().collect();
    let reading = |at: usize| match names.unit(&words[at..].join(" "))? {
        // A title's last word may be a bare name by chance.
        UnitMatch::Unit(unit) => (at == 0 || words.len() - at > 1).then_some(unit),
        _ => None,
    };
    (0..words.len()).find_map(reading)
}

fn several(
    table: &SourceTable,
    first: &(CellPosition, &Unit),
    second: &(CellPosition, &Unit),
) -> Finding {
    let message =
        format!("biểu nêu nhiều đơn vị: {}, {}", first.1.full_name(), second.1.full_name());
    Finding::new(Code::BadTable, message)
        .at(&table.span(second.0))
        .hint("biểu của một đơn vị chỉ nêu tên đơn vị ấy ở phần tên biểu")
}

fn no_value_column(table: &SourceTable, first: u32, columns: &[(u32, Vec<Qualifier>)]) -> Finding {
    let named: Vec<String> = columns.iter().map(|(column, _)| column_name(*column)).collect();
    let message = if named.is_empty() {
        "không biết cột nào là số thực hiện của kỳ này".to_owned()
    } else {
        format!("nhiều cột có thể là số thực hiện của kỳ này: {}", named.join(", "))
    };
    Finding::new(Code::BadTable, message)
        .at(&table.span((first, columns.first().map_or(0, |(column, _)| *column))))
        .hint("ghi tiêu đề «Thực hiện» ở cột số phải nhập; cột khác thì xóa hoặc ghi rõ là số gì")
}
