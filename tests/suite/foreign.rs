//! Nothing in the program knows what it reports on: another directive, other units and figures are data alone.

use crate::dossier::{Dossier, files, repository};
use crate::pdf::Pdf;

/// The report of this name on libraries and reading, in a made-up city.
fn report(name: &str) -> Pdf {
    let dossier = Dossier::case("foreign");
    assert_eq!(dossier.check().ends_with(0).findings(), []);
    let told = dossier.build().ends_with(0);
    assert_eq!(told.counts(), [3, 0, 0, 0]);
    dossier.pdf(&format!("doc-sach/2026-Q3/{name}"))
}

#[test]
fn a_dossier_on_another_directive_is_built_from_data_alone() {
    let report = report("ben-dua");
    report.must_say("ĐẢNG BỘ THÀNH PHỐ SÔNG XANH");
    report.must_say("ĐẢNG ỦY PHƯỜNG BẾN DỪA");
    report.must_say("Số 41-BC/ĐU");
    report.must_say("kết quả thực hiện Chỉ thị số 07-CT/TU về phát triển văn hóa đọc tại phường Bến Dừa quý III năm 2026");
    report.must_say("Tính đến ngày 15/9/2026, có 2/3 chỉ tiêu đạt và vượt mục tiêu của kế hoạch, 01 chỉ tiêu chưa đạt");
    report.must_say("Tổ chức ngày hội đọc sách: Ngày hội đọc sách có 14 trường tham gia.");
}

#[test]
fn a_rate_per_thousand_is_exact_and_keeps_its_unit() {
    let far = report("go-lim");
    far.must_say("Số thẻ bạn đọc trên 1.000 dân là 13,3, thấp hơn 11,7 thẻ/1.000 dân so với mục tiêu đến năm 2030 (từ 25 thẻ/1.000 dân trở lên)");
    far.must_say("thấp hơn 4,7 thẻ/1.000 dân so với lộ trình năm 2026 (18 thẻ/1.000 dân)");
    let area = report("tong-hop");
    area.must_say("là 22,6, thấp hơn 2,4 thẻ/1.000 dân");
    area.must_say("Toàn thành phố 22,6");
    area.must_say("Số liệu 712/31.500");
    area.must_say("Đánh giá Chưa đạt");
    area.must_not_say("điểm phần trăm so với lộ trình");
}

#[test]
fn money_is_added_up_to_its_last_decimal() {
    let area = report("tong-hop");
    // Each unit has a goal of its own: the sum is a fact, and is not judged.
    area.must_say("Kinh phí mua sách tổng cộng 283,7 triệu đồng, cả 02 phường, xã đều chưa đạt");
    area.must_say("Toàn thành phố 22,6 283,7");
    let own = report("ben-dua");
    own.must_say("Kinh phí mua sách");
    own.must_say("triệu đồng 187,5 Chưa đạt");
}

#[test]
fn a_fact_is_counted_over_the_units() {
    report("go-lim")
        .must_say("Đối với chỉ tiêu “100% phường, xã có phòng đọc”: xã Gò Lim chưa đạt.");
    report("tong-hop").must_say("Tỷ lệ phường, xã có phòng đọc đạt 50% (1/2 phường, xã)");
}

#[test]
fn the_appendix_writes_the_area_like_the_units() {
    let area = report("tong-hop");
    area.must_say("Thẻ bạn đọc (thẻ/1.000 dân) Kinh phí (triệu đồng) Phòng đọc");
    area.must_say("1 Phường Bến Dừa 25,5 187,5 Có");
    area.must_say("Toàn thành phố 22,6 283,7 50%");
}

/// Whether a line has these words, not only their letters within others (`thôn` is not in `thông tư`).
fn says(line: &str, words: &str) -> bool {
    let is_letter = |c: Option<char>| c.is_some_and(char::is_alphanumeric);
    line.match_indices(words).any(|(at, _)| {
        let (before, after) = (&line[..at], &line[at + words.len()..]);
        !is_letter(before.chars().next_back()) && !is_letter(after.chars().next())
    })
}

/// Words that make names of bodies and positions, of which a list is data.
const OF_NAMES: &[&str] = &[
    "BÍ THƯ",
    "CHỦ NHIỆM",
    "CHỦ TỊCH",
    "TRƯỞNG",
    "PHÓ",
    "CHÁNH",
    "GIÁM ĐỐC",
    "BAN",
    "VĂN PHÒNG",
    "TRUNG TÂM",
    "ỦY BAN",
    "CHI BỘ",
    "ĐẢNG BỘ",
    "TỈNH ỦY",
    "THÀNH ỦY",
    "ĐCSVN",
    "ĐẢNG CSVN",
];

#[test]
fn what_reads_pages_lists_no_names_of_bodies_or_positions() {
    for (path, bytes) in files(&repository().join("src/inspect")) {
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        for list in code.split('[').skip(1) {
            let list = list.split(']').next().unwrap_or_default();
            let items: Vec<&str> = list.split('"').skip(1).step_by(2).map(str::trim).collect();
            let named = items.iter().filter(|item| OF_NAMES.contains(item)).count();
            assert!(named < 2, "src/inspect/{path} lists names: {list}");
        }
    }
}

#[test]
fn no_line_of_code_names_a_subject_a_district_or_a_directive() {
    let words = [
        "y tế",
        "bhyt",
        "bảo hiểm",
        "bác sĩ",
        "trạm",
        "thôn",
        "huyện",
        "thị trấn",
        "dân số",
        "25-ct",
        "lạc dương",
        "ninh hải",
        "đảng ủy",
        "tuyên giáo",
        "health",
        "doctor",
        "district",
        "commune",
    ];
    for (path, bytes) in files(&repository().join("src")) {
        let text = std::str::from_utf8(&bytes).expect("UTF-8");
        let code = text.split("#[cfg(test)]").next().unwrap_or_default();
        let lines =
            code.lines().enumerate().filter(|(_, line)| !line.trim_start().starts_with("//"));
        for (at, line) in lines {
            let line = line.to_lowercase();
            // What a message gives as an example may be any subject.
            let line = [" // ", "ví dụ"]
                .iter()
                .fold(line.as_str(), |line, end| line.split(end).next().unwrap_or(line));
            for word in words {
                assert!(!says(line, word), "src/{path}:{} says «{word}»: {line}", at + 1);
            }
        }
    }
}
