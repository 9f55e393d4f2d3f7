//! CONTRIBUTING.md and the justfile speak of what is there: rooms, files, tests, commands. Not for what users are told
//! ([`crate::docs`]).
#![expect(clippy::disallowed_methods, reason = "the files of the repository are looked for")]

use std::process::Command;

use regex::Regex;

use crate::dossier::{repository, text_of};
use crate::layers::drawn;

fn text(path: &str) -> String {
    text_of(path).unwrap_or_else(|| panic!("no {path}"))
}

/// What the first group of a pattern is in each of its matches.
fn all<'t>(pattern: &str, text: &'t str) -> Vec<&'t str> {
    let pattern = Regex::new(pattern).expect("a pattern");
    pattern.captures_iter(text).map(|found| found.get(1).expect("a group").as_str()).collect()
}

/// The commands the page shows.
fn shown(page: &str) -> Vec<&str> {
    all(r"(?s)```sh\n(.*?)```", page).into_iter().flat_map(str::lines).collect()
}

/// How many tests of this program have these words in their names.
fn tests_with(words: &str) -> usize {
    let own = std::env::current_exe().expect("this program");
    let listed = Command::new(own).args(["--list", words]).output().expect("this program starts");
    String::from_utf8_lossy(&listed.stdout).matches(": test\n").count()
}

/// The commands of the justfile, without what may be added to them.
fn recipes() -> Vec<String> {
    let bare = |line: &str| {
        let fixed = line.split("{{").next().unwrap_or_default();
        fixed.trim_end_matches([' ', '-']).to_owned()
    };
    let text = text("justfile");
    let lines = text.lines().filter_map(|line| line.strip_prefix("    "));
    lines.filter(|line| !line.starts_with('@')).map(bare).collect()
}

#[test]
fn every_room_has_its_line_in_the_order_of_the_layers() {
    let page = text("CONTRIBUTING.md");
    let rows = all(r"(?m)^\| (`[a-z_`, ]+`) \|", &page);
    let told: Vec<&str> = rows.into_iter().flat_map(|row| all("`([a-z_]+)`", row)).collect();
    let layers = drawn();
    let layer = |room: &&str| layers.iter().position(|rooms| rooms.iter().any(|own| own == room));
    let places: Vec<usize> =
        told.iter().map(|room| layer(room).unwrap_or_else(|| panic!("no room {room}"))).collect();
    assert!(places.is_sorted(), "out of order: {told:?}");
    assert_eq!(told.len(), layers.concat().len(), "rooms without a line: {layers:?}");
}

#[test]
fn every_path_it_names_is_there() {
    let page = text("CONTRIBUTING.md");
    let named = all(r"`([\w.-]+/[\w./-]*)`", &page);
    let places = [repository().to_owned(), repository().join("report-templates")];
    for path in &named {
        assert!(places.iter().any(|place| place.join(path).exists()), "no {path}");
    }
    assert!(named.len() > 20, "{named:?}");
}

#[test]
fn every_section_it_sends_to_is_there() {
    let (page, guide, readme) = (text("CONTRIBUTING.md"), text("TRA-CUU.md"), text("README.md"));
    for number in all(r"section (\d+)", &page) {
        assert!(guide.contains(&format!("\n## {number}. ")), "no section {number}");
    }
    let named = all("README.md, “([^”]+)”", &page);
    assert!(named.len() > 1 && named.iter().all(|name| readme.contains(&format!("\n## {name}\n"))));
}

#[test]
fn every_command_it_shows_does_something() {
    let page = text("CONTRIBUTING.md");
    for line in shown(&page) {
        let words: Vec<&str> = line.split(' ').skip_while(|word| word.contains('=')).collect();
        match words.as_slice() {
            ["cargo", "test", "--release", "--test", "suite", "--", filter]
            | ["cargo", "test", "--release", filter] => {
                assert!(tests_with(filter) > 0, "no test is run by: {line}");
            }
            ["cargo", "fuzz", "run", "-s", "none", target, ..] => {
                let file = format!("fuzz/fuzz_targets/{target}.rs");
                assert!(repository().join(&file).is_file(), "no {file}");
            }
            ["cargo", "build" | "test", "--release"] => {}
            ["cargo", "clippy", rest @ ..] => {
                let held = text(".ci/run").replace(" --quiet", "");
                assert!(held.contains(&rest.join(" ")), "not what .ci/run does: {line}");
            }
            ["bash", script] => assert!(repository().join(script).is_file(), "no {script}"),
            _ => panic!("nobody knows what this does: {line}"),
        }
    }
}

#[test]
fn every_recipe_is_a_command_that_is_known_without_it() {
    let known = ["CONTRIBUTING.md", ".ci/run"].map(text).concat();
    let recipes = recipes();
    for command in &recipes {
        assert!(known.contains(command.as_str()), "neither page nor .ci/run says: {command}");
    }
    let names = all(r"(?m)^([a-z]+)\b.*:$", &text("justfile")).join(" ");
    assert_eq!(names, "check test renew bench docs ci fuzz");
    assert_eq!(recipes.len(), names.split(' ').count(), "a recipe is one line: {recipes:?}");
}
