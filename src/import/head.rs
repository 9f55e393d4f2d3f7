//! Finds a table's head: the column of units and what every other column holds, whatever titles, merged cells, units of
//! measure and numbering stand above the first unit. Not for the rows below it ([`super::rows`]).

use std::collections::BTreeMap;

use super::names::{Column, PlanNames, UnitMatch};
use super::table::{CellContent, CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::{Figure, FigureKind};
use crate::vietnamese::nearest::fold;

/// Headings of columns that say nothing to import.
const BESIDE: [&str; 10] =
    ["stt", "tt", "sott", "sothutu", "ghichu", "ma", "madonvi", "madvhc", "kyten", "kynhan"];

/// Where the units and the figures of a table stand.
#[derive(Debug, Default)]
pub(crate) struct TableHead<'p> {
    /// The column of the units' names.
    pub(crate) units: u32,
    /// The first row with a unit of the plan.
    pub(crate) first: u32,
    /// The lowest row with a heading; what stands between it and the first unit may be a unit nobody knows.
    pub(crate) lowest: u32,
    /// The columns of figures.
    pub(crate) figures: BTreeMap<u32, &'p Figure>,
    /// The columns of their sources.
    pub(crate) sources: BTreeMap<u32, &'p Figure>,
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
    let mut head = TableHead { units, first, ..TableHead::default() };
    let columns = table.columns().into_iter().filter(|column| *column != units);
    let (known, others): (Vec<_>, Vec<_>) = columns
        .map(|column| (column, heading(table, names, &head, column)))
        .partition(|(_, heading)| heading.is_some());
    for (known, place) in known.into_iter().filter_map(|(_, heading)| heading) {
        findings.extend(head.take(table, known, place));
    }
    findings.extend(others.iter().filter_map(|(column, _)| unknown(table, names, &head, *column)));
    findings.extend(twice(table, &mut head));
    if head.figures.is_empty() {
        let hint = "ghi tên hoặc mã số liệu của kế hoạch ở hàng tiêu đề, mỗi số liệu một cột";
        let message = "bảng không có cột nào là số liệu của kế hoạch";
        return Err(Finding::new(Code::BadTable, message).at(&table.whole()).hint(hint));
    }
    Ok(head)
}

impl<'p> TableHead<'p> {
    /// Keeps a column whose heading is known; one that is not imported is found.
    fn take(
        &mut self,
        table: &SourceTable,
        known: Column<'p>,
        place: CellPosition,
    ) -> Option<Finding> {
        self.lowest = self.lowest.max(place.0);
        match known {
            Column::Figure(figure) if figure.kind == FigureKind::Recognition => {
                let message = format!("công nhận «{}» không nhập từ bảng", figure.id);
                let hint = "ghi quyết định, ngày ký, ngày hết hiệu lực ở don-vi/<mã đơn vị>.yaml";
                let finding = Finding::new(Code::NotImported, message).about(&figure.id);
                return Some(finding.at(&table.span(place)).hint(hint));
            }
            Column::Figure(figure) => {
                let text = table.heading(place, self.units).unwrap_or_default();
                self.headings.insert(place.1, fold(&text));
                self.figures.insert(place.1, figure);
            }
            Column::Source(figure) => _ = self.sources.insert(place.1, figure),
            Column::Target(target) => {
                let message = format!("cột «{}» là chỉ tiêu, không được nhập", target.name);
                let hint = "không phải làm gì: chương trình tự tính chỉ tiêu từ số liệu";
                let finding = Finding::new(Code::NotImported, message).about(&target.id);
                return Some(finding.severity(Severity::Note).at(&table.span(place)).hint(hint));
            }
        }
        None
    }
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

/// What stands above the first unit in a column, read upwards.
fn texts(
    table: &SourceTable,
    head: &TableHead<'_>,
    below: u32,
    column: u32,
) -> Vec<(CellPosition, String)> {
    let text = |row: u32| Some(((row, column), table.heading((row, column), head.units)?));
    (0..below).rev().filter_map(text).collect()
}

/// The heading of a column, if it is known; one below another is also read together with it.
fn heading<'p>(
    table: &SourceTable,
    names: &PlanNames<'p>,
    head: &TableHead<'_>,
    column: u32,
) -> Option<(Column<'p>, CellPosition)> {
    let texts = texts(table, head, head.first, column);
    texts.iter().enumerate().find_map(|(at, (place, text))| {
        let mut above = texts.get(at + 1..).unwrap_or_default().iter();
        let joined = |(_, upper): &(CellPosition, String)| names.column(&format!("{upper} {text}"));
        let known = names.column(text).or_else(|| above.find_map(joined))?;
        Some((known, *place))
    })
}

/// A column nobody knows, if it holds anything; its name is the lowest text that could be one.
fn unknown(
    table: &SourceTable,
    names: &PlanNames<'_>,
    head: &TableHead<'_>,
    column: u32,
) -> Option<Finding> {
    let texts = texts(table, head, head.lowest + 1, column);
    let (place, text) = texts.into_iter().find(|(_, text)| !names.is_no_heading(text))?;
    let holds = table.cells().any(|((row, other), _)| row >= head.first && other == column);
    if !holds || BESIDE.contains(&fold(&text).as_str()) {
        return None;
    }
    let hint = names.nearest_figure(&text).map_or_else(
        || {
            "sửa tiêu đề thành tên hoặc mã số liệu trong ke-hoach.yaml; cột không cần nhập thì xóa"
                .to_owned()
        },
        |near| format!("có phải là «{}» ({})?", near.name, near.id),
    );
    let message = format!("cột «{text}» không phải số liệu nào của kế hoạch");
    Some(Finding::new(Code::UnknownName, message).at(&table.span(place)).value(text).hint(hint))
}

/// A figure in two columns is imported from neither.
fn twice(table: &SourceTable, head: &mut TableHead<'_>) -> Vec<Finding> {
    let mut columns: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (column, figure) in &head.figures {
        columns.entry(figure.id.as_str()).or_default().push(*column);
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
