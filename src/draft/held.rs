//! Holds the words of paragraphs that came back against those they were: which are whose, which computed words and which numbers
//! are no longer as they were. Not for what becomes of the words that are new ([`super::units`]).

use std::collections::{BTreeMap, BTreeSet};
use std::ops::Range;

use similar::{Algorithm, DiffOp, capture_diff_slices};

use super::printed::{Origin, PartPlace, Printed, PrintedToken};
use super::received::{ReceivedParagraph, ReceivedToken};
use super::tokens::{Gap, Token, tokens};

/// A number of a text: its part and piece.
pub(crate) type ValuePlace = (PartPlace, usize);

/// Whose a token that came back is.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Label {
    /// The program's.
    Computed,
    /// The dash before an item.
    Dash,
    /// Somebody's, as before.
    Typed(PartPlace),
    /// A reference's, the token of this number in what it prints.
    Value(ValuePlace, usize),
    /// It was not there.
    New,
}

impl Label {
    /// The part of a text it is of.
    #[must_use]
    pub(crate) fn part(self) -> Option<PartPlace> {
        match self {
            Self::Typed(part) | Self::Value((part, _), _) => Some(part),
            Self::Computed | Self::Dash | Self::New => None,
        }
    }
}

/// A token that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct HeldToken {
    /// The token.
    pub(crate) token: Token,
    /// Whose it is.
    pub(crate) label: Label,
    /// The part whose control it stands in.
    pub(crate) control: Option<PartPlace>,
}

/// Words that are gone, with whose they were.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Removed {
    /// Their words.
    pub(crate) words: Vec<String>,
    /// Whose each was.
    pub(crate) labels: Vec<Label>,
}

/// A group of paragraphs, held.
#[derive(Debug, Default)]
pub(crate) struct Held {
    /// The paragraphs that came back, by their numbers, with their tokens.
    pub(crate) paragraphs: Vec<(usize, Vec<HeldToken>)>,
    /// Whether computed words are gone.
    pub(crate) computed_gone: bool,
    /// Numbers that are another now, or lost beside words that stayed.
    pub(crate) touched: BTreeSet<ValuePlace>,
    /// Whole sentences that are gone with numbers in them.
    pub(crate) removed: Vec<Removed>,
}

/// Holds paragraphs of a draft against those they became.
#[must_use]
pub(crate) fn held(
    printed: &Printed<'_>,
    old: &[usize],
    new: &[(usize, &ReceivedParagraph)],
) -> Held {
    let before: Vec<&PrintedToken> = old.iter().flat_map(|at| &printed.paragraphs[*at]).collect();
    let after: Vec<(usize, &ReceivedToken)> = new
        .iter()
        .flat_map(|(at, paragraph)| paragraph.tokens.iter().map(move |token| (*at, token)))
        .collect();
    let mut holding = Holding::new(printed, before, after);
    holding.align();
    holding.values();
    holding.whole(new)
}

pub(super) struct Holding<'a> {
    pub(super) printed: &'a Printed<'a>,
    pub(super) before: Vec<&'a PrintedToken>,
    pub(super) after: Vec<(usize, &'a ReceivedToken)>,
    /// Where the tokens of each side are on the other.
    pub(super) to_new: Vec<Option<usize>>,
    pub(super) to_old: Vec<Option<usize>>,
    pub(super) labels: Vec<Label>,
    /// The numbers whose controls hold what they held.
    pub(super) intact: BTreeSet<ValuePlace>,
    pub(super) held: Held,
}

