//! A return beside the unit's earlier ones, and what those say of a figure. Not for the rules on how figures may move
//! ([`super::change`]).

use crate::diagnostic::Finding;
use crate::model::figure::Figure;
use crate::model::id::Id;
use crate::model::number::steps;
use crate::model::period::Period;
use crate::model::plan::Plan;
use crate::model::returns::{Amount, Return};
use crate::source::Span;

/// A return with the unit's right earlier ones, nearest first.
pub(crate) struct ReturnHistory<'a> {
    /// The plan.
    pub(crate) plan: &'a Plan,
    /// The return.
    pub(crate) read: &'a Return,
    /// The earlier returns.
    pub(crate) earlier: Vec<&'a Return>,
}

impl ReturnHistory<'_> {
    /// The value of the period just before.
    #[must_use]
    pub(crate) fn before(&self, figure: &Id) -> Option<EarlierValue<'_>> {
        let last =
            self.earlier.first().filter(|last| last.period == self.read.period.previous())?;
        EarlierValue::of(last, figure)
    }

    /// Whether the return says why a figure is another.
    #[must_use]
    pub(crate) fn explained(&self, figure: &Id) -> bool {
        self.read.explanations.contains_key(figure)
            || self.read.revisions.iter().any(|one| one.figure == *figure)
    }
}

/// A value of an earlier return.
pub(crate) struct EarlierValue<'a> {
    /// The value.
    pub(crate) value: i64,
    /// The return's period.
    pub(crate) period: Period,
    span: &'a Span,
}

impl<'a> EarlierValue<'a> {
    /// What a return says of a figure, if it has a value.
    #[must_use]
    pub(crate) fn of(read: &'a Return, figure: &Id) -> Option<Self> {
        let span = &read.figures.get(figure)?.span;
        Some(Self { value: value(read, figure)?, period: read.period, span })
    }

    /// A finding that shows the line of this value too.
    #[must_use]
    pub(crate) fn beside(&self, finding: Finding, figure: &Figure) -> Finding {
        let label = format!("kỳ {} là {}", self.period, steps(self.value, figure.decimals));
        finding.also(self.span, label)
    }
}

/// What a return says of a figure; none where it says nothing, or that none arose.
#[must_use]
pub(crate) fn value(read: &Return, figure: &Id) -> Option<i64> {
    match read.figures.get(figure)?.amount {
        Amount::Value(value) => Some(value),
        Amount::NoneArose => None,
    }
}
