//! How near texts are to each other, by the runs of words they share: in time proportional to their length, however many
//! there are. Not for what follows from that.

use std::collections::HashMap;

use super::prose::tokens::sentences;
use super::word_hash::{ByWord, of_run, of_word};
use crate::binding::braces::OPEN;
use crate::model::text::Text;
use crate::vietnamese::letters::is_letter_or_digit;

/// So many words make a run.
const RUN: usize = 3;
/// A shorter text may be the same by chance, or because there is one way to say it.
const SHORTEST: usize = 15;
/// Of the shorter text's runs, so many in a hundred are in the other where one was made from the other.
const NEAR: usize = 80;

/// How near a text is to another.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Nearness {
    /// The same words.
    Same,
    /// Nearly the same words, or all of them among others.
    Near,
}

/// The runs of words of a text. Sentences with references are left out: they renew themselves.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct WordRuns {
    /// Hashes, each once, in order.
    runs: Vec<u64>,
    words: usize,
}

impl WordRuns {
    /// The runs of a text; none of one too short to tell.
    #[must_use]
    pub(crate) fn of(text: &Text) -> Option<Self> {
        let (mut runs, mut words, mut typed) = (Vec::new(), 0, Vec::new());
        let lines = text.paragraphs().iter().map(|paragraph| paragraph.line.as_str());
        let own = lines.flat_map(sentences).filter(|(_, sentence)| !sentence.contains(OPEN));
        for (_, sentence) in own {
            typed.clear();
            typed.extend(plain_words(sentence));
            words += typed.len();
            runs.extend(typed.windows(RUN.min(typed.len()).max(1)).map(of_run));
        }
        runs.sort_unstable();
        runs.dedup();
        (words >= SHORTEST).then_some(Self { runs, words })
    }

    /// How near this is to another, if it is.
    #[must_use]
    pub(crate) fn nearness(&self, other: &Self) -> Option<Nearness> {
        let shared = self.runs.iter().filter(|run| other.runs.binary_search(run).is_ok());
        self.judge(other, shared.count())
    }

    fn judge(&self, other: &Self, shared: usize) -> Option<Nearness> {
        if *self == *other {
            return Some(Nearness::Same);
        }
        let shorter = self.runs.len().min(other.runs.len());
        (shared * 100 >= shorter * NEAR).then_some(Nearness::Near)
    }
}

/// Hashes of the words of a sentence, in lower case, without marks.
fn plain_words(sentence: &str) -> impl Iterator<Item = u64> {
    let parts = sentence.split(|c| !is_letter_or_digit(c));
    parts.filter(|part| !part.is_empty()).map(of_word)
}

/// Texts in order, each held against all before it at once: a run knows only the first text it stands in.
#[derive(Debug, Default)]
pub(crate) struct TextIndex {
    texts: Vec<WordRuns>,
    first: HashMap<u64, usize, ByWord>,
}

impl TextIndex {
    /// Adds a text. Of the earlier ones that may be held against it, the number of the one it shares most with, if it is
    /// near.
    pub(crate) fn add(
        &mut self,
        text: WordRuns,
        may: impl Fn(usize) -> bool,
    ) -> Option<(usize, Nearness)> {
        let met = text.runs.iter().filter_map(|run| self.first.get(run).copied());
        let mut met: Vec<usize> = met.filter(|at| may(*at)).collect();
        met.sort_unstable();
        let shared = met.chunk_by(|one, next| one == next).map(|same| (same[0], same.len()));
        // Of several that share as much, the first.
        let most = shared.rev().max_by_key(|(_, shared)| *shared);
        let twin = most.and_then(|(at, shared)| Some((at, text.judge(&self.texts[at], shared)?)));
        let own = self.texts.len();
        for run in &text.runs {
            self.first.entry(*run).or_insert(own);
        }
        self.texts.push(text);
        twin
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    const TOLD: &str = "Đảng ủy tổ chức hai hội nghị quán triệt, mỗi chi bộ cử năm đảng viên dự. Sau hội nghị, từng tổ dân vận đến từng nhà.";

    fn runs(text: &str) -> WordRuns {
        WordRuns::of(&Text::parse(text)).expect("a text long enough")
    }

    #[test]
    fn a_text_is_the_same_whatever_its_lines_and_marks() {
        let wrapped = TOLD.replace(", ", "\n");
        assert_eq!(runs(TOLD).nearness(&runs(&wrapped)), Some(Nearness::Same));
        let turned = "Sau hội nghị, từng tổ dân vận đến từng nhà. Đảng ủy tổ chức hai hội nghị quán triệt, mỗi chi bộ cử năm đảng viên dự.";
        assert_eq!(runs(TOLD).nearness(&runs(turned)), Some(Nearness::Same));
    }

    #[test]
    fn one_word_or_one_sentence_more_leaves_it_near_and_new_words_do_not() {
        let near = |text: &str| runs(TOLD).nearness(&runs(text));
        assert_eq!(near(&TOLD.replace("năm đảng viên", "sáu đảng viên")), Some(Nearness::Near));
        let longer = format!("{TOLD} Trạm y tế khám miễn phí cho người cao tuổi.");
        assert_eq!(near(&longer), Some(Nearness::Near));
        let other = "Đảng ủy tổ chức một hội nghị, phân công đảng viên phụ trách hộ và kiểm tra hai chi bộ; sau kiểm tra, các chi bộ sửa quy chế.";
        assert_eq!(near(other), None);
    }

    #[test]
    fn what_is_short_or_filled_in_by_the_program_tells_nothing() {
        assert_eq!(WordRuns::of(&Text::parse("Không phát sinh vụ việc nào trong kỳ.")), None);
        let bound = TOLD.replace("hai", "{{ so_lieu.buoi }}").replace("nhà", "{{ so_lieu.nha }}");
        assert_eq!(WordRuns::of(&Text::parse(&bound)), None);
    }

    #[test]
    fn an_index_finds_the_nearest_of_those_it_may() {
        let mut index = TextIndex::default();
        assert_eq!(index.add(runs(TOLD), |_| true), None);
        let near = TOLD.replace("năm đảng viên", "sáu đảng viên");
        assert_eq!(index.add(runs(&near), |_| true), Some((0, Nearness::Near)));
        assert_eq!(index.add(runs(TOLD), |_| true), Some((0, Nearness::Same)));
        assert_eq!(index.add(runs(TOLD), |at| at > 2), None);
    }
}
