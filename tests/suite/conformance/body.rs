//! The body: paragraphs, legal bases, headings, addressees; cells 6 and 9a of the regulation.

use super::edges;
use crate::measure::{Line, MM, Run};
use crate::specimen::{Document, all, example, level, near, sheet, styled};

/// A sheet with these settings and this body.
fn with(settings: &str, body: &str) -> Document {
    sheet(&format!(
        "#show: van-ban.with(loai: \"BÁO CÁO\", trich-yeu: \"thử\", co-quan: \"Đảng ủy xã Suối Mây\",
           so: 5, ky-hieu: \"BC/ĐU\", dia-danh: \"Suối Mây\", ngay: (nam: 2026, thang: 6, ngay: 5),
           {settings})\n{body}"
    ))
}

/// Whether a line belongs to running text rather than to a heading, a table or a list.
fn runs_on(line: &Line) -> bool {
    let plain = |run: &Run| !run.face.bold() && !run.face.italic();
    (line.first().size - 14.0).abs() < 0.1 && line.0.iter().any(plain) && line.text() != "Nơi nhận:"
}

/// Neighbours in running text: page (from 0), a line and the one printed after it.
fn neighbours(document: &Document) -> Vec<(usize, Line, Line)> {
    let lines: Vec<_> = document.lines().collect();
    let pairs = lines.windows(2).filter(|pair| pair[0].0 == pair[1].0);
    // The lines of a run-in heading are none of running text, and stand between two that are.
    let pairs = pairs.filter(|pair| pair.iter().all(|(_, line)| runs_on(line)));
    pairs.map(|pair| (pair[0].0, pair[0].1.clone(), pair[1].1.clone())).collect()
}

/// Whether a line begins `far` millimetres inside the text block.
fn begins(document: &Document, page: usize, line: &Line, far: f64) -> bool {
    (line.left() - edges(document, page).0 - far).abs() < 0.5
}

/// Distance of two baselines in points.
fn distance(one: &Line, other: &Line) -> f64 {
    (other.first().baseline - one.first().baseline) * MM
}

#[test]
fn body_lines_stand_18_to_22_points_apart_whatever_stands_in_them() {
    let mut measured = 0;
    for document in all() {
        let mut apart = Vec::new();
        for (page, one, other) in neighbours(document) {
            let inside = begins(document, page, &one, 0.0) || begins(document, page, &one, 10.0);
            if inside && begins(document, page, &other, 0.0) {
                apart.push(distance(&one, &other));
            }
        }
        measured += apart.len();
        let exact = apart.first().copied().unwrap_or(18.0);
        assert!((18.0..=22.0).contains(&exact), "{}: {exact}", document.name);
        for one in apart {
            near(one, exact, 0.05, &document.name);
        }
    }
    assert!(measured > 400, "{measured}");
    // Bold, raised figures, quotes and italics in one paragraph.
    for document in example("du-thanh-phan") {
        let lines: Vec<_> = document.lines().map(|(_, line)| line).collect();
        let start = lines.iter().position(|line| line.text().starts_with("Tỉnh Đồi Xanh có"));
        let paragraph = &lines[start.expect("the paragraph")..][..5];
        let all = paragraph.iter().flat_map(|line| &line.0);
        assert!(all.clone().any(|run| run.face.bold()) && all.clone().any(|run| run.size < 10.0));
        assert!(paragraph.iter().any(|line| line.text().contains('“')));
        paragraph
            .windows(2)
            .for_each(|pair| near(distance(&pair[0], &pair[1]), 19.0, 0.05, "line"));
    }
}

#[test]
fn a_paragraphs_first_line_is_10_mm_in_and_its_lines_fill_the_width() {
    let mut measured = 0;
    for document in all() {
        for (page, one, other) in neighbours(document) {
            // The line before a line at the margin is filled, and is itself at the margin or 10 mm in.
            if !begins(document, page, &other, 0.0) || distance(&one, &other) > 22.0 {
                continue;
            }
            let what = format!("{} page {}: «{}»", document.name, page + 1, one.text());
            let (left, right) = edges(document, page);
            if (one.left() - left).abs() > 0.5 {
                level(one.left(), left + 10.0, &what);
                measured += 1;
            }
            level(one.right(), right, &what);
        }
    }
    assert!(measured > 200, "{measured}");
}

