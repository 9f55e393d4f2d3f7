//! What is filled in on the form for all units: values and the as-of date of each. Not for a unit's own form
//! ([`super::unit_form`]).

use std::collections::BTreeMap;

use super::all_units::{NAMES, SUM, UNITS};
use super::dates;
use super::filled::Filled;
use super::identity::FormIdentity;
use super::recognise::FormFile;
use super::words;
use crate::diagnostic::{Code, Finding};
use crate::import::cells;
use crate::import::labels::is_value;
use crate::import::rows::TableValue;
use crate::import::table::SourceTable;
use crate::model::figure::Figure;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::vietnamese::nearest::fold;

/// What is filled in for each unit.
///
/// # Errors
/// Why nothing of the form can be taken.
pub(crate) fn filled<'p>(
    form: &FormFile,
    plan: &'p Plan,
    period: Period,
) -> Result<Vec<(&'p Unit, Filled<'p>)>, Finding> {
    let sheet = form.tables.iter().find_map(|table| Some((table, columns(table)?)));
    let Some((table, columns)) = sheet else {
        let message = "không thấy trang «Số liệu» của biểu, hoặc hàng mã ẩn ở đầu trang đã bị xóa";
        let place = form.tables.first().map(SourceTable::whole);
        let hint = "chép số vào biểu gốc (baocao form --gop lập lại được) rồi nhập tệp ấy";
        return Err(Finding::new(Code::FormChanged, message).at_maybe(place).hint(hint));
    };
    let known = known(table, &columns, plan)?;
    let mut all: Vec<(&Unit, Filled<'_>)> = Vec::new();
    for row in table.rows().into_iter().filter(|row| *row > columns.row) {
        let mut filled = Filled::default();
        let values = known.iter().filter(|(_, column)| table.cell((row, *column)).is_some());
        if values.clone().next().is_none() {
            continue;
        }
        let Some(id) = table.text((row, columns.ids)) else {
            let is_given = |place: &(u32, u32)| table.cell(*place).is_some_and(is_value);
            let given = values.clone().map(|(_, column)| (row, *column)).find(is_given);
            // Sums and heads have no id either.
            let own = columns.names.and_then(|column| table.text((row, column)));
            if let Some(place) = given.filter(|_| own.as_deref() != Some(SUM)) {
                return Err(changed(
                    table,
                    place,
                    "hàng thêm vào biểu có số mà không có mã đơn vị".to_owned(),
                ));
            }
            continue;
        };
        let unit = unit_of(table, row, &columns, (plan, period), &id)?;
        if all.iter().any(|(other, _)| other.id == unit.id) {
            let message = format!("{} có ở hai hàng của biểu", unit.full_name());
            return Err(changed(table, (row, columns.ids), message));
        }
        for (figure, column) in values {
            match value(table, (row, *column), figure, unit) {
                Ok(value) => filled.values.extend(value),
                Err(finding) => filled.findings.push(finding),
            }
        }
        if let Some(column) = columns.as_of {
            match dates::read(table, (row, column), period) {
                Ok(date) => filled.as_of = date,
                Err(finding) => filled.findings.push(finding),
            }
        }
        all.push((unit, filled));
    }
    if let Some((_, first)) = all.first_mut() {
        first.findings.extend(form.findings.iter().cloned());
    }
    Ok(all)
}

/// Where the columns of the sheet stand.
struct UnitColumns {
    row: u32,
    ids: u32,
    names: Option<u32>,
    as_of: Option<u32>,
    others: BTreeMap<u32, String>,
}

fn columns(table: &SourceTable) -> Option<UnitColumns> {
    let found = table.cells().find(|(_, cell)| FormIdentity::read(&cell.shown()).is_some());
    let ((row, ids), _) = found?;
    let mut columns = UnitColumns { row, ids, names: None, as_of: None, others: BTreeMap::new() };
    for column in table.columns().into_iter().filter(|column| *column != ids) {
        match table.text((row, column)).as_deref() {
            Some(NAMES) => columns.names = Some(column),
            Some(words::AS_OF) => columns.as_of = Some(column),
            Some(id) => _ = columns.others.insert(column, id.to_owned()),
            None => {}
        }
    }
    columns.names.is_some().then_some(columns)
}

/// The figures of the columns, whose heads say what their ids do.
fn known<'p>(
    table: &SourceTable,
    columns: &UnitColumns,
    plan: &'p Plan,
) -> Result<Vec<(&'p Figure, u32)>, Finding> {
    let names = columns.names.unwrap_or(columns.ids);
    let head =
        table.rows().into_iter().find(|row| table.text((*row, names)).as_deref() == Some(UNITS));
    let mut known: Vec<(&Figure, u32)> = Vec::new();
    for (column, id) in &columns.others {
        let place = (columns.row, *column);
        let Some(figure) = plan.figure(id) else {
            return Err(changed(table, place, format!("kế hoạch không có số liệu «{id}»")));
        };
        if known.iter().any(|(other, _)| other.id == figure.id) {
            return Err(changed(table, place, format!("«{}» có hai cột", figure.name)));
        }
        let typed = |row: Option<u32>| table.text((row?, *column));
        let wanted =
            [(typed(head), &figure.name), (typed(head.map(|row| row + 1)), &figure.measure)];
        for (typed, wanted) in wanted {
            if let Some(typed) = typed.filter(|typed| fold(typed) != fold(wanted.as_str())) {
                let place = (head.unwrap_or(columns.row), *column);
                let message = format!("cột của «{}» (mã {id}) lại ghi «{typed}»", figure.name);
                return Err(changed(table, place, message));
            }
        }
        known.push((figure, *column));
    }
    Ok(known)
}

fn unit_of<'p>(
    table: &SourceTable,
    row: u32,
    columns: &UnitColumns,
    (plan, period): (&'p Plan, Period),
    id: &str,
) -> Result<&'p Unit, Finding> {
    let unit = plan.unit(id.trim()).filter(|unit| unit.validity.contains(period.last_day()));
    let Some(unit) = unit else {
        let message = format!("kế hoạch không có đơn vị «{id}» trong kỳ {period}");
        return Err(changed(table, (row, columns.ids), message));
    };
    let name = columns.names.and_then(|column| table.text((row, column)));
    match name.filter(|name| fold(name) != fold(&unit.full_name())) {
        Some(name) => {
            let message = format!("hàng của {} (mã {id}) lại ghi «{name}»", unit.full_name());
            Err(changed(table, (row, columns.names.unwrap_or(columns.ids)), message))
        }
        None => Ok(unit),
    }
}

fn value<'p>(
    table: &SourceTable,
    place: (u32, u32),
    figure: &'p Figure,
    unit: &Unit,
) -> Result<Option<TableValue<'p>>, Finding> {
    if !figure.is_owed_by(unit) {
        let message = format!("«{}» không phải số liệu {} báo cáo", figure.name, unit.full_name());
        return Err(changed(table, place, message).about(&figure.id));
    }
    if table.region(place).is_some() {
        let message = "ô điền đã bị trộn với ô khác, không biết số là của hàng nào".to_owned();
        return Err(changed(table, place, message).about(&figure.id));
    }
    let amount = cells::of_form(table, place, figure)?;
    let span = table.span(place);
    Ok(amount.map(|amount| TableValue { figure, amount, source: None, estimate: None, span }))
}

fn changed(table: &SourceTable, place: (u32, u32), message: String) -> Finding {
    let hint = "phần chữ của biểu không được sửa, dán đè hay xếp lại: chép số vào biểu gốc rồi nhập tệp ấy";
    Finding::new(Code::FormChanged, message).at(&table.span(place)).hint(hint)
}
