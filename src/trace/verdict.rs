//! Why a goal is met or not, on exact integers: `4921·100 = 492.100 ≤ 95·5210 = 494.950`. Not for deciding it
//! ([`crate::rollup::verdict`]).

use std::cmp::Ordering;

use serde::Serialize;

use super::arithmetic::factor;
use crate::model::exact::{Exact, from_usize, power_of_ten};
use crate::model::number::{decimal, whole};
use crate::model::target::{Goal, Measure, Target, Test};
use crate::report::context::ReportContext;
use crate::rollup::value::MeasuredValue;
use crate::rollup::verdict::Verdict;

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
    let goal = target.goal_on(context.reference()).filter(|_| !target.qualitative);
    let vi = match (facts.verdict, goal) {
        (Verdict::NotJudged, Some(_)) => {
            vec!["chỉ đánh giá ở báo cáo tổng hợp".to_owned()]
        }
        (Verdict::NotJudged, None) => vec!["kế hoạch không đặt mức phải đạt".to_owned()],
        (Verdict::Insufficient, Some(goal)) => open(target, goal, &facts.value),
        (_, Some(goal)) => decisive(target, &goal.test, &facts.value),
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
    let year = context.period().year();
    let test = Test::AtLeast(*target.road_map.get(&year)?);
    let facts = context.table.facts(target);
    let value = facts.value.known().filter(|_| !facts.verdict.lacks_data());
    let verdict = match value.map(|value| test.met(value)) {
        Some(true) => Verdict::Met,
        Some(false) => Verdict::NotMet,
        None => Verdict::NoData,
    };
    Some(Judgement {
        ket_luan: context.kind.words.verdict(verdict),
        muc: Some(sign(&test)),
        nam: Some(year),
        can_cu: None,
        vi: decisive(target, &test, &facts.value),
    })
}

/// A goal as the plan writes it.
fn sign(test: &Test) -> String {
    let plain =
        |value: Exact| decimal(value, 9).trim_end_matches('0').trim_end_matches(',').to_owned();
    let number = |value: Exact| if value.is_integer() { decimal(value, 0) } else { plain(value) };
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

/// Why nothing can be said yet: what the missing units may still change.
fn open(target: &Target, goal: &Goal, value: &MeasuredValue<'_>) -> Vec<String> {
    let missing = value.coverage.missing.len();
    if !matches!(target.measure, Measure::Count { .. }) {
        let whole = "số của hàng cấp trên là của cả địa bàn, không chia cho một phần các đơn vị";
        let all = "mức bằng đúng chỉ kết luận được khi đủ mọi đơn vị";
        let superior =
            value.coverage.superior_counted || !value.coverage.superior_missing.is_empty();
        return vec![if superior { whole } else { all }.to_owned()];
    }
    let more = from_usize(missing);
    let with = |numerator| {
        let value = MeasuredValue { numerator, ..value.clone() };
        decisive(target, &goal.test, &value).join("; ")
    };
    vec![
        format!("nếu {missing} đơn vị còn thiếu không đạt: {}", with(value.numerator)),
        format!("nếu đều đạt: {}", with(value.numerator + more)),
    ]
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
