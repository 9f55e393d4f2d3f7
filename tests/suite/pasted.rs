//! Numbers, answers and dates as clerks type and paste them: each is told what was read, why it is no value, and what to
//! type. Not for how numbers are printed ([`crate::numbers`]).

use baocao::diagnostic::Finding;

use crate::dossier::{Dossier, text_of};
use crate::views::read;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";

const EMPTY: &str =
    "chưa có số liệu thì xóa cả dòng hoặc viết null; không phát sinh thì viết khong-phat-sinh";
const SHEET: &str = "đặt kiểu cột là Văn bản (Text)";

/// What is typed for a count of people, why it is none, and what to do.
const COUNTS: &[(&str, &str, &str)] = &[
    // Thousands and decimals.
    ("35 699", "có dấu cách ngăn hàng nghìn", "không dấu ngăn hàng nghìn: 35699"),
    ("35\u{a0}699", "dấu cách đặc biệt (U+00A0)", "hàng nghìn: 35699"),
    ("35\u{202f}699", "dấu cách đặc biệt (U+202F)", "hàng nghìn: 35699"),
    ("35\u{2009}699", "dấu cách đặc biệt (U+2009)", "hàng nghìn: 35699"),
    ("35,699", "có dấu phẩy ngăn hàng nghìn", "hàng nghìn: 35699"),
    ("35.699", "được đọc là 35,699, không phải số nguyên", "hàng nghìn: 35699"),
    ("1.035.699", "có dấu chấm ngăn hàng nghìn", "hàng nghìn: 1035699"),
    ("35'699", "có dấu nháy ngăn hàng nghìn", "hàng nghìn: 35699"),
    ("35_699", "có dấu gạch dưới", "hàng nghìn: 35699"),
    ("4.921,5", "có phần lẻ", "ghi số người, là số nguyên"),
    ("4.921,0", "có phần lẻ bằng 0", "viết số nguyên: 4921"),
    ("4921.0", "có phần lẻ bằng 0", "viết số nguyên: 4921"),
    ("4,921.00", "có phần lẻ bằng 0", "viết số nguyên: 4921"),
    ("96.5", "được đọc là 96,5, không phải số nguyên", "nếu 96,5 là tỷ lệ thì bỏ"),
    ("96,5", "có phần lẻ, không phải số nguyên", "nếu 96,5 là tỷ lệ thì bỏ"),
    ("49 21", "có dấu cách giữa các chữ số", "viết liền: 4921"),
    // Percentages.
    ("96,5%", "là tỷ lệ phần trăm", "tỷ lệ 96,5% do chương trình tính; ghi số người"),
    ("100 %", "là tỷ lệ phần trăm", "tỷ lệ 100% do chương trình tính; ghi số người"),
    // Around the number.
    ("\"4921 \"", "có dấu cách thừa trong ngoặc kép", "viết 4921"),
    ("\"4921\\t\"", "có dấu cách thừa", "viết 4921"),
    ("49\u{200b}21", "có ký tự ẩn U+200B", "viết 4921"),
    ("4921\u{feff}", "có ký tự ẩn U+FEFF", "viết 4921"),
    ("\"'4921\"", "có dấu nháy đi kèm số", "viết 4921"),
    ("'4921", "có dấu nháy đi kèm số", "viết 4921"),
    ("“4921”", "có dấu nháy đi kèm số", "viết 4921"),
    ("4921 người", "có chữ «người» sau số", "chỉ ghi số: viết 4921"),
    ("4.921 người", "có chữ «người» sau số", "chỉ ghi số: viết 4921"),
    ("4921 hộ", "có chữ «hộ» sau số", "số liệu này tính bằng người"),
    ("2,5 nghìn người", "có chữ «nghìn người» sau số", "đổi ra người, chỉ ghi số: 2500"),
    ("4921.", "có «.» thừa sau số", "viết 4921"),
    ("4921;", "có «;» thừa sau số", "viết 4921"),
    ("4921*", "có «*» thừa sau số", "viết 4921"),
    ("4921(1)", "có «(1)» thừa sau số", "viết 4921"),
    ("4921¹", "có «¹» thừa sau số", "viết 4921"),
    ("+5", "có dấu + phía trước", "viết 5"),
    ("-5", "là số âm", "không ghi số tăng giảm"),
    ("−5", "là số âm", "không ghi số tăng giảm"),
    ("(5)", "là số âm", "không ghi số tăng giảm"),
    // Dates a spreadsheet made.
    ("2024-10-09", "là ngày tháng: bảng tính hay tự đổi những số như 9-10", SHEET),
    ("2024-10-09 00:00:00", "là ngày tháng", SHEET),
    ("09/10/2024", "là ngày tháng", SHEET),
    ("9/10/24", "là ngày tháng", SHEET),
    ("9-Oct", "là ngày tháng", SHEET),
    ("Oct-24", "là ngày tháng", SHEET),
    ("09-Thg10", "là ngày tháng", SHEET),
    ("12:30", "là giờ phút", "viết số nguyên"),
    // Several numbers.
    ("9-10", "là một khoảng", "ghi một số; nếu là số ước chừng: { gia_tri: 10, uoc: true }"),
    ("9 – 10", "là một khoảng", "ghi một số"),
    ("từ 9 đến 10", "là một khoảng", "ghi một số"),
    ("4921/5210", "là hai số, tử số và mẫu số", "ghi mỗi số ở dòng của nó"),
    ("2540+2381", "là một phép tính", "ghi kết quả của phép tính"),
    // Empty cells and answers.
    ("\"\"", "để trống", EMPTY),
    ("\" \"", "để trống", EMPTY),
    ("\"-\"", "là cách ghi ô trống", EMPTY),
    ("-", "là cách ghi ô trống", EMPTY),
    ("--", "là cách ghi ô trống", EMPTY),
    ("…", "là cách ghi ô trống", EMPTY),
    ("x", "là dấu đánh dấu", EMPTY),
    ("n/a", "là cách ghi ô trống", EMPTY),
    ("chưa có", "là cách ghi ô trống", EMPTY),
    ("chưa có số liệu", "là cách ghi ô trống", EMPTY),
    ("không phát sinh", "viết chưa đúng mẫu", "viết không dấu, có gạch nối: khong-phat-sinh"),
    ("Khong-phat-sinh", "viết chưa đúng mẫu", "khong-phat-sinh"),
    ("có", "là câu trả lời có hoặc không", "ghi số người"),
    ("không", "là câu trả lời có hoặc không", "ghi số người, ví dụ 0"),
    ("yes", "là câu trả lời có hoặc không", "ghi số người"),
    ("on", "là câu trả lời có hoặc không", "ghi số người"),
    ("true", "là câu trả lời có hoặc không", "ghi số người"),
    // Letters and other digits.
    ("49O1", "có chữ «O» ở chỗ của chữ số 0", "viết 4901"),
    ("l2", "có chữ «l» ở chỗ của chữ số 1", "viết 12"),
    ("49О1", "có chữ «О» ở chỗ của chữ số 0", "viết 4901"),
    ("１２", "chữ số kiểu khác", "viết 12"),
    ("٤٩", "chữ số kiểu khác", "viết 49"),
    ("một nghìn", "viết bằng chữ, không phải chữ số", "viết số nguyên không âm"),
    // Machines.
    ("1e3", "viết theo lũy thừa của 10", "viết đủ chữ số: 1000"),
    ("4.921E+03", "viết theo lũy thừa của 10", "viết đủ chữ số: 4921"),
    ("4,921E+03", "viết theo lũy thừa của 10", "viết đủ chữ số: 4921"),
    ("0x10", "viết theo hệ đếm của máy tính", "viết theo hệ thập phân: 16"),
    ("0o17", "viết theo hệ đếm của máy tính", "viết theo hệ thập phân: 15"),
    ("0b101", "viết theo hệ đếm của máy tính", "viết theo hệ thập phân: 5"),
    ("1_000", "có dấu gạch dưới", "hàng nghìn: 1000"),
    ("007", "bắt đầu bằng số 0", "nếu là số đếm thì viết 7"),
    ("0912345678", "bắt đầu bằng số 0, như mã, ngày tháng hoặc số điện thoại", "viết 912345678"),
    ("99999999999999999999", "lớn bất thường", "dán thừa chữ số"),
    // Estimates.
    ("~500", "là con số ước chừng", "{ gia_tri: 500, uoc: true }"),
    (">500", "là con số ước chừng", "{ gia_tri: 500, uoc: true }"),
    (">= 500", "là con số ước chừng", "{ gia_tri: 500, uoc: true }"),
    ("khoảng 500", "là con số ước chừng", "{ gia_tri: 500, uoc: true }"),
    ("Gần 1.500 người", "là con số ước chừng", "{ gia_tri: 1500, uoc: true }"),
    ("500 trở lên", "là con số ước chừng", "{ gia_tri: 500, uoc: true }"),
    // Messages and formulas of spreadsheets.
    ("NaN", "không phải số: bảng tính cho ra khi chia cho 0", EMPTY),
    (".nan", "không phải số: bảng tính cho ra khi chia cho 0", EMPTY),
    (".inf", "không phải số: bảng tính cho ra khi chia cho 0", EMPTY),
    ("#REF!", "là mã lỗi của bảng tính", "gõ con số của ô đó"),
    ("#DIV/0!", "là mã lỗi của bảng tính", "gõ con số của ô đó"),
    ("\"#N/A\"", "là mã lỗi của bảng tính", "gõ con số của ô đó"),
    ("########", "là mã lỗi của bảng tính", "gõ con số của ô đó"),
    ("=SUM(A1:A6)", "là công thức của bảng tính", "gõ con số mà công thức cho ra"),
    ("@SUM(A1)", "là công thức của bảng tính", "gõ con số mà công thức cho ra"),
    // Signs of YAML.
    ("#4921", "sau dấu # là chú thích", "viết 4921"),
    ("&4921", "có nghĩa riêng trong YAML", "viết 4921"),
    ("`4921`", "có dấu nháy đi kèm số", "viết 4921"),
];

