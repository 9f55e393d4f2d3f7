//! Which paragraphs are pieces of a neighbour: one was split, or several were joined. Not for other paragraphs ([`super::align`]).

use super::align::Aligned;

/// So much of a paragraph's words, of a hundred, must be found for it to be a piece of another.
const PIECE: usize = 70;

impl Aligned<'_> {
    /// Paragraphs that are pieces of a neighbour: of one that was split, or parts of one that was joined.
    pub(super) fn pieces(&mut self) {
        for new in 0..self.new.len() {
            self.split(new, new.checked_sub(1));
        }
        for new in (0..self.new.len()).rev() {
            self.split(new, Some(new + 1));
        }
        for old in 0..self.old.len() {
            self.join(old, old.checked_sub(1));
        }
        for old in (0..self.old.len()).rev() {
            self.join(old, Some(old + 1));
        }
    }

    fn split(&mut self, new: usize, beside: Option<usize>) {
        let group = beside.and_then(|at| self.of_new.get(at).copied().flatten());
        let Some(group) = group.filter(|_| self.of_new[new].is_none()) else { return };
        let tagged = self.new[new].tagged.is_some_and(|old| self.groups[group].old.contains(&old));
        if tagged || self.is_piece(group, self.new[new].words, |with| (None, with.then_some(new))) {
            self.of_new[new] = Some(group);
            self.groups[group].new.push(new);
            self.groups[group].new.sort_unstable();
        }
    }

    fn join(&mut self, old: usize, beside: Option<usize>) {
        let group = beside.and_then(|at| self.of_old.get(at).copied().flatten());
        let Some(group) = group.filter(|_| self.of_old[old].is_none()) else { return };
        if self.is_piece(group, self.old[old], |with| (with.then_some(old), None)) {
            self.of_old[old] = Some(group);
            self.groups[group].old.push(old);
            self.groups[group].old.sort_unstable();
        }
    }

    /// Whether the words of one more on a side of a group are found on the other, where nothing has them yet.
    fn is_piece(
        &self,
        group: usize,
        words: &str,
        more: impl Fn(bool) -> (Option<usize>, Option<usize>),
    ) -> bool {
        let count = said(words).len();
        let found = self.shared(group, more(true)) - self.shared(group, more(false));
        count > 0 && found * 100 >= count * PIECE
    }

    /// How many words both sides of a group share, with one more on a side.
    fn shared(&self, group: usize, (old, new): (Option<usize>, Option<usize>)) -> usize {
        let group = &self.groups[group];
        let olds = group.old.iter().copied().chain(old).flat_map(|at| said(self.old[at]));
        let news = group.new.iter().copied().chain(new).flat_map(|at| said(self.new[at].words));
        let (mut olds, mut news): (Vec<&str>, Vec<&str>) = (olds.collect(), news.collect());
        olds.sort_unstable();
        news.sort_unstable();
        let mut left = news.into_iter().peekable();
        let found = |word: &&str| {
            while left.next_if(|other| other < word).is_some() {}
            left.next_if_eq(word).is_some()
        };
        olds.into_iter().filter(found).count()
    }
}

/// The words of a text without signs at their ends.
fn said(text: &str) -> Vec<&str> {
    let words =
        text.split_whitespace().map(|word| word.trim_matches(|c: char| !c.is_alphanumeric()));
    words.filter(|word| !word.is_empty()).collect()
}
