//! What Typst itself costs: its own command line once a report, a report against its words as plain paragraphs, and the
//! bare loop in a process of its own.

use std::fmt::Write as _;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::time::{Duration, Instant};

use baocao::inspect::pdf::reader;
use baocao::inspect::text::assemble;
use baocao::options::Paths;
use baocao::toolchain::Toolchain;
use baocao::typeset::typesetter::Typesetter;

use crate::sheets::{Markup, sheets};
use crate::{Row, median, ms, times};

/// The argument by which this program lays one sheet out and does nothing else.
pub(crate) const BARE: &str = "bare";
const ROUNDS: usize = 15;
/// Every so many sample reports is laid out by the command line too.
const EVERY: usize = 8;
/// Units' reports whose layout is compared with that of their words.
const REPORTS: usize = 5;
/// Words of a plain paragraph.
const PARAGRAPH: usize = 80;

fn toolchain() -> Toolchain {
    Toolchain::open(&Paths::default()).expect("the toolchain opens")
}

/// Lays the sheet in one file out and writes its PDF: what a process costs at least.
pub(crate) fn bare(sheet: &Path, pdf: &Path) {
    let markup = std::fs::read_to_string(sheet).expect("a sheet");
    let bytes = toolchain().typesetter.typeset(markup, "bare").expect("the report is laid out");
    std::fs::write(pdf, bytes).expect("a PDF");
}

/// A process of the Typst command line for each report against one process for all.
pub(crate) fn against_the_cli() -> Vec<Row> {
    let version = Command::new("typst").arg("--version").output();
    if !version.is_ok_and(|told| String::from_utf8_lossy(&told.stdout).contains("0.15")) {
        return vec![Row {
            measure: "against the Typst CLI run once per report",
            figure: "no typst 0.15 on the path".to_owned(),
            goal: "≥ 5 times",
        }];
    }
    let (markup, out) = (Markup::of(Path::new("inputs")), tempfile::tempdir().expect("a folder"));
    let (root, all) = (markup.folder(), sheets(&markup.folder()));
    let some: Vec<&PathBuf> = all.iter().step_by(EVERY).collect();
    let begun = Instant::now();
    for sheet in &some {
        let mut command = Command::new("typst");
        command.args(["compile", "--ignore-system-fonts", "--pdf-standard", "a-2a,ua-1"]);
        command.arg("--font-path").arg(root.join("fonts")).arg("--root").arg(&root);
        let done = command.arg(sheet).arg(out.path().join("bao-cao.pdf")).output();
        let done = done.expect("the command line");
        assert!(done.status.success(), "{}", String::from_utf8_lossy(&done.stderr));
    }
    let cli = begun.elapsed();
    let begun = Instant::now();
    let mut program = Command::new(env!("CARGO_BIN_EXE_baocao"));
    let built = program.args(["build", "--out"]).arg(out.path().join("out")).output();
    assert!(built.expect("the program").status.success());
    let number = |sheets: usize| u32::try_from(sheets).expect("a number");
    let (cli, own) = (cli / number(some.len()), begun.elapsed() / number(all.len()));
    vec![Row {
        measure: "against the Typst CLI run once per report on the same markup",
        figure: format!("{:.1} times ({} against {} a report)", times(cli, own), ms(own), ms(cli)),
        goal: "≥ 5 times",
    }]
}

/// Units' quarterly reports against their own words, each after another of its sort, as in a build, and the first one alone.
pub(crate) fn template() -> Vec<Row> {
    let (toolchain, markup) = (toolchain(), Markup::of(Path::new("inputs")));
    let of_unit = |path: &PathBuf| {
        let name = path.file_stem().unwrap_or_default().to_string_lossy();
        !name.starts_with("tong-hop") && !name.starts_with("don-doc")
    };
    let all = sheets(&markup.folder()).into_iter().filter(of_unit);
    let read = |path: PathBuf| std::fs::read_to_string(path).expect("a sheet");
    let reports: Vec<String> = all.take(REPORTS).map(read).collect();
    let worded = |markup: &String| {
        let pdf = toolchain.typesetter.typeset(markup.clone(), "a").expect("the report");
        plain(&words(&pdf))
    };
    let plain: Vec<String> = reports.iter().map(worded).collect();
    let row = |measure, of: fn(&Toolchain, &[String]) -> Duration| {
        let (mut full, mut bare) = (Vec::new(), Vec::new());
        for _ in 0..ROUNDS {
            full.push(of(&toolchain, &reports));
            bare.push(of(&toolchain, &plain));
        }
        let (full, bare) = (median(full), median(bare));
        let figure = format!("{:.1} times ({} against {})", times(full, bare), ms(full), ms(bare));
        Row { measure, figure, goal: "≤ 1,3 times" }
    };
    vec![
        row(
            "Typst time of a unit's report in a build against its words as plain paragraphs",
            later,
        ),
        row("the same for the first report of a process", first),
    ]
}

/// The mean time of every sheet but the first, Typst's cache emptied before all.
fn later(toolchain: &Toolchain, sheets: &[String]) -> Duration {
    first(toolchain, sheets);
    let rest = &sheets[1..];
    let all: Duration = rest.iter().map(|sheet| laid_out(toolchain, sheet)).sum();
    all / u32::try_from(rest.len()).expect("a number")
}

/// The time of the first sheet, Typst's cache emptied before it.
fn first(toolchain: &Toolchain, sheets: &[String]) -> Duration {
    Typesetter::forget(0);
    laid_out(toolchain, &sheets[0])
}

/// One layout and export.
fn laid_out(toolchain: &Toolchain, markup: &str) -> Duration {
    let begun = Instant::now();
    toolchain.typesetter.typeset(markup.to_owned(), "a").expect("it is laid out");
    let taken = begun.elapsed();
    Typesetter::forget(1);
    taken
}

/// Every word of a finished report.
fn words(pdf: &[u8]) -> Vec<String> {
    let pages = reader::pages(pdf).expect("pages");
    let lines = pages.iter().enumerate().flat_map(|(at, page)| assemble::lines(&page.glyphs, at));
    lines.flat_map(|line| line.text().split(' ').map(str::to_owned).collect::<Vec<_>>()).collect()
}

/// The words as plain paragraphs in the same face, to the same standards.
fn plain(words: &[String]) -> String {
    let mut markup = String::from(
        "#set document(title: \"Bản thử\", date: datetime(year: 2024, month: 3, day: 1))\n#set text(font: \"Liberation Serif\", size: 14pt, lang: \"vi\")\n#set par(justify: true)\n",
    );
    for paragraph in words.chunks(PARAGRAPH) {
        let escaped = paragraph.join(" ").replace('\\', "\\\\").replace('"', "\\\"");
        _ = writeln!(markup, "#\"{escaped}\"\n");
    }
    markup
}
