//! Where on a sheet of a form its columns stand, though columns were put in, taken out or moved. Not for its rows
//! ([`super::filled`]).

use std::collections::BTreeMap;

use super::columns::Column;
use super::identity::FormIdentity;
use super::words;
use crate::diagnostic::{Code, Finding};
use crate::import::table::SourceTable;

/// So many columns make a sheet one of a form's.
const ENOUGH: usize = 3;

/// The columns of a sheet.
pub(crate) struct SheetMap {
    /// The row below which the figures or texts stand.
    pub(crate) head: u32,
    /// The column of ids; none if it was taken out.
    pub(crate) ids: Option<u32>,
    /// The other columns.
    pub(crate) columns: BTreeMap<Column, u32>,
}

impl SheetMap {
    /// The columns of a sheet: by the hidden words, else by the heads that are seen; none if it is no sheet of a form.
    ///
    /// # Errors
    /// A column that is there twice.
    pub(crate) fn of(table: &SourceTable) -> Result<Option<Self>, Finding> {
        let rows: Vec<u32> = table.rows().into_iter().collect();
        let hidden = |text: &str| Column::of_word(text);
        let Some((row, columns)) =
            find(table, &rows, hidden)?.or(find(table, &rows, words::column_of)?)
        else {
            return Ok(None);
        };
        let head = rows.iter().copied().find(|row| is_head(table, *row)).unwrap_or(row).max(row);
        Ok(Some(Self { head, ids: ids(table, row, head), columns }))
    }

    /// Where a column stands.
    #[must_use]
    pub(crate) fn column(&self, column: Column) -> Option<u32> {
        self.columns.get(&column).copied()
    }

    /// Whether a place is in one of the columns.
    #[must_use]
    pub(crate) fn knows(&self, column: u32) -> bool {
        self.ids == Some(column) || self.columns.values().any(|own| *own == column)
    }
}

/// A row and its columns.
type FoundColumns = (u32, BTreeMap<Column, u32>);

/// The first row with enough cells that name columns.
fn find(
    table: &SourceTable,
    rows: &[u32],
    named: impl Fn(&str) -> Option<Column>,
) -> Result<Option<FoundColumns>, Finding> {
    for row in rows {
        let mut columns = BTreeMap::new();
        let mut twice = None;
        for column in table.columns() {
            let Some(text) = table.text((*row, column)) else { continue };
            let Some(own) = named(&text).filter(|own| *own != Column::Id) else { continue };
            if columns.insert(own, column).is_some() {
                twice = Some((own, column));
            }
        }
        if columns.len() < ENOUGH {
            continue;
        }
        let input = |own| {
            !matches!(
                own,
                Column::Number
                    | Column::Name
                    | Column::Measure
                    | Column::Counting
                    | Column::Earlier
                    | Column::Check
                    | Column::Help
            )
        };
        return match twice.filter(|(own, _)| input(*own)) {
            Some((own, column)) => Err(doubled(table, (*row, column), own)),
            None => Ok(Some((*row, columns))),
        };
    }
    Ok(None)
}

fn doubled(table: &SourceTable, place: (u32, u32), column: Column) -> Finding {
    let message = format!("biểu có hai cột «{}»", words::head(column, ""));
    let hint = "xóa cột chép thêm rồi nhập lại";
    Finding::new(Code::FormChanged, message).at(&table.span(place)).hint(hint)
}

/// Whether a row has the heads that are seen.
fn is_head(table: &SourceTable, row: u32) -> bool {
    let seen = table.columns().into_iter().filter_map(|column| table.text((row, column)));
    seen.filter_map(|text| words::column_of(&text)).count() >= ENOUGH
}

/// The column of ids: under the identity, or under the word for it.
fn ids(table: &SourceTable, row: u32, head: u32) -> Option<u32> {
    let mut columns = table.columns().into_iter();
    columns.find(|column| {
        let text = |row| table.text((row, *column)).unwrap_or_default();
        FormIdentity::read(&text(row)).is_some() || text(head) == Column::Id.word()
    })
}
