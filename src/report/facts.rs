//! What is known of a target before it becomes text: value, written form, verdict, bases of comparison; and how the value
//! is written, so that text, table and appendix never differ. Not for computing it ([`super::fact_table`]), and not for
//! templates ([`super::views::targets`]).

use std::sync::Arc;

use crate::model::number;
use crate::model::target::{Measure, Target};
use crate::rollup::compare::Base;
use crate::rollup::digits::Shown;
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::Verdict;

/// A value and everything decided about it, before it becomes text.
pub struct Facts<'a> {
    /// The value.
    pub(crate) value: Arc<MeasuredValue<'a>>,
    /// The value as it is written everywhere.
    pub(crate) shown: Option<Shown>,
    /// The verdict.
    pub(crate) verdict: Verdict,
    /// The values compared with, in the order of the table's earlier periods.
    pub(crate) bases: Vec<Base>,
}

/// The value as it is printed wherever it is printed.
#[must_use]
pub(crate) fn written(target: &Target, facts: &Facts<'_>) -> Option<String> {
    let shown = facts.shown.as_ref()?;
    if facts.verdict == Verdict::Insufficient {
        let share = matches!(target.measure, Measure::Count { .. }) || target.is_percent();
        let below = facts.value.denominator.filter(|_| share)?;
        let number = |sum| number::decimal(sum, facts.value.decimals);
        return Some(format!("{}/{}", number(facts.value.numerator), number(below)));
    }
    Some(with_unit(&shown.text, target.unit.as_str()))
}

/// The value where its unit is named beside, as in a column's head: a share keeps its sign, everything else is a number.
#[must_use]
pub(crate) fn bare(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if target.is_percent() || facts.verdict == Verdict::Insufficient {
        return written(target, facts);
    }
    facts.shown.as_ref().map(|shown| shown.text.clone())
}

/// A number and its unit: `92,5%`, `8,68 bác sĩ/10.000 dân`.
#[must_use]
pub(crate) fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}
