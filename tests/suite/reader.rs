//! What a reader concludes from the printed numbers alone: the same as is said in words, for all figures and goals.
//! Not for adding up ([`crate::properties`]).

use std::cmp::Ordering;
use std::sync::Arc;

use baocao::model::comparator::Comparator;
use baocao::model::exact::Exact;
use baocao::model::number::parse_decimal;
use baocao::model::plan::Plan;
use baocao::model::returns::{Amount, Narrative, Return};
use baocao::model::target::{Goal, Target, Test};
use baocao::report::context::ReportContext;
use baocao::report::due::Scope;
use baocao::report::fact_table::{Cells, Earlier, FactTable};
use baocao::report::views::goals::GoalView;
use baocao::report::views::table::ViewTable;
use baocao::report::views::targets::TargetView;
use baocao::rollup::compare::Change;
use baocao::rollup::verdict::Verdict;
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::area::{PLAN, handed_in, row};
use crate::views::kind;

type Agreed = Result<(), TestCaseError>;

/// A part and its whole.
type Share = (i64, i64);

/// A written number read as a person reads it.
fn read(written: &str) -> Exact {
    parse_decimal(&written.replace('.', "").replace(',', ".")).expect("a written number")
}

/// Shares of up to ten million people, near a whole percentage more often than not.
fn share() -> impl Strategy<Value = Share> {
    let near = (1_i64..10_000_000, 0..=100_i64, -3..=3_i64)
        .prop_map(|(all, percent, off)| ((all * percent / 100 + off).clamp(0, all), all));
    let any = (1_i64..10_000_000).prop_flat_map(|all| (0..=all, Just(all)));
    prop_oneof![near, any]
}

/// A goal of every sort, in whole percentages.
fn test() -> impl Strategy<Value = Test> {
    let mark = || (0..=100_i128).prop_map(Exact::from_integer);
    let within = (mark(), mark(), any::<bool>()).prop_map(|(a, b, more_is_met)| Test::Within {
        low: a.min(b),
        high: a.max(b),
        more_is_met,
    });
    prop_oneof![
        mark().prop_map(Test::Above),
        mark().prop_map(Test::AtLeast),
        mark().prop_map(Test::Equal),
        mark().prop_map(Test::Below),
        mark().prop_map(Test::AtMost),
        within,
    ]
}

/// The share of people insured, with this goal and this year's mark of the road map.
fn target(test: Test, mark: Option<Exact>) -> Target {
    let mut target = PLAN.target("bhyt").expect("a target").clone();
    target.goals = vec![Goal { test, year: Some(2030), since: None, source: None }];
    target.road_map = mark.map(|mark| (2024, mark)).into_iter().collect();
    target
}

/// What one commune's report says of `target`, the only one of its plan.
fn said(plan: &Plan, target: &Target, now: Share, before: Share) -> TargetView {
    let plan = &Plan { targets: vec![target.clone()], ..plan.clone() };
    let unit = &plan.units[0];
    let reported = |(part, all)| -> Return {
        handed_in(unit, [("nguoi_bhyt", Amount::Value(part)), ("dan_so", Amount::Value(all))])
    };
    let (now, before) = (reported(now), reported(before));
    let (kind, none) = (kind("6-thang"), Narrative::default());
    let period = now.period;
    let rows = vec![row(unit, Some(&before))];
    let scope = Scope::Unit(unit);
    let earlier = FactTable::past(plan, scope, period.previous(), rows);
    let table = FactTable {
        plan,
        scope,
        period,
        as_of: period.last_day(),
        rows: vec![row(unit, Some(&now))],
        earlier: vec![Earlier::new(Comparator::Previous, earlier)],
        cells: Cells::default(),
    };
    let context = ReportContext {
        kind: &kind,
        table: Arc::new(table),
        history: Vec::new(),
        heading: None,
        number: None,
        date: None,
        narrative: &none,
        documents: Vec::new(),
        closing: None,
        reminder: None,
        stamp: None,
        marks_origins: false,
    };
    ViewTable::new(context).target(&plan.targets[0]).clone()
}

fn exact((part, all): Share) -> Exact {
    Exact::new(i128::from(part) * 100, i128::from(all))
}

fn distance(a: Exact, b: Exact) -> Exact {
    if a < b { b - a } else { a - b }
}

/// The direction and the distance to a goal are those between the printed numbers.
fn goal_agrees(goal: &GoalView, test: &Test, printed: Exact) -> Agreed {
    prop_assert_eq!(goal.dat, Some(test.met(printed)));
    let (low, high) = (read(&goal.so), goal.den.as_deref().map(read));
    let nearer = high.filter(|high| printed > *high).unwrap_or(low);
    let inside = high.is_some_and(|high| printed >= low && printed <= high);
    let way = match printed.cmp(&nearer) {
        _ if inside => "bang",
        Ordering::Greater => "vuot",
        Ordering::Equal => "bang",
        Ordering::Less => "thap_hon",
    };
    prop_assert_eq!(goal.huong, Some(way));
    prop_assert_eq!(goal.chenh.as_deref().map(read), Some(distance(printed, nearer)));
    Ok(())
}

