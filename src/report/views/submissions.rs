//! Which units handed in. Not for what they handed in.

use serde::Serialize;

use super::names::{NameGroup, by_kind};
use crate::model::unit::Unit;
use crate::report::context::ReportContext;

/// Which units handed in.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Submissions {
    /// Units that handed in a usable return.
    pub(crate) co: usize,
    /// All units.
    pub(crate) tong: usize,
    /// Units without one, in the plan's order.
    pub(crate) thieu: Vec<String>,
    /// The same by kind.
    pub(crate) ke_thieu: Vec<NameGroup>,
    /// Superior-level rows whose figures did not come.
    pub(crate) cap_tren_thieu: Vec<String>,
}

/// Who handed in for a report's period; for a letter, in the whole area.
#[must_use]
pub(crate) fn submissions(context: &ReportContext<'_>) -> Submissions {
    let rows = context.reminder.as_ref().map_or(context.rows(), |reminder| &reminder.area);
    let members: Vec<_> = rows.iter().filter(|row| row.is_member()).collect();
    let missing = members.iter().filter(|row| row.submitted.is_none()).map(|row| row.unit);
    let thieu: Vec<String> = missing.clone().map(Unit::full_name).collect();
    let (co, tong) = (members.len() - thieu.len(), members.len());
    let figures = &context.plan().figures;
    let owes = |unit: &Unit| figures.iter().any(|figure| figure.is_owed_by(unit));
    let superior = rows.iter().filter(|row| !row.is_member() && row.submitted.is_none());
    let superior = superior.map(|row| row.unit).filter(|unit| owes(unit)).map(Unit::full_name);
    Submissions { co, tong, thieu, ke_thieu: by_kind(missing), cap_tren_thieu: superior.collect() }
}
