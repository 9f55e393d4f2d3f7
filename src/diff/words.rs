//! Which words of a text are others than before. Not for which texts are held against each other ([`super::align`]).

use serde::Serialize;
use similar::{Algorithm, DiffOp, capture_diff_slices};

/// A stretch of a text.
#[derive(Debug, Clone, PartialEq, Eq, Serialize)]
pub struct Stretch {
    /// What became of it.
    pub dau: Mark,
    /// The words.
    pub chu: String,
}

/// What became of a stretch.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Serialize)]
pub enum Mark {
    /// It is as it was.
    #[serde(rename = "giu")]
    Kept,
    /// It is there no more.
    #[serde(rename = "bo")]
    Removed,
    /// It is new.
    #[serde(rename = "them")]
    Added,
}

/// The words of `old` and `new` in one line: what was kept, removed and added. A space between two words that changed changed
/// with them.
#[must_use]
pub fn compared(old: &str, new: &str) -> Vec<Stretch> {
    let (before, after) = (tokens(old), tokens(new));
    let mut pairs: Vec<(String, String, bool)> = Vec::new();
    for operation in capture_diff_slices(Algorithm::Myers, &before, &after) {
        let (_, of_old, of_new) = operation.as_tag_tuple();
        let (gone, come) = (before[of_old].concat(), after[of_new].concat());
        let kept = matches!(operation, DiffOp::Equal { .. });
        // Between two words that changed a lone space is no word that stayed.
        let between = kept && gone.trim().is_empty() && !pairs.is_empty();
        match pairs.last_mut() {
            Some(last) if !last.2 && (!kept || between) => {
                last.0.push_str(&gone);
                last.1.push_str(&come);
            }
            _ => pairs.push((gone, come, kept)),
        }
    }
    pairs.into_iter().flat_map(|(gone, come, kept)| stretches(&gone, &come, kept)).collect()
}

fn stretches(gone: &str, come: &str, kept: bool) -> Vec<Stretch> {
    if kept {
        return vec![Stretch { dau: Mark::Kept, chu: gone.to_owned() }];
    }
    // The space that ends both sides stayed.
    let tail = if gone.ends_with(' ') && come.ends_with(' ') { " " } else { "" };
    let cut = |text: &str| text[..text.len() - tail.len()].to_owned();
    let parts =
        [(Mark::Removed, cut(gone)), (Mark::Added, cut(come)), (Mark::Kept, tail.to_owned())];
    let parts = parts.into_iter().filter(|(_, text)| !text.is_empty());
    parts.map(|(dau, chu)| Stretch { dau, chu }).collect()
}

/// How much two texts have in common, from 0 to 100: their words, whatever their order.
#[must_use]
pub(crate) fn likeness(old: &str, new: &str) -> usize {
    let words = |text| {
        let mut words: Vec<&str> = tokens(text);
        words.retain(|word| word.chars().any(char::is_alphanumeric));
        words.sort_unstable();
        words
    };
    let (before, after) = (words(old), words(new));
    let (mut left, mut common) = (after.iter().peekable(), 0);
    for word in &before {
        while left.next_if(|other| *other < word).is_some() {}
        common += usize::from(left.next_if(|other| *other == word).is_some());
    }
    200 * common / (before.len() + after.len()).max(1)
}

/// Words, numbers, single signs and spaces. A number is whole with its points, commas and percent sign.
fn tokens(text: &str) -> Vec<&str> {
    let mut tokens = Vec::new();
    let mut start = 0;
    let mut characters = text.char_indices().peekable();
    while let Some((at, c)) = characters.next() {
        let next = characters.peek().map(|(_, next)| *next);
        let end = at + c.len_utf8();
        if !goes_on(c, next, text[start..at].chars().next_back()) {
            tokens.push(&text[start..end]);
            start = end;
        }
    }
    tokens
}

/// Whether a token goes on behind `c`.
fn goes_on(c: char, next: Option<char>, before: Option<char>) -> bool {
    let Some(next) = next else { return false };
    let digit = |c: char| c.is_ascii_digit();
    match c {
        '.' | ',' => before.is_some_and(digit) && digit(next),
        _ if c.is_alphanumeric() => {
            next.is_alphanumeric() || digit(c) && (next == '%' || ".,".contains(next))
        }
        _ => false,
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn marked(old: &str, new: &str) -> String {
        let shown = |one: &Stretch| match one.dau {
            Mark::Kept => one.chu.clone(),
            Mark::Removed => format!("[-{}-]", one.chu),
            Mark::Added => format!("{{+{}+}}", one.chu),
        };
        compared(old, new).iter().map(shown).collect()
    }

    #[test]
    fn only_the_words_that_changed_are_marked() {
        for (old, new, shown) in [
            (
                "đạt 92,53% (2.466 người).",
                "đạt 93% (2.470 người).",
                "đạt [-92,53%-]{+93%+} ([-2.466-]{+2.470+} người).",
            ),
            ("mưa chính vụ, cà phê", "mưa nhỏ, cà phê", "mưa [-chính vụ-]{+nhỏ+}, cà phê"),
            ("một hai ba", "một ba", "một [-hai -]ba"),
            ("một ba", "một hai ba", "một {+hai +}ba"),
            ("như cũ", "như cũ", "như cũ"),
            ("", "mới", "{+mới+}"),
        ] {
            assert_eq!(marked(old, new), shown);
        }
    }

    #[test]
    fn both_texts_can_be_read_from_the_marked_one() {
        let texts = ["Có 5, 6 và 7.", "Có 5,6 và 7", "và 7. Có", "x", " a  b "];
        for (old, new) in texts.iter().flat_map(|old| texts.iter().map(move |new| (*old, *new))) {
            let stretches = compared(old, new);
            let without = |mark: Mark| -> String {
                stretches.iter().filter(|one| one.dau != mark).map(|one| one.chu.as_str()).collect()
            };
            assert_eq!(
                (without(Mark::Added), without(Mark::Removed)),
                (old.to_string(), new.to_string())
            );
        }
    }

    #[test]
    fn what_has_more_words_in_common_is_more_alike() {
        assert_eq!(likeness("a b c", "c b a"), 100);
        assert_eq!(likeness("a b", "c d"), 0);
        assert!(likeness("a b c d", "a b c x") > likeness("a b c d", "a x y z"));
    }
}
