//! Nothing printed or said changes by accident: a hash of every page of the samples and of a few cases, and of what the
//! commands say of them. Not for what is right: a page that changes for a reason changes its line in the same commit.
//!
//! `RENEW=1 cargo test --release baseline` writes both lists anew.
#![expect(clippy::disallowed_methods, reason = "the lists are files of the repository")]

use std::collections::{BTreeMap, BTreeSet};
use std::fmt::Write;

use crate::dossier::{Dossier, OutputFiles, SAMPLES, reports, repository};
use crate::many_units::{dossier_in, units};
use crate::specimen::examples;

/// The hash of every PDF.
const PAGES: &str = "tests/hashes.txt";
/// The hash of what commands print.
const WORDS: &str = "tests/hashes-words.txt";

/// Commands, run in the folder of the samples with their reports in `out/`.
const SAID: &[&str] = &[
    "check",
    "check --format short",
    "check --format json",
    "check --strict lac-duong",
    "check --unit lat",
    "check --period 2024-Q9",
    "build --why",
    "explain V07",
    "explain lac-duong 2024-Q1 lat",
    "explain lac-duong 2024-Q1 tong-hop bhyt",
    "explain lac-duong 2024-Q1 tong-hop xa_nhs_ysn",
    "explain lac-duong 2024-Q1 tong-hop xa_tcqg",
    "explain lac-duong 2024-Q2 da-nhim tyt_bac_si",
    "explain lac-duong 2024-Q2 dung-kno bhyt",
    "explain lac-duong 2024-Q2 thi-tran-lac-duong thon_nvyt",
    "explain lac-duong 2024-Q3 tong-hop bs_10k",
    "explain lac-duong 2024-Q3 tong-hop dan_so",
    "explain lac-duong 2024-Q3 tong-hop bhyt --format json",
    "explain lac-duong 2024-Q4 lat bhyt --format json",
    "explain ninh-hai 2024-Q4 tong-hop bhyt",
    "explain lam-dong-2026 2026-Q3 tong-hop dan_so",
    "inspect --profile hd05 out/lac-duong/2024-Q2/lat.pdf",
    "import inputs/bang-mau/bang-quy-3.xlsx lac-duong --period 2024-Q3 --dry-run",
    "import bang-loi.xlsx lac-duong --period 2024-Q3 --dry-run",
    "import bang-loi.xlsx lac-duong --period 2024-Q3 --dry-run --format json",
    "schema --help",
    "help",
    "khong-co",
];

/// A case as commands are run on it.
fn cases() -> Vec<(&'static str, Dossier)> {
    let many = dossier_in("2024-Q4", &units());
    let given = ["hostile", "foreign", "hai-xa", "corpus"];
    let given = given.into_iter().map(|name| (name, case(name)));
    given.chain([("many-units", many)]).collect()
}

/// A case of the repository; the files of the corpus are returns of one unit, a plan's each.
fn case(name: &str) -> Dossier {
    if name != "corpus" {
        return Dossier::case(name);
    }
    let files = crate::dossier::files(&repository().join("tests/cases/corpus"));
    let returns = files.into_iter().filter(|(name, _)| name.ends_with("yaml"));
    let base = Dossier::case("hai-xa").read("inputs/hai-xa/ke-hoach.yaml");
    returns.fold(Dossier::empty(), |dossier, (file, bytes)| {
        let id = file.trim_end_matches(".yaml").to_ascii_lowercase();
        let plan = base.replacen("ma: hai-xa", &format!("ma: {id}"), 1);
        dossier
            .write(&format!("inputs/{id}/ke-hoach.yaml"), plan)
            .write(&format!("inputs/{id}/2024-Q1/suoi-bac.yaml"), bytes)
    })
}

/// A sorted list: a name and a hash a line.
type Hashes = BTreeMap<String, String>;

fn hash(bytes: &[u8]) -> String {
    blake3::hash(bytes).to_hex()[..32].to_owned()
}

fn hashes(prefix: &str, output_files: &OutputFiles) -> Hashes {
    let named =
        |name: &str| (format!("{prefix}/{name}.pdf"), hash(&output_files[&format!("{name}.pdf")]));
    reports(output_files).into_iter().map(named).collect()
}

fn said(dossier: &Dossier, words: &str) -> String {
    let told = dossier.run(words.split(' '));
    hash(format!("{}\n{}\n{}", told.code, told.stdout, told.stderr).as_bytes())
}

/// Holds a list to the one in the repository, or writes it anew when `RENEW` is set.
fn must_be(list: &str, now: &Hashes) {
    let line = |text: String, (name, hash): (&String, &String)| text + hash + "  " + name + "\n";
    let text = now.iter().fold(String::new(), line);
    let path = repository().join(list);
    if std::env::var_os("RENEW").is_some() {
        return std::fs::write(path, text).expect("the list is written");
    }
    let before = std::fs::read_to_string(path).unwrap_or_default();
    let (old, new): (BTreeSet<&str>, BTreeSet<&str>) =
        (before.lines().collect(), text.lines().collect());
    let mut other = String::new();
    for line in old.symmetric_difference(&new) {
        _ = writeln!(other, "{} {line}", if old.contains(line) { "-" } else { "+" });
    }
    assert!(
        other.is_empty(),
        "{list} says otherwise; read what changed, then `RENEW=1 cargo test --release baseline`:\n{other}"
    );
    assert_eq!(before, text, "{list} is not sorted");
}

#[test]
fn no_page_changes_without_its_line() {
    let mut now = hashes("samples", &SAMPLES.1);
    for (name, dossier) in cases().iter().filter(|(name, _)| *name != "corpus") {
        // Of many units the roll-up is enough.
        let only: &[&str] = if *name == "many-units" { &["--unit", "tong-hop"] } else { &[] };
        dossier.run(["build"].into_iter().chain(only.iter().copied()));
        now.extend(hashes(name, &dossier.output_files()));
    }
    for document in examples() {
        let name = format!("components/{}.{}", document.name, document.profile);
        now.insert(name, hash(&document.bytes));
    }
    assert!(now.len() > 110, "{} pages", now.len());
    must_be(PAGES, &now);
}

#[test]
fn no_word_changes_without_its_line() {
    let pages = |dossier: Dossier, (name, bytes): (&String, &Vec<u8>)| {
        dossier.write(&format!("out/{name}"), bytes)
    };
    let samples = Dossier::samples().with_files("tests/cases/import");
    let samples = SAMPLES.1.iter().fold(samples, pages);
    let mut now = Hashes::new();
    for words in SAID {
        now.insert(format!("samples: {words}"), said(&samples, words));
    }
    let pages: Vec<String> =
        reports(&SAMPLES.1).iter().map(|name| format!("out/{name}.pdf")).collect();
    let inspect = ["inspect", "--format", "json"].into_iter();
    let told = samples.run(inspect.chain(pages.iter().map(String::as_str)));
    now.insert("samples: inspect --format json".to_owned(), hash(told.stdout.as_bytes()));
    for (name, dossier) in &cases() {
        for words in ["check --format json", "check"] {
            now.insert(format!("{name}: {words}"), said(dossier, words));
        }
    }
    must_be(WORDS, &now);
}
