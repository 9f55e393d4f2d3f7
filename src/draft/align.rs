//! Which paragraphs of a document became which: equal ones first, then by their controls, then the most alike; what was split,
//! joined or moved is put together. Not for the words in them ([`super::held`]).

use similar::{Algorithm, DiffOp, capture_diff_slices};

use crate::diff::words::likeness;

/// Two paragraphs less alike than this have nothing to do with each other.
const LEAST: usize = 34;
/// A paragraph that is this much alike elsewhere was moved there.
const MOVED: usize = 75;
/// So many pairs are compared at most.
const MOST_PAIRS: usize = 40_000;

/// A paragraph: what is compared, and of one that came back the paragraph its controls are of.
#[derive(Debug, Clone, Copy)]
pub(crate) struct Line<'l> {
    /// Its words.
    pub(crate) words: &'l str,
    /// The paragraph of the draft its controls are of.
    pub(crate) tagged: Option<usize>,
}

/// Paragraphs of the draft and what became of them. One of both lists may be empty.
#[derive(Debug, Clone, PartialEq, Eq, Default)]
pub(crate) struct Group {
    /// Those of the draft.
    pub(crate) old: Vec<usize>,
    /// Those that came back.
    pub(crate) new: Vec<usize>,
    /// Whether they stand elsewhere than before.
    pub(crate) moved: bool,
}

/// Puts every paragraph of both sides into one group, in the order of the document; those that are gone at the end.
#[must_use]
pub(crate) fn groups(old: &[&str], new: &[Line<'_>]) -> Vec<Group> {
    let mut aligned = Aligned {
        old,
        new,
        of_old: vec![None; old.len()],
        of_new: vec![None; new.len()],
        groups: Vec::new(),
    };
    aligned.equal();
    aligned.pieces();
    aligned.moves();
    aligned.same_places();
    aligned.rest()
}

pub(super) struct Aligned<'a> {
    pub(super) old: &'a [&'a str],
    pub(super) new: &'a [Line<'a>],
    pub(super) of_old: Vec<Option<usize>>,
    pub(super) of_new: Vec<Option<usize>>,
    pub(super) groups: Vec<Group>,
}

