//! Tables side by side on one sheet: each begins at a column of units with the same heading. Not for what each holds
//! ([`super::head`]).

use std::ops::Range;

use super::head::{TableHead, head};
use super::meaning::is_remark;
use super::names::{PlanNames, UnitMatch};
use super::table::SourceTable;
use crate::diagnostic::Finding;
use crate::vietnamese::nearest::fold;

/// A table on a sheet.
#[derive(Debug)]
pub(crate) struct TableBlock<'p> {
    /// Its cells.
    pub(crate) table: SourceTable,
    /// Where units and figures stand.
    pub(crate) head: TableHead<'p>,
}

/// The tables of a sheet, from the left.
///
/// # Errors
/// The finding that keeps the sheet from being imported.
pub(crate) fn blocks<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
    findings: &mut Vec<Finding>,
) -> Result<Vec<TableBlock<'p>>, Finding> {
    let mut own = Vec::new();
    let whole = head(table, names, &mut own);
    let ranges = ranges(table, names);
    if ranges.len() < 2 {
        findings.append(&mut own);
        return Ok(vec![TableBlock { table: table.clone(), head: whole? }]);
    }
    let mut blocks = Vec::new();
    for range in ranges {
        let part = table.between(&range);
        let head = head(&part, names, findings)?;
        blocks.push(TableBlock { table: part, head });
    }
    Ok(blocks)
}

/// The columns of each table.
fn ranges(table: &SourceTable, names: &PlanNames<'_>) -> Vec<Range<u32>> {
    let Some((row, columns)) = unit_headings(table, names) else { return Vec::new() };
    let starts: Vec<u32> = columns
        .iter()
        .enumerate()
        .map(|(at, column)| {
            let floor = if at == 0 { 0 } else { columns[at - 1] + 1 };
            let numbers = |left: &u32| table.text((row, *left)).is_none_or(|text| is_remark(&text));
            let left = (floor..*column).rev().take_while(numbers).last().unwrap_or(*column);
            if at == 0 { 0 } else { left }
        })
        .collect();
    let ends = starts.iter().skip(1).copied().chain([u32::MAX]);
    starts.iter().copied().zip(ends).map(|(start, end)| start..end).collect()
}

/// A row in which several columns that name units below it have the same heading.
fn unit_headings(table: &SourceTable, names: &PlanNames<'_>) -> Option<(u32, Vec<u32>)> {
    let is_unit = |text: &str| matches!(names.unit(text), Some(UnitMatch::Unit(_)));
    let first = table.cells().find(|(_, cell)| is_unit(&cell.shown())).map(|(place, _)| place.0)?;
    (0..first).rev().find_map(|row| {
        let names_units = |column: u32| {
            let below = table.cells().filter(|((at, other), _)| *at > row && *other == column);
            below.into_iter().any(|(_, cell)| is_unit(&cell.shown()))
        };
        let texts = table.row(row).filter(|((_, column), _)| names_units(*column));
        let texts: Vec<(u32, String)> =
            texts.map(|((_, column), text)| (column, fold(&text))).collect();
        let (_, heading) = texts.first()?;
        let same = texts.iter().filter(|(_, text)| text == heading);
        let columns: Vec<u32> = same.map(|(column, _)| *column).collect();
        (columns.len() > 1).then_some((row, columns))
    })
}
