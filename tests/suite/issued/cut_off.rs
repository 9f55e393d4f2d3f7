//! Two who issue at once, and commands that are cut off at any moment: no gap, no double, every number's files whole.

use std::process::{Child, Command, Stdio};
use std::time::Duration;

use super::{PLAN, REGISTER, two_communes};
use crate::dossier::Dossier;

/// How often it is tried, and how many documents are issued; `ISSUES=500` makes it the whole story.
#[expect(clippy::disallowed_methods, reason = "how long a test goes on is asked of who runs it")]
fn rounds() -> usize {
    std::env::var("ISSUES").ok().and_then(|typed| typed.parse().ok()).unwrap_or(40)
}

/// So many communes that each round has one to number.
fn communes(count: usize) -> Dossier {
    let dossier = two_communes();
    let units: Vec<String> = (1..=count)
        .map(|at| format!("  - {{ ma: xa-{at}, loai: xã, ten: \"{}\" }}\n", name(at)))
        .collect();
    let units = units.concat();
    let dossier = dossier.replace(
        PLAN,
        "don_vi:\n  - { ma: suoi-bac",
        &format!("don_vi:\n{units}  - {{ ma: suoi-bac"),
    );
    // One body issues them all: one series.
    let dossier =
        dossier.replace(PLAN, "co_quan: \"Đảng ủy {loai} {ten}\"", "co_quan: Huyện ủy Đồi Xanh");
    let own = dossier.read("inputs/hai-xa/2024-Q2/doi-may.yaml");
    for at in 1..=count {
        let text = own.replace("don_vi: doi-may", &format!("don_vi: xa-{at}"));
        dossier.put(&format!("inputs/hai-xa/2024-Q2/xa-{at}.yaml"), text);
    }
    dossier
}

/// A name of syllables.
fn name(at: usize) -> String {
    let syllables = ["An", "Bình", "Châu", "Dương", "Giang", "Hòa", "Khánh", "Lâm", "Minh", "Nam"];
    format!("{} {} {}", syllables[at / 100 % 10], syllables[at / 10 % 10], syllables[at % 10])
}

fn start(dossier: &Dossier, unit: usize) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.args([
        "issue",
        "hai-xa",
        "2024-Q2",
        &format!("xa-{unit}"),
        "--date",
        "2024-06-18",
        "--with-warnings",
    ]);
    command.current_dir(dossier.path("")).stdout(Stdio::null()).stderr(Stdio::null());
    command.spawn().expect("the program starts")
}

/// The numbers in the register, in order.
fn numbers(dossier: &Dossier) -> Vec<u32> {
    let register = dossier.read(REGISTER);
    let numbers = register.lines().filter_map(|line| line.strip_prefix("    so: "));
    numbers.map(|number| number.parse().expect("a number")).collect()
}

#[track_caller]
fn is_sound(dossier: &Dossier, when: &str) {
    let told = dossier.run(["register", "--format", "short"]).stderr;
    assert!(!told.contains("[S01]") && !told.contains("[S02]"), "{when}: {told}");
}

#[test]
fn kills_and_two_issuers_at_once_leave_no_gap_no_double_and_no_half_entry() {
    let count = rounds();
    let dossier = communes(count);
    let mut seed = 7_u64;
    let mut left: Vec<usize> = (1..=count).collect();
    let mut kills = 0;
    while !left.is_empty() {
        let pair: Vec<usize> = left.iter().rev().take(2).copied().collect();
        let mut under_way: Vec<Child> = pair.iter().map(|unit| start(&dossier, *unit)).collect();
        seed = seed.wrapping_mul(6_364_136_223_846_793_005).wrapping_add(1_442_695_040_888_963_407);
        if kills < count * 2 / 5 {
            std::thread::sleep(Duration::from_millis((seed >> 33) % 900));
            under_way[0].kill().expect("a kill");
            kills += 1;
        }
        for child in &mut under_way {
            child.wait().expect("an end");
        }
        is_sound(&dossier, &format!("after {kills} kills"));
        let register =
            if dossier.is_there(REGISTER) { dossier.read(REGISTER) } else { String::new() };
        left.retain(|unit| !register.contains(&format!("hai-xa/2024-Q2/xa-{unit}\"")));
    }
    let expected: Vec<u32> = (1..=u32::try_from(count).expect("a count")).collect();
    assert_eq!(numbers(&dossier), expected);
    assert!(kills >= count / 4, "{kills} kills");
    let told = dossier.run(["register", "--format", "short"]).ends_with(0).stderr;
    assert!(!told.contains("[S0"), "{told}");
}
