//! `schema` on a failing disk: each schema is the old one or the new one.

use baocao::cli::reporter::exit_code;
use baocao::cli::schema::{SchemaResult, perform};
use baocao::disk::file_system::FileSystem;

use super::{Failing, are_told, are_whole, inputs, paths};
use crate::dossier::Dossier;

const OLD: &str = "inputs/hai-xa/.luoc-do/bao-cao.json";

/// A dossier with one schema, which is out of date.
fn case() -> Dossier {
    Dossier::case("hai-xa").write(OLD, "{}\n")
}

fn schema(dossier: &Dossier, files: &dyn FileSystem) -> SchemaResult {
    perform(&[], &paths(dossier), files).expect("a dossier")
}

#[test]
fn whichever_step_fails_schemas_are_whole_and_the_next_run_writes_the_rest() {
    let (before, whole, counting) = (inputs(&case()), case(), Failing::never());
    let names = schema(&whole, &counting).written;
    let (after, steps) = (inputs(&whole), counting.counted());
    assert_eq!((names.len(), steps), (4, 20), "five steps a schema");
    for disk in Failing::each(steps) {
        let dossier = case();
        let result = schema(&dossier, &disk);
        let now = inputs(&dossier);
        are_whole(&now, &before, &after, &disk);
        let below = |name: &'_ String| name.split("/inputs/").nth(1).map(str::to_owned);
        let written: Vec<String> = result.written.iter().filter_map(below).collect();
        let all: Vec<String> = names.iter().filter_map(below).collect();
        let failed: Vec<&str> =
            all.iter().filter(|name| !written.contains(name)).map(String::as_str).collect();
        assert!(!failed.is_empty(), "{disk}: nothing is told");
        are_told(&result.findings, &failed, &disk);
        assert_eq!(exit_code(&result.findings), 1, "{disk}");
        for name in &written {
            assert!(now[name] == after[name], "{disk}: {name} is said to be written");
        }
        let next = schema(&dossier, &Failing::never());
        assert_eq!(exit_code(&next.findings), 0, "{disk}: {:?}", next.findings);
        assert!(inputs(&dossier) == after, "{disk}: the next run does not finish the work");
    }
}

#[test]
fn a_folder_in_the_way_of_a_schema_costs_that_schema_only() {
    let dossier = Dossier::case("hai-xa").write(&format!("{OLD}/x"), "");
    let told = dossier.run(["schema"]).ends_with(1);
    assert!(told.stderr.contains(&format!("lỗi[G01]: không ghi được {OLD} (")), "{}", told.stderr);
    assert!(told.stderr.contains("xem quyền ghi thư mục số liệu, rồi chạy lại"), "{}", told.stderr);
    assert!(told.stdout.ends_with("Đã viết 3 lược đồ.\n"), "{}", told.stdout);
    let left = inputs(&dossier);
    assert!(!left.keys().any(|name| name.contains(".tmp")), "{:?}", left.keys());
}
