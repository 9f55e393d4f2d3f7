//! The head: cells 1 to 5, 10 and 11 of the regulation.

use crate::measure::{Line, Run};
use crate::specimen::{Document, all, example, level, near, sheet, styled};

/// Middle of the text block of an upright front page.
const MIDDLE: f64 = 112.5;

fn party(document: &Document) -> &Run {
    document.run(1, "ĐẢNG CỘNG SẢN VIỆT NAM")
}

/// The lines left of cell 1, from its height down to the end of the head; runs of one height are one line.
fn left_block(document: &Document) -> Vec<Line> {
    let party = party(document);
    let types = ["BÁO CÁO", "TỜ TRÌNH", "Kính gửi:"];
    let runs = &document.pages[0].runs;
    let end = runs.iter().find(|run| types.contains(&run.text.trim())).expect("a type").baseline;
    let left = runs.iter().filter(|run| {
        run.right < party.left && run.baseline > party.baseline - 1.0 && run.baseline < end - 4.0
    });
    let mut lines: Vec<Line> = Vec::new();
    for run in left {
        match lines.last_mut().filter(|line| (line.first().baseline - run.baseline).abs() < 0.1) {
            Some(line) => line.0.push(run.clone()),
            None => lines.push(Line(vec![run.clone()])),
        }
    }
    lines
}

fn middle(line: &Line) -> f64 {
    f64::midpoint(line.left(), line.right())
}

#[test]
fn the_partys_name_is_15_bold_caps_over_a_rule_as_wide_as_its_words() {
    for document in all() {
        let name = party(document);
        styled(name, 15.0, "bold");
        assert!(name.left > MIDDLE - 12.0 && name.right < 195.5, "{}: {name:?}", document.name);
        let rules = document.pages[0].shapes.iter();
        let below = rules.filter(|rule| rule.top > name.baseline && rule.top < name.baseline + 2.5);
        let below: Vec<_> = below.collect();
        let [rule] = below[..] else { panic!("{}: {below:?}", document.name) };
        level(rule.left, name.left, "left end of the rule");
        level(rule.right, name.right, "right end of the rule");
        assert!(rule.bottom - rule.top < 0.5, "a rule, not a bar: {rule:?}");
    }
}

#[test]
fn superior_body_is_regular_and_issuing_body_bold_14_caps_level_with_the_partys_name() {
    for document in all() {
        let block = left_block(document);
        level(block[0].first().baseline, party(document).baseline, "first line of the head");
        let star = block.iter().position(|line| line.text() == "*").expect("a star");
        let mut was_bold = false;
        for line in &block[..star] {
            let run = line.first();
            near(run.size, 14.0, 0.1, "size of a body's name");
            assert_eq!(line.text(), line.text().to_uppercase());
            assert!(!run.face.italic() && (run.face.bold() || !was_bold), "{}", line.text());
            was_bold = run.face.bold();
            level(middle(line), middle(&block[star]), &line.text());
        }
        assert!(was_bold, "{} has no issuing body", document.name);
        let joint = document.name == "du-thanh-phan";
        assert_eq!(block[0].first().face.bold(), joint, "the superior body of {}", document.name);
    }
}

#[test]
fn joint_bodies_are_joined_by_a_dash_and_each_begins_a_line() {
    for document in example("du-thanh-phan") {
        let lines: Vec<_> = left_block(document).iter().map(Line::text).collect();
        let names = lines.iter().take_while(|line| *line != "*").cloned().collect::<Vec<_>>();
        assert_eq!(
            names.join(" "),
            "BAN TUYÊN GIÁO VÀ DÂN VẬN TỈNH ỦY ĐỒI XANH - BAN NỘI CHÍNH TỈNH ỦY ĐỒI XANH"
        );
        assert!(names.iter().any(|name| name.starts_with("BAN NỘI CHÍNH")), "{names:?}");
    }
}

