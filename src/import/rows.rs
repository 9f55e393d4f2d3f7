//! Reads the rows of a table: units with their values, the totals at the foot, rows nobody knows. Not for the head
//! ([`super::head`]) and not for the returns the values go to ([`super::importer`]).

use std::collections::BTreeMap;

use super::cells;
use super::head::TableHead;
use super::names::{PlanNames, UnitMatch};
use super::table::{CellContent, CellPosition, SourceTable};
use crate::diagnostic::{Code, Finding};
use crate::model::figure::Figure;
use crate::model::plan::Plan;
use crate::model::returns::Amount;
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::source::Span;
use crate::vietnamese::nearest::fold;

/// A value of the table.
#[derive(Debug, Clone)]
pub(crate) struct TableValue<'p> {
    /// Of which figure.
    pub(crate) figure: &'p Figure,
    /// How much.
    pub(crate) amount: Amount,
    /// Where it comes from, if the table has a column for that.
    pub(crate) source: Option<Line>,
    /// Its cell.
    pub(crate) span: Span,
}

/// A unit's row.
#[derive(Debug)]
pub(crate) struct TableRow<'p> {
    /// Which unit.
    pub(crate) unit: &'p Unit,
    /// The cell of its name.
    pub(crate) span: Span,
    /// Its values, in the plan's order.
    pub(crate) values: Vec<TableValue<'p>>,
    /// Whether something is wrong with it; such a row is not imported.
    pub(crate) refused: bool,
}

/// The rows of a table.
#[derive(Debug, Default)]
pub(crate) struct TableRows<'p> {
    /// Rows of units, from the top.
    pub(crate) units: Vec<TableRow<'p>>,
    /// Rows of totals over all units.
    pub(crate) totals: Vec<u32>,
    /// Whether every row with values was understood, so that totals can be held against their sum.
    pub(crate) complete: bool,
}

/// Reads every row below the head.
#[must_use]
pub(crate) fn rows<'p>(
    table: &SourceTable,
    head: &TableHead<'p>,
    names: &PlanNames<'p>,
    plan: &'p Plan,
    findings: &mut Vec<Finding>,
) -> TableRows<'p> {
    let mut rows = TableRows { complete: true, ..TableRows::default() };
    for row in table.rows().into_iter().filter(|row| *row > head.lowest) {
        if let Some(place) = second_head(table, head, names, row) {
            findings.push(second_table(table, place));
            rows.complete = false;
            break;
        }
        let place = (row, head.units);
        let label = label(table, head, row);
        match names.unit(&label) {
            Some(UnitMatch::Unit(unit)) => {
                rows.units.push(unit_row(table, head, plan, unit, row, findings));
            }
            _ if !holds_values(table, head, row) && names.nearest_unit(&label).is_none() => {}
            _ if is_head(table, head, row) => {}
            // Units of measure and the numbers of columns stand before the first unit.
            _ if row < head.first && names.is_no_heading(&label) => {}
            _ if is_total(&label, plan) == Some(true) => rows.totals.push(row),
            _ if is_total(&label, plan) == Some(false) => {}
            known => {
                findings.push(unknown(&label, known, names).at(&table.span(place)).value(label));
                rows.complete = false;
            }
        }
    }
    twice(&mut rows, findings);
    rows
}

/// The name of a row: what stands in the column of units, or to its left where cells are merged.
fn label(table: &SourceTable, head: &TableHead<'_>, row: u32) -> String {
    let words = |column: u32| {
        table.text((row, column)).filter(|text| text.chars().any(char::is_alphabetic))
    };
    (0..=head.units).rev().find_map(words).unwrap_or_default()
}

/// Whether a row has a number in a column of figures; the line for signatures has not.
fn holds_values(table: &SourceTable, head: &TableHead<'_>, row: u32) -> bool {
    let number = |column: &u32| match table.cell((row, *column)) {
        Some(CellContent::Text(text)) => text.contains(|c: char| c.is_ascii_digit()),
        cell => cell.is_some(),
    };
    head.figures.keys().any(number)
}

