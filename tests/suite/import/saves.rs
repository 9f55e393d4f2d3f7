//! `import` among people who work on the same files: what somebody saved is never lost, what may only be read stays, and two imports
//! at once do the work of both. Not for what is imported ([`super::slips`]).
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "the tests save as people do, and set modes")]

use std::fs::{File, Permissions};
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown, symlink};
use std::path::Path;
use std::process::{Child, Command, Stdio};
use std::time::{Duration, Instant};

use baocao::cli::import::perform;
use baocao::disk::file_system::{FileSystem, Local};
use baocao::import::ImportRequest;
use baocao::import::draft::DraftStatus;
use baocao::model::period::Period;
use baocao::options::Paths;
use tempfile::NamedTempFile;

use super::{first_quarter, two_communes};
use crate::dossier::{Dossier, files};
use crate::told::Told;

const RETURN: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const TABLE: &str = "xã;dan_so\nSuối Bạc;1001\n";

/// An import under way.
fn start(dossier: &Dossier, table: &str) -> Child {
    let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
    command.args(["import", table, "--period", "2024-Q1"]).current_dir(dossier.path(""));
    command.stdout(Stdio::piped()).stderr(Stdio::piped()).spawn().expect("the program starts")
}

fn ended(child: Child) -> Told {
    Told::new(&child.wait_with_output().expect("an end"))
}

/// Saves as most editors do: beside the file, then renamed.
fn save(path: &Path, text: &str) {
    let beside = path.with_extension("yaml~");
    std::fs::write(&beside, text).expect("saved");
    std::fs::rename(beside, path).expect("renamed");
}

#[test]
fn of_all_saves_beside_imports_none_is_lost() {
    let dossier = two_communes(TABLE);
    let (path, text) = (dossier.path(RETURN), dossier.read(RETURN));
    let begun = Instant::now();
    ended(start(&dossier, "bang.csv"));
    let whole = u64::try_from(begun.elapsed().as_micros()).expect("a time");
    let (mut kept, rounds) = (0, 500);
    for round in 0..rounds {
        save(&path, &text);
        let import = start(&dossier, "bang.csv");
        std::thread::sleep(Duration::from_micros(whole * round / rounds));
        save(&path, &format!("{text}# lưu {round}\n"));
        let told = ended(import);
        let now = dossier.read(RETURN);
        assert!(now.contains(&format!("# lưu {round}\n")), "save {round} is lost: {}", told.stderr);
        kept += u64::from(told.code == 1);
        assert!(told.code == 0 || told.stderr.contains("lưu trong lúc ấy"), "{}", told.stderr);
    }
    assert!(kept < rounds / 2, "most imports have nothing in their way: {kept}");
}

#[test]
fn two_imports_at_once_do_the_work_of_both() {
    for round in 0..20 {
        let dossier = two_communes("xã;dan_so\nSuối Bạc;1001\n")
            .write("khac.csv", "xã;nguoi_bhyt\nSuối Bạc;951\n");
        let both = ["bang.csv", "khac.csv"].map(|table| start(&dossier, table));
        for child in both {
            ended(child).ends_with(0);
        }
        let text = dossier.read(RETURN);
        assert!(text.contains("dan_so: 1001\n  nguoi_bhyt: 951\n"), "round {round}: {text}");
    }
}

/// A disk on which somebody saves a file at the last moment.
struct Saving<'a> {
    path: &'a Path,
    text: &'a str,
}

impl FileSystem for Saving<'_> {
    fn rename_over(
        &self,
        file: NamedTempFile,
        path: &Path,
        before: Option<&[u8]>,
    ) -> std::io::Result<()> {
        save(self.path, self.text);
        Local.rename_over(file, path, before)
    }
}

