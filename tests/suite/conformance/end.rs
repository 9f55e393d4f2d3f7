//! The end: signatures, recipients, notes; cells 7, 9a, 11a, 12 and 13 of the regulation.

use crate::measure::{Page, Run};
use crate::specimen::{Document, all, example, examples, level, near, reports, sheet, styled};

/// The page with the recipients, counted from 1.
fn last(document: &Document) -> usize {
    let signed = |page: &Page| page.runs.iter().any(|run| run.text == "Nơi nhận:");
    document.pages.iter().position(signed).expect("recipients") + 1
}

/// A sheet that ends like this.
fn ending(settings: &str, body: &str, signers: &str) -> Document {
    sheet(&format!(
        "#show: van-ban.with(loai: \"BÁO CÁO\", trich-yeu: \"thử\", co-quan: \"Ban Tổ chức\",
           so: 5, ky-hieu: \"BC/BTCTU\", dia-danh: \"Đồi Xanh\", ngay: (nam: 2026, thang: 6, ngay: 5),
           {settings})\n{body}
         #ket-van-ban(nguoi-ky: ({signers},), noi-nhan: (\"Như trên\",))[Trên đây là báo cáo.]"
    ))
}

/// Authority over position, as printed.
fn authority<'a>(document: &'a Document, authority: &str, position: &str) -> [&'a Run; 2] {
    let page = last(document);
    let (authority, position) = (document.run(page, authority), document.run(page, position));
    styled(authority, 14.0, "bold");
    styled(position, 14.0, "");
    level(authority.middle(), position.middle(), &position.text);
    assert!(position.baseline > authority.baseline && authority.left > 100.0);
    [authority, position]
}

#[test]
fn authority_is_14_bold_caps_on_the_right_over_a_regular_position() {
    for document in example("bao-cao").chain(reports()) {
        let page = last(document);
        let runs: Vec<_> = document.pages[page - 1].runs.iter().collect();
        // A head who signs directly has no authority line.
        let Some(at) = runs.iter().position(|run| run.text.starts_with("T/M")) else {
            styled(document.begins(page, "TRƯỞNG BAN"), 14.0, "");
            continue;
        };
        authority(document, runs[at].text.trim(), runs[at + 1].text.trim());
    }
    example("cong-van").for_each(|document| {
        authority(document, "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG");
    });
    example("to-trinh").for_each(|document| {
        authority(document, "K/T TRƯỞNG BAN", "PHÓ TRƯỞNG BAN");
    });
}

#[test]
fn who_signs_directly_has_a_regular_position_or_a_bold_one_by_setting() {
    let signer = "(chuc-vu: \"Q. Trưởng ban\", ho-ten: \"Nguyễn Văn A\")";
    let plain = ending("", "Một đoạn.", signer);
    styled(plain.run(1, "Q. TRƯỞNG BAN"), 14.0, "");
    let setting = "dieu-chinh: (chu_ky: (chuc_vu_dam_khi_ky_truc_tiep: true))";
    styled(ending(setting, "Một đoạn.", signer).run(1, "Q. TRƯỞNG BAN"), 14.0, "bold");
}

#[test]
fn the_name_is_14_bold_in_title_case_under_30_mm_of_room() {
    for document in example("cong-van") {
        let [_, position] = authority(document, "T/L BAN THƯỜNG VỤ", "CHÁNH VĂN PHÒNG");
        let name = document.run(1, "Nguyễn Văn A");
        styled(name, 14.0, "bold");
        level(name.middle(), position.middle(), "the name");
        assert!(name.top() - position.baseline >= 30.0, "{}", name.top() - position.baseline);
        let inside = document.pages[0].runs.iter().filter(|run| run.left > 100.0);
        let inside =
            inside.filter(|run| run.top() > position.baseline && run.bottom() < name.top());
        assert_eq!(inside.count(), 0, "the room for the signature is not empty");
    }
}

