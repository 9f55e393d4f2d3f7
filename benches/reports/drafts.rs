//! Word drafts of 168 units against their PDFs, and drafts read back. Dossiers are made up.

use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use crate::process::Made;
use crate::{Row, median, ms};

const ROUNDS: usize = 3;
const REPORTS: u32 = 169;

/// 168 units' drafts and their roll-up's, a document against its PDF, from nothing.
pub(crate) fn out_and_back() -> Vec<Row> {
    let made = Made::up(168, 1, 1);
    let fresh = |command: &str| {
        let round = |_| {
            _ = std::fs::remove_dir_all(made.path("out"));
            run(&made, &[command])
        };
        median((0..ROUNDS).map(round).collect()) / REPORTS
    };
    let (pdf, draft) = (fresh("build"), fresh("draft"));
    let nothing = median((0..ROUNDS).map(|_| run(&made, &["draft"])).collect());
    let one = made.last("out").join("tong-hop.docx");
    let one = one.to_str().expect("a path").to_owned();
    let back = median((0..ROUNDS).map(|_| run(&made, &["import", &one, "--dry-run"])).collect());
    vec![
        Row {
            measure: "a Word draft against its PDF, among 169 from nothing",
            figure: format!("{} against {}", ms(draft), ms(pdf)),
            goal: "none",
        },
        Row { measure: "169 drafts, nothing to do", figure: ms(nothing), goal: "none" },
        Row { measure: "a roll-up's draft imported, unchanged", figure: ms(back), goal: "none" },
    ]
}

fn run(made: &Made, arguments: &[&str]) -> Duration {
    let begun = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
    program.args(arguments).current_dir(made.path("")).stdout(Stdio::null()).stderr(Stdio::null());
    let ended = program.status().expect("it starts");
    assert!(ended.code().is_some_and(|code| code < 2), "{arguments:?} cannot run");
    begun.elapsed()
}