#[test]
fn a_return_saved_or_made_in_the_meantime_is_kept_and_told() {
    for new in [false, true] {
        let dossier = two_communes(TABLE);
        let (path, saved) = (dossier.path(RETURN), format!("{}# vừa lưu\n", dossier.read(RETURN)));
        let dossier = if new { dossier.remove(RETURN) } else { dossier };
        let request = ImportRequest {
            file: dossier.path("bang.csv"),
            sheet: None,
            dossier: None,
            period: Period::parse("2024-Q1").expect("a period"),
            as_of: None,
            reading: baocao::import::ReadingOptions::default(),
        };
        let paths = Paths { inputs: dossier.path("inputs"), ..Paths::default() };
        let disk = Saving { path: &path, text: &saved };
        let result = perform(&request, &paths, &disk).expect("the table is right");
        assert_eq!(result.drafts[0].status, DraftStatus::Failed);
        assert!(result.findings[0].message.contains("lưu trong lúc ấy"), "{:?}", result.findings);
        assert_eq!(dossier.read(RETURN), saved);
        let left = files(&dossier.path("inputs"));
        assert!(!left.iter().any(|(name, _)| name.contains(".tmp")), "a temporary file is left");
    }
}

#[test]
fn a_read_only_return_is_left_alone_and_others_keep_mode_and_owner() {
    let dossier = two_communes("xã;dan_so\nSuối Bạc;1001\nĐồi Mây;10001\n");
    let other = dossier.path("inputs/hai-xa/2024-Q1/doi-may.yaml");
    let mode = |path: &Path, mode| std::fs::set_permissions(path, Permissions::from_mode(mode));
    mode(&dossier.path(RETURN), 0o444).expect("a mode");
    mode(&other, 0o640).expect("a mode");
    let before = dossier.read(RETURN);
    // Only the superuser may give files away.
    let given = chown(&other, Some(65534), Some(65534)).is_ok();
    let told = first_quarter(&dossier, &[]).ends_with(1);
    assert!(
        told.stderr.contains(&format!("không ghi được {RETURN} (tệp chỉ cho đọc)")),
        "{}",
        told.stderr
    );
    assert_eq!(dossier.read(RETURN), before);
    let data = std::fs::metadata(&other).expect("a file");
    assert_eq!(data.mode() & 0o777, 0o640);
    assert_eq!((data.uid(), data.gid()) == (65534, 65534), given);
    assert!(dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml").contains("dan_so: 10001"));
}

#[test]
fn what_a_killed_import_left_is_swept_and_nothing_else() {
    let dossier = two_communes(TABLE)
        .write("inputs/hai-xa/2024-Q1/.baocao-x1.tmp", "don_vi: su")
        .write("inputs/hai-xa/2024-Q1/.suoi-bac.yaml.swp", "vim");
    first_quarter(&dossier, &["--dry-run"]).ends_with(0);
    assert!(dossier.is_there("inputs/hai-xa/2024-Q1/.baocao-x1.tmp"), "a dry run changes nothing");
    first_quarter(&dossier, &[]).ends_with(0);
    assert!(!dossier.is_there("inputs/hai-xa/2024-Q1/.baocao-x1.tmp"));
    assert!(dossier.is_there("inputs/hai-xa/2024-Q1/.suoi-bac.yaml.swp"));
}

#[test]
fn an_import_waits_for_another_one() {
    let dossier = two_communes(TABLE);
    let held = File::open(dossier.path("inputs/hai-xa")).expect("the folder");
    held.lock().expect("locked");
    let waiting = start(&dossier, "bang.csv");
    std::thread::sleep(Duration::from_millis(300));
    assert!(dossier.read(RETURN).contains("dan_so: 1000\n"), "it did not wait");
    drop(held);
    ended(waiting).ends_with(0);
    assert!(dossier.read(RETURN).contains("dan_so: 1001\n"));
}

#[test]
fn a_link_that_leads_nowhere_or_outside_is_not_replaced_by_a_new_return() {
    let elsewhere = Dossier::case("hai-xa");
    let outside = elsewhere.path(RETURN);
    for to in [Path::new("mat.yaml"), &outside] {
        let dossier = two_communes(TABLE).remove(RETURN);
        symlink(to, dossier.path(RETURN)).expect("a link");
        let told = first_quarter(&dossier, &["--format", "json"]).ends_with(1);
        assert_eq!(told.one("Y07").place().0, RETURN);
        assert!(dossier.path(RETURN).is_symlink(), "the link is gone");
    }
    assert!(elsewhere.read(RETURN).contains("dan_so: 1000\n"), "what lies outside is untouched");
}
