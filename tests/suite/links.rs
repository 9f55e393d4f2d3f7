//! Links in the inputs folder: followed inside the workspace, named where they are not. Not for the files behind them.
#![expect(clippy::disallowed_methods, reason = "a case with links makes them")]

use std::os::unix::fs::symlink;

use crate::dossier::{Dossier, reports};

const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";

/// Makes a link at `path`, with nothing in its place.
fn linked(dossier: Dossier, path: &str, to: &str) -> Dossier {
    symlink(to, dossier.path(path)).expect("a link");
    dossier
}

/// Two communes, of which one's return lies elsewhere in the workspace, linked.
fn with_linked_return() -> Dossier {
    let text = Dossier::case("hai-xa").read(DOI_MAY);
    let dossier = Dossier::case("hai-xa").remove(DOI_MAY).write("nop/doi-may.yaml", text);
    linked(dossier, DOI_MAY, "../../../nop/doi-may.yaml")
}

#[test]
fn a_linked_file_or_folder_of_the_workspace_is_read_as_if_it_lay_there() {
    let plain = Dossier::case("hai-xa");
    plain.build().ends_with(0);
    let file = with_linked_return();
    file.build().ends_with(0);
    assert!(file.output_files() == plain.output_files(), "{:?}", reports(&file.output_files()));
    let folder = Dossier::case("hai-xa");
    std::fs::rename(folder.path("inputs/hai-xa/2024-Q1"), folder.path("nop")).expect("moved");
    let folder = linked(folder, "inputs/hai-xa/2024-Q1", "../../nop");
    folder.build().ends_with(0);
    assert!(folder.output_files() == plain.output_files(), "{:?}", reports(&folder.output_files()));
}

#[test]
fn a_change_behind_a_link_is_built() {
    let dossier = with_linked_return();
    dossier.build().ends_with(0);
    let dossier = dossier.replace("nop/doi-may.yaml", "nguoi_bhyt: 9000", "nguoi_bhyt: 9001");
    assert_ne!(dossier.build().ends_with(0).counts()[0], 0);
}

#[test]
fn a_link_that_leads_nowhere_or_outside_is_named_and_not_followed() {
    let elsewhere = Dossier::case("hai-xa");
    let outside = elsewhere.path(DOI_MAY).display().to_string();
    let folder = elsewhere.path("inputs").display().to_string();
    for (path, to, code, words) in [
        (DOI_MAY, outside.as_str(), "Y07", "liên kết đến tệp ở ngoài thư mục làm việc"),
        ("inputs/hai-xa/2024-Q3", &folder, "Y07", "liên kết đến thư mục ở ngoài thư mục làm việc"),
        ("inputs/hai-xa/2024-Q3", "/mat/ket-noi", "Y07", "liên kết đến chỗ không còn tệp nào"),
        (DOI_MAY, "khong-con.yaml", "Y07", "liên kết đến chỗ không còn tệp nào"),
        ("inputs/hai-xa/2024-Q1/cu", "..", "Y08", "liên kết quay lại thư mục chứa nó"),
        ("inputs/hai-xa/2024-Q1/cu", &folder, "Y08", "liên kết đến thư mục ở ngoài"),
    ] {
        let dossier = Dossier::case("hai-xa");
        let dossier = if path == DOI_MAY { dossier.remove(path) } else { dossier };
        let told = linked(dossier, path, to).check().ends_with(i32::from(code == "Y07"));
        let found = told.one(code);
        assert!(found.noi_dung.starts_with(&format!("{path}: {words}")), "{found:?}");
        assert_eq!(told.of("B01"), [], "what is not read is not missing: {}", told.stdout);
    }
}

#[test]
fn a_linked_dossier_that_is_not_read_is_told_where_it_is_asked_for() {
    let elsewhere = Dossier::case("hai-xa");
    let outside = elsewhere.path("inputs/hai-xa").display().to_string();
    let dossier = linked(Dossier::case("hai-xa"), "inputs/ba-xa", &outside);
    let told = dossier.run(["check", "ba-xa"]).ends_with(2);
    assert!(told.stderr.contains("inputs/ba-xa: liên kết đến thư mục ở ngoài"), "{}", told.stderr);
}

#[test]
fn what_editors_leave_beside_an_open_file_is_no_link_to_tell_of() {
    let lock = "inputs/hai-xa/2024-Q1/.#doi-may.yaml";
    let dossier = linked(Dossier::case("hai-xa"), lock, "ai-do@may:1");
    let dossier = linked(dossier, "inputs/hai-xa/anh.jpg", "khong-con.jpg");
    assert_eq!(dossier.check().of("Y08"), []);
}

#[test]
fn an_import_changes_the_file_behind_a_link() {
    let dossier = with_linked_return().write("bang.csv", "Đơn vị,nguoi_bhyt\ndoi-may,9001\n");
    dossier.run(["import", "bang.csv", "--period", "2024-Q1"]).ends_with(0);
    assert!(dossier.path(DOI_MAY).is_symlink(), "the link stays");
    assert!(dossier.read("nop/doi-may.yaml").contains("nguoi_bhyt: 9001"));
}

#[test]
fn a_broken_link_among_templates_is_told_at_its_place_and_not_replaced_by_what_comes_with_the_program()
 {
    let section = "report-templates/quy/muc/kien-nghi.typ.j2";
    for (link, to) in [(section, "khong-con.j2"), ("report-templates/quy/muc", "/mat/ket-noi")] {
        let dossier = Dossier::case("hai-xa").write("report-templates/quy/doc.txt", "");
        if link == section {
            dossier.put("report-templates/quy/muc/doc.txt", "");
        }
        let dossier = linked(dossier, link, to);
        let told = dossier.run(["build", "--format", "json"]).ends_with(1);
        let found = told.one("M01");
        assert_eq!(found.place().0, link);
        assert!(found.noi_dung.contains("liên kết đến chỗ không còn tệp nào"), "{found:?}");
        assert!(found.cach_sua.is_some());
        assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac"), "no page without the template");
    }
    let whole = linked(Dossier::case("hai-xa"), "report-templates", "/mat/ket-noi");
    let told = whole.build().ends_with(2);
    assert!(
        told.stderr.contains("không có thư mục khuôn mẫu «report-templates»"),
        "{}",
        told.stderr
    );
}

#[test]
fn a_link_behind_which_nothing_is_read_does_not_keep_old_reports_from_being_deleted() {
    for (path, to, pruned) in [
        ("inputs/hai-xa/2024-Q1/cu", "..", true),
        ("inputs/hai-xa/ghi-chu.txt", "khong-con.txt", true),
        ("inputs/hai-xa/2024-Q1/cu", "/mat/ket-noi", true),
        ("inputs/hai-xa/2024-Q3", "/mat/ket-noi", false),
        ("inputs/hai-xa/2024-Q2/ma-moi.yaml", "khong-con.yaml", false),
    ] {
        let dossier = Dossier::case("hai-xa");
        dossier.build().ends_with(0);
        let dossier = linked(dossier.remove(DOI_MAY), path, to);
        let told = dossier.run(["build", "--prune"]);
        let is_there = dossier.has("hai-xa/2024-Q1/doi-may");
        assert_eq!(is_there, !pruned, "{path}: {}", told.stderr);
    }
}
