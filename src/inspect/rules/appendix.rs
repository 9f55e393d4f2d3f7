//! Rules about appendices: number, title, what they belong to, that the body points to them. Not for their tables.

use std::sync::LazyLock;

use regex::Regex;

use super::attachment;
use super::inspector::Inspector;
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::appendix::AppendixHead;
use crate::inspect::parts::phrases::without_spaces;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{TextLine, text_of_lines};
use crate::pattern::pattern;

/// The list of numbers behind "Phụ lục" is looked for in so many characters.
const LIST: usize = 24;
/// What the hyphens under the head of an appendix must be.
const HYPHENS: &str = "năm dấu gạch nối «-----»";

static ROMAN: LazyLock<Regex> = LazyLock::new(|| pattern(r"^[IVXLC]+$"));

/// Holds the appendices against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let texts = parts.body.iter().map(|paragraph| paragraph.text() + "\n");
    let body = texts.collect::<String>().to_lowercase();
    let several = parts.appendices.len() > 1;
    for (at, appendix) in parts.appendices.iter().enumerate() {
        number(at + 1, &appendix.label, several, inspector);
        head(parts, appendix, inspector);
        pointed_to(&body, at + 1, &appendix.label, several, inspector);
    }
}

fn number(expected: usize, label: &TextLine, several: bool, inspector: &mut Inspector<'_>) {
    let text = label.text();
    let words: Vec<&str> = text.split_whitespace().skip(2).collect();
    let number = words.last().copied().unwrap_or_default();
    let number = number.trim_end_matches([':', '.']);
    let measured = if ROMAN.is_match(number) {
        "đánh số La Mã".to_owned()
    } else if number.is_empty() && several {
        "không có số".to_owned()
    } else if !number.is_empty() && number != expected.to_string() {
        format!("đánh số «{number}»")
    } else if words.len() > 1 {
        format!("ghi «{text}»")
    } else {
        return;
    };
    let expected = format!("«Phụ lục {expected}», chữ số Ả Rập");
    inspector.note_line(Rule::AppendixLabel, label, measured, expected);
}

fn head(parts: &DocumentParts, appendix: &AppendixHead, inspector: &mut Inspector<'_>) {
    let page = &parts.pages[appendix.page];
    if !page.landscape() {
        let middle = inspector.text_block(page).middle();
        let title = [&appendix.label].into_iter().chain(&appendix.title);
        for line in title.chain(&appendix.attached).chain(&appendix.hyphens) {
            inspector.centred(Rule::AppendixLabel, line, middle, "phần chữ");
        }
    }
    if appendix.title.is_empty() {
        let measured = "không có tên phụ lục ở dưới";
        inspector.note_line(Rule::AppendixLabel, &appendix.label, measured, "tên phụ lục");
    }
    if let Some(line) = appendix.attached.first() {
        same_symbol(parts, appendix, line, inspector);
        attachment::check(parts, appendix, line, inspector);
        hyphens(appendix, line, inspector);
    } else {
        let measured = "không có dòng «(Kèm theo …)»";
        let expected = "«(Kèm theo Báo cáo số …, ngày … của …)»";
        inspector.note_line(Rule::AppendixAttachment, &appendix.label, measured, expected);
    }
}

/// "(Kèm theo …)" names the document by its number and symbol.
fn same_symbol(
    parts: &DocumentParts,
    appendix: &AppendixHead,
    line: &TextLine,
    inspector: &mut Inspector<'_>,
) {
    let Some(symbol) = &parts.head.symbol else { return };
    let symbol = without_spaces(&symbol.text()).replacen("Số", "", 1);
    let attached = without_spaces(&text_of_lines(&appendix.attached));
    if !attached.contains(symbol.trim_start_matches(':')) {
        let measured = "khác số, ký hiệu văn bản";
        let expected = "số, ký hiệu như ở đầu văn bản";
        inspector.note_line(Rule::AppendixAttachment, line, measured, expected);
    }
}

fn hyphens(appendix: &AppendixHead, above: &TextLine, inspector: &mut Inspector<'_>) {
    match &appendix.hyphens {
        Some(line) if line.text() != inspector.requirement(Rule::Hyphens).mark() => {
            let measured = format!("là «{}»", line.text());
            inspector.note_line(Rule::AppendixHyphens, line, measured, HYPHENS);
        }
        Some(_) => {}
        None => {
            let measured = "không có dòng gạch nối ở dưới";
            inspector.note_line(Rule::AppendixHyphens, above, measured, HYPHENS);
        }
    }
}

/// The body names the appendix, alone or in a list; where there is only one, its number is not needed.
fn pointed_to(
    body: &str,
    number: usize,
    label: &TextLine,
    several: bool,
    inspector: &mut Inspector<'_>,
) {
    let name = if several { label.text().to_lowercase() } else { "phụ lục".to_owned() };
    if !body.contains(&name) && !is_listed(body, number) {
        let measured = "không được nhắc tới trong văn bản";
        let expected = "được dẫn trong phần nội dung";
        inspector.note_line(Rule::AppendixLabel, label, measured, expected);
    }
}

/// "các Phụ lục 1, 2 và 3" points to each of them.
fn is_listed(body: &str, number: usize) -> bool {
    let number = number.to_string();
    body.match_indices("phụ lục").any(|(at, word)| {
        let after: String = body[at + word.len()..].chars().take(LIST).collect();
        let of_list = |c: char| c.is_ascii_digit() || " ,và-".contains(c);
        let list = after.split(|c: char| !of_list(c)).next().unwrap_or("");
        list.split(|c: char| !c.is_ascii_digit()).any(|listed| listed == number)
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn roman_numbers_are_told_from_arabic_ones_and_letters() {
        assert!(ROMAN.is_match("II"));
        assert!(!ROMAN.is_match("2"));
        assert!(!ROMAN.is_match("B"));
    }

    #[test]
    fn a_list_points_to_each_appendix_in_it() {
        let body = "chi tiết tại các phụ lục 1, 2 và 3; có 4 tổ";
        assert!((1..=3).all(|number| is_listed(body, number)));
        assert!(!is_listed(body, 4));
    }
}
