//! Units: communes that report and are reported on, and superior-level rows that only add figures.

use chrono::NaiveDate;

use super::id::Id;
use super::text::Line;
use crate::source::Span;

/// From when to when something is valid, both days included.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Validity {
    /// First day, if bounded.
    pub(crate) from: Option<NaiveDate>,
    /// Last day, if bounded.
    pub(crate) to: Option<NaiveDate>,
}

impl Validity {
    /// Whether both are valid on some day.
    #[must_use]
    pub(crate) fn overlaps(self, other: Self) -> bool {
        let before =
            |one: Self, next: Self| one.to.zip(next.from).is_some_and(|(to, from)| to < from);
        !before(self, other) && !before(other, self)
    }

    /// Whether `date` is inside.
    #[must_use]
    pub(crate) fn contains(self, date: NaiveDate) -> bool {
        self.from.is_none_or(|from| from <= date) && self.to.is_none_or(|to| date <= to)
    }
}

/// What a unit is in the plan.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Rank {
    /// Reports, has its own PDF, counts among "x/y units".
    Member,
    /// A superior-level row: its figures are added to the roll-up, nothing else.
    Superior,
}

/// What a unit was before it existed, such as communes that were merged into it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Predecessor {
    /// A unit of a dossier whose returns are here.
    Unit {
        /// The dossier.
        dossier: Id,
        /// The unit in it.
        unit: Id,
        /// Where it is named.
        span: Span,
    },
    /// A unit whose figures are nowhere here, by name.
    Outside(Line),
}

/// One unit of a plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Unit {
    /// Its id, also the name of its files.
    pub id: Id,
    /// Where its id is declared.
    pub(crate) span: Span,
    /// Its kind in lower case, such as `xã`; empty for a superior-level row.
    pub(crate) kind: Line,
    /// Its name without the kind.
    pub name: Line,
    /// The place printed before the date.
    pub(crate) place: Line,
    /// Its official statistics code, if given; codes are re-used over time and never a key.
    pub code: Option<Line>,
    /// The group it stands in among the units, such as a district of before, if given.
    pub(crate) group: Option<Line>,
    /// Member or superior-level row.
    pub rank: Rank,
    /// When it exists.
    pub(crate) validity: Validity,
    /// What it was before, whole units only; its earlier figures are their sum.
    pub(crate) predecessors: Vec<Predecessor>,
}

impl Unit {
    /// Kind and name: `xã Lát`; always with the kind, since bare names are not unique.
    #[must_use]
    pub fn full_name(&self) -> String {
        if self.kind.is_empty() {
            self.name.to_string()
        } else {
            format!("{} {}", self.kind, self.name)
        }
    }
}
