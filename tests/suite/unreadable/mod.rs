//! What cannot be read is never taken for empty: the program run as somebody whom the modes of files and folders hinder. Not for
//! what can be read and is wrong ([`crate::broken_files`]), and not for links ([`crate::links`]).
#![cfg(unix)]
#![expect(clippy::disallowed_methods, reason = "a case with modes sets them")]

mod output;
mod periods;

use std::fs::Permissions;
use std::os::unix::fs::{MetadataExt, PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::Command;
use std::sync::LazyLock;

use tempfile::TempDir;
use walkdir::WalkDir;

use crate::dossier::{Dossier, files, reports, repository};
use crate::told::Told;

/// A user and group everywhere without rights of its own.
const NOBODY: u32 = 65534;

/// The program where everybody may run it; build folders often lie in a home nobody else may enter.
static PROGRAM: LazyLock<(TempDir, PathBuf)> = LazyLock::new(|| {
    let folder = TempDir::new().expect("a temporary folder");
    let path = folder.path().join("baocao");
    std::fs::copy(env!("CARGO_BIN_EXE_baocao"), &path).expect("a copy of the program");
    for place in [folder.path(), &path] {
        set(place, 0o755);
    }
    (folder, path)
});

fn set(path: &Path, mode: u32) {
    std::fs::set_permissions(path, Permissions::from_mode(mode)).expect("a mode");
}

/// Gives somebody all of a dossier's folder.
fn give(dossier: &Dossier) {
    for entry in WalkDir::new(dossier.path("")).into_iter().filter_map(Result::ok) {
        if !entry.path_is_symlink() {
            chown(entry.path(), Some(NOBODY), Some(NOBODY)).expect("another owner");
        }
    }
}

/// Runs the program as somebody whom modes hinder, on files that are theirs; none, said aloud, where that cannot be.
#[expect(clippy::print_stderr, reason = "a trial that cannot be made says so")]
fn hindered(dossier: &Dossier, arguments: &[&str]) -> Option<Told> {
    let mut command = Command::new(&PROGRAM.1);
    command.args(arguments).current_dir(dossier.path(""));
    if std::fs::metadata(&PROGRAM.1).expect("the program").uid() == 0 {
        give(dossier);
        command.uid(NOBODY).gid(NOBODY);
    }
    match command.output() {
        Ok(output) => Some(Told::new(&output)),
        Err(error) => {
            eprintln!("SKIPPED, no second user to run as: {error}");
            None
        }
    }
}

/// Runs it while `path` has a mode, which is put right again.
fn with_mode(dossier: &Dossier, path: &str, mode: u32, arguments: &[&str]) -> Option<Told> {
    let place = dossier.path(path);
    let before = std::fs::metadata(&place).expect("a file or folder").mode();
    set(&place, mode);
    let told = hindered(dossier, arguments);
    set(&place, before);
    told
}

/// A dossier with its reports built; none where nobody can be hindered.
fn built() -> Option<Dossier> {
    let dossier = Dossier::case("hai-xa");
    hindered(&dossier, &["build"])?.ends_with(0);
    Some(dossier)
}

#[test]
fn what_cannot_be_read_holds_back_what_depends_on_it_and_nothing_is_pruned() {
    let all = 6;
    for (path, mode, held) in [
        ("inputs/hai-xa/don-vi", 0o000, Some(all)),
        ("inputs/hai-xa/don-vi", 0o444, Some(2)),
        ("inputs/hai-xa/2024-Q1", 0o000, Some(3)),
        ("inputs/hai-xa/2024-Q1", 0o444, Some(3)),
        ("inputs/hai-xa/2024-Q1/suoi-bac.yaml", 0o000, Some(1)),
        ("inputs/hai-xa/2024-Q1/_tong-hop.yaml", 0o000, Some(1)),
        ("inputs/hai-xa/ke-hoach.yaml", 0o000, None),
    ] {
        let dossier = Dossier::case("hai-xa");
        let Some(built) = hindered(&dossier, &["build"]) else { return };
        built.ends_with(0);
        let before = dossier.output_files();
        assert_eq!(reports(&before).len(), all);
        let arguments = ["build", "--prune", "--format", "json", "--force"];
        let told = with_mode(&dossier, path, mode, &arguments).expect("it ran before").ends_with(1);
        let found = told.of("Y07");
        let named = |one: &crate::told::Found| one.place().0.starts_with(path);
        assert!(!found.is_empty() && found.iter().all(named), "{path}: {found:?}");
        assert!(found.iter().all(|one| one.noi_dung.contains("không có quyền")), "{found:?}");
        assert_eq!(told.of("B01"), [], "{path}: unreadable is not missing");
        assert_eq!(told.of("G03"), [], "{path}: nothing is left over");
        assert!(told.stderr.contains("chưa xóa báo cáo thừa"), "{path}: {}", told.stderr);
        if let Some(held) = held {
            assert_eq!(told.counts()[2], held, "{path} {mode:o}: {}", told.stderr);
        }
        let list = |output| reports(output).into_iter().map(str::to_owned).collect::<Vec<_>>();
        assert_eq!(list(&dossier.output_files()), list(&before), "{path}: a report is gone");
        hindered(&dossier, &["build", "--force"]).expect("it ran before").ends_with(0);
        assert!(dossier.output_files() == before, "{path}: once read, all is as before");
    }
}

#[test]
fn a_dossier_or_inputs_folder_that_is_not_opened_is_told_and_keeps_its_reports() {
    let dossier = Dossier::samples().with_files("tests/cases/hai-xa");
    let Some(told) = with_mode(&dossier, "inputs/lac-duong", 0o000, &["check"]) else { return };
    let told = told.ends_with(1);
    assert!(told.stderr.contains("lỗi[Y07]: inputs/lac-duong: không mở được"), "{}", told.stderr);
    let dossier = Dossier::case("hai-xa");
    for path in ["inputs/hai-xa", "inputs"] {
        hindered(&dossier, &["build"]).expect("it ran before").ends_with(0);
        let arguments = ["build", "--prune"];
        let told = with_mode(&dossier, path, 0o000, &arguments).expect("it ran before");
        let told = told.ends_with(2);
        assert!(told.stderr.contains("không mở được"), "{path}: {}", told.stderr);
        assert!(told.stderr.contains("không có quyền"), "{path}: {}", told.stderr);
        assert_eq!(reports(&dossier.output_files()).len(), 6, "{path}: a report is gone");
    }
}

#[test]
fn no_letter_is_written_to_a_unit_whose_return_cannot_be_read() {
    let letter = "hai-xa/2024-Q1/don-doc-doi-may";
    let plan = "inputs/hai-xa/ke-hoach.yaml";
    let with_letters =
        || Dossier::case("hai-xa").replace(plan, "Q1: [", "Q1: [{ loai: don-doc }, ");
    let missing = with_letters().remove("inputs/hai-xa/2024-Q1/doi-may.yaml");
    missing.build().ends_with(0);
    assert!(missing.has(letter), "{:?}", reports(&missing.output_files()));
    for path in ["inputs/hai-xa/2024-Q1/doi-may.yaml", "inputs/hai-xa/2024-Q1"] {
        let dossier = with_letters();
        let Some(told) = with_mode(&dossier, path, 0o000, &["build"]) else { return };
        told.ends_with(1);
        assert!(!dossier.has(letter), "{path}");
    }
}

#[test]
fn a_template_that_cannot_be_read_is_never_replaced_by_the_one_in_the_program() {
    let section = "report-templates/quy/muc/kien-nghi.typ.j2";
    for (path, failed) in [("report-templates", 6), ("report-templates/quy", 3), (section, 3)] {
        let dossier = Dossier::case("hai-xa").write(section, "Câu một.\n");
        let arguments = ["build", "--format", "json"];
        let Some(told) = with_mode(&dossier, path, 0o000, &arguments) else { return };
        let told = told.ends_with(1);
        let errors = told.errors();
        assert!(errors.iter().all(|one| one.place().0 == path), "{path}: {errors:?}");
        assert_eq!((errors.len(), told.counts()[3]), (1, failed), "{path}: {}", told.stderr);
    }
}

#[test]
fn a_template_in_another_encoding_or_under_a_name_almost_right_is_told_at_the_file() {
    let all = files(&repository().join("report-templates"));
    let bundled = |path: &str| {
        all.iter()
            .find(|(name, _)| name == path)
            .map(|(_, bytes)| bytes.clone())
            .expect("a template")
    };
    let words = String::from_utf8(bundled("chung/cau-chu.yaml")).expect("UTF-8");
    let wide =
        |order: fn(u16) -> [u8; 2]| words.encode_utf16().flat_map(order).collect::<Vec<u8>>();
    let marked = words.replacen("# ", "# \u{feff}", 1);
    let mut torn = bundled("van-ban-dang/chu.typ");
    torn.push(0xff);
    for (path, content, said) in [
        ("chung/cau-chu.yaml", wide(u16::to_le_bytes), "UTF-16"),
        ("chung/cau-chu.yaml", wide(u16::to_be_bytes), "UTF-16"),
        ("chung/cau-chu.yaml", marked.into_bytes(), "U+FEFF"),
        ("quy/muc/kien-nghi.typ.j2", "Câu\u{feff} một.\n".into(), "U+FEFF"),
        ("quy/muc/kien-nghi.typ.j2", "\u{feff}\u{feff}Câu một.\n".into(), "U+FEFF"),
        ("van-ban-dang/chu.typ", torn, "UTF-8"),
        ("chung/Cau-chu.yaml", words.clone().into_bytes(), "tên tệp"),
        ("chung/cau_chu.yaml", words.clone().into_bytes(), "tên tệp"),
        ("chung/cau-chu.yaml.txt", words.clone().into_bytes(), "tên tệp"),
        ("Chung/cau-chu.yaml", words.clone().into_bytes(), "tên tệp"),
        ("cau-chu.yaml", words.clone().into_bytes(), "tên tệp"),
    ] {
        let place = format!("report-templates/{path}");
        let dossier = Dossier::case("hai-xa").write(&place, content);
        let told = dossier.check().ends_with(1);
        let found = told.one("M01");
        assert_eq!(found.place().0, place, "{found:?}");
        assert!(found.noi_dung.contains(said), "{path}: {found:?}");
        assert!(found.cach_sua.is_some(), "{path}: {found:?}");
    }
    let first = Dossier::case("hai-xa")
        .write("report-templates/quy/muc/kien-nghi.typ.j2", "\u{feff}Câu một.\n");
    first.build().ends_with(0);
    let plain =
        Dossier::case("hai-xa").write("report-templates/quy/muc/kien-nghi.typ.j2", "Câu một.\n");
    plain.build().ends_with(0);
    assert!(
        first.output_files()["hai-xa/2024-Q1/suoi-bac.pdf"]
            == plain.output_files()["hai-xa/2024-Q1/suoi-bac.pdf"]
    );
}

#[test]
fn a_pipe_or_a_device_is_refused_and_nobody_waits_for_it() {
    let pipe = |dossier: &Dossier, path: &str| {
        let made = Command::new("mkfifo").arg(dossier.path(path)).status();
        assert!(made.expect("mkfifo").success());
    };
    let path = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
    let dossier = Dossier::case("hai-xa").remove(path);
    pipe(&dossier, path);
    let found = dossier.check().ends_with(1).one("Y07");
    assert!(found.noi_dung.contains("không phải một tệp thường"), "{found:?}");
    for table in ["bang.csv", "bang.xlsx"] {
        let dossier = Dossier::case("hai-xa");
        pipe(&dossier, table);
        let told = dossier.run(["import", table, "--period", "2024-Q1"]).ends_with(1);
        assert!(told.stderr.contains("không phải một tệp thường"), "{}", told.stderr);
        let told = dossier.run(["inspect", table]).ends_with(2);
        assert!(!told.stderr.is_empty());
    }
    let told = Dossier::case("hai-xa").run(["import", "/dev/zero", "--period", "2024-Q1"]);
    told.ends_with(1);
    let dossier = Dossier::case("hai-xa").write("report-templates/quy/cau-chu.yaml", "");
    let dossier = dossier.remove("report-templates/quy/cau-chu.yaml");
    pipe(&dossier, "report-templates/quy/cau-chu.yaml");
    let found = dossier.check().ends_with(1).one("M01");
    assert!(found.noi_dung.contains("không phải một tệp thường"), "{found:?}");
}
