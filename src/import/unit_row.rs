//! Reads the values of one unit's row. Not for which rows are units' ([`super::rows`]).

use std::collections::BTreeMap;

use super::cells;
use super::columns::TableColumn;
use super::head::TableHead;
use super::headings::{Qualifier, qualifier};
use super::meaning::is_remark;
use super::merged_values;
use super::names::PlanNames;
use super::problems::CellProblems;
use super::request::{BadRows, NumberStyle, ReadingOptions};
use super::shifts::too_wide;
use super::table::{CellPosition, SourceTable};
use super::table_row::{TableRow, TableValue};
use super::text_numbers::style;
use crate::diagnostic::{Code, Finding};
use crate::model::figure::Figure;
use crate::model::text::Line;
use crate::model::unit::Unit;

/// A table on its way to values.
pub(crate) struct TableReading<'t, 'p> {
    /// Its cells.
    pub(crate) table: &'t SourceTable,
    /// Its columns.
    pub(crate) head: &'t TableHead<'p>,
    /// What the plan calls things.
    pub(crate) names: &'t PlanNames<'p>,
    /// How numbers typed as text are read, by column.
    pub(crate) styles: BTreeMap<u32, NumberStyle>,
    /// What becomes of a row with a bad cell.
    pub(crate) bad_rows: BadRows,
}

impl<'t, 'p> TableReading<'t, 'p> {
    /// A table with its head.
    #[must_use]
    pub(crate) fn new(
        table: &'t SourceTable,
        head: &'t TableHead<'p>,
        names: &'t PlanNames<'p>,
        options: ReadingOptions,
    ) -> Self {
        let of = |column: &u32| (*column, style(table, *column, head.lowest + 1, options.numbers));
        let styles = head.figures.keys().map(of).collect();
        Self { table, head, names, styles, bad_rows: options.bad_rows }
    }

    /// How numbers typed as text in a column are read.
    #[must_use]
    pub(crate) fn style(&self, column: u32) -> NumberStyle {
        self.styles.get(&column).copied().unwrap_or_default()
    }

    /// The values of a unit, whose name stands in row `named` and whose values in row `row`.
    #[must_use]
    pub(crate) fn unit(
        &self,
        unit: &'p Unit,
        (named, row): (u32, u32),
        problems: &mut CellProblems,
        findings: &mut Vec<Finding>,
    ) -> TableRow<'p> {
        let span = self.table.span((named, self.head.units));
        let mut read = TableRow { unit, row, span, values: Vec::new(), refused: false };
        let refusal =
            too_wide(self.table, self.head, row).or_else(|| self.of_something_else(unit, row));
        if let Some(finding) = refusal {
            findings.push(finding);
            read.refused = true;
            return read;
        }
        for figure in &self.names.plan().figures {
            let of = |(_, column): &(&u32, &TableColumn<'_>)| column.figure.id == figure.id;
            let Some((at, column)) = self.head.figures.iter().find(of) else { continue };
            let place = (row, *at);
            if let Some(region) = merged_values::shared(self.table, self.head, place) {
                if region.0 == place {
                    problems
                        .add(place, merged_values::problem(self.table, self.head, region, figure));
                }
                read.refused |= self.bad_rows == BadRows::LeftOut;
                continue;
            }
            match cells::read(self.table, place, column, self.style(*at)) {
                Ok(None) => {}
                Ok(Some(_)) if !figure.is_owed_by(unit) => {
                    findings.push(self.not_theirs(place, unit, figure));
                }
                Ok(Some(amount)) => {
                    let (source, span) = (self.source(row, figure), self.table.span(place));
                    read.values.push(TableValue { figure, amount, source, estimate: None, span });
                }
                Err(problem) => {
                    problems.add(place, problem);
                    read.refused |= self.bad_rows == BadRows::LeftOut;
                }
            }
        }
        read
    }

    /// The finding that a row says of itself that it is a plan's, or of another period.
    fn of_something_else(&self, unit: &Unit, row: u32) -> Option<Finding> {
        let read = |column: u32| {
            column == self.head.units
                || self.head.figures.contains_key(&column)
                || self.head.sources.contains_key(&column)
                || self.head.shares.contains_key(&column)
                || self.head.passed.get(&column).is_some_and(|heading| is_remark(heading))
        };
        let period = self.names.period();
        let (place, text) = self.table.row(row).find(|((_, column), text)| {
            !read(*column) && qualifier(text, period) == Some(Qualifier::Other)
        })?;
        let message = format!(
            "hàng của {} ghi «{text}», không phải số thực hiện của kỳ này",
            unit.full_name()
        );
        let finding = Finding::new(Code::BadTable, message).at(&self.table.span(place)).value(text);
        Some(finding.about(&unit.id).hint("chỉ để lại các hàng số thực hiện, mỗi đơn vị một hàng"))
    }

    fn source(&self, row: u32, figure: &Figure) -> Option<Line> {
        let (column, _) = self.head.sources.iter().find(|(_, named)| named.id == figure.id)?;
        let text = self.table.text((row, *column))?;
        Some(Line::new(&text)).filter(|line| !line.is_empty())
    }

    fn not_theirs(&self, place: CellPosition, unit: &Unit, figure: &Figure) -> Finding {
        let message = format!(
            "{} không phải đơn vị báo cáo số liệu «{}»: ô không được nhập",
            unit.full_name(),
            figure.id
        );
        Finding::new(Code::NotImported, message)
            .at(&self.table.span(place))
            .about(&figure.id)
            .value(self.table.text(place).unwrap_or_default())
            .hint(
                "để trống ô này; kế hoạch giao số liệu này cho đơn vị khác (bao_cao_boi, ap_dung)",
            )
    }
}
