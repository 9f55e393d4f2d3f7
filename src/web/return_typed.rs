//! What was typed into the form of a return, read by the readers of forms that units fill in: values, texts, the date, and what is
//! wrong with a field. Not for writing it ([`super::return_page`]).

use std::collections::BTreeMap;

use super::return_fields::{
    AS_OF, ESTIMATE, FieldValues, NONE_AROSE, manner, same, source, text, value,
};
use crate::diagnostic::{Code, Finding};
use crate::forms::content::FormContent;
use crate::forms::dates;
use crate::forms::filled::{Filled, TypedText};
use crate::import::cells;
use crate::import::rows::TableValue;
use crate::import::table::{CellContent, SourceTable};
use crate::model::figure::Figure;
use crate::model::returns::Amount;
use crate::model::text::Line;

/// What is wrong with a field, by its name.
pub(super) type Wrong = BTreeMap<String, Finding>;

/// Reads what was typed where it is another than the file has.
pub(super) fn filled<'p>(
    content: &FormContent<'p>,
    typed: &FieldValues,
    disk: &FieldValues,
) -> (Filled<'p>, Wrong) {
    let (mut filled, mut wrong) = (Filled::default(), Wrong::new());
    let changed = |name: &String| !same(&typed[name], &disk[name]);
    let date = cell(&typed[AS_OF]);
    match dates::read(&date, (0, 0), content.identity.period) {
        Ok(date) => filled.as_of = date,
        Err(finding) => _ = wrong.insert(AS_OF.to_owned(), finding),
    }
    for figure in content.rows.iter().map(|row| row.figure) {
        let mut names = vec![value(figure), manner(figure)];
        names.extend(figure.source_required.then(|| source(figure)));
        if names.iter().any(changed) {
            match figure_value(figure, typed) {
                Ok(value) => filled.values.push(value),
                Err(finding) => _ = wrong.insert(value(figure), finding),
            }
        }
    }
    for field in &content.texts {
        let name = text(field);
        if !changed(&name) {
            continue;
        }
        let words = typed[&name].trim_end().to_owned();
        if words.trim().is_empty() {
            wrong.insert(name, emptied());
        } else {
            filled.texts.push(TypedText { path: field.path.clone(), text: words });
        }
    }
    (filled, wrong)
}

/// A field as the only cell of a table, for the readers of cells.
fn cell(typed: &str) -> SourceTable {
    let cells = BTreeMap::from([((0, 0), CellContent::Text(typed.trim().to_owned()))]);
    SourceTable::new("trang nhập", None, cells, Vec::new())
}

fn figure_value<'p>(figure: &'p Figure, typed: &FieldValues) -> Result<TableValue<'p>, Finding> {
    let (number, how) = (cell(&typed[&value(figure)]), typed[&manner(figure)].as_str());
    let read = cells::of_form(&number, (0, 0), figure)?;
    let amount = match (read, how) {
        (None, NONE_AROSE) => Amount::NoneArose,
        (Some(_), NONE_AROSE) => {
            let message = format!("«{}» vừa có số vừa chọn không phát sinh", figure.name);
            let hint = "xóa số, hoặc chọn lại «số đã chốt»";
            return Err(Finding::new(Code::NotACount, message).about(&figure.id).hint(hint));
        }
        (Some(amount), _) => amount,
        (None, _) => return Err(emptied().about(&figure.id)),
    };
    let named = typed.get(&source(figure)).map(|named| Line::new(named));
    Ok(TableValue {
        figure,
        amount,
        source: named.filter(|named| !named.is_empty()),
        estimate: Some(how == ESTIMATE),
        span: number.whole(),
    })
}

/// A field that had something and has nothing now: what the file has is not taken away from here.
fn emptied() -> Finding {
    let message = "ô này đang có nội dung trong tệp, để trống thì nội dung ấy không bị xóa";
    let hint = "ghi nội dung mới; muốn xóa hẳn thì mở tệp và xóa ở đó";
    Finding::new(Code::NotImported, message).hint(hint)
}
