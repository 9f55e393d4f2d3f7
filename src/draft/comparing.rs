//! Paragraphs that came back, taken apart: whose their words are, and which of them were not to be changed. Not for paragraphs that
//! were put in or moved ([`super::placing`]).

use std::collections::BTreeSet;

use super::align::{Group, Line, groups};
use super::elsewhere::found_again;
use super::held::{Held, HeldToken, Label, ValuePlace, held};
use super::owners::{Edges, edges};
use super::printed::{Origin, PartPlace, PlaceNumber, Printed, PrintedToken};
use super::received::ReceivedParagraph;
use super::refusal::Refusal;
use super::tokens::plain;
use super::units::{Unit, parted, whole};

/// A document that is held against what it said.
pub(super) struct Comparing<'a> {
    pub(super) printed: &'a Printed<'a>,
    pub(super) came: &'a [ReceivedParagraph],
    pub(super) groups: Vec<Group>,
    pub(super) held: Vec<Held>,
    /// The group of each paragraph that came back.
    pub(super) group_of: Vec<usize>,
    /// Its units; none while it is a new paragraph whose text is not known.
    pub(super) units: Vec<Option<Vec<Unit>>>,
    pub(super) edges: Vec<Option<Edges>>,
    pub(super) refused: BTreeSet<PlaceNumber>,
    pub(super) refusals: Vec<Refusal>,
    pub(super) refused_paragraphs: BTreeSet<usize>,
}

impl<'a> Comparing<'a> {
    pub(super) fn new(printed: &'a Printed<'a>, came: &'a [ReceivedParagraph]) -> Self {
        let old: Vec<String> = printed.snapshot.doan.iter().map(|one| plain(&one.text())).collect();
        let said: Vec<usize> = (0..old.len()).filter(|at| !old[*at].is_empty()).collect();
        let words: Vec<&str> = said.iter().map(|at| old[*at].as_str()).collect();
        let of_said = |at: usize| said.binary_search(&at).ok();
        let lines: Vec<Line<'_>> = came
            .iter()
            .map(|one| Line { words: &one.plain, tagged: one.tagged.and_then(of_said) })
            .collect();
        let mut groups = groups(&words, &lines);
        for group in &mut groups {
            group.old.iter_mut().for_each(|at| *at = said[*at]);
        }
        let mut group_of = vec![0; came.len()];
        for (number, group) in groups.iter().enumerate() {
            group.new.iter().for_each(|at| group_of[*at] = number);
        }
        Self {
            printed,
            came,
            groups,
            held: Vec::new(),
            group_of,
            units: vec![None; came.len()],
            edges: vec![None; came.len()],
            refused: BTreeSet::new(),
            refusals: Vec::new(),
            refused_paragraphs: BTreeSet::new(),
        }
    }

    pub(super) fn hold(&mut self) {
        let hold = |group: &Group| {
            let new: Vec<(usize, &ReceivedParagraph)> =
                group.new.iter().map(|at| (*at, &self.came[*at])).collect();
            held(self.printed, &group.old, &new)
        };
        self.held = self.groups.iter().map(hold).collect();
        found_again(self.printed, &mut self.held);
    }

    pub(super) fn tokens(&self, at: usize) -> &[HeldToken] {
        let held = &self.held[self.group_of[at]].paragraphs;
        held.iter().find(|(number, _)| *number == at).map_or(&[], |(_, tokens)| tokens)
    }

    /// Takes every paragraph apart that has words of before, and refuses what was done to computed words and numbers.
    pub(super) fn part(&mut self) {
        for number in 0..self.groups.len() {
            let group = self.groups[number].clone();
            let mut foreign = self.held[number].computed_gone && !group.new.is_empty();
            for at in &group.new {
                let tokens = self.tokens(*at).to_vec();
                if tokens.iter().all(|token| token.label == Label::New) {
                    self.retyped(*at, &tokens, &group);
                    continue;
                }
                let parted = parted(self.printed, &tokens, self.came[*at].listed);
                foreign |= parted.foreign;
                if let Some((one, other)) = parted.between {
                    self.between(*at, one, other);
                }
                self.edges[*at] = Some(edges(self.printed, &tokens, self.came[*at].container));
                self.units[*at] = Some(parted.units);
            }
            let computed = self.is_computed(&group);
            if foreign || group.moved && computed {
                let all_there = !self.held[number].computed_gone && !group.moved;
                self.refuse_computed(&group, all_there);
            } else if group.new.is_empty() && computed {
                self.refuse_group(&group);
                let old = group.old.iter().map(|at| self.printed.snapshot.doan[*at].text());
                self.refusals.push(Refusal::ComputedGone { old: old.collect() });
            }
            let touched: Vec<ValuePlace> = self.held[number].touched.iter().copied().collect();
            for value in touched {
                self.refuse_value(value, &group);
            }
        }
    }

