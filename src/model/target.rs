//! Targets: what the plan wants reached, in its own words. Not for whether it is reached ([`crate::rollup::verdict`]).

use std::collections::BTreeMap;

use chrono::NaiveDate;

use super::exact::Exact;
use super::id::Id;
use super::text::Line;
use super::unit::{Rank, Unit};
use crate::source::{At, Span};

/// How a target's value is computed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Measure {
    /// Sum of numerators over sum of denominators, times a factor.
    Ratio {
        /// Figures added up above the line.
        numerator: Vec<At<Id>>,
        /// Figures added up below the line.
        denominator: Vec<At<Id>>,
        /// 100 for a percentage, 10000 for a rate per ten thousand.
        factor: u32,
    },
    /// Units for which a fact or a recognition holds, over all units it applies to.
    Count {
        /// The fact.
        fact: At<Id>,
    },
    /// A plain sum.
    Sum {
        /// Figures added up.
        figures: Vec<At<Id>>,
    },
    /// Nothing to compute.
    Words,
}

impl Measure {
    /// Every figure the value is made from.
    pub fn figures(&self) -> impl Iterator<Item = &Id> {
        self.named().map(|figure| &figure.value)
    }

    /// The same with the places they are named at.
    pub(crate) fn named(&self) -> impl Iterator<Item = &At<Id>> {
        let (a, b): (&[At<Id>], &[At<Id>]) = match self {
            Self::Ratio { numerator, denominator, .. } => (numerator, denominator),
            Self::Count { fact } => (std::slice::from_ref(fact), &[]),
            Self::Sum { figures } => (figures, &[]),
            Self::Words => (&[], &[]),
        };
        a.iter().chain(b)
    }
}

/// How a goal compares.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Test {
    /// `>`: strictly more.
    Above(Exact),
    /// `>=`: at least.
    AtLeast(Exact),
    /// `=`: exactly; also "mỗi", "tất cả".
    Equal(Exact),
    /// `<`: strictly less.
    Below(Exact),
    /// `<=`: at most.
    AtMost(Exact),
    /// `trong`: between two values, both included.
    Within {
        /// The lower end.
        low: Exact,
        /// The upper end.
        high: Exact,
        /// Whether more than the upper end still meets it.
        more_is_met: bool,
    },
}

impl Test {
    /// Whether `value` meets it, decided exactly.
    #[must_use]
    pub fn met(&self, value: Exact) -> bool {
        match *self {
            Self::Above(goal) => value > goal,
            Self::AtLeast(goal) => value >= goal,
            Self::Equal(goal) => value == goal,
            Self::Below(goal) => value < goal,
            Self::AtMost(goal) => value <= goal,
            Self::Within { low, high, more_is_met } => {
                value >= low && (more_is_met || value <= high)
            }
        }
    }

    /// The values a rounded number must not seem to reach or leave.
    #[must_use]
    pub fn marks(&self) -> Vec<Exact> {
        match *self {
            Self::Above(v)
            | Self::AtLeast(v)
            | Self::Equal(v)
            | Self::Below(v)
            | Self::AtMost(v) => vec![v],
            Self::Within { low, high, .. } => vec![low, high],
        }
    }
}

/// A goal: a test, its year, and the document that sets it.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Goal {
    /// What must hold.
    pub test: Test,
    /// By the end of which year; `None`: at any time.
    pub year: Option<u16>,
    /// Since when it is in force (a later document moves goals); `None`: from the start.
    pub since: Option<NaiveDate>,
    /// The document that sets it.
    pub source: Option<Line>,
}

/// Whether a target is to be reached or kept.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Mode {
    /// `dat`.
    Reach,
    /// `duy_tri`: it held when the plan began and must go on holding.
    Maintain,
}

/// A target of the plan.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Target {
    /// Its id.
    pub id: Id,
    /// Where its id is declared.
    pub(crate) span: Span,
    /// A noun phrase: the table's row and the sentence's subject.
    pub(crate) name: Line,
    /// A short form for narrow columns, or the name.
    pub(crate) short_name: Line,
    /// The plan's own words.
    pub(crate) wording: Line,
    /// How its value is computed.
    pub measure: Measure,
    /// The unit of measure: `%`, `bác sĩ/10.000 dân`.
    pub unit: Line,
    /// The level the plan sets it at, a free word such as `xa` or `huyen`.
    pub(crate) level: Option<At<Line>>,
    /// Reached or kept.
    pub(crate) mode: Mode,
    /// Whether it has no number in the plan and is never judged.
    pub(crate) qualitative: bool,
    /// Its goals, the plan's own first.
    pub goals: Vec<Goal>,
    /// Road map: at least this by the end of that year.
    pub road_map: BTreeMap<u16, Exact>,
    /// Kinds of unit it applies to; empty: all.
    pub(crate) unit_kinds: Vec<At<Line>>,
    /// Whether the roll-up also says how many units meet it.
    pub(crate) count_meeting: bool,
    /// Whether its share may pass 100 %, as one of a year's plan may.
    pub(crate) may_pass_hundred: bool,
    /// The task group it is stated in, if not among the targets.
    pub(crate) in_task: Option<At<Id>>,
}

impl Target {
    /// Whether its value is a percentage.
    #[must_use]
    pub(crate) fn is_percent(&self) -> bool {
        self.unit.as_str() == "%"
    }

    /// Whether it is about a unit: any superior row, and the units of its levels.
    #[must_use]
    pub(crate) fn concerns(&self, unit: &Unit) -> bool {
        unit.rank == Rank::Superior || self.applies_to(&unit.kind)
    }

    /// Whether it applies to units of a kind.
    #[must_use]
    pub(crate) fn applies_to(&self, kind: &Line) -> bool {
        self.unit_kinds.is_empty() || self.unit_kinds.iter().any(|own| own.value == *kind)
    }

    /// What the road map asks for by the end of `year`: at least its mark, or at most where less is better on `date`.
    #[must_use]
    pub(crate) fn mark_of(&self, year: u16, date: NaiveDate) -> Option<Test> {
        let mark = *self.road_map.get(&year)?;
        let goal = self.goal_on(date).map(|goal| &goal.test);
        let less_is_better = matches!(goal, Some(Test::Below(_) | Test::AtMost(_)));
        Some(if less_is_better { Test::AtMost(mark) } else { Test::AtLeast(mark) })
    }

    /// The goal in force on `date`: the last one that has begun.
    #[must_use]
    pub fn goal_on(&self, date: NaiveDate) -> Option<&Goal> {
        self.goals_on(date).last()
    }

    /// Every goal that has begun on `date`: the plan's own, and those of later documents.
    pub(crate) fn goals_on(&self, date: NaiveDate) -> impl Iterator<Item = &Goal> {
        self.goals.iter().filter(move |goal| goal.since.is_none_or(|since| since <= date))
    }
}
