//! What cannot be judged of a document, said so that somebody looks at it. Not for what deviates.

use crate::inspect::parts::DocumentParts;
use crate::inspect::parts::page::PageParts;
use crate::inspect::table::{RuleTable, UnjudgedWhen};

/// What of the table cannot be judged, as far as the document has any of it.
pub(crate) fn of(parts: &DocumentParts, table: &RuleTable) -> Vec<String> {
    let concerned = table.unjudged.iter().filter(|unjudged| holds(parts, unjudged.when));
    concerned.map(|unjudged| unjudged.text.clone()).collect()
}

fn holds(parts: &DocumentParts, when: UnjudgedWhen) -> bool {
    let mut pages = parts.pages.iter();
    match when {
        UnjudgedWhen::Always => true,
        UnjudgedWhen::Table => pages.any(|page| !page.tables.is_empty()),
        UnjudgedWhen::Chart => pages.any(|page| !page.charts.is_empty()),
        UnjudgedWhen::Landscape => pages.any(PageParts::landscape),
        UnjudgedWhen::Image => pages.any(|page| page.images > 0),
        UnjudgedWhen::Appendix => !parts.appendices.is_empty(),
        UnjudgedWhen::Joint => parts.closing.joint,
        UnjudgedWhen::NoType => parts.head.kind.is_none() && !parts.head.letter,
    }
}
