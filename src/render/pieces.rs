//! Text on its way to markup: the words of a template with the values printed among them, which can be told apart until the
//! end. Not for how values become inert ([`super::escape`]) or what is kept together ([`super::together`]).
//!
//! A value stands between two marks. Its letters and digits stand as they are, so that filters work on them; its signs are
//! shifted to a plane of private characters, where they mean nothing to Typst whatever a template does to the text.

use std::borrow::Cow;
use std::ops::Range;

use memchr::memchr2_iter;

use super::escape::is_plain;
use crate::model::origin_marks::is_unprinted;
use crate::vietnamese::letters::is_letter_or_digit;

/// Where a value was printed. In a sentence all is markup; in a section a number may also stand in code.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Place {
    /// In a sentence of the phrase bank.
    Sentence,
    /// In a section, a table or the frame.
    Section,
}

/// Marks are noncharacters, which no text has.
const OPEN_IN_SENTENCE: char = '\u{fdd0}';
const OPEN_IN_SECTION: char = '\u{fdd1}';
const CLOSE: char = '\u{fdd2}';
/// What keeps words together ends here, though it might go on.
const MAY_BREAK: char = '\u{fdd3}';
/// The plane of private characters that signs are shifted to.
const PLANE: u32 = 0xf_0000;
/// How many characters a plane has.
const PLANE_SIZE: u32 = 0x1_0000;

fn is_mark(c: char) -> bool {
    matches!(c, OPEN_IN_SENTENCE..=MAY_BREAK)
}

/// `text` as a value.
#[must_use]
pub(crate) fn value(text: &str, place: Place) -> String {
    if text.is_empty() {
        return String::new();
    }
    let mut out = String::with_capacity(text.len() * 2 + 2 * CLOSE.len_utf8());
    out.push(if place == Place::Sentence { OPEN_IN_SENTENCE } else { OPEN_IN_SECTION });
    let mut written = 0;
    for (at, c) in text.char_indices().filter(|(_, c)| !is_letter_or_digit(*c)) {
        out.push_str(&text[written..at]);
        out.push(carried(c));
        written = at + c.len_utf8();
    }
    out.push_str(&text[written..]);
    out.push(CLOSE);
    out
}

/// What stands for a character of a value: itself if it means nothing to Typst wherever it stands.
fn carried(c: char) -> char {
    let code = u32::from(c);
    let means_nothing = if c.is_ascii() {
        c.is_ascii_alphanumeric()
    } else {
        !c.is_whitespace() && !c.is_control() && !is_mark(c) && code < PLANE
    };
    let shifted = || char::from_u32(PLANE + code).filter(|_| code < PLANE_SIZE);
    // The private characters themselves have no place to be shifted to; no font has them.
    if means_nothing { c } else { shifted().unwrap_or(char::REPLACEMENT_CHARACTER) }
}

/// `text` with leave for the line to break behind it.
#[must_use]
pub(crate) fn may_break_after(text: &str) -> String {
    format!("{text}{MAY_BREAK}")
}

/// The sign that was shifted to `c`.
fn sign(c: char) -> Option<char> {
    u32::from(c).checked_sub(PLANE).filter(|sign| *sign < PLANE_SIZE).and_then(char::from_u32)
}

/// What is read: values as they were before they were written, the template's own words as they stand.
#[must_use]
pub(crate) fn characters(text: &str) -> Cow<'_, str> {
    if !has_values(text) {
        return Cow::Borrowed(text);
    }
    text.chars().filter(|c| !is_mark(*c)).map(|c| sign(c).unwrap_or(c)).collect()
}

/// Whether `text` holds a value, or a trace of one.
#[must_use]
pub(crate) fn has_values(text: &str) -> bool {
    carriers(text).any(|(_, c)| is_mark(c) || sign(c).is_some())
}

/// The marks of a text and the signs of its values, each with where it stands, and few other characters.
fn carriers(text: &str) -> impl Iterator<Item = (usize, char)> {
    // The first bytes of the marks and of the plane.
    let begin = memchr2_iter(0xef, 0xf3, text.as_bytes());
    begin.filter_map(|at| Some((at, text[at..].chars().next()?)))
}

/// Changes what is read first, such as the first letter, whoever wrote it.
#[must_use]
pub(crate) fn change_start(text: &str, change: impl Fn(&str) -> String) -> String {
    let start = text.find(|c| !is_unprinted(c)).unwrap_or(text.len());
    format!("{}{}", &text[..start], change(&text[start..]))
}

/// Whether a text is a number as reports print them: `2.466`, `92,5%`, `5/6`.
#[must_use]
pub(crate) fn is_number(text: &str) -> bool {
    text.bytes().all(|byte| byte.is_ascii_digit() || b".,/%".contains(&byte))
}

/// A value in a line.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct PrintedValue {
    /// Where it stands.
    pub(crate) range: Range<usize>,
    /// Where it was printed.
    pub(crate) place: Place,
}

/// A line of text as it is read, and which parts of it are values.
#[derive(Debug, Default)]
pub(crate) struct ReadLine {
    /// What is read.
    pub(crate) text: String,
    /// The values, in order.
    pub(crate) values: Vec<PrintedValue>,
    /// Where nothing is kept together, in order.
    pub(crate) breaks: Vec<usize>,
    /// The marks of where words come from, which are not read, and before what they stand.
    pub(crate) origins: Vec<(usize, char)>,
    open: Option<(usize, Place)>,
    parts_origins: bool,
}