/// The same for money in millions with one decimal.
const MONEY: &[(&str, &str, &str)] = &[
    ("1.250,5", "viết phần lẻ sau dấu phẩy", "phần lẻ sau dấu chấm: 1250.5"),
    ("1,250.5", "có dấu ngăn hàng nghìn", "phần lẻ sau dấu chấm: 1250.5"),
    ("1 250,5", "có dấu ngăn hàng nghìn", "phần lẻ sau dấu chấm: 1250.5"),
    ("1250,5", "viết phần lẻ sau dấu phẩy", "phần lẻ sau dấu chấm: 1250.5"),
    ("1.250", "có dấu chấm ngăn hàng nghìn", "hàng nghìn: 1250"),
    ("152.55", "có 2 chữ số lẻ, nhiều nhất được 1", "nhiều nhất 1 chữ số"),
    ("1,25 tỷ", "có chữ «tỷ» sau số", "đổi ra triệu đồng, chỉ ghi số: 1250"),
    ("1.250.500 nghìn đồng", "có chữ «nghìn đồng» sau số", "đổi ra triệu đồng, chỉ ghi số: 1250.5"),
    ("1.250.500.000 đồng", "có chữ «đồng» sau số", "đổi ra triệu đồng, chỉ ghi số: 1250.5"),
    ("1250.5 triệu đồng", "có chữ «triệu đồng» sau số", "chỉ ghi số: viết 1250.5"),
    ("1.333.333 đồng", "có chữ «đồng» sau số", "số liệu này tính bằng triệu đồng"),
];

