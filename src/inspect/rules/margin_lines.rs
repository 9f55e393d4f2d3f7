//! Rules about what is printed in the margins: page numbers and circulation notes. Not for the margins themselves.

use super::inspector::Inspector;
use super::wording::number;
use crate::inspect::parts::page::PageParts;
use crate::inspect::pdf::page::POINT;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// Descent of Times New Roman, in em.
const DESCENT: f64 = 0.216;

/// Holds a page's number and notes against the profile.
pub(crate) fn check(at: usize, page: &PageParts, inspector: &mut Inspector<'_>) {
    page_number(at, page, inspector);
    for line in &page.notes {
        if at == 0 {
            circulation_note(page, line, inspector);
        } else {
            let expected = "chỉ ở trang đầu; các trang sau chỉ có số trang";
            inspector.note_line(Rule::CirculationNote, line, "có chữ trên lề", expected);
        }
    }
    for line in page.lines.iter().filter(|line| page.is_media_note(line)) {
        media_note(page, line, inspector);
    }
}

fn page_number(at: usize, page: &PageParts, inspector: &mut Inspector<'_>) {
    match &page.printed_number {
        Some(line) if page.index == 1 => {
            let expected = if page.part == 0 {
                "trang đầu không in số"
            } else {
                "trang đầu của phụ lục không in số"
            };
            inspector.note_line(Rule::PageNumber, line, "có số trang", expected);
        }
        Some(line) => {
            counted(page, line, inspector);
            inspector.style(Rule::PageNumber, [line]);
            number_centred(page, line, inspector);
            from_top(Rule::PageNumber, line, inspector);
        }
        None if page.index > 1 => {
            let expected = "số trang ở đầu trang";
            inspector.note_page(Rule::PageNumber, at, "không có số trang", expected);
        }
        None => {}
    }
}

/// The number is the page's own.
fn counted(page: &PageParts, line: &TextLine, inspector: &mut Inspector<'_>) {
    let (printed, asked) = (line.text(), page.index.to_string());
    if printed != asked {
        let expected = if page.part == 0 {
            "số trang Ả Rập, đếm từ trang đầu"
        } else {
            "số trang đếm riêng cho phụ lục"
        };
        let measured = format!("in «{printed}» ở trang {asked}");
        inspector.note_line(Rule::PageNumber, line, measured, expected);
    }
}

/// In the middle of the text block; on a page on its side, of its table will do.
fn number_centred(page: &PageParts, line: &TextLine, inspector: &mut Inspector<'_>) {
    let middle = inspector.text_block(page).middle();
    let tolerance = inspector.requirement(Rule::PageNumber).tolerance();
    let beside = |axis: f64| (line.middle() - axis).abs() > tolerance;
    let tables = page.tables.iter().filter(|_| page.landscape());
    if beside(middle) && tables.map(|table| table.middle()).all(beside) {
        let measured = format!("giữa số ở {} mm tính từ mép trái", number(line.middle()));
        let expected = format!("{} mm, giữa phần chữ", number(middle));
        inspector.note_line(Rule::PageNumber, line, measured, expected);
    }
}

/// A line stands as far from the upper edge as its rule asks.
fn from_top(rule: Rule, line: &TextLine, inspector: &mut Inspector<'_>) {
    from_edge(rule, line, "trên", line.top(), inspector);
}

fn from_edge(
    rule: Rule,
    line: &TextLine,
    edge: &str,
    distance: f64,
    inspector: &mut Inspector<'_>,
) {
    let requirement = inspector.requirement(rule);
    let (asked, tolerance) = (requirement.measure(0), requirement.measure(1));
    if (distance - asked).abs() > tolerance {
        let words = |distance| format!("cách mép {edge} {} mm", number(distance));
        inspector.note_line(rule, line, words(distance), words(asked));
    }
}

/// Above the text of page 1, in the right corner.
fn circulation_note(page: &PageParts, line: &TextLine, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::CirculationNote, [line]);
    let right = inspector.text_block(page).right;
    if (line.x1() - right).abs() > inspector.requirement(Rule::CirculationNote).tolerance() {
        let measured = format!("hết ở {} mm tính từ mép trái", number(line.x1()));
        let expected = "ở góc phải, hết ở lề phải";
        inspector.note_line(Rule::CirculationNote, line, measured, expected);
    }
    from_top(Rule::CirculationNote, line, inspector);
}

/// Below the text of the last page, in the middle.
fn media_note(page: &PageParts, line: &TextLine, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::MediaNote, [line]);
    let middle = inspector.text_block(page).middle();
    inspector.centred(Rule::MediaNote, line, middle, "phần chữ");
    let bottom = page.height - line.y - DESCENT * line.size() * POINT;
    from_edge(Rule::MediaNote, line, "dưới", bottom, inspector);
}
