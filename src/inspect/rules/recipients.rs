//! Rules about Nơi nhận, its list, and who drafted the document (cells 9a and 12). Not for the signature beside them.

use super::inspector::Inspector;
use super::wording::{ending, number};
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::closing::ClosingParts;
use crate::inspect::parts::phrases::without_dash;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// How far below its words an underline may be (mm).
const UNDERLINE: f64 = 2.0;
/// What the last recipient, where a copy is kept, begins with.
const KEPT: &str = "Lưu";
/// The state's abbreviation of where that is.
const STATE_OFFICE: &str = "VT";

/// Holds Nơi nhận against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let closing = &parts.closing;
    let Some(label) = &closing.recipients_label else {
        let expected = "«Nơi nhận:» ở cuối văn bản, bên trái";
        let measured = "không có «Nơi nhận:»";
        inspector.note_page(Rule::RecipientsLabel, parts.last_page(), measured, expected);
        return;
    };
    inspector.style(Rule::RecipientsLabel, [label]);
    if parts.pages[label.page].drawn_under(label, UNDERLINE).is_none() {
        inspector.note_line(Rule::RecipientsLabel, label, "không gạch chân", "gạch chân");
    }
    if !closing.joint {
        level_with_signature(closing, label, inspector);
    }
    list(closing, label, inspector);
    if let Some(line) = &closing.drafter {
        inspector.style(Rule::Drafter, [line]);
    }
}

fn level_with_signature(closing: &ClosingParts, label: &TextLine, inspector: &mut Inspector<'_>) {
    let Some(beside) = closing.first_of_signature() else { return };
    let off = (beside.y - label.y).abs();
    if off > inspector.requirement(Rule::RecipientsLabel).tolerance() {
        let measured = format!("lệch {} mm so với «{}»", number(off), beside.text());
        let expected = "ngang dòng đầu của phần ký";
        inspector.note_line(Rule::RecipientsLabel, label, measured, expected);
    }
}

fn list(closing: &ClosingParts, label: &TextLine, inspector: &mut Inspector<'_>) {
    let Some((last, others)) = closing.recipients.split_last() else {
        let expected = "mỗi nơi nhận một dòng «- …»";
        inspector.note_line(Rule::Recipients, label, "không có danh sách nơi nhận", expected);
        return;
    };
    let mark = inspector.requirement(Rule::Recipients).mark();
    for item in others {
        recipient(item, mark, "mỗi mục", inspector);
    }
    recipient(last, ".", "mục cuối", inspector);
    if let Some(line) = last.first()
        && !without_dash(&line.text()).starts_with(KEPT)
    {
        let measured = "mục cuối không phải nơi lưu";
        inspector.note_line(Rule::Recipients, line, measured, "mục cuối «- Lưu …»");
    }
}

/// One recipient, which ends with `mark`; `which` says where that is so.
fn recipient(item: &[TextLine], mark: &str, which: &str, inspector: &mut Inspector<'_>) {
    inspector.style(Rule::Recipients, item);
    let Some(line) = item.last() else { return };
    let text = text_of_lines(item);
    if !text.ends_with(mark) {
        let expected = format!("«{mark}» ở cuối {which}");
        inspector.note_line(Rule::Recipients, line, ending(&text), expected);
    }
    if is_kept_the_state_s_way(without_dash(&text)) {
        let measured = "ghi theo lối «Lưu: VT»";
        let expected = "«- Lưu Văn phòng …», không có dấu hai chấm, không viết «VT»";
        inspector.note_line(Rule::Recipients, line, measured, expected);
    }
}

fn is_kept_the_state_s_way(text: &str) -> bool {
    let mut words = text.split([' ', ',', ';', '.', ':']);
    text.strip_prefix(KEPT)
        .is_some_and(|rest| rest.starts_with(':') || words.any(|word| word == STATE_OFFICE))
}
