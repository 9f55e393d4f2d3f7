//! Holds a document that came back against what it said when it was written: each paragraph is unchanged, of a changed text, or
//! refused. Not for what the files say by now ([`super::merge`]).

use std::collections::{BTreeMap, BTreeSet};

use super::comparing::Comparing;
use super::printed::{Printed, TextKey};
use super::received::{ReceivedParagraph, received};
use super::refusal::Refusal;
use super::snapshot::Snapshot;
use super::texts::{TextChange, changes};
use super::tokens::plain;
use super::units::Unit;
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

impl Comparing<'_> {
    /// Words beside the text are refused, but for the numbers of pages and the count of the draft.
    fn beside(&mut self, asides: &[Aside]) {
        let is_page = |words: &str| words.chars().all(|c| !c.is_alphabetic());
        let snapshot = self.printed.snapshot;
        let above = snapshot.dau_trang.iter().map(|said| plain(said));
        let known = snapshot.doan.iter().map(|one| plain(&one.text())).chain(above);
        let known: BTreeSet<String> = known.collect();
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
        for group in self.groups.iter().filter(|group| group.new.is_empty()) {
            let counts = &mut comparison.counts;
            let kept = self.is_computed(group);
            *(if kept { &mut counts.refused } else { &mut counts.removed }) += 1;
        }
        comparison.refusals = joined(self.refusals);
        comparison
    }
}

/// Computed paragraphs that are gone one after the other, and cells that were put in so, are told at once.
fn joined(refusals: Vec<Refusal>) -> Vec<Refusal> {
    let mut all: Vec<Refusal> = Vec::new();
    for refusal in refusals {
        match (all.last_mut(), refusal) {
            (Some(Refusal::ComputedGone { old }), Refusal::ComputedGone { old: more }) => {
                old.extend(more);
            }
            (Some(Refusal::Cells { words }), Refusal::Cells { words: more }) => words.extend(more),
            (Some(last), refusal) if *last == refusal => {}
            (_, refusal) => all.push(refusal),
        }
    }
    all
}
