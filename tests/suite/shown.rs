//! What is shown is text, and shown or told that it is not: no character of an input moves the terminal, and output that cannot be
//! written is an error. Not for pages ([`crate::hostile`]).
#![cfg_attr(
    target_os = "linux",
    expect(clippy::disallowed_methods, reason = "the tests open a device that is always full")
)]

#[cfg(target_os = "linux")]
use std::process::{Command, Stdio};

use crate::dossier::Dossier;

const ESCAPE: &str = "\u{1b}[31m";

/// Whether a terminal would obey any of it.
fn is_obeyed(text: &str) -> bool {
    let turns = |c| matches!(c, '\u{202a}'..='\u{202e}' | '\u{2066}'..='\u{2069}');
    text.chars().any(|c| turns(c) || (c.is_control() && c != '\n' && c != '\t'))
}

#[test]
fn no_control_character_of_a_name_value_or_cell_reaches_the_terminal() {
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let odd = format!("{ESCAPE}\u{9b}2J\u{202e}\u{7f}");
    #[cfg(not(windows))] // where no name may hold such characters
    let named = format!("inputs/hai-xa/2024-Q1/lạ{odd}.yaml");
    let table = format!("xã;dan_so\nSuối Bạc;10{odd}\nLạ{odd};5\n");
    let key = "\"kh\\e[31m\\x9b\": 1\n";
    let cases = [
        #[cfg(not(windows))]
        (Dossier::case("hai-xa").write(&named, "a: 1\n"), vec!["check"]),
        (Dossier::case("hai-xa").edit(path, |text| format!("{text}{key}")), vec!["check"]),
        (Dossier::case("hai-xa"), vec!["build", "--why", "--unit", &odd]),
        (Dossier::case("hai-xa"), vec!["check", &odd]),
        (Dossier::case("hai-xa"), vec!["inspect", &odd]),
        (Dossier::case("hai-xa"), vec!["explain", "hai-xa", "2024-Q1", "suoi-bac", &odd]),
        (
            Dossier::case("hai-xa").write("bang.csv", table),
            vec!["import", "bang.csv", "--period", "2024-Q1"],
        ),
    ];
    for (dossier, arguments) in cases {
        for format in ["human", "short", "json"] {
            let told = dossier.run(arguments.iter().copied().chain(["--format", format]));
            let said = format!("{}{}", told.stdout, told.stderr);
            assert!(!is_obeyed(&said), "{arguments:?} {format}: {said:?}");
            assert_ne!(told.code, 0, "{arguments:?} {format}: {said}");
        }
    }
}

#[cfg(target_os = "linux")]
#[test]
fn standard_output_that_cannot_be_written_is_an_error_and_a_closed_pipe_is_none() {
    let dossier = Dossier::case("hai-xa").write("bang.csv", "xã;dan_so\nSuối Bạc;1000\n");
    for arguments in [
        &["check"][..],
        &["build", "--why"],
        &["check", "--format", "json", "lạ"],
        &["explain"],
        &["explain", "V01"],
        &["schema"],
        &["--help"],
        &["import", "bang.csv", "--period", "2024-Q1"],
    ] {
        let full = std::fs::File::options().write(true).open("/dev/full").expect("a full device");
        let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
        command.args(arguments).current_dir(dossier.path("")).stdout(full);
        let output = command.stderr(Stdio::piped()).output().expect("the program starts");
        let said = String::from_utf8_lossy(&output.stderr);
        assert_eq!(output.status.code(), Some(2), "{arguments:?}: {said}");
        let told = said.contains("không ghi được kết quả ra nơi nhận (ổ đĩa hết chỗ)");
        assert!(told || arguments.contains(&"lạ"), "{arguments:?}: {said}");
    }
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.args(["explain"]).stdout(Stdio::piped()).stderr(Stdio::piped());
    let mut child = command.spawn().expect("the program starts");
    drop(child.stdout.take());
    assert_eq!(child.wait().expect("an end").code(), Some(0), "somebody read enough");
}
