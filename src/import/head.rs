//! Finds a table's head: the column of units and what every other column holds, whatever titles, merged cells, units of
//! measure and numbering stand above the first unit. Not for the rows below it ([`super::rows`]).

use std::collections::BTreeMap;

use super::columns::{TableColumn, figure_column};
use super::meaning::{ColumnMeaning, Meaning, meaning};
use super::names::{Column, PlanNames, UnitMatch};
use super::stacks::HeadRows;
use super::surroundings;
use super::table::{CellContent, CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::{Figure, FigureKind};
use crate::model::target::Target;
use crate::vietnamese::nearest::fold;

/// Where the units and the figures of a table stand.
#[derive(Debug, Default)]
pub(crate) struct TableHead<'p> {
    /// The column of the units' names.
    pub(crate) units: u32,
    /// The first row with a unit of the plan.
    pub(crate) first: u32,
    /// The row of the heading of the units; titles stand above it.
    pub(crate) top: u32,
    /// The lowest row with a heading; what stands between it and the first unit may be a unit nobody knows.
    pub(crate) lowest: u32,
    /// The columns of figures.
    pub(crate) figures: BTreeMap<u32, TableColumn<'p>>,
    /// The columns of their sources.
    pub(crate) sources: BTreeMap<u32, &'p Figure>,
    /// The columns of shares, with the target each is of, if that is known.
    pub(crate) shares: BTreeMap<u32, Option<&'p Target>>,
    /// The columns that are not read, with their headings.
    pub(crate) passed: BTreeMap<u32, String>,
    /// The heading read in each column of figures, folded.
    pub(crate) headings: BTreeMap<u32, String>,
}

/// Finds the head; columns that cannot be imported are found.
///
/// # Errors
/// The finding that keeps the whole table from being imported.
pub(crate) fn head<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
    findings: &mut Vec<Finding>,
) -> Result<TableHead<'p>, Finding> {
    let (units, first) = unit_column(table, names)?;
    let rows = HeadRows::find(table, names, units, first);
    let mut head = TableHead { units, first, top: rows.top, ..TableHead::default() };
    let columns = table.columns().into_iter().filter(|column| *column != units);
    let found: Vec<(u32, ColumnMeaning<'p>)> = columns
        .filter_map(|column| Some((column, meaning(&rows.stack(table, names, column), names)?)))
        .collect();
    for (column, found) in &found {
        findings.extend(head.take(table, names, *column, found));
    }
    findings.extend(plans_beside(table, &mut head, &found));
    findings.extend(twice(table, &mut head));
    findings.extend(super::columns::measured(
        table,
        &mut head.figures,
        &surroundings::measures(table, first),
    ));
    if head.figures.is_empty() {
        return Err(no_figures(table, findings));
    }
    Ok(head)
}

/// Nothing to import; what keeps known columns from it is told rather than this.
fn no_figures(table: &SourceTable, findings: &mut Vec<Finding>) -> Finding {
    let why = findings
        .iter()
        .position(|finding| finding.is_error() && finding.code == Code::WrongMeasure);
    if let Some(at) = why {
        return findings.swap_remove(at);
    }
    let hint = "ghi tên hoặc mã số liệu của kế hoạch ở hàng tiêu đề, mỗi số liệu một cột";
    let message = "bảng không có cột nào là số liệu của kế hoạch";
    Finding::new(Code::BadTable, message).at(&table.whole()).hint(hint)
}

