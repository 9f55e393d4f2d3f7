//! Which numbers of a sentence speak of a figure or target as the program knows it: of the writer as a whole, at its
//! as-of date, reached and not planned. In doubt a number speaks of something else. Not for whether it is right.

use super::cues::{
    AFTER_COUNT, AFTER_SHARE, COVER, DISTANCES, HOLDING, LINKS, PARTS, PLANS, TIMES, TO_SHARE,
};
use super::names::{FigureOrTarget, NameForm, Named, spelt_out, words};
use super::tokens::{Token, TokenKind};
use crate::model::target::Measure;

/// Words a number may stand behind its name.
const MAX_WORDS_BETWEEN: usize = 6;

/// A number and what it speaks of.
pub(super) struct Claim<'s, 'p> {
    pub(super) subject: FigureOrTarget<'p>,
    pub(super) number: &'s Token<'s>,
}

/// A word of a sentence: a token, or one of several an abbreviation stands for.
pub(super) struct SentenceWord {
    pub(super) folded: String,
    pub(super) token: usize,
    /// Whether it belongs to the writer's own name, period or date.
    pub(super) ours: bool,
}

/// A name in a sentence: its words from and to.
#[derive(Clone, Copy)]
pub(super) struct Match<'s, 'p> {
    named: &'s Named<'p>,
    pub(super) from: usize,
    pub(super) to: usize,
}

/// A sentence against the names of a plan.
pub(super) struct Sentence<'s, 'p> {
    pub(super) tokens: &'s [Token<'s>],
    pub(super) words: Vec<SentenceWord>,
    named: &'s [Named<'p>],
    /// What the plan's figures count.
    counted: &'s [Vec<String>],
}

