//! What a form holds for one unit once it was read. Not for reading it ([`super::unit_form`]) and not for what that changes in a
//! return ([`super::drafts`]).

use chrono::NaiveDate;

use crate::diagnostic::Finding;
use crate::import::rows::TableValue;
use crate::import::text_edit::KeyPath;

/// A text somebody typed.
#[derive(Debug, Clone)]
pub(crate) struct TypedText {
    /// Where it stands in a return.
    pub(crate) path: KeyPath,
    /// The text.
    pub(crate) text: String,
}

/// What a form holds for one unit.
#[derive(Debug, Default)]
pub(crate) struct Filled<'p> {
    /// Its values.
    pub(crate) values: Vec<TableValue<'p>>,
    /// Its texts.
    pub(crate) texts: Vec<TypedText>,
    /// The as-of date.
    pub(crate) as_of: Option<NaiveDate>,
    /// What is wrong with cells, and what is not imported.
    pub(crate) findings: Vec<Finding>,
}

impl Filled<'_> {
    /// Whether nothing is filled in.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        self.values.is_empty() && self.texts.is_empty() && self.as_of.is_none()
    }
}