#[test]
fn a_long_name_wraps_in_its_block_and_leaves_the_other_where_it_is() {
    for document in example("du-thanh-phan") {
        let block = left_block(document);
        assert!(block.iter().all(|line| line.left() > 29.5));
        let date = document.begins(1, "Đồi Xanh, ngày");
        assert!(block.iter().all(|line| line.right() + 2.0 < date.left.min(party(document).left)));
    }
}

#[test]
fn a_star_stands_alone_between_the_names_and_the_number() {
    for document in all() {
        let block = left_block(document);
        let at = block.iter().position(|line| line.text() == "*").expect("a star");
        styled(block[at].first(), 14.0, "");
        assert!(block[at + 1].text().starts_with("Số"), "{}", document.name);
    }
}

#[test]
fn the_number_is_14_regular_without_colon_centred_under_the_names() {
    for document in all() {
        let block = left_block(document);
        let number = block.iter().find(|line| line.text().starts_with("Số")).expect("a number");
        let (name, text) = (&document.name, number.text());
        number.0.iter().for_each(|run| styled(run, 14.0, ""));
        assert!(!text.contains(':'), "{name}: {text}");
        level(middle(number), middle(&block[0]), &text);
        let wanted = match name.as_str() {
            "du-thanh-phan" => "Số\u{a0}05-BC/BTGDVTU-BNCTU",
            "cong-van" => "Số\u{a0}12-CV/ĐU",
            _ => continue,
        };
        assert_eq!(text, wanted);
    }
    for document in example("to-trinh") {
        let (number, symbol) = (document.run(1, "Số"), document.run(1, "-TTr/BXDĐ"));
        assert!(symbol.left - number.right > 9.5, "room to write the number");
    }
}

#[test]
fn place_and_date_are_14_italic_under_the_partys_name_level_with_the_number() {
    for document in all() {
        let block = left_block(document);
        let number = block.iter().find(|line| line.text().starts_with("Số")).expect("a number");
        let height = number.first().baseline;
        let right = document.pages[0].runs.iter();
        let right = right.filter(|run| (run.baseline - height).abs() < 0.5);
        let date = Line(right.filter(|run| run.left > number.right()).cloned().collect());
        date.0.iter().for_each(|run| styled(run, 14.0, "italic"));
        level(middle(&date), party(document).middle(), &date.text());
        assert!(date.text().contains("ngày") && date.text().contains(" năm 20"), "{}", date.text());
    }
    for document in example("du-thanh-phan") {
        document.run(1, "Đồi Xanh, ngày 03 tháng 02 năm 2025");
    }
    for document in example("cong-van") {
        document.run(1, "Suối Mây, ngày 09 tháng 5 năm 2025");
    }
    for document in example("to-trinh") {
        assert!(document.run(1, "tháng").left - document.run(1, "ngày").right > 7.5);
    }
}

#[test]
fn the_type_is_16_bold_caps_alone_and_centred() {
    for document in all().filter(|document| !document.is_letter()) {
        let text = if document.name == "to-trinh" { "TỜ TRÌNH" } else { "BÁO CÁO" };
        let kind = document.run(1, text);
        styled(kind, 16.0, "bold");
        level(kind.middle(), MIDDLE, &document.name);
        let beside = document.pages[0].runs.iter();
        assert_eq!(beside.filter(|run| (run.baseline - kind.baseline).abs() < 1.0).count(), 1);
    }
}

#[test]
fn author_line_and_subject_are_14_bold_centred_and_end_in_five_hyphens() {
    for document in all().filter(|document| !document.is_letter()) {
        let kind = if document.name == "to-trinh" { "TỜ TRÌNH" } else { "BÁO CÁO" };
        let start = document.run(1, kind).baseline + 1.0;
        let dashes = document.run(1, "-----");
        styled(dashes, 14.0, "");
        level(dashes.middle(), MIDDLE, "five hyphens");
        let lines = document.pages[0].lines();
        let between = |line: &&Line| {
            line.first().baseline > start && line.first().baseline < dashes.baseline - 1.0
        };
        let subject: Vec<_> = lines.iter().filter(between).collect();
        assert!(!subject.is_empty(), "{}", document.name);
        for line in &subject {
            line.0.iter().for_each(|run| styled(run, 14.0, "bold"));
            level(middle(line), MIDDLE, &line.text());
        }
        let first = subject.iter().find(|line| line.text() != line.text().to_uppercase());
        let first = first.expect("a subject").text();
        assert!(first.starts_with(char::is_lowercase), "{first}");
    }
    for document in example("du-thanh-phan") {
        document.begins(1, "CỦA BAN TUYÊN GIÁO");
    }
}

