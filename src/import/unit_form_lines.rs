//! Reads the lines of one unit's form as the row of that unit. Not for where they stand ([`super::unit_form`]).

use std::collections::{BTreeMap, BTreeSet};

use super::account::{PartUse, TablePart};
use super::cells;
use super::columns::{TableColumn, figure_column, measured};
use super::headings::{Heading, Qualifier, read};
use super::labels::is_value;
use super::measures::TableMeasure;
use super::names::{Column, PlanNames};
use super::problems::{CellProblem, CellProblems};
use super::request::{BadRows, NumberStyle, ReadingOptions};
use super::rows::{TableRow, TableValue};
use super::surroundings;
use super::table::{CellPosition, SourceTable};
use super::text_numbers::style;
use super::unit_form::UnitForm;
use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
use crate::vietnamese::nearest::fold;

/// What the lines of a form say.
pub(crate) struct FormReading<'p> {
    /// Their values, as the row of the unit.
    pub(crate) row: TableRow<'p>,
    /// The lines with something wrong.
    wrong: BTreeSet<u32>,
}

/// What is wrong with a line.
enum LineProblem {
    /// With its name.
    Name(Box<Finding>),
    /// With its value.
    Value(CellProblem),
}

impl<'p> UnitForm<'p> {
    /// Reads the form as the row of its unit.
    #[must_use]
    pub(crate) fn read(
        &self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        options: ReadingOptions,
        findings: &mut Vec<Finding>,
    ) -> FormReading<'p> {
        let span = table.span(self.named);
        let mut row =
            TableRow { unit: self.unit, row: self.first, span, values: Vec::new(), refused: false };
        let style = style(table, self.values, self.first, options.numbers);
        let (mut problems, mut wrong) = (CellProblems::default(), BTreeSet::new());
        for line in self.lines(table) {
            match self.value(table, names, line, style) {
                Ok(value) => row.values.extend(value),
                Err(problem) => {
                    wrong.insert(line);
                    match problem {
                        LineProblem::Name(finding) => findings.push(*finding),
                        LineProblem::Value(problem) => problems.add((line, self.values), problem),
                    }
                }
            }
        }
        row.refused = !wrong.is_empty() && options.bad_rows == BadRows::LeftOut;
        findings.extend(problems.told());
        self.once(table, &mut row, findings);
        FormReading { row, wrong }
    }

    /// The lines in which anything stands.
    fn lines(&self, table: &SourceTable) -> impl Iterator<Item = u32> {
        let first = self.first;
        table.rows().into_iter().filter(move |line| *line >= first)
    }

    /// The value of a line; none if it says nothing of a figure the unit reports.
    fn value(
        &self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        line: u32,
        style: NumberStyle,
    ) -> Result<Option<TableValue<'p>>, LineProblem> {
        let place = (line, self.values);
        let Some(cell) = table.cell(place) else { return Ok(None) };
        let column = match self.figure(table, names, line) {
            Ok(Some(column)) => column,
            Ok(None) => return Ok(None),
            // A word beside a line that is no figure's is a remark.
            Err(_) if !is_value(cell) => return Ok(None),
            Err(finding) => return Err(LineProblem::Name(Box::new(finding))),
        };
        let amount = cells::read(table, place, &column, style).map_err(LineProblem::Value)?;
        let (figure, span) = (column.figure, table.span(place));
        let amount = amount.filter(|_| figure.is_owed_by(self.unit));
        let value = |amount| TableValue { figure, amount, source: None, estimate: None, span };
        Ok(amount.map(value))
    }

    /// What became of the form's lines.
    #[must_use]
    pub(crate) fn account(&self, table: &SourceTable, reading: &FormReading<'_>) -> Vec<TablePart> {
        let FormReading { row, wrong } = reading;
        let part = |line: u32| {
            let span = table.span((line, self.values));
            let value = row.values.iter().find(|value| value.span == span);
            let (used, why) = match value {
                _ if wrong.contains(&line) => (PartUse::Refused, "có lỗi".to_owned()),
                Some(value) if !row.refused => (PartUse::Imported, value.figure.id.to_string()),
                Some(_) => (PartUse::Refused, "biểu có hàng lỗi".to_owned()),
                None => (PartUse::PassedOver, "không có số liệu của kế hoạch".to_owned()),
            };
            let name = table.text((line, self.names)).unwrap_or_default();
            TablePart { place: format!("hàng {}", line + 1), name, used, why }
        };
        self.lines(table).map(part).collect()
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