/// Everything said of a share is what the printed numbers say.
fn agrees(view: &TargetView, test: &Test, mark: Option<Exact>, now: Share) -> Agreed {
    let printed = read(view.so.as_deref().expect("a value"));
    prop_assert_eq!(view.ket_luan == Verdict::Met, test.met(printed));
    prop_assert_eq!(view.ket_luan == Verdict::Met, test.met(exact(now)));
    for end in [Exact::ZERO, Exact::from_integer(100)] {
        prop_assert_eq!(printed == end, exact(now) == end, "printed as {}", printed);
    }
    goal_agrees(view.dich.as_ref().expect("a goal"), test, printed)?;
    if let Some((road, mark)) = view.lo_trinh.as_ref().zip(mark) {
        let less_is_better = matches!(test, Test::Below(_) | Test::AtMost(_));
        let asked = if less_is_better { Test::AtMost(mark) } else { Test::AtLeast(mark) };
        goal_agrees(road, &asked, printed)?;
    }
    let change = &view.so_sanh[0];
    let before = read(change.so_truoc.as_deref().expect("an earlier value"));
    let way = match printed.cmp(&before) {
        Ordering::Greater => Change::Up,
        Ordering::Equal => Change::Same,
        Ordering::Less => Change::Down,
    };
    prop_assert_eq!(change.thay_doi, way, "{} after {}", printed, before);
    prop_assert_eq!(change.chenh.as_deref().map(read), Some(distance(printed, before)));
    Ok(())
}

proptest! {
    #[test]
    fn what_is_said_of_a_share_is_what_its_printed_numbers_say(
        now in share(), before in share(), test in test(),
        mark in proptest::option::of((0..=100_i128).prop_map(Exact::from_integer)), digits in 0..=4_u8
    ) {
        let plan = Plan { digits, ..PLAN.clone() };
        let view = said(&plan, &target(test.clone(), mark), now, before);
        agrees(&view, &test, mark, now)?;
    }

    #[test]
    fn a_unit_prints_its_value_alike_whatever_it_is_beside(now in share(), digits in 0..=4_u8) {
        let plan = Plan { digits, ..PLAN.clone() };
        let target = target(Test::Above(Exact::from_integer(95)), None);
        let view = said(&plan, &target, now, now);
        prop_assert_eq!(&view.so_sanh[0].so_truoc, &view.so);
        prop_assert_eq!(view.so_sanh[0].thay_doi, Change::Same);
        prop_assert_eq!(view.gia_tri, view.so.map(|so| format!("{so}%")));
    }

    #[test]
    fn a_rate_above_none_is_never_printed_as_none(all in 1_i64..100_000_000) {
        let mut target = target(Test::AtLeast(Exact::from_integer(9)), None);
        target.unit = baocao::model::text::Line::new("bác sĩ/10.000 dân");
        let baocao::model::target::Measure::Ratio { factor, .. } = &mut target.measure else { panic!("a ratio") };
        *factor = 10_000;
        let view = said(&PLAN, &target, (1, all), (1, all));
        prop_assert!(read(view.so.as_deref().expect("a value")) > Exact::ZERO);
    }
}

#[test]
fn shares_a_hair_from_a_mark_are_printed_on_their_own_side() {
    let above = Test::Above(Exact::from_integer(95));
    let cases = [
        ((94_996, 100_000), "94,996", Verdict::NotMet),
        ((95, 100), "95", Verdict::NotMet),
        ((95_001, 100_000), "95,001", Verdict::Met),
        ((9_999_999, 10_000_000), "99,99999", Verdict::Met),
        ((1, 9_999_999), "0,00001", Verdict::NotMet),
        ((0, 10), "0", Verdict::NotMet),
        ((10, 10), "100", Verdict::Met),
    ];
    for (share, printed, verdict) in cases {
        let view = said(&PLAN, &target(above.clone(), None), share, (1, 2));
        assert_eq!((view.so.as_deref(), view.ket_luan), (Some(printed), verdict), "{share:?}");
    }
}

#[test]
fn two_shares_that_differ_are_printed_differently_however_close_the_marks() {
    let plan = Plan { digits: 0, ..PLAN.clone() };
    let (test, mark) = (Test::Above(Exact::from_integer(95)), Some(Exact::from_integer(94)));
    let (now, before) = ((9_451, 10_000), (9_449, 10_000));
    let view = said(&plan, &target(test.clone(), mark), now, before);
    agrees(&view, &test, mark, now).expect("what the printed numbers say");
}