#[test]
fn the_subject_of_a_letter_is_12_italic_under_the_number_without_hyphens() {
    for document in all().filter(|document| document.is_letter()) {
        let block = left_block(document);
        let number = block.iter().find(|line| line.text().starts_with("Số")).expect("a number");
        let subject: Vec<_> = block.iter().filter(|line| line.first().size < 12.5).collect();
        assert!(!subject.is_empty() && subject[0].text().starts_with("về việc "));
        for line in subject {
            styled(line.first(), 12.0, "italic");
            level(middle(line), middle(number), &line.text());
            assert!(line.first().baseline > number.first().baseline);
        }
        assert!(document.pages[0].lines().iter().all(|line| line.text() != "-----"));
    }
}

#[test]
fn urgency_is_14_bold_caps_and_the_draft_note_14_italic_under_the_number() {
    let of = |name, urgency: &'static str| example(name).map(move |document| (document, urgency));
    for (document, urgency) in of("du-thanh-phan", "HỎA TỐC").chain(of("cong-van", "KHẨN")) {
        let (urgency, number) = (document.run(1, urgency), document.begins(1, "Số"));
        styled(urgency, 14.0, "bold");
        level(urgency.middle(), number.middle(), &urgency.text);
        assert!(urgency.baseline > number.baseline);
    }
    for document in example("du-thanh-phan") {
        let note = document.run(1, "Dự thảo lần 2");
        styled(note, 14.0, "italic");
        level(note.middle(), document.begins(1, "Số").middle(), "the draft note");
        assert!(note.baseline > document.run(1, "HỎA TỐC").baseline);
    }
}

#[test]
fn the_circulation_note_is_12_bold_caps_top_right_10_mm_from_the_edge_of_page_1() {
    for document in all() {
        let note = match document.name.as_str() {
            "du-thanh-phan" => "LƯU HÀNH NỘI BỘ",
            "cong-van" => "XEM XONG TRẢ LẠI",
            "to-trinh" => continue,
            _ => "SỐ LIỆU MINH HỌA",
        };
        let run = document.run(1, note);
        styled(run, 12.0, "bold");
        level(run.right, 195.0, note);
        level(run.top(), 10.0, note);
        let times = document.lines().filter(|(_, line)| line.text() == note).count();
        assert_eq!(times, 1, "{note} in {}", document.name);
    }
}

#[test]
fn a_long_place_takes_its_own_line_and_leaves_the_date_level_with_the_number() {
    let page = sheet(
        "#show: van-ban.with(loai: \"BÁO CÁO\", trich-yeu: \"thử\", cap-tren: \"Đảng bộ tỉnh Đồi Xanh\",
          co-quan: \"Đảng ủy đặc khu Quần đảo Ghềnh Ráng Xanh Biếc\", so: 115, ky-hieu: \"BC/ĐU\",
          dia-danh: \"Đặc khu Quần đảo Ghềnh Ráng Xanh Biếc\", ngay: (nam: 2026, thang: 12, ngay: 30))
        Một đoạn.",
    );
    let (number, date) = (page.begins(1, "Số"), page.begins(1, "ngày 30 tháng 12 năm 2026"));
    level(date.baseline, number.baseline, "the date");
    level(date.middle(), party(&page).middle(), "the date");
    assert!(page.begins(1, "Đặc khu").baseline < date.baseline);
}
