//! What a report prints of a fact. Not for how it comes about.

use crate::binding::Fact;
use crate::report::binding::Gap;
use crate::report::binding::value::value;
use crate::report::views::table::ViewTable;

/// Version of the JSON form; it rises when the meaning of a key changes.
pub(crate) const VERSION: u8 = 1;

/// What a report prints of a fact, or the words for why it cannot.
#[must_use]
pub(crate) fn printed(views: &ViewTable<'_>, fact: &Fact) -> String {
    value(views, fact).unwrap_or_else(|lack| Gap::new(&views.context, lack).words)
}