#[test]
fn an_electronic_signature_stands_in_the_middle_of_its_room() {
    let signer = "(quyen-han: \"T/M Đảng ủy\", chuc-vu: \"Bí thư\", ho-ten: \"Nguyễn Văn A\",
                   chu-ky: rect(width: 30mm, height: 20mm, stroke: none, fill: black))";
    let page = ending("", "Một đoạn.", signer);
    let (position, name) = (page.run(1, "BÍ THƯ"), page.run(1, "Nguyễn Văn A"));
    let drawn = page.pages[0].shapes.iter().find(|one| (one.right - one.left - 30.0).abs() < 0.1);
    let drawn = drawn.expect("the signature");
    level(f64::midpoint(drawn.left, drawn.right), position.middle(), "the signature");
    assert!(drawn.top > position.baseline && drawn.bottom < name.top());
}

#[test]
fn joint_signers_stand_lead_on_the_right_the_third_on_the_next_row_names_level() {
    for document in example("du-thanh-phan") {
        let page = last(document);
        let at = |text| document.run(page, text);
        let (lead, second) = (at("TRƯỞNG BAN TUYÊN GIÁO"), at("Q. TRƯỞNG BAN"));
        assert!(lead.left > second.right);
        level(lead.baseline, second.baseline, "positions");
        let names = [at("Nguyễn Văn A"), at("Trần Thị B"), at("Lê Văn C")];
        for name in names {
            styled(name, 14.0, "bold");
        }
        level(names[0].baseline, names[1].baseline, "names");
        level(names[0].middle(), lead.middle(), "the lead's name");
        level(names[2].middle(), second.middle(), "the third name");
        assert!(names[2].baseline > names[1].baseline);
        let beside = at("kiêm");
        level(beside.middle(), at("TRƯỞNG BAN CHỈ ĐẠO").middle(), "kiêm");
        let by = |mark: &str| document.lines().any(|(_, line)| line.text().starts_with(mark));
        assert!(!["T/M", "K/T", "T/L"].into_iter().any(by));
    }
    // Whatever lines a position takes.
    let lead = "(chuc-vu: \"Trưởng Ban Tuyên giáo và Dân vận Tỉnh ủy\", ho-ten: \"Nguyễn Văn A\")";
    let second = "(chuc-vu: \"Chánh Văn phòng\", ho-ten: \"Trần Thị B\")";
    let page = ending("", "Một đoạn.", &format!("{lead}, {second}"));
    let (lead, second) = (page.run(1, "Nguyễn Văn A"), page.run(1, "Trần Thị B"));
    level(lead.baseline, second.baseline, "names");
}

#[test]
fn recipients_are_12_under_an_underlined_label_level_with_the_authority() {
    for document in all() {
        let page = last(document);
        let content = &document.pages[page - 1];
        let label = document.run(page, "Nơi nhận:");
        styled(label, 14.0, "");
        let rules = content.shapes.iter();
        let under =
            rules.filter(|rule| rule.top > label.baseline && rule.top < label.baseline + 2.0);
        let under = under.into_iter().find(|rule| (rule.left - label.left).abs() < 0.5);
        level(under.expect("an underline").right, label.right, "the underline");
        if document.name != "du-thanh-phan" {
            let right =
                content.runs.iter().filter(|run| run.left > 100.0 && run.text.contains('T'));
            let level_with = right.filter(|run| (run.baseline - label.baseline).abs() < 0.5);
            assert_eq!(level_with.count(), 1, "level with Nơi nhận in {}", document.name);
        }
        let below =
            content.lines().into_iter().skip_while(|line| line.text() != "Nơi nhận:").skip(1);
        let list: Vec<_> =
            below.take_while(|line| (line.first().size - 12.0).abs() < 0.1).collect();
        for line in &list {
            line.0.iter().for_each(|run| styled(run, 12.0, ""));
            level(line.left(), label.left, &line.text());
        }
        let list = list.iter().map(|line| line.text() + " ").collect::<String>();
        let mark = if document.profile == "hd36" { ", - " } else { "; - " };
        let items: Vec<_> = list.trim().split(mark).collect();
        assert!(items.len() > 1, "{}: {list}", document.name);
        let (end, before) = items.split_last().expect("recipients");
        assert!(before.iter().all(|one| !one.ends_with([';', ',', '.'])), "{list}");
        assert!(end.starts_with("Lưu ") && end.ends_with('.'), "{list}");
        if ["cong-van", "to-trinh"].contains(&document.name.as_str()) {
            assert_eq!(items[0], "- Như trên");
        }
    }
}