/// Whether a row is the head again, as on a new page.
fn is_head(table: &SourceTable, head: &TableHead<'_>, row: u32) -> bool {
    let again = |(column, heading): (&u32, &String)| {
        table.text((row, *column)).is_some_and(|text| fold(&text) == *heading)
    };
    head.headings.iter().any(again)
}

/// Whether a name says total over all units (`Some(true)`), or over some of them.
fn is_total(label: &str, plan: &Plan) -> Option<bool> {
    let folded = fold(label);
    let area = fold(plan.wording.area.as_str());
    let words = ["tongcong", "tongso", "congchung", "tong", "cong"];
    let rest = words.iter().find_map(|word| folded.strip_prefix(word));
    match rest {
        _ if folded == area => Some(true),
        Some(rest) => {
            Some(rest.is_empty() || rest == area || rest == fold(plan.wording.units.as_str()))
        }
        None => None,
    }
}

fn unit_row<'p>(
    table: &SourceTable,
    head: &TableHead<'p>,
    plan: &'p Plan,
    unit: &'p Unit,
    row: u32,
    findings: &mut Vec<Finding>,
) -> TableRow<'p> {
    let columns: BTreeMap<&str, (u32, &Figure)> = head
        .figures
        .iter()
        .map(|(column, figure)| (figure.id.as_str(), (*column, *figure)))
        .collect();
    let mut read =
        TableRow { unit, span: table.span((row, head.units)), values: Vec::new(), refused: false };
    if let Some(finding) = too_wide(table, head, row) {
        findings.push(finding);
        read.refused = true;
        return read;
    }
    let in_order = plan.figures.iter().filter_map(|figure| columns.get(figure.id.as_str()));
    for (column, figure) in in_order.copied() {
        let place = (row, column);
        match cells::read(table, place, figure) {
            Ok(None) => {}
            Ok(Some(_)) if !figure.is_owed_by(unit) => {
                findings.push(not_theirs(table, place, unit, figure));
            }
            Ok(Some(amount)) => {
                let source = source(table, head, row, figure);
                read.values.push(TableValue { figure, amount, source, span: table.span(place) });
            }
            Err(finding) => {
                findings.push(finding);
                read.refused = true;
            }
        }
    }
    read
}

fn source(table: &SourceTable, head: &TableHead<'_>, row: u32, figure: &Figure) -> Option<Line> {
    let (column, _) = head.sources.iter().find(|(_, named)| named.id == figure.id)?;
    table.text((row, *column)).map(|text| Line::new(&text)).filter(|line| !line.is_empty())
}

fn not_theirs(table: &SourceTable, place: CellPosition, unit: &Unit, figure: &Figure) -> Finding {
    let message = format!(
        "{} không phải đơn vị báo cáo số liệu «{}»: ô không được nhập",
        unit.full_name(),
        figure.id
    );
    Finding::new(Code::NotImported, message)
        .at(&table.span(place))
        .about(&figure.id)
        .value(table.text(place).unwrap_or_default())
        .hint("để trống ô này; kế hoạch giao số liệu này cho đơn vị khác (bao_cao_boi, ap_dung)")
}

/// A row with values whose name is no unit of the period.
fn unknown(label: &str, known: Option<UnitMatch<'_>>, names: &PlanNames<'_>) -> Finding {
    let of = |message: String| Finding::new(Code::UnknownName, message);
    match known {
        Some(UnitMatch::Gone(unit)) => {
            of(format!("{} không là đơn vị báo cáo của kỳ này (hieu_luc)", unit.full_name()))
                .about(&unit.id)
                .hint("xóa hàng này, hoặc xem lại kỳ và hieu_luc của đơn vị trong ke-hoach.yaml")
        }
        Some(_) => of(format!("nhiều đơn vị của kế hoạch mang tên «{label}»"))
            .hint("ghi mã đơn vị, hoặc tên có cả cấp, ví dụ «xã Lát»"),
        None if label.is_empty() => of("hàng có số liệu mà không có tên đơn vị".to_owned())
            .hint("ghi tên hoặc mã đơn vị; hàng không cần nhập thì xóa"),
        None => {
            let near = names.nearest_unit(label);
            let hint = near.map_or_else(
                || {
                    "ghi tên hoặc mã đơn vị như trong ke-hoach.yaml; hàng không cần nhập thì xóa"
                        .to_owned()
                },
                |unit| format!("có phải là «{}» ({})?", unit.full_name(), unit.id),
            );
            of(format!("hàng «{label}» không phải đơn vị nào của kế hoạch")).hint(hint)
        }
    }
}

