//! The program as a clerk runs it: the time until a PDF is there. Dossiers are made up.

use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant, SystemTime};

use tempfile::TempDir;

use crate::made_up::Shape;
use crate::sheets::{Markup, sheets};
use crate::{Row, median, ms, typst};

const ROUNDS: usize = 9;
/// A figure every made-up return has.
pub(crate) const FIGURE: &str = "  ho_nuoc_may: ";
const BREATH: Duration = Duration::from_micros(200);
const LONGEST: Duration = Duration::from_mins(2);

/// A folder with made-up inputs.
pub(crate) struct Made(TempDir);

impl Made {
    pub(crate) fn up(units: u32, quarters: u32, dossiers: u32) -> Self {
        let folder = tempfile::tempdir().expect("a folder");
        let shape = Shape { units, quarters, dossiers, seed: 1 };
        shape.write(&folder.path().join("inputs")).expect("made-up inputs");
        Self(folder)
    }

    pub(crate) fn path(&self, below: &str) -> PathBuf {
        self.0.path().join(below)
    }

    pub(crate) fn start(&self, command: &str) -> Child {
        let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
        program.args(command.split(' ')).current_dir(self.0.path());
        program.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
    }

    /// The time a whole run takes.
    pub(crate) fn run(&self) -> Duration {
        let begun = Instant::now();
        let ended = self.start("build --jobs 2").wait().expect("it ends");
        assert!(ended.success(), "the made-up dossiers are right");
        begun.elapsed()
    }

    /// The last period's folder of the first dossier, below `inputs/` or `out/`.
    pub(crate) fn last(&self, below: &str) -> PathBuf {
        let folder = self.path(below).join("mau-01");
        let periods =
            std::fs::read_dir(&folder).expect("periods").map(|one| one.expect("one").path());
        periods.filter(|path| path.to_string_lossy().contains("-Q")).max().expect("a period")
    }

    /// A return of the last period and the name of its unit.
    pub(crate) fn a_return(&self) -> (PathBuf, String) {
        let files = std::fs::read_dir(self.last("inputs")).expect("returns");
        let paths = files.map(|file| file.expect("a file").path());
        let has =
            |path: &PathBuf| std::fs::read_to_string(path).is_ok_and(|text| text.contains(FIGURE));
        let path = paths.filter(has).min().expect("a return with the figure");
        let name = path.file_stem().expect("a name").to_string_lossy().into_owned();
        (path, name)
    }

    /// Lowers one figure of one unit by 1; its name.
    pub(crate) fn edit(&self) -> String {
        let (path, name) = self.a_return();
        let text = std::fs::read_to_string(&path).expect("a return");
        let at = text.find(FIGURE).expect("the figure") + FIGURE.len();
        let digits: String = text[at..].chars().take_while(char::is_ascii_digit).collect();
        let less = digits.parse::<u64>().expect("a number") - 1;
        let edited = format!("{}{less}{}", &text[..at], &text[at + digits.len()..]);
        std::fs::write(path, edited).expect("an edit");
        name
    }
}

fn written(path: &Path) -> Option<SystemTime> {
    std::fs::metadata(path).and_then(|data| data.modified()).ok()
}

/// Waits until each of the files is another than before.
fn until(files: &[PathBuf], before: &[Option<SystemTime>], begun: Instant) -> Vec<Duration> {
    let mut taken = vec![None; files.len()];
    while taken.iter().any(Option::is_none) {
        for (at, file) in files.iter().enumerate() {
            let now = written(file);
            if taken[at].is_none() && now.is_some() && now != before[at] {
                taken[at] = Some(begun.elapsed());
            }
        }
        assert!(begun.elapsed() < LONGEST, "no new PDF: {files:?}");
        std::thread::sleep(BREATH);
    }
    taken.into_iter().flatten().collect()
}