#[test]
fn the_drafters_mark_ends_the_recipients_in_11_or_8_points() {
    for document in example("du-thanh-phan") {
        let page = last(document);
        let mark = document.run(page, "NguyenVanA-26");
        let size = if document.profile == "hd36" { 8.0 } else { 11.0 };
        styled(mark, size, "");
        level(mark.left, document.run(page, "Nơi nhận:").left, "the drafter's mark");
        assert!(mark.baseline > document.begins(page, "- Lưu").baseline);
    }
}

#[test]
fn the_contact_line_is_10_points_under_a_rule_across_the_last_page_of_the_text() {
    for document in example("du-thanh-phan").chain(example("cong-van")) {
        let page = last(document);
        let line = document.pages[page - 1].runs.iter().find(|run| run.text.contains("điện thoại"));
        let line = line.expect("a contact line");
        styled(line, 10.0, "");
        let rules = document.pages[page - 1].shapes.iter();
        let mut rule =
            rules.filter(|rule| rule.top < line.baseline && rule.top > line.baseline - 8.0);
        let rule = rule.next_back().expect("a rule");
        level(rule.left, 30.0, "the rule");
        level(rule.right, 195.0, "the rule");
        assert!(rule.bottom - rule.top < 0.5 && line.left > 29.5);
    }
}

#[test]
fn the_media_note_stands_12_points_centred_10_mm_from_the_foot_of_the_last_page_only() {
    let note = "Không phổ biến trên phương tiện thông tin đại chúng";
    for document in example("du-thanh-phan") {
        let page = last(document);
        let run = document.run(page, note);
        styled(run, 12.0, "");
        level(run.middle(), 112.5, note);
        level(run.bottom(), 287.0, note);
        assert_eq!(document.lines().filter(|(_, line)| line.text() == note).count(), 1);
    }
    // Whatever page the closing lands on, the note is there with it.
    for paragraphs in 24..36 {
        let body = "Một đoạn.\n\n".repeat(paragraphs);
        let page = ending("khong-pho-bien: true", &body, "(chuc-vu: \"Trưởng ban\")");
        page.run(last(&page), note);
    }
}

#[test]
fn the_closing_stands_on_one_page_with_its_paragraph() {
    for document in examples().chain(reports()) {
        let page = last(document);
        let content = &document.pages[page - 1];
        let label = document.run(page, "Nơi nhận:").baseline;
        let above = content
            .lines()
            .into_iter()
            .filter(|line| line.first().baseline > 20.0 && line.first().baseline < label - 4.0);
        assert!(above.count() > 0, "{}: nothing stands above the closing", document.name);
    }
    for paragraphs in 20..36 {
        let body = "Một đoạn.\n\n".repeat(paragraphs);
        let signer = "(quyen-han: \"T/M Đảng ủy\", chuc-vu: \"Bí thư\", ho-ten: \"Nguyễn Văn A\")";
        let document = ending("", &body, signer);
        let page = last(&document);
        for text in ["Trên đây là báo cáo.", "T/M ĐẢNG ỦY", "BÍ THƯ", "Nguyễn Văn A", "- Như trên."]
        {
            let found = document.pages[page - 1].lines();
            assert!(found.iter().any(|line| line.text() == text), "{text} with {paragraphs}");
        }
        let authority = document.run(page, "T/M ĐẢNG ỦY");
        near(authority.baseline, document.run(page, "Nơi nhận:").baseline, 0.1, "level");
    }
}
