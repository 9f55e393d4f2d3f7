//! How large the numbers of a dossier may be, the same for its readers and its schema. Not for how much one file may hold
//! ([`crate::disk::read()`], [`crate::yaml::tree`]).

use std::ops::RangeInclusive;

/// The largest amount, in the figure's smallest steps: far below what sums and products of amounts can hold.
pub const LARGEST_AMOUNT: i64 = 1_000_000_000_000_000;
/// The most decimals of a figure, so that sums stay far from the limits of exact arithmetic.
pub(crate) const AMOUNT_DECIMALS: u8 = 3;
/// The most decimals of a ratio, for the same reason.
pub(crate) const RATIO_DECIMALS: u8 = 4;
/// The last time somebody is reminded of what is owed.
pub(crate) const LAST_TIME: u8 = 9;
/// Years of plans and periods; bounded, so that the years around them exist too.
pub const YEARS: RangeInclusive<u16> = 1900..=2999;
/// Years a document of the Party can be dated in, or a report can speak of.
pub(crate) const LIVED: RangeInclusive<i32> = 1930..=2099;