impl ReadLine {
    /// Reads a line as it was written; marks of where words come from are characters of it.
    #[must_use]
    pub(crate) fn of(written: &str) -> Self {
        Self::default().read(written)
    }

    /// Reads a line as it was written without the marks of where words come from, which are told apart.
    #[must_use]
    pub(crate) fn with_origins(written: &str) -> Self {
        Self { parts_origins: true, ..Self::default() }.read(written)
    }

    fn read(mut self, written: &str) -> Self {
        let line = &mut self;
        line.text.reserve(written.len());
        let mut done = 0;
        for (at, c) in carriers(written) {
            line.text.push_str(&written[done..at]);
            line.take(c);
            done = at + c.len_utf8();
        }
        line.text.push_str(&written[done..]);
        line.close();
        self
    }

    /// What is read, with the marks of where words come from again.
    #[must_use]
    pub(crate) fn marked(&self) -> Cow<'_, str> {
        if self.origins.is_empty() {
            return Cow::Borrowed(&self.text);
        }
        let (mut marked, mut done) = (String::new(), 0);
        for (at, mark) in &self.origins {
            marked.push_str(&self.text[done..*at]);
            marked.push(*mark);
            done = *at;
        }
        marked.push_str(&self.text[done..]);
        Cow::Owned(marked)
    }

    /// The values that have a part in `range`, in order.
    pub(crate) fn values_in(&self, range: &Range<usize>) -> impl Iterator<Item = &PrintedValue> {
        let first = self.values.partition_point(|value| value.range.end <= range.start);
        let end = range.end;
        self.values[first..].iter().take_while(move |value| value.range.start < end)
    }

    /// Whether `range` is one value or lies in it.
    #[must_use]
    pub(crate) fn is_one_value(&self, range: &Range<usize>) -> bool {
        let first = self.values_in(range).next();
        first.is_some_and(|one| one.range.start <= range.start && range.end <= one.range.end)
    }

    /// Whether the template's own words are characters that mean nothing to Typst, each where it stands.
    #[must_use]
    pub(crate) fn has_plain_words(&self) -> bool {
        let mut values = self.values.iter().map(|value| value.range.clone()).peekable();
        self.text.char_indices().all(|(at, c)| {
            while values.next_if(|value| value.end <= at).is_some() {}
            values.peek().is_some_and(|value| value.start <= at) || is_plain(&self.text, at, c)
        })
    }

    fn take(&mut self, c: char) {
        match c {
            OPEN_IN_SENTENCE | OPEN_IN_SECTION => {
                self.close();
                let place = if c == OPEN_IN_SENTENCE { Place::Sentence } else { Place::Section };
                self.open = Some((self.text.len(), place));
            }
            CLOSE => self.close(),
            MAY_BREAK => self.breaks.push(self.text.len()),
            _ if self.parts_origins && is_unprinted(c) => {
                self.origins.push((self.text.len(), c));
            }
            _ => self.push(c),
        }
    }

    fn push(&mut self, c: char) {
        let Some(sign) = sign(c) else { return self.text.push(c) };
        let torn = self.open.is_none();
        if torn {
            // A template has taken the value apart.
            self.open = Some((self.text.len(), Place::Section));
        }
        self.text.push(sign);
        if torn {
            self.close();
        }
    }

    fn close(&mut self) {
        if let Some((start, place)) = self.open.take()
            && start < self.text.len()
        {
            self.values.push(PrintedValue { range: start..self.text.len(), place });
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn written(text: &str) -> String {
        value(text, Place::Sentence)
    }

    #[test]
    fn a_value_is_read_as_it_was_written() {
        for text in [
            "92,53%",
            "4/5 xã, ngày 05/12/2024",
            "Đưng K'Nớ #box[x]; \\u{25}",
            " a  b\n",
            "\u{fdd2}#",
        ] {
            assert_eq!(characters(&written(text)), text);
            let line = ReadLine::of(&format!("là {}.", written(text)));
            assert_eq!(line.text, format!("là {text}."));
            assert_eq!(line.values.len(), 1, "{line:?}");
            assert_eq!(line.text[line.values[0].range.clone()], *text);
        }
        assert_eq!(written(""), "");
    }

    #[test]
    fn a_value_on_its_way_has_no_sign() {
        let signs: String = (' '..='~').chain(['\u{a0}', '\n', '\u{2028}', '\u{fdd0}']).collect();
        let carried = written(&signs);
        let shown = |c: &char| !is_mark(*c) && sign(*c).is_none();
        assert!(carried.chars().filter(shown).all(char::is_alphanumeric), "{carried:?}");
    }

    #[test]
    fn signs_of_a_value_that_was_taken_apart_are_values_still() {
        let value = written("a#b");
        let torn: String = value.chars().rev().collect();
        for torn in [torn.as_str(), &value[3..], value.trim_matches('a')] {
            let line = ReadLine::of(torn);
            let at = line.text.find('#').expect("the sign");
            assert!(line.is_one_value(&(at..at + 1)), "{line:?}");
        }
    }

    #[test]
    fn the_first_letter_is_changed_whoever_wrote_it() {
        assert_eq!(characters(&change_start(&written("tỷ lệ"), str::to_uppercase)), "TỶ LỆ");
        assert_eq!(change_start("xã", str::to_uppercase), "XÃ");
        assert_eq!(change_start("", str::to_uppercase), "");
    }
}
