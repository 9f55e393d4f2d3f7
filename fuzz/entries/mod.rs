//! What is fuzzed: each room that reads what others made, as a function that takes any bytes and has to come back by
//! itself. One list for libFuzzer (`fuzz_targets/`) and for the suite (`tests/suite/fuzz/`). Not for making bytes
//! ([`seeds`]).

mod files;
mod loose;
mod seeds;
mod tables;
mod texts;

use std::sync::LazyLock;

use baocao::assets::files::TemplateFiles;
use baocao::diagnostic::render::Format;
use baocao::inspect;
use baocao::inspect::table::RuleTables;

/// A room and the bytes it is given.
pub(crate) struct Target {
    /// What it is called, here and on the command line.
    pub(crate) name: &'static str,
    /// Reads any bytes.
    pub(crate) read: fn(&[u8]),
    /// The files to begin with.
    pub(crate) seeds: fn() -> Vec<Vec<u8>>,
}

/// All of them; each has a libFuzzer target of its name.
pub(crate) const TARGETS: [Target; 4] = [
    Target { name: "yaml", read: texts::yaml, seeds: seeds::yaml },
    Target { name: "bindings", read: texts::bindings, seeds: seeds::bindings },
    Target { name: "tables", read: tables::table, seeds: seeds::tables },
    Target { name: "pdf", read: pdf, seeds: seeds::pdf },
];

/// The target of this name.
pub(crate) fn target(name: &str) -> &'static Target {
    TARGETS.iter().find(|target| target.name == name).expect("a target of the list")
}

/// A page, held against the profile of its date or, where it has none, against a fixed one.
fn pdf(bytes: &[u8]) {
    static TABLES: LazyLock<RuleTables> =
        LazyLock::new(|| RuleTables::load(&TemplateFiles::embedded()).expect("the tables"));
    let found = inspect::inspect(bytes, &TABLES, None)
        .or_else(|_| inspect::inspect(bytes, &TABLES, Some("hd05")));
    if let Ok(found) = found {
        _ = inspect::tell::tell(&found, "van-ban.pdf", Format::Json);
    }
}
