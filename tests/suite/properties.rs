//! Rules of adding up that hold for all areas, however many units report what. Not for written numbers
//! ([`crate::reader`]).

use std::collections::BTreeSet;

use baocao::model::exact::Exact;
use baocao::model::returns::Amount;
use baocao::model::target::{Measure, Target, Test};
use baocao::model::unit::{Rank, Unit};
use baocao::rollup::rows::{Addend, Row};
use baocao::rollup::value::{MeasuredValue, measure};
use baocao::rollup::verdict::{Verdict, judge};
use proptest::prelude::*;
use proptest::test_runner::TestCaseError;

use crate::area::{Handed, PLAN, ROWS, all_returns, area, rows};

/// A value without the order its units stand in.
fn unordered<'a>(value: &MeasuredValue<'a>) -> (MeasuredValue<'a>, [BTreeSet<&'a str>; 3]) {
    let names = |units: &[&'a Unit]| units.iter().map(|unit| unit.id.as_str()).collect();
    let coverage = &value.coverage;
    let sets =
        [&coverage.counted, &coverage.missing, &coverage.superior_missing].map(|one| names(one));
    let mut value = value.clone();
    value.coverage.counted.clear();
    value.coverage.missing.clear();
    value.coverage.superior_missing.clear();
    (value, sets)
}

fn target(id: &str) -> &'static Target {
    PLAN.target(id).expect("a target")
}

