//! Nothing that belongs together is torn over two lines, however wide a line is. Not for what belongs together: that is the
//! list of the format library, held by [`crate::together`].
#![expect(clippy::float_arithmetic, reason = "places on a page are measured")]

use std::fmt::Write;
use std::ops::RangeInclusive;

use baocao::assets::files::TemplateFiles;
use baocao::render::finish::markup;
use baocao::render::together::Together;

use crate::measure::{Page, Run};
use crate::specimen::sheet;

/// Sentences as reports have them, and what of each belongs together.
const SENTENCES: &[(&str, &[&str])] = &[
    (
        "đạt 66,67% (4/6 trạm), thấp hơn 33,33 điểm phần trăm so với mục tiêu",
        &["(4/6 trạm),", "33,33 điểm"],
    ),
    (
        "Thực hiện Chỉ thị số 25-CT/TW, ngày 25/10/2023 của Ban Bí thư",
        &["số 25-CT/TW,", "ngày 25/10/2023"],
    ),
    (
        "Trong kỳ đã ban hành 01 văn bản (kèm theo Phụ lục 1 và Phụ lục 2)",
        &["01 văn", "Phụ lục 1", "Phụ lục 2)"],
    ),
    (
        "đạt 9,15 bác sĩ/10.000 dân, vượt mục tiêu đến năm 2030",
        &["9,15 bác", "sĩ/10.000 dân,", "năm 2030"],
    ),
    ("trong giai đoạn 2024 - 2025, nhiệm kỳ 2025-2030", &["2024 - 2025,", "2025-2030"]),
    ("phường Lang Biang - Đà Lạt, Phòng Văn hóa - Xã hội", &["Biang -", "hóa -"]),
    (
        "theo khoản 2 Điều 5, quý III năm 2026 và quý IV/2026",
        &["khoản 2", "Điều 5,", "quý III năm 2026", "quý IV/2026"],
    ),
    ("ông Y. K. Brêu, TP. Đà Lạt, lần thứ XIV", &["Y. K. Brêu,", "TP. Đà", "thứ XIV"]),
    ("mỗi đảng viên phụ trách 3 - 5 hộ/đảng viên, từ 15 - 20%", &["3 - 5 hộ/đảng", "15 - 20%"]),
    (
        "trước ngày 27 tháng 5, gọi 0263 3839 123, còn 2.466/2.470 người",
        &["ngày 27 tháng 5,", "0263 3839 123,", "2.466/2.470 người"],
    ),
];
/// Widths of columns and of lines, in millimetres.
const COLUMNS: RangeInclusive<usize> = 14..=165;
const LINES: RangeInclusive<usize> = 50..=165;
/// Every part of [`SENTENCES`] fits into a line as wide as this.
const FITS: usize = 45;

/// A page for every width with all sentences, each as `write` has it.
fn pages_of(widths: RangeInclusive<usize>, write: impl Fn(&str, usize) -> String) -> Vec<Page> {
    let mut all =
        "#set text(font: \"Liberation Serif\", size: 12pt, lang: \"vi\", overhang: false)\n\
        #set document(title: \"Thử\", date: datetime(year: 2024, month: 1, day: 1))\n\
        #import \"/van-ban-dang/chu.typ\": giu-lien\n\
        #import \"/van-ban-dang/vua-o.typ\": vua-o\n\
        #set page(height: auto, margin: 0mm)\n#set par(justify: true)\n"
            .to_owned();
    for width in widths {
        let sentences = SENTENCES.iter().map(|(sentence, _)| write(sentence, width));
        let sentences = sentences.collect::<Vec<_>>().join("\n\n");
        // Writing to a string cannot fail.
        _ = writeln!(all, "#page(width: {width}mm)[{sentences}]");
    }
    sheet(&all).pages
}

/// A page's lines, from top to bottom.
fn lines(page: &Page) -> Vec<String> {
    let mut runs: Vec<&Run> = page.runs.iter().collect();
    runs.sort_by(|a, b| a.baseline.total_cmp(&b.baseline).then(a.left.total_cmp(&b.left)));
    let same = |a: &&Run, b: &&Run| (a.baseline - b.baseline).abs() < 1.0;
    runs.chunk_by(same).map(|line| line.iter().map(|run| run.text.as_str()).collect()).collect()
}

/// Holds every page to being whole: nothing torn where it fits, no line wider than the page.
fn hold(widths: RangeInclusive<usize>, write: impl Fn(&str, usize) -> String) {
    let pages = pages_of(widths.clone(), write);
    assert_eq!(pages.len(), widths.clone().count(), "a page for every width");
    for (page, width) in pages.iter().zip(widths) {
        for run in &page.runs {
            assert!(run.right <= page.wide + 0.1, "{width} mm: «{}» is too wide", run.text);
        }
        let lines = lines(page);
        let parts = SENTENCES.iter().flat_map(|(_, parts)| *parts);
        for part in parts.filter(|_| width >= FITS) {
            let whole = lines.iter().any(|line| line.contains(part));
            assert!(whole, "{width} mm: «{part}» is torn: {lines:#?}");
        }
    }
}

#[test]
fn a_sentence_is_torn_at_no_width() {
    let together = Together::read(&TemplateFiles::embedded()).expect("the list");
    hold(LINES, |sentence, _| markup(sentence, &together));
}

#[test]
fn a_text_for_the_library_is_torn_at_no_width() {
    hold(LINES, |sentence, _| format!("#giu-lien(\"{sentence}\")"));
}

#[test]
fn a_cell_is_torn_at_no_width_and_never_wider_than_its_column() {
    let together = Together::read(&TemplateFiles::embedded()).expect("the list");
    hold(COLUMNS, |sentence, width| {
        let cell = markup(sentence, &together);
        format!("#par(justify: false, context vua-o([{cell}], 12pt, {width}mm))")
    });
}
