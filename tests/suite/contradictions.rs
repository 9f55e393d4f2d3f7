//! Numbers typed in prose: one that contradicts what the program prints is told with the binding to write, and one that
//! may speak of something else is let be. Not for numbers that are bound ([`crate::bindings`]).

use std::sync::LazyLock;

use crate::dossier::Dossier;
use crate::told::Told;

const RETURN: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";

/// Sentences whose number is not the commune's (2.431 of 2.548 people insured, 2.453 with a health record).
const WRONG: [&str; 14] = [
    "Số người tham gia bảo hiểm y tế là 2.401 người.",
    "Toàn xã hiện có 2.402 người tham gia bảo hiểm y tế.",
    "Đến nay, bảo hiểm y tế đạt 91,03%.",
    "Tỷ lệ BHYT đạt 91,04%, tăng so với quý trước.",
    "Toàn xã có 2.431/2.548 người tham gia bảo hiểm y tế, đạt 91,05%.",
    "Toàn xã có 2.406/2.548 người tham gia bảo hiểm y tế.",
    "Số người được quản lý sức khỏe đạt 2.407 người, số người tham gia BHYT là 2.431 người.",
    "Xã Đưng K'Nớ có tỷ lệ dân số được quản lý sức khoẻ là 91,08%.",
    "Đến ngày 13/9/2024, số người được quản lý sức khỏe là 2.409 người.",
    "Quản lý sức khỏe đạt 91,10% dân số.",
    "Độ bao phủ bảo hiểm y tế mới đạt 91,11%.",
    "Số trạm y tế có ít nhất một bác sĩ cơ hữu: 12 trạm.",
    "Số lượt sử dụng dịch vụ chăm sóc ban đầu tại y tế cơ sở là 3.413 lượt.",
    "9 tháng đầu năm 2024, tỷ lệ dân số tham gia bảo hiểm y tế đạt 91,14%.",
];

/// Sentences that are right, or speak of a part, another time, a plan, a change or another thing.
const RIGHT: [&str; 26] = [
    "Số người tham gia bảo hiểm y tế là 2.431 người.",
    "Số người tham gia bảo hiểm y tế là {{ so_lieu.nguoi_bhyt }} người.",
    "Có 2.431/2.548 người tham gia bảo hiểm y tế, đạt 95,41%.",
    "Thôn Đưng Trang có số người tham gia bảo hiểm y tế là 301 người.",
    "Tại Đạ Nghịt, bảo hiểm y tế đạt 71%.",
    "Vận động thêm 35 người tham gia bảo hiểm y tế.",
    "Trong đó có 36 người tham gia bảo hiểm y tế.",
    "Có 37 người tham gia bảo hiểm y tế tự nguyện.",
    "Số người tham gia bảo hiểm y tế tăng 38 người.",
    "Đến tháng 7, số người tham gia bảo hiểm y tế là 2.390 người.",
    "Phấn đấu cuối năm số người tham gia bảo hiểm y tế đạt 2.500 người.",
    "Quỹ bảo hiểm y tế chi trả 80% chi phí.",
    "Thu bảo hiểm y tế đạt 72%.",
    "Bảo hiểm y tế đạt 97% kế hoạch.",
    "Trong quý tổ chức 05 buổi truyền thông, giáo dục sức khỏe.",
    "Trong quý, số buổi truyền thông, giáo dục sức khỏe là 4 buổi.",
    "Kế hoạch giao tỷ lệ dân số tham gia bảo hiểm y tế đạt 96%.",
    "Tỷ lệ dân số tham gia bảo hiểm y tế đạt trên 94%.",
    "Người nghèo tham gia bảo hiểm y tế đạt 100%.",
    "Hộ cận nghèo có số người tham gia bảo hiểm y tế là 55 người.",
    "Số người được quản lý sức khỏe khoảng 2.400 người.",
    "Số người được quản lý sức khỏe là 2.400 người/năm.",
    "Tỷ lệ dân số tham gia bảo hiểm y tế so với lộ trình 93%.",
    "Có 12 người.",
    "Khám cho 322 người có nguy cơ cao mắc bệnh.",
    "Mỗi buổi có 20 người tham gia bảo hiểm y tế.",
];

/// What is told of the numbers in these sentences.
fn numbers_told(sentences: &[&str]) -> Told {
    static SAMPLES: LazyLock<String> =
        LazyLock::new(|| Dossier::samples().read("inputs/lac-duong/2024-Q3/dung-kno.yaml"));
    let start = SAMPLES.find("tinh_hinh:").expect("a text");
    let end = SAMPLES.find("lanh_dao:").expect("the next");
    let text = sentences.join("\n\n  ");
    let own = format!("{}tinh_hinh: |\n  {text}\n\n{}", &SAMPLES[..start], &SAMPLES[end..]);
    let dossier = Dossier::samples().write("inputs/lac-duong/2024-Q3/dung-kno.yaml", own);
    dossier.run([
        "check",
        "lac-duong",
        "--period",
        "2024-Q3",
        "--unit",
        "dung-kno",
        "--format",
        "json",
    ])
}

#[test]
fn a_number_that_contradicts_a_figure_is_told_with_the_binding_to_write() {
    let told = numbers_told(&WRONG).ends_with(0);
    let found = told.of("V14");
    let first = found[0].dong.expect("a line");
    let lines: Vec<usize> = found.iter().filter_map(|one| one.dong).collect();
    let expected: Vec<usize> = (0..WRONG.len()).map(|at| first + 2 * at).collect();
    assert_eq!(lines, expected, "{}", told.stdout);
    let says = |at: usize, words: &str| {
        let hint = found[at].cach_sua.as_ref().expect("a hint");
        assert!(hint.contains(words), "{hint}");
    };
    says(0, "viết {{ so_lieu.nguoi_bhyt }} người");
    says(2, "viết {{ chi_tieu.bhyt }}%");
    says(9, "viết {{ chi_tieu.qlsk }}%");
    let share = &found[4];
    assert_eq!(share.cot, Some(60), "at the share, not at the count: {share:?}");
}

#[test]
fn a_number_that_may_speak_of_something_else_is_let_be() {
    assert_eq!(numbers_told(&RIGHT).ends_with(0).of("V14"), []);
}

/// Line and column of what is told of these words.
fn placed(words: &str) -> (usize, usize) {
    let own = format!("  han_che: |\n    {}", words.replace('\n', "\n    "));
    let limits = "  han_che: Đường vào thôn xa còn khó đi.";
    let found = Dossier::case("hai-xa").replace(RETURN, limits, &own).check().one("V14");
    (found.place().1, found.place().2)
}

#[test]
fn a_contradiction_is_told_at_its_own_place_among_equal_numbers() {
    let words = "Có 970 cây.\n\n- Số người có thẻ là 970 người, không phải 960 người; có 970 nhà.";
    let found = placed(words);
    assert_eq!(found, (18, 26));
    let twice = "Số người có thẻ là 970 người.\n\n- Có 970 cây.";
    assert_eq!(placed(twice), (16, 24));
}
