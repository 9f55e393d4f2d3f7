//! The goals of `baocao`'s speed, measured: `cargo bench` prints a table of measure, figure and goal.
//!
//! `cargo bench -- watch` measures only rows with this word in them; `cargo bench -- --long` also the largest ones. Nothing
//! else may run on the machine meanwhile. `benches/README.md` says how each row is measured.

#![expect(clippy::disallowed_methods, reason = "a benchmark makes and reads its own files")]
#![expect(clippy::float_arithmetic, reason = "ratios for people to read")]

mod changes;
mod drafts;
mod forms;
mod local_page;
#[path = "../made_up/mod.rs"]
mod made_up;
mod process;
mod scale;
mod sheets;
mod typst;

use std::time::Duration;

/// As in the program.
#[global_allocator]
static MEMORY: mimalloc::MiMalloc = mimalloc::MiMalloc;

/// A line of the table.
pub(crate) struct Row {
    /// What is measured.
    pub(crate) measure: &'static str,
    /// What came out.
    pub(crate) figure: String,
    /// What was aimed at.
    pub(crate) goal: &'static str,
}

/// A group of rows that are measured together, and whether it takes minutes.
struct Group {
    words: &'static str,
    long: bool,
    measured: fn() -> Vec<Row>,
}

const GROUPS: [Group; 13] = [
    Group { words: "outside throughput", long: false, measured: sheets::outside },
    Group { words: "cli", long: false, measured: typst::against_the_cli },
    Group { words: "template", long: false, measured: typst::template },
    Group { words: "cold first", long: false, measured: process::first },
    Group { words: "edit watch quarter", long: false, measured: process::one_quarter },
    Group { words: "nothing edit watch 168", long: false, measured: process::four_quarters },
    Group { words: "diff changes 168", long: false, measured: changes::against_the_last_build },
    Group { words: "forms 168", long: false, measured: forms::out_and_back },
    Group { words: "drafts 168", long: false, measured: drafts::out_and_back },
    Group { words: "page 168", long: false, measured: local_page::pages },
    Group { words: "saves", long: true, measured: local_page::memory },
    Group { words: "check nothing edit 3321", long: true, measured: scale::whole_country },
    Group { words: "growth memory 3321", long: true, measured: scale::growth },
];

#[expect(clippy::print_stdout, reason = "a benchmark prints its figures")]
fn main() {
    let words: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    match &words.iter().map(String::as_str).collect::<Vec<_>>()[..] {
        [typst::BARE, sheet, pdf] => return typst::bare(sheet.as_ref(), pdf.as_ref()),
        [sheets::LOOP, folder, threads] => return sheets::bare_loop(folder.as_ref(), threads),
        _ => {}
    }
    let long = words.iter().any(|word| word == "--long");
    let named: Vec<&String> = words.iter().filter(|word| !word.starts_with("--")).collect();
    let wanted = |group: &Group| {
        let named_so = named.iter().any(|word| group.words.contains(word.as_str()));
        named_so || (named.is_empty() && (long || !group.long))
    };
    println!("| measure | measured | goal |\n|---|---|---|");
    for group in GROUPS.iter().filter(|group| wanted(group)) {
        for row in (group.measured)() {
            println!("| {} | {} | {} |", row.measure, row.figure, row.goal);
        }
    }
}

/// The middle one of some times.
pub(crate) fn median(mut times: Vec<Duration>) -> Duration {
    times.sort();
    times[times.len() / 2]
}

/// A time in milliseconds.
pub(crate) fn ms(time: Duration) -> String {
    format!("{} ms", time.as_millis())
}

/// How many times as long one time is as another.
pub(crate) fn times(one: Duration, other: Duration) -> f64 {
    one.as_secs_f64() / other.as_secs_f64()
}
