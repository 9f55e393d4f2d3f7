//! Builds that are cut off, at any moment and by anybody: afterwards every PDF is whole, old or new, none is lost, and
//! the next build is right. Not for disks that fail ([`crate::failing_disk`]).
#![expect(
    clippy::disallowed_methods,
    reason = "the tests hold the lock and remove the folder under way"
)]

use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use crate::dossier::{Dossier, OutputFiles, SAMPLES, reports};
use crate::told::Told;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
/// Words of the plan that every report prints, in two versions.
const VERSIONS: [&str; 2] = ["gia_tri: 100, nam: 2025", "gia_tri: 99, nam: 2025"];
const KILLS: usize = 200;

/// A program under way in the folder of a dossier.
fn start(dossier: &Dossier, arguments: &[&str]) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.args(arguments).current_dir(dossier.path(""));
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

/// Numbers that look random and are the same every time (`SplitMix64`).
struct Chance(u64);

impl Chance {
    fn below(&mut self, limit: u64) -> u64 {
        self.0 = self.0.wrapping_add(0x9e37_79b9_7f4a_7c15);
        let mixed = (self.0 ^ (self.0 >> 30)).wrapping_mul(0xbf58_476d_1ce4_e5b9);
        let mixed = (mixed ^ (mixed >> 27)).wrapping_mul(0x94d0_49bb_1331_11eb);
        (mixed ^ (mixed >> 31)) % limit
    }
}

/// What a clean build of each version leaves.
fn versions() -> [OutputFiles; 2] {
    VERSIONS.map(|words| {
        let dossier = Dossier::case("hai-xa").replace(PLAN, VERSIONS[0], words);
        dossier.build().ends_with(0);
        dossier.output_files()
    })
}

#[track_caller]
fn every_pdf_is_whole(dossier: &Dossier, versions: &[OutputFiles; 2], when: &str) {
    let output_files = dossier.output_files();
    for name in reports(&versions[0]).iter().map(|name| format!("{name}.pdf")) {
        let own = output_files.get(&name).unwrap_or_else(|| panic!("{when}: {name} is lost"));
        assert!(versions.iter().any(|version| version[&name] == *own), "{when}: {name} is torn");
    }
}

#[test]
fn two_hundred_kills_tear_and_lose_nothing() {
    let versions = versions();
    let mut dossier = Dossier::case("hai-xa");
    let begun = Instant::now();
    dossier.build().ends_with(0);
    let whole = u64::try_from(begun.elapsed().as_millis()).expect("a time").max(20);
    let mut chance = Chance(25);
    for round in 1..=KILLS {
        let [from, to] = if round % 2 == 1 { [0, 1] } else { [1, 0] };
        dossier = dossier.replace(PLAN, VERSIONS[from], VERSIONS[to]);
        let mut child = start(&dossier, &["build"]);
        std::thread::sleep(Duration::from_millis(chance.below(whole)));
        child.kill().expect("a kill");
        child.wait().expect("an end");
        every_pdf_is_whole(&dossier, &versions, &format!("kill {round}"));
        if round % 25 == 0 {
            dossier.build().ends_with(0);
            assert!(dossier.output_files() == versions[to], "after kill {round}");
        }
    }
}

#[test]
fn what_a_killed_build_left_half_done_is_swept_up() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let clean = dossier.output_files();
    let dossier = dossier
        .write("out/.baocao/khoa", "dang chay\n")
        .write("out/hai-xa/2024-Q1/.baocao-x1.tmp", "%PDF half");
    dossier.build().ends_with(0);
    assert!(dossier.output_files() == clean);
}

#[test]
fn only_one_build_at_a_time_writes_to_a_folder() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let lock = std::fs::File::open(dossier.path("out/.baocao/khoa")).expect("the lock");
    lock.lock().expect("locked");
    let told = dossier.build().ends_with(2);
    assert!(told.stderr.contains("một lần chạy khác đang ghi"), "{}", told.stderr);
    assert!(told.stderr.contains("--out"), "what to do: {}", told.stderr);
    dossier.run(["check"]).ends_with(0);
    drop(lock);
    dossier.build().ends_with(0);
}

#[test]
fn two_builds_at_once_leave_what_one_leaves() {
    let [clean, _] = versions();
    for _ in 0..5 {
        let dossier = Dossier::case("hai-xa");
        let both = [start(&dossier, &["build"]), start(&dossier, &["build"])];
        let codes = both.map(|child| Told::new(&child.wait_with_output().expect("an end")).code);
        assert!(codes.contains(&0) && codes.iter().all(|code| [0, 2].contains(code)), "{codes:?}");
        assert!(dossier.output_files() == clean);
    }
}

/// Waits until so many reports of a build under way are there.
#[track_caller]
fn wait_for(dossier: &Dossier, number: usize) {
    let begun = Instant::now();
    while reports(&dossier.output_files()).len() < number {
        assert!(begun.elapsed() < Duration::from_mins(2), "no report came");
        std::thread::sleep(Duration::from_millis(2));
    }
}

#[test]
fn an_output_folder_removed_under_way_is_made_again() {
    let dossier = Dossier::samples();
    let child = start(&dossier, &["build", "ninh-hai"]);
    wait_for(&dossier, 3);
    _ = std::fs::remove_dir_all(dossier.path("out"));
    Told::new(&child.wait_with_output().expect("an end"));
    dossier.run(["build", "ninh-hai"]).ends_with(0);
    let output_files = dossier.output_files();
    let all = SAMPLES.1.iter().filter(|(name, _)| name.starts_with("ninh-hai/"));
    for (name, bytes) in all {
        assert!(output_files.get(name) == Some(bytes), "{name}");
    }
}

#[cfg(unix)]
#[test]
fn a_build_that_is_asked_to_stop_keeps_what_is_done() {
    for signal in ["-INT", "-TERM"] {
        stops_at(signal);
    }
}

#[cfg(unix)]
#[track_caller]
fn stops_at(signal: &str) {
    let dossier = Dossier::samples();
    let child = start(&dossier, &["build", "ninh-hai"]);
    wait_for(&dossier, 3);
    let asked = Command::new("kill").args([signal, &child.id().to_string()]).status();
    assert!(asked.expect("kill").success());
    let told = Told::new(&child.wait_with_output().expect("an end"));
    assert!(told.stdout.contains("đã dừng theo yêu cầu"), "{}", told.stdout);
    assert_eq!(told.code, 1);
    let [done, ..] = told.counts();
    assert!(done >= 3, "{}", told.stdout);
    let rest = dossier.run(["build", "ninh-hai"]).ends_with(0);
    assert_eq!(rest.counts()[1], done, "what was done is not done again");
}
