//! Appendices and the tables in them. Not for page numbers, which are the page's.

use super::edges;
use crate::measure::Line;
use crate::specimen::{Document, all, example, styled};

/// Where appendices begin: page (from 0) and its lines.
fn openings(document: &Document) -> Vec<(usize, Vec<Line>)> {
    let pages = document.pages.iter().enumerate().map(|(at, page)| (at, page.lines()));
    pages.filter(|(_, lines)| lines[0].text().starts_with("Phụ lục")).collect()
}

#[test]
fn an_appendix_opens_its_own_page_with_label_title_reference_and_five_hyphens() {
    let mut seen = 0;
    for document in all() {
        for (at, lines) in openings(document) {
            let (left, right) = edges(document, at);
            let middle = f64::midpoint(left, right);
            let end = lines.iter().position(|line| line.text() == "-----").expect("five hyphens");
            let mut head = lines[..=end].iter();
            let title = head.clone().take_while(|line| !line.text().starts_with("(Kèm theo "));
            title.clone().for_each(|line| line.0.iter().for_each(|run| styled(run, 14.0, "bold")));
            assert!(title.count() >= 2, "{}", document.name);
            assert!(head.all(
                |line| (f64::midpoint(line.left(), line.right()) - middle).abs() < 0.5
                // A blank in the reference parts its line.
                || line.text().starts_with("(Kèm theo") || line.first().face.italic()
            ));
            seen += 1;
        }
    }
    assert!(seen > 40, "{seen}");
}

#[test]
fn appendices_are_numbered_in_arabic_when_there_are_two_and_not_when_there_is_one() {
    for document in all() {
        let labels: Vec<_> = openings(document).iter().map(|(_, lines)| lines[0].text()).collect();
        let wanted: Vec<_> = match labels.len() {
            1 => vec!["Phụ lục".to_owned()],
            many => (1..=many).map(|one| format!("Phụ lục {one}")).collect(),
        };
        assert_eq!(labels, wanted, "{}", document.name);
    }
}

#[test]
fn the_reference_repeats_the_documents_number_and_date_blanks_included() {
    let said = |document: &Document| {
        let (_, lines) = openings(document).remove(0);
        let reference = lines.iter().skip_while(|line| !line.text().starts_with("(Kèm theo"));
        let reference = reference.take_while(|line| line.text() != "-----");
        reference.map(|line| line.text() + " ").collect::<String>().replace('\u{a0}', " ")
    };
    for document in example("du-thanh-phan") {
        assert_eq!(
            said(document).trim(),
            "(Kèm theo Báo cáo số 05-BC/BTGDVTU-BNCTU, ngày 03/02/2025 của Ban Tuyên giáo và Dân vận \
             Tỉnh ủy và Ban Nội chính Tỉnh ủy Đồi Xanh)"
        );
    }
    for document in example("to-trinh") {
        let said = said(document);
        assert!(
            said.contains("-TTr/BXDĐ,") && said.contains("/2025 của Ban Xây dựng Đảng)"),
            "{said}"
        );
    }
}

#[test]
fn the_body_points_to_each_appendix_of_the_example() {
    for document in example("du-thanh-phan").chain(example("bao-cao")) {
        let first = openings(document)[0].0;
        let body =
            document.lines().filter(|(at, _)| *at < first).map(|(_, line)| line.text() + " ");
        let body = body.collect::<String>();
        for label in ["Phụ lục 1", "Phụ lục 2"] {
            assert!(body.contains(label), "{label} in {}", document.name);
        }
    }
}

#[test]
fn landscape_appendices_lie_on_turned_pages_and_others_on_upright_ones() {
    for document in example("du-thanh-phan") {
        let turned: Vec<_> = document.pages.iter().map(|page| page.wide > page.high).collect();
        assert_eq!(turned, [false, false, true, false, false, true, true, false]);
    }
}

#[test]
fn a_tables_head_is_repeated_on_every_page_it_covers() {
    for document in example("du-thanh-phan") {
        for page in [6, 7] {
            styled(document.run(page, "Xã, phường"), 12.0, "bold");
        }
    }
}
