//! The states `diff` compares, as a clerk types them, and what it says of each. Not for whether all changes are found
//! ([`super::edits`]).
#![expect(clippy::disallowed_methods, reason = "a repository is made with git")]

use std::process::Command;

use serde_json::Value;

use crate::dossier::Dossier;
use crate::pdf::Pdf;
use crate::told::Told;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
/// What the last build keeps of a report.
const KEPT: &str = "out/.baocao/noi-dung/hai-xa/2024-Q2/suoi-bac.json";
/// What an issued document keeps.
const ISSUED: &str = "inputs/hai-xa/da-ban-hanh/2024-Q2/suoi-bac.so-12/noi-dung.json";

/// The two communes, built.
fn built() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    dossier
}

/// The same once a figure and a word of the first commune were changed.
fn edited(dossier: Dossier) -> Dossier {
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 960");
    dossier.replace(SUOI_BAC, "còn khó đi", "còn lầy lội")
}

/// What `diff` says of the first commune's report.
fn diff(dossier: &Dossier, more: &[&str]) -> Told {
    dossier.run(["diff", "hai-xa", "2024-Q2", "suoi-bac"].iter().chain(more).copied())
}

#[track_caller]
fn json(told: &Told) -> Value {
    serde_json::from_str(&told.stdout).unwrap_or_else(|error| panic!("{error}: {}", told.stdout))
}

/// Holds what is said to the two edits.
#[track_caller]
fn tells_both_edits(told: &Told) {
    for said in [
        "950 → 960",
        "inputs/hai-xa/2024-Q2/suoi-bac.yaml:6",
        "95% → 96%; kết luận chưa đạt → đạt",
        "[-khó đi-]{+lầy lội+}",
        "Trang có thay đổi: 1",
    ] {
        assert!(told.stdout.contains(said), "«{said}» is not said:\n{}", told.stdout);
    }
}

#[test]
fn the_last_build_is_what_is_compared_with_unless_asked_otherwise() {
    let dossier = built();
    assert!(diff(&dossier, &[]).ends_with(0).stdout.ends_with("Không có gì thay đổi.\n"));
    let dossier = edited(dossier);
    tells_both_edits(&diff(&dossier, &[]).ends_with(0));
    tells_both_edits(&diff(&dossier, &["--with", "lan-lap"]).ends_with(0));
    dossier.build().ends_with(0);
    assert!(diff(&dossier, &[]).ends_with(0).stdout.ends_with("Không có gì thay đổi.\n"));
}

#[test]
fn comments_spaces_and_the_order_of_keys_are_no_change() {
    let dossier = built()
        .replace(
            SUOI_BAC,
            "  dan_so: 1000\n  nguoi_bhyt: 950\n",
            "  nguoi_bhyt: 950 # đã rà\n  dan_so: 1000\n",
        )
        .replace(SUOI_BAC, "còn khó đi", "còn  khó\u{a0}đi");
    assert!(diff(&dossier, &[]).ends_with(0).stdout.ends_with("Không có gì thay đổi.\n"));
}

#[test]
fn what_a_report_said_is_kept_with_its_page_and_goes_with_it() {
    let dossier = built();
    let kept = dossier.read(KEPT);
    let commented = dossier.edit(SUOI_BAC, |text| format!("# rà lại\n{text}"));
    commented.build().ends_with(0);
    assert_eq!(commented.read(KEPT), kept);
    let dossier = edited(commented.remove(KEPT));
    dossier.build().ends_with(0);
    assert_ne!(dossier.read(KEPT), kept);
    let dossier = dossier.remove(SUOI_BAC);
    dossier.run(["build", "--prune"]);
    assert!(!dossier.is_there(KEPT), "a report that was removed says nothing any more");
}

#[test]
fn a_page_of_another_build_is_not_taken_for_the_last_one() {
    let dossier = built();
    let kept = dossier.read(KEPT).replacen("\"markup\":\"", "\"markup\":\"0", 1);
    let told = diff(&dossier.write(KEPT, kept), &["--with", "lan-lap"]).ends_with(2);
    assert!(told.stderr.contains("baocao build hai-xa"), "{}", told.stderr);
}

/// The two communes, the first one's report issued as it was built.
fn issued() -> Dossier {
    let dossier = built();
    let kept: Value = serde_json::from_str(&dossier.read(KEPT)).expect("JSON");
    let content = kept["content"].to_string().replacen("\"so\":null", "\"so\":12", 1);
    dossier.write(ISSUED, content)
}

#[test]
fn an_issued_report_is_compared_with_first_and_has_to_be_signed_again_once_it_changed() {
    let dossier = issued();
    let told = diff(&dossier, &[]).ends_with(0);
    assert!(!told.stdout.contains("Phải ký lại"), "{}", told.stdout);
    let dossier = edited(dossier);
    // A build makes a draft; the document stays what it was.
    dossier.build();
    for arguments in [&[][..], &["--with", "so-12"], &["--from", "so-12", "--to", "hien-nay"]] {
        let told = diff(&dossier, arguments).ends_with(0);
        tells_both_edits(&told);
        assert!(told.stdout.contains("\nPhải ký lại: Số 12-"), "{}", told.stdout);
    }
    let told = diff(&dossier, &["--from", "so-12", "--to", "lan-lap"]).ends_with(0);
    assert!(told.stdout.contains("950 → 960"), "{}", told.stdout);
    let told = diff(&dossier, &["--with", "so-13"]).ends_with(2);
    assert!(told.stderr.contains("không có văn bản số 13"), "{}", told.stderr);
}

