//! Which charts a report has, by its kind's manifest. Not for what is in one ([`mod@bars`], [`mod@series`]).

pub(crate) mod bands;
pub mod bars;
pub(crate) mod scale;
pub mod series;

use serde::Serialize;

use self::bars::{BarsView, bars};
use self::series::{SeriesView, series};
use super::context::ReportContext;
use super::due::Scope;
use super::views::targets::TargetView;
use crate::kinds::chart::{Chart, Charted, Way};
use crate::model::target::{Measure, Target, Test};

/// A chart as a template sees it: one of `thanh` and `duong` is there.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// Its number in the report, from 1.
    pub(crate) stt: usize,
    /// `theo_don_vi` or `theo_ky`.
    pub(crate) kieu: Way,
    /// The target.
    pub ct: TargetView,
    /// Bars by unit.
    pub thanh: Option<BarsView>,
    /// A line over the periods.
    pub duong: Option<SeriesView>,
}

/// The charts of a report, in the manifest's order, each target in the plan's; what has nothing to show is left out.
#[must_use]
pub(crate) fn charts(context: &ReportContext<'_>, views: &[TargetView]) -> Vec<ChartView> {
    let mut all = Vec::new();
    for chart in &context.kind.charts {
        for target in
            context.plan().targets.iter().filter(|target| is_charted(context, chart, target))
        {
            let Some(view) = views.iter().find(|view| view.ma == target.id.as_str()) else {
                continue;
            };
            let (thanh, duong) = match (chart.way, context.scope()) {
                (Way::Units, Scope::Area) => (bars(&context.table, target), None),
                (Way::Units, Scope::Unit(_) | Scope::Missing(_)) => (None, None),
                (Way::Periods, _) => (None, series(context, target)),
            };
            if thanh.is_some() || duong.is_some() {
                let (stt, kieu, ct) = (all.len() + 1, chart.way, view.clone());
                all.push(ChartView { stt, kieu, ct, thanh, duong });
            }
        }
    }
    all
}

fn is_charted(context: &ReportContext<'_>, chart: &Chart, target: &Target) -> bool {
    match &chart.targets {
        Charted::Named(ids) => ids.contains(&target.id),
        Charted::Main => is_main(context, target),
    }
}

/// The main targets: rates units are judged by that are reached by degrees, so that the goal is not the whole alone; in a plan
/// without such, every rate units are judged by.
fn is_main(context: &ReportContext<'_>, target: &Target) -> bool {
    let rate = |target: &Target| {
        let measured = matches!(target.measure, Measure::Ratio { .. }) && !target.qualitative;
        measured && context.plan().is_judged_by_unit(target) && !target.goals.is_empty()
    };
    let by_degrees = |target: &Target| {
        rate(target) && target.goals.iter().any(|goal| !matches!(goal.test, Test::Equal(_)))
    };
    by_degrees(target) || rate(target) && !context.plan().targets.iter().any(by_degrees)
}
