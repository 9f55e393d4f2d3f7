//! Texts as they are after a document came back, put together from their paragraphs. Not for the files they stand in
//! ([`super::merge`]).

use std::collections::{BTreeMap, BTreeSet};

use super::printed::{PartPlace, PlaceNumber, Printed, TextKey, TextPlace};
use super::refusal::Refusal;
use super::snapshot::Written;
use super::units::{Unit, as_before};
use crate::model::text::Line;

/// A paragraph of a text.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextParagraph {
    /// How it is typed.
    pub(crate) source: String,
    /// Whether it is an item.
    pub(crate) item: bool,
    /// Which of the text's paragraphs it was, if it is as it was.
    pub(crate) kept: Option<usize>,
    /// Which of the text's paragraphs its words come from.
    pub(crate) from: Vec<usize>,
}

/// A text that changed.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct TextChange {
    /// Which.
    pub(crate) key: TextKey,
    /// What the draft was made of.
    pub(crate) before: Vec<(usize, TextParagraph)>,
    /// What came back.
    pub(crate) after: Vec<TextParagraph>,
}

/// The texts that changed, and why others stay as they are.
#[must_use]
pub(crate) fn changes(
    printed: &Printed<'_>,
    units: &[&Unit],
    refused: &BTreeSet<PlaceNumber>,
) -> (Vec<TextChange>, Vec<Refusal>) {
    let mut refusals = Vec::new();
    let mut found: BTreeMap<&TextKey, Vec<Option<TextChange>>> = BTreeMap::new();
    for (number, place) in printed.places.iter().enumerate() {
        if refused.contains(&number) {
            found.entry(&place.key).or_default().push(None);
            continue;
        }
        let own: Vec<&Unit> = units.iter().copied().filter(|unit| unit.place == number).collect();
        match change(printed, place, &own) {
            Ok(Some(change)) => found.entry(&place.key).or_default().push(Some(change)),
            Ok(None) => {}
            Err(refusal) => {
                refusals.push(refusal);
                found.entry(&place.key).or_default().push(None);
            }
        }
    }
    let mut changes = Vec::new();
    for (key, copies) in found {
        // One that is refused keeps the text as it is wherever it is printed.
        let Some(mut all) = copies.into_iter().collect::<Option<Vec<_>>>() else { continue };
        let Some(first) = all.pop() else { continue };
        if all.iter().all(|other| other.after == first.after) {
            changes.push(first);
        } else {
            refusals.push(Refusal::Copies { key: key.clone() });
        }
    }
    (changes, refusals)
}

/// What became of a text, if it changed.
fn change(
    printed: &Printed<'_>,
    place: &TextPlace,
    units: &[&Unit],
) -> Result<Option<TextChange>, Refusal> {
    let key = &place.key;
    let written = |part: PartPlace| printed.written(part).expect("a part of a text is somebody's");
    let mut after: Vec<TextParagraph> = Vec::new();
    for unit in units {
        if unit.braces {
            let words = unit.source.clone();
            return Err(Refusal::Braces { key: key.clone(), words });
        }
        after.push(paragraph(printed, place, unit));
    }
    let parts: Vec<usize> = place.parts.iter().map(|part| written(*part).thu).collect();
    let kept: Vec<Option<usize>> = after.iter().map(|one| one.kept).collect();
    if kept.iter().copied().eq(parts.iter().map(|thu| Some(*thu))) {
        return Ok(None);
    }
    for part in &place.parts {
        let own = written(*part);
        if !kept.contains(&Some(own.thu))
            && let Some(why) = lock(printed, *part, own)
        {
            let (key, words) = (key.clone(), own.text());
            return Err(Refusal::Locked { key, why, words });
        }
    }
    let before = place.parts.iter().map(|part| {
        let own = written(*part);
        let source = Line::new(&own.goc).as_str().to_owned();
        let paragraph =
            TextParagraph { source, item: own.gach, kept: Some(own.thu), from: vec![own.thu] };
        (own.thu, paragraph)
    });
    Ok(Some(TextChange { key: key.clone(), before: before.collect(), after }))
}

/// Why a part cannot be changed in Word, if it cannot.
fn lock(printed: &Printed<'_>, part: PartPlace, own: &Written) -> Option<String> {
    let squeezed = |text: &str| text.split_whitespace().collect::<String>();
    let whole = squeezed(&as_before(printed, part)) == squeezed(Line::new(&own.goc).as_str());
    let other = || {
        (!whole).then(|| "chỉ một phần của đoạn được in nên không sửa được trong Word".to_owned())
    };
    own.khong_sua.clone().or_else(other)
}

fn paragraph(printed: &Printed<'_>, place: &TextPlace, unit: &Unit) -> TextParagraph {
    let own =
        |part: &PartPlace| place.parts.contains(part).then(|| printed.written(*part)).flatten();
    let from: Vec<usize> = unit.parts.iter().filter_map(own).map(|written| written.thu).collect();
    let same = match unit.parts.as_slice() {
        [part] => own(part).filter(|written| {
            written.gach == unit.item && as_before(printed, *part) == unit.source
        }),
        _ => None,
    };
    match same {
        Some(written) => TextParagraph {
            source: Line::new(&written.goc).as_str().to_owned(),
            item: written.gach,
            kept: Some(written.thu),
            from,
        },
        None => TextParagraph { source: unit.source.clone(), item: unit.item, kept: None, from },
    }
}
