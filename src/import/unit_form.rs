//! One unit's form: a figure in each row, the unit named in the title. Not for tables with a row per unit ([`super::rows`]).

use std::collections::BTreeMap;

use super::account::{PartUse, TablePart};
use super::cells;
use super::columns::{TableColumn, figure_column, measured};
use super::headings::{Heading, Qualifier, read};
use super::labels::is_value;
use super::measures::TableMeasure;
use super::names::{Column, PlanNames, UnitMatch};
use super::problems::{CellProblems, column_name};
use super::request::{BadRows, ReadingOptions};
use super::rows::{TableRow, TableValue};
use super::stacks::HeadRows;
use super::surroundings;
use super::table::{CellPosition, SourceTable};
use super::text_numbers::style;
use crate::diagnostic::{Code, Finding};
use crate::model::figure::{Figure, FigureKind};
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
    names: u32,
    /// The first row with a figure.
    pub(crate) first: u32,
    /// The column of values.
    values: u32,
    /// What is said of the values in its heading.
    said: Vec<Qualifier>,
    /// The column of units of measure.
    measures: Option<u32>,
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
    let (mut values, mut measures) = (Vec::new(), None);
    for at in table.columns().into_iter().filter(|at| *at > column) {
        let stack = head.stack(table, names, at);
        let heading = |one: &Heading<'_>| match one {
            Heading::Qualifier(qualifier) => Some(*qualifier),
            _ => None,
        };
        let titled = stack.iter().map(|one| fold(&one.text));
        if titled.into_iter().any(|text| matches!(text.as_str(), "donvitinh" | "dvt" | "donvi")) {
            measures = Some(at);
            continue;
        }
        let filled =
            table.cells().any(|((row, other), cell)| row >= first && other == at && is_value(cell));
        let unknown = stack.iter().any(|one| {
            matches!(one.heading, Heading::Unknown | Heading::Share | Heading::Name(..))
                || one.heading == Heading::Qualifier(Qualifier::Other)
        });
        if filled && !unknown {
            values.push((at, stack.iter().filter_map(|one| heading(&one.heading)).collect()));
        }
    }
    let chosen = match values.as_slice() {
        [(at, said)] => Ok((*at, said)),
        several => Err(no_value_column(table, first, several)),
    };
    Some(chosen.map(|(values, said): (u32, &Vec<Qualifier>)| UnitForm {
        unit,
        named: title,
        names: column,
        first,
        values,
        said: said.clone(),
        measures,
    }))
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
