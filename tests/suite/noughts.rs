//! A column keeps its noughts, a sentence drops them: for figures, targets, sums, differences, charts and traces. Not for how
//! many decimals a column has ([`crate::same_figure`]).

use crate::dossier::Dossier;
use crate::pdf::Pdf;

const PLAN: &str = "inputs/hai-xa/ke-hoach.yaml";
const FIRST: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const SECOND: &str = "inputs/hai-xa/2024-Q2/suoi-bac.yaml";
const LIMITS: &str = "  han_che: Đường vào thôn xa còn khó đi.";
const CENTRE: &str = "    dich: [{ dau: trong, tu: 9, den: 10, vuot_van_dat: true, nam: 2030 }]\n";

/// Two communes with money in tenths, of which the first had 1.250,5 and has 3.312, and what it writes of it.
fn money(words: &str) -> Dossier {
    Dossier::case("hai-xa").replace(SECOND, "kinh_phi: 1250.5", "kinh_phi: 3312").replace(
        SECOND,
        LIMITS,
        &format!("  han_che: {words}"),
    )
}

fn unit_page(dossier: &Dossier) -> Pdf {
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q2/suoi-bac")
}

/// A share of two sums of money, one of them of two figures, in the place of the doctors.
fn share(dossier: Dossier, more: [&str; 2]) -> Dossier {
    let figures = "  - { ma: von_dan, ten: Vốn dân góp, don_vi_tinh: triệu đồng, loai: luy-ke, le: 1 }\n  \
                   - { ma: nhu_cau, ten: Nhu cầu vốn, don_vi_tinh: triệu đồng, loai: luy-ke, le: 1 }\n";
    let target = "  - ma: dap_ung\n    ten: Tỷ lệ vốn đáp ứng nhu cầu\n    loi_van: Trên 80% nhu cầu vốn\n    \
                  tu_so: [kinh_phi, von_dan]\n    mau_so: nhu_cau\n    don_vi_tinh: \"%\"\n    \
                  dich: [{ dau: \">\", gia_tri: 80, nam: 2030 }]\n";
    let [first, second] = more;
    dossier
        .replace(PLAN, "chi_tieu:\n", &format!("{figures}chi_tieu:\n"))
        .replace(PLAN, CENTRE, &format!("{CENTRE}{target}"))
        .replace(FIRST, "  kinh_phi:", &format!("{first}  kinh_phi:"))
        .replace(SECOND, "  kinh_phi:", &format!("{second}  kinh_phi:"))
}

#[test]
fn a_bound_figure_has_no_noughts_in_a_sentence_and_all_in_its_column() {
    let page = unit_page(&money(
        "Kinh phí {{ so_lieu.kinh_phi }} triệu đồng, {{ so_lieu.kinh_phi.thay_doi.ky_truoc }} \
         {{ so_lieu.kinh_phi.chenh_lech.ky_truoc }} triệu đồng so với {{ so_lieu.kinh_phi.ky_truoc }} triệu đồng.",
    ));
    page.must_say("Kinh phí 3.312 triệu đồng, tăng 2.061,5 triệu đồng so với 1.250,5 triệu đồng.");
    page.must_say("Kinh phí đã bố trí triệu đồng 3.312,0 1.250,5");
}

#[test]
fn an_earlier_figure_has_no_noughts_in_a_sentence_either() {
    let dossier =
        money("Từ {{ so_lieu.kinh_phi.ky_truoc }} lên {{ so_lieu.kinh_phi }} triệu đồng.")
            .replace(SECOND, "kinh_phi: 3312", "kinh_phi: 3312.5")
            .replace(FIRST, "kinh_phi: 1250.5", "kinh_phi: 1250");
    let page = unit_page(&dossier);
    page.must_say("Từ 1.250 lên 3.312,5 triệu đồng.");
    page.must_say("3.312,5 1.250,0");
}

#[test]
fn both_sums_of_a_rate_have_one_form_in_a_column_and_none_of_its_noughts_in_a_sentence() {
    let more = ["  von_dan: 50\n  nhu_cau: 2001\n", "  von_dan: 88\n  nhu_cau: 4000\n"];
    let words = "Có {{ chi_tieu.dap_ung.tu_so }}/{{ chi_tieu.dap_ung.mau_so }} triệu đồng, từ {{ chi_tieu.dap_ung.ky_truoc }}%.";
    let page = unit_page(&share(money(words), more));
    page.must_say("Tỷ lệ vốn đáp ứng nhu cầu đạt 85% (3.400/4.000 triệu đồng)");
    page.must_say("Có 3.400/4.000 triệu đồng, từ 64,99%.");
    // The sum of the quarter before had a decimal; the need never had one.
    page.must_say("3.400,0/4.000 85,00%");
    page.must_say("64,99%");
}

#[test]
fn a_quarters_list_of_other_figures_is_a_sentence_too() {
    let dossier = Dossier::case("hai-xa")
        .replace(FIRST, "kinh_phi: 1250.5", "kinh_phi: 1250")
        .replace(PLAN, "    tu_so: kinh_phi\n", "    tu_so: buoi\n");
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/tong-hop").must_say("Kinh phí đã bố trí: 2.050 triệu đồng");
    let tenths = dossier.replace(FIRST, "kinh_phi: 1250", "kinh_phi: 1250.5");
    tenths.build().ends_with(0);
    tenths.pdf("hai-xa/2024-Q1/tong-hop").must_say("Kinh phí đã bố trí: 2.050,5 triệu đồng");
}

#[test]
fn a_trace_lists_addends_in_one_form_and_tells_what_the_sentence_says() {
    let dossier = money("Không.");
    let told = dossier.run(["explain", "hai-xa", "2024-Q2", "tong-hop", "kinh_phi"]).ends_with(0);
    let says = |words: &str| assert!(told.stdout.contains(words), "«{words}»:\n{}", told.stdout);
    says("Báo cáo in: 4.112\n");
    says("tăng 2.061,5 (từ 2.050,5)");
    let whole =
        dossier.replace("inputs/hai-xa/2024-Q2/doi-may.yaml", "kinh_phi: 800", "kinh_phi: 800.5");
    let told = whole.run(["explain", "hai-xa", "2024-Q2", "tong-hop", "kinh_phi"]).ends_with(0);
    let says = |words: &str| assert!(told.stdout.contains(words), "«{words}»:\n{}", told.stdout);
    says("3.312,0");
    says("  800,5");
    says("4.112,5");
}
