//! Where a page ends: a table's head with too little under it, recipients that fill pages. Not for lines
//! ([`crate::torn`]).

#![expect(clippy::float_arithmetic, reason = "places on a page are millimetres")]
use crate::measure::{Page, Run};
use crate::specimen::{near, sheet};

/// A document with `body`.
fn document(body: &str) -> Vec<Page> {
    sheet(&format!(
        "#show: van-ban.with(the-thuc: \"hd05\", loai: \"BÁO CÁO\", trich-yeu: \"kết quả\", co-quan: \"Đảng ủy\", \
         ky-hieu: \"BC/ĐU\", dia-danh: \"Lát\", ngay: (nam: 2026, thang: 6, ngay: 2))\n{body}"
    ))
    .pages
}

fn count(page: &Page, text: &str) -> usize {
    page.runs.iter().filter(|run| run.text.trim() == text).count()
}

#[test]
fn no_page_ends_with_a_head_and_one_row() {
    let mut moved = 0;
    for above in 60..=190 {
        let rows = "(\"1\", \"hàng\"), ".repeat(30);
        let table = format!("#bang(cot: (20mm, 1fr), dau: ((\"TT\", \"Tên\"),), {rows})");
        let pages = document(&format!("#block(height: {above}mm)\n{table}"));
        for page in &pages {
            let (heads, rows) = (count(page, "TT"), count(page, "hàng"));
            assert!(heads == 0 || rows > 1, "{above} mm: {heads} heads with {rows} rows");
            let lowest = page.runs.iter().map(Run::bottom).fold(0.0, f64::max);
            assert!(lowest < page.high - 20.0 + 0.5, "{above} mm: down to {lowest}");
        }
        moved += usize::from(count(&pages[0], "TT") == 0);
    }
    assert!(moved > 0, "one table begins on the second page");
}

#[test]
fn many_recipients_flow_over_pages_and_none_is_printed_over_another() {
    for many in [5, 30, 31, 47, 120] {
        let to = "\"Đảng ủy xã số mười của tỉnh\", ".repeat(many);
        let end = format!(
            "#ket-van-ban(nguoi-ky: ((quyen-han: \"T/M ĐẢNG ỦY\", chuc-vu: \"BÍ THƯ\", ho-ten: \"Lê An\"),), \
             noi-nhan: ({to}))[Trên đây là báo cáo.]"
        );
        let pages = document(&end);
        let mut seen = 0;
        for page in &pages {
            let lines = page.runs.iter().filter(|run| run.text.starts_with("- Đảng"));
            let mut at: Vec<f64> = lines.map(|run| run.baseline).collect();
            seen += at.len();
            at.sort_by(f64::total_cmp);
            at.windows(2).for_each(|two| {
                near(two[1] - two[0], 14.5 / 72.0 * 25.4, 0.05, "a line below another");
            });
            assert!(at.iter().all(|at| *at < page.high - 20.0), "{many}: below the text block");
        }
        assert_eq!(seen, many, "every recipient");
        let signed = pages.iter().position(|page| count(page, "T/M ĐẢNG ỦY") == 1);
        let told = pages.iter().position(|page| count(page, "Nơi nhận:") == 1);
        assert_eq!(signed, told, "{many}: the signature is level with its recipients");
    }
}

/// The baselines of the body's lines on a page: what is set in the body's size, without what stands beside or below a signature.
fn body_lines(page: &Page) -> Vec<f64> {
    let ends = |run: &&Run| run.text.trim() == "T/M ĐẢNG ỦY";
    let end = page.runs.iter().find(ends).map_or(f64::INFINITY, |run| run.baseline);
    let body = page.runs.iter().filter(|run| run.baseline > 22.0 && run.baseline < end - 1.0);
    let mut at: Vec<f64> = body.map(|run| run.baseline).collect();
    at.sort_by(f64::total_cmp);
    at.dedup_by(|one, other| (*one - *other).abs() < 1.0);
    at
}

#[test]
fn a_signature_takes_paragraphs_along_as_far_as_the_page_before_can_spare_them() {
    let end = "#ket-van-ban(nguoi-ky: ((quyen-han: \"T/M ĐẢNG ỦY\", chuc-vu: \"BÍ THƯ\", ho-ten: \"Lê An\"),), \
               noi-nhan: (\"Tỉnh ủy\",))[Trên đây là báo cáo.]";
    let paragraph = "Xã đã tổ chức khám sức khỏe cho người cao tuổi ở sáu thôn, kết quả được ghi vào sổ theo dõi của trạm.";
    let mut taken = 0;
    for above in 20..=180 {
        let body = format!(
            "#block(height: {above}mm, align(bottom)[x])\n\n= Kiến nghị\n\n#gach[{paragraph}]\n\n{paragraph}\n\n{end}"
        );
        let pages = document(&body);
        let Some(last) = pages.get(1) else { continue };
        let lines = body_lines(last).len();
        let foot = body_lines(&pages[0]).last().copied().expect("a page of text");
        let blank = pages[0].high - 20.0 - foot;
        taken += usize::from(lines > 1);
        // A paragraph that stays would have left more than a quarter of the page blank, had it gone along.
        assert!(
            lines > 1 || blank > 64.25 - 18.0,
            "{above} mm: one line above the signature, {blank} mm blank before"
        );
        assert!(
            lines == 1 || blank < 64.25 + 7.0,
            "{above} mm: {lines} lines went along, {blank} mm blank before"
        );
    }
    assert!(taken > 20, "{taken} signatures took a paragraph along");
}
