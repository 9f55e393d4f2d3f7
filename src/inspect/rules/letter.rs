//! Rules about a letter (công văn): its subject under the number, no hyphens, whom it is addressed to (cells 5b and 9a).
//! Not for what it shares with every document.

use super::inspector::{Inspector, PagePlace};
use super::wording::ending;
use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::phrases::{is_hyphens, is_salutation, without_dash};
use crate::inspect::parts::under_number::lines_of;
use crate::inspect::rule::Rule;
use crate::inspect::text::line::{TextLine, text_of_lines};

/// The type of document that is addressed like a letter.
const SUBMISSION: &str = "TỜ TRÌNH";
/// What the first recipient of a letter is called.
const AS_ABOVE: &str = "Như trên";

/// Holds a letter against the profile; another document has none of this.
pub(crate) fn check(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let submission = parts.head.kind_name == SUBMISSION;
    if parts.head.letter {
        subject(parts, inspector);
    }
    if parts.head.letter || submission {
        addressees(parts, inspector);
        first_recipient(parts, inspector);
    }
}

/// Cell 5b: under the number, without the hyphens of a report.
fn subject(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let head = &parts.head;
    if lines_of(head, Rule::LetterSubject).is_empty() {
        let at = head.symbol.as_ref().map_or(PagePlace::Page(0), PagePlace::Line);
        let expected = "«về việc …», chữ nghiêng, dưới số và ký hiệu";
        inspector.note(Rule::LetterSubject, &at, "không có trích yếu ở dưới", expected);
    }
    if let Some(line) = head.under_number.iter().find(|line| is_hyphens(&line.text())) {
        inspector.note_line(Rule::Hyphens, line, "có dòng gạch nối", "công văn không có «-----»");
    }
}

/// Cell 9a: `Kính gửi:` slanted, the addressees upright, a mark after each.
fn addressees(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let set_apart = parts.body.iter().take_while(|paragraph| paragraph.apart);
    let mut lines = set_apart.filter_map(|paragraph| paragraph.lines.first());
    let Some(first) = lines.next().filter(|line| is_salutation(&line.text())) else {
        let words = if parts.head.letter { "«Kính gửi:»" } else { "«Kính trình:»" };
        let (measured, expected) = (format!("không có {words}"), format!("{words} trên nơi gửi"));
        inspector.note_page(Rule::Salutation, 0, measured, expected);
        return;
    };
    let end = first.words.iter().position(|word| word.text.ends_with(':'));
    let [label, addressee] = first.split_at(end.map_or(first.words.len(), |at| at + 1));
    inspector.style(Rule::Salutation, &label);
    let mut addressees: Vec<TextLine> = addressee.into_iter().collect();
    for line in lines {
        let ended = addressees.last().is_some_and(|last| last.text().ends_with('.'));
        if ended || line.caps() {
            break;
        }
        addressees.push(line.clone());
    }
    inspector.style(Rule::Addressee, &addressees);
    let listed = addressee_below_label(label.as_ref(), &addressees);
    if let Some(line) = listed.filter(|line| !line.text().starts_with(['-', '–'])) {
        let measured = "không có gạch đầu dòng trước nơi gửi";
        inspector.note_line(Rule::Addressee, line, measured, "mỗi nơi một dòng: «- …»");
    } else if addressees.first().is_some_and(|line| line.text().starts_with('-')) {
        marks(&addressees, inspector);
    }
}

/// The first addressee, where all stand below the words before them: one beside those needs no dash.
fn addressee_below_label<'l>(
    label: Option<&TextLine>,
    addressees: &'l [TextLine],
) -> Option<&'l TextLine> {
    let (label, first) = (label?, addressees.first()?);
    (first.y > label.y + 0.5).then_some(first)
}

/// In a list, a mark follows each addressee: where the next one begins, or the list ends.
fn marks(addressees: &[TextLine], inspector: &mut Inspector<'_>) {
    for (at, line) in addressees.iter().enumerate() {
        let next = addressees.get(at + 1).map(TextLine::text);
        let (mark, which) = match next {
            Some(next) if !next.starts_with('-') => continue,
            Some(_) => (inspector.requirement(Rule::Addressee).mark(), "mỗi nơi"),
            None => (".", "nơi cuối"),
        };
        let text = line.text();
        if !text.ends_with(mark) {
            let expected = format!("«{mark}» sau {which}");
            inspector.note_line(Rule::Addressee, line, ending(&text), expected);
        }
    }
}

/// The first recipient of a letter is whom it is addressed to.
fn first_recipient(parts: &DocumentParts, inspector: &mut Inspector<'_>) {
    let Some(item) = parts.closing.recipients.first() else { return };
    let Some(line) = item.first() else { return };
    if !without_dash(&text_of_lines(item)).starts_with(AS_ABOVE) {
        let measured = "mục đầu không phải «Như trên»";
        inspector.note_line(Rule::Recipients, line, measured, "«- Như trên»");
    }
}
