//! The Rust version the manifest promises is enough for every dependency, and the one people are told. That our own code
//! keeps to it is held by clippy (`incompatible_msrv`).

use std::process::Command;

use serde_json::Value;

use crate::dossier::{repository, text_of};

/// A version as numbers: `1.92` and `1.92.0` are the same.
fn parts(version: &str) -> [u32; 3] {
    let mut parts = version.split('.').map(|part| part.parse().expect("a number"));
    [(); 3].map(|()| parts.next().unwrap_or(0))
}

/// Every package of Cargo.lock, for whatever system: its name, and the Rust version it asks for.
fn packages() -> Vec<(String, Option<String>)> {
    let mut cargo = Command::new(env!("CARGO"));
    cargo.args(["metadata", "--locked", "--format-version", "1"]).current_dir(repository());
    let output = cargo.output().expect("cargo starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
    let read: Value = serde_json::from_slice(&output.stdout).expect("JSON");
    let text = |package: &Value, key| package[key].as_str().map(str::to_owned);
    let packages = read["packages"].as_array().expect("packages").iter();
    packages
        .map(|package| (text(package, "name").expect("a name"), text(package, "rust_version")))
        .collect()
}

#[test]
fn no_dependency_asks_for_a_later_rust_than_the_manifest_promises() {
    let promised = env!("CARGO_PKG_RUST_VERSION");
    let packages = packages();
    let asking = packages.iter().filter_map(|(name, asked)| Some((name, asked.as_deref()?)));
    let later: Vec<_> =
        asking.clone().filter(|(_, asked)| parts(asked) > parts(promised)).collect();
    assert!(later.is_empty(), "rust-version is {promised}, but {later:?}");
    assert!(asking.count() > 200, "few of {} packages say what they ask for", packages.len());
}

#[test]
fn what_people_are_told_is_the_version_the_manifest_promises() {
    let told = format!("Rust {} or newer", env!("CARGO_PKG_RUST_VERSION"));
    for document in ["README.md", "CONTRIBUTING.md"] {
        let text = text_of(document).expect("a document of the repository");
        assert!(text.contains(&told), "{document} does not say «{told}»");
    }
    let fuzz = packages().into_iter().find(|(name, _)| name == "baocao-fuzz");
    let version = fuzz.and_then(|(_, version)| version);
    assert_eq!(version.as_deref(), Some(env!("CARGO_PKG_RUST_VERSION")));
}
