//! A change that may make a file readable, and finding out whether it does. Not for which changes there are.

use super::lines::Lines;
use crate::diagnostic::{Code, Finding};
use crate::source::Span;

/// So many more lines must be readable after a change that leaves another error.
const FURTHER: usize = 3;

/// A change of a file, with what is said of it.
#[derive(Debug)]
pub(crate) struct Repair {
    at: Span,
    message: String,
    hint: String,
    text: String,
}

impl Repair {
    /// A change at a line that gives this text; `message` says what is wrong, `hint` what to do.
    pub(super) fn new(
        lines: &Lines<'_>,
        at: usize,
        message: impl Into<String>,
        hint: impl Into<String>,
        text: String,
    ) -> Self {
        Self { at: lines.span(at), message: message.into(), hint: hint.into(), text }
    }

    /// Another text in the place of a line, which the hint says to write.
    pub(super) fn of_line(
        lines: &Lines<'_>,
        at: usize,
        message: impl Into<String>,
        line: &str,
    ) -> Self {
        Self::new(lines, at, message, format!("viết «{}»", line.trim()), lines.with(at, line))
    }

    /// Points at one character of the line rather than at its words.
    pub(super) fn at_character(self, character: char) -> Self {
        let line = self.at.whole_line();
        let found = line.text().find(character).unwrap_or(0);
        let start = line.range().start + found;
        Self { at: Span::new(self.at.file(), start..start + character.len_utf8()), ..self }
    }

    /// What the file is after the change.
    pub(crate) fn text(&self) -> &str {
        &self.text
    }

    /// What is told of it.
    pub(crate) fn finding(self) -> Finding {
        Finding::new(Code::Syntax, format!("tệp YAML sai cú pháp: {}", self.message))
            .at(&self.at)
            .hint(self.hint)
    }
}

/// Changes tried one by one until one makes the file readable.
pub(super) struct Trial<'t> {
    before: &'t Lines<'t>,
    reads: &'t dyn Fn(&str) -> Option<usize>,
    /// Lines from the first error to the end, before any change.
    first: usize,
    /// The same after the best change.
    left: usize,
    best: Option<Repair>,
}

impl<'t> Trial<'t> {
    /// Nothing tried yet of a file whose first error is on a line, from 1.
    pub(super) fn new(
        before: &'t Lines<'t>,
        error: usize,
        reads: &'t dyn Fn(&str) -> Option<usize>,
    ) -> Self {
        let left = before.count().saturating_sub(error) + 1;
        Self { before, reads, first: left, left, best: None }
    }

    /// Tries changes in order; none once one makes the file readable.
    pub(super) fn all(&mut self, repairs: impl IntoIterator<Item = Repair>) {
        for repair in repairs {
            if self.left == 0 {
                return;
            }
            self.one(repair);
        }
    }

    fn one(&mut self, repair: Repair) {
        if repair.text.lines().eq(self.before.all().map(|(_, line)| line)) {
            return;
        }
        let count = repair.text.split('\n').count();
        let left = (self.reads)(&repair.text).map_or(0, |line| count.saturating_sub(line) + 1);
        // A change that only moves the error by a line or two is none.
        let helps = left == 0 || left + FURTHER <= self.first;
        if helps && left < self.left {
            self.left = left;
            self.best = Some(repair);
        }
    }

    /// The change after which the file can be read furthest, if any helps.
    pub(super) fn best(self) -> Option<Repair> {
        self.best
    }
}
