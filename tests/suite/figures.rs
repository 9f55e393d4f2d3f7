//! Sums, rates, verdicts and differences, from YAML to the printed page: exact, and the same wherever they stand.

use crate::dossier::Dossier;
use crate::pdf::squeezed;

const SUOI_BAC: &str = "inputs/hai-xa/2024-Q1/suoi-bac.yaml";
const DOI_MAY: &str = "inputs/hai-xa/2024-Q1/doi-may.yaml";
const CENTRE: &str = "inputs/hai-xa/2024-Q1/trung-tam.yaml";

fn two_communes() -> Dossier {
    Dossier::case("hai-xa")
}

#[test]
fn a_rate_of_the_area_is_sum_over_sum_never_the_mean_of_rates() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("Tỷ lệ dân số có thẻ đạt 90,45% (9.950/11.000 người)");
    roll_up.must_say("cả 02 xã đều chưa đạt (các xã Suối Bạc, Đồi Mây)");
    roll_up.must_not_say("92,5");
}

#[test]
fn a_missing_figure_is_never_zero() {
    let dossier = two_communes().replace(SUOI_BAC, "  nguoi_bhyt: 950\n", "");
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    report.must_say("- Chưa có số liệu: tỷ lệ dân số có thẻ.");
    report.must_say("Số người có thẻ người chưa có");
    report.must_not_say("đạt 0%");
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("tạm tính 90% (9.000/10.000 người; tính trên 1/2 xã)");
    let lacking = dossier.check().one("B03");
    assert_eq!((lacking.muc_do.as_str(), lacking.place().0), ("cảnh báo", SUOI_BAC));
    assert!(lacking.noi_dung.contains("nguoi_bhyt"), "{lacking:?}");
}

#[test]
fn a_sum_over_a_gap_says_how_many_units_it_covers() {
    let dossier = two_communes().replace(SUOI_BAC, "  nguoi_bhyt: 950\n", "");
    let dossier = dossier.replace(SUOI_BAC, "  buoi: 1\n", "");
    dossier.build().ends_with(0);
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("(9.000/10.000 người; tính trên 1/2 xã)");
    roll_up.must_say("Số liệu 9.000/ 10.000 8/9");
    roll_up.must_say("Dân số: 11.000 người");
    roll_up.must_say("Số buổi truyền thông: 1 (có số liệu 1/2 đơn vị)");
    let half_year = dossier.replace(&SUOI_BAC.replace("Q1", "Q2"), "  nguoi_bhyt: 950\n", "");
    half_year.build().ends_with(0);
    let page = half_year.pdf("hai-xa/2024-Q2/tong-hop");
    page.must_say("Số người có thẻ người 9.000 (1/2 đơn vị) 9.000");
}

#[test]
fn a_target_that_is_open_over_a_gap_is_said_once() {
    let dossier = two_communes().replace(SUOI_BAC, "  kinh_phi: 1250.5\n", "");
    dossier.build().ends_with(0);
    let page = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    let text = squeezed(page.text());
    assert_eq!(text.to_lowercase().matches("kinhphíđãbốtrítạmtính").count(), 1, "{}", page.text());
    page.must_say("Chưa đủ số liệu để kết luận: kinh phí đã bố trí tạm tính 800 triệu đồng");
}

#[test]
fn targets_without_figures_are_not_said_to_need_a_push() {
    let other = "inputs/hai-xa/2024-Q1/doi-may.yaml";
    let dossier = two_communes().remove(SUOI_BAC).remove(other);
    dossier.build().ends_with(0);
    let page = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    page.must_say("Các chỉ tiêu chưa kết luận được (chi tiết tại Phụ lục):");
    page.must_not_say("tập trung chỉ đạo");
    let missed = two_communes();
    missed.build().ends_with(0);
    missed.pdf("hai-xa/2024-Q1/tong-hop").must_say("Các chỉ tiêu cần tập trung chỉ đạo");
}

#[test]
fn few_remarks_stand_in_the_cell_of_their_value_and_many_in_a_column() {
    let q2 = |file: &str| file.replace("Q1", "Q2");
    let one = two_communes().replace(&q2(SUOI_BAC), "  nguoi_bhyt: 950\n", "");
    one.build().ends_with(0);
    let few = one.pdf("hai-xa/2024-Q2/tong-hop");
    few.must_say("Số người có thẻ người 9.000 (1/2 đơn vị)");
    few.must_not_say("Ghi chú");
    let none = two_communes().remove(&q2(SUOI_BAC));
    none.build().ends_with(0);
    let many = none.pdf("hai-xa/2024-Q2/tong-hop");
    many.must_say("Ghi chú");
    many.must_say("Có số liệu 1/2 đơn vị.");
    many.must_not_say("(1/2 đơn vị)");
}

