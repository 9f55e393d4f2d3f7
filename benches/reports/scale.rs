//! All communes of the country: a check, nothing to do, one edit, and how time and memory grow. Minutes of work.

use std::time::{Duration, Instant};

use crate::process::{Made, edits};
use crate::{Row, median, ms, times};

const ROUNDS: usize = 5;
const ALL: u32 = 3321;
const SOME: u32 = 100;
const PROVINCES: u32 = 34;

/// A check of 3.321 units, nothing to do among them, and one edit.
pub(crate) fn whole_country() -> Vec<Row> {
    let made = Made::up(ALL, 1, PROVINCES);
    let check = median((0..ROUNDS).map(|_| timed(&made, "check --jobs 2")).collect());
    made.run();
    made.run();
    let nothing = median((0..ROUNDS).map(|_| made.run()).collect());
    let board = median((0..ROUNDS).map(|_| timed(&made, "status")).collect());
    let (unit, area) = edits(&made, true);
    vec![
        Row { measure: "check of 3.321 units × 1 quarter", figure: ms(check), goal: "no slower" },
        Row {
            measure: "nothing to do, 3.321 units × 1 quarter",
            figure: ms(nothing),
            goal: "≤ 400 ms",
        },
        Row {
            measure: "status of 3.321 built units × 1 quarter",
            figure: ms(board),
            goal: "≤ 400 ms",
        },
        Row {
            measure: "one edited figure among 3.321 units, new process: a unit's report; roll-up",
            figure: format!("{}; {}", ms(unit), ms(area)),
            goal: "no slower",
        },
    ]
}

/// The time of a command that builds nothing.
fn timed(made: &Made, command: &str) -> Duration {
    let begun = Instant::now();
    let ended = made.start(command).wait().expect("it ends");
    assert!(ended.success(), "{command}");
    begun.elapsed()
}

/// 3.321 units and 34 roll-ups against 100 units and one.
pub(crate) fn growth() -> Vec<Row> {
    let (few, all) = (Made::up(SOME, 1, 1), Made::up(ALL, 1, PROVINCES));
    let (little, _) = built(&few);
    let (much, memory) = built(&all);
    let units = f64::from(ALL) / f64::from(SOME);
    let growth = times(much, little) / units;
    vec![
        Row {
            measure: "3.321 units and 34 roll-ups: time a unit against 100 units",
            figure: format!("{growth:.2} ({} against {})", ms(much), ms(little)),
            goal: "≤ 1,10",
        },
        Row {
            measure: "the same: peak memory",
            figure: format!("{} MB", memory / 1024),
            goal: "≤ 400 MB",
        },
    ]
}

/// The time of a full build and its peak memory in KB, as the system counts it.
fn built(made: &Made) -> (Duration, u64) {
    let begun = Instant::now();
    let mut child = made.start("build --jobs 2");
    let status = format!("/proc/{}/status", child.id());
    let mut peak = 0;
    while child.try_wait().expect("it runs").is_none() {
        let told = std::fs::read_to_string(&status).unwrap_or_default();
        let line = told.lines().find_map(|line| line.strip_prefix("VmHWM:"));
        let kilobytes = line.and_then(|line| line.split_whitespace().next()?.parse().ok());
        peak = peak.max(kilobytes.unwrap_or(0));
        std::thread::sleep(Duration::from_millis(20));
    }
    (begun.elapsed(), peak)
}
