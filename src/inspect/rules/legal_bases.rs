//! Rules about the legal bases a document begins with: a dash before, a mark after, upright. Not for which bases it
//! names.

use super::inspector::Inspector;
use super::wording::ending;
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::body::BodyParagraph;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::TextLine;

/// What legal bases begin with.
const BASES: &[&str] = &["Căn cứ ", "Xét "];

/// Holds the legal bases against the profile.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let bases: Vec<&BodyParagraph> =
        parts.body.iter().take_while(|paragraph| is_basis(&paragraph.text())).collect();
    if let [only] = bases[..]
        && only.text().ends_with(':')
    {
        // A sentence that leads to what follows.
        return;
    }
    for (at, paragraph) in bases.iter().enumerate() {
        basis(paragraph, at + 1 == bases.len(), inspector);
    }
}

/// Whether a paragraph is written like a legal basis.
pub(crate) fn is_basis(text: &str) -> bool {
    BASES
        .iter()
        .any(|words| text.trim_start_matches(|c: char| !c.is_alphanumeric()).starts_with(words))
}

fn basis(paragraph: &BodyParagraph, last: bool, inspector: &mut Inspector<'_>) {
    let Some(line) = paragraph.lines.first() else { return };
    let text = paragraph.text();
    if !text.starts_with('-') {
        inspector.note_line(Rule::LegalBasis, line, "không có gạch đầu dòng", "«- Căn cứ …»");
    }
    if paragraph.lines.iter().all(TextLine::italic) {
        inspector.note_line(Rule::LegalBasis, line, "chữ nghiêng", "chữ đứng");
    }
    let mark = if last { "." } else { inspector.requirement(Rule::LegalBasis).mark() };
    if !text.ends_with(mark) {
        let expected = format!("kết thúc bằng «{mark}»");
        inspector.note_line(Rule::LegalBasis, line, ending(&text), expected);
    }
}
