//! Words that are written with `i` or with `y`, both in use: `bác sĩ` and `bác sỹ`. A word is known again by the word
//! beside it, since `tỉ mỉ` is no slip beside `tỷ lệ`. Not for the place of tones ([`super::tone_style`]).

use super::syllable::{lower, vowel};

/// A word with its neighbour that could be written with the other letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Pair {
    /// Where it starts, in bytes.
    pub at: usize,
    /// Both words in lower case, as typed.
    pub words: String,
    /// The same with every such `y` written `i`: equal for both spellings.
    pub same: String,
    /// The word of the two that could be written so, with `i`.
    pub word: String,
}

/// Every such word of `text` with the word before it and with the word behind it. Text has to be composed (NFC).
#[must_use]
pub fn pairs(text: &str) -> Vec<Pair> {
    if !text.char_indices().any(|(at, c)| is_open(text, at, c)) {
        return Vec::new();
    }
    let words: Vec<(usize, &str)> = words(text).collect();
    let beside = |two: &[(usize, &str)]| {
        let [(at, first), (next, second)] = two else { return None };
        let gap = &text[at + first.len()..*next];
        let word = [second, first].into_iter().find(|word| has_twin(word))?;
        gap.trim_matches(' ').is_empty().then(|| Pair {
            at: *at,
            words: format!("{first} {second}").to_lowercase(),
            same: format!("{} {}", with_i(first), with_i(second)),
            word: with_i(word),
        })
    };
    words.windows(2).filter_map(beside).collect()
}

/// Whether the letter at `at` ends a word of two letters such as `sĩ`.
fn is_open(text: &str, at: usize, c: char) -> bool {
    is_i_or_y(c)
        && text[..at].ends_with(is_onset)
        && !text[at + c.len_utf8()..].starts_with(char::is_alphabetic)
}

fn has_twin(word: &str) -> bool {
    let mut letters = word.chars();
    letters.next().is_some_and(is_onset)
        && letters.next().is_some_and(is_i_or_y)
        && letters.next().is_none()
}

fn is_onset(c: char) -> bool {
    matches!(lower(c), 'h' | 'k' | 'l' | 'm' | 's' | 't' | 'v')
}

fn is_i_or_y(c: char) -> bool {
    vowel(c).is_some_and(|(letter, _)| matches!(letter, 'i' | 'y'))
}

/// The word in lower case, such a `y` as `i`.
fn with_i(word: &str) -> String {
    let small = word.to_lowercase();
    if !has_twin(word) {
        return small;
    }
    small.chars().map(|c| "ỳýỷỹỵy".find(c).map_or(c, |_| i_for(c))).collect()
}

fn i_for(y: char) -> char {
    match y {
        'ỳ' => 'ì',
        'ý' => 'í',
        'ỷ' => 'ỉ',
        'ỹ' => 'ĩ',
        'ỵ' => 'ị',
        _ => 'i',
    }
}

fn words(text: &str) -> impl Iterator<Item = (usize, &str)> {
    let mut rest = 0;
    text.split(|c: char| !c.is_alphabetic()).filter_map(move |word| {
        let at = rest;
        rest += word.len();
        rest += text[rest..].chars().next().map_or(0, char::len_utf8);
        (!word.is_empty()).then_some((at, word))
    })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn two_spellings_of_a_word_are_the_same_beside_the_same_word() {
        let text = "Bác sĩ của trạm, bác sỹ tăng cường; tỉ mỉ, tỷ lệ và vị trí.";
        let found = pairs(text);
        let same: Vec<_> = found
            .iter()
            .filter(|pair| pair.same == "bác sĩ")
            .map(|pair| pair.words.as_str())
            .collect();
        assert_eq!(same, ["bác sĩ", "bác sỹ"]);
        assert!(found.iter().all(|pair| text[pair.at..].to_lowercase().starts_with(&pair.words)));
        assert!(pairs("Chỉ nghĩ về thị xã").is_empty());
    }
}
