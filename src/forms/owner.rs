//! Whose file a form is of: a unit's return, or the board's own texts of a period. Not for what it asks for ([`super::content`]).

use crate::model::names::BOARD;
use crate::model::unit::Unit;

/// Whose file a form is of.
#[derive(Debug, Clone, Copy)]
pub(crate) enum FormOwner<'u> {
    /// A unit's return.
    Unit(&'u Unit),
    /// The texts of the roll-up.
    Board,
}

impl<'u> FormOwner<'u> {
    /// The unit, if it is one's.
    #[must_use]
    pub(crate) fn unit(self) -> Option<&'u Unit> {
        if let Self::Unit(unit) = self { Some(unit) } else { None }
    }

    /// The name of its file, without what stands behind the dot.
    #[must_use]
    pub(crate) fn file_name(self) -> &'u str {
        self.unit().map_or(BOARD, |unit| unit.id.as_str())
    }

    /// What messages call it.
    #[must_use]
    pub(crate) fn called(self) -> String {
        self.unit().map_or_else(|| "báo cáo tổng hợp".to_owned(), Unit::full_name)
    }
}