#[test]
fn a_blank_and_an_absent_figure_are_the_same() {
    let absent = two_communes().replace(SUOI_BAC, "  nguoi_bhyt: 950\n", "");
    let blank = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt:");
    let null = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: null");
    for dossier in [&absent, &blank, &null] {
        dossier.build().ends_with(0);
    }
    assert!(
        absent.output_files() == blank.output_files()
            && absent.output_files() == null.output_files()
    );
}

#[test]
fn zero_is_a_figure() {
    let dossier = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 0");
    dossier.build().ends_with(0);
    dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_say("đạt 0% (0/1.000 người)");
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("đạt 81,82% (9.000/11.000 người), thấp hơn");
}

#[test]
fn what_did_not_arise_is_neither_zero_nor_missing() {
    let none = "so_thon: khong-phat-sinh\n  thon_nvyt: khong-phat-sinh";
    let dossier = two_communes().replace(SUOI_BAC, "so_thon: 4\n  thon_nvyt: 4", none);
    dossier.build().ends_with(0);
    assert_eq!(dossier.check().findings(), []);
    let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    report.must_say("Số thôn thôn không phát sinh");
    report.must_say("100% (2025) – – Không áp dụng");
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("Tỷ lệ thôn có nhân viên y tế đạt 80% (4/5 thôn), thấp hơn");
}

#[test]
fn a_value_has_the_same_digits_in_text_table_and_appendix() {
    let close = "dan_so: 100000\n  nguoi_bhyt: 94996";
    let dossier = two_communes().replace(SUOI_BAC, "dan_so: 1000\n  nguoi_bhyt: 950", close);
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    report.must_say("đạt 94,996% (94.996/100.000 người), thấp hơn 0,004 điểm phần trăm so với");
    report.must_say("94.996/100.000 94,996% Chưa đạt");
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("1 Xã Suối Bạc 94,996%");
    for page in [report, roll_up] {
        page.must_not_say("95,00%");
        page.must_not_say("đạt 95%");
    }
}

#[test]
fn a_printed_difference_is_the_difference_of_the_printed_values() {
    let dossier = two_communes()
        .replace(SUOI_BAC, "dan_so: 1000\n  nguoi_bhyt: 950", "dan_so: 3000\n  nguoi_bhyt: 1000")
        .replace(
            "inputs/hai-xa/2024-Q2/suoi-bac.yaml",
            "dan_so: 1000\n  nguoi_bhyt: 950",
            "dan_so: 3000\n  nguoi_bhyt: 2000",
        );
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2024-Q2/suoi-bac");
    report.must_say("đạt 66,67% (2.000/3.000 người), thấp hơn 28,33 điểm phần trăm");
    report.must_say("tăng 33,34 điểm phần trăm so với quý I/2024");
}

#[test]
fn money_keeps_its_own_decimals_in_a_difference() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let roll_up = dossier.pdf("hai-xa/2024-Q2/tong-hop");
    roll_up.must_say("đạt 2.050,5 triệu đồng, vượt 50,5 triệu đồng so với mục tiêu");
}

#[test]
fn a_count_since_january_is_not_held_against_the_quarter_before() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2024-Q2/suoi-bac");
    report.must_say("Số buổi truyền thông buổi 2 –");
    report.must_say("Dân số người 1.000 1.000");
}

#[test]
fn one_commune_missing_is_said_and_nothing_is_called_complete() {
    let dossier = two_communes().remove(DOI_MAY);
    dossier.build().ends_with(0);
    let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
    roll_up.must_say("báo cáo của 1/2 xã; chưa có số liệu của xã Đồi Mây");
    roll_up.must_say("Các chỉ tiêu chưa kết luận được (tính trên 1/2 xã; chi tiết tại Phụ lục):");
    let open = roll_up.between("- Chưa đủ số liệu để kết luận:", "Trên đây là");
    for target in [
        "tỷ lệ thôn có nhân viên y tế tạm tính 4/4 thôn;",
        "tạm tính 1/2 xã (chưa có số liệu của xã Đồi Mây)",
    ] {
        assert!(open.contains(&squeezed(target)), "«{target}» in {open}");
    }
    roll_up.must_not_say("đạt 100%");
    roll_up.must_not_say("tất cả");
}

