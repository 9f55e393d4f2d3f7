//! What a quarter's, a half-year's, a nine-month and a year's report have of their own, so that none is another under a
//! new name; and who issues them.

use std::collections::BTreeSet;

use baocao::kinds::kind::Kind;
use baocao::model::comparator::Comparator;
use baocao::model::period::Period;
use baocao::vietnamese::text::uncapitalised;
use chrono::NaiveDate;

use crate::dossier::{Dossier, sample};
use crate::pdf::{Pdf, squeezed};
use crate::views::{kind, read, views};

/// A report of Lạc Dương's samples.
fn report(name: &str) -> Pdf {
    sample(&format!("lac-duong/{name}"))
}

const KINDS: [&str; 4] = ["quy", "6-thang", "9-thang", "nam"];

/// What each kind alone prints of one commune.
struct Own {
    period: &'static str,
    subject: &'static str,
    next: &'static str,
    phrases: &'static [&'static str],
}

const OWN: [Own; 4] = [
    Own {
        period: "2025-Q1",
        subject: "kết quả thực hiện Chỉ thị số 25-CT/TW, ngày 25/10/2023 của Ban Bí thư trên địa bàn xã Lát quý I năm 2025",
        next: "NHIỆM VỤ TRỌNG TÂM QUÝ II/2025",
        phrases: &["Các chỉ tiêu cần tập trung chỉ đạo (chi tiết tại Phụ lục):", "Số liệu khác"],
    },
    Own {
        period: "2025-Q2",
        subject: "sơ kết 6 tháng đầu năm 2025 thực hiện Chỉ thị số 25-CT/TW",
        next: "NHIỆM VỤ TRỌNG TÂM 6 THÁNG CUỐI NĂM 2025",
        phrases: &["so với quý I/2025; "],
    },
    Own {
        period: "2024-Q3",
        subject: "kết quả 9 tháng đầu năm 2024 thực hiện Chỉ thị số 25-CT/TW",
        next: "NHIỆM VỤ TRỌNG TÂM 3 THÁNG CUỐI NĂM 2024",
        phrases: &[
            "IV- KHẢ NĂNG HOÀN THÀNH LỘ TRÌNH NĂM 2024",
            "Đối chiếu kết quả 9 tháng đầu năm 2024 với mức phải đạt trong năm theo lộ trình",
        ],
    },
    Own {
        period: "2024-Q4",
        subject: "kết quả năm 2024 thực hiện Chỉ thị số 25-CT/TW",
        next: "NHIỆM VỤ TRỌNG TÂM NĂM 2025",
        phrases: &[
            "I- MỤC TIÊU CHUNG CỦA KẾ HOẠCH",
            "4. Bài học kinh nghiệm",
            "so với năm 2023 (năm gốc)",
        ],
    },
];

#[test]
fn each_kind_prints_what_no_other_prints() {
    let pages = OWN.each_ref().map(|own| report(&format!("{}/lat", own.period)));
    for (at, own) in OWN.iter().enumerate() {
        let phrases = own.phrases.iter().chain([&own.subject, &own.next]);
        for phrase in phrases {
            let told: Vec<bool> = pages.iter().map(|page| page.says(phrase)).collect();
            let alone: Vec<bool> = (0..OWN.len()).map(|other| other == at).collect();
            assert_eq!(told, alone, "«{phrase}»");
        }
    }
}

#[test]
fn no_two_kinds_have_the_same_sections_comparisons_columns_and_subject() {
    let all = KINDS.map(kind);
    let of = |part: fn(&Kind) -> String| all.iter().map(part).collect::<BTreeSet<_>>().len();
    assert_eq!(of(|kind| kind.subject.to_string() + kind.period.subject.as_str()), 4);
    assert_eq!(of(|kind| kind.name.to_string()), 4);
    assert_eq!(of(|kind| format!("{:?}", kind.columns)), 3, "the half-year shares the quarter's");
    assert_eq!(of(|kind| format!("{:?}", kind.sections)), 3, "and so it does its sections");
    assert_eq!(
        of(|kind| format!("{:?}{:?}{:?}", kind.sections, kind.columns, kind.comparators)),
        4
    );
}

#[test]
fn each_kind_compares_with_what_its_time_asks_for() {
    let compared = |name: &str| kind(name).comparators;
    assert_eq!(compared("quy"), [Comparator::Previous]);
    assert_eq!(compared("6-thang"), [Comparator::Previous, Comparator::YearBefore]);
    assert_eq!(compared("9-thang"), [Comparator::Previous, Comparator::YearBefore]);
    assert_eq!(compared("nam"), [Comparator::BaseYear, Comparator::YearBefore]);

    let half = report("2025-Q2/lat");
    half.must_say("tăng 0,52 điểm phần trăm so với quý I/2025; tăng 1,91 điểm phần trăm so với cùng kỳ năm 2024");
    let year = report("2024-Q4/lat");
    year.must_say("tăng 3,27 điểm phần trăm so với năm 2023 (năm gốc)");
    report("2025-Q1/lat").must_not_say("cùng kỳ");
}