impl<'s, 'p> Sentence<'s, 'p> {
    /// Reads a sentence. `ours` is what the writer's own name, period and as-of date are called, `counted` what the
    /// plan's figures count.
    pub(super) fn new(
        tokens: &'s [Token<'s>],
        named: &'s [Named<'p>],
        ours: &[Vec<String>],
        counted: &'s [Vec<String>],
    ) -> Self {
        let mut words: Vec<SentenceWord> = Vec::new();
        for (token, own) in tokens.iter().enumerate().filter(|(_, own)| !own.is_mark()) {
            let spelt = spelt_out(own, named).unwrap_or_else(|| vec![own.folded()]);
            words.extend(spelt.into_iter().map(|folded| SentenceWord {
                folded,
                token,
                ours: false,
            }));
        }
        for name in ours {
            for from in 0..words.len() {
                if begins(&words[from..], name) {
                    words[from..from + name.len()].iter_mut().for_each(|word| word.ours = true);
                }
            }
        }
        Self { tokens, words, named, counted }
    }

    /// Every number that speaks of something named.
    pub(super) fn claims(&self) -> Vec<Claim<'s, 'p>> {
        let (mut claims, mut last) = (Vec::new(), None);
        for at in (0..self.words.len()).filter(|at| self.is_number(*at)) {
            let named = self.before(at).or_else(|| self.after(at));
            let subject = match (named, last) {
                (Some(found), _) => Some((found.named.subject, found)),
                (None, Some(count)) => self.share_of(count, at).map(|share| (share, count)),
                (None, None) => None,
            };
            last = named.or(last);
            let number = &self.tokens[self.words[at].token];
            claims.extend(
                subject
                    .filter(|(_, named)| !elsewhere(self, at, named))
                    .map(|(subject, _)| Claim { subject, number }),
            );
        }
        claims
    }

    /// Whether a word begins what other figures count than the one that is named.
    pub(super) fn counts_others(&self, word: usize, found: &Match<'_, '_>) -> bool {
        let others = self.counted.iter().filter(|measure| !found.named.counted().contains(measure));
        others.into_iter().any(|measure| begins(&self.words[word..], measure))
    }

    fn is_number(&self, at: usize) -> bool {
        let token = self.words[at].token;
        let second = token > 0 && self.tokens[token - 1].text == "/";
        self.tokens[token].kind == TokenKind::Number && !second
    }

    pub(super) fn lower(&self, at: usize) -> &str {
        &self.tokens[self.words[at].token].lower
    }

    /// The word behind a number, or behind the whole a number is a part of: `2.431/2.548`.
    fn behind(&self, at: usize) -> usize {
        let token = self.words[at].token;
        let part = self.tokens.get(token + 1).is_some_and(|mark| mark.text == "/");
        let whole = self.tokens.get(token + 2).is_some_and(|next| next.kind == TokenKind::Number);
        at + if part && whole { 2 } else { 1 }
    }

    /// Whether a number counts in `measure`, and nothing behind makes it one of something else.
    fn counts_in(&self, at: usize, measure: &str) -> bool {
        let behind = self.behind(at);
        let after = self.words.get(behind).map_or(self.tokens.len(), |word| word.token);
        if measure == "%" {
            let sign = self.words[behind - 1].token + 1;
            let signed = self.tokens.get(sign).is_some_and(|mark| mark.text == "%");
            return signed && self.ends(sign + 1, &AFTER_SHARE);
        }
        let unit = words(measure);
        let length = unit.len();
        let direct = after == self.words[behind - 1].token + 1;
        let last = self.words.get(behind + length - 1).map_or(0, |word| word.token);
        direct
            && !unit.is_empty()
            && begins(&self.words[behind.min(self.words.len())..], &unit)
            && self.ends(last + 1, &AFTER_COUNT)
    }

    /// Whether a clause ends at a token, or goes on with one of these words.
    fn ends(&self, token: usize, words: &[&str]) -> bool {
        self.tokens.get(token).is_none_or(|next| match next.kind {
            TokenKind::Mark => next.text != "/" && next.text != "%",
            TokenKind::Word => words.contains(&next.lower.as_str()),
            TokenKind::Number | TokenKind::Bound => false,
        })
    }

    /// The name before a number: `số người … là 2.431 người`, `bảo hiểm y tế đạt 95,4%`.
    fn before(&self, at: usize) -> Option<Match<'s, 'p>> {
        for end in (at.saturating_sub(MAX_WORDS_BETWEEN)..=at).rev() {
            let between = end..at;
            if between
                .clone()
                .any(|word| self.tokens[self.words[word].token].kind != TokenKind::Word)
            {
                return None;
            }
            let fits = |form: &NameForm| ends_with(&self.words[..end], &form.words);
            let forms = self.named.iter().flat_map(|named| {
                named.forms().iter().filter(|form| fits(form)).map(move |form| (named, form))
            });
            let counted = forms.filter(|(named, _)| self.counts_in(at, named.subject.measure()));
            if let Some((named, form)) = counted.max_by_key(|(_, form)| form.words.len()) {
                let found = Match { named, from: end - form.words.len(), to: end };
                return self.leads(&found, form, at).then_some(found);
            }
        }
        None
    }

    /// Whether the words between a name and a number say that it is this many.
    fn leads(&self, found: &Match<'s, 'p>, form: &NameForm, at: usize) -> bool {
        let between: Vec<&str> = (found.to..at).map(|word| self.lower(word)).collect();
        if between.iter().any(|word| DISTANCES.contains(word)) {
            return false;
        }
        let linked = between.last().is_some_and(|last| LINKS.contains(last));
        if !form.tail {
            return linked || between.is_empty();
        }
        // The end of a name is the name only where nothing else is before it.
        let name = words(found.named.subject.name());
        let alone = found.from == 0
            || name.contains(&self.words[found.from - 1].folded)
            || COVER.contains(&self.lower(found.from - 1))
            || self.tokens[self.words[found.from].token - 1].is_mark();
        let only = between.iter().all(|word| LINKS.contains(word) || HOLDING.contains(word));
        alone && linked && only
    }

    /// The name a number stands before: `có 2.431 người tham gia bảo hiểm y tế`.
    fn after(&self, at: usize) -> Option<Match<'s, 'p>> {
        let linked = at > 0 && LINKS.contains(&self.lower(at - 1));
        let from = self.behind(at);
        let counted = self.named.iter().filter(|named| {
            matches!(named.subject, FigureOrTarget::Figure(_)) && !named.subject.starts_anew()
        });
        let fits = |subject: FigureOrTarget<'_>, form: &NameForm| {
            let last = self.words.get(from + form.words.len() - 1).map_or(0, |word| word.token);
            begins(&self.words[from.min(self.words.len())..], &form.words)
                && form.words.starts_with(&words(subject.measure()))
                && self.ends(last + 1, &AFTER_COUNT)
        };
        let forms = counted.flat_map(|named| {
            let fitting = named.forms().iter().filter(|form| fits(named.subject, form));
            fitting.map(move |form| (named, form.words.len()))
        });
        let (named, length) = forms.filter(|_| linked).max_by_key(|(_, length)| *length)?;
        Some(Match { named, from: at, to: from + length })
    }

    /// The share a count makes: `2.431 người tham gia bảo hiểm y tế, đạt 95,4%`.
    fn share_of(&self, count: Match<'s, 'p>, at: usize) -> Option<FigureOrTarget<'p>> {
        let FigureOrTarget::Figure(figure) = count.named.subject else { return None };
        let made_of = |subject: &FigureOrTarget<'_>| match subject {
            FigureOrTarget::Target(target) => {
                matches!(&target.measure, Measure::Ratio { numerator, .. }
                if matches!(&numerator[..], [only] if only.value == figure.id) && target.is_percent())
            }
            FigureOrTarget::Figure(_) => false,
        };
        let mut shares = self.named.iter().map(|named| named.subject).filter(made_of);
        let between = (count.to..at).all(|word| TO_SHARE.contains(&self.lower(word)));
        let only = shares.next().filter(|_| shares.next().is_none());
        only.filter(|_| between && count.to < at && self.counts_in(at, "%"))
    }
}

fn begins(words: &[SentenceWord], name: &[String]) -> bool {
    words.len() >= name.len() && words.iter().zip(name).all(|(word, own)| word.folded == *own)
}

fn ends_with(words: &[SentenceWord], name: &[String]) -> bool {
    words.len() >= name.len() && begins(&words[words.len() - name.len()..], name)
}

/// Whether anything before a number, outside its name, speaks of a part (what other figures count is one), another
/// time, a plan or another place.
fn elsewhere(sentence: &Sentence<'_, '_>, at: usize, named: &Match<'_, '_>) -> bool {
    let aside =
        |word: &usize| !(named.from..named.to).contains(word) && !sentence.words[*word].ours;
    (0..at).filter(aside).any(|word| {
        let lower = sentence.lower(word);
        let listed = [&PLANS[..], &PARTS[..], &TIMES[..]].iter().any(|list| list.contains(&lower));
        listed || is_place(sentence, word) || sentence.counts_others(word, named)
    })
}

/// Whether a word is a name: a capital inside a sentence. Abbreviations are not.
fn is_place(sentence: &Sentence<'_, '_>, word: usize) -> bool {
    let at = sentence.words[word].token;
    let token = &sentence.tokens[at];
    let capital = token.text.chars().next().is_some_and(char::is_uppercase);
    let all = token.text.chars().all(|c| !c.is_lowercase());
    let first = at == 0 || matches!(sentence.tokens[at - 1].text, ":" | "“" | "\"" | "(");
    token.kind == TokenKind::Word && capital && !all && !first
}
