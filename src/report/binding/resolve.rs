//! Puts what prose refers to in its place. Not for telling what is lacking, which a review does
//! ([`crate::review::bindings`]).

use std::collections::BTreeMap;

use super::value::{Lack, value};
use crate::binding::braces::{OPEN, Piece, pieces};
use crate::binding::grammar::{BraceContent, read};
use crate::binding::path::{Binding, Fact, Passage, Writer};
use crate::model::id::Id;
use crate::model::text::{Paragraph, Text};
use crate::report::context::ReportContext;
use crate::report::due::Scope;
use crate::report::views::table::ViewTable;
use crate::report::views::text::{LineView, Lines, plain};
use crate::vietnamese::text::capitalised;

/// Something prose refers to that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Why.
    pub(crate) lack: Lack,
    /// The words printed in its place.
    pub(crate) words: String,
}

impl Gap {
    /// The gap a lack leaves in a report.
    #[must_use]
    pub(crate) fn new(context: &ReportContext<'_>, lack: Lack) -> Self {
        Self { lack, words: context.kind.words.get(lack.word()).to_owned() }
    }
}

/// Paragraphs as a template sees them, with everything they refer to put in.
#[must_use]
pub fn lines(views: &ViewTable<'_>, text: &Text) -> Lines {
    let bound = |paragraph: &Paragraph| paragraph.line.as_str().contains(OPEN);
    if !text.paragraphs().iter().any(bound) {
        return plain(text);
    }
    text.paragraphs().iter().flat_map(|one| paragraph(views, one)).collect()
}

/// What a path prints inside a sentence.
///
/// # Errors
/// It is not there.
pub(crate) fn resolve(views: &ViewTable<'_>, binding: &Binding) -> Result<String, Gap> {
    let found = match binding {
        Binding::Own(fact) => value(views, fact),
        Binding::OfUnit(unit, fact) => unit_value(views, unit, fact),
        Binding::Words(unit, passage) => words(views, unit, passage)
            .map(|lines| lines.into_iter().map(|one| one.chu).collect::<Vec<_>>().join(" ")),
    };
    found.map_err(|lack| Gap::new(&views.context, lack))
}

/// Whose text the context's is.
#[must_use]
pub(crate) fn writer<'a>(context: &ReportContext<'a>) -> Writer<'a> {
    match context.scope() {
        Scope::Unit(unit) => Writer::Unit(unit),
        Scope::Area | Scope::Missing(_) => Writer::Board,
    }
}

/// The place of a unit's row.
fn row_index(views: &ViewTable<'_>, unit: &Id) -> Option<usize> {
    views.context.rows().iter().position(|row| row.unit.id == *unit)
}

fn unit_value(views: &ViewTable<'_>, unit: &Id, fact: &Fact) -> Result<String, Lack> {
    value(views.unit(row_index(views, unit).ok_or(Lack::NoData)?), fact)
}

/// A unit's paragraphs, as its own report prints them.
fn words(views: &ViewTable<'_>, unit: &Id, passage: &Passage) -> Result<Lines, Lack> {
    let index = row_index(views, unit).ok_or(Lack::NoWords)?;
    let row = &views.context.rows()[index];
    let narrative = views.context.words_of(row).ok_or(Lack::NoWords)?;
    let none = BTreeMap::new();
    let explanations = row.submitted.map_or(&none, |read| &read.explanations);
    let text = passage.of(narrative, explanations).ok_or(Lack::NoWords)?;
    Ok(lines(views.unit(index), text))
}

fn paragraph(views: &ViewTable<'_>, paragraph: &Paragraph) -> Lines {
    let context = &views.context;
    let read = |piece| match piece {
        Piece::Words(words) => Segment::Words(words),
        Piece::Braces(braces) => match read(&braces, context.plan(), writer(context)) {
            BraceContent::Bound(binding) => Segment::Bound(binding),
            // A wrong path has refused the return it stands in.
            BraceContent::Words | BraceContent::Wrong(_) => Segment::Words(braces.whole),
        },
    };
    let parts: Vec<Segment<'_>> = pieces(paragraph.line.as_str()).into_iter().map(read).collect();
    if let [Segment::Bound(Binding::Words(unit, passage))] = &parts[..] {
        let taken = words(views, unit, passage).unwrap_or_default().into_iter();
        return taken.map(|one| LineView { gach: one.gach || paragraph.dash, ..one }).collect();
    }
    vec![LineView { gach: paragraph.dash, chu: sentence(views, &parts) }]
}

enum Segment<'t> {
    Words(&'t str),
    Bound(Binding),
}

fn sentence(views: &ViewTable<'_>, parts: &[Segment<'_>]) -> String {
    let mut out = String::new();
    for (at, part) in parts.iter().enumerate() {
        match part {
            Segment::Words(words) => out.push_str(words),
            Segment::Bound(binding) => {
                let found = resolve(views, binding).unwrap_or_else(|gap| gap.words);
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