#[test]
fn of_a_period_each_report_that_changed_has_a_line() {
    let dossier = edited(issued());
    let told = dossier.run(["diff", "hai-xa", "2024-Q2"]).ends_with(0);
    let lines: Vec<&str> = told.stdout.lines().collect();
    assert!(lines[0].starts_with("suoi-bac: 1 số liệu, 1 chỉ tiêu, 1 kết luận, "), "{lines:?}");
    assert!(lines[0].contains("; phải ký lại Số 12-"), "{lines:?}");
    assert!(lines[1].starts_with("tong-hop: "), "{lines:?}");
    assert!(lines[2].ends_with("2 báo cáo thay đổi, 1 báo cáo như cũ."), "{lines:?}");
    assert!(lines[3].starts_with("Phải ký lại 1 văn bản: Số 12-"), "{lines:?}");
    let told = dossier.run(["diff", "hai-xa", "2024-Q2", "--format", "json"]).ends_with(0);
    assert_eq!(told.stdout.lines().count(), 2);
}

#[test]
fn a_report_held_back_for_its_errors_is_told_and_the_others_compared() {
    let dossier = edited(built()).replace(SUOI_BAC, "so_thon: 4", "so_thon: bốn");
    let told = dossier.run(["diff", "hai-xa", "2024-Q2"]).ends_with(1);
    assert!(
        told.stdout.contains("suoi-bac: chưa so được; hiện nay: tệp số liệu đang có lỗi"),
        "{}",
        told.stdout
    );
    let told = diff(&dossier, &[]).ends_with(2);
    assert!(told.stderr.contains("đang có lỗi"), "{}", told.stderr);
}

#[test]
fn what_a_run_found_right_is_taken_as_right_only_while_it_is_as_it_was() {
    let all = ["diff", "hai-xa", "2024-Q2", "--with", "2024-Q1", "--format", "json"];
    let dossier = built();
    let known = dossier.run(all).ends_with(0).stdout;
    let remembered = dossier.path("out/.baocao/da-doc.json");
    assert!(remembered.is_file() && !known.is_empty(), "{known}");
    // Nothing but a check can tell that these are too many.
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 9500");
    for _ in 0..2 {
        assert!(diff(&dossier, &[]).ends_with(2).stderr.contains("đang có lỗi"));
        dossier.build().ends_with(1);
    }
    let dossier = dossier.replace(SUOI_BAC, "nguoi_bhyt: 9500", "nguoi_bhyt: 950");
    assert_eq!(dossier.run(all).ends_with(0).stdout, known);
    let forgetful = dossier.write("out/.baocao/da-doc.json", "");
    assert_eq!(forgetful.run(all).ends_with(0).stdout, known);
}

#[test]
fn another_period_is_compared_by_the_name_of_the_report() {
    let told = diff(&Dossier::case("hai-xa"), &["--with", "2024-Q1"]).ends_with(0);
    assert!(told.stdout.contains("kỳ 2024-Q1 → hiện nay\n"), "{}", told.stdout);
    assert!(told.stdout.contains("Số liệu\n"), "{}", told.stdout);
}

#[test]
fn another_folder_is_compared_with_whether_it_is_of_inputs_or_holds_them() {
    let dossier = Dossier::case("hai-xa");
    let files = crate::dossier::files(&dossier.path("inputs"));
    let copied = files
        .into_iter()
        .fold(dossier, |made, (name, bytes)| made.write(&format!("cu/inputs/{name}"), bytes));
    let dossier = edited(copied);
    tells_both_edits(&diff(&dossier, &["--with", "cu"]).ends_with(0));
    tells_both_edits(&diff(&dossier, &["--with", "cu/inputs"]).ends_with(0));
    let told = diff(&dossier, &["--from", "hien-nay", "--to", "cu"]).ends_with(0);
    assert!(told.stdout.contains("960 → 950"), "{}", told.stdout);
}

/// Runs git in a dossier's folder.
fn git(dossier: &Dossier, arguments: &[&str]) {
    let mut git = Command::new("git");
    git.current_dir(dossier.path("")).args(["-c", "user.name=a", "-c", "user.email=a@b"]);
    let output = git.args(arguments).output().expect("git starts");
    assert!(output.status.success(), "{}", String::from_utf8_lossy(&output.stderr));
}

/// Whether there is a git to run; where there is none, a test of revisions says so and is over.
#[expect(clippy::print_stderr, reason = "a test that was not run says so")]
fn has_git() -> bool {
    let there = Command::new("git").arg("--version").output().is_ok();
    if !there {
        eprintln!("skipped: there is no git");
    }
    there
}