/// Answers where yes or no is wanted, and what to type.
const FACTS: &[(&str, &str)] = &[
    ("1", "viết true"),
    ("0", "viết false"),
    ("x", "viết true"),
    ("yes", "viết true"),
    ("on", "viết true"),
    ("Đạt", "viết true"),
    ("no", "viết false"),
    ("off", "viết false"),
    ("chưa đạt", "viết false"),
    ("12", "viết true (có) hoặc false (không)"),
    ("\"\"", "viết true (có) hoặc false (không)"),
];

/// Dates of a document, and the date meant.
const DATES: &[(&str, &str)] = &[
    ("15/3/2024", "2024-03-15"),
    ("15-03-2024", "2024-03-15"),
    ("15.3.2024", "2024-03-15"),
    ("2024-3-15", "2024-03-15"),
    ("2024/03/15", "2024-03-15"),
    ("03/15/2024", "2024-03-15"),
    ("20240315", "2024-03-15"),
    ("2024-03-15 00:00:00", "2024-03-15"),
    ("45366", "2024-03-15"),
    ("ngày 15 tháng 3 năm 2024", "2024-03-15"),
];

/// A return with this line in the place of that one.
fn typed(line: &str, with: &str) -> Vec<Finding> {
    let case = Dossier::case("hai-xa");
    let fact = "  - { ma: co_nhs, ten: Có nữ hộ sinh, loai: co-khong, tuy_chon: true }\n  - { ma: cong_nhan,";
    let dossier = Dossier::empty()
        .write(PLAN, case.read(PLAN).replace("  - { ma: cong_nhan,", fact))
        .write(SUOI_BAC, case.read(SUOI_BAC))
        .replace(SUOI_BAC, line, with);
    read(&dossier).findings
}

