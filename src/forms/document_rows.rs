//! Reads the documents of a unit's form, a row each. Not for what a return has of them already ([`super::drafts`]).

use super::columns::Column;
use super::dates;
use super::filled::TypedDocument;
use super::form_reader::FormReader;
use crate::diagnostic::{Code, Finding};
use crate::import::table::CellContent;
use crate::model::unit::Rank;

/// The columns somebody types into.
const TYPED: [Column; 4] =
    [Column::DocumentKind, Column::DocumentNumber, Column::DocumentDate, Column::DocumentSubject];

impl FormReader<'_, '_> {
    pub(super) fn documents(&mut self) {
        for row in self.rows() {
            let typed = TYPED.into_iter().filter(|column| {
                let cell = self.map.column(*column).and_then(|at| self.table.cell((row, at)));
                cell.is_some()
            });
            let typed: Vec<Column> = typed.collect();
            if typed.is_empty() {
                continue;
            }
            match self.document(row, &typed) {
                Ok(document) if self.filled.documents.iter().any(|one| one.is_same(&document)) => {}
                Ok(document) => self.filled.documents.push(document),
                Err(finding) => self.filled.findings.push(finding),
            }
        }
        self.strange_columns();
    }

    fn document(&self, row: u32, typed: &[Column]) -> Result<TypedDocument, Finding> {
        if self.unit.rank != Rank::Member {
            let message = "đơn vị này chỉ góp số liệu, không kê văn bản".to_owned();
            return Err(self.changed_at(self.place(row, typed[0]), message));
        }
        for column in typed {
            let place = self.place(row, *column);
            self.unmerged(place)?;
            if let Some(CellContent::Fault(_) | CellContent::Uncomputed) = self.table.cell(place) {
                let message = "ô là công thức lỗi hoặc chưa tính";
                let finding = Finding::new(Code::NotACount, message).at(&self.table.span(place));
                return Err(finding.hint("gõ lại bằng chữ"));
            }
        }
        let words = |column| {
            let text = self.text(row, column)?;
            Some(text.split_whitespace().collect::<Vec<_>>().join(" "))
        };
        let Some(kind) = words(Column::DocumentKind) else {
            let place = self.table.span(self.place(row, typed[0]));
            let finding = Finding::new(Code::MissingKey, "văn bản chưa ghi loại").at(&place);
            return Err(finding.hint("chọn loại ở cột «Loại văn bản»: Kế hoạch, Công văn …"));
        };
        let date = self.place(row, Column::DocumentDate);
        Ok(TypedDocument {
            kind,
            number: words(Column::DocumentNumber),
            date: dates::of_document(self.table, date)?,
            subject: words(Column::DocumentSubject),
            span: self.table.span(self.place(row, typed[0])),
        })
    }
}
