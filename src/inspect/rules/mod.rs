//! The rules: hold the components of a document against what a regulation asks of them. Not for finding the components
//! ([`super::parts`]), nor for what is asked ([`super::table`]).

mod abbreviations;
mod appendix;
mod attachment;
mod body;
mod characters;
mod closing;
mod head;
mod inspector;
mod legal_bases;
mod letter;
mod margin_lines;
mod margins;
mod names;
mod number_date;
mod pages;
mod paragraphs;
mod recipients;
mod signature_page;
mod text_block;
mod thousands;
mod title;
mod torn;
mod unjudged;
mod wording;
mod words;
mod written_dates;

use self::inspector::Inspector;
use super::inspection::Inspection;
use super::parts::DocumentParts;
use super::table::RuleTable;
use super::wording_rule::Wording;

/// Holds a document against a table.
pub(crate) fn inspect(parts: &DocumentParts, table: &RuleTable, wording: &Wording) -> Inspection {
    let mut inspector = Inspector::new(table);
    pages::check(parts, &mut inspector);
    characters::check(parts, &mut inspector);
    head::check(parts, &mut inspector);
    body::check(parts, &mut inspector);
    letter::check(parts, &mut inspector);
    closing::check(parts, &mut inspector);
    appendix::check(parts, &mut inspector);
    signature_page::check(parts, &mut inspector);
    abbreviations::check(parts, &wording.name_words, &mut inspector);
    words::check(parts, wording, &mut inspector);
    closing::deputy(parts, &mut inspector);
    Inspection {
        profile: table.name.clone(),
        regulation: table.regulation.clone(),
        deviations: inspector.into_deviations(),
        unjudged: unjudged::of(parts, table),
        pages: parts.pages.len(),
    }
}