#[test]
fn a_revision_of_a_git_repository_is_compared_with() {
    if !has_git() {
        return;
    }
    let dossier = Dossier::case("hai-xa");
    git(&dossier, &["init", "--quiet"]);
    git(&dossier, &["add", "."]);
    git(&dossier, &["commit", "--quiet", "--message", "cũ"]);
    let dossier = edited(dossier);
    tells_both_edits(&diff(&dossier, &["--with", "git:HEAD"]).ends_with(0));
    git(&dossier, &["commit", "--quiet", "--all", "--message", "mới"]);
    tells_both_edits(&diff(&dossier, &["--from", "git:HEAD~1", "--to", "hien-nay"]).ends_with(0));
    for unknown in ["git:khong-co", "git:--help", "git:"] {
        let told = diff(&dossier, &["--with", unknown]).ends_with(2);
        assert!(told.stderr.contains("kho Git không có bản"), "{}", told.stderr);
    }
}

#[test]
fn a_revision_that_cannot_be_read_is_answered_with_what_to_do() {
    if !has_git() {
        return;
    }
    let dossier = Dossier::case("hai-xa");
    let told = diff(&dossier, &["--with", "git:HEAD"]).ends_with(2);
    assert!(told.stderr.contains("không nằm trong kho Git nào"), "{}", told.stderr);
    let mut bare = assert_cmd::Command::new(env!("CARGO_BIN_EXE_baocao"));
    bare.current_dir(dossier.path("")).env("PATH", "");
    let arguments = ["diff", "hai-xa", "2024-Q2", "suoi-bac", "--with", "git:HEAD"];
    let told = Told::new(&bare.args(arguments).output().expect("the program starts")).ends_with(2);
    assert!(told.stderr.contains("không chạy được lệnh git"), "{}", told.stderr);
}

#[test]
fn what_is_no_state_is_answered_with_those_there_are() {
    let dossier = built();
    for (arguments, said) in [
        (&["--with", "hôm-qua"][..], "ghi hien-nay, lan-lap, so-12"),
        (&["--with", "so-x"], "không hiểu «so-x»"),
        (&["--with", "lan-lap", "--to", "hien-nay"], "--with"),
        (&["--from", "lan-lap"], "--to"),
    ] {
        let told = diff(&dossier, arguments).ends_with(2);
        assert!(told.stderr.contains(said), "{arguments:?}: {}", told.stderr);
    }
    let told = diff(&Dossier::case("hai-xa"), &[]).ends_with(2);
    assert!(told.stderr.contains("chạy «baocao build hai-xa» để lập"), "{}", told.stderr);
    let told = dossier.run(["diff", "hai-xa", "2024-Q2", "suoi-bat"]).ends_with(2);
    assert!(told.stderr.contains("có phải là «suoi-bac»"), "{}", told.stderr);
    let told = dossier.run(["diff", "hai-xa", "2024-Q2", "--pdf", "a.pdf"]).ends_with(2);
    assert!(told.stderr.contains("ghi thêm đơn vị"), "{}", told.stderr);
}

#[test]
fn programs_read_figures_verdicts_words_and_pages() {
    let read = json(&diff(&edited(built()), &["--format", "json"]).ends_with(0));
    assert_eq!(read["phien_ban"], 1);
    assert_eq!((&read["tu"], &read["den"]), (&"lần lập gần nhất".into(), &"hiện nay".into()));
    let figure = &read["so_lieu"][0];
    assert_eq!(
        (&figure["ma"], &figure["cu"], &figure["moi"]),
        (&"nguoi_bhyt".into(), &"950".into(), &"960".into())
    );
    let place = &figure["theo_don_vi"][0];
    assert_eq!((&place["tep"], &place["dong"]), (&SUOI_BAC.into(), &6.into()));
    assert_eq!(read["chi_tieu"][0]["ket_luan"]["moi"], "đạt");
    let marks =
        read["loi"].as_array().expect("texts").iter().filter_map(|text| text["doan"].as_array());
    assert!(marks.flatten().any(|one| one["dau"] == "them" && one["chu"] == "lầy lội"), "{read}");
    assert_eq!(read["trang"][0], 1);
}

#[test]
fn a_pdf_has_the_new_words_beside_the_old_ones() {
    let dossier = edited(built());
    let told = diff(&dossier, &["--pdf", "thay-doi.pdf"]).ends_with(0);
    assert!(told.stdout.ends_with("Đã ghi thay-doi.pdf\n"), "{}", told.stdout);
    let bytes = std::fs::read(dossier.path("thay-doi.pdf")).expect("the PDF");
    let pdf = Pdf::read(&bytes);
    for said in [
        "NHỮNG CHỖ THAY ĐỔI",
        "Bên mới: hiện nay",
        "Bên cũ: lần lập gần nhất",
        "lầy lội",
        "khó đi",
        "950",
        "960",
    ] {
        pdf.must_say(said);
    }
    diff(&dossier, &["--pdf", "thay-doi.pdf"]).ends_with(0);
    assert_eq!(
        std::fs::read(dossier.path("thay-doi.pdf")).expect("the PDF"),
        bytes,
        "the same bytes"
    );
}
