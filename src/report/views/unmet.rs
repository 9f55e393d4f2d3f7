//! The units of a roll-up that miss a target's goal, by name. Not for how a list is worded (the phrase bank).

use serde::Serialize;

use super::names::{NameGroup, by_kind};
use crate::model::exact::Exact;
use crate::model::target::{Goal, Target, Test};
use crate::model::unit::Unit;
use crate::report::due::Scope;
use crate::report::fact_table::FactTable;
use crate::rollup::verdict::Verdict;

/// More names than this are cut to those furthest from the goal.
const MOST_NAMES: usize = 10;

/// A list of names, cut when long.
#[derive(Debug, Clone, Default, Serialize)]
pub struct NamesView {
    /// How many there are.
    pub(crate) so: usize,
    /// The names printed.
    pub ten: Vec<String>,
    /// The same by kind.
    pub(crate) ke: Vec<NameGroup>,
    /// How many are not printed.
    pub(crate) con_lai: usize,
    /// Whether those printed are the highest, because less is better.
    pub(crate) cao_nhat: bool,
}

/// Each member unit's value and verdict, for a roll-up.
#[must_use]
pub(super) fn unit_verdicts<'a>(
    table: &FactTable<'a>,
    target: &Target,
    known: bool,
) -> Vec<(&'a Unit, Option<Exact>, Verdict)> {
    if !known || table.scope != Scope::Area {
        return Vec::new();
    }
    let rows = table.rows.iter().enumerate();
    rows.filter(|(_, row)| row.is_member() && table.plan.is_shown_for(target, row.unit))
        .map(|(index, row)| {
            let unit_facts = table.unit(index).facts(target);
            (row.unit, unit_facts.value.known(), unit_facts.verdict)
        })
        .collect()
}

/// The units that miss a goal; over ten, the ten furthest from it.
#[must_use]
pub(super) fn furthest(
    units: Vec<(&Unit, Option<Exact>, Verdict)>,
    goal: Option<&Goal>,
) -> NamesView {
    let less_is_better =
        goal.is_some_and(|goal| matches!(goal.test, Test::Below(_) | Test::AtMost(_)));
    let mut missed: Vec<_> =
        units.into_iter().filter(|(_, _, verdict)| verdict.is_missed()).collect();
    let so = missed.len();
    if so > MOST_NAMES {
        missed.sort_by_key(|(_, value, _)| *value);
        if less_is_better {
            missed.reverse();
        }
        missed.truncate(MOST_NAMES);
    }
    let units = missed.iter().map(|(unit, ..)| *unit);
    NamesView {
        so,
        ten: units.clone().map(Unit::full_name).collect(),
        con_lai: so - missed.len(),
        ke: by_kind(units),
        cao_nhat: less_is_better,
    }
}
