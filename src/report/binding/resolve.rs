//! Puts what prose refers to in its place. Not for telling what is lacking ([`crate::validate::bindings`]).

use std::collections::BTreeMap;

use super::braces::{OPEN, Piece, pieces};
use super::grammar::{Read, read};
use super::path::{Binding, Fact, Passage, Writer};
use super::value::{Lack, value};
use crate::model::id::Id;
use crate::model::text::{Paragraph, Text};
use crate::report::due::Scope;
use crate::report::narrative::{LineView, Lines, plain};
use crate::report::scene::Scene;
use crate::rollup::rows::Row;
use crate::vietnamese::text::capitalised;

/// Something prose refers to that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Why.
    pub lack: Lack,
    /// The words printed in its place.
    pub words: String,
}

impl Gap {
    /// The gap a lack leaves in a report.
    #[must_use]
    pub fn of(scene: &Scene<'_>, lack: Lack) -> Self {
        Self { lack, words: scene.kind.words.get(lack.word()).to_owned() }
    }
}

/// Paragraphs as a template sees them, with everything they refer to put in.
#[must_use]
pub fn lines(scene: &Scene<'_>, text: &Text) -> Lines {
    let bound = |paragraph: &Paragraph| paragraph.line.as_str().contains(OPEN);
    if !text.paragraphs().iter().any(bound) {
        return plain(text);
    }
    text.paragraphs().iter().flat_map(|one| paragraph(scene, one)).collect()
}

/// What a path prints inside a sentence.
///
/// # Errors
/// It is not there.
pub fn resolve(scene: &Scene<'_>, binding: &Binding) -> Result<String, Gap> {
    let found = match binding {
        Binding::Own(fact) => value(scene, fact),
        Binding::OfUnit(unit, fact) => of_unit(scene, unit, fact),
        Binding::Words(unit, passage) => words(scene, unit, passage)
            .map(|lines| lines.into_iter().map(|one| one.chu).collect::<Vec<_>>().join(" ")),
    };
    found.map_err(|lack| Gap::of(scene, lack))
}

/// Whose text the scene's is.
#[must_use]
pub fn writer<'a>(scene: &Scene<'a>) -> Writer<'a> {
    match scene.scope {
        Scope::Unit(unit) => Writer::Unit(unit),
        Scope::Area | Scope::Missing(_) => Writer::Board,
    }
}

fn row<'s, 'a>(scene: &'s Scene<'a>, unit: &Id) -> Option<&'s Row<'a>> {
    scene.rows.iter().find(|row| row.unit.id == *unit)
}

fn of_unit(scene: &Scene<'_>, unit: &Id, fact: &Fact) -> Result<String, Lack> {
    let row = row(scene, unit).ok_or(Lack::NoData)?;
    value(&scene.of_unit(row), fact)
}

/// A unit's paragraphs, as its own report prints them.
fn words(scene: &Scene<'_>, unit: &Id, passage: &Passage) -> Result<Lines, Lack> {
    let row = row(scene, unit).ok_or(Lack::NoWords)?;
    let narrative = scene.words_of(row).ok_or(Lack::NoWords)?;
    let none = BTreeMap::new();
    let explanations = row.submitted.map_or(&none, |read| &read.explanations);
    let text = passage.of(narrative, explanations).ok_or(Lack::NoWords)?;
    Ok(lines(&scene.of_unit(row), text))
}

fn paragraph(scene: &Scene<'_>, paragraph: &Paragraph) -> Lines {
    let read = |piece| match piece {
        Piece::Words(words) => Part::Words(words),
        Piece::Braces(braces) => match read(&braces, scene.plan, writer(scene)) {
            Read::Bound(binding) => Part::Bound(binding),
            // A wrong path has refused the return it stands in.
            Read::Words | Read::Wrong(_) => Part::Words(braces.whole),
        },
    };
    let parts: Vec<Part<'_>> = pieces(paragraph.line.as_str()).into_iter().map(read).collect();
    if let [Part::Bound(Binding::Words(unit, passage))] = &parts[..] {
        let taken = words(scene, unit, passage).unwrap_or_default().into_iter();
        return taken.map(|one| LineView { gach: one.gach || paragraph.dash, ..one }).collect();
    }
    vec![LineView { gach: paragraph.dash, chu: sentence(scene, &parts) }]
}

enum Part<'t> {
    Words(&'t str),
    Bound(Binding),
}

fn sentence(scene: &Scene<'_>, parts: &[Part<'_>]) -> String {
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Part::Words(words) => out.push_str(words),
            Part::Bound(binding) => {
                let found = resolve(scene, binding).unwrap_or_else(|gap| gap.words);
                let begins = out.is_empty() || out.ends_with(". ");
                let found = if begins { capitalised(&found) } else { found };
                let taken = matches!(binding, Binding::Words(..)) && at + 1 < parts.len();
                // The sentence around a unit's words has a stop of its own.
                out.push_str(if taken { found.trim_end_matches(['.', ';']) } else { &found });
            }
        }
    }
    out
}
