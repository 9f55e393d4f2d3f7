//! Files nobody meant to hand in: torn, pasted, saved by another program. Each is fine or a finding, never a crash.

use proptest::prelude::*;

use crate::dossier::Dossier;
use crate::told::Told;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";

/// Two communes, one of them with this file.
fn with(content: impl AsRef<[u8]>) -> Dossier {
    Dossier::case("hai-xa").write(SUOI_BAC, content)
}

/// What is found when only this one file is wrong: its own report is refused, all others are built.
#[track_caller]
fn refused(content: impl AsRef<[u8]>) -> Told {
    let dossier = with(content);
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac"));
    assert!(dossier.has("hai-xa/2024-Q1/doi-may") && dossier.has("hai-xa/2024-Q1/tong-hop"));
    let errors = told.errors();
    assert!(!errors.is_empty() && errors.iter().all(|one| one.place().0 == SUOI_BAC), "{errors:?}");
    told
}

fn good() -> String {
    Dossier::case("hai-xa").read(SUOI_BAC)
}

#[test]
fn a_syntax_error_is_found_at_its_line() {
    let slips = [
        ("  bac_si: 1", "  bac_si: \"1", 9),
        ("  bac_si: 1", "\tbac_si: 1", 9),
        ("  bac_si: 1", "   bac_si: 1", 9),
        ("  bac_si: 1", "  bac_si: [1", 9),
        ("nhan_thuc: Xã", "nhan_thuc: Kết quả: Xã", 13),
        ("  bac_si: 1", "  bac_si: 1\\n  bac_si: 2", 10),
        ("  bac_si: 1", "  bac_si: *so", 9),
    ];
    for (right, wrong, line) in slips {
        let wrong = wrong.replace("\\n", "\n");
        let told = refused(good().replace(right, &wrong));
        let found = told.errors();
        assert!(
            found.iter().any(|one| one.dong.is_some_and(|at| at.abs_diff(line) <= 1)),
            "{wrong}: {found:?}"
        );
    }
}

#[test]
fn bytes_that_are_no_text_are_found_where_they_begin() {
    let mut bytes = good().into_bytes();
    let at = good().find("Xã Suối").expect("the words");
    bytes[at] = 0xff;
    let found = refused(bytes).one("Y07");
    assert_eq!((found.dong, found.cot), (Some(13), Some(14)), "{found:?}");
    refused([0_u8, 159, 146, 150]);
    refused(good().encode_utf16().flat_map(u16::to_le_bytes).collect::<Vec<u8>>());
}

#[test]
fn a_mark_at_the_start_and_windows_line_ends_change_nothing() {
    let plain = with(good());
    let marked = with(format!("\u{feff}{}", good()));
    let windows = with(good().replace('\n', "\r\n"));
    for dossier in [&plain, &marked, &windows] {
        dossier.build().ends_with(0);
    }
    assert!(plain.output_files() == marked.output_files(), "a byte order mark changed a page");
    assert!(plain.output_files() == windows.output_files(), "line ends changed a page");
}

#[test]
fn windows_line_ends_inside_a_text_block_change_nothing() {
    let block = good() + "tinh_hinh: |\n  Đoạn một,\n  còn tiếp.\n\n  - Ý một\n  - Ý hai\n";
    let (plain, windows) = (with(&block), with(block.replace('\n', "\r\n")));
    for dossier in [&plain, &windows] {
        dossier.build().ends_with(0);
    }
    assert!(plain.output_files() == windows.output_files());
    let wrong = block.replace("bac_si: 1", "bac_si: một").replace('\n', "\r\n");
    assert_eq!(refused(wrong).one("V01").place(), (SUOI_BAC, 9, 11));
}

#[test]
fn an_empty_file_is_a_finding() {
    for empty in ["", "\n\n", "# chỉ có chú thích\n", "---\n", "null\n", "\u{feff}"] {
        refused(empty);
    }
}

#[test]
fn another_shape_than_a_mapping_is_a_finding() {
    for other in [
        "5\n",
        "chữ\n",
        "- don_vi: suoi-bac\n",
        "\"\"\n",
        "[]\n",
        "don_vi\n",
        "? [a, b]\n: 1\n",
        "1: 2\n",
        "!!binary aGk=\n",
    ] {
        refused(other);
    }
}

