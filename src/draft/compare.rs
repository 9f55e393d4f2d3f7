//! Holds a document that came back against what it said when it was written: each paragraph is unchanged, of a changed text, or
//! refused. Not for what the files say by now ([`super::merge`]).

use std::collections::{BTreeMap, BTreeSet};

use super::align::{Group, Line, groups};
use super::elsewhere::found_again;
use super::held::{Held, HeldToken, Label, ValuePlace, held};
use super::owners::{Edges, Owner, edges, owner};
use super::printed::{PartPlace, PlaceNumber, Printed, TextKey};
use super::received::{ReceivedParagraph, received};
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use super::texts::{TextChange, changes};
use super::tokens::plain;
use super::units::{Unit, parted, whole};
use crate::docx::aside::{Aside, AsideKind};
use crate::docx::text::Paragraph;

/// What became of the paragraphs of a document.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Counts {
    /// As they were.
    pub(crate) unchanged: usize,
    /// Of texts, with other words, or put in.
    pub(crate) changed: usize,
    /// Of texts, no longer there.
    pub(crate) removed: usize,
    /// Not taken.
    pub(crate) refused: usize,
}

/// What a document comes to.
#[derive(Debug, Default)]
pub(crate) struct Comparison {
    /// The texts that change.
    pub(crate) changes: Vec<TextChange>,
    /// What is not taken.
    pub(crate) refusals: Vec<Refusal>,
    /// Paragraphs with pictures that were put in.
    pub(crate) pictures: Vec<String>,
    /// Paragraphs with words that are struck through by hand.
    pub(crate) struck: Vec<String>,
    /// What became of the paragraphs.
    pub(crate) counts: Counts,
    /// The texts of paragraphs, by their places in the document.
    pub(crate) texts: BTreeMap<usize, TextKey>,
}

/// Holds a document against what it said.
#[must_use]
pub(crate) fn compare(snapshot: &Snapshot, text: &[Paragraph], asides: &[Aside]) -> Comparison {
    let printed = Printed::new(snapshot);
    let came = received(text);
    let mut comparing = Comparing::new(&printed, &came);
    comparing.hold();
    comparing.part();
    comparing.place_new();
    comparing.beside(asides);
    comparing.finish()
}

struct Comparing<'a> {
    printed: &'a Printed<'a>,
    came: &'a [ReceivedParagraph],
    groups: Vec<Group>,
    held: Vec<Held>,
    /// The group of each paragraph that came back.
    group_of: Vec<usize>,
    /// Its units; none while it is a new paragraph whose text is not known.
    units: Vec<Option<Vec<Unit>>>,
    edges: Vec<Option<Edges>>,
    refused: BTreeSet<PlaceNumber>,
    refusals: Vec<Refusal>,
    refused_paragraphs: BTreeSet<usize>,
}

