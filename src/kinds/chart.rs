//! Which charts a kind of report has, as its manifest says. Not for what they show.

use serde::Serialize;

use crate::model::id::Id;
use crate::yaml::fields::{Fields, Sink};
use crate::yaml::tree::{Node, Value};
use crate::yaml::values::{choice, ids};

/// A chart for each of some targets.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Chart {
    /// What its values are laid out by.
    pub(crate) way: Way,
    /// Whose values it shows.
    pub(crate) targets: Charted,
}

/// What a chart's values are laid out by. The names are cases of the phrase bank.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub(crate) enum Way {
    /// `theo_don_vi`: bars by unit; in a roll-up only.
    #[serde(rename = "theo_don_vi")]
    Units,
    /// `theo_ky`: a line over the periods.
    #[serde(rename = "theo_ky")]
    Periods,
}

/// Targets that have a chart.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Charted {
    /// `chinh`: the plan's main ones.
    Main,
    /// Those named; a plan without one of them has no chart of it.
    Named(Vec<Id>),
}

/// Reads an entry of `bieu_do`.
pub(super) fn chart(node: &Node, sink: &Sink) -> Option<Chart> {
    let fields = Fields::of(node, sink)?;
    let ways = [("theo_don_vi", Way::Units), ("theo_ky", Way::Periods)];
    let way = fields.req("kieu", |n, s| choice(n, s, &ways));
    let targets = fields.req("chi_tieu", charted);
    fields.finish();
    Some(Chart { way: way?, targets: targets? })
}

fn charted(node: &Node, sink: &Sink) -> Option<Charted> {
    if matches!(&node.value, Value::Scalar(word) if word == "chinh") {
        return Some(Charted::Main);
    }
    let named = ids(node, sink)?;
    Some(Charted::Named(named.into_iter().map(|id| id.value).collect()))
}
