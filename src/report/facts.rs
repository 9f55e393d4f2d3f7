//! What is decided about a target before it becomes text: value, written form, verdict, bases of comparison. The one
//! place, so that text, table and appendix never differ. Not for templates ([`super::views::targets`]).

use super::context::ReportContext;
use super::due::Scope;
use crate::model::exact::Exact;
use crate::model::number;
use crate::model::target::{Measure, Target};
use crate::rollup::compare::{Base, base};
use crate::rollup::digits::{Shown, show_beside};
use crate::rollup::value::{MeasuredValue, measure};
use crate::rollup::verdict::{Verdict, judge};

/// A value and everything decided about it, before it becomes text.
pub struct Facts<'a> {
    /// The value.
    pub value: MeasuredValue<'a>,
    /// The value as it is written everywhere.
    pub shown: Option<Shown>,
    /// The verdict.
    pub verdict: Verdict,
    /// The values compared with, in the order of the context's earlier periods.
    pub bases: Vec<Base>,
}

/// Computes a target over a context's rows. A unit's value is written alike in its own report and in the roll-up's
/// appendix, because both come from here.
#[must_use]
pub fn facts<'a>(context: &ReportContext<'a>, target: &Target) -> Facts<'a> {
    let value = measure(context.plan, target, &context.rows);
    let goal = target.goal_on(context.reference);
    let judged_here = context.scope == Scope::Area || context.plan.is_judged_by_unit(target);
    let verdict = if judged_here {
        judge(target, goal, &value, context.reference)
    } else {
        Verdict::NotJudged
    };
    let bases: Vec<Base> = context
        .earlier
        .iter()
        .map(|then| base(context.plan, target, &value, (then.period, context.period), &then.rows))
        .collect();
    let others: Vec<Exact> = bases
        .iter()
        .filter_map(|base| if let Base::Value(v) = base { Some(*v) } else { None })
        .collect();
    let marks = marks(context, target);
    let digits = digits(context, target, &value);
    let shown = value.known().map(|exact| show_beside(exact, &others, digits, &marks));
    Facts { value, shown, verdict, bases }
}

/// The decimals a target's numbers are written with before any is added: a sum's own, else the plan's.
#[must_use]
pub fn digits(context: &ReportContext<'_>, target: &Target, value: &MeasuredValue<'_>) -> u8 {
    if matches!(target.measure, Measure::Sum { .. }) { value.decimals } else { context.plan.digits }
}

/// The numbers a written value must stand on the true side of.
#[must_use]
pub fn marks(context: &ReportContext<'_>, target: &Target) -> Vec<Exact> {
    let goals = target.goals_on(context.reference);
    let mut marks: Vec<Exact> = goals.flat_map(|goal| goal.test.marks()).collect();
    marks.extend(target.road_map.get(&context.period.year()));
    if matches!(target.measure, Measure::Ratio { .. } | Measure::Count { .. }) {
        marks.push(Exact::ZERO);
    }
    if target.unit.as_str() == "%" {
        marks.push(Exact::from_integer(100));
    }
    marks
}

/// The value as it is printed wherever it is printed.
#[must_use]
pub fn written(target: &Target, facts: &Facts<'_>) -> Option<String> {
    let shown = facts.shown.as_ref()?;
    if facts.verdict == Verdict::Insufficient {
        let share = matches!(target.measure, Measure::Count { .. }) || target.unit.as_str() == "%";
        let below = facts.value.denominator.filter(|_| share)?;
        let number = |sum| number::decimal(sum, facts.value.decimals);
        return Some(format!("{}/{}", number(facts.value.numerator), number(below)));
    }
    Some(with_unit(&shown.text, target.unit.as_str()))
}

/// The value where its unit is named beside, as in a column's head: a share keeps its sign, everything else is a number.
#[must_use]
pub fn bare(target: &Target, facts: &Facts<'_>) -> Option<String> {
    if target.unit.as_str() == "%" || facts.verdict == Verdict::Insufficient {
        return written(target, facts);
    }
    facts.shown.as_ref().map(|shown| shown.text.clone())
}

/// A number and its unit: `92,5%`, `8,68 bác sĩ/10.000 dân`.
#[must_use]
pub fn with_unit(number: &str, unit: &str) -> String {
    match unit {
        "" => number.to_owned(),
        "%" => format!("{number}%"),
        unit => format!("{number} {unit}"),
    }
}