fn typed_errors(line: &str, with: &str) -> Vec<Finding> {
    typed(line, with).into_iter().filter(Finding::is_error).collect()
}

/// The one error, which is at that line or behind a quotation mark that is open.
#[track_caller]
fn told(line: &str, with: &str) -> (String, String) {
    let found = typed(line, with);
    let mut errors = found.iter().filter(|one| one.is_error());
    let error = errors.next().unwrap_or_else(|| panic!("{with}: no error in {found:#?}"));
    assert!(errors.next().is_none(), "{with}: {found:#?}");
    let place = error.span.as_ref().map(|span| span.position().0);
    assert!(place.is_some_and(|place| (2..=12).contains(&place)), "{with}: {error:#?}");
    (error.message.clone(), error.hint.clone().unwrap_or_default())
}

#[track_caller]
fn all_are_told(line: &str, key: &str, cases: &[(&str, &str, &str)]) {
    for (number, why, hint) in cases {
        let (message, told) = told(line, &format!("{key}: {number}"));
        assert!(message.contains(why), "{number}: {message}");
        assert!(told.contains(hint), "{number}: {told}");
    }
}

#[test]
fn every_way_a_count_is_pasted_is_explained() {
    all_are_told("dan_so: 1000", "dan_so", COUNTS);
}

#[test]
fn every_way_money_is_pasted_is_explained() {
    all_are_told("kinh_phi: 1250.5", "kinh_phi", MONEY);
}

#[test]
fn a_comma_in_a_number_between_braces_is_explained() {
    for (line, typed) in [
        ("dan_so: 1000", "dan_so: { gia_tri: 4,921, nguon: Công an }"),
        ("kinh_phi: 1250.5", "kinh_phi: { gia_tri: 1250,5 }"),
    ] {
        let found = typed_errors(line, typed);
        let hint = found
            .iter()
            .find(|one| one.message.contains("không có trong quy ước"))
            .and_then(|one| one.hint.as_deref());
        assert!(
            hint.is_some_and(|hint| hint.contains("dấu phẩy ngăn các khóa: viết số liền nhau")),
            "{typed}: {found:#?}"
        );
    }
}

#[test]
fn a_number_is_read_as_reports_write_it() {
    for (line, with) in [
        ("bac_si: 1", "bac_si: 01"),
        ("buoi: 1", "buoi: \"1\""),
        ("kinh_phi: 1250.5", "kinh_phi: 1250"),
    ] {
        assert!(typed(line, with).iter().all(|one| !one.is_error()), "{with}");
    }
}

#[test]
fn every_way_an_answer_is_pasted_is_explained() {
    for (answer, hint) in FACTS {
        let (message, told) = told("  bac_si: 1\n", &format!("  bac_si: 1\n  co_nhs: {answer}\n"));
        assert!(message.contains("không phải true hoặc false"), "{answer}: {message}");
        assert!(told.contains(hint), "{answer}: {told}");
    }
    for answer in ["true", "True", "TRUE", "có", "Không", "false"] {
        let found = typed("  bac_si: 1\n", &format!("  bac_si: 1\n  co_nhs: {answer}\n"));
        assert!(found.iter().all(|one| !one.is_error()), "{answer}: {found:#?}");
    }
}

