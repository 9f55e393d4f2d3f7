//! The view of a target: its value, verdict, goal, road map and comparisons. Not for wording, and not for who asks for it
//! ([`super::table`]).

use super::comparison::{ComparisonView, comparisons};
use super::coverage::{CoverageView, coverage_view};
use serde::Serialize;

use super::goals::{GoalView, Judged, goal_view};
use super::text::Lines;
use super::unmet::{NamesView, furthest, unit_verdicts};
use super::years::{YearCell, target_cells};
use crate::model::plan::Plan;
use crate::model::target::{Goal, Measure, Mode, Target};
use crate::report::due::Scope;
use crate::report::fact_table::FactTable;
use crate::report::facts::{Facts, Written, none_arose, number, with_unit, written};
use crate::rollup::digits::{Column, declared};
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::Verdict;

/// A target as a template sees it.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own a template asks")]
pub struct TargetView {
    /// Its number in the report, from 1.
    pub(crate) stt: usize,
    /// Its id.
    pub ma: String,
    /// Its name.
    pub ten: String,
    /// Its name for narrow columns.
    pub(crate) ten_ngan: String,
    /// The plan's own words.
    pub(crate) loi_van: String,
    /// `%`, `bác sĩ/10.000 dân`.
    pub don_vi_tinh: String,
    /// Whether the name says what the value is counted per, so that a sentence need not: `số bác sĩ trên 10.000 dân`.
    pub(crate) dvt_trong_ten: bool,
    /// `ty_so`, `dem_don_vi`, `gia_tri`, `dinh_tinh`: how its value is made.
    pub kieu: &'static str,
    /// The value with its unit, or `n/m` where a percentage would say too much over a gap; none without figures.
    pub gia_tri: Option<String>,
    /// The same with the noughts of its column.
    pub gia_tri_cot: Option<String>,
    /// The middle, where the value is a range of what cannot be added.
    pub(crate) giua: Option<String>,
    /// Whether units still missing may change it.
    pub tam_tinh: bool,
    /// The value without its unit.
    pub so: Option<String>,
    /// The same with the noughts of its column, whose head names the unit.
    pub so_cot: Option<String>,
    /// The sum above the line.
    pub tu_so: String,
    /// The same with the noughts of its column.
    pub tu_so_cot: String,
    /// The sum below the line.
    pub mau_so: Option<String>,
    /// The same with the noughts of its column.
    pub mau_so_cot: Option<String>,
    /// What the numerator counts.
    pub(crate) don_vi_tu_so: String,
    /// Whether it is a sum of what arose nowhere.
    pub khong_phat_sinh: bool,
    /// Whether it is (partly) estimated.
    pub uoc: bool,
    /// The verdict.
    pub ket_luan: Verdict,
    /// The goal in force.
    pub dich: Option<GoalView>,
    /// Goals beside it: the plan's own where a later document has moved it.
    pub dich_khac: Vec<GoalView>,
    /// This year's mark of the road map.
    pub lo_trinh: Option<GoalView>,
    /// Comparisons, in the order of the manifest.
    pub so_sanh: Vec<ComparisonView>,
    /// Its values by year, for a report that compares by year.
    pub theo_nam: Vec<YearCell>,
    /// Which units it covers.
    pub do_phu: CoverageView,
    /// Whether the verdict takes the whole of units that did not report from their last returns.
    pub(crate) mau_so_ky_truoc: bool,
    /// Whether units are judged one by one, never their sum or mean.
    pub(crate) xet_tung_don_vi: bool,
    /// How many units meet the goal, when the plan asks for it.
    pub so_don_vi_dat: Option<usize>,
    /// How many units are judged by it.
    pub so_don_vi_xet: usize,
    /// Units that miss the goal.
    pub chua_dat: NamesView,
    /// The author's own sentences; filled in when all values are there.
    pub nhan_xet: Lines,
    /// The task group it is stated in.
    pub(crate) trong_nhiem_vu: Option<String>,
    /// Whether it was to be kept, not reached.
    pub(crate) duy_tri: bool,
}