impl Aligned<'_> {
    fn pair(&mut self, old: usize, new: usize, moved: bool) {
        (self.of_old[old], self.of_new[new]) = (Some(self.groups.len()), Some(self.groups.len()));
        self.groups.push(Group { old: vec![old], new: vec![new], moved });
    }

    /// Equal paragraphs, and those between them.
    fn equal(&mut self) {
        let words: Vec<&str> = self.new.iter().map(|line| line.words).collect();
        for operation in capture_diff_slices(Algorithm::Myers, self.old, &words) {
            match operation {
                DiffOp::Equal { old_index, new_index, len } => {
                    (0..len).for_each(|at| self.pair(old_index + at, new_index + at, false));
                }
                DiffOp::Replace { old_index, old_len, new_index, new_len } => {
                    let (olds, news) =
                        (old_index..old_index + old_len, new_index..new_index + new_len);
                    self.between(olds, news);
                }
                DiffOp::Delete { .. } | DiffOp::Insert { .. } => {}
            }
        }
    }

    /// Two stretches without equal paragraphs: by controls, and between those the most alike.
    fn between(&mut self, olds: std::ops::Range<usize>, news: std::ops::Range<usize>) {
        let (mut from_old, mut from_new) = (olds.start, news.start);
        for new in news.clone() {
            let Some(old) = self.new[new].tagged.filter(|old| (from_old..olds.end).contains(old))
            else {
                continue;
            };
            // Of the pieces of one that was split the first comes here, the others later.
            self.most_alike(from_old..old, from_new..new);
            self.pair(old, new, false);
            (from_old, from_new) = (old + 1, new + 1);
        }
        self.most_alike(from_old..olds.end, from_new..news.end);
    }

    /// Pairs two stretches in their order so that all together are most alike.
    fn most_alike(&mut self, olds: std::ops::Range<usize>, news: std::ops::Range<usize>) {
        let (before, after) = (olds.len(), news.len());
        if before == 0 || after == 0 || before * after > MOST_PAIRS {
            return;
        }
        let of = |old: usize, new: usize| match likeness(
            self.old[olds.start + old],
            self.new[news.start + new].words,
        ) {
            few if few < LEAST => 0,
            alike => alike,
        };
        let alike: Vec<Vec<usize>> =
            (0..before).map(|old| (0..after).map(|new| of(old, new)).collect()).collect();
        let mut best = vec![vec![0; after + 1]; before + 1];
        for old in (0..before).rev() {
            for new in (0..after).rev() {
                let own = alike[old][new];
                let paired = if own > 0 { own + best[old + 1][new + 1] } else { 0 };
                best[old][new] = paired.max(best[old + 1][new]).max(best[old][new + 1]);
            }
        }
        let (mut old, mut new) = (0, 0);
        while old < before && new < after {
            let own = alike[old][new];
            if own > 0 && best[old][new] == own + best[old + 1][new + 1] {
                self.pair(olds.start + old, news.start + new, false);
                (old, new) = (old + 1, new + 1);
            } else if best[old][new] == best[old + 1][new] {
                old += 1;
            } else {
                new += 1;
            }
        }
    }

    /// Paragraphs that stand elsewhere now.
    fn moves(&mut self) {
        let gone: Vec<usize> =
            (0..self.old.len()).filter(|at| self.of_old[*at].is_none()).collect();
        let come: Vec<usize> =
            (0..self.new.len()).filter(|at| self.of_new[*at].is_none()).collect();
        if gone.len() * come.len() > MOST_PAIRS {
            return;
        }
        let mut pairs: Vec<(usize, usize, usize)> = Vec::new();
        for old in gone {
            for new in &come {
                let line = self.new[*new];
                let alike = likeness(self.old[old], line.words);
                let sure = if line.tagged == Some(old) { 200 } else { 0 };
                let equal = if self.old[old] == line.words { 100 } else { 0 };
                if sure + equal + alike >= MOVED {
                    pairs.push((sure + equal + alike, old, *new));
                }
            }
        }
        pairs.sort_by(|a, b| b.0.cmp(&a.0).then(a.cmp(b)));
        for (_, old, new) in pairs {
            if self.of_old[old].is_none() && self.of_new[new].is_none() {
                self.pair(old, new, true);
            }
        }
    }

    /// Paragraphs that have nothing in common but stand between the same neighbours, as many as there were.
    fn same_places(&mut self) {
        let mut new = 0;
        while new < self.new.len() {
            let length = self.of_new[new..].iter().take_while(|group| group.is_none()).count();
            let before = (0..new).rev().find_map(|at| self.stays(at));
            let old = before.map_or(0, |group| group.old.last().map_or(0, |last| last + 1));
            let gone = self.of_old.get(old..).unwrap_or_default();
            let gone = gone.iter().take_while(|group| group.is_none()).count();
            let behind = (new + length..self.new.len()).find_map(|at| self.stays(at));
            let next = behind.map_or(self.old.len(), |group| group.old[0]);
            if length > 0 && gone == length && next == old + length {
                (0..length).for_each(|at| self.pair(old + at, new + at, false));
            }
            new += length.max(1);
        }
    }

    /// The group of a paragraph that stands where it stood.
    fn stays(&self, new: usize) -> Option<&Group> {
        let group = &self.groups[self.of_new[new]?];
        (!group.moved).then_some(group)
    }

    /// Every other paragraph by itself.
    fn rest(mut self) -> Vec<Group> {
        for new in 0..self.new.len() {
            if self.of_new[new].is_none() {
                self.groups.push(Group { new: vec![new], ..Group::default() });
            }
        }
        self.groups.sort_by_key(|group| group.new[0]);
        for old in 0..self.old.len() {
            if self.of_old[old].is_none() {
                self.groups.push(Group { old: vec![old], ..Group::default() });
            }
        }
        self.groups
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const OLD: [&str; 4] = [
        "Đường vào thôn xa còn khó đi.",
        "Đề nghị huyện sửa cầu Suối Bạc. Đề nghị tỉnh bố trí kinh phí năm sau.",
        "Nơi nhận gồm ba cơ quan",
        "Công tác truyền thông được duy trì",
    ];

    fn told(new: &[&str]) -> Vec<(Vec<usize>, Vec<usize>, bool)> {
        let lines: Vec<Line<'_>> = new.iter().map(|words| Line { words, tagged: None }).collect();
        let told = |group: Group| (group.old, group.new, group.moved);
        groups(&OLD, &lines).into_iter().map(told).collect()
    }

    #[test]
    fn paragraphs_are_known_again_edited_split_joined_moved_new_and_gone() {
        let edited = told(&[
            OLD[0],
            "Đề nghị huyện sửa cầu Suối Bạc trước mùa mưa.",
            "Nơi nhận gồm ba cơ quan",
            OLD[3],
        ]);
        assert!(edited.contains(&(vec![1], vec![1], false)), "{edited:?}");
        let split = told(&[
            OLD[0],
            "Đề nghị huyện sửa cầu Suối Bạc.",
            "Đề nghị tỉnh bố trí kinh phí năm sau.",
            OLD[2],
            OLD[3],
        ]);
        assert!(split.contains(&(vec![1], vec![1, 2], false)), "{split:?}");
        let both = format!("{} {}", OLD[0], OLD[1]);
        let joined = told(&[&both, OLD[2], OLD[3]]);
        assert!(joined.contains(&(vec![0, 1], vec![0], false)), "{joined:?}");
        let moved = told(&[OLD[1], OLD[2], OLD[3], OLD[0]]);
        assert!(moved.contains(&(vec![0], vec![3], true)), "{moved:?}");
        let new = told(&[OLD[0], "Xã mở thêm hai lớp học", OLD[1], OLD[3]]);
        assert!(
            new.contains(&(vec![], vec![1], false)) && new.contains(&(vec![2], vec![], false)),
            "{new:?}"
        );
    }
}
