//! Units that stand together in a table by unit, with their sums. Not for the table ([`super::views::appendix`]).

use super::due::Scope;
use super::fact_table::{Cells, FactTable, UnitGroup};
use crate::rollup::rows::Row;

impl<'a> FactTable<'a> {
    /// The units in the groups of the plan, groups in the order of their first units, units of no group last; one group
    /// without a name where the plan has none.
    #[must_use]
    pub(crate) fn groups(&self) -> &[UnitGroup<'a>] {
        self.cells.groups.get_or_init(|| groups(self))
    }

    /// Some of the rows together.
    fn group(&self, rows: Vec<Row<'a>>) -> Self {
        let (scope, earlier, cells) = (Scope::Area, Vec::new(), Cells::default());
        Self { scope, rows, earlier, cells, ..*self }
    }
}

fn groups<'a>(table: &FactTable<'a>) -> Vec<UnitGroup<'a>> {
    let mut groups: Vec<UnitGroup<'a>> = Vec::new();
    for (index, row) in table.rows.iter().enumerate().filter(|(_, row)| row.is_member()) {
        let name = row.unit.group.as_ref().map(ToString::to_string);
        match groups.iter_mut().find(|group| group.name == name) {
            Some(group) => group.rows.push(index),
            None => groups.push(UnitGroup { name, rows: vec![index], together: None }),
        }
    }
    groups.sort_by_key(|group| group.name.is_none());
    let several = groups.len() > 1;
    for group in groups.iter_mut().filter(|group| several && group.rows.len() > 1) {
        let rows = group.rows.iter().map(|index| table.rows[*index]).collect();
        group.together = Some(table.group(rows));
    }
    groups
}
