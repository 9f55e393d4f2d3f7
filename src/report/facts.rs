//! What is known of a target before it becomes text: value, written form, verdict, bases of comparison; and how the value
//! is written, so that text, table and appendix never differ. Not for computing it ([`super::fact_table`]), and not for
//! templates ([`super::views::targets`]).

use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::number;
use crate::model::target::{Measure, Target};
use crate::rollup::compare::Base;
use crate::rollup::digits::{Column, Shown};
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::Verdict;

/// A value and everything decided about it, before it becomes text.
pub struct Facts<'a> {
    /// The value.
    pub(crate) value: Arc<MeasuredValue<'a>>,
    /// The value as it is written everywhere.
    pub(crate) shown: Option<Shown>,
    /// How it and what stands in a column with it are written.
    pub(crate) column: Column,
    /// The verdict.
    pub(crate) verdict: Verdict,
    /// The values compared with, in the order of the table's earlier periods.
    pub(crate) bases: Vec<Base>,
}

/// The value as it is printed wherever it is printed; none where it would be of nothing.
#[must_use]
pub(crate) fn written(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if let Some(range) = range(facts) {
        return Some(with_unit(&range, target.unit.as_str()));
    }
    let shown = facts.shown.as_ref().filter(|_| !facts.value.is_of_unlike_areas())?;
    let number = || with_unit(&shown.text, target.unit.as_str());
    Some(as_sums(target, &facts.value).unwrap_or_else(number))
}

/// The same in a sentence.
#[must_use]
pub(crate) fn written_in_sentence(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if let Some(range) = range_in_sentence(facts) {
        return Some(with_unit(&range, target.unit.as_str()));
    }
    let shown = facts.shown.as_ref().filter(|_| !facts.value.is_of_unlike_areas())?;
    let number = || with_unit(&shown.in_sentence(), target.unit.as_str());
    Some(as_sums(target, &facts.value).unwrap_or_else(number))
}

/// Whether a sum is of what arose nowhere, so that the page says so instead of a 0.
#[must_use]
pub(crate) fn none_arose(target: &Target, value: &MeasuredValue<'_>) -> bool {
    matches!(target.measure, Measure::Sum { .. }) && value.none_arose
}

/// The ends of a range of what cannot be added.
fn range(facts: &Facts<'_>) -> Option<String> {
    let ends = facts.value.spread.as_ref()?;
    let [low, high] = [ends.low, ends.high].map(|end| facts.column.write(end).text);
    Some(format!("{low} - {high}"))
}

/// The same in a sentence.
fn range_in_sentence(facts: &Facts<'_>) -> Option<String> {
    let ends = facts.value.spread.as_ref()?;
    Some(facts.column.in_sentence([ends.low, ends.high]).join(" - "))
}

/// The value as `n/m`, where a percentage would say too much: over a gap, units counted, and a share that is whole so far.
/// None where it is written as a number.
#[must_use]
pub(crate) fn as_sums(target: &Target, value: &MeasuredValue<'_>) -> Option<String> {
    let counted = matches!(target.measure, Measure::Count { .. });
    let whole = target.is_percent() && value.known() == Some(Exact::from_integer(100));
    let below = value.denominator.filter(|_| value.is_provisional() && (counted || whole))?;
    let number = |sum| number::decimal(sum, value.decimals);
    Some(format!("{}/{}", number(value.numerator), number(below)))
}

/// The number alone, or both ends of a range; none without a value.
#[must_use]
pub(crate) fn number_text(facts: &Facts<'_>) -> Option<String> {
    facts.shown.as_ref().map(|shown| shown.text.clone()).or_else(|| range(facts))
}

/// The same in a sentence.
#[must_use]
pub(crate) fn number_in_sentence(facts: &Facts<'_>) -> Option<String> {
    facts.shown.as_ref().map(Shown::in_sentence).or_else(|| range_in_sentence(facts))
}

/// The value where its unit is named beside, as in a column's head: a share keeps its sign, everything else is a number.
#[must_use]
pub(crate) fn bare(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if facts.value.is_of_unlike_areas() {
        return None;
    }
    let share = target.is_percent() || as_sums(target, &facts.value).is_some();
    if share { written(target, facts) } else { number_text(facts) }
}

/// The same in a sentence.
#[must_use]
pub(crate) fn bare_in_sentence(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if facts.value.is_of_unlike_areas() {
        return None;
    }
    let share = target.is_percent() || as_sums(target, &facts.value).is_some();
    if share { written_in_sentence(target, facts) } else { number_in_sentence(facts) }
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
