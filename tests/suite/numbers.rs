//! Rules of written numbers that hold for all of them. Not for single pages ([`crate::figures`]).

use std::cmp::Ordering;

use baocao::model::exact::Exact;
use baocao::model::target::Test;
use baocao::rollup::compare::{Change, difference, gap};
use baocao::rollup::digits::{show, show_beside};
use proptest::prelude::*;

/// A written number read as a person reads it, however many decimals two nearly equal values need.
fn read(written: &str) -> Exact {
    let (whole, decimals) = written.split_once(',').unwrap_or((written, ""));
    let digits = whole.replace('.', "") + decimals;
    let places = u32::try_from(decimals.len()).expect("few decimals");
    Exact::new(digits.parse().expect("a written number"), 10_i128.pow(places))
}

/// Percentages of up to ten million people, near a mark more often than not.
fn percentage() -> impl Strategy<Value = Exact> {
    let near = (1_i128..10_000_000, -3_i128..=3).prop_map(|(all, off)| {
        let part = (all * 95 / 100 + off).clamp(0, all);
        Exact::new(part * 100, all)
    });
    let any = (1_i128..10_000_000).prop_flat_map(|all| {
        (0..=all, Just(all)).prop_map(|(part, all)| Exact::new(part * 100, all))
    });
    prop_oneof![near, any]
}

proptest! {
    #[test]
    fn a_written_percentage_stands_on_the_true_side_of_every_mark(value in percentage(), goal in 1_i128..100) {
        let marks = [Exact::ZERO, Exact::from_integer(goal), Exact::from_integer(100)];
        let written = read(&show(value, 2, &marks).text);
        for mark in marks {
            prop_assert_eq!(written.cmp(&mark), value.cmp(&mark));
        }
    }

    #[test]
    fn the_verdict_a_reader_would_give_is_the_verdict_given(value in percentage()) {
        let goal = Exact::from_integer(95);
        for test in [Test::Above(goal), Test::AtLeast(goal), Test::Equal(goal), Test::Below(goal), Test::AtMost(goal)] {
            let written = read(&show(value, 2, &test.marks()).text);
            prop_assert_eq!(test.met(written), test.met(value));
        }
    }

    #[test]
    fn a_written_difference_is_that_of_the_written_values(now in percentage(), before in percentage()) {
        let (a, b) = (show_beside(now, &[before], 2, &[]), show_beside(before, &[now], 2, &[]));
        let distance = read(&gap(&a, &b));
        let (low, high) = if a.rounded < b.rounded { (&a, &b) } else { (&b, &a) };
        prop_assert_eq!(read(&low.text) + distance, read(&high.text));
    }

    #[test]
    fn a_change_is_never_written_as_none(now in percentage(), before in percentage()) {
        let (a, b) = (show_beside(now, &[before], 2, &[]), show_beside(before, &[now], 2, &[]));
        let (change, distance) = difference((now, before), (&a, &b));
        let truth = match now.cmp(&before) {
            Ordering::Less => Change::Down,
            Ordering::Equal => Change::Same,
            Ordering::Greater => Change::Up,
        };
        prop_assert_eq!(change, truth);
        prop_assert_eq!(read(&distance) == Exact::ZERO, change == Change::Same);
    }
}

#[test]
fn values_that_differ_in_the_tenth_decimal_are_written_apart() {
    let now = Exact::new(28_892_056, 304_127);
    let before = Exact::new(16_051_290, 168_961);
    let (a, b) = (show_beside(now, &[before], 2, &[]), show_beside(before, &[now], 2, &[]));
    assert_eq!((a.text.as_str(), b.text.as_str()), ("94,9999704071", "94,9999704074"));
    assert_eq!(read(&a.text) + read(&gap(&a, &b)), read(&b.text));
}
