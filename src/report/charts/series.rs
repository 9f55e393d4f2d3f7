//! A target's values over the periods up to this one, as points of a line. Not for how the line looks.

use serde::Serialize;

use super::scale::{Scale, Tick};
use crate::model::exact::Exact;
use crate::model::figure::FigureKind;
use crate::model::period::Period;
use crate::model::target::{Measure, Target};
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::report::fact_table::FactTable;
use crate::report::facts::{Written, as_sums, bare, none_arose};
use crate::rollup::compare::Change;
use crate::rollup::digits::declared;
use crate::rollup::rows::Origin;
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::Verdict;

/// More quarters than this are thinned to one of each year, and no more years are shown.
const MOST_POINTS: usize = 9;

/// A line over periods.
#[derive(Debug, Clone, Serialize)]
pub struct SeriesView {
    /// A point for each period, the earliest first.
    pub diem: Vec<Point>,
    /// Whether each point is a year's end, or the same quarter of its year.
    pub theo_nam: bool,
    /// The ticks of the upright axis.
    pub(crate) truc: Vec<Tick>,
    /// Where that axis begins, where it is cut.
    pub truc_tu: Option<String>,
    /// Where the goal stands, per mille; two places for a range.
    pub(crate) dich: Vec<u16>,
    /// The road map's marks.
    pub(crate) lo_trinh: Vec<RoadMark>,
}

/// One period's value.
#[derive(Debug, Clone, Serialize)]
#[expect(clippy::struct_excessive_bools, reason = "each is a question of its own a template asks")]
pub struct Point {
    /// The quarter, Roman.
    pub quy: &'static str,
    /// The year.
    pub nam: u16,
    /// The value as sentences print it, without a unit that is no sign; none without one.
    pub gia_tri: Option<String>,
    /// The same as tables print it, with the noughts of its column.
    pub gia_tri_cot: Option<String>,
    /// Whether it is a sum of what arose nowhere.
    pub(crate) khong_phat_sinh: bool,
    /// Its height per mille of the axis; none without a value.
    pub vi_tri: Option<u16>,
    /// Why there is no value.
    pub thieu: Option<Change>,
    /// Whether it covers every unit.
    pub du: bool,
    /// How many units it covers.
    pub co: usize,
    /// How many units it should cover.
    pub tong: usize,
    /// Whether it is an estimate.
    pub(crate) uoc: bool,
    /// Whether the line is higher on both sides, so that the value is written below its point.
    pub(crate) trung: bool,
}

/// A year's mark of the road map, over the points of that year.
#[derive(Debug, Clone, Serialize)]
pub(crate) struct RoadMark {
    /// The year.
    pub(crate) nam: u16,
    /// The number.
    pub(crate) so: String,
    /// Its height per mille of the axis.
    pub(crate) vi_tri: u16,
    /// The first point of the year, from 0.
    pub(crate) tu: usize,
    /// The last one.
    pub(crate) den: usize,
}

/// The line of `target` up to the context's period; none with less than two values.
#[must_use]
pub fn series(context: &ReportContext<'_>, target: &Target) -> Option<SeriesView> {
    let counted = matches!(target.measure, Measure::Count { .. });
    if target.measure == Measure::Words || counted && matches!(context.scope(), Scope::Unit(_)) {
        return None;
    }
    let table = &*context.table;
    let now = table.facts(target);
    let (periods, by_year) = periods(context, target);
    let values: Vec<(Period, Point, Option<Exact>)> = periods
        .into_iter()
        .map(|period| point(table, target, context.past(period).unwrap_or(table)))
        .skip_while(|(_, _, value)| value.is_none())
        .collect();
    let known: Vec<Exact> = values.iter().filter_map(|(_, _, value)| *value).collect();
    if known.len() < 2 {
        return None;
    }
    let judged = now.verdict != Verdict::NotJudged && table.judges_together(target);
    let goal = target.goal_on(table.as_of).filter(|_| judged);
    let goals = goal.map(|goal| goal.test.marks()).unwrap_or_default();
    let years = values.iter().map(|(period, ..)| period.year());
    let road = years.filter_map(|year| target.road_map.get(&year).copied());
    let road: Vec<Exact> = road.filter(|_| table.judges_together(target)).collect();
    let percent = target.is_percent();
    let scale = Scale::around(&[&known[..], &goals[..], &road[..]].concat(), percent);
    Some(SeriesView {
        lo_trinh: if road.is_empty() { Vec::new() } else { road_marks(target, &values, &scale) },
        diem: placed(values, &scale),
        theo_nam: by_year,
        truc: scale.ticks(),
        truc_tu: scale.cut(),
        dich: goals.iter().map(|mark| scale.at(*mark)).collect(),
    })
}