/// A target as a template sees it over the rows of a table; `stt` is its number in the report.
pub(super) fn target_view(table: &FactTable<'_>, target: &Target, stt: usize) -> TargetView {
    let facts = table.facts(target);
    let any = facts.value.known().is_some() || facts.value.spread.is_some();
    let units = unit_verdicts(table, target, any);
    let met = units.iter().filter(|(_, _, verdict)| *verdict == Verdict::Met).count();
    let missed = units.iter().filter(|(_, _, verdict)| verdict.is_missed()).count();
    let goal = target.goal_on(table.as_of).filter(|_| !target.qualitative);
    let by_unit = table.judges_each_unit(target);
    let judged = Judged { facts, together: table.judges_together(target) };
    let view = |goal: &Goal| goal_view(table.plan, goal, judged);
    let others = target.goals_on(table.as_of).filter(|own| goal.is_some_and(|goal| goal != *own));
    let road = road_mark(table, target);
    let compared = comparisons(table, target, facts);
    let (gia_tri, gia_tri_cot) = written(target, facts).map(Written::both).unzip();
    let (so, so_cot) = number(facts).map(Written::both).unzip();
    let (above, below) = sums(table, target, &facts.value);
    let (tu_so, tu_so_cot) = above.both();
    let (mau_so, mau_so_cot) = below.map(Written::both).unzip();
    let area = table.scope == Scope::Area;
    TargetView {
        stt,
        ma: target.id.to_string(),
        ten: target.name.to_string(),
        ten_ngan: target.short_name.to_string(),
        loi_van: target.wording.to_string(),
        don_vi_tinh: target.unit.to_string(),
        dvt_trong_ten: is_named_per(target),
        kieu: kind_word(target),
        gia_tri,
        gia_tri_cot,
        giua: middle(target, facts),
        tam_tinh: facts.value.is_provisional(),
        so,
        so_cot,
        tu_so,
        tu_so_cot,
        mau_so,
        mau_so_cot,
        don_vi_tu_so: numerator_measure(table.plan, target),
        khong_phat_sinh: none_arose(target, &facts.value),
        uoc: facts.value.estimate,
        ket_luan: facts.verdict,
        dich: goal.map(view),
        dich_khac: others.map(view).collect(),
        lo_trinh: road.as_ref().map(view),
        theo_nam: target_cells(table, target, &compared),
        so_sanh: compared,
        do_phu: coverage_view(&facts.value.coverage),
        mau_so_ky_truoc: rests_on_earlier(facts),
        xet_tung_don_vi: by_unit,
        so_don_vi_dat: (target.count_meeting || by_unit).then_some(met).filter(|_| area),
        so_don_vi_xet: met + missed,
        chua_dat: furthest(units, goal),
        nhan_xet: Lines::new(),
        trong_nhiem_vu: target.in_task.as_ref().map(|task| task.value.to_string()),
        duy_tri: target.mode == Mode::Maintain,
    }
}

/// This year's mark of the road map, as a goal.
fn road_mark(table: &FactTable<'_>, target: &Target) -> Option<Goal> {
    let year = table.period.year();
    let test = target.mark_of(year, table.as_of)?;
    Some(Goal { test, year: Some(year), since: None, source: None })
}

/// The middle of a range of what cannot be added.
fn middle(target: &Target, facts: &Facts<'_>) -> Option<String> {
    let middle = facts.value.spread?.middle;
    Some(with_unit(&declared(middle).text, target.unit.as_str()))
}

/// The sums above and below the line.
fn sums(
    table: &FactTable<'_>,
    target: &Target,
    value: &MeasuredValue<'_>,
) -> (Written, Option<Written>) {
    let [above, below] = table.sum_columns(target);
    let sum = |column: Column, sum| Written::of(&column.write(sum));
    (sum(above, value.numerator), value.denominator.map(|whole| sum(below, whole)))
}

/// Whether a verdict takes the whole of units that did not report from their last returns.
fn rests_on_earlier(facts: &Facts<'_>) -> bool {
    let judged = facts.verdict == Verdict::Met || facts.verdict.is_missed();
    judged && facts.value.bounds.as_ref().is_some_and(|bounds| !bounds.assumed.is_empty())
}

/// Whether a target's name ends in what its value is counted per.
fn is_named_per(target: &Target) -> bool {
    let per = target.unit.as_str().split_once('/').map(|(_, per)| per.trim());
    per.is_some_and(|per| !per.is_empty() && target.name.as_str().contains(per))
}

fn kind_word(target: &Target) -> &'static str {
    match target.measure {
        _ if target.qualitative => "dinh_tinh",
        Measure::Ratio { .. } => "ty_so",
        Measure::Count { .. } => "dem_don_vi",
        Measure::Sum { .. } => "gia_tri",
        Measure::Words => "dinh_tinh",
    }
}

fn numerator_measure(plan: &Plan, target: &Target) -> String {
    let first = target.measure.figures().next().and_then(|id| plan.figure(id.as_str()));
    first.map_or_else(String::new, |figure| figure.measure.to_string())
}