impl<'a> Comparing<'a> {
    fn new(printed: &'a Printed<'a>, came: &'a [ReceivedParagraph]) -> Self {
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

    fn hold(&mut self) {
        let hold = |group: &Group| {
            let new: Vec<(usize, &ReceivedParagraph)> =
                group.new.iter().map(|at| (*at, &self.came[*at])).collect();
            held(self.printed, &group.old, &new)
        };
        self.held = self.groups.iter().map(hold).collect();
        found_again(self.printed, &mut self.held);
    }

    fn tokens(&self, at: usize) -> &[HeldToken] {
        let held = &self.held[self.group_of[at]].paragraphs;
        held.iter().find(|(number, _)| *number == at).map_or(&[], |(_, tokens)| tokens)
    }

    /// Takes every paragraph apart that has words of before, and refuses what was done to computed words and numbers.
    fn part(&mut self) {
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
                self.refuse_computed(&group);
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
    fn is_computed(&self, group: &Group) -> bool {
        let computed = |at: &usize| {
            let tokens = self.printed.paragraphs[*at].iter();
            let words = |one: &super::printed::PrintedToken| {
                one.token.word.chars().any(char::is_alphanumeric)
            };
            tokens.clone().any(|one| one.origin == super::printed::Origin::Computed && words(one))
        };
        group.old.iter().any(computed)
    }

    fn words(&self, group: &Group) -> (String, String) {
        let old: Vec<String> =
            group.old.iter().map(|at| self.printed.snapshot.doan[*at].text()).collect();
        let new: Vec<&str> = group.new.iter().map(|at| self.came[*at].plain.as_str()).collect();
        (old.join(" ¶ "), new.join(" ¶ "))
    }

    fn refuse_computed(&mut self, group: &Group) {
        let (old, new) = self.words(group);
        self.refusals.push(if group.moved && plain(&old) == new {
            Refusal::ComputedGone { old: vec![old] }
        } else {
            Refusal::Computed { old, new }
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

    fn between(&mut self, at: usize, one: PlaceNumber, other: PlaceNumber) {
        self.refused.extend([one, other]);
        self.refused_paragraphs.insert(at);
        let key = |place: PlaceNumber| self.printed.places[place].key.clone();
        let words = self.came[at].plain.clone();
        self.refusals.push(Refusal::Between { words, one: key(one), other: key(other) });
    }

    /// Finds the texts of paragraphs that were put in, and of those that were moved.
    fn place_new(&mut self) {
        let mut settled = self.edges.clone();
        for (edges, group) in settled.iter_mut().zip(&self.group_of) {
            *edges = edges.filter(|_| !self.groups[*group].moved);
        }
        for at in 0..self.came.len() {
            let paragraph = &self.came[at];
            if paragraph.tokens.is_empty() {
                continue;
            }
            let tokens = self.tokens(at).to_vec();
            let owner = self
                .controlled(&tokens)
                .unwrap_or_else(|| owner(at, paragraph.container, &settled));
            match &self.units[at] {
                None => self.place_added(at, &tokens, owner),
                Some(_) if self.groups[self.group_of[at]].moved => self.place_moved(at, owner),
                Some(_) => {}
            }
        }
    }

    /// The text whose control a whole paragraph stands in.
    fn controlled(&self, tokens: &[HeldToken]) -> Option<Owner> {
        let place = |token: &HeldToken| token.control.and_then(|part| self.printed.place_of(part));
        let first = tokens.first().and_then(place)?;
        let all = tokens.iter().all(|token| place(token) == Some(first));
        (all && tokens.iter().all(|token| token.label == Label::New)).then_some(Owner::Text(first))
    }

    fn place_added(&mut self, at: usize, tokens: &[HeldToken], owner: Owner) {
        let words = self.came[at].plain.clone();
        match owner {
            Owner::Text(place) => {
                self.units[at] = Some(whole(self.printed, tokens, self.came[at].listed, place));
            }
            Owner::Between(one, other) => self.between(at, one, other),
            Owner::Nobody => {
                self.refused_paragraphs.insert(at);
                self.refusals.push(Refusal::Nobody { words });
            }
        }
    }

    /// A paragraph that was moved is of the text it was moved into.
    fn place_moved(&mut self, at: usize, owner: Owner) {
        let units = self.units[at].clone().unwrap_or_default();
        for (number, unit) in units.iter().enumerate() {
            let key = |place: PlaceNumber| &self.printed.places[place].key;
            match owner {
                Owner::Text(place) if key(place).file == key(unit.place).file => {
                    if let Some(own) = self.units[at].as_mut().and_then(|all| all.get_mut(number)) {
                        own.place = place;
                    }
                }
                _ => {
                    let (key, words) = (key(unit.place).clone(), self.came[at].plain.clone());
                    self.refused.insert(unit.place);
                    self.refused_paragraphs.insert(at);
                    self.refusals.push(Refusal::MovedOut { key, words });
                }
            }
        }
    }

    /// Words beside the text are refused, but for the numbers of pages and the count of the draft.
    fn beside(&mut self, asides: &[Aside]) {
        let is_page = |words: &str| words.chars().all(|c| !c.is_alphabetic());
        let known: BTreeSet<String> =
            self.printed.snapshot.doan.iter().map(|one| plain(&one.text())).collect();
        for Aside { kind, words } in asides {
            let edge = matches!(kind, AsideKind::Header | AsideKind::Footer);
            let ours =
                is_page(words) || words.starts_with("Dự thảo") || known.contains(&plain(words));
            if !edge || !ours {
                let (kind, words) = (*kind, words.clone());
                self.refusals.push(Refusal::Beside { kind, words });
            }
        }
    }

    fn finish(mut self) -> Comparison {
        let units: Vec<&Unit> = self.units.iter().flatten().flatten().collect();
        let (changes, refusals) = changes(self.printed, &units, &self.refused);
        self.refusals.extend(refusals);
        let mut comparison = Comparison { changes, ..Comparison::default() };
        let noted = |is: fn(&ReceivedParagraph) -> bool| {
            let all = self.came.iter().filter(|one| is(one));
            all.map(|one| one.plain.clone()).collect::<Vec<_>>()
        };
        comparison.pictures = noted(|one| one.pictures > 0);
        comparison.struck = noted(|one| one.struck);
        for (at, paragraph) in self.came.iter().enumerate() {
            if let Some(unit) = self.units[at].iter().flatten().next() {
                let key = self.printed.places[unit.place].key.clone();
                comparison.texts.insert(paragraph.place, key);
            }
            let group = &self.groups[self.group_of[at]];
            let same = group.old.len() == 1
                && group.new.len() == 1
                && !group.moved
                && plain(&self.printed.snapshot.doan[group.old[0]].text()) == paragraph.plain;
            let of_refused =
                self.units[at].iter().flatten().any(|unit| self.refused.contains(&unit.place));
            let counts = &mut comparison.counts;
            let count = match () {
                () if same || paragraph.tokens.is_empty() => &mut counts.unchanged,
                () if of_refused || self.refused_paragraphs.contains(&at) => &mut counts.refused,
                () => &mut counts.changed,
            };
            *count += 1;
        }
        let gone = self.groups.iter().filter(|group| group.new.is_empty());
        comparison.counts.removed = gone.filter(|group| !self.is_computed(group)).count();
        comparison.refusals = joined(self.refusals);
        comparison
    }
}

/// Computed paragraphs that are gone one after the other are told at once.
fn joined(refusals: Vec<Refusal>) -> Vec<Refusal> {
    let mut all: Vec<Refusal> = Vec::new();
    for refusal in refusals {
        match (all.last_mut(), refusal) {
            (Some(Refusal::ComputedGone { old }), Refusal::ComputedGone { old: more }) => {
                old.extend(more);
            }
            (Some(last), refusal) if *last == refusal => {}
            (_, refusal) => all.push(refusal),
        }
    }
    all
}
