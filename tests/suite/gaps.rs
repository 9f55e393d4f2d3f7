//! What is said over a gap stands whatever the missing units report: for every sort of target and test, any gap, and any
//! return that may still come in. Not for sums without gaps ([`crate::properties`]).

use baocao::model::exact::Exact;
use baocao::model::period::Period;
use baocao::model::returns::{Amount, Return};
use baocao::model::target::{Target, Test};
use baocao::model::unit::Unit;
use baocao::rollup::rows::Row;
use baocao::rollup::value::{MeasuredValue, State, measure};
use baocao::rollup::verdict::{Verdict, certain, judge};
use proptest::prelude::*;

use crate::area::{PLAN, ROWS, handed_in_for};

/// The figures of a commune: people, insured, hamlets, those with staff, doctors, money, recognised.
type Figures = [i64; 7];

const IDS: [&str; 7] =
    ["dan_so", "nguoi_bhyt", "so_thon", "thon_nvyt", "bac_si", "kinh_phi", "cong_nhan"];
/// What a quarter later is as it was: the wholes.
const WHOLES: [usize; 2] = [0, 2];
/// The running total.
const MONEY: usize = 5;

/// A commune in two quarters, which of its later figures are in, and whether the earlier ones are.
#[derive(Debug, Clone)]
struct Commune {
    before: Figures,
    now: Figures,
    came_in: [bool; 7],
    filed_before: bool,
}

fn figures() -> impl Strategy<Value = Figures> {
    let people = (1_000..9_000_i64, 0..=1_000_i64);
    (people, (1..12_i64, 0..=1_000_i64), 0..9_i64, 0..5_000_i64, 0..2_i64).prop_map(
        |((people, insured), (hamlets, staffed), doctors, money, fact)| {
            let (insured, staffed) = (people * insured / 1_000, hamlets * staffed / 1_000);
            [people, insured, hamlets, staffed, doctors, money, fact]
        },
    )
}

/// Nearly all that is owed, so that a gap does not leave everything open.
fn commune() -> impl Strategy<Value = Commune> {
    let came_in = prop_oneof![
        6 => Just([true; 7]),
        2 => Just([false; 7]),
        1 => proptest::array::uniform7(any::<bool>()),
    ];
    (figures(), figures(), came_in, proptest::bool::weighted(0.9)).prop_map(
        |(before, mut now, came_in, filed_before)| {
            for at in WHOLES {
                now[at] = before[at];
            }
            (now[1], now[3]) = (now[1].min(now[0]), now[3].min(now[2]));
            now[MONEY] += before[MONEY];
            Commune { before, now, came_in, filed_before }
        },
    )
}

/// A return with those of the figures that are in; none without any.
fn filed(period: &str, unit: &Unit, figures: &Figures, came_in: [bool; 7]) -> Option<Return> {
    let reported = IDS.iter().zip(figures).zip(came_in).filter(|(_, is_in)| *is_in);
    let reported: Vec<_> = reported.map(|((id, value), _)| (*id, Amount::Value(*value))).collect();
    (!reported.is_empty()).then(|| handed_in_for(period, unit, reported))
}

/// Two quarters of the area, the later one with its gaps or complete, and the centre's doctors.
struct Area {
    before: Vec<Option<Return>>,
    now: Vec<Option<Return>>,
}

impl Area {
    fn new(communes: &[Commune], centre: i64, complete: bool) -> Self {
        let all = [true; 7];
        let earlier = communes.iter().zip(&PLAN.units).map(|(one, unit)| {
            filed("2024-Q1", unit, &one.before, all).filter(|_| one.filed_before)
        });
        let later = communes.iter().zip(&PLAN.units).map(|(one, unit)| {
            filed("2024-Q2", unit, &one.now, if complete { all } else { one.came_in })
        });
        let doctors = handed_in_for(
            "2024-Q2",
            PLAN.units.last().expect("the centre"),
            [("bac_si_huyen", Amount::Value(centre))],
        );
        Self {
            before: earlier.chain([None]).collect(),
            now: later.chain([Some(doctors)]).collect(),
        }
    }

    fn rows(&self) -> Vec<Row<'_>> {
        let both = self.now.iter().zip(&self.before);
        let rows = PLAN.units.iter().zip(both).map(|(unit, (now, before))| Row {
            period: Period::parse("2024-Q2"),
            latest: before.as_ref(),
            ..crate::area::row(unit, now.as_ref())
        });
        rows.collect()
    }
}

fn tests() -> impl Strategy<Value = Test> {
    let goal = prop_oneof![(0..=110_i64).prop_map(|goal| goal * 10), 0..=20_000_i64]
        .prop_map(|tenths| Exact::new(i128::from(tenths), 10));
    (goal.clone(), goal, 0..7_usize).prop_map(|(one, other, which)| match which {
        0 => Test::Above(one),
        1 => Test::AtLeast(one),
        2 => Test::Equal(one),
        3 => Test::Below(one),
        4 => Test::AtMost(one),
        more => Test::Within { low: one.min(other), high: one.max(other), more_is_met: more == 5 },
    })
}

