//! The words a head of board would sign: what is listed, counted, named and left out. Not for values and verdicts.

use crate::dossier::{Dossier, sample};
use crate::pdf::Pdf;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";

fn page(dossier: &Dossier, name: &str) -> Pdf {
    dossier.build().ends_with(0);
    dossier.pdf(&format!("hai-xa/{name}"))
}

#[test]
fn a_half_years_documents_are_those_since_january_by_rank() {
    let half = sample("chuyen-doi-so/2026-Q2/truong-thcs");
    let listed = half.between("đã ban hành 03 văn bản", "2. Học tập");
    let place =
        |symbol: &str| listed.find(symbol).unwrap_or_else(|| panic!("{symbol} in {listed}"));
    // Two resolutions by date, then the plan that is older than the second.
    assert!(place("11-NQ/CB") < place("15-NQ/CB") && place("15-NQ/CB") < place("13-KH/CB"));
    sample("chuyen-doi-so/2026-Q1/truong-thcs").must_not_say("15-NQ/CB");
}

#[test]
fn a_document_is_told_as_of_the_body_whose_symbol_it_bears() {
    let page = sample("chuyen-doi-so/2026-Q3/tong-hop");
    let own = page.between("đã ban hành 04 văn bản để lãnh đạo", "Các cấp ủy, cơ quan");
    assert!(own.contains("12-KH/BXDĐ") && !own.contains("/ĐU,"), "{own}");
    page.must_say("Quyết định số 61-QĐ/ĐU, ngày 19/5/2026 của Ban Thường vụ Đảng ủy xã Suối Ngàn");
}

#[test]
fn what_is_missed_is_counted_even_where_nothing_is_met() {
    let first = sample("lac-duong/2024-Q1/tong-hop");
    first.must_say("(06 chỉ tiêu chưa đạt, 04 chỉ tiêu chưa đủ số liệu để kết luận)");
}

#[test]
fn a_road_map_of_what_is_to_be_little_is_a_ceiling() {
    let ceiling = |sum: &str| {
        let plan = "gia_tri: 2000, nam: 2030 }]\n    lo_trinh: { 2024: 2060 }";
        let dossier = Dossier::case("hai-xa").replace(
            PLAN,
            "dau: \">=\", gia_tri: 2000, nam: 2030 }]",
            &format!("dau: \"<=\", {plan}"),
        );
        let dossier = dossier
            .replace(DOI_MAY, "kinh_phi: 800", sum)
            .remove("inputs/hai-xa/2024-Q2/doi-may.yaml");
        let told = dossier.run(["explain", "hai-xa", "2024-Q1", "tong-hop", "von"]).ends_with(0);
        told.stdout
            .lines()
            .find(|line| line.contains("ộ trình"))
            .map(str::to_owned)
            .expect("a line")
    };
    assert!(ceiling("kinh_phi: 800").contains("≤ 2.060"), "{}", ceiling("kinh_phi: 800"));
    assert!(ceiling("kinh_phi: 900").contains("chưa đạt"), "{}", ceiling("kinh_phi: 900"));
}

#[test]
fn a_document_listed_again_a_quarter_later_is_listed_once() {
    let document = "van_ban:\n    - { loai: Công văn, so: 31-CV/ĐU, ngay: 2024-02-20, trich_yeu: \"về việc họp dân\" }\n";
    let listed = |dossier: Dossier, file: &str| {
        dossier.replace(file, "nhiem_vu:", &format!("lanh_dao:\n  {document}nhiem_vu:"))
    };
    let twice = listed(Dossier::case("hai-xa"), SUOI_BAC);
    let twice = listed(twice, "inputs/hai-xa/2024-Q2/suoi-bac.yaml");
    page(&twice, "2024-Q2/suoi-bac").must_say("đã ban hành 01 văn bản");
}

#[test]
fn what_did_not_arise_a_quarter_ago_is_no_zero() {
    let page = sample("chuyen-doi-so/2026-Q2/thon-da-krenh");
    page.must_say("triệu đồng 3,5 không phát sinh");
}

#[test]
fn a_part_that_did_not_arise_of_a_whole_that_is_there_is_none_of_it() {
    let none =
        Dossier::case("hai-xa").replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: khong-phat-sinh");
    page(&none, "2024-Q1/suoi-bac")
        .must_say("Tỷ lệ dân số có thẻ đạt 0% (0/1.000 người), thấp hơn");
}

#[test]
fn nobody_promised_figures_from_before_the_plan() {
    let first = page(&Dossier::case("hai-xa"), "2024-Q1/tong-hop");
    first.must_not_say("2023");
    first.must_not_say("Kỳ trước");
    Dossier::case("hai-xa").build();
}

#[test]
fn small_counts_have_two_digits_unless_the_plan_wants_one() {
    let two = Dossier::case("hai-xa").replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 990");
    page(&two, "2024-Q1/tong-hop")
        .must_say("có 1/2 xã đạt mục tiêu; còn 01 xã chưa đạt (xã Đồi Mây)");
    let one = two.replace(PLAN, "goi_chung: xã\n", "goi_chung: xã\ndem_hai_chu_so: false\n");
    page(&one, "2024-Q1/tong-hop").must_say("còn 1 xã chưa đạt (xã Đồi Mây)");
}

#[test]
fn an_order_number_is_a_place_in_the_list() {
    let third = "  - { ma: non-cao, loai: xã, ten: Non Cao, stt: 1 }\n  - { ma: trung-tam,";
    let placed = Dossier::case("hai-xa").replace(PLAN, "  - { ma: trung-tam,", third);
    let named = page(&placed.remove(SUOI_BAC), "2024-Q1/tong-hop");
    named.must_say("chưa có số liệu của các xã Non Cao, Suối Bạc");
    let second = third.replace("stt: 1", "stt: 2");
    let placed = Dossier::case("hai-xa").replace(PLAN, "  - { ma: trung-tam,", &second);
    let named = page(&placed.remove(SUOI_BAC), "2024-Q1/tong-hop");
    named.must_say("chưa có số liệu của các xã Suối Bạc, Non Cao");
}

#[test]
fn a_task_nobody_wrote_about_has_no_heading() {
    let silent = Dossier::case("hai-xa").replace(
        SUOI_BAC,
        "nhiem_vu:\n  nhan_thuc: Xã Suối Bạc đã họp dân ở bốn thôn.\n",
        "",
    );
    page(&silent, "2024-Q1/suoi-bac").must_not_say("Nâng cao nhận thức");
    silent.pdf("hai-xa/2024-Q1/doi-may").must_say("Nâng cao nhận thức");
}

#[test]
fn a_superior_row_is_asked_for_its_figures() {
    let letters = Dossier::case("hai-xa")
        .replace(PLAN, "han_nop: 03-20 }]", "han_nop: 03-20 }, { loai: don-doc, han_nop: 04-10 }]")
        .remove("inputs/hai-xa/2024-Q1/trung-tam.yaml")
        .remove(DOI_MAY);
    letters.build().ends_with(0);
    let figures = letters.pdf("hai-xa/2024-Q1/don-doc-trung-tam");
    figures.must_say("Số liệu phục vụ báo cáo kết quả quý I/2024");
    figures.must_say("Cung cấp 01 số liệu nêu ở Phụ lục");
    figures.must_not_say("phần lời văn");
    letters
        .pdf("hai-xa/2024-Q1/don-doc-doi-may")
        .must_say("Hoàn thành báo cáo kết quả quý I/2024, gồm phần lời văn");
}
