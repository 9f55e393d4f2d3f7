//! Words that are written with `i` or with `y`, both in use: `bác sĩ` and `bác sỹ`. A word is known again by the word
//! beside it, since `tỉ mỉ` is no slip beside `tỷ lệ`. Not for the place of tones ([`super::tone_style`]).

/// A word with its neighbour that could be written with the other letter.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Pair {
    /// Where it starts, in bytes.
    pub(crate) at: usize,
    /// Both words in lower case, as typed.
    pub(crate) words: String,
    /// The same with every such `y` written `i`: equal for both spellings.
    pub(crate) same: String,
    /// The word of the two that could be written so, with `i`.
    pub(crate) word: String,
}

/// Words that could be written with the other letter: which of them a text has with `i` and which with `y`.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub(crate) struct Letters {
    with_i: u64,
    with_y: u64,
}

impl Letters {
    /// Those of `text`, in one pass.
    #[must_use]
    pub(crate) fn of(text: &str) -> Self {
        let mut found = Self::default();
        let mut before = [' '; 3];
        for c in text.chars().chain([' ']) {
            let [gap, onset, end] = before;
            before = [onset, end, c];
            if let Some((word, is_y)) =
                open(onset, end).filter(|_| !gap.is_alphabetic() && !c.is_alphabetic())
            {
                *(if is_y { &mut found.with_y } else { &mut found.with_i }) |= 1 << word;
            }
        }
        found
    }

    /// Those of both.
    pub(crate) fn add(&mut self, other: Self) {
        self.with_i |= other.with_i;
        self.with_y |= other.with_y;
    }

    /// Whether some word is there with both letters.
    #[must_use]
    pub(crate) fn differ(self) -> bool {
        self.with_i & self.with_y != 0
    }
}

/// Which word an onset and an `i` or `y` make, and whether it is `y`.
fn open(onset: char, end: char) -> Option<(usize, bool)> {
    let (tone, is_y) = match end {
        'i' | 'I' => (0, false),
        'ì' | 'Ì' => (1, false),
        'ỉ' | 'Ỉ' => (2, false),
        'ĩ' | 'Ĩ' => (3, false),
        'í' | 'Í' => (4, false),
        'ị' | 'Ị' => (5, false),
        'y' | 'Y' => (0, true),
        'ỳ' | 'Ỳ' => (1, true),
        'ỷ' | 'Ỷ' => (2, true),
        'ỹ' | 'Ỹ' => (3, true),
        'ý' | 'Ý' => (4, true),
        'ỵ' | 'Ỵ' => (5, true),
        _ => return None,
    };
    let onset = "hklmstv".find(onset.to_ascii_lowercase())?;
    Some((onset * 6 + tone, is_y))
}

/// Every such word of `text` with the word before it and with the word behind it. Text has to be composed (NFC).
#[must_use]
pub(crate) fn pairs(text: &str) -> Vec<Pair> {
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

fn has_twin(word: &str) -> bool {
    let mut letters = word.chars();
    let (onset, end) = (letters.next(), letters.next());
    letters.next().is_none()
        && onset.zip(end).is_some_and(|(onset, end)| open(onset, end).is_some())
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

    #[test]
    fn a_text_has_a_word_with_both_letters_or_not() {
        let differ = |text| Letters::of(text).differ();
        assert!(differ("bác sĩ và bác sỹ") && differ("Tỷ lệ, tỉ mỉ") && differ("LÝ do, lí do"));
        assert!(!differ("kỳ này, kỷ luật, tỷ lệ, vị trí, y tế, quý, quí") && !differ("thị, thỵ"));
    }
}