/// What units that reported `figure` and `beside` reported of it, counted by hand; none where none arose.
fn by_hand(rows: &[Row<'_>], figure: &str, beside: &str) -> Vec<i128> {
    let addend = |row: &Row<'_>, id| row.addend(PLAN.figure(id).expect("a figure"));
    let communes = rows.iter().filter(|row| row.unit.rank == Rank::Member);
    let whole = communes.filter(|row| {
        [figure, beside].iter().all(|id| !matches!(addend(row, id), Addend::Missing))
    });
    let value = |row| match addend(row, figure) {
        Addend::Value(value) => Some(i128::from(value)),
        _ => None,
    };
    whole.filter_map(value).collect()
}

fn verdict(target: &Target, value: &MeasuredValue<'_>) -> Verdict {
    let date = baocao::model::period::Period::parse("2024-Q2").expect("a period").last_day();
    judge(target, target.goal_on(date), value, date)
}

/// The same area once whoever was silent has spoken.
fn completed(area: &[Handed], said: &[bool]) -> Vec<Handed> {
    let spoken = |(handed, yes): (&Handed, &bool)| {
        let mut handed = handed.clone().unwrap_or_else(|| vec![None; 7]);
        handed[6] = handed[6].or(Some(Amount::Value(i64::from(*yes))));
        Some(handed)
    };
    area.iter().zip(said).map(spoken).collect()
}

/// Holds every verdict on the communes that spoke to being the one once all have spoken.
fn stands(area: &[Handed], said: &[bool], tests: &[Test]) -> Result<(), TestCaseError> {
    let (partial, later) = (all_returns(area), all_returns(&completed(area, said)));
    let (partial, later) = (rows(&partial), rows(&later));
    for test in tests {
        let mut target = target("xa_dat").clone();
        target.goals[0].test = test.clone();
        let early = verdict(&target, &measure(&PLAN, &target, &partial));
        let late = verdict(&target, &measure(&PLAN, &target, &later));
        prop_assert!(early.lacks_data() || early == late, "{test:?}: {early:?}, then {late:?}");
    }
    Ok(())
}

proptest! {
    #[test]
    fn the_order_of_the_units_does_not_matter(
        area in area(), order in Just((0..ROWS).collect::<Vec<_>>()).prop_shuffle()
    ) {
        let returns = all_returns(&area);
        let rows = rows(&returns);
        let shuffled: Vec<Row<'_>> = order.iter().map(|at| rows[*at]).collect();
        for target in &PLAN.targets {
            let (one, other) = (measure(&PLAN, target, &rows), measure(&PLAN, target, &shuffled));
            prop_assert_eq!(unordered(&one), unordered(&other), "{}", target.id);
        }
    }

    #[test]
    fn a_sum_of_partial_sums_is_the_sum(
        area in area(), group in proptest::collection::vec(0..3_usize, ROWS)
    ) {
        let returns = all_returns(&area);
        let rows = rows(&returns);
        let part = |at| rows.iter().zip(&group).filter(move |(_, own)| **own == at).map(|(row, _)| *row);
        for target in &PLAN.targets {
            let whole = measure(&PLAN, target, &rows);
            let parts: Vec<MeasuredValue<'_>> =
                (0..3).map(|at| measure(&PLAN, target, &part(at).collect::<Vec<_>>())).collect();
            let above: Exact = parts.iter().map(|part| part.numerator).sum();
            let below: Option<Exact> = parts.iter().map(|part| part.denominator).sum();
            prop_assert_eq!((whole.numerator, whole.denominator), (above, below));
            prop_assert!(whole.known().is_some() || parts.iter().all(|part| part.known().is_none()));
            prop_assert_eq!(whole.coverage.total(), parts.iter().map(|part| part.coverage.total()).sum::<usize>());
            if let Some(value) = whole.known() {
                let factor = match target.measure {
                    Measure::Ratio { factor, .. } => i128::from(factor),
                    _ => 100,
                };
                let again = below.map_or(above, |below| above / below * Exact::from_integer(factor));
                prop_assert_eq!(value, again);
            }
        }
    }

    #[test]
    fn a_rate_speaks_of_the_units_that_reported_both_of_its_sums(area in area()) {
        let returns = all_returns(&area);
        let rows = rows(&returns);
        let value = measure(&PLAN, target("bhyt"), &rows);
        let people = by_hand(&rows, "nguoi_bhyt", "dan_so");
        let (above, below) = (people.iter().sum(), by_hand(&rows, "dan_so", "nguoi_bhyt").iter().sum());
        prop_assert_eq!(value.numerator, Exact::from_integer(above));
        prop_assert_eq!(value.denominator, Some(Exact::from_integer(below)));
        // What arose nowhere, of people there are, is none of them.
        prop_assert_eq!(value.known(), (below > 0).then(|| Exact::new(above * 100, below)));
        prop_assert_eq!(value.coverage.total(), ROWS - 1, "a commune is counted in or named as missing");
    }

    #[test]
    fn a_rate_of_the_area_lies_between_those_of_its_units(area in area()) {
        let counted = |one: Option<Amount>| one.filter(|amount| *amount != Amount::NoneArose);
        let area: Vec<Handed> = area.into_iter().map(|row| Some(row?.into_iter().map(counted).collect())).collect();
        let returns = all_returns(&area);
        let rows = rows(&returns);
        let value = |rows: &[Row<'_>]| measure(&PLAN, target("bhyt"), rows).known();
        let own: Vec<Exact> = rows.iter().filter_map(|row| value(&[*row])).collect();
        if let Some(whole) = value(&rows) {
            prop_assert!(own.iter().min().is_some_and(|least| *least <= whole));
            prop_assert!(own.iter().max().is_some_and(|most| *most >= whole));
        }
    }

    #[test]
    fn a_count_that_is_judged_over_a_gap_stands_whatever_comes_in(
        area in area(), said in proptest::collection::vec(any::<bool>(), ROWS), goal in 0..=100_i128
    ) {
        let goal = Exact::from_integer(goal);
        let all = Test::Equal(Exact::from_integer(100));
        stands(&area, &said, &[Test::Above(goal), Test::AtLeast(goal), Test::Below(goal), Test::AtMost(goal), all])?;
    }

    #[test]
    fn a_count_between_two_ends_that_is_judged_over_a_gap_stands_too(
        area in area(), said in proptest::collection::vec(any::<bool>(), ROWS)
    ) {
        let half = Exact::from_integer(50);
        let about = Test::Within { low: Exact::from_integer(45), high: Exact::from_integer(55), more_is_met: false };
        stands(&area, &said, &[Test::Equal(half), about])?;
    }

    #[test]
    fn nothing_is_called_complete_over_a_gap(area in area()) {
        let returns = all_returns(&area);
        let rows = rows(&returns);
        for id in ["thon", "xa_dat"] {
            let value = measure(&PLAN, target(id), &rows);
            prop_assert!(verdict(target(id), &value) != Verdict::Met || value.coverage.is_full());
        }
    }
}