#[test]
fn every_way_a_date_is_pasted_is_explained() {
    for (date, meant) in DATES {
        let (message, hint) = told("chot_den: 2024-03-15", &format!("chot_den: {date}"));
        assert!(message.contains("không phải ngày"), "{date}: {message}");
        assert!(hint.ends_with(meant), "{date}: {hint}");
    }
    let (_, hint) = told("chot_den: 2024-03-15", "chot_den: 31/2/2024");
    assert!(hint.ends_with("2024-03-15"), "an example, since there is no such day: {hint}");
}

#[test]
fn every_way_a_period_is_pasted_is_explained() {
    for period in ["2024-q1", "Q1/2024", "quý I/2024", "2024Q1", "2024-QI", "Quý 1 năm 2024"] {
        let (message, hint) = told("ky: 2024-Q1", &format!("ky: {period}"));
        assert!(message.contains("khác thư mục"), "{period}: {message}");
        assert!(hint.contains("viết ky: 2024-Q1"), "{period}: {hint}");
    }
}

#[test]
fn the_number_of_a_document_is_its_number_alone() {
    let with =
        |number| format!("chot_den: 2024-03-15\nvan_ban: {{ so: {number}, ngay: 2024-03-18 }}");
    for (number, hint) in [
        ("181-BC/ĐU", "chỉ ghi con số: 181"),
        ("1.181", "hàng nghìn: 1181"),
        ("số 5", "viết số nguyên"),
    ] {
        let (_, told) = told("chot_den: 2024-03-15", &with(number));
        assert!(told.contains(hint), "{number}: {told}");
    }
    assert!(typed("chot_den: 2024-03-15", &with("05")).iter().all(|one| !one.is_error()));
}

#[test]
fn a_space_left_out_behind_a_key_is_told() {
    let (message, hint) = told("  bac_si: 1", "  bac_si:1");
    assert!(
        message.contains("thiếu dấu cách sau dấu hai chấm") && hint == "viết «bac_si: 1»",
        "{message} {hint}"
    );
}

#[test]
fn the_plans_own_numbers_are_explained_too() {
    for (from, to, words) in [
        ("gia_tri: 95,", "gia_tri: \"96,5\",", "phần lẻ sau dấu chấm: 96.5"),
        ("gia_tri: 95,", "gia_tri: 95%,", "bỏ dấu %: viết 95"),
        ("nhan: 10000", "nhan: 10.000", "hàng nghìn: 10000"),
        ("den: 2030 }", "den: \"2O30\" }", "viết 2030"),
    ] {
        let case = Dossier::case("hai-xa");
        let dossier = Dossier::empty().write(PLAN, case.read(PLAN)).replace(PLAN, from, to);
        let found = read(&dossier).findings;
        let hints: Vec<_> =
            found.iter().filter(|one| one.is_error()).filter_map(|one| one.hint.clone()).collect();
        assert!(hints.iter().any(|hint| hint.contains(words)), "{to}: {found:#?}");
    }
}

#[test]
fn the_guides_table_of_pasted_numbers_is_what_the_program_says() {
    let Some(guide) = text_of("TRA-CUU.md") else { return };
    let table = guide.split("| Dán vào ô số đếm |").nth(1).expect("the table");
    let rows: Vec<&str> = table.lines().skip(2).take_while(|line| line.starts_with('|')).collect();
    assert!(rows.len() > 20, "{} rows", rows.len());
    for row in rows {
        let code = |cell: &str| cell.trim().trim_matches('`').to_owned();
        let cells: Vec<&str> = row.split('|').collect();
        let (typed, meant) = (code(cells[1]), code(cells[3]));
        let (_, hint) = told("dan_so: 1000", &format!("dan_so: {typed}"));
        assert!(hint.contains(&meant), "{typed}: {hint}");
    }
}