#[test]
fn paragraphs_stand_at_least_6_points_further_apart_than_lines() {
    let mut measured = 0;
    for document in all() {
        for (page, one, other) in neighbours(document) {
            let inside = begins(document, page, &one, 0.0) || begins(document, page, &one, 10.0);
            if inside && begins(document, page, &other, 10.0) {
                assert!(distance(&one, &other) >= 18.0 + 6.0 - 0.05, "{}", other.text());
                measured += 1;
            }
        }
    }
    assert!(measured > 200, "{measured}");
}

#[test]
fn legal_bases_are_dash_paragraphs_with_the_marks_of_the_profile() {
    for document in example("bao-cao").chain(example("du-thanh-phan")) {
        let lines: Vec<_> = document.lines().collect();
        let bases = lines.iter().filter(|(_, line)| line.text().starts_with("- Căn cứ"));
        assert_eq!(bases.clone().count(), 2, "{}", document.name);
        bases.for_each(|(page, line)| {
            level(line.left(), edges(document, *page).0 + 10.0, "legal basis");
            line.0.iter().for_each(|run| styled(run, 14.0, ""));
        });
        let text: String = lines.iter().map(|(_, line)| line.text() + " ").collect();
        let bases = &text[text.find("- Căn cứ").expect("a basis")..];
        let bases = &bases[..bases.find(" Thực hiện ").expect("the body")];
        let (first, second) = bases.rsplit_once(" - Căn cứ").expect("two bases");
        let mark = if document.profile == "hd36" { ',' } else { ';' };
        assert!(first.ends_with(mark) && second.ends_with('.'), "{bases}");
    }
}

#[test]
fn parts_chapters_and_sections_stand_centred_over_their_names_in_bold_caps() {
    let parts = [
        ("Phần thứ", "Phần thứ nhất"),
        ("Phần I", "Phần I"),
        ("Chương I", "Chương I"),
        ("Mục 1", "Mục 1"),
    ];
    for (pattern, printed) in parts {
        let settings = format!("dieu-chinh: (de_muc: (kieu: (\"{pattern}\", \"1.\")))");
        let page = with(&settings, "= Quy định chung\nMột đoạn.");
        let (number, name) = (page.run(1, printed), page.run(1, "QUY ĐỊNH CHUNG"));
        for run in [number, name] {
            styled(run, 14.0, "bold");
            level(run.middle(), 112.5, printed);
        }
        near((name.baseline - number.baseline) * MM, 19.0, 0.05, printed);
    }
}

#[test]
fn headings_of_a_report_are_roman_bold_caps_then_numbered_bold() {
    for document in example("bao-cao") {
        let line = |text: &str| {
            let found = document.lines().find(|(_, line)| line.text().starts_with(text));
            found.unwrap_or_else(|| panic!("no {text}")).1
        };
        let styles = [
            ("I- ĐẶC ĐIỂM, TÌNH HÌNH CHUNG", "bold"),
            ("1. Ban hành văn bản", "bold"),
            ("2.1. Nâng cao nhận thức", "bold italic"),
            ("a) Đối với cấp ủy", "italic"),
            ("b) Đối với đoàn thể", "italic"),
        ];
        for (text, style) in styles {
            let heading = line(text);
            heading.0.iter().for_each(|run| styled(run, 14.0, style));
            level(heading.left(), 40.0, text);
        }
        let run_in = line("3. Kiểm tra, giám sát:");
        styled(run_in.first(), 14.0, "bold");
        styled(run_in.0.last().expect("its text"), 14.0, "");
    }
}

#[test]
fn letters_of_items_are_the_vietnamese_alphabets_and_numbers_can_be_plain() {
    let settings = "dieu-chinh: (de_muc: (kieu: (\"I.\", \"1.\", \"a)\")))";
    let items: String = (0..9).map(|_| "=== Việc\nMột đoạn.\n").collect();
    let page = with(settings, &format!("= Chung\n== Riêng\n{items}"));
    let said: Vec<_> = page.lines().map(|(_, line)| line.text()).collect();
    let letters = said.iter().filter_map(|line| line.strip_suffix(") Việc"));
    assert_eq!(letters.collect::<Vec<_>>(), ["a", "b", "c", "d", "đ", "e", "g", "h", "i"]);
    assert!(said.iter().any(|line| line == "I. CHUNG"), "{said:?}");
}

