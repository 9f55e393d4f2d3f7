//! The format of Party documents, row by row, measured on finished pages: paper, margins and page number here, the head,
//! the body and the end in files of their own. Numbers are the regulation's, never read from the profiles.
#![expect(clippy::float_arithmetic, reason = "places on a page are measured, not counted")]

mod appendix;
mod body;
mod end;
mod head;

use crate::measure::{Line, Page, Run};
use crate::specimen::{Document, all, example, examples, level, near, reports, styled};

/// Left and right edge of the text block of the page at `at` (from 0), in millimetres.
fn edges(document: &Document, at: usize) -> (f64, f64) {
    let back = document.name == "du-thanh-phan" && at % 2 == 1;
    let (left, right) = if back { (15.0, 30.0) } else { (30.0, 15.0) };
    (left, document.pages[at].wide - right)
}

/// The page number of a page.
fn page_number(page: &Page) -> Option<&Run> {
    page.runs
        .iter()
        .find(|run| run.baseline < 20.0 && run.text.trim().chars().all(|one| one.is_ascii_digit()))
}

/// The three things that may stand outside the margins.
fn may_stand_outside(document: &Document, at: usize, run: &Run) -> bool {
    let number = page_number(&document.pages[at]).is_some_and(|number| number.text == run.text);
    let notes = ["LƯU HÀNH NỘI BỘ", "XEM XONG TRẢ LẠI", "SỐ LIỆU MINH HỌA"];
    (number && run.baseline < 20.0)
        || (at == 0 && run.baseline < 20.0 && notes.contains(&run.text.trim()))
        || (run.baseline > 277.0
            && run.text == "Không phổ biến trên phương tiện thông tin đại chúng")
}

#[test]
fn the_specimens_cover_every_component_and_real_reports() {
    assert_eq!(examples().count(), 8);
    assert!(reports().len() > 30, "{}", reports().len());
    assert!(all().all(|document| document.pages.iter().all(|page| page.runs.len() > 3)));
}

#[test]
fn pages_are_a4_upright_or_turned() {
    for document in all() {
        for page in &document.pages {
            level(page.wide.min(page.high), 210.0, &document.name);
            level(page.wide.max(page.high), 297.0, &document.name);
        }
    }
}

#[test]
fn nothing_stands_outside_the_margins_but_page_number_and_circulation_notes() {
    for document in all() {
        for (at, page) in document.pages.iter().enumerate() {
            let (left, right) = edges(document, at);
            for run in page.runs.iter().filter(|run| !may_stand_outside(document, at, run)) {
                let what = format!("«{}» on page {} of {}", run.text, at + 1, document.name);
                assert!(run.left > left - 0.5 && run.right < right + 0.5, "{what}: {run:?}");
                // Letters reach two thirds of the size above the line, with a hook more, and a fifth below.
                let reach =
                    if run.text.contains(['Ả', 'Ẻ', 'Ỏ', 'Ủ']) { 0.853 } else { 0.7 };
                let top = run.baseline - reach * run.size * 25.4 / 72.0;
                let bottom = run.baseline + 0.2 * run.size * 25.4 / 72.0;
                assert!(top > 19.5 && bottom < page.high - 19.5, "{what}: {top:.2} {bottom:.2}");
            }
            for shape in &page.shapes {
                let inside = shape.left > left - 0.5
                    && shape.right < right + 0.5
                    && shape.top > 19.5
                    && shape.bottom < page.high - 19.5;
                assert!(inside, "{} page {}: {shape:?}", document.name, at + 1);
            }
        }
    }
}

#[test]
fn the_text_block_is_165_by_257_mm_and_text_fills_its_width() {
    for document in all() {
        for (at, page) in document.pages.iter().enumerate().filter(|(_, page)| page.wide < 220.0) {
            let (left, right) = edges(document, at);
            level(right - left, 165.0, "the width of the text block");
            let lines = page.lines();
            let wide: Vec<_> =
                lines.iter().filter(|line| line.right() - line.left() > 150.0).collect();
            if wide.len() > 5 {
                let far = wide.iter().map(|line| line.right()).fold(0.0, f64::max);
                level(far, right, &format!("right edge on page {} of {}", at + 1, document.name));
            }
        }
        let lines = document.lines().filter(|(_, line)| line.first().size > 13.0);
        let inside = lines.map(|(at, line)| line.left() - edges(document, at).0);
        level(inside.fold(f64::MAX, f64::min), 0.0, &format!("left edge of {}", document.name));
    }
}

