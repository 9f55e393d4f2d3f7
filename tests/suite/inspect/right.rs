//! Pages that are right, in all the ways they may be, have nothing to report. Not for pages with something wrong.

use baocao::disk;
use baocao::inspect::inspect;
use baocao::inspect::rule::Rule;

use super::tester::{
    Changes, OLDER_LETTER, OLDER_REPORT, PageTester, changed, letter, report, told,
};
use crate::dossier::repository;
use crate::specimen::examples;

#[test]
fn a_page_as_the_regulation_asks_has_nothing_to_report() {
    let tester = PageTester::new();
    let found = |page| told(&tester.deviations(page).expect("a page"));
    assert_eq!(found(report()), [""; 0]);
    assert_eq!(found(changed(&report(), OLDER_REPORT)), [""; 0]);
    assert_eq!(found(letter()), [""; 0]);
    assert_eq!(found(changed(&letter(), OLDER_LETTER)), [""; 0]);
}

/// What a report need not have, as the regulation asks it.
#[rustfmt::skip]
const MAY_HAVE: &[&Changes] = &[
    &[("#trai(57pt)[Số 05-BC/CB]", "#trai(57pt)[Số 05-BC/CB]\n#trai(76pt, text(weight: \"bold\")[KHẨN])")],
    &[("#trai(57pt)[Số 05-BC/CB]", "#trai(57pt)[Số 05-BC/CB]\n#trai(76pt, text(style: \"italic\")[Dự thảo lần 2])")],
    &[("  text(size: 14pt, weight: \"bold\")[sơ kết", "  text(size: 14pt, weight: \"bold\")[CỦA CHI BỘ THÔN SUỐI MÂY],\n  text(size: 14pt, weight: \"bold\")[sơ kết")],
    &[("#par(text(weight: \"bold\")[I- ", "#align(center, text(weight: \"bold\")[Phần thứ nhất])\n\n#par(text(weight: \"bold\")[I- ")],
    &[("#v(6pt)\n// Ô 9a", "#place(bottom + center, dy: 10mm, text(size: 12pt)[Không phổ biến trên phương tiện thông tin đại chúng])\n#v(6pt)\n// Ô 9a")],
    &[("[Đồi Xanh, ngày", "[TP. Hồ Chí Minh, ngày")],
    &[("- Lưu Chi bộ.", "- Lưu Chi bộ. \\ #text(size: 11pt)[LVH]")],
];

#[test]
fn what_a_page_need_not_have_is_right_as_it_is_asked() {
    let tester = PageTester::new();
    for changes in MAY_HAVE {
        let found = tester.deviations(changed(&report(), changes)).expect("a page");
        assert_eq!(told(&found), [""; 0], "{changes:?}");
    }
}

/// Sentences of a report with figures, citations and names that are like wrong ones.
const LIKE_SLIPS: &[&str] = &[
    "tiêu chí 10.1 tỷ lệ hộ nghèo và mục 1.2 triệu tập hội nghị",
    "tổng số: 12 - Trong đó nữ 5; số: 15/20 chi bộ",
    "Quyết định số 45/QĐ-UBND, Công văn số 6/CV-CBTT và Nghị quyết số 04-NQ/TW",
    "đạt 95,5%, chi 1.250.000 đồng, thu 12,75 tỷ đồng, tăng gấp 2,5 lần",
    "khoản 1.1, điểm 2.13 và bảng 3.2",
];

#[test]
fn sentences_and_subjects_that_are_like_slips_are_right() {
    let tester = PageTester::new();
    for sentence in LIKE_SLIPS {
        let page = report().replace("trong Nhân dân", &format!("trong Nhân dân, {sentence}"));
        assert!(page.contains(sentence));
        assert_eq!(told(&tester.deviations(page).expect("a page")), [""; 0], "{sentence}");
    }
    let subjects = [
        (
            "về việc chuẩn bị ngày hội đọc sách",
            "về việc huy động lực lượng\\ khẩn trương phòng, chống bão",
        ),
        ("về việc chuẩn bị ngày hội đọc sách", "về việc họp giao ban, tháng 8 năm 2026"),
        ("ĐẢNG ỦY XÃ SUỐI MÂY", "ĐẢNG ỦY XÃ TU TRA"),
        ("ĐẢNG BỘ HUYỆN ĐỒI XANH", "ĐẢNG BỘ THỊ TRẤN ĐU"),
    ];
    for change in subjects {
        let found = tester.deviations(changed(&letter(), &[change])).expect("a page");
        assert_eq!(told(&found), [""; 0], "{change:?}");
    }
}

#[test]
fn back_sides_have_their_own_margins_and_middle() {
    let duplex = [
        ("left: 30mm, right: 15mm", "inside: 30mm, outside: 15mm"),
        ("dx: 102.5mm", "dx: if calc.odd(here().page()) { 102.5mm } else { 87.5mm }"),
    ];
    let tester = PageTester::new();
    // Appendices begin on front sides, so that their second pages are back sides.
    let found = tester.deviations(changed(&report(), &duplex)).expect("a page");
    assert!(found.iter().all(|own| own.page > 2), "{:#?}", told(&found));
}

