//! What changed in a report, found and told by a process of its own. Dossiers are made up.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::Made;
use crate::{Row, median, ms};

const ROUNDS: usize = 9;

/// One edited figure among 168 units: what it changed in the unit's report and in the roll-up, against the last build.
pub(crate) fn against_the_last_build() -> Vec<Row> {
    let made = Made::up(168, 1, 1);
    made.run();
    let unit = made.edit();
    let period = made.last("inputs");
    let period = period.file_name().and_then(|name| name.to_str()).expect("a period").to_owned();
    let told = |unit: &str| {
        let all = (0..ROUNDS).map(|_| run(&made, &["diff", "mau-01", &period, unit]));
        ms(median(all.collect()))
    };
    vec![Row {
        measure: "what one edited figure among 168 units changed: a unit's report; roll-up",
        figure: format!("{}; {}", told(&unit), told("tong-hop")),
        goal: "≤ 200 ms; ≤ 200 ms",
    }]
}

fn run(made: &Made, arguments: &[&str]) -> Duration {
    let begun = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
    program.args(arguments).current_dir(made.path("")).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = program.status().expect("it starts");
    assert!(ended.success(), "{arguments:?} cannot run");
    begun.elapsed()
}