#[test]
fn duplex_backs_have_15_mm_left_and_30_mm_right() {
    for document in example("du-thanh-phan") {
        let table = |at: usize| {
            let shapes = document.pages[at].shapes.iter();
            let span = shapes.fold((f64::MAX, f64::MIN), |(left, right), shape| {
                (left.min(shape.left), right.max(shape.right))
            });
            (span.0, span.1)
        };
        let (left, right) = table(1);
        level(left, 15.0, "left on the back");
        level(right, 180.0, "right on the back");
        let (left, right) = table(2);
        level(left, 30.0, "left on the front");
        level(right, 282.0, "right on the front");
    }
}

#[test]
fn everything_is_black_in_liberation_serif() {
    for document in all() {
        for page in &document.pages {
            assert!(!page.coloured, "{}", document.name);
            let serif = |run: &Run| run.face.name.starts_with("LiberationSerif");
            assert!(page.runs.iter().all(serif), "{}", document.name);
        }
    }
}

#[test]
fn the_page_number_is_centred_on_the_text_block_10_mm_from_the_top_edge() {
    let mut centres = Vec::new();
    for document in all() {
        let mut before = 0;
        for (at, page) in document.pages.iter().enumerate() {
            let opens = at == 0 || page.runs[0].text.starts_with("Phụ lục");
            before = if opens { 1 } else { before + 1 };
            let Some(number) = page_number(page) else {
                assert!(opens, "{} has no number on page {}", document.name, at + 1);
                continue;
            };
            assert!(!opens, "{} numbers the first page {}", document.name, at + 1);
            assert_eq!(number.text, before.to_string(), "{}", document.name);
            styled(number, 14.0, "");
            let (left, right) = edges(document, at);
            level(number.middle(), f64::midpoint(left, right), "centre of the page number");
            near(number.top(), 10.0, 1.0, "top of the page number");
            centres.push(number.middle());
        }
    }
    for wanted in [112.5, 97.5] {
        assert!(centres.iter().any(|one| (one - wanted).abs() < 0.5), "{wanted}: {centres:?}");
    }
}

#[test]
fn nothing_of_the_state_format_is_printed() {
    let never = [
        "CỘNG HÒA XÃ HỘI",
        "Độc lập - Tự do",
        "Số:",
        "TM.",
        "KT.",
        "TL.",
        "TUQ.",
        "./.",
        "Lưu: VT",
        "Lưu VT",
        "Phụ lục I",
        "V/v",
    ];
    for document in all() {
        for (_, line) in document.lines() {
            let text = line.text();
            for one in never {
                assert!(!text.contains(one), "«{one}» in «{text}» of {}", document.name);
            }
        }
        let letters = document.pages[0].runs.iter().any(|run| run.text.starts_with("Kính gửi"));
        assert_eq!(letters, document.is_letter(), "«Kính gửi» in {}", document.name);
    }
}

#[test]
fn no_document_symbol_number_or_date_is_torn_over_two_lines() {
    // What ends a line, and what must not begin the next one then.
    let torn = [
        (r"(?:[Ss]ố|[Nn]gày|[Tt]háng|[Qq]uý)$", r"^\d"),
        (r"\d+-$", r"^\p{Lu}"),
        (r"\d+-\p{Lu}+/?$", r"^/?\p{Lu}"),
        (r"[Nn]gày \d+$", r"^(?:/|tháng)"),
        (r"\d[/.,]?$", r"^(?:[.,/]\d|%)"),
    ];
    let torn =
        torn.map(|parts| [parts.0, parts.1].map(|one| regex::Regex::new(one).expect("a pattern")));
    for document in all() {
        let lines: Vec<_> = document.lines().filter(|(_, line)| line.first().size > 13.0).collect();
        let near = |pair: &&[(usize, Line)]| {
            let below = pair[1].1.first().baseline - pair[0].1.first().baseline;
            pair[0].0 == pair[1].0 && (1.0..8.0).contains(&below)
        };
        for pair in lines.windows(2).filter(near) {
            let (one, next) = (pair[0].1.text(), pair[1].1.text());
            for [end, start] in &torn {
                let both = end.is_match(&one) && start.is_match(&next);
                assert!(!both, "«{one}» and «{next}» in {}", document.name);
            }
        }
    }
}