impl<'p> TableHead<'p> {
    /// Keeps a column whose heading is known; one that is not imported is found.
    fn take(
        &mut self,
        table: &SourceTable,
        names: &PlanNames<'p>,
        column: u32,
        found: &ColumnMeaning<'p>,
    ) -> Option<Finding> {
        let place = found.place;
        if !matches!(found.meaning, Meaning::Unknown | Meaning::Beside) {
            self.lowest = self.lowest.max(found.lowest);
        }
        match &found.meaning {
            Meaning::Known(Column::Figure(figure), _) if figure.kind == FigureKind::Recognition => {
                self.passed.insert(column, found.text.clone());
                return Some(recognition(figure).at(&table.span(place)));
            }
            Meaning::Known(Column::Figure(figure), measures) => {
                let text = table.heading(place, self.units).unwrap_or_default();
                self.headings.insert(column, fold(&text));
                self.figures.insert(column, figure_column(figure, place, measures.clone()));
            }
            Meaning::Known(Column::Source(figure), _) => _ = self.sources.insert(column, figure),
            Meaning::Known(Column::Target(target), _) => {
                self.shares.insert(column, Some(target));
                let message = format!("cột «{}» là chỉ tiêu, không được nhập", target.name);
                let hint =
                    "không phải làm gì: chương trình tự tính chỉ tiêu từ số liệu rồi đối chiếu";
                let finding = Finding::new(Code::NotImported, message).about(&target.id);
                return Some(finding.severity(Severity::Note).at(&table.span(place)).hint(hint));
            }
            Meaning::Share => _ = self.shares.insert(column, None),
            Meaning::Other(_) | Meaning::Beside => {
                self.passed.insert(column, found.text.clone());
            }
            Meaning::Unknown => {
                self.passed.insert(column, found.text.clone());
                return unknown(table, names, self.first, column, found);
            }
        }
        None
    }
}

fn recognition(figure: &Figure) -> Finding {
    let message = format!("công nhận «{}» không nhập từ bảng", figure.id);
    let hint = "ghi quyết định, ngày ký, ngày hết hiệu lực ở don-vi/<mã đơn vị>.yaml";
    Finding::new(Code::NotImported, message).about(&figure.id).hint(hint)
}

/// The column in which most units are named, and the row of the first.
fn unit_column(table: &SourceTable, names: &PlanNames<'_>) -> Result<(u32, u32), Finding> {
    let is_unit = |(_, cell): &(CellPosition, &CellContent)| {
        matches!(names.unit(&cell.shown()), Some(UnitMatch::Unit(_) | UnitMatch::Gone(_)))
    };
    let (mut columns, mut rows): (BTreeMap<u32, Vec<u32>>, BTreeMap<u32, usize>) =
        Default::default();
    for ((row, column), _) in table.cells().filter(is_unit) {
        columns.entry(column).or_default().push(row);
        *rows.entry(row).or_default() += 1;
    }
    let most =
        columns.iter().max_by_key(|(column, rows)| (rows.len(), std::cmp::Reverse(**column)));
    let Some((column, found)) = most else {
        let hint = "mỗi đơn vị một hàng, ghi tên hoặc mã đơn vị như trong ke-hoach.yaml";
        let message = "bảng không có hàng nào mang tên đơn vị của kế hoạch";
        return Err(Finding::new(Code::BadTable, message).at(&table.whole()).hint(hint));
    };
    if found.len() == 1 && rows.values().any(|units| *units > 1) {
        let hint = "đổi hàng thành cột: chép bảng, Dán đặc biệt, chọn Chuyển vị (Transpose)";
        let message = "bảng ghi mỗi đơn vị một cột; cần mỗi đơn vị một hàng";
        return Err(Finding::new(Code::BadTable, message).at(&table.whole()).hint(hint));
    }
    Ok((*column, found.iter().copied().min().unwrap_or_default()))
}