#[test]
fn exactly_the_mark_is_not_above_it() {
    let dossier = two_communes();
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
    report.must_say("đạt 95% (950/1.000 người), bằng đúng mức 95%, chưa đạt mục tiêu đến năm 2030");
    let above = two_communes().replace(SUOI_BAC, "nguoi_bhyt: 950", "nguoi_bhyt: 951");
    above.build().ends_with(0);
    above.pdf("hai-xa/2024-Q1/suoi-bac").must_say("951/1.000 95,10% Đạt");
}

#[test]
fn a_rate_of_doctors_below_inside_and_above_its_range() {
    let cases = [
        ("31", "8,68, thấp hơn 0,32 bác sĩ/10.000 dân so với mục tiêu", "Chưa đạt"),
        ("33", "9,24, đạt mục tiêu", "Đạt"),
        ("36", "10,08, vượt 0,08 bác sĩ/10.000 dân so với mục tiêu", "Đạt"),
    ];
    for (doctors, words, verdict) in cases {
        let doctors: u32 = doctors.parse().expect("a number");
        let dossier = two_communes()
            .edit("inputs/hai-xa/ke-hoach.yaml", |plan| {
                plan.replace("Q1: [{ loai: quy", "Q1: [{ loai: 6-thang")
            })
            .replace(DOI_MAY, "dan_so: 10000", "dan_so: 34699")
            .replace(CENTRE, "bac_si_huyen: 7", &format!("bac_si_huyen: {}", doctors - 3));
        dossier.build().ends_with(0);
        let roll_up = dossier.pdf("hai-xa/2024-Q1/tong-hop");
        roll_up.must_say(&format!("Số bác sĩ trên 10.000 dân là {words}"));
        let value = words.split(", ").next().expect("the value");
        roll_up.must_say(&format!("{doctors}/35.699 {value} {verdict}"));
        dossier.pdf("hai-xa/2024-Q1/suoi-bac").must_not_say("Số bác sĩ trên 10.000 dân");
    }
}

#[test]
fn a_target_whose_year_is_over_is_overdue() {
    let mut dossier = two_communes();
    for name in ["suoi-bac", "doi-may", "trung-tam", "_tong-hop"] {
        let text = dossier.read(&format!("inputs/hai-xa/2024-Q2/{name}.yaml"));
        let later = text.replace("2024-", "2026-");
        dossier = dossier.write(&format!("inputs/hai-xa/2026-Q2/{name}.yaml"), later);
    }
    dossier.build().ends_with(0);
    let report = dossier.pdf("hai-xa/2026-Q2/doi-may");
    report.must_say("đạt 80% (4/5 thôn), thấp hơn 20 điểm phần trăm so với mục tiêu đến năm 2025 (100%); đã quá hạn");
    dossier.pdf("hai-xa/2024-Q2/doi-may").must_not_say("quá hạn");
}

#[test]
fn a_recognition_holds_until_its_last_day() {
    for (last_day, held) in [("2024-03-15", true), ("2024-03-14", false)] {
        let dossier =
            two_communes().replace("inputs/hai-xa/don-vi/suoi-bac.yaml", "2027-01-03", last_day);
        dossier.build().ends_with(0);
        let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
        report.must_say(if held {
            "100% (2030) – Có Đạt"
        } else {
            "100% (2030) – Chưa Chưa đạt"
        });
    }
}

#[test]
fn only_january_and_february_are_written_with_a_zero() {
    for (date, written) in [
        ("2024-02-05", "Suối Bạc, ngày 05 tháng 02 năm 2024"),
        ("2024-03-05", "Suối Bạc, ngày 05 tháng 3 năm 2024"),
    ] {
        let dated = format!("chot_den: 2024-02-01\nvan_ban: {{ so: 7, ngay: {date} }}");
        let dossier = two_communes().replace(SUOI_BAC, "chot_den: 2024-03-15", &dated);
        dossier.build().ends_with(0);
        let report = dossier.pdf("hai-xa/2024-Q1/suoi-bac");
        report.must_say(written);
        report.must_say("Số 07-BC/ĐU");
    }
}
