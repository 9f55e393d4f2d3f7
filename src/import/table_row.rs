//! A unit's row as its values. Not for reading it ([`super::unit_row`]) and not for the other rows ([`super::rows`]).

use crate::model::figure::Figure;
use crate::model::returns::Amount;
use crate::model::text::Line;
use crate::model::unit::Unit;
use crate::source::Span;

/// A value of the table.
#[derive(Debug, Clone)]
pub(crate) struct TableValue<'p> {
    /// Of which figure.
    pub(crate) figure: &'p Figure,
    /// How much.
    pub(crate) amount: Amount,
    /// Where it comes from, if the table has a column for that.
    pub(crate) source: Option<Line>,
    /// Whether it is an estimate, if there is a column for that.
    pub(crate) estimate: Option<bool>,
    /// Its cell.
    pub(crate) span: Span,
}

/// A unit's row.
#[derive(Debug)]
pub(crate) struct TableRow<'p> {
    /// Which unit.
    pub(crate) unit: &'p Unit,
    /// The row of its values.
    pub(crate) row: u32,
    /// The cell of its name.
    pub(crate) span: Span,
    /// Its values, in the plan's order.
    pub(crate) values: Vec<TableValue<'p>>,
    /// Whether something is wrong with it; such a row is not imported.
    pub(crate) refused: bool,
}
