//! What is known of a target before it becomes text: value, written form, verdict, bases of comparison; and how the value
//! is written, so that text, table and appendix never differ. Not for computing it ([`super::fact_table`]), and not for
//! templates ([`super::views::targets`]).

use std::sync::Arc;

use crate::model::exact::Exact;
use crate::model::number::decimal;
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

/// A number as it is printed, alone or with its unit.
#[derive(Debug, Clone)]
pub(crate) struct Written {
    /// In a column, with the noughts the column asks for.
    pub(crate) in_column: String,
    /// In a sentence, without them.
    pub(crate) in_sentence: String,
}

impl Written {
    /// A number of a column.
    #[must_use]
    pub(crate) fn of(shown: &Shown) -> Self {
        Self { in_column: shown.text.clone(), in_sentence: shown.in_sentence() }
    }

    /// What is written alike everywhere.
    #[must_use]
    pub(crate) fn alike(text: String) -> Self {
        Self { in_column: text.clone(), in_sentence: text }
    }

    /// The same with its unit.
    #[must_use]
    pub(crate) fn with_unit(self, unit: &str) -> Self {
        let with_unit = |number: &str| with_unit(number, unit);
        Self { in_column: with_unit(&self.in_column), in_sentence: with_unit(&self.in_sentence) }
    }

    /// In a sentence and in a column.
    #[must_use]
    pub(crate) fn both(self) -> (String, String) {
        (self.in_sentence, self.in_column)
    }
}

/// The value as it is printed wherever it is printed; none where it would be of nothing.
#[must_use]
pub(crate) fn written(target: &Target, facts: &Facts<'_>) -> Option<Written> {
    let unit = target.unit.as_str();
    if let Some(range) = range(facts) {
        return Some(range.with_unit(unit));
    }
    let shown = facts.shown.as_ref().filter(|_| !facts.value.is_of_unlike_areas())?;
    let sums = as_sums(target, &facts.value).map(Written::alike);
    Some(sums.unwrap_or_else(|| Written::of(shown).with_unit(unit)))
}

/// Whether a sum is of what arose nowhere, so that the page says so instead of a 0.
#[must_use]
pub(crate) fn none_arose(target: &Target, value: &MeasuredValue<'_>) -> bool {
    matches!(target.measure, Measure::Sum { .. }) && value.none_arose
}

/// The ends of a range of what cannot be added.
fn range(facts: &Facts<'_>) -> Option<Written> {
    let ends = facts.value.spread.as_ref()?;
    let ends = [ends.low, ends.high];
    Some(Written {
        in_column: ends.map(|end| facts.column.write(end).text).join(" - "),
        in_sentence: facts.column.in_sentence(ends).join(" - "),
    })
}

/// The value as `n/m`, where a percentage would say too much: over a gap, units counted, and a share that is whole so far.
/// None where it is written as a number.
#[must_use]
pub(crate) fn as_sums(target: &Target, value: &MeasuredValue<'_>) -> Option<String> {
    let counted = matches!(target.measure, Measure::Count { .. });
    let whole = target.is_percent() && value.known() == Some(Exact::from_integer(100));
    let below = value.denominator.filter(|_| value.is_provisional() && (counted || whole))?;
    let number = |sum| decimal(sum, value.decimals);
    Some(format!("{}/{}", number(value.numerator), number(below)))
}

/// The number alone, or both ends of a range; none without a value.
#[must_use]
pub(crate) fn number(facts: &Facts<'_>) -> Option<Written> {
    facts.shown.as_ref().map(Written::of).or_else(|| range(facts))
}

/// The value where its unit is named beside, as in a column's head: a share keeps its sign, everything else is a number.
#[must_use]
pub(crate) fn bare(target: &Target, facts: &Facts<'_>) -> Option<Written> {
    if facts.value.is_of_unlike_areas() {
        return None;
    }
    let share = target.is_percent() || as_sums(target, &facts.value).is_some();
    if share { written(target, facts) } else { number(facts) }
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
