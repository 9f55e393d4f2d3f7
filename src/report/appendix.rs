//! The roll-up's table with a row per unit: the same values the units' own reports print. Not for its layout.

use serde::Serialize;

use super::due::Scope;
use super::facts::{facts, written};
use super::outline::targets;
use super::scene::Scene;
use super::targets::TargetView;
use crate::model::target::{Measure, Target};
use crate::rollup::rows::Row;
use crate::rollup::value::applies;
use crate::rollup::verdict::Verdict;

/// One unit's row.
#[derive(Debug, Clone, Serialize)]
pub struct UnitRow {
    /// Its number, from 1.
    pub stt: usize,
    /// Its name with its kind.
    pub ten: String,
    /// Whether a usable return was handed in.
    pub da_nop: bool,
    /// A cell for each target of the appendix, in order.
    pub o: Vec<Cell>,
}

/// One unit's value for one target.
#[derive(Debug, Clone, Serialize)]
pub struct Cell {
    /// The value, with its unit only where that is `%`; none without figures.
    pub gia_tri: Option<String>,
    /// For a count: whether the fact holds.
    pub co: Option<bool>,
    /// Whether it is an estimate.
    pub uoc: bool,
    /// The verdict.
    pub ket_luan: Verdict,
}

/// The appendix as a template sees it.
#[derive(Debug, Clone, Serialize)]
pub struct Appendix {
    /// The targets, as columns.
    pub cot: Vec<TargetView>,
    /// A row per member unit.
    pub hang: Vec<UnitRow>,
}

/// A row per member unit; targets of the roll-up's own level have no column. None for a unit's report.
#[must_use]
pub fn appendix(scene: &Scene<'_>, views: &[TargetView]) -> Option<Appendix> {
    if scene.scope != Scope::Area {
        return None;
    }
    let by_unit = |target: &&Target| {
        let own_level = scene.plan.is_of_units(target);
        own_level && target.measure != Measure::Words
    };
    let targets: Vec<&Target> = targets(scene).into_iter().filter(by_unit).collect();
    let members: Vec<&Row<'_>> = scene.rows.iter().filter(|row| row.is_member()).collect();
    let hang = members.iter().enumerate().map(|(at, row)| {
        let own = scene.narrowed(row);
        UnitRow {
            stt: at + 1,
            ten: row.unit.full_name(),
            da_nop: row.submitted.is_some(),
            o: targets.iter().map(|target| cell(&own, row, target)).collect(),
        }
    });
    let cot = views
        .iter()
        .filter(|view| targets.iter().any(|target| target.id.as_str() == view.ma))
        .cloned()
        .collect();
    Some(Appendix { cot, hang: hang.collect() })
}

fn cell(scene: &Scene<'_>, row: &Row<'_>, target: &Target) -> Cell {
    if !applies(target, row.unit) {
        return Cell { gia_tri: None, co: None, uoc: false, ket_luan: Verdict::NotApplicable };
    }
    let facts = facts(scene, target);
    let counted = matches!(target.measure, Measure::Count { .. });
    Cell {
        gia_tri: if target.unit.as_str() == "%" || facts.shown.is_none() {
            written(target, &facts)
        } else {
            facts.shown.map(|shown| shown.text)
        },
        co: facts
            .value
            .known()
            .filter(|_| counted)
            .map(|value| value > crate::model::exact::Exact::ZERO),
        uoc: facts.value.estimate,
        ket_luan: facts.verdict,
    }
}
