//! The view of a goal or a mark of the road map, and how a value stands to it. Not for which goal is in force.

use serde::Serialize;

use super::text::{DocumentView, document_view};
use crate::model::plan::{Document, Plan};
use crate::model::target::{Goal, Test};
use crate::report::facts::Facts;
use crate::rollup::compare::gap;
use crate::rollup::digits::declared;
use crate::rollup::verdict::certain;

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
    /// Whether the value meets it, whatever missing units will report; none where that is open.
    pub dat: Option<bool>,
    /// `vuot`, `thap_hon`, `bang`: how the value stands to it; none over a gap.
    pub huong: Option<&'static str>,
    /// The distance, the difference of the written values; none over a gap.
    pub chenh: Option<String>,
    /// The document that sets it, where that is not the plan itself, the last of the cited ones.
    pub van_ban: Option<DocumentView>,
}

/// What a goal is held against.
#[derive(Clone, Copy)]
pub(super) struct Judged<'f, 'a> {
    /// The value.
    pub(super) facts: &'f Facts<'a>,
    /// Whether it is held against the goal: a sum or mean of units that are judged one by one says nothing of it.
    pub(super) together: bool,
}

/// A goal as a template sees it beside the value of `facts`.
pub(super) fn goal_view(plan: &Plan, goal: &Goal, judged: Judged<'_, '_>) -> GoalView {
    let facts = judged.facts;
    let (dau, low, high) = match goal.test {
        Test::Above(v) => ("tren", v, None),
        Test::AtLeast(v) => ("tu", v, None),
        Test::Equal(v) => ("bang", v, None),
        Test::Below(v) => ("duoi", v, None),
        Test::AtMost(v) => ("khong_qua", v, None),
        Test::Within { low, high, .. } => ("trong", low, Some(high)),
    };
    // The distance to a range is the one to its nearer end.
    let exact = facts.value.known();
    let nearer = high.filter(|high| exact.is_some_and(|value| value > *high)).unwrap_or(low);
    let inside = high.is_some_and(|high| exact.is_some_and(|value| value >= low && value <= high));
    let whole = judged.together && !facts.value.is_provisional();
    let compared = exact.zip(facts.shown.as_ref()).filter(|_| whole);
    GoalView {
        dau,
        so: declared(low).text,
        den: high.map(|high| declared(high).text),
        nam: goal.year,
        dat: exact.filter(|_| judged.together).and_then(|_| certain(&goal.test, &facts.value)),
        huong: compared.map(|(value, _)| match value.cmp(&nearer) {
            _ if inside => "bang",
            std::cmp::Ordering::Greater => "vuot",
            std::cmp::Ordering::Less => "thap_hon",
            std::cmp::Ordering::Equal => "bang",
        }),
        chenh: compared.map(|(_, shown)| gap(shown, &declared(nearer))),
        van_ban: source(plan, goal).map(document_view),
    }
}

/// The cited document that sets a goal, unless it is the plan itself.
fn source<'p>(plan: &'p Plan, goal: &Goal) -> Option<&'p Document> {
    let (_, before) = plan.documents.split_last()?;
    before.iter().find(|document| document.number.is_some() && document.number == goal.source)
}
