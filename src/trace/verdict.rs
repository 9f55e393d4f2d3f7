//! Why a goal is met or not, on exact integers: `4921·100 = 492.100 ≤ 95·5210 = 494.950`. Not for deciding it
//! ([`crate::rollup::verdict`]).

use std::cmp::Ordering;

use serde::Serialize;

use super::arithmetic::{expanded, factor};
use crate::model::exact::{Exact, power_of_ten};
use crate::model::number::{decimal, whole};
use crate::model::target::{Target, Test};
use crate::model::unit::Unit;
use crate::report::context::ReportContext;
use crate::report::fact_table::FactTable;
use crate::report::facts::with_unit;
use crate::rollup::bounds::Bounds;
use crate::rollup::digits::declared;
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::{Verdict, certain};

/// Why nothing bounds a value.
const NO_BOUNDS: &str =
    "chưa biết các đơn vị còn thiếu có thể báo cáo bao nhiêu: chưa kỳ nào có mẫu số của họ";

/// Why a sum is not held against its goal.
const OPEN_GOAL: &str =
    "kế hoạch chưa nói mức này là của từng đơn vị hay của cả địa bàn (cap_danh_gia)";

/// A verdict and what decides it.
#[derive(Debug, Serialize)]
pub struct Judgement {
    /// The verdict; of a mark of the road map whether it is reached.
    pub(crate) ket_luan: String,
    /// The goal as the plan declares it: `> 95`.
    pub muc: Option<String>,
    /// Its year.
    pub(crate) nam: Option<u16>,
    /// The document that sets it.
    pub(crate) can_cu: Option<String>,
    /// What decides, on exact integers.
    pub vi: Vec<String>,
}

/// The verdict of a target, as the page has it.
#[must_use]
pub(crate) fn judgement(context: &ReportContext<'_>, target: &Target) -> Judgement {
    let facts = context.table.facts(target);
    let goal = target.goal_on(context.table.as_of).filter(|_| !target.qualitative);
    let vi = match (facts.verdict, goal) {
        (Verdict::NotJudged, Some(_)) if context.plan().is_goal_left_open(target) => {
            vec![OPEN_GOAL.to_owned()]
        }
        (Verdict::NotJudged, Some(_)) => {
            vec!["chỉ đánh giá ở báo cáo tổng hợp".to_owned()]
        }
        (Verdict::NotJudged, None) => vec!["kế hoạch không đặt mức phải đạt".to_owned()],
        (_, Some(_)) if context.table.judges_each_unit(target) => by_unit(&context.table, target),
        (_, Some(goal)) => reasons(target, &goal.test, &facts.value),
        (_, None) => Vec::new(),
    };
    Judgement {
        ket_luan: context.kind.words.verdict(facts.verdict),
        muc: goal.map(|goal| sign(&goal.test)),
        nam: goal.and_then(|goal| goal.year),
        can_cu: goal.and_then(|goal| goal.source.as_ref()).map(ToString::to_string),
        vi,
    }
}

/// How a target stands to this year's mark of the road map.
#[must_use]
pub(crate) fn mark(context: &ReportContext<'_>, target: &Target) -> Option<Judgement> {
    if !context.table.judges_together(target) {
        return None;
    }
    let year = context.period().year();
    let test = target.mark_of(year, context.table.as_of)?;
    let facts = context.table.facts(target);
    let known = facts.value.known();
    let verdict = match known.and_then(|_| certain(&test, &facts.value)) {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None if known.is_some() => Verdict::Insufficient,
        None => Verdict::NoData,
    };
    Some(Judgement {
        ket_luan: context.kind.words.verdict(verdict),
        muc: Some(sign(&test)),
        nam: Some(year),
        can_cu: None,
        vi: reasons(target, &test, &facts.value),
    })
}

/// A goal as the plan writes it.
fn sign(test: &Test) -> String {
    let number = |value: Exact| declared(value).text;
    match *test {
        Test::Above(v) => format!("> {}", number(v)),
        Test::AtLeast(v) => format!("≥ {}", number(v)),
        Test::Equal(v) => format!("= {}", number(v)),
        Test::Below(v) => format!("< {}", number(v)),
        Test::AtMost(v) => format!("≤ {}", number(v)),
        Test::Within { low, high, more_is_met } => {
            let more = if more_is_met { ", vượt vẫn đạt" } else { "" };
            format!("{} - {}{more}", number(low), number(high))
        }
    }
}

