//! What is filled in on the form of a unit: values, texts, the as-of date, each with its cell. Not for the form of all units
//! ([`super::all_units_form`]).

use super::columns::Column;
use super::filled::Filled;
use super::form_reader::FormReader;
use super::recognise::FormFile;
use super::sheet_map::SheetMap;
use crate::diagnostic::{Code, Finding};
use crate::import::table::SourceTable;
use crate::model::plan::Plan;
use crate::model::unit::Unit;

/// What is filled in on a form of `unit`.
///
/// # Errors
/// Why nothing of it can be taken.
pub(crate) fn filled<'p>(
    form: &FormFile,
    plan: &'p Plan,
    unit: &'p Unit,
) -> Result<Filled<'p>, Finding> {
    let mut filled = Filled { findings: form.findings.clone(), ..Filled::default() };
    let mut sheets = (0, 0, 0);
    for table in &form.tables {
        let Some(map) = SheetMap::of(table)? else { continue };
        let (figures, texts) =
            (map.column(Column::Value).is_some(), map.column(Column::Content).is_some());
        let documents = map.column(Column::DocumentKind).is_some();
        let period = form.identity.period;
        let mut reader = FormReader { plan, unit, period, table, map, filled };
        if figures {
            sheets.0 += 1;
            reader.same_form()?;
            reader.as_of();
            reader.figures();
        } else if texts {
            sheets.1 += 1;
            reader.texts();
        } else if documents {
            sheets.2 += 1;
            reader.documents();
        }
        filled = reader.filled;
    }
    // Every form asks for figures: without their sheet nobody knows what was filled in.
    if sheets.0 != 1 || sheets.1 > 1 || sheets.2 > 1 {
        return Err(sheets_missing(form, sheets.0 == 0));
    }
    Ok(filled)
}

fn sheets_missing(form: &FormFile, none: bool) -> Finding {
    let message = if none {
        "không thấy trang «Số liệu» của biểu, hoặc hàng tiêu đề của trang đã bị xóa"
    } else {
        "một trang của biểu có hai bản trong tệp, không biết bản nào đúng"
    };
    let place = form.tables.first().map(SourceTable::whole);
    let hint = "chép số vào biểu gốc (baocao form lập lại được) rồi nhập tệp ấy";
    Finding::new(Code::FormChanged, message).at_maybe(place).hint(hint)
}
