//! Marks among the words of a view that say where they come from: an author's paragraph, and the values it refers to. They are
//! noncharacters of Unicode, which no text has, so that they pass templates and typesetting like letters nobody sees; only a view
//! for a Word draft has them. Not for what is done with them ([`crate::draft`]).

use crate::source::Span;

const PARAGRAPH: char = '\u{fdd8}';
const PARAGRAPH_END: char = '\u{fdd9}';
const VALUE: char = '\u{fdda}';
const VALUE_END: char = '\u{fddb}';
/// Ends what stands behind [`PARAGRAPH`] or [`VALUE`]: bytes as two digits each.
const SAID: char = '\u{fddc}';
/// The digit 0; the fifteen others follow it.
const ZERO: char = '\u{fde0}';
const DIGITS: u32 = 16;

/// Whether a character is none that is printed: one of these, or of those that part values from a template's words.
#[must_use]
pub(crate) fn is_unprinted(c: char) -> bool {
    matches!(c, '\u{fdd0}'..='\u{fdef}')
}

/// Which paragraph of which text.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub(crate) struct ParagraphPlace {
    /// The file as findings call it.
    pub(crate) file: String,
    /// Where its text begins in the file.
    pub(crate) start: usize,
    /// Which paragraph of the text, from 0.
    pub(crate) paragraph: usize,
}

impl ParagraphPlace {
    /// The place of a paragraph in the text that stands at `text`.
    #[must_use]
    pub(crate) fn of(text: &Span, paragraph: usize) -> Self {
        Self { file: text.file().path().to_owned(), start: text.range().start, paragraph }
    }
}

/// `words`, marked as an author's.
#[must_use]
pub(crate) fn paragraph(words: &str, place: &ParagraphPlace) -> String {
    let said = format!("{}:{}:{}", place.start, place.paragraph, place.file);
    format!("{PARAGRAPH}{}{SAID}{words}{PARAGRAPH_END}", hidden(&said))
}

/// `words`, marked as what the reference `typed` prints.
#[must_use]
pub(crate) fn value(words: &str, typed: &str) -> String {
    format!("{VALUE}{}{SAID}{words}{VALUE_END}", hidden(typed))
}

/// `words` without marks.
#[must_use]
pub(crate) fn without(words: &str) -> String {
    words.chars().filter(|c| !is_unprinted(*c)).collect()
}

fn hidden(said: &str) -> String {
    let digit = |digit: u8| char::from_u32(u32::from(ZERO) + u32::from(digit)).expect("a digit");
    said.bytes().flat_map(|byte| [digit(byte >> 4), digit(byte & 15)]).collect()
}

/// What a mark says.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Mark {
    /// An author's paragraph begins.
    Paragraph(ParagraphPlace),
    /// It ends.
    ParagraphEnd,
    /// What a reference prints begins, typed like this.
    Value(String),
    /// It ends.
    ValueEnd,
}

/// Reads words with marks, character by character; what is said in a mark is told when it is whole.
#[derive(Debug, Default)]
pub(crate) struct MarkReader {
    /// The mark that is being read.
    open: Option<(char, Vec<u8>, Option<u8>)>,
}

/// What a character is.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) enum Read {
    /// A character that is printed.
    Printed(char),
    /// The end of a mark.
    Mark(Mark),
    /// Part of a mark.
    Nothing,
}

impl MarkReader {
    /// Takes the next character.
    pub(crate) fn take(&mut self, c: char) -> Read {
        match c {
            PARAGRAPH | VALUE => self.open = Some((c, Vec::new(), None)),
            PARAGRAPH_END => return Read::Mark(Mark::ParagraphEnd),
            VALUE_END => return Read::Mark(Mark::ValueEnd),
            SAID => return self.open.take().and_then(said).map_or(Read::Nothing, Read::Mark),
            _ if is_unprinted(c) => self.digit(c),
            _ => return Read::Printed(c),
        }
        Read::Nothing
    }

    fn digit(&mut self, c: char) {
        let digit = u32::from(c).checked_sub(u32::from(ZERO)).filter(|digit| *digit < DIGITS);
        let (Some((_, bytes, half)), Some(digit)) = (&mut self.open, digit) else { return };
        let digit = u8::try_from(digit).expect("one of sixteen");
        match half.take() {
            Some(high) => bytes.push(high << 4 | digit),
            None => *half = Some(digit),
        }
    }
}

fn said((opened, bytes, _): (char, Vec<u8>, Option<u8>)) -> Option<Mark> {
    let said = String::from_utf8(bytes).ok()?;
    if opened == VALUE {
        return Some(Mark::Value(said));
    }
    let mut parts = said.splitn(3, ':');
    let mut number = || parts.next()?.parse().ok();
    let (start, paragraph) = (number()?, number()?);
    Some(Mark::Paragraph(ParagraphPlace { file: parts.next()?.to_owned(), start, paragraph }))
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn words_are_read_back_with_where_they_come_from() {
        let place =
            ParagraphPlace { file: "inputs/lát.yaml".to_owned(), start: 812, paragraph: 3 };
        let words = format!("Đạt {}.", value("95,31%", "{{ chi_tieu.bhyt }}"));
        let marked = format!("- {}", paragraph(&words, &place));
        assert_eq!(without(&marked), "- Đạt 95,31%.");
        let mut reader = MarkReader::default();
        let read: Vec<Read> = marked.chars().map(|c| reader.take(c)).collect();
        let marks: Vec<Mark> = read
            .iter()
            .filter_map(|one| if let Read::Mark(mark) = one { Some(mark.clone()) } else { None })
            .collect();
        let value = Mark::Value("{{ chi_tieu.bhyt }}".to_owned());
        assert_eq!(marks, [Mark::Paragraph(place), value, Mark::ValueEnd, Mark::ParagraphEnd]);
        let printed: String = read
            .into_iter()
            .filter_map(|one| if let Read::Printed(c) = one { Some(c) } else { None })
            .collect();
        assert_eq!(printed, "- Đạt 95,31%.");
    }
}