impl<'a> Holding<'a> {
    fn new(
        printed: &'a Printed<'a>,
        before: Vec<&'a PrintedToken>,
        after: Vec<(usize, &'a ReceivedToken)>,
    ) -> Self {
        let (to_new, to_old) = (vec![None; before.len()], vec![None; after.len()]);
        let labels = vec![Label::New; after.len()];
        let (intact, held) = (BTreeSet::new(), Held::default());
        Self { printed, before, after, to_new, to_old, labels, intact, held }
    }

    /// The stretches that stand in one control of a number each, with the number.
    fn controls(&self) -> Vec<(ValuePlace, Range<usize>)> {
        let mut all: Vec<(ValuePlace, Range<usize>)> = Vec::new();
        for (at, (_, token)) in self.after.iter().enumerate() {
            let Some((n, k, m)) = token.value else { continue };
            let value = ((n, k), m);
            match all.last_mut() {
                Some((last, range)) if *last == value && range.end == at => range.end += 1,
                _ => all.push((value, at..at + 1)),
            }
        }
        all
    }

    fn align(&mut self) {
        let mut keys: Vec<String> =
            self.after.iter().map(|(_, token)| token.token.word.clone()).collect();
        for (value, range) in self.controls() {
            let printed = self.printed.value(value.0, value.1).map(|(words, _)| tokens(words).0);
            let Some(printed) = printed else { continue };
            let same = printed.iter().map(|token| &token.word).eq(keys[range.clone()].iter());
            if !same {
                self.held.touched.insert(value);
                continue;
            }
            if self.is_extended(&range) && !self.was_extended(&self.old_place(value)) {
                self.held.touched.insert(value);
                continue;
            }
            self.intact.insert(value);
            for (number, at) in range.enumerate() {
                keys[at] = key(value, number, &keys[at]);
                self.labels[at] = Label::Value(value, number);
            }
        }
        let mut numbers: BTreeMap<ValuePlace, usize> = BTreeMap::new();
        let of_old = |one: &&PrintedToken| match one.origin {
            Origin::Value(part, piece) if self.intact.contains(&(part, piece)) => {
                let number = numbers.entry((part, piece)).or_default();
                *number += 1;
                key((part, piece), *number - 1, &one.token.word)
            }
            _ => one.token.word.clone(),
        };
        let old_keys: Vec<String> = self.before.iter().map(of_old).collect();
        for operation in capture_diff_slices(Algorithm::Myers, &old_keys, &keys) {
            let DiffOp::Equal { old_index, new_index, len } = operation else { continue };
            for at in 0..len {
                self.to_new[old_index + at] = Some(new_index + at);
                self.to_old[new_index + at] = Some(old_index + at);
            }
        }
        for (at, old) in self.to_old.iter().enumerate() {
            let Some(old) = old.filter(|_| self.labels[at] == Label::New) else { continue };
            self.labels[at] = match self.before[old].origin {
                Origin::Computed => Label::Computed,
                Origin::Dash => Label::Dash,
                Origin::Typed(part) => Label::Typed(part),
                // Said once the whole number is seen.
                Origin::Value(..) => Label::New,
            };
        }
    }

    fn whole(mut self, new: &[(usize, &ReceivedParagraph)]) -> Held {
        let gone = |(at, one): (usize, &&PrintedToken)| {
            one.origin == Origin::Computed && self.to_new[at].is_none()
        };
        self.held.computed_gone = self.before.iter().enumerate().any(gone);
        for (number, _) in new {
            let own = (0..self.after.len()).filter(|at| self.after[*at].0 == *number);
            let tokens = own.map(|at| self.token(at)).collect();
            self.held.paragraphs.push((*number, tokens));
        }
        self.held
    }

    fn token(&self, at: usize) -> HeldToken {
        let received = self.after[at].1;
        let mut token = received.token.clone();
        let old = self.to_old[at].map(|old| &self.before[old].token);
        if let Some(old) = old.filter(|old| token.gap == Gap::Space && old.gap == Gap::Space) {
            token.space.clone_from(&old.space);
        }
        let control = received.written;
        let control = control.and_then(|(n, k)| self.printed.part_of_control(n, k));
        HeldToken { token, label: self.labels[at], control }
    }
}

/// What tells the token of a number in its control from the same word elsewhere.
fn key(((paragraph, part), piece): ValuePlace, number: usize, word: &str) -> String {
    format!("\u{1}{paragraph}.{part}.{piece}.{number} {word}")
}
