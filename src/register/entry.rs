//! An entry of the register. Not for how it is written ([`super::entry_text`]).

use chrono::NaiveDate;

use crate::model::stamp::numbered;

/// What an entry records.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub(crate) enum Act {
    /// A document the program issued.
    Issued,
    /// A document of the same series issued outside the program.
    Outside,
    /// A number given in error: it stays used.
    Voided,
    /// The signed copy of a document came back.
    Signed,
}

/// The words of the register for [`Act`].
pub(crate) const ACTS: [(&str, Act); 4] = [
    ("cap-so", Act::Issued),
    ("van-ban-khac", Act::Outside),
    ("huy-so", Act::Voided),
    ("ban-ky", Act::Signed),
];

/// Within what numbers run on (Hướng dẫn 05-HD/VPTW, I.3.1.1b): the documents of one type of one body in one term.
#[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord)]
pub(crate) struct Series {
    /// The issuing body.
    pub(crate) body: String,
    /// The type of document: `Báo cáo`.
    pub(crate) kind: String,
    /// The term of the committee: `2020 - 2025`.
    pub(crate) term: String,
}

/// Where an issued document is kept.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Kept {
    /// The folder, below the inputs.
    pub(crate) folder: String,
    /// Hash of the list of its files.
    pub(crate) sums: String,
}

/// A signed copy that came back.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct SignedCopy {
    /// The file, below the inputs.
    pub(crate) file: String,
    /// Its hash.
    pub(crate) hash: String,
    /// What was found when it was held against the issued document.
    pub(crate) proof: String,
}

/// An entry.
#[derive(Debug, Clone, PartialEq, Eq)]
pub(crate) struct Entry {
    /// Its place, from 1.
    pub(crate) order: u32,
    /// What it records.
    pub(crate) act: Act,
    /// The series of the document.
    pub(crate) series: Series,
    /// The document's number.
    pub(crate) number: u32,
    /// The symbol after it.
    pub(crate) symbol: String,
    /// The document's date; of what happened to one later, that day.
    pub(crate) date: NaiveDate,
    /// Its subject.
    pub(crate) subject: String,
    /// Who signs.
    pub(crate) signer: String,
    /// To whom it goes.
    pub(crate) recipients: Vec<String>,
    /// How many copies.
    pub(crate) copies: Option<u32>,
    /// What the office notes.
    pub(crate) note: Option<String>,
    /// The report, by its name in `out/`.
    pub(crate) report: Option<String>,
    /// The entry of the document it takes the place of.
    pub(crate) replaces: Option<u32>,
    /// The entry it is about, if it is about an earlier one.
    pub(crate) about: Option<u32>,
    /// Why it replaces or voids.
    pub(crate) reason: Option<String>,
    /// Why numbers before it were left out.
    pub(crate) gap: Option<String>,
    /// Where the document is kept.
    pub(crate) kept: Option<Kept>,
    /// The signed copy.
    pub(crate) signed: Option<SignedCopy>,
}

impl Entry {
    /// Whether it uses up a number of its series.
    #[must_use]
    pub(crate) fn is_document(&self) -> bool {
        matches!(self.act, Act::Issued | Act::Outside)
    }

    /// Number and symbol: `12-BC/ĐU`.
    #[must_use]
    pub(crate) fn numbered(&self) -> String {
        numbered(self.number, &self.symbol)
    }

    /// What findings call the document: `Báo cáo số 12-BC/ĐU`.
    #[must_use]
    pub(crate) fn titled(&self) -> String {
        format!("{} số {}", self.series.kind, self.numbered())
    }
}
