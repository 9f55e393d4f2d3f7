//! What `inspect` and `build --inspect` print, write and end with. Not for what deviates.

use super::tester::{PageTester, changed, report};
use crate::dossier::{Dossier, text_of};

#[test]
fn the_command_says_what_deviates_and_ends_with_its_code() {
    let slip = [("[Số 05-BC/CB]", "[Số: 05-BC/CB]")];
    let tester = PageTester::new();
    let dossier = Dossier::empty()
        .write("dung.pdf", tester.pdf(report()).expect("a page"))
        .write("sai.pdf", tester.pdf(changed(&report(), &slip)).expect("a page"))
        .write("khong.pdf", "không phải PDF");
    let told = dossier.run(["inspect", "dung.pdf"]);
    assert_eq!(told.code, 0, "{}", told.stdout);
    assert!(told.stdout.contains("không thấy chỗ nào lệch thể thức hd05"), "{}", told.stdout);
    assert!(told.stdout.contains("con dấu"), "{}", told.stdout);
    let told = dossier.run(["inspect", "sai.pdf", "--format", "short"]);
    assert_eq!(told.code, 1, "{}", told.stdout);
    assert_eq!(
        told.stdout,
        "sai.pdf: Ô 3 (số, ký hiệu), trang 1: «Số: 05-BC/CB» có dấu hai chấm sau «Số», phải là «Số 05-BC/ĐU», không có dấu hai chấm\n"
    );
    let told = dossier.run(["inspect", "sai.pdf", "--format", "json"]);
    let first = told.stdout.lines().next().unwrap_or_default();
    assert!(
        first.starts_with("{\"phien_ban\":1,\"loai\":\"lech\"") && first.contains("\"o\":\"3\""),
        "{first}"
    );
    assert_eq!(dossier.run(["inspect", "khong.pdf"]).code, 2);
    assert_eq!(dossier.run(["inspect", "khong-co.pdf"]).code, 2);
    assert_eq!(dossier.run(["inspect", "dung.pdf", "--profile", "hd99"]).code, 2);
    let other = dossier.run(["inspect", "dung.pdf", "--profile", "hd36", "--format", "short"]);
    assert!(other.stdout.contains("Ô 9a (danh sách nơi nhận)"), "{}", other.stdout);
}

#[test]
fn a_build_that_inspects_writes_only_what_conforms() {
    let right = Dossier::case("hai-xa");
    assert_eq!(right.run(["build", "--inspect"]).code, 0);
    assert!(right.has("hai-xa/2024-Q1/suoi-bac"));
    let profile = "report-templates/van-ban-dang/the-thuc/hd36.yaml";
    let small =
        text_of(profile).expect("the profile").replace("than: { co_chu: 14", "than: { co_chu: 13");
    let wrong = Dossier::case("hai-xa").write(profile, small);
    let told = wrong.run(["build", "--inspect", "--format", "json"]).ends_with(1);
    assert!(
        told.of("T01").iter().any(|own| own.noi_dung.contains("cỡ chữ 13 pt")),
        "{}",
        told.stdout
    );
    assert!(!wrong.has("hai-xa/2024-Q1/suoi-bac"));
    wrong.run(["build"]).ends_with(0);
    wrong.run(["build", "--inspect"]).ends_with(1);
}
