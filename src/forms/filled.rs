//! What a form holds for one unit once it was read. Not for reading it ([`super::unit_form`]) and not for what that changes in a
//! return ([`super::drafts`]).

use chrono::NaiveDate;

use crate::diagnostic::Finding;
use crate::import::rows::TableValue;
use crate::import::text_edit::{KeyPath, TextEdit};
use crate::source::Span;

/// A text somebody typed.
#[derive(Debug, Clone)]
pub(crate) struct TypedText {
    /// Where it stands in a return.
    pub(crate) path: KeyPath,
    /// The text.
    pub(crate) text: String,
}

/// A document somebody listed.
#[derive(Debug, Clone)]
pub(crate) struct TypedDocument {
    /// Its kind.
    pub(crate) kind: String,
    /// Its number and symbol.
    pub(crate) number: Option<String>,
    /// Its date.
    pub(crate) date: Option<NaiveDate>,
    /// What it is about.
    pub(crate) subject: Option<String>,
    /// Its first cell.
    pub(crate) span: Span,
}

impl TypedDocument {
    /// Whether another row says the same.
    #[must_use]
    pub(crate) fn is_same(&self, other: &Self) -> bool {
        let said =
            |one: &Self| (one.kind.clone(), one.number.clone(), one.date, one.subject.clone());
        said(self) == said(other)
    }
}

/// What a form holds for one unit.
#[derive(Debug, Default)]
pub(crate) struct Filled<'p> {
    /// Its values.
    pub(crate) values: Vec<TableValue<'p>>,
    /// Its texts.
    pub(crate) texts: Vec<TypedText>,
    /// The documents it lists.
    pub(crate) documents: Vec<TypedDocument>,
    /// What documents the file lists are to say, and which of them go.
    pub(crate) listed: Vec<TextEdit>,
    /// What is to say nothing any more: the keys of texts and figures.
    pub(crate) cleared: Vec<KeyPath>,
    /// The as-of date.
    pub(crate) as_of: Option<NaiveDate>,
    /// What is wrong with cells, and what is not imported.
    pub(crate) findings: Vec<Finding>,
}

impl Filled<'_> {
    /// Whether nothing is filled in.
    #[must_use]
    pub(crate) fn is_empty(&self) -> bool {
        let documents = self.documents.is_empty() && self.listed.is_empty();
        let texts = self.texts.is_empty() && documents;
        self.values.is_empty() && texts && self.cleared.is_empty() && self.as_of.is_none()
    }
}
