//! The rule that the signature stands together, on a page with text of the document. Not for the signature itself
//! ([`super::closing`]).

use super::inspector::Inspector;
use crate::inspect::parts::DocumentParts;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// Left ends beyond this (mm) may be the signer's name.
const RIGHT_SIDE: f64 = 85.0;
/// A name is no longer than this (mm).
const LONGEST: f64 = 70.0;
/// What is expected.
const TOGETHER: &str = "phần ký nằm trọn một trang, cùng trang với ít nhất vài dòng nội dung";

/// Holds the page of the signature against the rule.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let Some((page, top)) = parts.closing.start else { return };
    let Some(line) = parts.closing.first_of_signature() else { return };
    let above = |own: &&TextLine| own.y < top - 0.5;
    if page > 0
        && !parts.pages[page].lines.iter().any(|own| above(&own))
        && parts.pages[page].tables.is_empty()
    {
        let measured = "phần ký đứng một mình ở đầu trang, không có nội dung";
        inspector.note_line(Rule::SignaturePage, line, measured, TOGETHER);
    }
    if let Some(name) = name_on_next_page(parts, page) {
        inspector.note_line(Rule::SignaturePage, name, "họ tên người ký sang trang sau", TOGETHER);
    }
}

/// The signer's name at the top of the page after the signature, which then has none.
fn name_on_next_page(parts: &DocumentParts, page: usize) -> Option<&TextLine> {
    let next = parts.pages.get(page + 1).filter(|next| next.part == 0)?;
    let first = next.lines.first()?;
    let is_name = first.x0() > RIGHT_SIDE && first.width() < LONGEST && first.bold();
    (parts.closing.name.is_none() && is_name).then_some(first)
}
