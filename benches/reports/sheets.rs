//! A full build of the samples against a bare loop: the same markup laid out and exported by Typst with as many threads, the
//! fonts loaded once, and nothing else. Each is a process of its own.

use std::path::{Path, PathBuf};
use std::process::{Command, Stdio};
use std::sync::atomic::{AtomicUsize, Ordering};
use std::time::{Duration, Instant};

use baocao::options::Paths;
use baocao::toolchain::Toolchain;
use baocao::typeset::typesetter::Typesetter;
use tempfile::TempDir;

use crate::{Row, median, ms, times};

const ROUNDS: usize = 9;

/// The argument that makes this program the bare loop.
pub(crate) const LOOP: &str = "loop";

/// Wall and CPU time of one process.
#[derive(Clone, Copy)]
struct Spent {
    wall: Duration,
    cpu: Duration,
}

/// CPU outside Typst, and throughput against the bare loop: the middle ones of ratios taken pair by pair, since the machine
/// may be faster in one minute than in the next.
pub(crate) fn outside() -> Vec<Row> {
    let markup = Markup::of(Path::new("inputs"));
    let folder = markup.folder();
    // On one thread the CPU time depends on little else.
    let alone = pairs(&folder, "1");
    let outside = alone.iter().map(|(full, bare)| 1.0 - times(bare.cpu, full.cpu));
    let pairs = pairs(&folder, "2");
    let throughput = pairs.iter().map(|(full, bare)| times(bare.wall, full.wall));
    let walls = |of: fn(&(Spent, Spent)) -> Duration| ms(median(pairs.iter().map(of).collect()));
    vec![
        Row {
            measure: "CPU outside Typst's compile and export, full build of the samples",
            figure: format!("{:.1} %", middle(outside) * 100.0),
            goal: "≤ 3 %",
        },
        Row {
            measure: "throughput against a bare loop",
            figure: format!(
                "{:.2} ({} reports: {} against {})",
                middle(throughput),
                sheets(&folder).len(),
                walls(|(full, _)| full.wall),
                walls(|(_, bare)| bare.wall)
            ),
            goal: "≥ 0,97",
        },
    ]
}

fn middle(ratios: impl Iterator<Item = f64>) -> f64 {
    let mut ratios: Vec<f64> = ratios.collect();
    ratios.sort_by(f64::total_cmp);
    ratios[ratios.len() / 2]
}

/// What `build --typst` writes of the reports of a folder of dossiers.
pub(crate) struct Markup(TempDir);

impl Markup {
    pub(crate) fn of(inputs: &Path) -> Self {
        let made = Self(tempfile::tempdir().expect("a folder"));
        let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
        program.args(["build", "--inputs"]).arg(inputs).arg("--typst").arg(made.folder());
        program.arg("--out").arg(made.0.path().join("out"));
        assert!(program.output().expect("the program").status.success(), "it builds");
        made
    }

    /// The folder of the markup, which is the root of its paths.
    pub(crate) fn folder(&self) -> PathBuf {
        self.0.path().join("typst")
    }
}

/// The markup of every report in a folder, in order of name. What lies beside it is the library's.
pub(crate) fn sheets(folder: &Path) -> Vec<PathBuf> {
    let files = walkdir::WalkDir::new(folder).sort_by_file_name().into_iter();
    let files = files.map(|file| file.expect("a file").into_path());
    let library = folder.join("van-ban-dang");
    let is_sheet = |path: &PathBuf| path.extension().is_some_and(|own| own == "typ");
    files.filter(|path| is_sheet(path) && !path.starts_with(&library)).collect()
}

/// Builds and bare loops in turn, the one first and then the other.
fn pairs(sheets: &Path, threads: &str) -> Vec<(Spent, Spent)> {
    let bare = || spent(Command::new(own_path()).arg(LOOP).arg(sheets).arg(threads));
    let full = || build(threads);
    let pair = |round: usize| {
        if round.is_multiple_of(2) {
            return (full(), bare());
        }
        let bare = bare();
        (full(), bare)
    };
    (0..ROUNDS).map(pair).collect()
}

fn own_path() -> PathBuf {
    std::env::current_exe().expect("this program")
}

/// A build of the samples into an empty folder.
fn build(threads: &str) -> Spent {
    let out = tempfile::tempdir().expect("a folder");
    let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
    spent(program.args(["build", "--jobs", threads, "--out"]).arg(out.path()))
}

/// Runs a process to its end.
fn spent(command: &mut Command) -> Spent {
    let (start, before) = (Instant::now(), cpu_of_children());
    let ended = command.stdout(Stdio::null()).stderr(Stdio::null()).status().expect("it starts");
    assert!(ended.success(), "it succeeds");
    Spent { wall: start.elapsed(), cpu: cpu_of_children().saturating_sub(before) }
}

/// CPU time of the processes that have ended, as the system counts it; none where it does not tell.
fn cpu_of_children() -> Duration {
    let told = std::fs::read_to_string("/proc/self/stat").unwrap_or_default();
    let after_name = told.rsplit(')').next().unwrap_or_default();
    let ticks = after_name.split_whitespace().skip(13).take(2);
    let ticks: u64 = ticks.filter_map(|ticks| ticks.parse::<u64>().ok()).sum();
    Duration::from_millis(10 * ticks)
}

/// The bare loop: lays out and exports every sheet of a folder.
pub(crate) fn bare_loop(folder: &Path, threads: &str) {
    let toolchain = Toolchain::open(&Paths::default()).expect("the toolchain opens");
    let files = sheets(folder);
    let number = threads.parse().expect("a number of threads");
    let threads = rayon::ThreadPoolBuilder::new().num_threads(number).stack_size(1 << 24).build();
    let (next, bytes) = (AtomicUsize::new(0), AtomicUsize::new(0));
    let one_after_another = || {
        while let Some(file) = files.get(next.fetch_add(1, Ordering::Relaxed)) {
            let markup = std::fs::read_to_string(file).expect("a sheet");
            let pdf = toolchain.typesetter.typeset(markup, "bare").expect("the report is laid out");
            Typesetter::forget(1);
            bytes.fetch_add(pdf.len(), Ordering::Relaxed);
        }
    };
    threads.expect("threads").scope(|scope| {
        (0..number).for_each(|_| scope.spawn(|_| one_after_another()));
    });
    let bytes = bytes.into_inner();
    assert!(bytes > 0, "PDFs are not empty");
}
