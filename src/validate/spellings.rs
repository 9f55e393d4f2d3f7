//! K07: one word spelt in two ways in a file: the two places of a tone, `i` and `y`. Both are right and printed as
//! written. Not for words that are wrong.

use std::borrow::Cow;
use std::collections::{BTreeMap, BTreeSet};

use crate::diagnostic::{Code, Finding};
use crate::source::Span;
use crate::vietnamese::spelling::{Letters, pairs};
use crate::vietnamese::text::{clean, is_ordinary};
use crate::vietnamese::tone_style::{ToneStyle, styled};
use crate::yaml::fields::Sink;
use crate::yaml::places::{Cursor, Places};

/// Words named for each style.
const SHOWN: usize = 3;

/// What was seen in one file. Nearly all keep to one way, so words are gathered only where there are two.
#[derive(Debug, Default)]
pub(crate) struct Spellings<'n> {
    texts: Vec<(Cow<'n, str>, &'n Span)>,
    styles: BTreeSet<ToneStyle>,
    letters: Letters,
}

/// The words of a style with how often they occur, and where.
type SpellingCounts = (BTreeMap<String, usize>, Places);

impl<'n> Spellings<'n> {
    /// Looks at one value.
    pub(crate) fn see(&mut self, text: &'n str, span: &'n Span) {
        let ordinary = text.chars().all(is_ordinary);
        let text = if ordinary { Cow::Borrowed(text) } else { Cow::Owned(clean(text)) };
        self.styles.extend(styled(&text).map(|(_, _, style)| style));
        self.letters.add(Letters::of(&text));
        self.texts.push((text, span));
    }

    /// A finding for the styles, and one for each word with two spellings.
    pub(crate) fn tell(self, sink: &Sink) {
        if self.styles.len() > 1 {
            self.tell_styles(sink);
        }
        if self.letters.differ() {
            self.tell_letters(sink);
        }
    }

    fn tell_styles(&self, sink: &Sink) {
        let mut styles: BTreeMap<ToneStyle, SpellingCounts> = BTreeMap::new();
        for (text, span) in &self.texts {
            let mut cursor = Cursor::new(span);
            for (_, word, style) in styled(text) {
                let (words, places) = styles.entry(style).or_default();
                *words.entry(word.to_lowercase()).or_default() += 1;
                places.add(cursor.next(word));
            }
        }
        if let [first, second] = &styles.into_values().collect::<Vec<_>>()[..] {
            let message = format!(
                "hai kiểu bỏ dấu trong một tệp: {} và {}",
                named(first, second),
                named(second, first)
            );
            told(message, second.1.first(), sink);
        }
    }

    fn tell_letters(&self, sink: &Sink) {
        // Spellings of a word and its neighbour, by the word and by what they have in common.
        let mut twins: BTreeMap<(String, String), BTreeMap<String, Places>> = BTreeMap::new();
        for (text, span) in &self.texts {
            let mut cursor = Cursor::new(span);
            for pair in pairs(text) {
                // Pairs share a word with the next one.
                let first = pair.words.find(' ').unwrap_or(pair.words.len());
                let at = cursor.next(&text[pair.at..pair.at + first]);
                twins
                    .entry((pair.word, pair.same))
                    .or_default()
                    .entry(pair.words)
                    .or_default()
                    .add(at);
            }
        }
        // Beside a word and beside the next it is the same slip.
        let mut words: BTreeSet<&String> = BTreeSet::new();
        let twins = twins.iter().filter(|(_, spellings)| spellings.len() > 1);
        for spellings in twins.filter(|((word, _), _)| words.insert(word)).map(|(_, all)| all) {
            let each =
                spellings.iter().map(|(words, places)| format!("«{words}» ({})", places.told()));
            let message =
                format!("một từ viết hai cách: {}", each.collect::<Vec<_>>().join(" và "));
            told(message, spellings.values().last().and_then(Places::first), sink);
        }
    }
}

/// The words of a style, those that occur in the other style first.
fn named(own: &SpellingCounts, other: &SpellingCounts) -> String {
    let mut words: Vec<&String> = own.0.keys().collect();
    let in_both = |word: &String| other.0.keys().any(|own| fold_tone(own) == fold_tone(word));
    words.sort_by_key(|word| (!in_both(word), std::cmp::Reverse(own.0[*word])));
    let shown = words.iter().take(SHOWN).map(|word| format!("«{word}»"));
    format!("{} ({})", shown.collect::<Vec<_>>().join(", "), own.1.told())
}

/// A word without regard to where its tone stands.
fn fold_tone(word: &str) -> Vec<char> {
    use unicode_normalization::UnicodeNormalization;
    let mut letters: Vec<char> = word.nfd().collect();
    letters.sort_unstable();
    letters
}

fn told(message: String, at: Option<&Span>, sink: &Sink) {
    let hint = "được in như đã viết; nên thống nhất một cách, tên riêng giữ như quyết định đặt tên";
    let finding = Finding::new(Code::SpeltTwice, message).hint(hint);
    sink.push(finding.at_maybe(at.cloned()));
}
