//! A draft is written when it is asked for and something has changed, and never over what somebody has corrected.

use super::draft_in;
use crate::dossier::Dossier;

const NAME: &str = "hai-xa/2024-Q1/suoi-bac";
const FILE: &str = "out/hai-xa/2024-Q1/suoi-bac.docx";
const RETURN: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const ASKED: [&str; 5] = ["draft", "--period", "2024-Q1", "--unit", "suoi-bac"];

fn drafted() -> Dossier {
    let dossier = Dossier::case("hai-xa");
    let told = dossier.run(ASKED).ends_with(0);
    assert!(
        told.stdout.contains("Đã lập 1 bản Word: out/hai-xa/2024-Q1/suoi-bac.docx. "),
        "{}",
        told.stdout
    );
    dossier
}

fn bytes(dossier: &Dossier) -> Vec<u8> {
    dossier.output_files().remove("hai-xa/2024-Q1/suoi-bac.docx").expect("a draft")
}

#[test]
fn a_build_writes_no_drafts_and_leaves_them_alone() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    assert!(!dossier.is_there(FILE));
    dossier.run(ASKED).ends_with(0);
    let before = bytes(&dossier);
    dossier.run(["build", "--force", "--prune"]).ends_with(0);
    assert_eq!(bytes(&dossier), before);
}

#[test]
fn one_that_nothing_has_changed_is_left_alone_and_all_are_the_same_bytes() {
    let dossier = drafted();
    let before = bytes(&dossier);
    let told = dossier.run(ASKED).ends_with(0);
    assert!(told.stdout.contains("Đã lập 0 bản Word; 1 bản không đổi"), "{}", told.stdout);
    assert_eq!(bytes(&dossier), before);
    assert_eq!(bytes(&drafted()), before);
}

#[test]
fn one_whose_words_have_changed_is_written_anew() {
    let dossier = drafted();
    let old = draft_in(&dossier, NAME).words();
    let dossier = dossier.edit(RETURN, |text| text + "\ntinh_hinh: Mùa vụ thuận lợi.\n");
    let told = dossier.run(ASKED).ends_with(0);
    let new = draft_in(&dossier, NAME).words();
    assert!(
        !old.contains("Mùa vụ thuận lợi.") && new.contains("Mùa vụ thuận lợi."),
        "{}",
        told.stdout
    );
}

#[test]
fn one_that_was_corrected_is_not_written_over() {
    let dossier = drafted();
    let corrected = [&bytes(&dossier)[..], b"\0"].concat();
    dossier.put(FILE, &corrected);
    let told = dossier.run(ASKED).ends_with(0);
    assert!(told.stdout.contains("1 bản giữ nguyên vì đã được sửa"), "{}", told.stdout);
    assert!(
        told.stderr.contains("baocao import out/hai-xa/2024-Q1/suoi-bac.docx"),
        "{}",
        told.stderr
    );
    // Who has imported it already, as who does not want it, is told how to go on.
    assert!(told.stderr.contains("đã nhập rồi, hoặc muốn bỏ các chỗ sửa, thì thêm --force"));
    assert_eq!(bytes(&dossier), corrected);
    let told = dossier.run([&ASKED[..], &["--force"]].concat()).ends_with(0);
    assert!(bytes(&dossier) != corrected, "{}", told.stdout);
}

#[test]
fn the_closing_line_calls_no_draft_corrected_but_those_that_were() {
    let dossier = drafted();
    dossier.run(["draft", "--period", "2024-Q1", "--unit", "doi-may"]).ends_with(0);
    dossier.put(FILE, [&bytes(&dossier)[..], b"\0"].concat());
    let told = dossier.run(["draft", "--period", "2024-Q1"]).ends_with(0);
    let line = "1 bản giữ nguyên vì đã được sửa. Bản Word nằm cạnh PDF của báo cáo: sửa lời văn";
    assert!(told.stdout.contains(line), "{}", told.stdout);
}

#[test]
fn what_is_known_of_drafts_being_lost_costs_no_corrections() {
    let dossier = drafted();
    let corrected = [&bytes(&dossier)[..], b"\0"].concat();
    dossier.put(FILE, &corrected);
    let dossier = dossier.remove("out/.baocao/ban-word.json");
    dossier.run(ASKED).ends_with(0);
    assert_eq!(bytes(&dossier), corrected);
}

#[test]
fn a_report_with_errors_has_no_draft_and_the_others_have() {
    let dossier =
        Dossier::case("hai-xa").edit(RETURN, |text| text.replace("ky: 2024-Q1", "ky: 2024-Q9"));
    let told = dossier.run(["draft", "--period", "2024-Q1"]).ends_with(1);
    assert!(!dossier.is_there(FILE));
    assert!(dossier.is_there("out/hai-xa/2024-Q1/doi-may.docx"), "{}", told.stdout);
}

#[test]
fn which_draft_it_is_can_be_said() {
    let dossier = Dossier::case("hai-xa");
    dossier.run([&ASKED[..], &["--lan", "3"]].concat()).ends_with(0);
    let words = draft_in(&dossier, NAME).words();
    assert!(words.contains("Dự thảo lần 3"), "{words}");
}