/// Whether a value is a verdict's to give: somebody reported, and there is something to measure.
fn known(value: &MeasuredValue<'_>) -> bool {
    matches!(value.state, State::Known(_))
}

fn verdict(target: &Target, value: &MeasuredValue<'_>) -> Verdict {
    let date = Period::parse("2024-Q2").expect("a period").last_day();
    judge(target, target.goal_on(date), value, date)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 400, ..ProptestConfig::default() })]

    #[test]
    fn no_verdict_over_a_gap_is_contradicted_by_what_comes_in(
        communes in proptest::collection::vec(commune(), ROWS - 1), centre in 0..40_i64, test in tests()
    ) {
        let (partial, whole) =
            (Area::new(&communes, centre, false), Area::new(&communes, centre, true));
        let (partial, whole) = (partial.rows(), whole.rows());
        for target in &PLAN.targets {
            let mut target = target.clone();
            target.goals[0].test = test.clone();
            let (early, late) = (measure(&PLAN, &target, &partial), measure(&PLAN, &target, &whole));
            let (said, later) = (verdict(&target, &early), verdict(&target, &late));
            prop_assert!(
                said.lacks_data() || said == later,
                "{} {test:?}: {said:?} over {:?}, then {later:?}", target.id, early.bounds
            );
        }
    }

    #[test]
    fn what_comes_in_lies_within_the_bounds(
        communes in proptest::collection::vec(commune(), ROWS - 1), centre in 0..40_i64
    ) {
        let (partial, whole) =
            (Area::new(&communes, centre, false), Area::new(&communes, centre, true));
        let (partial, whole) = (partial.rows(), whole.rows());
        for target in &PLAN.targets {
            let (early, late) = (measure(&PLAN, target, &partial), measure(&PLAN, target, &whole));
            let Some((bounds, late)) = early.bounds.zip(late.known()) else { continue };
            prop_assert!(bounds.low <= late, "{}: {late} below {bounds:?}", target.id);
            prop_assert!(bounds.high.is_none_or(|high| late <= high), "{}: {late} above {bounds:?}", target.id);
        }
    }

    #[test]
    fn what_nothing_can_change_any_more_is_said(
        communes in proptest::collection::vec(commune(), ROWS - 1), goal in 0..=100_i128
    ) {
        let area = Area::new(&communes, 0, false);
        let rows = area.rows();
        let goal = Exact::from_integer(goal);
        for target in &PLAN.targets {
            let value = measure(&PLAN, target, &rows);
            let Some(bounds) = value.bounds.clone().filter(|_| known(&value)) else { continue };
            let test = Test::AtLeast(goal);
            let ends = (test.met(bounds.low), bounds.high.is_none_or(|high| test.met(high)));
            let said = certain(&test, &value);
            let now = value.known().map(|now| test.met(now));
            let sure = ends.0 == ends.1 && now == Some(ends.0) && bounds.reached;
            prop_assert!(!sure || said == now, "{}: {said:?}", target.id);
        }
    }
}

/// A plan's one commune of six that reported: 96,36 % by itself, and five whose people are known.
#[test]
fn one_commune_of_eight_above_the_goal_concludes_nothing() {
    let one = Commune {
        before: [2_500, 2_300, 5, 5, 1, 10, 0],
        now: [2_500, 2_409, 5, 5, 1, 10, 0],
        came_in: [true; 7],
        filed_before: true,
    };
    let silent = Commune { came_in: [false; 7], ..one.clone() };
    let area = Area::new(&[&[one][..], &vec![silent; ROWS - 2]].concat(), 0, false);
    let target = PLAN.target("bhyt").expect("a target");
    let rows = area.rows();
    let value = measure(&PLAN, target, &rows);
    assert_eq!(verdict(target, &value), Verdict::Insufficient);
    let bounds = value.bounds.expect("all wholes are known");
    assert_eq!(bounds.low, Exact::new(2_409 * 100, 2_500 * 8));
    assert_eq!(bounds.high, Some(Exact::new((2_409 + 2_500 * 7) * 100, 2_500 * 8)));
    assert_eq!(bounds.assumed.len(), ROWS - 2);
}

#[test]
fn a_target_that_too_many_have_missed_already_is_missed_whoever_is_still_silent() {
    let low = Commune {
        before: [2_500, 1_000, 5, 5, 1, 10, 0],
        now: [2_500, 1_000, 5, 5, 1, 10, 0],
        came_in: [true; 7],
        filed_before: true,
    };
    let silent = Commune { came_in: [false; 7], ..low.clone() };
    let area = Area::new(&[&vec![low; ROWS - 2][..], &[silent]].concat(), 0, false);
    let target = PLAN.target("bhyt").expect("a target");
    let rows = area.rows();
    assert_eq!(verdict(target, &measure(&PLAN, target, &rows)), Verdict::NotMet);
}
