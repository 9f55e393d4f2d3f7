//! Figures: what a unit counts, as the plan declares it. Not for reported values ([`super::returns`]).

use super::id::Id;
use super::text::Line;
use super::unit::{Rank, Unit};
use crate::source::{At, Span};

/// How a figure behaves over time.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum FigureKind {
    /// `thoi-diem`: a stock at the as-of date.
    Stock,
    /// `trong-nam`: counted from 1 January to the as-of date.
    YearToDate,
    /// `luy-ke`: counted since the plan began.
    Cumulative,
    /// `co-khong`: a yes/no fact.
    Fact,
    /// `cong-nhan`: a recognition with a decision and an expiry, from `don-vi/<unit>.yaml`.
    Recognition,
}

impl FigureKind {
    /// Whether it is counted on from one period to the next.
    #[must_use]
    pub(crate) fn is_running(self) -> bool {
        matches!(self, Self::YearToDate | Self::Cumulative)
    }

    /// Whether it is answered with yes or no, and its sum is how many units say yes.
    #[must_use]
    pub(crate) fn is_yes_no(self) -> bool {
        matches!(self, Self::Fact | Self::Recognition)
    }
}

/// A figure of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
#[expect(clippy::struct_excessive_bools, reason = "each is a switch of its own in the plan")]
pub struct Figure {
    /// Its id, the key in a return's `so_lieu`.
    pub id: Id,
    /// Where its id is declared.
    pub(crate) span: Span,
    /// Its name in a table or a sentence.
    pub(crate) name: Line,
    /// What is counted: `người`, `triệu đồng`.
    pub(crate) measure: Line,
    /// How it behaves over time.
    pub kind: FigureKind,
    /// Decimals of the value (money); 0 for counts.
    pub decimals: u8,
    /// The figures it can never exceed.
    pub(crate) not_over: Vec<At<Id>>,
    /// The figures it is the sum of.
    pub(crate) sum_of: Vec<At<Id>>,
    /// Whether it hardly moves from one quarter to the next.
    pub(crate) steady: bool,
    /// Whether 0 is a legitimate whole.
    pub(crate) zero_allowed: bool,
    /// Whether its source must be named.
    pub(crate) source_required: bool,
    /// Whether it may be left out.
    pub(crate) optional: bool,
    /// Whether units' values may be added.
    pub(crate) additive: bool,
    /// The figure units are weighed by when this one, which cannot be added, is told for several.
    pub(crate) weight: Option<At<Id>>,
    /// Kinds of unit that report it; empty: all.
    pub(crate) unit_kinds: Vec<At<Line>>,
    /// The only units that report it; empty: every member unit of its kinds.
    pub(crate) reported_by: Vec<At<Id>>,
}

impl Figure {
    /// Whether units' values may be added.
    #[must_use]
    pub(crate) fn is_additive(&self) -> bool {
        self.additive
    }

    /// Whether values of a figure so measured and named may be added: not shares, rates and means.
    #[must_use]
    pub(crate) fn can_be_added(measure: &Line, name: &Line) -> bool {
        let (measure, name) = (measure.as_str(), name.as_str().to_lowercase());
        let per = measure.contains('/') || measure.contains(" trên ");
        let told = ["tỷ lệ", "tỉ lệ", "tỷ suất", "tỉ suất", "bình quân", "trung bình"];
        !(per || ["%", "‰"].contains(&measure) || told.iter().any(|word| name.contains(word)))
    }

    /// Whether `unit` has to report it.
    #[must_use]
    pub(crate) fn is_owed_by(&self, unit: &Unit) -> bool {
        if self.reported_by.is_empty() {
            let own = |kind: &At<Line>| kind.value == unit.kind;
            let of_kind = self.unit_kinds.is_empty() || self.unit_kinds.iter().any(own);
            unit.rank == Rank::Member && of_kind
        } else {
            self.reported_by.iter().any(|reporter| reporter.value == unit.id)
        }
    }
}
