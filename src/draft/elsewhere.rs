//! Sentences that were cut out in one place and put in at another, with the numbers in them. Not for whole paragraphs
//! ([`super::align`]).

use super::held::{Held, HeldToken, Label, Removed, ValuePlace};
use super::printed::Printed;

/// So many words have to be the same.
const LEAST: usize = 4;

/// Gives the words of sentences that stand elsewhere now their numbers back.
pub(crate) fn found_again(printed: &Printed<'_>, held: &mut [Held]) {
    let removed: Vec<Removed> = held.iter().flat_map(|one| one.removed.clone()).collect();
    for removed in &removed {
        let found = held.iter_mut().find_map(|one| give_back(printed, one, removed));
        for value in found.into_iter().flatten() {
            for one in held.iter_mut() {
                one.touched.remove(&value);
            }
        }
    }
}

/// Looks for a sentence among the new words of a group; the numbers it had.
fn give_back(printed: &Printed<'_>, held: &mut Held, removed: &Removed) -> Option<Vec<ValuePlace>> {
    let sign = |word: &String| !word.chars().any(char::is_alphanumeric);
    let words = &removed.words;
    let start = words.iter().take_while(|word| sign(word)).count();
    let behind = words.iter().rev().take_while(|word| sign(word)).count();
    let range = start..words.len().saturating_sub(behind);
    let words = words.get(range.clone()).filter(|words| words.len() >= LEAST)?;
    let labels = &removed.labels[range];
    let file = |part| printed.written(part).map(|written| &written.tep);
    for (_, tokens) in &mut held.paragraphs {
        let fits = |all: &[HeldToken]| {
            let same = all.iter().map(|one| &one.token.word).eq(words.iter());
            same && all.iter().zip(labels).all(|(one, label)| {
                let value = matches!(label, Label::Value(..));
                !value || one.label == Label::New
            })
        };
        let Some(at) = tokens.windows(words.len()).position(fits) else { continue };
        let other = tokens.iter().find_map(|one| one.label.part().or(one.control));
        let own = labels.iter().find_map(|label| label.part());
        if let (Some(other), Some(own)) = (other, own)
            && file(other) != file(own)
        {
            continue;
        }
        let mut values = Vec::new();
        for (token, label) in tokens[at..].iter_mut().zip(labels) {
            if let Label::Value(value, _) = label {
                token.label = *label;
                values.push(*value);
            }
        }
        return Some(values);
    }
    None
}