/// The sentences on targets, those of the part on tasks left out.
fn sentences(page: &Pdf, end: &str) -> usize {
    let part = page.between("Kết quả thực hiện các mục tiêu, chỉ tiêu", end);
    ["- Tỷ lệ", "- Đối với chỉ tiêu"].iter().map(|one| part.matches(&squeezed(one)).count()).sum()
}

#[test]
fn a_quarter_speaks_of_what_needs_attention_and_the_others_of_every_target() {
    for (name, view) in
        views(&Dossier::samples()).iter().filter(|(_, view)| !view.tong_hop && view.thu.is_none())
    {
        let Some(name) = name.strip_prefix("lac-duong/") else { continue };
        let quarter = view.ky.trich_yeu.starts_with("quý");
        let told = view
            .chi_tieu
            .iter()
            .filter(|one| !quarter || one.ket_luan.is_missed() || !one.nhan_xet.is_empty());
        let page = report(name);
        let end = if quarter { "2. Kết quả" } else { "Biểu kết quả thực hiện các" };
        assert_eq!(sentences(&page, end), told.count(), "{name}");
        // Those that nothing can be said of yet are named together.
        let lacking = view.chi_tieu.iter().filter(|one| one.ket_luan.lacks_data());
        for target in lacking.filter(|one| quarter && one.nhan_xet.is_empty()) {
            let part = page.between("số liệu", end);
            assert!(part.contains(&squeezed(&uncapitalised(&target.ten))), "{name}: {part}");
        }
    }
}

#[test]
fn a_quarters_report_is_the_shortest_of_the_year() {
    for unit in ["thi-tran-lac-duong", "lat", "dung-kno", "da-sar", "da-nhim", "tong-hop"] {
        let [quarter, half, nine, year] = ["2024-Q1", "2024-Q2", "2024-Q3", "2024-Q4"]
            .map(|period| report(&format!("{period}/{unit}")).text().len());
        assert!(quarter < half.min(nine).min(year), "{unit}: {quarter}, {half}, {nine}, {year}");
    }
}

#[test]
fn the_board_signs_under_its_new_name_from_march_2025() {
    let before = report("2024-Q3/tong-hop");
    before.must_say("HUYỆN ỦY LẠC DƯƠNG BAN TUYÊN GIÁO *");
    before.must_say("Số 121-BC/BTGHU");
    before.must_not_say("Dân vận");
    let after = report("2025-Q1/tong-hop");
    after.must_say("HUYỆN ỦY LẠC DƯƠNG BAN TUYÊN GIÁO VÀ DÂN VẬN *");
    after.must_say("-BC/BTGDVHU");
    after.must_say("Ban Tuyên giáo và Dân vận Huyện ủy Lạc Dương báo cáo kết quả quý I/2025");
    after.must_say("- Lưu Ban Tuyên giáo và Dân vận.");
    after.must_not_say("BTGHU");
    report("2025-Q2/tong-hop").must_say("Số 17-BC/BTGDVHU");
}

#[test]
fn the_years_roll_up_is_issued_by_the_district_committee() {
    let year = report("2024-Q4/tong-hop");
    year.must_say("ĐẢNG BỘ TỈNH LÂM ĐỒNG HUYỆN ỦY LẠC DƯƠNG * Số 415-BC/HU");
    year.must_say("T/M BAN THƯỜNG VỤ PHÓ BÍ THƯ");
    year.must_say("Huyện ủy Lạc Dương báo cáo kết quả năm 2024 như sau:");
    report("2024-Q4/lat").must_say("ĐẢNG ỦY XÃ LÁT * Số 236-BC/ĐU");
}

#[test]
fn the_last_half_year_is_closed_by_the_twentieth_of_june() {
    let last = NaiveDate::from_ymd_opt(2025, 6, 20).expect("a date");
    let loaded = read(&Dossier::samples());
    let period = Period::parse("2025-Q2").expect("a period");
    let mut counted = 0;
    for dossier in &loaded.dossiers {
        let all = dossier.series.values().filter_map(|one| one.returns.get(&period));
        let returns = all.filter_map(|filed| filed.good());
        let board = dossier.board(period);
        for heading in returns.map(|read| &read.heading).chain(board.map(|text| &text.heading)) {
            assert!(heading.as_of.value <= last, "{}", heading.as_of.span);
            assert!(heading.date.is_none_or(|date| date <= last), "{}", heading.as_of.span);
            counted += 1;
        }
    }
    assert_eq!(counted, 8, "six communes, the centre, the board");
}