/// Units that are judged one by one: how many meet the goal, and which miss it or say nothing.
fn by_unit(table: &FactTable<'_>, target: &Target) -> Vec<String> {
    let verdicts: Vec<(&Unit, Verdict)> = table.unit_verdicts(target).collect();
    let of = |test: fn(Verdict) -> bool| {
        let these = verdicts.iter().filter(move |(_, verdict)| test(*verdict));
        these.map(|(unit, _)| unit.full_name()).collect::<Vec<_>>()
    };
    let (met, missed) = (of(|verdict| verdict == Verdict::Met), of(Verdict::is_missed));
    let judged = met.len() + missed.len();
    let told = |what: &str, names: &[String]| {
        (!names.is_empty()).then(|| format!("{what}: {}", names.join(", ")))
    };
    let counted = format!("xét từng đơn vị: {}/{judged} đạt", met.len());
    let rest = [told("chưa đạt", &missed), told("chưa có số liệu", &of(Verdict::lacks_data))];
    [counted].into_iter().chain(rest.into_iter().flatten()).collect()
}

/// Why a test is met or not: what decides it, or over a gap between which values it may still move.
fn reasons(target: &Target, test: &Test, value: &MeasuredValue<'_>) -> Vec<String> {
    let now = decisive(target, test, value);
    match (value.is_provisional(), certain(test, value)) {
        (false, _) => now,
        (true, Some(_)) => now.into_iter().chain(open(target, value)).collect(),
        (true, None) => open(target, value),
    }
}

/// What the missing units may still change.
fn open(target: &Target, value: &MeasuredValue<'_>) -> Vec<String> {
    let Some(Bounds { low, high, reached, assumed }) = &value.bounds else {
        return vec![NO_BOUNDS.to_owned()];
    };
    let number = |exact: Exact| with_unit(&expanded(exact, value.decimals), target.unit.as_str());
    let most = high.map_or("không có giới hạn trên".to_owned(), |high| {
        format!("{} {}", if *reached { "nhiều nhất" } else { "luôn dưới" }, number(high))
    });
    let span = format!("khi đủ các đơn vị: ít nhất {}, {most}", number(*low));
    let taken = assumed
        .iter()
        .map(|(unit, period)| format!("mẫu số của {} lấy theo báo cáo {period}", unit.full_name()));
    [span].into_iter().chain(taken).collect()
}

/// What decides a test: one line, or two for a range that is reached.
fn decisive(target: &Target, test: &Test, value: &MeasuredValue<'_>) -> Vec<String> {
    if value.known().is_none() {
        return Vec::new();
    }
    let against = |mark, signs| against(target, value, value.numerator, mark, signs);
    match *test {
        Test::Above(goal) | Test::AtMost(goal) => vec![against(goal, ["≤", "≤", ">"])],
        Test::AtLeast(goal) | Test::Below(goal) => vec![against(goal, ["<", "≥", "≥"])],
        Test::Equal(goal) => vec![against(goal, ["<", "=", ">"])],
        Test::Within { low, high, .. } => {
            let lower = against(low, ["<", "≥", "≥"]);
            let reached = value.known().is_some_and(|value| value >= low);
            if reached { vec![lower, against(high, ["≤", "≤", ">"])] } else { vec![lower] }
        }
    }
}

/// `numerator` over the value's denominator against a mark, both sides multiplied until they are integers. `signs` are
/// for less, equal, more.
fn against(
    target: &Target,
    value: &MeasuredValue<'_>,
    numerator: Exact,
    mark: Exact,
    signs: [&str; 3],
) -> String {
    let sign = |order: Ordering| match order {
        Ordering::Less => signs[0],
        Ordering::Equal => signs[1],
        Ordering::Greater => signs[2],
    };
    let Some(below) = value.denominator else {
        let digits = value.decimals;
        let (left, right) = (decimal(numerator, digits), decimal(mark, digits));
        return format!("{left} {} {right}", sign(numerator.cmp(&mark)));
    };
    let scale = Exact::from_integer(power_of_ten(value.decimals));
    let integer = |sum: Exact| (sum * scale).to_integer();
    let (part, all) = (integer(numerator), integer(below));
    let (times, over, under) = (i128::from(factor(target)), *mark.numer(), *mark.denom());
    let (left, right) = (part * times * under, over * all);
    let more = if under == 1 { String::new() } else { format!("·{under}") };
    format!(
        "{part}·{times}{more} = {} {} {over}·{all} = {}",
        whole(left),
        sign(left.cmp(&right)),
        whole(right)
    )
}
