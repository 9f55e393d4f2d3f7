//! Finds a table's head: the column of units and what every other column holds, whatever titles, merged cells, units of
//! measure and numbering stand above the first unit. Not for the rows below it ([`super::rows`]).

use std::collections::{BTreeMap, BTreeSet};

use super::names::{Column, Names, Row};
use super::table::{Place, Table};
use crate::diagnostic::{Code, Finding, Severity};
use crate::model::figure::{Figure, FigureKind};
use crate::vietnamese::nearest::fold;

/// Headings of columns that say nothing to import.
const BESIDE: [&str; 10] =
    ["stt", "tt", "sott", "sothutu", "ghichu", "ma", "madonvi", "madvhc", "kyten", "kynhan"];

/// Where the units and the figures of a table stand.
#[derive(Debug)]
pub struct Head<'p> {
    /// The column of the units' names.
    pub units: u32,
    /// The first row with a unit.
    pub first: u32,
    /// The columns of figures.
    pub figures: BTreeMap<u32, &'p Figure>,
    /// The columns of their sources.
    pub sources: BTreeMap<u32, &'p Figure>,
    /// The heading read in each of those columns, folded.
    pub headings: BTreeMap<u32, String>,
}

/// Finds the head; columns that cannot be imported are found.
///
/// # Errors
/// The finding that keeps the whole table from being imported.
pub fn head<'p>(
    table: &Table,
    names: &Names<'p>,
    findings: &mut Vec<Finding>,
) -> Result<Head<'p>, Finding> {
    let (units, first) = unit_column(table, names)?;
    let mut head = Head {
        units,
        first,
        figures: BTreeMap::new(),
        sources: BTreeMap::new(),
        headings: BTreeMap::new(),
    };
    for column in table.columns().into_iter().filter(|column| *column != units) {
        match heading(table, names, &head, column) {
            Heading::Known(Column::Figure(figure), place)
                if figure.kind == FigureKind::Recognition =>
            {
                findings.push(recognition(table, figure, place));
            }
            Heading::Known(Column::Figure(figure), place) => {
                let text = table.heading(place, units).unwrap_or_default();
                head.headings.insert(column, fold(&text));
                head.figures.insert(column, figure);
            }
            Heading::Known(Column::Source(figure), _) => _ = head.sources.insert(column, figure),
            Heading::Known(Column::Target(target), place) => {
                let message = format!("cột «{}» là chỉ tiêu, không được nhập", target.name);
                let finding = Finding::new(Code::NotImported, message).severity(Severity::Note);
                let hint = "không phải làm gì: chương trình tự tính chỉ tiêu từ số liệu";
                findings.push(finding.at(&table.span(place)).about(&target.id).hint(hint));
            }
            Heading::Unknown(place) => findings.extend(unknown(table, names, &head, place)),
            Heading::None => {}
        }
    }
    twice(table, &mut head, findings);
    if head.figures.is_empty() {
        let hint = "ghi tên hoặc mã số liệu của kế hoạch ở hàng tiêu đề, mỗi số liệu một cột";
        let message = "bảng không có cột nào là số liệu của kế hoạch";
        return Err(Finding::new(Code::BadTable, message).at(&table.whole()).hint(hint));
    }
    Ok(head)
}

/// The column in which most units are named, and the row of the first.
fn unit_column(table: &Table, names: &Names<'_>) -> Result<(u32, u32), Finding> {
    let is_unit = |(_, cell): &(Place, &super::table::Cell)| {
        matches!(names.row(&cell.shown()), Some(Row::Unit(_) | Row::Gone(_)))
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

enum Heading<'p> {
    Known(Column<'p>, Place),
    /// The lowest text that could name a column.
    Unknown(Place),
    None,
}

/// What stands above the first unit in a column, read upwards; a heading below another is also read together with it.
fn heading<'p>(table: &Table, names: &Names<'p>, head: &Head<'_>, column: u32) -> Heading<'p> {
    let texts: Vec<(Place, String)> = (0..head.first)
        .rev()
        .filter_map(|row| Some(((row, column), table.heading((row, column), head.units)?)))
        .collect();
    for (at, (place, text)) in texts.iter().enumerate() {
        let above = texts.get(at + 1..).unwrap_or_default();
        let joined = above.iter().find_map(|(_, upper)| names.column(&format!("{upper} {text}")));
        if let Some(known) = names.column(text).or(joined) {
            return Heading::Known(known, *place);
        }
    }
    let could = |(_, text): &&(Place, String)| !names.is_no_heading(text);
    texts.iter().find(could).map_or(Heading::None, |(place, _)| Heading::Unknown(*place))
}

/// A column nobody knows, if it holds anything.
fn unknown(table: &Table, names: &Names<'_>, head: &Head<'_>, place: Place) -> Option<Finding> {
    let text = table.heading(place, head.units)?;
    let holds = table.cells().any(|((row, column), _)| row >= head.first && column == place.1);
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

fn recognition(table: &Table, figure: &Figure, place: Place) -> Finding {
    Finding::new(Code::NotImported, format!("công nhận «{}» không nhập từ bảng", figure.id))
        .at(&table.span(place))
        .about(&figure.id)
        .hint("ghi quyết định, ngày ký, ngày hết hiệu lực ở don-vi/<mã đơn vị>.yaml")
}

/// A figure in two columns is imported from neither.
fn twice(table: &Table, head: &mut Head<'_>, findings: &mut Vec<Finding>) {
    let mut columns: BTreeMap<&str, Vec<u32>> = BTreeMap::new();
    for (column, figure) in &head.figures {
        columns.entry(figure.id.as_str()).or_default().push(*column);
    }
    let mut refused = BTreeSet::new();
    for (figure, columns) in columns.into_iter().filter(|(_, columns)| columns.len() > 1) {
        let place = |column: u32| (head.first.saturating_sub(1), column);
        let letters: Vec<String> =
            columns.iter().map(|column| table.span(place(*column)).to_string()).collect();
        let message = format!("{} cột cùng là «{figure}»: {}", columns.len(), letters.join(", "));
        let hint = "giữ một cột; cột kia đổi tiêu đề hoặc xóa";
        let last = columns.last().copied().unwrap_or_default();
        findings.push(
            Finding::new(Code::BadTable, message)
                .at(&table.span(place(last)))
                .about(&figure)
                .hint(hint),
        );
        refused.extend(columns);
    }
    head.figures.retain(|column, _| !refused.contains(column));
}
