//! Letters with a mark that Unicode has no single character for: `ê̆`, `ơ̆`, `ế̆` of Ê Đê, K'Ho and Chăm names. The face draws
//! such a mark over the other one, so that `ê̆` is read as `ễ`. Of four readers of a PDF only poppler copies it as it was
//! typed; `mutool`, pypdf and pdfminer copy `êê̆`. Hence an error, not a warning: a name must not leave the office as another
//! one. Not for characters the face lacks ([`super::characters`]).

use std::collections::BTreeSet;

use unicode_normalization::char::is_combining_mark;

use crate::diagnostic::{Code, Finding};
use crate::source::Span;
use crate::yaml::fields::{Sink, shorten};
use crate::yaml::places::place;

/// Tells of each such letter of a value, once; `cleaned` is the value as it is printed, so what can be composed is.
pub(super) fn check(cleaned: &str, span: &Span, sink: &Sink) {
    for (letter, base) in letters(cleaned) {
        let message = format!(
            "chữ «{}» không có ký tự dựng sẵn: dấu in đè lên nhau, đọc và sao chép thành chữ khác",
            shorten(&letter)
        );
        let instead = if base.is_alphabetic() {
            format!("viết «{base}», bỏ dấu chồng thêm, như tên ghi trong văn bản hành chính")
        } else {
            "xóa dấu đứng rời này, gõ lại chữ".to_owned()
        };
        sink.push(
            Finding::new(Code::NoGlyph, message).at(&place(span, mark(&letter))).hint(&instead),
        );
    }
}

/// The last mark of a letter, which stands in the file whether its others are composed there or not.
fn mark(letter: &str) -> &str {
    let last = letter.char_indices().next_back();
    last.map_or(letter, |(at, _)| &letter[at..])
}

/// Each letter with a mark of its own, and the letter without it.
fn letters(text: &str) -> BTreeSet<(String, char)> {
    let mut found = BTreeSet::new();
    let mut letter = String::new();
    for c in text.chars().chain([' ']) {
        if is_combining_mark(c) {
            letter.push(c);
            continue;
        }
        if letter.chars().any(is_combining_mark) {
            let base = letter.chars().next().unwrap_or(' ');
            found.insert((std::mem::take(&mut letter), base));
        }
        letter.clear();
        letter.push(c);
    }
    found
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn only_marks_without_a_composed_letter_are_found() {
        let found = letters("Ê̆a Ơ̆ng, K'Ho, ĕ ŏ ŭ ế̆ Đắk, ê̆");
        let found: Vec<_> = found.iter().map(|(letter, base)| (letter.as_str(), *base)).collect();
        assert_eq!(found, [("Ê̆", 'Ê'), ("ê̆", 'ê'), ("Ơ̆", 'Ơ'), ("ế̆", 'ế')]);
        assert!(letters("Đảng ủy xã Đưng K'Nớ").is_empty());
    }
}
