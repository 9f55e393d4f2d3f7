//! Rules about the head of page 1, and of them those about cell 1. Not for the text under it.

use super::inspector::Inspector;
use super::wording::number;
use super::{names, number_date, title};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::head::{HeadParts, PARTY};
use crate::inspect::parts::page::{LINE_BELOW, PageParts};
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// Holds the head against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let Some(page) = parts.pages.first() else { return };
    let head = &parts.head;
    party(page, head, inspector);
    names::check(page, head, inspector);
    number_date::symbol(head, inspector);
    number_date::date(head, inspector);
    title::under_number(head, inspector);
    title::check(page, head, inspector);
}

/// Cell 1, or what stands in its place.
fn party(page: &PageParts, head: &HeadParts, inspector: &mut Inspector<'_>) {
    if let Some(line) = head.state.first() {
        let expected = "«ĐẢNG CỘNG SẢN VIỆT NAM»; văn bản của Đảng không có quốc hiệu, tiêu ngữ";
        inspector.note_line(Rule::StateHeading, line, "là quốc hiệu, tiêu ngữ", expected);
        return;
    }
    let Some(party) = &head.party else {
        let expected = "«ĐẢNG CỘNG SẢN VIỆT NAM» ở đầu trang, bên phải";
        inspector.note_page(Rule::PartyName, 0, "không có", expected);
        return;
    };
    inspector.style(Rule::PartyName, [party]);
    if party.text().to_uppercase() != PARTY {
        let measured = "không viết đúng tên Đảng";
        inspector.note_line(Rule::PartyName, party, measured, format!("«{PARTY}»"));
    }
    if party.middle() < page.width / 2.0 {
        inspector.note_line(Rule::PartyName, party, "ở nửa trái trang", "ở bên phải");
    }
    line_under_party(page, party, inspector);
}

/// The line under the Party's name is as long as the words and right under them.
fn line_under_party(page: &PageParts, party: &TextLine, inspector: &mut Inspector<'_>) {
    let rule = Rule::PartyNameLine;
    let tolerance = inspector.requirement(rule).tolerance();
    match page.drawn_under(party, LINE_BELOW) {
        None => {
            let expected = "có đường kẻ liền dài bằng dòng chữ";
            inspector.note_line(rule, party, "không có đường kẻ ở dưới", expected);
        }
        Some(drawn) if (drawn.length() - party.width()).abs() > tolerance => {
            let measured = format!("đường kẻ dài {} mm", number(drawn.length()));
            let expected = format!("dài bằng dòng chữ, {} mm", number(party.width()));
            inspector.note_line(rule, party, measured, expected);
        }
        Some(drawn) if (drawn.middle() - party.middle()).abs() > tolerance => {
            let measured = "đường kẻ lệch khỏi dòng chữ";
            inspector.note_line(rule, party, measured, "ngay dưới dòng chữ");
        }
        Some(_) => {}
    }
}
