//! The view of a goal or a mark of the road map, and how a value stands to it. Not for which goal is in force.

use serde::Serialize;

use super::text::{DocumentView, document_view};
use crate::model::exact::Exact;
use crate::model::plan::{Document, Plan};
use crate::model::target::{Goal, Test};
use crate::report::facts::Facts;
use crate::rollup::compare::gap;
use crate::rollup::digits::show;

/// A goal or a mark of the road map.
#[derive(Debug, Clone, Serialize)]
pub struct GoalView {
    /// `tren`, `tu`, `bang`, `duoi`, `khong_qua`, `trong`: the case of the phrase bank.
    pub(crate) dau: &'static str,
    /// The number.
    pub so: String,
    /// The upper end of a range.
    pub den: Option<String>,
    /// The year.
    pub(crate) nam: Option<u16>,
    /// Whether the value meets it; none without a value.
    pub dat: Option<bool>,
    /// `vuot`, `thap_hon`, `bang`: how the value stands to it.
    pub huong: Option<&'static str>,
    /// The distance, the difference of the written values.
    pub chenh: Option<String>,
    /// The document that sets it, where that is not the plan itself, the last of the cited ones.
    pub van_ban: Option<DocumentView>,
}

/// A goal as a template sees it beside the value of `facts`, written with `digits` decimals.
pub(super) fn goal_view(plan: &Plan, goal: &Goal, facts: &Facts<'_>, digits: u8) -> GoalView {
    let (dau, low, high) = match goal.test {
        Test::Above(v) => ("tren", v, None),
        Test::AtLeast(v) => ("tu", v, None),
        Test::Equal(v) => ("bang", v, None),
        Test::Below(v) => ("duoi", v, None),
        Test::AtMost(v) => ("khong_qua", v, None),
        Test::Within { low, high, .. } => ("trong", low, Some(high)),
    };
    let number = |value: Exact| show(value, digits, &[value]);
    // The distance to a range is the one to its nearer end.
    let exact = facts.value.known();
    let nearer = high.filter(|high| exact.is_some_and(|value| value > *high)).unwrap_or(low);
    let inside = high.is_some_and(|high| exact.is_some_and(|value| value >= low && value <= high));
    let compared = exact.zip(facts.shown.as_ref()).filter(|_| !facts.verdict.lacks_data());
    GoalView {
        dau,
        so: number(low).text,
        den: high.map(|high| number(high).text),
        nam: goal.year,
        dat: compared.map(|(value, _)| goal.test.met(value)),
        huong: compared.map(|(value, _)| match value.cmp(&nearer) {
            _ if inside => "bang",
            std::cmp::Ordering::Greater => "vuot",
            std::cmp::Ordering::Less => "thap_hon",
            std::cmp::Ordering::Equal => "bang",
        }),
        chenh: compared.map(|(_, shown)| gap(shown, &number(nearer))),
        van_ban: source(plan, goal).map(document_view),
    }
}

/// The cited document that sets a goal, unless it is the plan itself.
fn source<'p>(plan: &'p Plan, goal: &Goal) -> Option<&'p Document> {
    let (_, before) = plan.documents.split_last()?;
    before.iter().find(|document| document.number.is_some() && document.number == goal.source)
}