#[test]
fn headings_are_counted_on_wherever_they_stand() {
    let cases = [
        ("#trang-ngang[= Ngang\n== Riêng\nMột đoạn.]", "II- NGANG 1. Riêng Một đoạn. III- CUỐI"),
        ("#block[= Trong khối]", "II- TRONG KHỐI III- CUỐI"),
        ("#counter(heading).update((4, 1))", "V- CUỐI"),
        ("#set text(fill: black)", "II- CUỐI"),
        ("#muc-lien(cap: 1, \"Liền\")[Một đoạn.]", "II- LIỀN: Một đoạn. III- CUỐI"),
        ("#bang(cot: (1fr,), (\"một\",))", "một II- CUỐI"),
        ("#heading(numbering: none)[Không số]", "KHÔNG SỐ II- CUỐI"),
        ("#gach[Một ý.]", "- Một ý. II- CUỐI"),
    ];
    for (between, wanted) in cases {
        let body = format!("= Đầu\n== Trước\n== Sau\nMột đoạn.\n\n{between}\n\n= Cuối\nHết.");
        let page = with("", &body);
        let said = page.lines().map(|(_, line)| line.text()).filter(|line| line.len() > 1);
        let said = said.collect::<Vec<_>>().join(" ");
        assert!(said.contains(&format!("2. Sau Một đoạn. {wanted} Hết.")), "{between}: {said}");
    }
    let page = with("", "#block[Khối.]\n= Đầu\n== Trước\n== Sau\n= Cuối");
    let said: Vec<_> = page.lines().map(|(_, line)| line.text()).collect();
    assert!(said.ends_with(&["I- ĐẦU", "1. Trước", "2. Sau", "II- CUỐI"].map(String::from)));
}

#[test]
fn a_tables_row_is_as_high_as_its_lines_however_its_head_is_written() {
    let long = "Một hai ba bốn năm sáu bảy tám chín mười, mười một mười hai mười ba mười bốn.";
    let heads = [
        "(\"TT\", \"Nội dung\", \"Số\"),",
        "(table.cell(rowspan: 2)[TT], table.cell(rowspan: 2)[Nội dung], [Số], [thôn]),",
        "(table.cell(colspan: 2)[Nội dung], \"Số\"),",
    ];
    for head in heads {
        let rows = format!("(1, text(\"đầu\\ncuối\"), 5), (2, \"{long}\", 6), (3, [{long}], 7),");
        let page = with(
            "",
            &format!(
                "#bang(cot: (10, 60, 20), can: (center, left, center), dau: ({head}), {rows} (4, \"hết\", 8))"
            ),
        );
        let runs = page.pages[0].runs.iter().skip_while(|run| run.text.trim() != "đầu");
        let column = runs.filter(|run| (41.0..42.0).contains(&run.left));
        let places: Vec<f64> = column.map(|run| run.baseline).collect();
        assert!(places.len() > 6, "{head}: {places:?}");
        let apart = places.windows(2).map(|pair| pair[1] - pair[0]);
        assert!(apart.clone().all(|apart| apart > 4.5), "{head}: {:?}", apart.collect::<Vec<_>>());
    }
}

#[test]
fn no_heading_stands_alone_at_the_foot_of_a_page() {
    for paragraphs in 18..30 {
        let above = "Một đoạn.\n\n".repeat(paragraphs);
        let page = with("", &format!("{above}= Chung\n== Riêng\nMột đoạn dưới đề mục."));
        let at = |text: &str| {
            let found = page.lines().find(|(_, line)| line.text() == text);
            found.unwrap_or_else(|| panic!("no {text}")).0
        };
        let places = ["I- CHUNG", "1. Riêng", "Một đoạn dưới đề mục."].map(at);
        assert!(places.iter().all(|place| *place == places[2]), "{paragraphs}: {places:?}");
    }
}

#[test]
fn addressees_of_letters_and_submissions_are_14_under_an_italic_label() {
    let labels = [
        ("cong-van", "Kính gửi:", "- Các chi bộ trực thuộc", true),
        ("to-trinh", "Kính trình:", "- Ban Thường vụ Đảng ủy", false),
    ];
    for (name, label, first, several) in labels {
        for document in example(name) {
            let lines: Vec<_> = document.pages[0].lines();
            let label = document.run(1, label);
            styled(label, 14.0, "italic");
            let addressee = lines.iter().find(|line| line.text().starts_with(first));
            let addressee = addressee.expect("an addressee");
            styled(addressee.first(), 14.0, "");
            level(addressee.first().baseline, label.baseline, first);
            let mark = match (several, document.profile) {
                (true, "hd36") => ",",
                (true, _) => ";",
                (false, _) => ".",
            };
            assert!(addressee.text().ends_with(mark), "{}", addressee.text());
            let same = lines.iter().filter(|line| (line.left() - addressee.left()).abs() < 0.1);
            let right = same.map(Line::right).fold(0.0, f64::max);
            level(f64::midpoint(label.left, right), 112.5, "label and addressees");
        }
    }
}
