//! The program clicked on, without a terminal: the page of its folder opens in the browser, whose key works once. Not for the command
//! `serve` as it is typed ([`super::security`]).

#![cfg(target_os = "linux")]
#![expect(clippy::disallowed_methods, reason = "a test puts its own program in place")]

use std::io::{BufRead, BufReader};
use std::os::unix::fs::PermissionsExt;
use std::process::{Command, Stdio};
use std::time::Duration;

use super::browser::Page;
use crate::dossier::Dossier;

/// Stands in for what opens addresses on a desktop: it writes down what it is asked for.
const OPENER: &str =
    "#!/bin/sh\nprintf %s \"$1\" > \"$OPENED.part\" && mv \"$OPENED.part\" \"$OPENED\"\n";

#[test]
fn who_clicks_on_the_program_sees_the_page_of_its_folder() {
    let dossier = Dossier::case("hai-xa").write("bin/xdg-open", OPENER);
    let opener = dossier.path("bin/xdg-open");
    std::fs::set_permissions(&opener, PermissionsExt::from_mode(0o755)).expect("its mode");
    let program = dossier.path("baocao");
    std::fs::copy(env!("CARGO_BIN_EXE_baocao"), &program).expect("the program");
    let written = dossier.path("da-mo");
    let elsewhere = Dossier::empty();
    let mut child = Command::new(&program)
        .current_dir(elsewhere.path(""))
        .env("DISPLAY", ":0")
        .env("PATH", dossier.path("bin").display().to_string() + ":/usr/bin:/bin")
        .env("OPENED", &written)
        .stdin(Stdio::null())
        .stdout(Stdio::piped())
        .stderr(Stdio::null())
        .spawn()
        .expect("it starts");
    let mut line = String::new();
    BufReader::new(child.stdout.as_mut().expect("what it prints"))
        .read_line(&mut line)
        .expect("a line");
    let address = line.trim().rsplit(' ').next().expect("an address").to_owned();
    let page = Page::of(child, dossier, &address);
    let asked = loop {
        if let Ok(asked) = std::fs::read_to_string(&written) {
            break asked;
        }
        std::thread::sleep(Duration::from_millis(20));
    };
    assert!(
        !asked.contains(&page.token),
        "what processes are started with is read by all: {asked}"
    );
    let path = asked.split_once(&page.host()).expect("its address").1.to_owned();
    let host = page.host();
    let first = page.ask(&format!("GET {path}"), &[("Host", &host)], "");
    assert_eq!((first.status, first.header("location")), (303, Some("/")));
    assert!(first.header("set-cookie").is_some_and(|cookie| cookie.contains(&page.token)));
    let again = page.ask(&format!("GET {path}"), &[("Host", &host)], "");
    assert_eq!(again.status, 403, "it opens once");
    assert!(page.get("/ho-so/hai-xa/2024-Q2").page().contains("Suối Bạc"), "of its own folder");
}
