//! Forms for 168 units out, and filled in back. Dossiers are made up.

use std::io::{Cursor, Read, Write};
use std::path::Path;
use std::process::{Command, Stdio};
use std::time::{Duration, Instant};

use regex::Regex;
use zip::write::SimpleFileOptions;
use zip::{CompressionMethod, ZipArchive, ZipWriter};

use crate::process::Made;
use crate::{Row, median, ms};

const ROUNDS: usize = 5;
/// The part of a form with the cells for figures.
const SHEET: &str = "xl/worksheets/sheet1.xml";

/// 168 forms written, and read back with every figure filled in.
pub(crate) fn out_and_back() -> Vec<Row> {
    let made = Made::up(168, 2, 1);
    let period = made.last("inputs");
    let period = period.file_name().and_then(|name| name.to_str()).expect("a period");
    let out = |_| {
        _ = std::fs::remove_dir_all(made.path("out"));
        run(&made, &["form", period])
    };
    let written = median((0..ROUNDS).map(out).collect());
    fill(&made.last("out/bieu"));
    let read = |_| run(&made, &["import", "out/bieu", "--dry-run"]);
    let read = median((0..ROUNDS).map(read).collect());
    vec![
        Row { measure: "168 forms written", figure: ms(written), goal: "≤ 3 s" },
        Row {
            measure: "168 filled forms imported, without writing",
            figure: ms(read),
            goal: "≤ 3 s",
        },
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

/// Types a number into every cell for one.
fn fill(folder: &Path) {
    let cell = Regex::new(r#"<c r="(G\d+)" s="(\d+)"/>"#).expect("a pattern");
    for form in std::fs::read_dir(folder).expect("forms") {
        let path = form.expect("a form").path();
        let mut from =
            ZipArchive::new(Cursor::new(std::fs::read(&path).expect("a form"))).expect("a form");
        let mut to = ZipWriter::new(Cursor::new(Vec::new()));
        let stored = SimpleFileOptions::default().compression_method(CompressionMethod::Deflated);
        for at in 0..from.len() {
            let mut part = from.by_index(at).expect("a part");
            let (name, mut bytes) = (part.name().to_owned(), Vec::new());
            part.read_to_end(&mut bytes).expect("a part can be read");
            if name == SHEET {
                let xml = String::from_utf8(bytes).expect("UTF-8");
                let filled = cell.replace_all(&xml, r#"<c r="$1" s="$2"><v>5</v></c>"#);
                // The first such cell is for a date.
                bytes = filled.replacen("<v>5</v>", "", 1).into_bytes();
            }
            to.start_file(name, stored).expect("a part");
            to.write_all(&bytes).expect("a part is written");
        }
        std::fs::write(path, to.finish().expect("a form").into_inner()).expect("written");
    }
}
