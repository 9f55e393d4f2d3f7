//! A target's values by unit, as sorted bars: all units, or where they are many, how many are in which band, the highest
//! and the lowest. The values are those of the appendix. Not for how bars look.

use serde::Serialize;

use super::bands::{BandView, bands};
use super::scale::{Scale, Tick};
use crate::model::exact::{Exact, from_usize};
use crate::model::target::{Goal, Measure, Target};
use crate::report::fact_table::FactTable;
use crate::report::views::appendix::{AppendixCell, unit_cell};
use crate::rollup::verdict::Verdict;

/// More units than this are told by bands, the highest and the lowest.
const MOST_BARS: usize = 30;
/// How many of the highest and of the lowest are shown then.
const ENDS: usize = 10;

/// Bars in blocks.
#[derive(Debug, Clone, Serialize)]
pub struct BarsView {
    /// The blocks.
    pub khoi: Vec<Block>,
    /// Where the axis of values begins, where it is cut.
    pub truc_tu: Option<String>,
    /// Units that meet the goal.
    pub dat: usize,
    /// Units that miss it.
    pub(crate) chua_dat: usize,
    /// Units without figures, by name.
    pub thieu: Vec<String>,
}

/// Bars on one axis.
#[derive(Debug, Clone, Serialize)]
pub struct Block {
    /// `tat_ca`, `phan_bo`, `cao_nhat`, `thap_nhat`: the case of the phrase bank.
    pub loai: &'static str,
    /// The bars, from the highest.
    pub hang: Vec<Bar>,
    /// Where the goal stands, per mille; two places for a range.
    pub(crate) moc: Vec<u16>,
    /// Beginning and end of the axis; none where bars count units.
    pub(crate) truc: Option<[Tick; 2]>,
}

/// One bar.
#[derive(Debug, Clone, Serialize)]
pub struct Bar {
    /// The unit; none for a band, or for units without figures counted together.
    pub ten: Option<String>,
    /// The band.
    pub(crate) nhom: Option<BandView>,
    /// The value, or how many units are in the band.
    pub so: Option<String>,
    /// The same as every table prints it, with the noughts of its column.
    pub so_cot: Option<String>,
    /// The bar's length per mille of the axis; none without a value, which is not a bar of no length.
    pub dai: Option<u16>,
    /// Whether the goal is met.
    pub dat: bool,
    /// Whether the value is of what did not arise.
    pub(crate) khong_phat_sinh: bool,
    /// Whether the value is an estimate.
    pub(crate) uoc: bool,
    /// The verdict; none for a band.
    pub(crate) ket_luan: Option<Verdict>,
}

/// A unit with its value.
struct UnitValue {
    name: String,
    value: Option<Exact>,
    cell: AppendixCell,
}

/// The bars of `target` over a table's member units; none where units have nothing to be compared by.
#[must_use]
pub fn bars(table: &FactTable<'_>, target: &Target) -> Option<BarsView> {
    let measured = matches!(target.measure, Measure::Ratio { .. } | Measure::Sum { .. });
    if !measured || !table.plan.is_of_units(target) {
        return None;
    }
    let mut all = unit_values(table, target);
    all.sort_by_key(|unit| std::cmp::Reverse(unit.value));
    let known: Vec<Exact> = all.iter().filter_map(|unit| unit.value).collect();
    if known.is_empty() {
        return None;
    }
    let judged = table.plan.is_judged_by_unit(target) && !target.qualitative;
    let goal = target.goal_on(table.as_of).filter(|_| judged);
    let marks = goal.map(|goal| goal.test.marks()).unwrap_or_default();
    let percent = target.is_percent();
    let scale = Scale::for_bars(&known, &marks, percent);
    let block = |loai, units: &[UnitValue]| Block {
        loai,
        hang: units.iter().map(|unit| bar(unit, &scale)).collect(),
        moc: marks.iter().map(|mark| scale.at(*mark)).collect(),
        truc: Some(scale.ends()),
    };
    let count =
        |test: fn(Verdict) -> bool| all.iter().filter(|unit| test(unit.cell.ket_luan)).count();
    let khoi = if all.len() <= MOST_BARS {
        vec![block("tat_ca", &all)]
    } else {
        let high = block("cao_nhat", &all[..ENDS.min(known.len())]);
        let low = block("thap_nhat", &all[known.len().saturating_sub(ENDS)..known.len()]);
        let spread = goal.map(|goal| spread(goal, &all, percent));
        spread.into_iter().chain([high, low]).collect()
    };
    let missing = all.iter().filter(|unit| unit.cell.ket_luan == Verdict::NoData);
    Some(BarsView {
        khoi,
        truc_tu: scale.cut(),
        dat: count(|verdict| verdict == Verdict::Met),
        chua_dat: count(Verdict::is_missed),
        thieu: missing.map(|unit| unit.name.clone()).collect(),
    })
}

/// The member units the target is about, in the plan's order.
fn unit_values(table: &FactTable<'_>, target: &Target) -> Vec<UnitValue> {
    let rows = table.rows.iter().enumerate();
    let members =
        rows.filter(|(_, row)| row.is_member() && table.plan.is_shown_for(target, row.unit));
    let values = members.map(|(index, row)| {
        let value = table.unit(index).value(target).known();
        UnitValue { name: row.unit.full_name(), value, cell: unit_cell(table, index, target) }
    });
    values.collect()
}

fn bar(unit: &UnitValue, scale: &Scale) -> Bar {
    Bar {
        ten: Some(unit.name.clone()),
        nhom: None,
        so: unit.cell.in_sentence.clone(),
        so_cot: unit.cell.gia_tri.clone(),
        dai: unit.value.map(|value| scale.at(value)),
        dat: !unit.cell.ket_luan.is_missed(),
        khong_phat_sinh: unit.cell.khong_phat_sinh,
        uoc: unit.cell.uoc,
        ket_luan: Some(unit.cell.ket_luan),
    }
}

/// How many units are in which band; those without figures are counted last, and drawn as none.
fn spread(goal: &Goal, all: &[UnitValue], percent: bool) -> Block {
    let values = || all.iter().filter_map(|unit| unit.value);
    let counted = bands(&goal.test, percent)
        .into_iter()
        .map(|band| (band, values().filter(|value| band.holds(*value)).count()))
        .collect::<Vec<_>>();
    let most = counted.iter().map(|(_, count)| from_usize(*count)).max().unwrap_or(Exact::ONE);
    let bar = |nhom, count: usize, dai, dat| Bar {
        ten: None,
        nhom,
        so: Some(count.to_string()),
        so_cot: Some(count.to_string()),
        dai,
        dat,
        khong_phat_sinh: false,
        uoc: false,
        ket_luan: None,
    };
    let scale = Scale::from_zero(&[most], false);
    let mut hang: Vec<Bar> = counted
        .iter()
        .map(|(band, count)| {
            bar(Some(band.view()), *count, Some(scale.at(from_usize(*count))), band.met)
        })
        .collect();
    let missing = all.iter().filter(|unit| unit.value.is_none()).count();
    if missing > 0 {
        hang.push(bar(None, missing, None, false));
    }
    Block { loai: "phan_bo", hang, moc: Vec::new(), truc: None }
}