/// The periods shown, and whether they are one of each year. What is counted since 1 January is only held against the same
/// quarter of other years.
fn periods(context: &ReportContext<'_>, target: &Target) -> (Vec<Period>, bool) {
    let mut all: Vec<Period> = context.history.iter().map(|past| past.period).collect();
    all.push(context.period());
    let figures = target.measure.figures().filter_map(|id| context.plan().figure(id.as_str()));
    let anew = figures.into_iter().any(|figure| figure.kind == FigureKind::YearToDate);
    let by_year = anew || all.len() > MOST_POINTS;
    if by_year {
        all.retain(|period| period.quarter() == context.period().quarter());
    }
    (all.split_off(all.len().saturating_sub(MOST_POINTS)), by_year)
}

/// A period's point, not yet on an axis, with its exact value: that of the rows `then`, beside today's.
fn point(
    today: &FactTable<'_>,
    target: &Target,
    then: &FactTable<'_>,
) -> (Period, Point, Option<Exact>) {
    let (period, rows, value) = (then.period, &then.rows, then.value(target));
    let outside = rows.iter().any(|row| matches!(row.origin, Some(Origin::Outside(_))));
    let broken = rows.iter().any(|row| row.broken && value.coverage.missing.contains(&row.unit));
    let counted = matches!(target.measure, Measure::Count { .. });
    let other_units = counted && rows.iter().any(|row| row.origin.is_some());
    let known = value.known().filter(|_| !outside && !other_units && !value.is_of_unlike_areas());
    let why = match known {
        Some(_) => None,
        None if other_units => Some(Change::NotComparable),
        None if outside => Some(Change::NoOrigin),
        None if broken => Some(Change::BrokenBase),
        None => Some(Change::NoBase),
    };
    let (gia_tri, gia_tri_cot) =
        known.and_then(|_| words(today, target, value, period)).map(Written::both).unzip();
    let point = Point {
        quy: period.roman(),
        nam: period.year(),
        gia_tri,
        gia_tri_cot,
        khong_phat_sinh: known.is_some() && none_arose(target, value),
        vi_tri: None,
        thieu: why,
        du: value.coverage.is_full(),
        co: value.coverage.counted.len(),
        tong: value.coverage.total(),
        uoc: value.estimate,
        trung: false,
    };
    (period, point, known)
}

/// A value as it is printed in a sentence and in a column: now as everywhere in the report, earlier as where it is compared
/// with.
fn words(
    today: &FactTable<'_>,
    target: &Target,
    value: &MeasuredValue<'_>,
    period: Period,
) -> Option<Written> {
    let now = today.facts(target);
    if period == today.period {
        return bare(target, now);
    }
    let exact = value.known()?;
    if let Some(sums) = as_sums(target, value) {
        return Some(Written::alike(sums));
    }
    let shown = now.column.write_beside(exact, now.value.known(), &today.marks(target));
    Some(Written::of(&shown).with_unit(if target.is_percent() { "%" } else { "" }))
}

fn placed(values: Vec<(Period, Point, Option<Exact>)>, scale: &Scale) -> Vec<Point> {
    let heights: Vec<Option<u16>> =
        values.iter().map(|(_, _, value)| value.map(|value| scale.at(value))).collect();
    let higher = |at: Option<usize>, own: u16| {
        at.and_then(|at| heights.get(at).copied().flatten()).map(|other| other > own)
    };
    let own = values.into_iter().enumerate().map(|(at, (_, point, _))| {
        let around =
            heights[at].map(|own| [higher(at.checked_sub(1), own), higher(Some(at + 1), own)]);
        let sides = around.into_iter().flatten().flatten().collect::<Vec<_>>();
        let trung = !sides.is_empty() && sides.iter().all(|higher| *higher);
        Point { vi_tri: heights[at], trung, ..point }
    });
    own.collect()
}

fn road_marks(
    target: &Target,
    values: &[(Period, Point, Option<Exact>)],
    scale: &Scale,
) -> Vec<RoadMark> {
    let marks = target.road_map.iter().filter_map(|(year, mark)| {
        let tu = values.iter().position(|(period, ..)| period.year() == *year)?;
        let den = values.iter().rposition(|(period, ..)| period.year() == *year)?;
        let so = declared(*mark).text;
        Some(RoadMark { nam: *year, so, vi_tri: scale.at(*mark), tu, den })
    });
    marks.collect()
}