#[test]
fn what_no_regulation_fixes_is_left_alone_and_said() {
    let tester = PageTester::new();
    let kinds: &[&[(&str, &str)]] = &[
        &[("[Số 05-BC/CB]", "[Số#h(12mm)-BC/CB]"), ("số 05-BC/CB", "số#h(12mm)-BC/CB")],
        &[("ngày 03 tháng 6", "ngày#h(8mm)tháng 6"), ("ngày 03/6/2026", "ngày#h(6mm)/6/2026")],
        &[(
            "  place(dx: 80mm, dy: 19pt + 37mm, box(width: 85mm, align(center, text(weight: \"bold\")[Lê Văn Hai])))\n",
            "",
        )],
        &[("text(weight: \"bold\")[Phụ lục", "text(size: 13pt)[Phụ lục")],
        &[(
            "1\\. Việc đã làm",
            "1\\. Việc đã làm của các tổ và các đoàn thể trong thôn từ đầu năm đến nay, theo kế hoạch của chi bộ",
        )],
        &[("#let dong = 19pt", "#let dong = 21pt"), ("stack(spacing: 5pt", "stack(spacing: 6pt")],
        &[(
            "#v(6pt)\n\nThực hiện",
            "#v(6pt)\n\n\\- Căn cứ Quy chế làm việc của chi bộ;\n\n\\- Căn cứ kết quả sáu tháng đầu năm.\n\nThực hiện",
        )],
    ];
    for changes in kinds {
        let found = tester.deviations(changed(&report(), changes)).expect("a page");
        assert_eq!(told(&found), [""; 0], "{changes:?}");
    }
    let inspection = tester.inspect(&tester.pdf(report()).expect("a page"));
    for word in ["con dấu", "bảng", "phụ lục"] {
        assert!(
            inspection.unjudged.iter().any(|own| own.contains(word)),
            "{:?}",
            inspection.unjudged
        );
    }
}

/// Bars drawn without the format library, in front of the second part.
const CHART: &str = "#block(width: 165mm, height: 40mm, {
  set text(size: 10pt)
  place(dx: 30mm, line(angle: 90deg, length: 36mm))
  for (i, dai) in (90mm, 70mm, 50mm).enumerate() {
    place(dy: i * 12mm + 3mm)[Tổ #(i + 1)]
    place(dx: 30mm, dy: i * 12mm + 2mm, rect(width: dai, height: 6mm))
    place(dx: 125mm, dy: i * 12mm + 3mm)[#(90 - i)%]
  }
})

#par(text(weight: \"bold\")[II- ";

#[test]
fn a_chart_in_the_body_is_no_table_and_its_words_are_no_paragraphs_but_it_keeps_to_the_margins() {
    let tester = PageTester::new();
    let drawn = changed(&report(), &[("#par(text(weight: \"bold\")[II- ", CHART)]);
    let inspection = tester.inspect(&tester.pdf(drawn.clone()).expect("a page"));
    assert_eq!(told(&inspection.deviations), [""; 0]);
    assert!(inspection.unjudged.iter().any(|own| own.starts_with("biểu đồ")));
    let wide = tester.deviations(changed(&drawn, &[("width: dai,", "width: dai + 60mm,")]));
    let rules: Vec<Rule> = wide.expect("a page").into_iter().map(|own| own.rule).collect();
    assert_eq!(rules, [Rule::RightMargin]);
    // Lines alone are a table, as before.
    let table = tester.inspect(&tester.pdf(report()).expect("a page"));
    assert!(!table.unjudged.iter().any(|own| own.starts_with("biểu đồ")));
}

#[test]
fn every_example_of_the_library_has_nothing_to_report_by_either_profile() {
    let tester = PageTester::new();
    let mut wrong: Vec<String> = Vec::new();
    for document in examples() {
        let inspection = inspect(&document.bytes, &tester.tables, Some(document.profile));
        let found = told(&inspection.expect("a PDF with text").deviations);
        if !found.is_empty() {
            wrong.push(format!("{} {}:\n{}", document.name, document.profile, found.join("\n")));
        }
    }
    assert!(wrong.is_empty(), "{}", wrong.join("\n"));
}

#[test]
fn a_word_processor_s_page_has_nothing_to_report() {
    let pdf = repository().join("tests/cases/inspect/libreoffice/bao-cao.pdf");
    let pdf = disk::bytes(&pdf).expect("the page");
    let inspection = PageTester::new().inspect(&pdf);
    assert_eq!(told(&inspection.deviations), [""; 0]);
    assert_eq!((inspection.profile.as_str(), inspection.pages), ("hd05", 2));
}
