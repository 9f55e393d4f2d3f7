//! Holds a finished PDF against a format profile: what is printed where, in which face and size. It shares neither code
//! nor numbers with what lays pages out, so it can judge our own pages as well as a word processor's.
//!
//! 1. [`pdf`] takes glyphs and drawn lines out of the file; [`text`] puts them together to words and lines, by
//!    position alone.
//! 2. `parts` says which lines are which component, by place and words.
//! 3. [`table`] is what a regulation asks by each [`rule`]: data, in `report-templates/the-thuc-kiem-tra/`; [`wording_rule`]
//!    what components may and must say, for all of them.
//! 4. `rules` holds one against the other; [`inspection`] is what deviates, and [`tell`] words it.

#![expect(
    clippy::float_arithmetic,
    reason = "positions on a page are measured, not counted; no figure of a report passes here"
)]

pub mod error;
pub mod inspection;
mod parts;
pub mod pdf;
pub(crate) mod requirement;
pub mod rule;
mod rules;
pub mod table;
pub mod tell;
pub mod text;
pub(crate) mod wording_rule;

use self::error::InspectionError;
use self::inspection::Inspection;
use self::parts::DocumentParts;
use self::parts::date_line::day_in_force;
use self::parts::head::PageVocabulary;
use self::pdf::page::PdfPage;
use self::pdf::reader;
use self::rule::Rule;
use self::table::RuleTables;

/// Inspects the PDF in `bytes` against the profile of that name, or the one in force on the date it prints.
///
/// # Errors
/// No PDF, no text in it, or no such profile.
pub fn inspect(
    bytes: &[u8],
    tables: &RuleTables,
    profile: Option<&str>,
) -> Result<Inspection, InspectionError> {
    let pages = reader::pages(bytes)?;
    if pages.is_empty() {
        return Err(InspectionError::NoPages);
    }
    if pages.iter().all(is_blank) {
        return Err(InspectionError::NoText);
    }
    let parts = DocumentParts::find(pages, &vocabulary(tables));
    let date = parts.head.date.as_ref().and_then(|line| day_in_force(&line.text()));
    let table = match (profile, date) {
        (Some(name), _) => tables.named(name)?,
        (None, Some(date)) => tables.on(date)?,
        (None, None) => tables.latest()?,
    };
    Ok(rules::inspect(&parts, table, &tables.wording))
}

/// Whether a page has no text, or none that says what it stands for.
fn is_blank(page: &PdfPage) -> bool {
    page.glyphs.iter().all(|glyph| glyph.text.is_empty())
}

fn vocabulary(tables: &RuleTables) -> PageVocabulary {
    PageVocabulary {
        kinds: tables.names(Rule::DocumentType),
        superiors: tables.names(Rule::SuperiorBody),
        bodies: tables.names(Rule::IssuingBody),
        beginnings: tables.wording.beginnings.clone(),
    }
}