/// The cell of a row below the first unit that names another column than the one it stands in: another table begins here.
fn second_head(
    table: &SourceTable,
    head: &TableHead<'_>,
    names: &PlanNames<'_>,
    row: u32,
) -> Option<CellPosition> {
    if row <= head.first || names.unit(&label(table, head, row)).is_some() {
        return None;
    }
    let same = |column: u32, text: &str| {
        let above = (0..=head.lowest).filter_map(|above| table.text((above, column)));
        above.into_iter().any(|above| fold(&above) == fold(text))
    };
    let texts: Vec<(u32, String)> = table
        .columns()
        .into_iter()
        .filter_map(|column| Some((column, table.text((row, column))?)))
        .collect();
    let differs = |(column, text): &&(u32, String)| !same(*column, text);
    // Its columns may be none of the plan's; then the column of units has its heading again.
    let again = texts.iter().any(|(column, text)| *column == head.units && same(*column, text));
    let other = texts.iter().filter(differs);
    let mut begins = other.filter(|(_, text)| {
        names.column(text).is_some() || (again && text.chars().any(char::is_alphabetic))
    });
    begins.next().map(|(column, _)| (row, *column))
}

fn second_table(table: &SourceTable, place: CellPosition) -> Finding {
    let text = table.text(place).unwrap_or_default();
    let message = format!("từ hàng này là một bảng khác (cột «{text}») nên không được nhập");
    Finding::new(Code::BadTable, message)
        .at(&table.span(place))
        .value(text)
        .hint("tách bảng này ra một trang hoặc một tệp riêng, rồi nhập riêng")
}

/// In a text file, the cell of a row beyond the last heading: the row has more cells than the head, so nobody knows which is
/// whose.
fn too_wide(table: &SourceTable, head: &TableHead<'_>, row: u32) -> Option<Finding> {
    let is_shown = |row: u32, column: u32| table.cell((row, column)).is_some();
    let columns = table.columns();
    let last =
        columns.iter().rfind(|column| (0..=head.lowest).any(|above| is_shown(above, **column)))?;
    let beyond = columns.iter().find(|column| *column > last && is_shown(row, **column));
    let place = (row, *beyond.filter(|_| table.sheet.is_none())?);
    let finding =
        Finding::new(Code::BadTable, "hàng có nhiều ô hơn hàng tiêu đề nên không được nhập");
    Some(finding.at(&table.span(place)).value(table.text(place).unwrap_or_default()).hint(
        "số có dấu phẩy (1,613) bị tách thành hai ô: viết liền 1613, hoặc đặt trong ngoặc kép",
    ))
}

/// A unit in two rows is imported from neither.
fn twice(rows: &mut TableRows<'_>, findings: &mut Vec<Finding>) {
    let mut first: BTreeMap<&str, (usize, Span)> = BTreeMap::new();
    let mut refused = Vec::new();
    for (at, row) in rows.units.iter().enumerate() {
        let Some((before, span)) = first.get(row.unit.id.as_str()) else {
            first.insert(row.unit.id.as_str(), (at, row.span.clone()));
            continue;
        };
        let message = format!("{} có hai hàng, hàng kia ở {span}", row.unit.full_name());
        let finding = Finding::new(Code::BadTable, message).at(&row.span).about(&row.unit.id);
        findings.push(finding.hint("giữ một hàng cho mỗi đơn vị"));
        refused.extend([*before, at]);
    }
    rows.complete &= refused.is_empty();
    for at in refused {
        rows.units[at].refused = true;
    }
}
