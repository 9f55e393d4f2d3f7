//! Finds what prose refers to. Not for how a paragraph is put together ([`super::prose`]), nor for telling what is lacking,
//! which a review does ([`crate::review::bindings`]).

use std::collections::BTreeMap;

use super::prose::{self, BELOW, Lead, Printed, joined};
use super::sentence::Part;
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

/// Something prose refers to that is not there.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Gap {
    /// Why.
    pub(crate) lack: Lack,
    /// The words that say so.
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
    joined(text.paragraphs().iter().map(|one| paragraph(views, one)).collect())
}

/// What a path prints inside a sentence, before the words `behind` it.
///
/// # Errors
/// It is not there, or words would stand where a number is counted in something.
pub(crate) fn resolve(
    views: &ViewTable<'_>,
    binding: &Binding,
    behind: &str,
) -> Result<String, Gap> {
    let found = match binding {
        Binding::Own(fact) => value(views, fact),
        Binding::OfUnit(unit, fact) => unit_value(views, unit, fact),
        Binding::Words(unit, passage) => words(views, unit, passage)
            .map(|lines| lines.into_iter().map(|one| one.chu).collect::<Vec<_>>().join(" ")),
    };
    let none = views.context.kind.words.get("khong_phat_sinh");
    // A word in brackets may follow, that says it is provisional.
    let is_none = |found: &str| {
        found.strip_prefix(none).is_some_and(|rest| rest.is_empty() || rest.starts_with(" ("))
    };
    let found = found.and_then(|found| match binding {
        Binding::Own(fact) | Binding::OfUnit(_, fact)
            if is_none(&found) && is_counted(views, fact, behind) =>
        {
            Err(Lack::NoneArose)
        }
        _ => Ok(found),
    });
    found.map_err(|lack| Gap::new(&views.context, lack))
}

/// Whether the words behind a fact name what its number counts, so that no word may stand there.
fn is_counted(views: &ViewTable<'_>, fact: &Fact, behind: &str) -> bool {
    let plan = views.context.plan();
    let measure = match fact {
        Fact::Figure(id, _) => plan.figure(id.as_str()).map(|figure| &figure.measure),
        Fact::Target(id, _) => plan.target(id.as_str()).map(|target| &target.unit),
        _ => None,
    };
    let Some(measure) = measure else { return false };
    let counted = behind.trim_start().strip_prefix(measure.as_str());
    let named = counted.is_some_and(|rest| !rest.starts_with(char::is_alphanumeric));
    behind.starts_with(['%', '/']) || !measure.is_empty() && named
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
    let printed = lines(views.unit(index), text);
    if printed.is_empty() { Err(Lack::NoWords) } else { Ok(printed) }
}

fn paragraph(views: &ViewTable<'_>, paragraph: &Paragraph) -> Printed {
    let (dash, typed) = (paragraph.dash, paragraph.line.as_str());
    let parts: Vec<Segment<'_>> =
        pieces(typed).into_iter().map(|one| segment(views, one)).collect();
    if let [Segment::Bound(Binding::Words(unit, passage), _)] = &parts[..] {
        let taken = words(views, unit, passage).unwrap_or_default().into_iter();
        let item = |one: &LineView| one.gach || dash && !one.chu.starts_with(BELOW);
        let lines = taken.map(|one| LineView { gach: item(&one), ..one }).collect();
        return Printed { dash, quoted: true, lead: Lead::None, lines };
    }
    let leads = typed.trim_end().ends_with(':');
    prose::paragraph(dash, leads, parts.into_iter().map(|one| part(views, one)).collect())
}

enum Segment<'t> {
    Words(&'t str),
    Bound(Binding, &'t str),
}

fn segment<'t>(views: &ViewTable<'_>, piece: Piece<'t>) -> Segment<'t> {
    let context = &views.context;
    match piece {
        Piece::Words(words) => Segment::Words(words),
        Piece::Braces(braces) => match read(&braces, context.plan(), writer(context)) {
            BraceContent::Bound(binding) => Segment::Bound(binding, braces.behind),
            // A wrong path has refused the return it stands in.
            BraceContent::Words | BraceContent::Wrong(_) => Segment::Words(braces.whole),
        },
    }
}

fn part<'t>(views: &ViewTable<'_>, segment: Segment<'t>) -> Part<'t> {
    let (binding, behind) = match segment {
        Segment::Words(words) => return Part::Typed(words),
        Segment::Bound(binding, behind) => (binding, behind),
    };
    let Ok(found) = resolve(views, &binding, behind) else { return Part::Missing };
    if matches!(binding, Binding::Words(..)) {
        return Part::Quoted(found);
    }
    let word = views.context.kind.words.get("tam_tinh");
    match found.strip_suffix(&format!(" ({word})")) {
        Some(value) => Part::Provisional(value.to_owned(), word.to_owned()),
        None => Part::Found(found),
    }
}
