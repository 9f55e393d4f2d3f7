//! What the program writes and removes stays in its output folder, whatever the manifest or a link says. Not for what it builds
//! ([`crate::output`]).
#![expect(clippy::disallowed_methods, reason = "the tests make links and move folders")]

#[cfg(unix)]
use std::os::unix::fs::symlink;

use crate::dossier::{Dossier, files};

const SUOI_BAC: &str = "hai-xa/2024-Q1/suoi-bac";

#[test]
fn a_manifest_that_names_other_files_has_none_of_them_removed() {
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let pdf = dossier.output_files()[&format!("{SUOI_BAC}.pdf")].clone();
    let manifest = dossier.read("out/manifest.json");
    for name in
        ["../keep/x", "hai-xa/../../keep/x", "hai-xa/2024-Q1/../../../keep/x", "a/..\\..\\keep/x"]
    {
        let escaped = name.replace('\\', "\\\\");
        let dossier =
            Dossier::case("hai-xa").write("keep/x.pdf", &pdf).write("out/../keep/x.pdf", &pdf);
        dossier.build().ends_with(0);
        let forged = manifest.replacen(SUOI_BAC, &escaped, 1);
        assert_ne!(forged, manifest);
        let dossier = dossier.write("out/manifest.json", forged);
        dossier.run(["build", "--prune"]).ends_with(0);
        assert!(dossier.is_there("keep/x.pdf"), "{name} was removed");
    }
}

#[test]
fn a_leftover_of_which_any_file_is_not_as_written_is_kept_whole() {
    let board = "inputs/hai-xa/2024-Q1";
    let dossier = Dossier::case("hai-xa");
    dossier.build().ends_with(0);
    let beside = "out/hai-xa/2024-Q1/tong-hop.goi-y.yaml";
    assert!(dossier.is_there(beside));
    let dossier = dossier.write(beside, "của tôi\n");
    std::fs::rename(dossier.path(board), dossier.path("cat-di")).expect("moved");
    dossier.run(["build", "--prune"]);
    assert_eq!(dossier.read(beside), "của tôi\n");
    assert!(!dossier.has(SUOI_BAC), "what is as written is removed");
}

#[test]
fn results_are_not_written_over_inputs_or_templates() {
    let dossier =
        Dossier::case("hai-xa").write("report-templates/quy/muc/kien-nghi.typ.j2", "Câu.\n");
    let before = files(&dossier.path(""));
    for out in ["inputs", "./inputs/", "inputs/hai-xa", "inputs/moi", "report-templates"] {
        let told = dossier.run(["build", "--out", out]).ends_with(2);
        assert!(told.stderr.contains("chọn thư mục khác bằng --out"), "{out}: {}", told.stderr);
        assert!(files(&dossier.path("")) == before, "{out}: something was written");
    }
    dossier.run(["build", "--out", "ket-qua"]).ends_with(0);
    dossier.run(["check", "--out", "inputs"]).ends_with(0);
}

#[cfg(unix)]
#[test]
fn a_link_in_the_output_folder_is_followed_inside_the_workspace_and_told_outside() {
    for (inside, code) in [(true, 0), (false, 1)] {
        let (dossier, elsewhere) = (Dossier::case("hai-xa"), Dossier::empty());
        dossier.build().ends_with(0);
        let folder = if inside { dossier.path("kho") } else { elsewhere.path("kho") };
        std::fs::rename(dossier.path("out/hai-xa"), &folder).expect("moved");
        symlink(&folder, dossier.path("out/hai-xa")).expect("a link");
        let before = files(&folder);
        let told = dossier.run(["build", "--force"]).ends_with(code);
        assert_eq!(
            told.stderr.contains("liên kết ra ngoài thư mục làm việc"),
            !inside,
            "{}",
            told.stderr
        );
        assert!(files(&folder) == before);
        assert!(dossier.path("out/hai-xa").is_symlink(), "the link stays");
    }
}

#[cfg(unix)]
#[test]
fn a_link_in_the_place_of_lock_or_manifest_leaves_its_target_alone() {
    for place in [".baocao/khoa", "manifest.json"] {
        let dossier = Dossier::case("hai-xa").write("cua-toi.txt", "quý\n");
        dossier.build().ends_with(0);
        let path = dossier.path("out").join(place);
        std::fs::remove_file(&path).expect("removed");
        symlink(dossier.path("cua-toi.txt"), &path).expect("a link");
        dossier.run(["build", "--force"]).ends_with(0);
        assert_eq!(dossier.read("cua-toi.txt"), "quý\n", "{place}");
    }
}
