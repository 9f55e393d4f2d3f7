//! Which units left a text of their reports out, where the board wants that said. Not for units that handed in nothing
//! ([`super::submissions`]).

use serde::Serialize;

use super::names::{NameGroup, by_kind};
use crate::model::keyed_texts::has_text;
use crate::model::plan::Plan;
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::report::due::Scope;

/// A text some units did not write.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct UnwrittenView {
    /// What it is, as a case of the phrase bank: `han_che`, `nhiem_vu`.
    pub(crate) phan: String,
    /// The task or the addressee it is about, where it is about one.
    pub(crate) ten: Option<String>,
    /// How many units did not write it.
    pub(crate) so: usize,
    /// Their names by kind, in the plan's order.
    pub(crate) ke: Vec<NameGroup>,
}

/// The texts the board counts, of those that a unit left out although it reported. Nothing in a unit's own report, which
/// leaves the heading out.
#[must_use]
pub(crate) fn unwritten(context: &ReportContext<'_>) -> Vec<UnwrittenView> {
    if context.scope() != Scope::Area {
        return Vec::new();
    }
    let keys = context.narrative.counted_unwritten.iter();
    keys.map(|key| of_key(context, key)).filter(|view| view.so > 0).collect()
}

fn of_key(context: &ReportContext<'_>, key: &str) -> UnwrittenView {
    let members = context.rows().iter().filter(|row| row.is_member());
    let without: Vec<&Unit> = members
        .filter(|row| row.submitted.is_some_and(|read| !has_text(&read.narrative, key)))
        .map(|row| row.unit)
        .collect();
    let (phan, ten) = named(context.plan(), key);
    UnwrittenView { phan, ten, so: without.len(), ke: by_kind(without) }
}

/// What a key is called: the last of it, or before an id of the plan the first, with what the id is the name of.
fn named(plan: &Plan, key: &str) -> (String, Option<String>) {
    let task = |id: &str| plan.tasks.iter().find(|task| task.id.as_str() == id);
    let level = |id: &str| plan.addressees.iter().find(|level| level.id.as_str() == id);
    let (head, tail) = key.split_once('.').unwrap_or((key, ""));
    let name = match head {
        "nhiem_vu" => task(tail).map(|task| task.name.to_string()),
        "kien_nghi" => level(tail).map(|level| level.name.to_string()),
        _ => return (key.rsplit('.').next().unwrap_or(key).to_owned(), None),
    };
    (head.to_owned(), name)
}