/// The first report of a cold process against the bare loop in one.
pub(crate) fn first() -> Vec<Row> {
    let made = Made::up(1, 1, 1);
    let markup = Markup::of(&made.path("inputs"));
    let unit = made.a_return().1;
    let mut sheets = sheets(&markup.folder()).into_iter();
    let sheet = sheets.find(|path| path.file_stem().is_some_and(|name| *name == *unit));
    let sheet = sheet.expect("the unit's sheet");
    made.run();
    let unit = made.last("out").join(format!("{unit}.pdf"));
    let (mut own, mut bare) = (Vec::new(), Vec::new());
    for _ in 0..ROUNDS {
        std::fs::remove_dir_all(made.path("out")).expect("removed");
        let begun = Instant::now();
        let mut child = made.start("build --jobs 2");
        own.extend(until(std::slice::from_ref(&unit), &[None], begun));
        child.wait().expect("an end");
        let pdf = made.path("bare.pdf");
        _ = std::fs::remove_file(&pdf);
        let begun = Instant::now();
        let mut child = Command::new(std::env::current_exe().expect("this program"))
            .arg(typst::BARE)
            .args([&sheet, &pdf])
            .spawn()
            .expect("it starts");
        bare.extend(until(&[pdf], &[None], begun));
        child.wait().expect("an end");
    }
    let (own, bare) = (median(own), median(bare));
    vec![Row {
        measure: "first report of a cold process, against a bare loop in one",
        figure: format!("{} against {}", ms(own), ms(bare)),
        goal: "+ 10 ms",
    }]
}

/// 168 units and four quarters: nothing to do; one edit of the last quarter, whose reports are those of the year, with charts.
pub(crate) fn four_quarters() -> Vec<Row> {
    let made = Made::up(168, 4, 1);
    made.run();
    made.run();
    let nothing = median((0..ROUNDS).map(|_| made.run()).collect());
    let measure = "nothing to do, 168 units × 4 quarters";
    let nothing = Row { measure, figure: ms(nothing), goal: "≤ 100 ms" };
    let measures = [
        "one edited figure among 168 units, new process: the year's report of a unit; roll-up",
        "the same in `watch`: the year's report of a unit; roll-up",
    ];
    std::iter::once(nothing).chain(one_edit(&made, measures)).collect()
}

/// 168 units and one quarter: one edit.
pub(crate) fn one_quarter() -> Vec<Row> {
    let made = Made::up(168, 1, 1);
    made.run();
    let measures = [
        "one edited figure among 168 units, new process: a unit's quarterly report; roll-up",
        "the same in `watch`: a unit's quarterly report; roll-up",
    ];
    one_edit(&made, measures).into()
}

/// One edit in a new process, and one under `watch`.
fn one_edit(made: &Made, [process, watch]: [&'static str; 2]) -> [Row; 2] {
    let (unit, area) = edits(made, true);
    let mut watching = made.start("watch --jobs 2");
    std::thread::sleep(Duration::from_secs(2));
    let (watched_unit, watched_area) = edits(made, false);
    watching.kill().expect("an end");
    watching.wait().expect("an end");
    let both = |unit, area| format!("{}; {}", ms(unit), ms(area));
    [
        Row { measure: process, figure: both(unit, area), goal: "≤ 120 ms; ≤ 600 ms" },
        Row {
            measure: watch, figure: both(watched_unit, watched_area), goal: "≤ 60 ms; ≤ 450 ms"
        },
    ]
}

/// The time from an edit to the unit's PDF and the roll-up.
pub(crate) fn edits(made: &Made, start: bool) -> (Duration, Duration) {
    let (mut units, mut areas) = (Vec::new(), Vec::new());
    let folder = made.last("out");
    for _ in 0..ROUNDS {
        let files =
            [folder.join(format!("{}.pdf", made.a_return().1)), folder.join("tong-hop.pdf")];
        let before = files.each_ref().map(|file| written(file));
        made.edit();
        let begun = Instant::now();
        let child = start.then(|| made.start("build --jobs 2"));
        let taken = until(&files, &before, begun);
        units.push(taken[0]);
        areas.push(taken[1]);
        match child {
            Some(mut child) => _ = child.wait().expect("an end"),
            // What is remembered is written after the PDFs.
            None => std::thread::sleep(Duration::from_millis(500)),
        }
    }
    (median(units), median(areas))
}