/// A column nobody knows, if it holds anything.
fn unknown(
    table: &SourceTable,
    names: &PlanNames<'_>,
    first: u32,
    column: u32,
    found: &ColumnMeaning<'_>,
) -> Option<Finding> {
    let text = found.text.as_str();
    if !table.cells().any(|((row, other), _)| row >= first && other == column) {
        return None;
    }
    if holds_words_alone(table, first, column) {
        let message = format!("cột «{text}» chỉ có chữ, không được nhập");
        let finding = Finding::new(Code::NotImported, message).severity(Severity::Note);
        return Some(finding.at(&table.span(found.place)).value(text));
    }
    let lowest = table.heading(found.place, u32::MAX).unwrap_or_else(|| text.to_owned());
    let near = names.nearest_figure(text).or_else(|| names.nearest_figure(&lowest));
    let hint = match near {
        Some(near) if text.contains(" / ") => format!(
            "nếu cột này đúng là «{}» thì ghi mã «{}» ở hàng tiêu đề dưới cùng; không phải thì xóa cột",
            near.name, near.id
        ),
        Some(near) => format!("có phải là «{}» ({})?", near.name, near.id),
        None => {
            "sửa tiêu đề thành tên hoặc mã số liệu trong ke-hoach.yaml; cột không cần nhập thì xóa"
                .to_owned()
        }
    };
    let message = format!("cột «{text}» không phải số liệu nào của kế hoạch");
    Some(
        Finding::new(Code::UnknownName, message)
            .at(&table.span(found.place))
            .value(text)
            .hint(hint),
    )
}

/// Whether a column holds remarks: texts that are no number and no answer.
fn holds_words_alone(table: &SourceTable, first: u32, column: u32) -> bool {
    let below = table.cells().filter(|((row, other), _)| *row >= first && *other == column);
    below.into_iter().all(|(_, cell)| match cell {
        CellContent::Text(text) => {
            let long = fold(text).chars().filter(|c| c.is_alphabetic()).count() > 3;
            long && !text.contains(|c: char| c.is_ascii_digit()) && fold(text) != "khong"
        }
        _ => false,
    })
}

/// Columns of a figure's plan or of another period are not imported; said once for each figure.
fn plans_beside(
    table: &SourceTable,
    head: &mut TableHead<'_>,
    found: &[(u32, ColumnMeaning<'_>)],
) -> Vec<Finding> {
    let mut beside: BTreeMap<&str, Vec<&ColumnMeaning<'_>>> = BTreeMap::new();
    for (_, column) in found {
        if let Meaning::Other(figure) = column.meaning {
            beside.entry(figure.id.as_str()).or_default().push(column);
        }
    }
    let told = |(figure, columns): (&str, Vec<&ColumnMeaning<'_>>)| {
        let texts: Vec<&str> = columns.iter().map(|column| column.text.as_str()).collect();
        let message =
            format!("không nhập cột «{}»: không phải số thực hiện của kỳ này", texts.join("», «"));
        let read = head.figures.values().any(|column| column.figure.id.as_str() == figure);
        let severity = if read { Severity::Warning } else { Severity::Error };
        let place = columns.first().map(|column| table.span(column.place));
        Finding::new(Code::NotImported, message)
            .severity(severity)
            .about(&figure)
            .at_maybe(place)
            .hint(format!("nếu đúng là số phải báo cáo thì đổi tiêu đề thành mã «{figure}»"))
    };
    beside.into_iter().map(told).collect()
}

/// A figure in two columns is imported from neither.
fn twice(table: &SourceTable, head: &mut TableHead<'_>) -> Vec<Finding> {
    let mut columns: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (column, known) in &head.figures {
        columns.entry(known.figure.id.as_str()).or_default().push(*column);
    }
    columns.retain(|_, columns| columns.len() > 1);
    let refusal = |(figure, columns): (&&str, &Vec<u32>)| {
        let places: Vec<String> =
            columns.iter().map(|column| table.span((head.lowest, *column)).to_string()).collect();
        let message = format!("nhiều cột cùng là «{figure}»: {}", places.join(", "));
        let last = columns.last().copied().unwrap_or_default();
        let finding = Finding::new(Code::BadTable, message).at(&table.span((head.lowest, last)));
        finding.about(figure).hint("giữ một cột; cột kia đổi tiêu đề hoặc xóa")
    };
    let found = columns.iter().map(refusal).collect();
    let refused: Vec<u32> = columns.into_values().flatten().collect();
    head.figures.retain(|column, _| !refused.contains(column));
    found
}
