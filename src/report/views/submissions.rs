//! Which units handed in. Not for what they handed in.

use serde::Serialize;

use crate::report::context::ReportContext;
use crate::vietnamese::collate::Alphabet;

/// Which units handed in.
#[derive(Debug, Clone, Default, Serialize)]
pub(crate) struct Submissions {
    /// Units that handed in a usable return.
    pub(crate) co: usize,
    /// All units.
    pub(crate) tong: usize,
    /// Units without one.
    pub(crate) thieu: Vec<String>,
}

/// Who handed in for a report's period; for a letter, in the whole area.
#[must_use]
pub(crate) fn submissions(context: &ReportContext<'_>) -> Submissions {
    let rows = context.reminder.as_ref().map_or(context.rows(), |reminder| &reminder.area);
    let members: Vec<_> = rows.iter().filter(|row| row.is_member()).collect();
    let missing = members.iter().filter(|row| row.submitted.is_none());
    let mut thieu: Vec<String> = missing.map(|row| row.unit.full_name()).collect();
    if thieu.len() > 1 {
        let alphabet = Alphabet::new();
        thieu.sort_by(|a, b| alphabet.compare(a, b));
    }
    Submissions { co: members.len() - thieu.len(), tong: members.len(), thieu }
}
