//! Rules about what stands under number and date: urgency, draft note, subject of a letter (cells 5b, 10, 11b); type,
//! author, subject and the hyphens below (cell 5a). Not for number and date.

use super::inspector::Inspector;
use crate::inspect::parts::head::HeadParts;
use crate::inspect::parts::page::{LINE_BELOW, PageParts};
use crate::inspect::parts::phrases::{said_nearly, without_spaces};
use crate::inspect::parts::under_number::by_rule;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// Holds urgency, draft note and the subject of a letter against the profile.
pub(crate) fn under_number(head: &HeadParts, inspector: &mut Inspector<'_>) {
    for (rule, line) in by_rule(head) {
        if rule != Rule::LetterSubject || head.kind.is_none() {
            inspector.style(rule, [line]);
        }
    }
}

/// Holds cell 5a and the hyphens under it against the profile.
pub(crate) fn check(page: &PageParts, head: &HeadParts, inspector: &mut Inspector<'_>) {
    let Some(kind) = &head.kind else { return };
    let middle = inspector.text_block(page).middle();
    let groups = [
        (Rule::DocumentType, std::slice::from_ref(kind)),
        (Rule::Author, &head.author),
        (Rule::Subject, &head.subject),
    ];
    for (rule, lines) in groups {
        inspector.style(rule, lines);
        for line in lines {
            inspector.centred(rule, line, middle, "phần chữ");
        }
    }
    type_alone(kind, &head.kind_name, inspector);
    if head.subject.is_empty() {
        let expected = "trích yếu nội dung, chữ đậm";
        inspector.note_line(Rule::Subject, kind, "không có trích yếu ở dưới", expected);
    }
    match &head.hyphens {
        Some(line) => hyphens(line, middle, inspector),
        None => no_hyphens(page, head.subject.last().unwrap_or(kind), inspector),
    }
}

/// The line of the type says the type alone, in words as they are written elsewhere.
fn type_alone(line: &TextLine, name: &str, inspector: &mut Inspector<'_>) {
    let text = line.text().to_uppercase();
    let text = text.trim_end_matches([':', '.', ' ']);
    if text == name {
        return;
    }
    let (measured, expected) = if without_spaces(text) == without_spaces(name) {
        ("các chữ viết cách rời", format!("viết liền chữ: «{name}»"))
    } else if said_nearly(text, name) {
        ("viết sai tên loại", format!("«{name}»"))
    } else {
        ("có chữ khác sau tên loại", format!("«{name}» một dòng riêng; chữ khác thuộc trích yếu"))
    };
    inspector.note_line(Rule::DocumentType, line, measured, expected);
}

fn hyphens(line: &TextLine, middle: f64, inspector: &mut Inspector<'_>) {
    if line.text() != inspector.requirement(Rule::Hyphens).mark() {
        let measured = format!("là «{}»", line.text());
        inspector.note_line(Rule::Hyphens, line, measured, "năm dấu gạch nối «-----»");
    }
    inspector.style(Rule::Hyphens, [line]);
    inspector.centred(Rule::Hyphens, line, middle, "phần chữ");
}

fn no_hyphens(page: &PageParts, last: &TextLine, inspector: &mut Inspector<'_>) {
    let measured = if page.drawn_under(last, LINE_BELOW).is_some() {
        "có đường kẻ ở dưới"
    } else {
        "không có dòng gạch nối ở dưới"
    };
    let expected = "năm dấu gạch nối «-----», không phải đường kẻ";
    inspector.note_line(Rule::Hyphens, last, measured, expected);
}
