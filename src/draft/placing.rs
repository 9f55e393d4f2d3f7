//! Which texts paragraphs are of that were put in or moved. Not for those that stand where they stood ([`super::comparing`]).

use super::comparing::Comparing;
use super::held::{HeldToken, Label};
use super::owners::{Owner, owner};
use super::printed::PlaceNumber;
use super::refusal::Refusal;
use super::units::whole;

impl Comparing<'_> {
    /// Finds the texts of paragraphs that were put in, and of those that were moved.
    pub(super) fn place_new(&mut self) {
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
                let is_cell = self.came[at].container > 0;
                self.refusals.push(if is_cell {
                    Refusal::Cells { words: vec![words] }
                } else {
                    Refusal::Nobody { words }
                });
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
}
