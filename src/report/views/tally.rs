//! The targets of a report in order, and how many of them are met. Not for one target ([`super::targets`]).

use serde::Serialize;

use super::outline::targets;
use super::targets::{TargetView, target_view};
use crate::model::target::Target;
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::rollup::verdict::Verdict;

/// How many targets are met: `dat + chua_dat + chua_co = n`.
#[derive(Debug, Clone, Default, PartialEq, Eq, Serialize)]
pub struct Tally {
    /// Judged targets.
    pub n: usize,
    /// Met.
    pub dat: usize,
    /// Missed.
    pub chua_dat: usize,
    /// Without enough figures.
    pub chua_co: usize,
    /// Not judged: no number in the plan, or nothing to measure here.
    pub ngoai: usize,
}

/// Targets in order; a unit's report leaves out what only the whole area is judged by, a letter has none.
#[must_use]
pub fn target_views(context: &ReportContext<'_>) -> Vec<TargetView> {
    let shown = |target: &&Target| match context.scope {
        Scope::Area => true,
        Scope::Missing(_) => false,
        Scope::Unit(unit) => context.plan.is_shown_for(target, unit),
    };
    let targets = targets(context).into_iter().filter(shown);
    targets.enumerate().map(|(at, target)| target_view(context, target, at + 1)).collect()
}

/// Counts the verdicts.
#[must_use]
pub fn tally(views: &[TargetView]) -> Tally {
    let count = |test: fn(Verdict) -> bool| views.iter().filter(|view| test(view.ket_luan)).count();
    let (dat, chua_dat) = (count(|v| v == Verdict::Met), count(Verdict::is_missed));
    let chua_co = count(Verdict::lacks_data);
    let n = dat + chua_dat + chua_co;
    Tally { n, dat, chua_dat, chua_co, ngoai: views.len() - n }
}