    /// A paragraph that has no word of the one it stands in the place of is of its text, if it was of one alone.
    fn retyped(&mut self, at: usize, tokens: &[HeldToken], group: &Group) {
        let old = group.old.iter().flat_map(|at| &self.printed.paragraphs[*at]);
        let mut parts: Vec<PartPlace> = old.filter_map(|one| one.origin.part()).collect();
        parts.dedup();
        let computed = self.is_computed(group);
        if tokens.is_empty() || group.old.is_empty() || parts.len() != 1 && !computed {
            return;
        }
        let container = self.came[at].container;
        let place = parts.first().and_then(|part| self.printed.place_of(*part));
        let place = place.filter(|_| !computed);
        self.edges[at] = Some(Edges { container, first: place, last: place });
        let mut units = place.map_or_else(Vec::new, |place| {
            whole(self.printed, tokens, self.came[at].listed, place)
        });
        if let Some(first) = units.first_mut() {
            first.parts = parts;
        }
        self.units[at] = Some(units);
    }

    /// Whether words of the program, other than a dash, stood in paragraphs.
    pub(super) fn is_computed(&self, group: &Group) -> bool {
        let computed = |at: &usize| {
            let tokens = self.printed.paragraphs[*at].iter();
            let words = |one: &PrintedToken| one.token.word.chars().any(char::is_alphanumeric);
            tokens.clone().any(|one| one.origin == Origin::Computed && words(one))
        };
        group.old.iter().any(computed)
    }

    fn words(&self, group: &Group) -> (String, String) {
        let old: Vec<String> =
            group.old.iter().map(|at| self.printed.snapshot.doan[*at].text()).collect();
        let new: Vec<&str> = group.new.iter().map(|at| self.came[*at].plain.as_str()).collect();
        (old.join(" ¶ "), new.join(" ¶ "))
    }

    fn refuse_computed(&mut self, group: &Group, all_there: bool) {
        let (old, new) = self.words(group);
        self.refusals.push(if group.moved && plain(&old) == new {
            Refusal::ComputedGone { old: vec![old] }
        } else {
            Refusal::Computed { old, new, all_there }
        });
        self.refuse_group(group);
    }

    /// Leaves all texts of a group as they are.
    fn refuse_group(&mut self, group: &Group) {
        self.refused_paragraphs.extend(&group.new);
        let parts = group
            .old
            .iter()
            .flat_map(|at| self.printed.paragraphs[*at].iter().filter_map(|one| one.origin.part()));
        let places = parts.filter_map(|part| self.printed.place_of(part));
        self.refused.extend(places.collect::<Vec<_>>());
    }

    fn refuse_value(&mut self, (part, piece): ValuePlace, group: &Group) {
        let Some((place, (printed, typed))) =
            self.printed.place_of(part).zip(self.printed.value(part, piece))
        else {
            return;
        };
        self.refused.insert(place);
        self.refused_paragraphs.extend(&group.new);
        let (_, words) = self.words(group);
        let key = self.printed.places[place].key.clone();
        let (printed, typed) = (printed.to_owned(), typed.to_owned());
        self.refusals.push(Refusal::Value { key, printed, typed, words });
    }

    pub(super) fn between(&mut self, at: usize, one: PlaceNumber, other: PlaceNumber) {
        self.refused.extend([one, other]);
        self.refused_paragraphs.insert(at);
        let key = |place: PlaceNumber| self.printed.places[place].key.clone();
        let words = self.came[at].plain.clone();
        self.refusals.push(Refusal::Between { words, one: key(one), other: key(other) });
    }
}
