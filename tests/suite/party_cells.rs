//! The sample whose units are Party cells: letterheads, the format of each report's date, figures that only some cells
//! owe, a superior's form, a cell that is late. Not for what the other samples show ([`crate::samples`]).

use crate::dossier::{Dossier, SAMPLES, sample};
use crate::pdf::Pdf;

fn report(name: &str) -> Pdf {
    sample(&format!("chuyen-doi-so/{name}"))
}

#[test]
fn a_party_cell_stands_under_its_party_organisation_and_signs_for_itself() {
    let cell = report("2026-Q3/thon-da-krenh");
    cell.must_say("ĐẢNG BỘ XÃ SUỐI NGÀN CHI BỘ THÔN ĐẠ K'RỀNH * Số 15-BC/CB");
    cell.must_say("T/M CHI BỘ BÍ THƯ");
    cell.must_not_say("chi bộ Chi bộ");
}

#[test]
fn one_dossier_keeps_to_the_format_of_each_reports_date() {
    report("2026-Q1/cong-an").must_say("- Ban Thường vụ Đảng ủy xã, - Ban Xây dựng Đảng,");
    report("2026-Q2/cong-an").must_say("- Ban Thường vụ Đảng ủy xã; - Ban Xây dựng Đảng;");
}

#[test]
fn the_board_and_the_committee_issue_by_kind_of_report() {
    let board = report("2026-Q1/tong-hop");
    board.must_say("ĐẢNG ỦY XÃ SUỐI NGÀN BAN XÂY DỰNG ĐẢNG * Số 19-BC/BXDĐ");
    let committee = report("2026-Q2/tong-hop");
    committee.must_say("ĐẢNG BỘ TỈNH LÂM ĐỒNG ĐẢNG ỦY XÃ SUỐI NGÀN * Số 74-BC/ĐU");
    committee.must_say("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ");
    committee.must_say("Thực hiện Mức năm 2026 Đánh giá");
}

#[test]
fn a_figure_that_only_some_cells_report_is_no_gap_of_the_others() {
    let told = Dossier::samples().run(["check", "chuyen-doi-so", "--format", "json"]);
    assert!(!told.of("B01").is_empty(), "{}", told.stdout);
    assert_eq!(told.of("B03"), []);
    let area = report("2026-Q2/tong-hop");
    area.must_say("ước đạt 44,28% (577/1.303 hộ), thấp hơn");
    area.must_not_say("tính trên");
    report("2026-Q2/truong-thcs").must_not_say("Số hộ");
}

#[test]
fn a_late_cell_is_named_and_gets_a_letter_in_the_format_in_force() {
    let area = report("2026-Q3/tong-hop");
    area.must_say("báo cáo của 9/10 chi bộ; chưa có số liệu của Chi bộ thôn Nước Trong");
    assert!(!SAMPLES.1.contains_key("chuyen-doi-so/2026-Q3/thon-nuoc-trong.pdf"));
    let letter = report("2026-Q3/don-doc-thon-nuoc-trong");
    letter.must_say("Số 104-CV/BXDĐ");
    letter.must_say("Kính gửi: - Chi bộ thôn Nước Trong.");
    letter.must_say("chậm nhất ngày 30/9/2026");
}

#[test]
fn exactly_ninety_percent_is_not_above_ninety_and_a_range_may_be_left_upwards_only_where_the_plan_allows()
 {
    report("2026-Q3/tram-y-te").must_say("9/10 90,00% 85% Chưa đạt");
    report("2026-Q3/thon-doi-thong").must_say("buổi 5 – Đạt");
    report("2026-Q1/thon-da-krenh").must_say("78/12 6,50 Chưa đạt");
}
