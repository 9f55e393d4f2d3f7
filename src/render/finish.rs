//! The last step to markup: values become inert, and what must not be torn over two lines is kept together, in the whole
//! text, whoever wrote which part of it. Not for what is kept together ([`super::together`]).

use std::ops::Range;

use typst::syntax::{LinkedNode, SyntaxKind, parse};

use super::escape::write_inert;
use super::pieces::{Place, ReadLine, value};
use super::together::Together;

const OPEN: &str = "#box[";
const CLOSE: &str = "];";

/// Finished markup of a text as templates wrote it.
#[must_use]
pub(crate) fn finished(text: &str, together: &Together) -> String {
    let mut markup = Markup::new(together, text.len());
    for line in text.split_inclusive('\n') {
        markup.write_line(&ReadLine::of(line));
    }
    markup.settled().0
}

/// The same of a text whose words are marked with where they come from: the markup it would be without, and where in it the marks
/// would stand, in order.
#[must_use]
pub(crate) fn finished_with_origins(
    text: &str,
    together: &Together,
) -> (String, Vec<(usize, char)>) {
    let mut markup = Markup::new(together, text.len());
    for line in text.split_inclusive('\n') {
        markup.write_line(&ReadLine::with_origins(line));
    }
    markup.settled()
}

/// `text` as a value that stands alone, in finished markup.
#[must_use]
pub fn markup(text: &str, together: &Together) -> String {
    finished(&value(text, Place::Sentence), together)
}

/// Markup under way.
struct Markup<'t> {
    together: &'t Together,
    out: String,
    /// Where runs stand that would be kept together if they are markup.
    unsure: Vec<Range<usize>>,
    /// The marks of where words come from, and before what they stand.
    origins: Vec<(usize, char)>,
}

impl<'t> Markup<'t> {
    fn new(together: &'t Together, length: usize) -> Self {
        let out = String::with_capacity(length);
        Self { together, out, unsure: Vec::new(), origins: Vec::new() }
    }
}

impl Markup<'_> {
    fn write_line(&mut self, line: &ReadLine) {
        let mut done = 0;
        for run in self.together.runs(line) {
            self.write_part(line, done..run.range.start);
            done = run.range.end;
            if run.sure {
                self.out.push_str(OPEN);
                self.write_part(line, run.range);
                self.out.push_str(CLOSE);
            } else {
                let start = self.out.len();
                self.write_part(line, run.range);
                self.unsure.push(start..self.out.len());
            }
        }
        self.write_part(line, done..line.text.len());
        let rest = line.origins.iter().filter(|(at, _)| *at == line.text.len());
        self.origins.extend(rest.map(|(_, mark)| (self.out.len(), *mark)));
    }

    /// The template's words as they stand, values inert.
    fn write_part(&mut self, line: &ReadLine, part: Range<usize>) {
        let mut done = part.start;
        for value in line.values_in(&part) {
            let (start, end) = (value.range.start.max(part.start), value.range.end.min(part.end));
            self.write_words(line, done..start);
            self.write_value(line, start..end);
            done = end;
        }
        self.write_words(line, done..part.end);
    }

    fn write_words(&mut self, line: &ReadLine, words: Range<usize>) {
        let here = self.out.len();
        let at = |(at, mark): (usize, char)| (here + at - words.start, mark);
        self.origins.extend(origins_in(line, &words).map(at));
        self.out.push_str(&line.text[words]);
    }

    fn write_value(&mut self, line: &ReadLine, value: Range<usize>) {
        for (at, mark) in origins_in(line, &value) {
            let mut before = String::new();
            // Writing to a string cannot fail.
            _ = write_inert(&line.text[value.start..at], &mut before);
            self.origins.push((self.out.len() + before.len(), mark));
        }
        _ = write_inert(&line.text[value], &mut self.out);
    }

    /// The markup, once Typst's own parser has told which of the doubtful runs are markup and not code.
    fn settled(mut self) -> (String, Vec<(usize, char)>) {
        if self.unsure.is_empty() {
            return (self.out, self.origins);
        }
        let root = parse(&self.out);
        let mut printed = Vec::new();
        add_printed(&LinkedNode::new(&root), &mut printed);
        for run in std::mem::take(&mut self.unsure).into_iter().rev() {
            if holds(&printed, run.start..run.start + 1) && holds(&printed, run.end - 1..run.end) {
                self.insert(run.end, CLOSE);
                self.insert(run.start, OPEN);
            }
        }
        (self.out, self.origins)
    }

    fn insert(&mut self, at: usize, code: &str) {
        self.out.insert_str(at, code);
        let first = self.origins.partition_point(|(own, _)| *own < at);
        self.origins[first..].iter_mut().for_each(|(own, _)| *own += code.len());
    }
}

/// The marks of where words come from before the characters of `part`.
fn origins_in(line: &ReadLine, part: &Range<usize>) -> impl Iterator<Item = (usize, char)> {
    let first = line.origins.partition_point(|(at, _)| *at < part.start);
    let end = part.end;
    line.origins[first..].iter().copied().take_while(move |(at, _)| *at < end)
}

/// Adds where text stands that is markup and not code, in order.
fn add_printed(node: &LinkedNode<'_>, printed: &mut Vec<Range<usize>>) {
    for child in node.children() {
        if child.kind() == SyntaxKind::Text && node.kind() == SyntaxKind::Markup {
            printed.push(child.range());
        } else {
            add_printed(&child, printed);
        }
    }
}

/// Whether one of the `ranges`, which are in order, holds all of `part`.
fn holds(ranges: &[Range<usize>], part: Range<usize>) -> bool {
    let next = ranges.partition_point(|range| range.end < part.end);
    ranges.get(next).is_some_and(|range| range.start <= part.start)
}
