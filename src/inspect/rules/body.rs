//! Rules about the text between head and signature: headings, size and style, dates, how it ends. Not for where its lines
//! stand ([`super::paragraphs`]), nor for tables, whose text the regulation leaves open.

use std::sync::LazyLock;

use regex::Regex;

use super::inspector::Inspector;
use super::{legal_bases, paragraphs, thousands, torn, written_dates};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::parts::phrases::without_spaces;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;
use crate::pattern::pattern;

/// The type of document that is submitted to somebody; a letter has none.
const SUBMISSION: &str = "TỜ TRÌNH";

static SECTION_HEADING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^[IVX]{1,5}\s?[-–.]\s*\p{Lu}"));
static PART_HEADING: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(Phần|PHẦN|Chương|CHƯƠNG|Mục|MỤC) (thứ \p{L}+|[IVX]+|\d+)$"));
static NUMBERED: LazyLock<Regex> =
    LazyLock::new(|| pattern(r"^(\d{1,2}(\.\d{1,2})*\.?|\p{Ll}\)|[IVX]{1,5}\s?[-–.])\s"));

/// Holds the body against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    for paragraph in &parts.body {
        let text = paragraph.text();
        if PART_HEADING.is_match(&text) {
            inspector.style(Rule::PartHeading, &paragraph.lines);
        } else if !paragraph.apart {
            style(paragraph, &text, inspector);
            paragraphs::place(parts, paragraph, inspector);
            written_dates::check(paragraph, &text, inspector);
            thousands::check(paragraph, &text, inspector);
            torn::check(paragraph, inspector);
        }
    }
    paragraphs::spacing(parts, inspector);
    legal_bases::check(parts, inspector);
    ending(parts, inspector);
    no_salutation(parts, inspector);
}

fn style(paragraph: &BodyParagraph, text: &str, inspector: &mut Inspector<'_>) {
    if SECTION_HEADING.is_match(text) {
        inspector.style(Rule::SectionHeading, &paragraph.lines);
        return;
    }
    for line in &paragraph.lines {
        inspector.size(Rule::BodyText, line);
    }
    if !NUMBERED.is_match(text) && !legal_bases::is_basis(text) {
        plain(paragraph, inspector);
    }
}

/// A paragraph that is no heading is not bold or slanted throughout; one line alone may be a heading without a number.
fn plain(paragraph: &BodyParagraph, inspector: &mut Inspector<'_>) {
    let [first, _, ..] = &paragraph.lines[..] else { return };
    if paragraph.lines.iter().all(TextLine::bold) {
        inspector.note_line(Rule::BodyText, first, "cả đoạn chữ đậm", "chữ thường (không đậm)");
    }
    if paragraph.lines.iter().all(TextLine::italic) {
        inspector.note_line(Rule::BodyText, first, "cả đoạn chữ nghiêng", "chữ đứng");
    }
}

/// The body ends with a full stop, without the state's "./.".
fn ending(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    if parts.closing.start.is_none() {
        return;
    }
    let Some(line) = parts.body.last().and_then(|paragraph| paragraph.lines.last()) else { return };
    let text = line.text();
    let measured = if without_spaces(&text).ends_with("/.") {
        "kết thúc bằng «./.»"
    } else if text.ends_with('…') || text.ends_with("..") {
        "kết thúc bằng dấu chấm lửng"
    } else if text.ends_with('.') {
        return;
    } else {
        "không có dấu chấm ở cuối"
    };
    inspector.note_line(Rule::BodyEnding, line, measured, "kết thúc bằng dấu chấm");
}

/// Only letters and tờ trình are addressed to somebody above the text.
fn no_salutation(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let kind = &parts.head.kind_name;
    if kind.is_empty() || kind == SUBMISSION {
        return;
    }
    if let Some(line) = &parts.salutation {
        let kind = kind.to_lowercase();
        let measured = format!("có «{}»", line.text().trim_end_matches(':'));
        let expected = format!("bỏ; nơi nhận {kind} ghi ở cuối văn bản");
        inspector.note_line(Rule::Salutation, line, measured, expected);
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn headings_are_known_by_their_number() {
        for heading in ["I- KẾT QUẢ", "IV. Nhiệm vụ", "II – PHƯƠNG HƯỚNG"] {
            assert!(SECTION_HEADING.is_match(heading), "{heading}");
        }
        for heading in ["Phần thứ nhất", "CHƯƠNG II", "Mục 3"] {
            assert!(PART_HEADING.is_match(heading), "{heading}");
        }
        for heading in ["1. Việc đã làm", "1.2 Việc", "a) Kết quả", "II- Kết quả"] {
            assert!(NUMBERED.is_match(heading), "{heading}");
        }
        for sentence in ["Phần thứ nhất nêu kết quả", "Chi bộ có 12 đảng viên"] {
            assert!(!SECTION_HEADING.is_match(sentence), "{sentence}");
            assert!(!PART_HEADING.is_match(sentence), "{sentence}");
            assert!(!NUMBERED.is_match(sentence), "{sentence}");
        }
    }
}
