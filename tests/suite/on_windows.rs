//! What only Windows does: files other programs hold, long and odd paths, shares that are not there, names in capitals, code pages
//! of its command window. Not for what is alike everywhere, which the other tests hold there too.
#![cfg(windows)]
#![expect(
    clippy::disallowed_methods,
    reason = "the tests hold, lock and move files as other programs do"
)]

use std::fs::File;
use std::os::windows::fs::OpenOptionsExt;
use std::path::Path;
use std::process::{Command, Stdio};

use crate::dossier::{Dossier, OutputFiles, files, reports};

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const PDF: &str = "out/hai-xa/2024-Q1/suoi-bac.pdf";
/// `FILE_SHARE_READ`: others may read, as while a reader of PDFs shows one.
const SHARE_READ: u32 = 1;

fn built() -> (Dossier, OutputFiles) {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let output_files = dossier.output_files();
    (dossier, output_files)
}

fn held(path: &Path) -> File {
    File::options().read(true).share_mode(SHARE_READ).open(path).expect("the file is opened")
}

fn set_read_only(path: &Path, read_only: bool) {
    let mut permissions = std::fs::metadata(path).expect("a file").permissions();
    permissions.set_readonly(read_only);
    std::fs::set_permissions(path, permissions).expect("permissions");
}

#[test]
fn a_report_another_program_shows_is_told_the_others_are_built_and_it_is_tried_again() {
    let (dossier, before) = built();
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    let shown = held(&dossier.path(PDF));
    let told = dossier.build().ends_with(1);
    assert!(told.stderr.contains("lỗi[G01]"), "{}", told.stderr);
    assert!(told.stderr.contains("chương trình khác đang dùng"), "{}", told.stderr);
    assert!(told.stderr.contains("đóng tệp nếu đang mở"), "{}", told.stderr);
    let name = "hai-xa/2024-Q1/suoi-bac.pdf";
    let now = dossier.output_files();
    assert!(now[name] == before[name], "the old one is whole");
    assert!(now["hai-xa/2024-Q1/tong-hop.pdf"] != before["hai-xa/2024-Q1/tong-hop.pdf"]);
    drop(shown);
    dossier.build().ends_with(0);
    assert!(dossier.output_files()[name] != before[name], "it is made once nobody shows it");
}

#[test]
fn a_report_that_may_only_be_read_is_told_and_kept() {
    let (dossier, before) = built();
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 940");
    set_read_only(&dossier.path(PDF), true);
    let told = dossier.build();
    let now = dossier.output_files();
    set_read_only(&dossier.path(PDF), false);
    let name = "hai-xa/2024-Q1/suoi-bac.pdf";
    // Windows refuses to replace such a file, or replaces it whole.
    if told.code == 1 {
        assert!(told.stderr.contains("lỗi[G01]"), "{}", told.stderr);
        assert!(now[name] == before[name]);
        dossier.build().ends_with(0);
    }
    assert!(dossier.output_files()[name] != before[name]);
}

