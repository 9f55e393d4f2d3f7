//! What a document bears because it is, or was, issued: its number and date, what it takes the place of, or that it is a draft
//! beside an issued one. Not for the register they come from ([`crate::register`]).

use chrono::NaiveDate;

use crate::source::Span;

/// The document that another takes the place of.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Replaced {
    /// Its number.
    pub(crate) number: u32,
    /// The symbol after its number.
    pub(crate) symbol: String,
    /// Its date.
    pub(crate) date: NaiveDate,
    /// Why it is replaced, without a full stop.
    pub(crate) reason: String,
}

/// Number and date of a document, given by the register rather than by the files it is made from.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Stamp {
    /// Its number; a draft has none.
    pub(crate) number: Option<u32>,
    /// Its date; a draft has none.
    pub(crate) date: Option<NaiveDate>,
    /// The day that picks profile and issuer where it has no date of its own: that of the document it is a draft beside.
    pub(crate) reference: NaiveDate,
    /// The document it takes the place of.
    pub(crate) replaces: Option<Replaced>,
}

impl Stamp {
    /// Whether it is a draft beside the issued document (cell 11b).
    #[must_use]
    pub(crate) fn is_draft(&self) -> bool {
        self.number.is_none()
    }
}

/// A document that was issued under a number of the register.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct IssuedDocument {
    /// The report, by its name in `out/`.
    pub(crate) report: String,
    /// Its number.
    pub(crate) number: u32,
    /// The symbol after it.
    pub(crate) symbol: String,
    /// Its date.
    pub(crate) date: NaiveDate,
    /// The first year of the term in which it is numbered.
    pub(crate) term: i32,
    /// Whether it is neither void nor replaced.
    pub(crate) in_force: bool,
    /// Where it stands in the register.
    pub(crate) span: Span,
}

impl IssuedDocument {
    /// Whether it is of the unit, or the roll-up, with this name.
    #[must_use]
    pub(crate) fn is_of(&self, name: &str) -> bool {
        let stem = self.report.rsplit('/').next().unwrap_or_default();
        stem.split('.').next() == Some(name)
    }
}

/// A number with its symbol, as a sentence writes it: `03-BC/ĐU`.
#[must_use]
pub(crate) fn numbered(number: u32, symbol: &str) -> String {
    format!("{number:02}-{symbol}")
}
