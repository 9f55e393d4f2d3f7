//! Whose figures stand in for a unit that did not exist yet: units that were merged into it, here or elsewhere. Not for
//! adding them up ([`crate::rollup::rows`]).

use crate::report::fact_table::FactTable;
use crate::rollup::rows::Origin;

/// The units before a merger, by name; none where nothing compared with is that old.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(crate) struct Origins {
    /// Units whose figures are added up.
    pub(crate) here: Vec<String>,
    /// Units whose figures are not here, so that nothing can be compared with their sum.
    pub(crate) lacking: Vec<String>,
}

/// Both, over every earlier period a table is compared with.
#[must_use]
pub(crate) fn origins(table: &FactTable<'_>) -> Origins {
    let mut found = Origins::default();
    for row in table.earlier.iter().flat_map(|then| &then.table.rows) {
        let (list, name) = match row.origin {
            Some(Origin::Unit(unit)) => (&mut found.here, unit.full_name()),
            Some(Origin::Outside(name)) => (&mut found.lacking, name.to_string()),
            None => continue,
        };
        if !list.contains(&name) {
            list.push(name);
        }
    }
    found
}
