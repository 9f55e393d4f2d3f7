//! Lists and paragraphs as they are pasted: printed as people mean them, told once a file. Not for how a line is read, which
//! the library's own tests hold, and not for words ([`crate::pasted_text`]).

use baocao::diagnostic::{Finding, Severity};

use crate::dossier::Dossier;
use crate::views::read;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const TEXT: &str = "han_che: Đường vào thôn xa còn khó đi.";

/// The plan of two communes and one return with these lines behind `han_che:`.
fn pasted(lines: &str) -> Dossier {
    let case = Dossier::case("hai-xa");
    Dossier::empty().write(PLAN, case.read(PLAN)).write(SUOI_BAC, case.read(SUOI_BAC)).replace(
        SUOI_BAC,
        TEXT,
        &format!("han_che:{lines}"),
    )
}

fn found(dossier: &Dossier) -> Vec<Finding> {
    let mut found = read(dossier).findings;
    found.retain(|one| one.code.id() != "K07");
    found
}

#[track_caller]
fn one(dossier: &Dossier) -> Finding {
    let mut found = found(dossier);
    assert_eq!(found.len(), 1, "{found:#?}");
    let one = found.remove(0);
    assert_eq!((one.code.id(), one.severity), ("K09", Severity::Note), "{one:#?}");
    one
}

#[test]
fn the_marks_of_a_pasted_list_are_told_once_for_a_file() {
    let lines = " |\n    Đã làm:\n    •\tHọp dân ở bốn thôn;\n    \u{f0b7}\tMở hai lớp;\n    – Cấp tờ rơi.\nphuong_huong: |\n  -Họp thêm;\n  * Mở thêm lớp.";
    let dossier = pasted(lines);
    let told = one(&dossier);
    assert_eq!(
        told.message,
        "dòng bắt đầu bằng «•», «–», «-», «*» được in thành gạch đầu dòng (5 chỗ: dòng 17, 18, 19, 21, 22)"
    );
    dossier.build().ends_with(0);
    let page = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    page.must_say("- Họp dân ở bốn thôn; - Mở hai lớp; - Cấp tờ rơi.");
    page.must_say("- Họp thêm; - Mở thêm lớp.");
}

#[test]
fn a_list_as_the_guide_writes_it_is_left_alone() {
    for lines in [
        " |\n    Đã làm:\n    - Họp dân;\n    - Mở lớp.",
        " |\n    - Họp dân:\n    + Một buổi;\n    + Hai buổi.",
        " |\n    1. Họp dân.\n    2. Mở lớp.",
        " |\n    Giảm\n    -5 người, trong giai đoạn 2021\n    - 2025.",
    ] {
        assert_eq!(found(&pasted(lines)), [], "{lines}");
    }
}

#[test]
fn a_list_yaml_would_join_keeps_its_lines() {
    for lines in [
        "\n    Đã làm\n    + Họp dân;\n    + Mở lớp.",
        " Đã làm\n    • Họp dân;\n    • Mở lớp.",
        " >\n    Đã làm\n    – Họp dân;\n    – Mở lớp.",
        " \"Đã làm\n    • Họp dân;\n    • Mở lớp.\"",
    ] {
        let dossier = pasted(lines);
        one(&dossier);
        dossier.build().ends_with(0);
        dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_say("Đã làm - Họp dân; - Mở lớp.");
    }
}

#[test]
fn what_is_written_as_a_list_of_yaml_is_told_with_a_cure_that_works() {
    for lines in ["\n    - Họp dân.\n    - Mở lớp.", "\n    - Kết quả: tốt.\n    - Mở lớp."]
    {
        let found = found(&pasted(lines));
        let [told] = &found[..] else { panic!("{found:#?}") };
        assert!(told.message.contains("cần lời văn, không phải danh sách"), "{told:#?}");
        let cure = "viết dấu | sau khóa";
        assert!(told.hint.as_ref().is_some_and(|hint| hint.starts_with(cure)), "{told:#?}");
        assert_eq!(self::found(&pasted(&format!(" |{lines}"))), []);
    }
}

#[test]
fn lines_that_are_whole_sentences_are_paragraphs_and_told() {
    let dossier = pasted(" |\n    Xã đã họp dân ở bốn thôn.\n    Trạm đã mở hai lớp.");
    let told = one(&dossier);
    assert_eq!(told.message, "dòng «Trạm đã mở hai lớp.» được in thành một đoạn riêng (dòng 17)");
    assert_eq!(told.span.map(|span| span.position()), Some((17, 5)));
}

#[test]
fn lines_that_run_together_are_told() {
    let told = one(&pasted(" |\n    Về công tác tuyên truyền\n    Trạm đã mở hai lớp."));
    assert!(told.message.contains("được nối vào dòng trên thành một câu (dòng 17)"), "{told:#?}");
    assert_eq!(found(&pasted(" |\n    Về công tác tuyên truyền,\n    trạm đã mở hai lớp.")), []);
}
