//! How the paragraphs of a text are typed in a file: those that stay keep their lines as they are. Not for putting the text into
//! the file ([`crate::import::text_edit`]).

use super::texts::TextParagraph;
use crate::model::text::{Paragraph, Text};

/// The lines of one paragraph as typed.
#[derive(Debug, Clone, PartialEq, Eq)]
struct TypedLines {
    lines: String,
    /// Whether an empty line stands before them.
    apart: bool,
}

/// A text as it is to be typed; none if it would be read otherwise than it is meant. `typed` is the text as it stands, if its
/// lines are kept, and `now` what it is read as.
#[must_use]
pub(crate) fn typed(
    wanted: &[TextParagraph],
    typed: Option<&str>,
    now: &[Paragraph],
) -> Option<String> {
    let lines = typed.and_then(|typed| cut(typed, now));
    let kept = lines.map(|lines| put_together(wanted, Some(&lines)));
    let plain = || Some(put_together(wanted, None));
    kept.filter(|text| is_read(text, wanted)).or_else(plain).filter(|text| is_read(text, wanted))
}

/// Whether a text is read as these paragraphs.
#[must_use]
pub(crate) fn is_read(text: &str, wanted: &[TextParagraph]) -> bool {
    let read = Text::parse(text);
    let read = read.paragraphs().iter().map(|one| (one.dash, one.line.as_str()));
    read.eq(wanted.iter().map(|one| (one.item, one.source.as_str())))
}

/// The lines of each paragraph; none if they cannot be told apart.
fn cut(typed: &str, now: &[Paragraph]) -> Option<Vec<TypedLines>> {
    let lines: Vec<&str> = typed.lines().collect();
    let (mut at, mut all) = (0, Vec::new());
    for paragraph in now {
        let start = at;
        at += lines[at..].iter().take_while(|line| line.trim().is_empty()).count();
        let apart = at > start;
        let first = at;
        loop {
            at += 1;
            let own = lines.get(first..at)?.join("\n");
            if Text::parse(&own).paragraphs() == [paragraph.clone()] {
                all.push(TypedLines { lines: own, apart });
                break;
            }
        }
    }
    lines[at..].iter().all(|line| line.trim().is_empty()).then_some(all)
}

fn put_together(wanted: &[TextParagraph], lines: Option<&[TypedLines]>) -> String {
    let mut text = String::new();
    let mut last: Option<&TextParagraph> = None;
    for one in wanted {
        let own = one.kept.and_then(|kept| lines?.get(kept));
        if let Some(last) = last {
            let follows = last.kept.is_some_and(|kept| one.kept == Some(kept + 1));
            let apart = match own.filter(|_| follows) {
                Some(own) => own.apart,
                None => !(last.item && one.item),
            };
            text.push_str(if apart { "\n\n" } else { "\n" });
        }
        let dash = if own.is_none() && one.item { "- " } else { "" };
        text.push_str(dash);
        text.push_str(own.map_or(&one.source, |own| &own.lines));
        last = Some(one);
    }
    text
}

#[cfg(test)]
mod tests {
    use super::*;

    fn paragraph(source: &str, item: bool, kept: Option<usize>) -> TextParagraph {
        TextParagraph { source: source.to_owned(), item, kept, from: Vec::new() }
    }

    #[test]
    fn what_stays_keeps_its_lines() {
        let text = "Đường vào thôn\nxa còn khó đi.\n\nĐã làm:\n- Họp dân\n- Mở lớp\n";
        let now = Text::parse(text);
        let wanted = [
            paragraph("Đường vào thôn xa còn khó đi.", false, Some(0)),
            paragraph("Đã làm:", false, Some(1)),
            paragraph("Họp dân ở bốn thôn", true, None),
            paragraph("Mở lớp", true, Some(3)),
        ];
        let after = "Đường vào thôn\nxa còn khó đi.\n\nĐã làm:\n\n- Họp dân ở bốn thôn\n- Mở lớp";
        assert_eq!(typed(&wanted, Some(text), now.paragraphs()).as_deref(), Some(after));
        let plain = typed(&wanted[..1], None, now.paragraphs());
        assert_eq!(plain.as_deref(), Some("Đường vào thôn xa còn khó đi."));
    }
}
