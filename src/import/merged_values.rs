//! Values in cells merged over several units or figures: nobody knows whose they are. Not for merged headings
//! ([`super::stacks`]).

use super::head::TableHead;
use super::labels::label;
use super::problems::{CellProblem, ProblemKind, cell_name};
use super::table::{CellPosition, MergedRegion, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::figure::Figure;

/// The merged region a cell shares with other rows that have a name, or with other columns of the head.
#[must_use]
pub(crate) fn shared(
    table: &SourceTable,
    head: &TableHead<'_>,
    place: CellPosition,
) -> Option<MergedRegion> {
    let (first, last) = table.region(place)?;
    let named = |row: &u32| !label(table, head.units, *row).is_empty();
    let rows = (first.0..=last.0).filter(named).take(2).count() > 1;
    let read = |column: &u32| head.figures.contains_key(column) || head.passed.contains_key(column);
    let columns = (first.1..=last.1).filter(read).take(2).count() > 1;
    (table.is_covered(first) && (rows || columns)).then_some((first, last))
}

/// What is found at the region.
#[must_use]
pub(crate) fn problem(
    table: &SourceTable,
    head: &TableHead<'_>,
    (first, last): MergedRegion,
    figure: &Figure,
) -> CellProblem {
    let shown = table.text(first).unwrap_or_default();
    let region = format!("{}:{}", cell_name(first), cell_name(last));
    let rows = (first.0..=last.0).map(|row| label(table, head.units, row));
    let rows: Vec<String> = rows.filter(|label| !label.is_empty()).collect();
    let message = format!(
        "«{}»: ô trộn {region} ({shown}) phủ nhiều ô của {}: không biết là số của ô nào",
        figure.id,
        rows.join(", ")
    );
    let finding = Finding::new(Code::BadTable, message)
        .at(&table.span(first))
        .about(&figure.id)
        .value(shown)
        .hint("bỏ trộn ô (Unmerge Cells) rồi ghi số của từng đơn vị");
    CellProblem { kind: ProblemKind::Merged, finding: Box::new(finding), shown: region }
}
