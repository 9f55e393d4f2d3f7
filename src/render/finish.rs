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
    let mut markup =
        Markup { together, out: String::with_capacity(text.len()), unsure: Vec::new() };
    for line in text.split_inclusive('\n') {
        markup.write_line(&ReadLine::of(line));
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
    }

    /// The template's words as they stand, values inert.
    fn write_part(&mut self, line: &ReadLine, part: Range<usize>) {
        let mut done = part.start;
        for value in line.values_in(&part) {
            let (start, end) = (value.range.start.max(part.start), value.range.end.min(part.end));
            self.out.push_str(&line.text[done..start]);
            // Writing to a string cannot fail.
            _ = write_inert(&line.text[start..end], &mut self.out);
            done = end;
        }
        self.out.push_str(&line.text[done..part.end]);
    }

    /// The markup, once Typst's own parser has told which of the doubtful runs are markup and not code.
    fn settled(mut self) -> String {
        if self.unsure.is_empty() {
            return self.out;
        }
        let root = parse(&self.out);
        let mut printed = Vec::new();
        add_printed(&LinkedNode::new(&root), &mut printed);
        for run in self.unsure.iter().rev() {
            if holds(&printed, run.start..run.start + 1) && holds(&printed, run.end - 1..run.end) {
                self.out.insert_str(run.end, CLOSE);
                self.out.insert_str(run.start, OPEN);
            }
        }
        self.out
    }
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