#[test]
fn a_return_that_is_held_or_may_only_be_read_is_told_and_the_others_are_imported() {
    let table = "xã;dan_so\nSuối Bạc;1001\nĐồi Mây;10001\n";
    for hold in [true, false] {
        let dossier = Dossier::case("hai-xa").write("bang.csv", table);
        let before = dossier.read(SUOI_BAC);
        let holder = hold.then(|| held(&dossier.path(SUOI_BAC)));
        set_read_only(&dossier.path(SUOI_BAC), !hold);
        let told = dossier.run(["import", "bang.csv", "--period", "2024-Q1"]);
        set_read_only(&dossier.path(SUOI_BAC), false);
        drop(holder);
        assert_eq!(told.code, 1, "{}{}", told.stdout, told.stderr);
        assert!(told.stderr.contains("không ghi được"), "{}", told.stderr);
        assert_eq!(dossier.read(SUOI_BAC), before);
        assert!(dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml").contains("10001"));
        let left = files(&dossier.path("inputs"));
        assert!(!left.iter().any(|(name, _)| name.contains(".baocao-")), "something is left");
    }
}

#[test]
fn two_imports_at_once_lose_nothing_and_leave_no_lock() {
    for _ in 0..10 {
        let one = "xã;dan_so\nSuối Bạc;1001\n";
        let other = "xã;dan_so\nĐồi Mây;10001\n";
        let dossier = Dossier::case("hai-xa").write("mot.csv", one).write("hai.csv", other);
        let children = ["mot.csv", "hai.csv"].map(|table| {
            let mut command = Command::new(env!("CARGO_BIN_EXE_baocao"));
            command.args(["import", table, "--period", "2024-Q1"]).current_dir(dossier.path(""));
            command.stdout(Stdio::null()).stderr(Stdio::null()).spawn().expect("it starts")
        });
        for mut child in children {
            assert!(child.wait().expect("an end").success());
        }
        assert!(dossier.read(SUOI_BAC).contains("1001"));
        assert!(dossier.read("inputs/hai-xa/2024-Q1/doi-may.yaml").contains("10001"));
        assert!(!dossier.is_there("inputs/hai-xa/.baocao-khoa"));
    }
}

#[test]
fn letters_blanks_and_length_of_a_path_change_no_byte() {
    let (dossier, wanted) = built();
    let deep = ["Hồ sơ Đưng K'Nớ", &"quý một ".repeat(12), &"năm ".repeat(20), &"x".repeat(90)];
    let deep = deep.map(str::trim).join("/");
    let folder = dossier.path(&deep);
    assert!(folder.as_os_str().len() > 300);
    std::fs::create_dir_all(&folder).expect("folders");
    std::fs::rename(dossier.path("inputs"), folder.join("inputs")).expect("moved");
    let [inputs, out] = [format!("{deep}/inputs"), format!("{deep}/kết quả")];
    dossier.run(["build", "--inputs", &inputs, "--out", &out]).ends_with(0);
    let made: OutputFiles = files(&folder.join("kết quả")).into_iter().collect();
    for name in reports(&wanted).iter().map(|name| format!("{name}.pdf")) {
        assert!(made.get(&name) == Some(&wanted[&name]), "{name}");
    }
    let all = dossier.path(&inputs).to_string_lossy().replace('/', "\\");
    for verbatim in [all.clone(), format!(r"\\?\{all}")] {
        dossier.run(["check", "--inputs", &verbatim]).ends_with(0);
    }
}

#[test]
fn a_share_or_drive_that_is_not_there_is_told_and_nothing_is_removed_for_it() {
    let (dossier, before) = built();
    for gone in [r"\\khong-co\chung\inputs", r"Q:\inputs", r"\\khong-co"] {
        let told = dossier.run(["build", "--prune", "--inputs", gone]).ends_with(2);
        let named = gone.replace('\\', "/");
        assert!(told.stderr.contains(&named), "{gone}: {}", told.stderr);
    }
    assert!(dossier.output_files() == before);
}

#[test]
fn names_in_capitals_are_the_same_names() {
    let (dossier, before) = built();
    assert_eq!(dossier.run(["build", "--inputs", "INPUTS"]).ends_with(0).counts(), [0, 6, 0, 0]);
    let told = dossier.run(["build", "--out", "Inputs"]).ends_with(2);
    assert!(told.stderr.contains("chọn thư mục khác bằng --out"), "{}", told.stderr);
    assert!(dossier.output_files() == before);
}

#[test]
fn what_is_redirected_to_a_file_is_utf_8_under_every_code_page() {
    let dossier = Dossier::case("hai-xa").replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: -1");
    let wanted = dossier.run(["check"]);
    let program = std::path::absolute(env!("CARGO_BIN_EXE_baocao")).expect("a place");
    let program = program.to_string_lossy().replace('/', "\\");
    for page in ["437", "1258", "65001"] {
        let line = format!("chcp {page} >nul & {program} check > ra.txt 2> loi.txt");
        let mut command = Command::new("cmd");
        command.args(["/c", &line]).current_dir(dossier.path("")).stdin(Stdio::null());
        command.status().expect("a command window");
        assert_eq!(dossier.read("ra.txt"), wanted.stdout, "{page}");
        assert_eq!(dossier.read("loi.txt"), wanted.stderr, "{page}");
        assert!(wanted.stderr.contains("là số âm"), "{}", wanted.stderr);
    }
}

#[test]
fn the_program_says_its_version_and_what_it_asks_of_windows() {
    let program = std::fs::read(env!("CARGO_BIN_EXE_baocao")).expect("the program");
    let holds = |bytes: &[u8]| program.windows(bytes.len()).any(|part| part == bytes);
    let wide = |text: &str| -> Vec<u8> { text.encode_utf16().flat_map(u16::to_le_bytes).collect() };
    for text in
        ["FileVersion", env!("CARGO_PKG_VERSION"), "baocao: báo cáo định kỳ từ số liệu đã kiểm tra"]
    {
        assert!(holds(&wide(text)), "{text}");
    }
    assert!(holds(b"longPathAware") && holds(b"\x89PNG\r\n"), "manifest and icon");
}
