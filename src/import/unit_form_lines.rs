//! Reads the lines of one unit's form as the row of that unit. Not for where they stand ([`super::unit_form`]).

use std::collections::BTreeMap;

use super::account::{PartUse, TablePart};
use super::cells;
use super::columns::{TableColumn, figure_column, measured};
use super::headings::{Heading, Qualifier, read};
use super::labels::is_value;
use super::measures::TableMeasure;
use super::names::{Column, PlanNames};
use super::problems::CellProblems;
use super::request::{BadRows, ReadingOptions};
use super::rows::{TableRow, TableValue};
use super::surroundings;
use super::table::{CellPosition, SourceTable};
use super::text_numbers::style;
use super::unit_form::UnitForm;
use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
use crate::vietnamese::nearest::fold;

impl<'p> UnitForm<'p> {
    /// Reads the form as the row of its unit.
    #[must_use]
    pub(crate) fn read(
        &self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        options: ReadingOptions,
        findings: &mut Vec<Finding>,
    ) -> TableRow<'p> {
        let span = table.span(self.named);
        let mut row =
            TableRow { unit: self.unit, row: self.first, span, values: Vec::new(), refused: false };
        let style = style(table, self.values, self.first, options.numbers);
        let mut problems = CellProblems::default();
        let lines: Vec<u32> = table.rows().into_iter().filter(|line| *line >= self.first).collect();
        for line in lines {
            let place = (line, self.values);
            let Some(cell) = table.cell(place) else { continue };
            let column = match self.figure(table, names, line) {
                Ok(Some(column)) => column,
                Ok(None) => continue,
                // A word beside a line that is no figure's is a remark.
                Err(_) if !is_value(cell) => continue,
                Err(finding) => {
                    findings.push(finding);
                    row.refused |= options.bad_rows == BadRows::LeftOut;
                    continue;
                }
            };
            match cells::read(table, place, &column, style) {
                Ok(Some(amount)) if column.figure.is_owed_by(self.unit) => {
                    let (figure, span) = (column.figure, table.span(place));
                    row.values.push(TableValue {
                        figure,
                        amount,
                        source: None,
                        estimate: None,
                        span,
                    });
                }
                Ok(_) => {}
                Err(problem) => {
                    problems.add(place, problem);
                    row.refused |= options.bad_rows == BadRows::LeftOut;
                }
            }
        }
        findings.extend(problems.told());
        self.once(table, &mut row, findings);
        row
    }

    /// What became of the form's lines.
    #[must_use]
    pub(crate) fn account(&self, table: &SourceTable, row: &TableRow<'_>) -> Vec<TablePart> {
        let lines = table.rows().into_iter().filter(|line| *line >= self.first);
        let part = |line: u32| {
            let span = table.span((line, self.values));
            let value = row.values.iter().find(|value| value.span == span);
            let (used, why) = match value {
                Some(value) if !row.refused => (PartUse::Imported, value.figure.id.to_string()),
                Some(_) => (PartUse::Refused, "có lỗi".to_owned()),
                None => (PartUse::PassedOver, "không có số liệu của kế hoạch".to_owned()),
            };
            let name = table.text((line, self.names)).unwrap_or_default();
            TablePart { place: format!("hàng {}", line + 1), name, used, why }
        };
        lines.map(part).collect()
    }

    /// The figure of a line; none if the line is none's.
    fn figure(
        &self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        line: u32,
    ) -> Result<Option<TableColumn<'p>>, Finding> {
        let place = (line, self.names);
        let text = table.text(place).unwrap_or_default();
        let (figure, measure, said) = match read(&text, names) {
            Heading::Name(Column::Figure(figure), measure, said) => (figure, measure, said),
            Heading::Name(..) | Heading::Share => return Ok(None),
            _ => return Err(unknown(table, place, &text, names)),
        };
        let said: Vec<Qualifier> = self.said.iter().copied().chain(said).collect();
        let other = !said.iter().all(|said| said.suits(figure, names.period()));
        if figure.kind == FigureKind::Recognition
            || other
            || self.is_part(table, names, line, &text)
        {
            return Err(unknown(table, place, &text, names));
        }
        let stated = self.measures.and_then(|column| table.text((line, column)));
        let measures = stated.map(|text| TableMeasure::read(&text)).into_iter().chain(measure);
        let mut columns = BTreeMap::from([(0, figure_column(figure, place, measures.collect()))]);
        let above = surroundings::measures(table, self.first);
        match measured(table, &mut columns, &above).pop() {
            Some(finding) => Err(finding),
            None => Ok(columns.remove(&0)),
        }
    }

    /// Whether a line is a part of the one above it whose name its own does not have.
    fn is_part(&self, table: &SourceTable, names: &PlanNames<'_>, line: u32, text: &str) -> bool {
        let sub = |text: &str| {
            let text = text.trim();
            let number: String =
                text.chars().take_while(|c| c.is_ascii_digit() || *c == '.').collect();
            let letter = text.chars().nth(1) == Some(')') && text.starts_with(char::is_lowercase);
            text.starts_with(['-', '+', '–', '•'])
                || letter
                || number.trim_end_matches('.').contains('.')
        };
        let number = (0..self.names).find_map(|column| table.text((line, column)));
        if !sub(text) && !number.is_some_and(|number| sub(&number)) {
            return false;
        }
        let above = (self.first.saturating_sub(1)..line)
            .rev()
            .filter_map(|row| table.text((row, self.names)));
        let parent = above.into_iter().find(|above| !sub(above));
        let words =
            |text: &str| text.split(|c: char| !c.is_alphanumeric()).map(fold).collect::<Vec<_>>();
        let own = words(text);
        parent.is_some_and(|parent| {
            let known = matches!(read(&parent, names), Heading::Name(..));
            !known && !words(&parent).iter().all(|word| own.contains(word))
        })
    }

    /// A figure in two lines is imported from neither.
    fn once(&self, table: &SourceTable, row: &mut TableRow<'p>, findings: &mut Vec<Finding>) {
        let times = |figure: &Figure, row: &TableRow<'_>| {
            row.values.iter().filter(|value| value.figure.id == figure.id).count()
        };
        let twice: Vec<&Figure> = row
            .values
            .iter()
            .map(|value| value.figure)
            .filter(|figure| times(figure, row) > 1)
            .collect();
        let Some(figure) = twice.first() else { return };
        let message = format!("nhiều hàng cùng là «{}»", figure.id);
        let finding =
            Finding::new(Code::BadTable, message).at(&table.span((self.first, self.names)));
        findings.push(finding.about(&figure.id).hint("giữ một hàng cho mỗi số liệu"));
        row.refused = true;
    }
}

fn unknown(table: &SourceTable, place: CellPosition, text: &str, names: &PlanNames<'_>) -> Finding {
    let hint = names.nearest_figure(text).map_or_else(
        || "ghi tên hoặc mã số liệu trong ke-hoach.yaml; hàng không cần nhập thì xóa".to_owned(),
        |near| format!("nếu đúng là «{}» thì ghi mã «{}»", near.name, near.id),
    );
    let message = format!("hàng «{text}» không phải số liệu nào của kế hoạch");
    Finding::new(Code::UnknownName, message).at(&table.span(place)).value(text).hint(hint)
}
