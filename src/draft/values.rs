//! Whether the numbers of texts are as they were: each stands whole beside a word that stayed, went with its sentence, or was
//! touched. Not for numbers in controls of their own, which are known by those ([`super::held`]).

use std::collections::BTreeMap;
use std::ops::Range;

use super::held::{Holding, Label, Removed, ValuePlace};
use super::printed::{Origin, PrintedToken};
use super::tokens::{Gap, Token};

impl Holding<'_> {
    /// The numbers without a control of their own: kept where all of a number stands as it was beside a word that stayed.
    pub(super) fn values(&mut self) {
        let mut ranges: BTreeMap<ValuePlace, Range<usize>> = BTreeMap::new();
        for (at, one) in self.before.iter().enumerate() {
            if let Origin::Value(part, piece) = one.origin {
                ranges.entry((part, piece)).or_insert(at..at).end = at + 1;
            }
        }
        for (value, range) in ranges {
            if self.intact.contains(&value) || self.held.touched.contains(&value) {
                continue;
            }
            match self.place_of(&range).filter(|at| self.is_untouched(&range, at)) {
                Some(found) => {
                    for (number, at) in found.enumerate() {
                        self.labels[at] = Label::Value(value, number);
                    }
                }
                None if self.is_gone_whole(&range) => {}
                None => _ = self.held.touched.insert(value),
            }
        }
    }

    /// Where all tokens of a number stand now, one behind the other.
    fn place_of(&self, range: &Range<usize>) -> Option<Range<usize>> {
        let first = self.to_new[range.start]?;
        let all = range.clone().enumerate();
        let mut following = all.map(|(number, old)| self.to_new[old] == Some(first + number));
        let found = first..first + range.len();
        let (first, last) = (self.after[found.start].0, self.after[found.end - 1].0);
        (following.all(|is| is) && first == last).then_some(found)
    }

    /// Whether nothing was typed onto a number, and a word beside it stayed.
    fn is_untouched(&self, old: &Range<usize>, new: &Range<usize>) -> bool {
        let stays = |old: Option<usize>, new: Option<usize>| match (old, new) {
            (Some(old), Some(new)) => self.to_new.get(old) == Some(&Some(new)),
            (None, None) => true,
            _ => false,
        };
        let before = (old.start.checked_sub(1), new.start.checked_sub(1));
        let end = Some(old.end).filter(|at| *at < self.before.len());
        let behind = (end, Some(new.end).filter(|at| *at < self.after.len()));
        let extended = self.is_extended(new) && !self.was_extended(old);
        !extended && (stays(before.0, before.1) || stays(behind.0, behind.1))
    }

    /// Whether letters, digits or a sign are typed right onto a number.
    pub(super) fn is_extended(&self, at: &Range<usize>) -> bool {
        let words: Vec<&Token> = self.after.iter().map(|(_, one)| &one.token).collect();
        extended(&words, at)
    }

    /// Where a number stood; nowhere if it stood in other paragraphs.
    pub(super) fn old_place(&self, (part, piece): ValuePlace) -> Range<usize> {
        let is_own = |one: &PrintedToken| one.origin == Origin::Value(part, piece);
        let start = self.before.iter().position(|one| is_own(one)).unwrap_or_default();
        start..start + self.before.iter().filter(|one| is_own(one)).count()
    }

    pub(super) fn was_extended(&self, at: &Range<usize>) -> bool {
        let words: Vec<&Token> = self.before.iter().map(|one| &one.token).collect();
        extended(&words, at)
    }

    /// Whether a number went with a whole sentence, and nothing came in its place.
    fn is_gone_whole(&mut self, range: &Range<usize>) -> bool {
        if range.clone().any(|at| self.to_new[at].is_some()) {
            return false;
        }
        let gone = |at: &usize| self.to_new[*at].is_none();
        let start = (0..range.start).rev().take_while(gone).last().unwrap_or(range.start);
        let end =
            (range.end..self.before.len()).take_while(gone).last().map_or(range.end, |at| at + 1);
        let last = start.checked_sub(1).and_then(|at| self.to_new[at]);
        let next = self.to_new.get(end).copied().flatten();
        let (from, to) = (last.map_or(0, |at| at + 1), next.unwrap_or(self.after.len()));
        let ends =
            |at: usize| matches!(self.before[at].token.word.as_str(), "." | ";" | "!" | "?" | "…");
        let starts = |at: usize| {
            at == 0
                || ends(at - 1)
                || self.before[at - 1].origin.part() != self.before[at].origin.part()
        };
        let closes = end == self.before.len()
            || ends(end - 1)
            || self.before[end].origin.part() != self.before[end - 1].origin.part();
        // Which of two full stops went cannot be told.
        let between = end < self.before.len() && ends(start) && ends(end);
        if from < to || !(starts(start) && closes || between) {
            // It may stand elsewhere now.
            self.remember(start..end);
            return false;
        }
        self.remember(start..end);
        true
    }

    fn remember(&mut self, range: Range<usize>) {
        let words: Vec<String> =
            self.before[range.clone()].iter().map(|one| one.token.word.clone()).collect();
        let mut numbers: BTreeMap<ValuePlace, usize> = BTreeMap::new();
        let label = |one: &&PrintedToken| match one.origin {
            Origin::Computed => Label::Computed,
            Origin::Dash => Label::Dash,
            Origin::Typed(part) => Label::Typed(part),
            Origin::Value(part, piece) => {
                let number = numbers.entry((part, piece)).or_default();
                *number += 1;
                Label::Value((part, piece), *number - 1)
            }
        };
        let labels = self.before[range].iter().map(label).collect();
        let removed = Removed { words, labels };
        if !self.held.removed.contains(&removed) {
            self.held.removed.push(removed);
        }
    }
}

/// Whether letters or digits, or a sign and digits, stand right at a number of these tokens.
fn extended(words: &[&Token], at: &Range<usize>) -> bool {
    let digits = |one: &Token| one.word.chars().all(|c| c.is_ascii_digit());
    let said = |one: &Token| one.word.chars().all(char::is_alphanumeric);
    let sign = |one: &Token| matches!(one.word.as_str(), "." | "," | "-" | "−" | "+");
    let touches = |at: usize| words.get(at).is_some_and(|one| one.gap == Gap::None);
    if at.is_empty() {
        return false;
    }
    let before = at.start.checked_sub(1).map(|before| words[before]).filter(|_| touches(at.start));
    let led = before.is_some_and(|one| {
        let two = at.start.checked_sub(2).map(|two| words[two]);
        let number = two.is_some_and(&digits) && touches(at.start - 1);
        let minus = matches!(one.word.as_str(), "-" | "−") && digits(words[at.start]);
        said(one) || minus || sign(one) && number
    });
    let behind = words.get(at.end).filter(|one| one.gap == Gap::None);
    let followed = behind.is_some_and(|one| {
        let next = words.get(at.end + 1).filter(|next| next.gap == Gap::None);
        said(one) || matches!(one.word.as_str(), "." | ",") && next.is_some_and(|next| digits(next))
    });
    led || followed
}
