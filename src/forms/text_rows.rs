//! Reads the rows of texts of a unit's form. Not for what a text says.

use super::columns::Column;
use super::form_reader::FormReader;
use super::text_fields::{TextField, text_fields};
use crate::model::unit::Rank;
use crate::vietnamese::nearest::fold;

impl FormReader<'_, '_> {
    pub(super) fn texts(&mut self) {
        let fields = text_fields(self.plan);
        for row in self.rows() {
            if !self.is_filled(row) {
                continue;
            }
            let name = self.text(row, Column::Name).map(|name| fold(&name));
            let id = self.id(row);
            let field = match (&id, &name) {
                (Some(id), _) => fields.iter().find(|field| field.key() == id.trim()),
                (None, Some(name)) => fields.iter().find(|field| fold(&field.name) == *name),
                (None, None) => None,
            };
            let same =
                |field: &&TextField| name.as_ref().is_none_or(|name| *name == fold(&field.name));
            let field = field.filter(same).filter(|_| self.unit.rank == Rank::Member);
            if let Some(field) = field {
                self.typed(row, Column::Content, field.path.clone());
            } else {
                let message = "không rõ đoạn lời văn này thuộc phần nào: tên phần khác kế hoạch";
                let finding = self.changed(row, message.to_owned());
                self.filled.findings.push(finding);
            }
        }
        self.strange_columns();
    }
}