#[test]
fn deep_nesting_is_a_finding() {
    for (open, close) in [("[", "]"), ("{ a: ", " }")] {
        for depth in [40, 5_000] {
            refused(
                good() + &format!("tinh_hinh: {}1{}\n", open.repeat(depth), close.repeat(depth)),
            );
        }
    }
    let steps: Vec<String> = (0..3_000).map(|depth| " ".repeat(depth) + "a:").collect();
    refused(steps.join("\n"));
}

#[test]
fn aliases_that_multiply_are_a_finding() {
    let tenfold = |at: usize| {
        let before = if at == 0 { "x".to_owned() } else { format!("*a{}", at - 1) };
        format!("a{at}: &a{at} [{}]", [before.as_str(); 10].join(", "))
    };
    refused((0..12).map(tenfold).collect::<Vec<_>>().join("\n"));
    refused("a: &a [*a]\n");
}

#[test]
fn two_documents_in_one_file_are_a_finding() {
    refused(format!("{}---\n{}", good(), good()));
}

#[test]
fn a_file_of_absurd_size_is_a_finding() {
    refused("# dán nhầm\n".repeat(500_000));
    refused(format!("tinh_hinh: {}\n", "a b ".repeat(900_000)));
}

#[test]
fn a_plan_that_cannot_be_read_costs_its_own_dossier_only() {
    for content in [&b"ma: [\n"[..], b"", b"\xff\xfe", b"ma: hai-xa\n"] {
        let dossier = Dossier::case("hai-xa").write(PLAN, content);
        let dossier = dossier.write(
            "inputs/ba-xa/ke-hoach.yaml",
            Dossier::case("hai-xa").read(PLAN).replace("ma: hai-xa", "ma: ba-xa"),
        );
        let dossier = dossier.write("inputs/ba-xa/2024-Q1/suoi-bac.yaml", good());
        let told = dossier.run(["build", "--format", "json"]).ends_with(1);
        assert!(told.stderr.contains("1 hồ sơ không đọc được kế hoạch"), "{}", told.stderr);
        assert!(dossier.has("ba-xa/2024-Q1/suoi-bac"));
        assert!(told.errors().iter().all(|one| one.place().0 == PLAN), "{}", told.stdout);
    }
}

#[test]
fn a_broken_board_text_refuses_the_roll_up_only() {
    let dossier = Dossier::case("hai-xa").write("inputs/hai-xa/2024-Q1/_tong-hop.yaml", "ky: [\n");
    dossier.build().ends_with(1);
    assert!(!dossier.has("hai-xa/2024-Q1/tong-hop"));
    assert!(dossier.has("hai-xa/2024-Q1/suoi-bac") && dossier.has("hai-xa/2024-Q2/tong-hop"));
}

#[test]
fn a_broken_recognition_file_refuses_its_unit_only() {
    let dossier = Dossier::case("hai-xa").replace(
        "inputs/hai-xa/don-vi/suoi-bac.yaml",
        "2027-01-03",
        "2023-01-03",
    );
    let told = dossier.run(["build", "--format", "json"]).ends_with(1);
    told.one("V09");
    assert!(!dossier.has("hai-xa/2024-Q1/suoi-bac") && dossier.has("hai-xa/2024-Q1/doi-may"));
}

/// A change as an unlucky hand makes it: at so many thousandths of the file, so many characters gone, these put in.
fn slip() -> impl Strategy<Value = (usize, usize, String)> {
    let odd = "[\\[\\]{}:,\"'#&*!|>%@`\\-?\\n\\t 0-9a-zàảÁ\u{0}\u{feff}🙂]{0,6}";
    (0_usize..1000, 0_usize..40, odd)
}

proptest! {
    #![proptest_config(ProptestConfig { cases: 48, ..ProptestConfig::default() })]

    #[test]
    fn no_slip_in_a_file_crashes_the_program(slips in prop::collection::vec(slip(), 1..4), plan in any::<bool>()) {
        let path = if plan { PLAN } else { SUOI_BAC };
        let dossier = slips.into_iter().fold(Dossier::case("hai-xa"), |made, (share, gone, put)| {
            made.edit(path, |text| slipped(&text, share, gone, &put))
        });
        dossier.check();
    }
}

fn slipped(text: &str, share: usize, gone: usize, put: &str) -> String {
    let letters: Vec<char> = text.chars().collect();
    let at = letters.len() * share / 1000;
    let end = (at + gone).min(letters.len());
    letters[..at].iter().copied().chain(put.chars()).chain(letters[end..].iter().copied()).collect()
}
