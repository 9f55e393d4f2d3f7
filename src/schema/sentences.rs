//! The shape of `cau-chu.yaml`, the phrase bank: the sentences there are, each explained by what it says now. An office may
//! add its own. Not for their names in other files.

use std::collections::BTreeMap;

use super::shape::Shape;
use super::template_names::TemplateNames;

/// Sentences by the parts of their keys.
#[derive(Default)]
struct SentenceGroup<'n> {
    sentence: Option<&'n str>,
    below: BTreeMap<&'n str, SentenceGroup<'n>>,
}

/// The schema of a phrase bank.
#[must_use]
pub(crate) fn bank(names: &TemplateNames) -> Shape {
    let mut all = SentenceGroup::default();
    for (key, sentence) in &names.sentences {
        let parts = key.split('.');
        let place = parts.fold(&mut all, |group, part| group.below.entry(part).or_default());
        place.sentence = Some(sentence);
    }
    shape(&all).named("Kho câu")
}

fn shape(group: &SentenceGroup<'_>) -> Shape {
    match group.sentence {
        Some(sentence) => Shape::line().told(sentence),
        None => Shape::known_keys(group.below.iter().map(|(key, below)| (*key, shape(below)))),
    }
}
