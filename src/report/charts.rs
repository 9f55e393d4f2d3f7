//! Which charts a report has, by its kind's manifest. Not for what is in one ([`super::bars`], [`super::series`]).

use serde::Serialize;

use super::bars::{BarsView, bars};
use super::due::Scope;
use super::scene::Scene;
use super::series::{SeriesView, series};
use super::targets::TargetView;
use crate::model::target::{Measure, Target, Test};
use crate::template::chart::{Chart, Charted, Way};

/// A chart as a template sees it: one of `thanh` and `duong` is there.
#[derive(Debug, Clone, Serialize)]
pub struct ChartView {
    /// Its number in the report, from 1.
    pub stt: usize,
    /// `theo_don_vi` or `theo_ky`.
    pub kieu: Way,
    /// The target.
    pub ct: TargetView,
    /// Bars by unit.
    pub thanh: Option<BarsView>,
    /// A line over the periods.
    pub duong: Option<SeriesView>,
}

/// The charts of a report, in the manifest's order, each target in the plan's; what has nothing to show is left out.
#[must_use]
pub fn charts(scene: &Scene<'_>, views: &[TargetView]) -> Vec<ChartView> {
    let mut all = Vec::new();
    for chart in &scene.kind.charts {
        for target in scene.plan.targets.iter().filter(|target| is_charted(scene, chart, target)) {
            let Some(view) = views.iter().find(|view| view.ma == target.id.as_str()) else {
                continue;
            };
            let (thanh, duong) = match (chart.way, scene.scope) {
                (Way::Units, Scope::Area) => (bars(scene, target), None),
                (Way::Units, Scope::Unit(_) | Scope::Missing(_)) => (None, None),
                (Way::Periods, _) => (None, series(scene, target)),
            };
            if thanh.is_some() || duong.is_some() {
                let (stt, kieu, ct) = (all.len() + 1, chart.way, view.clone());
                all.push(ChartView { stt, kieu, ct, thanh, duong });
            }
        }
    }
    all
}

fn is_charted(scene: &Scene<'_>, chart: &Chart, target: &Target) -> bool {
    match &chart.targets {
        Charted::Named(ids) => ids.contains(&target.id),
        Charted::Main => is_main(scene, target),
    }
}

/// The main targets: rates units are judged by that are reached by degrees, so that the goal is not the whole alone; in a plan
/// without such, every rate units are judged by.
fn is_main(scene: &Scene<'_>, target: &Target) -> bool {
    let rate = |target: &Target| {
        let measured = matches!(target.measure, Measure::Ratio { .. }) && !target.qualitative;
        measured && scene.plan.is_judged_by_unit(target) && !target.goals.is_empty()
    };
    let by_degrees = |target: &Target| {
        rate(target) && target.goals.iter().any(|goal| !matches!(goal.test, Test::Equal(_)))
    };
    by_degrees(target) || rate(target) && !scene.plan.targets.iter().any(by_degrees)
}
