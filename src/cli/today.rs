//! The day a command is run on: the only clock of the program. Not for what reports say, which no clock reaches.

use std::time::{Duration, SystemTime, UNIX_EPOCH};

use chrono::{Days, NaiveDate};

/// Viet Nam has one time, seven hours ahead of the system's count, and no summer time.
const AHEAD: Duration = Duration::from_hours(7);
const DAY: u64 = 24 * 60 * 60;

/// Today in Viet Nam.
#[must_use]
#[expect(
    clippy::disallowed_methods,
    reason = "who has handed in by today is asked of a day, and --today names another"
)]
pub(super) fn today() -> NaiveDate {
    let since = SystemTime::now().duration_since(UNIX_EPOCH).unwrap_or_default() + AHEAD;
    NaiveDate::default() + Days::new(since.as_secs() / DAY)
}
