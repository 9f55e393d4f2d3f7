//! Rules about the name block: superior and issuing body, the asterisk under them (cell 2), and that what follows is
//! centred under them. Not for what number and symbol say.

use super::inspector::{Inspector, PagePlace};
use super::wording::number;
use crate::inspect::parts::head::HeadParts;
use crate::inspect::parts::page::{LINE_BELOW, PageParts};
use crate::inspect::parts::under_number::by_rule;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// What the lines of the block are centred on.
const BLOCK: &str = "khối tên cơ quan";

/// Holds the name block against the profile.
pub(crate) fn check(page: &PageParts, head: &HeadParts, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::SuperiorBody, &head.superior);
    inspector.style(Rule::IssuingBody, &head.issuing);
    let Some(axis) = axis(head) else {
        let expected = "tên cơ quan ban hành ở đầu trang, bên trái";
        inspector.note_page(Rule::IssuingBody, 0, "không có", expected);
        return;
    };
    for line in &head.superior {
        inspector.centred(Rule::SuperiorBody, line, axis, BLOCK);
    }
    for line in &head.issuing {
        inspector.centred(Rule::IssuingBody, line, axis, BLOCK);
    }
    level_with_party(head, inspector);
    asterisk(page, head, axis, inspector);
    if let Some(symbol) = &head.symbol {
        inspector.centred(Rule::Symbol, symbol, axis, BLOCK);
    }
    for (rule, line) in by_rule(head) {
        inspector.centred(rule, line, axis, BLOCK);
    }
}

/// The axis of the name block: the middle of its widest line.
fn axis(head: &HeadParts) -> Option<f64> {
    let by_width = |a: &&TextLine, b: &&TextLine| a.width().total_cmp(&b.width());
    head.superior.iter().chain(&head.issuing).max_by(by_width).map(TextLine::middle)
}

/// The first name stands beside the Party's. Beside a heading of the state its place says nothing.
fn level_with_party(head: &HeadParts, inspector: &mut Inspector<'_>) {
    let first = head.superior.first().or(head.issuing.first());
    let (Some(first), Some(party), []) = (first, &head.party, &head.state[..]) else { return };
    let off = (first.y - party.y).abs();
    if off > inspector.requirement(Rule::SuperiorBody).tolerance() {
        let measured = format!("lệch {} mm so với dòng tên Đảng", number(off));
        let expected = "ngang dòng «ĐẢNG CỘNG SẢN VIỆT NAM»";
        inspector.note_line(Rule::SuperiorBody, first, measured, expected);
    }
}

/// The asterisk between names and number.
fn asterisk(page: &PageParts, head: &HeadParts, axis: f64, inspector: &mut Inspector<'_>) {
    if let Some(asterisk) = &head.asterisk {
        inspector.style(Rule::Asterisk, [asterisk]);
        inspector.centred(Rule::Asterisk, asterisk, axis, BLOCK);
        return;
    }
    let last = head.issuing.last();
    let drawn = last.is_some_and(|line| page.drawn_under(line, LINE_BELOW).is_some());
    let measured = if drawn {
        "có đường kẻ thay dấu sao"
    } else {
        "không có dấu sao ở dưới"
    };
    let at = last.map_or(PagePlace::Page(0), PagePlace::Line);
    inspector.note(Rule::Asterisk, &at, measured, "một dòng «*» giữa tên cơ quan và số");
}
