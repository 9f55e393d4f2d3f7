//! Reads one sheet of a unit's form: its lines above, its cells, what is said of those that are not as they were written. Not for
//! rows of figures ([`super::figure_rows`]) or texts ([`super::text_rows`]).

use super::columns::Column;
use super::dates;
use super::filled::{Filled, TypedText};
use super::sheet_map::SheetMap;
use super::words;
use crate::diagnostic::{Code, Finding, Severity};
use crate::import::table::{CellContent, CellPosition, SourceTable};
use crate::import::text_edit::KeyPath;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::vietnamese::nearest::fold;

/// Reads the form of a unit.
pub(super) struct FormReader<'f, 'p> {
    pub(super) plan: &'p Plan,
    pub(super) unit: &'p Unit,
    pub(super) period: Period,
    pub(super) table: &'f SourceTable,
    pub(super) map: SheetMap,
    pub(super) filled: Filled<'p>,
}

impl FormReader<'_, '_> {
    /// Whether the lines that are seen are of the unit and period of the identity.
    pub(super) fn same_form(&self) -> Result<(), Finding> {
        let above = self.table.cells().filter(|((row, _), _)| *row < self.map.head);
        for (place, cell) in above {
            let line = cell.shown();
            if let Some(told) = words::told_unit(&line)
                && fold(told) != fold(&self.unit.full_name())
            {
                let named = self.unit.full_name();
                return Err(
                    self.other(place, format!("biểu của {named} nhưng dòng đơn vị ghi «{told}»"))
                );
            }
            if let Some(told) = words::told_period(&line)
                && told != self.period
            {
                let message = format!("biểu của kỳ {} nhưng dòng kỳ ghi {told}", self.period);
                return Err(self.other(place, message));
            }
        }
        Ok(())
    }

    fn other(&self, place: CellPosition, message: String) -> Finding {
        let hint = "mỗi đơn vị, mỗi kỳ có biểu riêng: lấy đúng biểu (baocao form), chép số vào rồi nhập tệp ấy";
        Finding::new(Code::FormChanged, message).at(&self.table.span(place)).hint(hint)
    }

    pub(super) fn as_of(&mut self) {
        let line = self.table.cells().find(|((row, _), cell)| {
            *row < self.map.head && cell.shown().starts_with(words::AS_OF_BEGINS)
        });
        let Some(((row, _), _)) = line else { return };
        let Some(column) = self.map.column(Column::Value) else { return };
        match dates::read(self.table, (row, column), self.period) {
            Ok(date) => self.filled.as_of = date,
            Err(finding) => self.filled.findings.push(finding),
        }
    }

    /// The rows of figures or texts.
    pub(super) fn rows(&self) -> Vec<u32> {
        self.table.rows().into_iter().filter(|row| *row > self.map.head).collect()
    }

    /// Whether anything stands in a cell of a row that is to be filled in, a source aside: that is given.
    pub(super) fn is_filled(&self, row: u32) -> bool {
        let asked = [Column::Value, Column::Reason, Column::Estimate, Column::Content];
        // A formula without a result shows nothing, and is something.
        let cell = |column| self.table.cell((row, self.map.column(column)?));
        asked.into_iter().any(|column| cell(column).is_some())
    }

    pub(super) fn text(&self, row: u32, column: Column) -> Option<String> {
        self.table.text((row, self.map.column(column)?)).filter(|text| !text.trim().is_empty())
    }

    pub(super) fn id(&self, row: u32) -> Option<String> {
        self.table.text((row, self.map.ids?)).filter(|text| !text.trim().is_empty())
    }

    pub(super) fn place(&self, row: u32, column: Column) -> CellPosition {
        (row, self.map.column(column).or(self.map.ids).unwrap_or(0))
    }

    pub(super) fn changed(&self, row: u32, message: String) -> Finding {
        let columns = [Column::Value, Column::Content];
        let column = columns.into_iter().find(|column| self.map.column(*column).is_some());
        self.changed_at(self.place(row, column.unwrap_or(Column::Name)), message)
    }

    pub(super) fn changed_at(&self, place: CellPosition, message: String) -> Finding {
        let hint = "phần chữ của biểu không được sửa, dán đè hay xếp lại: chép số vào biểu gốc rồi nhập tệp ấy";
        Finding::new(Code::FormChanged, message).at(&self.table.span(place)).hint(hint)
    }

    /// A value over several cells may be meant for any of them.
    pub(super) fn unmerged(&self, place: CellPosition) -> Result<(), Finding> {
        let Some((first, last)) = self.table.region(place) else { return Ok(()) };
        let rows = (first.0..=last.0).filter(|row| *row > self.map.head).count();
        let columns = (first.1..=last.1).filter(|column| self.map.knows(*column)).count();
        if rows <= 1 && columns <= 1 {
            return Ok(());
        }
        let message = "ô điền đã bị trộn với ô khác, không biết số là của hàng nào".to_owned();
        Err(self.changed_at(first, message))
    }

    /// A text in a cell.
    pub(super) fn typed(&mut self, row: u32, column: Column, path: KeyPath) {
        let place = self.place(row, column);
        let Some(cell) = self.table.cell(place).filter(|_| self.map.column(column).is_some())
        else {
            return;
        };
        if let CellContent::Fault(_) | CellContent::Uncomputed = cell {
            let message = "ô lời văn là công thức lỗi hoặc chưa tính";
            let hint = "gõ lại bằng chữ; câu bắt đầu bằng dấu = hay dấu - thì gõ dấu nháy ' trước";
            let finding = Finding::new(Code::NotACount, message).at(&self.table.span(place));
            return self.filled.findings.push(finding.hint(hint));
        }
        if let Err(finding) = self.unmerged(place) {
            return self.filled.findings.push(finding);
        }
        let text = cell.shown().replace("\r\n", "\n").replace('\r', "\n");
        if self.filled.texts.iter().any(|other| other.path == path) {
            let message = "một phần lời văn có ở hai hàng".to_owned();
            let finding = self.changed_at(place, message);
            return self.filled.findings.push(finding);
        }
        if !text.trim().is_empty() {
            self.filled.texts.push(TypedText { path, text });
        }
    }

    /// Columns that are none of the form's: what stands there is told, once each.
    pub(super) fn strange_columns(&mut self) {
        let rows = self.rows();
        for column in self.table.columns() {
            let filled = rows.iter().find(|row| self.table.cell((**row, column)).is_some());
            let Some(row) = filled.filter(|_| !self.map.knows(column)) else { continue };
            let hint = "cột thêm vào chỉ để đơn vị dùng; số liệu phải điền ở cột «Kỳ này»";
            let finding = Finding::new(Code::NotImported, "cột không có trong biểu nên không nhập");
            let finding = finding.severity(Severity::Warning).at(&self.table.span((*row, column)));
            self.filled.findings.push(finding.hint(hint));
        }
    }
}
